import { madeOf } from "../base/index.js";
import { type CompanyAliases, isStranger, isTieOf, sameCompany } from "../people/index.js";
import type { Sentence } from "./compose.js";
import {
  checkOptions,
  type Desk,
  deskOf,
  firstNameOf,
  greeting,
  ownWords,
  signOff,
  whoOf,
} from "./draft-base.js";
import {
  type ForwardableOptions,
  forwardableParts,
  introduction,
  missing,
  nextStep,
  purpose,
  subjectParts,
  withGift,
} from "./draft-forwardable.js";
import { type DraftLeg, isClose, tieWording } from "./draft-leg.js";
import { finish } from "./finish.js";
import { fitNote, shortIn } from "./fit-note.js";
import { LINT_THRESHOLDS } from "./lint-input.js";
import type { AskMessage } from "./message.js";
import { companyOf, fullName, type NamedPerson, shown } from "./shown-name.js";

/** A request to a connector. Every `Person` and `Leg` fits. */
export interface AskOptions extends ForwardableOptions {
  /** Who is asked. The target themselves makes it a direct message. */
  readonly connector: NamedPerson;
  /** The tie between the writer and the connector; its evidence alone words the shared past. */
  readonly leg?: DraftLeg | undefined;
  /** The tie into the target; an inferred one is asked about and never asserted. */
  readonly lastLeg?: DraftLeg | undefined;
  /** People between connector and target, in order: the note asks to pass it on to the first of them. */
  readonly via?: readonly NamedPerson[] | undefined;
  /** The tie between the connector and the first of `via`. */
  readonly viaLeg?: DraftLeg | undefined;
  /** All legs at once, in place of `leg`, `viaLeg` and `lastLeg`. */
  readonly legs?: readonly DraftLeg[] | undefined;
  /** A shared moment in the user's own words, a whole sentence; counts before what the evidence gives. */
  readonly context?: string | undefined;
  /** Who named the connector when asked themselves: the note begins with that. */
  readonly namedBy?: NamedPerson | undefined;
  /** Why it is good for the connector, in the user's own words, a whole sentence. */
  readonly connectorReason?: string | undefined;
  /** How little the connector likes such requests, 0 to 1; from 0.5 on a smaller favor is offered beside it; an assumption. */
  readonly reluctance?: number | undefined;
  /** Of the planned ask: the gate to L21, what is unmet and from when the ask may be made to L22. */
  readonly readiness?:
    | { readonly gate?: string; readonly unmet?: readonly string[]; readonly readyAt?: string }
    | undefined;
  /** Names of one company, as in the settings of a planner. @defaultValue the package's own table */
  readonly companyAliases?: CompanyAliases | undefined;
  /** Words marked private, which the lint refuses in the forwardable text. */
  readonly private?: readonly string[] | undefined;
}

/**
 * The request to a connector: a short note, and the text that they can pass on. It names the target and their company, gives
 * the reason, and is easy to decline. Nothing is claimed that the evidence of that very tie does not carry; what is
 * missing is named in `needs` and left out.
 *
 * Where `connector` and `target` are one person, the note is the direct message to them and `forwardable` is empty. With
 * `via`, the note asks the connector to pass it to the first of them. On LinkedIn the note keeps within the channel's
 * limits. A long reason is shortened in the note, while the forwardable text has it whole; then what matters least
 * goes.
 *
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown channel or tone, or without `me`, `connector` and `target`.
 * @example
 * draftAsk({ me, connector, target, leg, lastLeg, channel: "email", reason: "we cut freight costs for firms like Acme" }).note;
 */
export function draftAsk(options: AskOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector", "target");
    const ask = withLegs(options);
    const desk = deskOf(ask, [ask.me, ask.connector, ask.target]);
    const direct = isDirect(ask);
    const compose = direct ? directNote : connectorNote;
    const note = fitNote((room, short) => compose(ask, room, short), desk);
    const { blurb, needs } = direct ? { blurb: [], needs: missing(ask) } : forwardableParts(ask, desk);
    if (!direct && fullName(ask.connector) === undefined) needs.push("connector");
    const hasContext = shown(ask.context) ?? fullName(ask.namedBy);
    if (!direct && tieWording(ask.leg, "leg", desk.pack, ask) === undefined && !hasContext)
      needs.push("context");
    const subject = subjectParts(ask, desk);
    return finish({
      desk,
      options: withGift(ask),
      mode: direct ? "direct" : "named",
      subject,
      note,
      blurb,
      needs,
    });
  });
}

/** True where the one who is asked is the target. */
export function isDirect(ask: Pick<AskOptions, "connector" | "target">): boolean {
  return (
    ask.connector === ask.target || (ask.connector.id !== undefined && ask.connector.id === ask.target.id)
  );
}

function withLegs(options: AskOptions): AskOptions {
  const { legs } = options;
  if (legs === undefined || legs.length === 0) return options;
  return { ...options, leg: legs[0], lastLeg: legs.at(-1), viaLeg: legs.length > 2 ? legs[1] : undefined };
}

function connectorNote(ask: AskOptions, desk: Desk, reasonMax: number): Sentence[][] {
  const say = desk.say("note");
  const close = isClose(ask.leg, ask);
  const small = desk.limits.noteMax !== undefined;
  const slots = slotsOf(ask, desk);
  const reason = say(`reason${shortIn(desk)}`, { reason: ownWords(ask.reason, reasonMax, 45) }, ["reason"]);
  const own = say("said", { said: ownWords(ask.connectorReason, 300, 40) }, ["connectorReason"], 9);
  const forward = small ? say("forward.here", {}, [], 6) : say("forward", slots, ["target.name"], 6);
  const alternative =
    (ask.reluctance ?? 0) >= 0.5 && !ask.via?.length ? say("alternative", {}, ["reluctance"], 11) : [];
  return [
    greeting(ask.connector, desk),
    shared(ask, desk),
    [...request(ask, desk), ...whyHim(ask, desk), ...rivals(ask, desk)],
    [...reason, ...own],
    [...forward, ...alternative, ...wayOut(ask, desk, small)],
    signOff(ask.me, desk, close),
  ];
}

function directNote(ask: AskOptions, desk: Desk, reasonMax: number): Sentence[][] {
  const close = isClose(ask.leg, ask);
  const talked = tieWording(ask.leg, "leg", desk.pack, ask)?.key.startsWith("talked") === true;
  return [
    greeting(ask.target, desk, !talked),
    shared(ask, desk),
    talked ? [] : introduction(ask, desk, "note"),
    purpose(ask, desk, "note", reasonMax),
    nextStep(ask, desk, "note"),
    signOff(ask.me, desk, close),
  ];
}

function slotsOf(ask: AskOptions, desk: Desk): Record<string, string | undefined> {
  const via = ask.via?.[0];
  return {
    who: whoOf(ask.target, desk),
    first: firstNameOf(ask.target, desk),
    company: companyOf(ask.target, desk.nameMax),
    via: via && fullName(via, desk.nameMax),
    viaFirst: via && desk.call(via, desk.nameMax),
  };
}

/** The shared past, in the user's words or as far as the evidence of this leg goes. */
function shared(ask: AskOptions, desk: Desk): Sentence[] {
  const say = desk.say("note");
  const own = say("said", { said: ownWords(ask.context, 300, 40) }, ["context"], 7);
  if (own.length > 0) return own;
  const named = say("named", { by: ask.namedBy && fullName(ask.namedBy, desk.nameMax) }, ["namedBy.name"], 7);
  if (named.length > 0) return named;
  const wording = tieWording(ask.leg, "leg", desk.pack, ask);
  return wording === undefined ? [] : say(wording.key, wording.slots, wording.evidence, 7);
}

function request(ask: AskOptions, desk: Desk): Sentence[] {
  const say = desk.say("note");
  const slots = slotsOf(ask, desk);
  const short = shortIn(desk);
  const evidence = ["target.name", "target.company"];
  if (ask.via?.length) {
    const unsure = ask.viaLeg?.inferred === true;
    return say(`ask.chain${unsure ? ".inferred" : ""}${short}`, slots, [
      ...evidence,
      "via.0.name",
      ...(unsure ? ["viaLeg"] : []),
    ]);
  }
  // An unknown last leg is no seen tie, so it is asked about as an inferred one is.
  const unsure = ask.lastLeg?.inferred !== false;
  return say(`ask${unsure ? ".inferred" : ""}${short}`, slots, [
    ...evidence,
    ...(ask.lastLeg && unsure ? ["lastLeg"] : []),
  ]);
}

/** Why this connector: what is seen of their tie to the next one, hedged as far as it is weak. */
function whyHim(ask: AskOptions, desk: Desk): Sentence[] {
  const say = desk.say("note");
  const slots = slotsOf(ask, desk);
  const chain = ask.via?.length ? ".chain" : "";
  const next = chain ? ask.viaLeg : ask.lastLeg;
  const at = chain ? "viaLeg" : "lastLeg";
  if (next?.inferred === false) {
    const known = isTied(next, desk);
    return say(`why${chain}${known ? (chain ? "" : ".seen") : ".linked"}`, slots, [at], 8);
  }
  if (chain || next?.inferred !== true) return [];
  const same = sameCompany(
    ask.connector.company,
    ask.target.company,
    ask.companyAliases && { companyAliases: ask.companyAliases },
  );
  return same
    ? say("why.colleague", slots, ["connector.company", "target.company"], 8)
    : say("why.guess", slots, ["lastLeg"], 8);
}

/** Whoever is asked about a competitor is told that the writer knows it, so that a no is easy. */
function rivals(ask: AskOptions, desk: Desk): Sentence[] {
  const next = ask.via?.length ? ask.viaLeg : ask.lastLeg;
  // A pack of 0.1 has no words for it.
  if (!isTieOf(next?.evidence ?? {}, "competitor") || !Object.hasOwn(desk.pack.texts, "rivals")) return [];
  return desk.say("note")("rivals", {}, [ask.via?.length ? "viaLeg" : "lastLeg"]);
}

/** A tie of which some talk was seen, or that is stated or measured as strong; a mere connection is less. */
function isTied(leg: DraftLeg, { thresholds }: Desk): boolean {
  return (leg.strength ?? 0) >= (thresholds?.seenTie ?? LINT_THRESHOLDS.seenTie) && !isStranger(leg);
}

function wayOut(ask: AskOptions, desk: Desk, small: boolean): Sentence[] {
  const say = desk.say("note");
  if (small) return say("out.short");
  return !ask.via?.length && ask.lastLeg?.inferred !== false
    ? say("out.inferred", slotsOf(ask, desk))
    : say("out");
}
