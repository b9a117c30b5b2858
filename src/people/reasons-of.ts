import { callersOwn, checkShape, compareCodeUnits, madeOf, safeText, soundOf } from "../base/index.js";
import { compareTitles } from "./compare-titles.js";
import { isFormerColleague, isOwnTeam, isStranger } from "./is-stranger.js";
import { parseTitle } from "./parse-title.js";
import { type Interaction, isTieOf, type TieEvidence } from "./tie.js";

/** The part of a leg that its reasons rest on; a leg of a path fits. */
export interface ReasonedLeg {
  readonly asker: string;
  readonly asked: string;
  readonly inferred: boolean;
  /** The rhythm of the tie. @defaultValue `never-spoken`: none is known */
  readonly state?: string;
  readonly evidence: TieEvidence;
  readonly factors: readonly { readonly name: string; readonly contribution: number }[];
}

/** What speaks for asking somebody, or against it: a code with what it is filled with. Texts are made of it, in any language. */
export interface AskReason {
  readonly code: AskReasonCode;
  /** Place in the legs of the one that it is about. */
  readonly leg: number;
  /** Position as it is written, of who is asked to know the next one. */
  readonly title?: string;
  /** ISO day. */
  readonly at?: string;
  /** How many: days, times or people; 0 of `connected`: of days on which the two were in touch. */
  readonly n?: number;
}

/** `own`: of the seeker and who is asked. `guess`: why somebody may know the buyer. `knows`: how two others know each other. */
export type AskReasonCode =
  | "target"
  | "introduced"
  | "recommended"
  | "team"
  | "close"
  | "customer"
  | "vendor"
  | "family"
  | "some"
  | "met"
  | "call"
  | "message"
  | "message.in"
  | "message.out"
  | "worked"
  | "recommending"
  | "endorsed"
  | "note.in"
  | "note.out"
  | "success"
  | "other"
  | "days"
  | "connected"
  | "unanswered"
  | "known"
  | "knows.contact"
  | "knows.since"
  | "knows"
  | "competes"
  | "guess.assistant"
  | "guess.field"
  | "guess.runs"
  | "guess.senior"
  | "guess.customers"
  | "guess.other"
  | "guess.junior"
  | "guess.title"
  | "guess.company"
  | "guess.worked"
  | "guess.school"
  | "guess.meeting"
  | "guess.conversation"
  | "guess.common";

/** Positions of people by id, as far as they may be told; of the buyer too. */
export type TitlesOf = (id: string) => string | undefined;

/**
 * What is on record for a way through its legs, the position of who may know the buyer first. Then comes how well the seeker knows whom they
 * ask. Of legs whose grounds are kept back nothing is said.
 */
export function reasonsOf(legs: readonly ReasonedLeg[], given: TitlesOf): readonly AskReason[] {
  return soundOf("legs", () => {
    checkShape(legs, [{ factors: [{ name: "text" }], evidence: "object" }], "legs");
    const titleOf = callersOwn(given, "titleOf");
    for (const { evidence } of legs) {
      const { interactions = [], contexts = [], vouches = [] } = evidence;
      checkShape({ interactions, contexts, vouches }, EVIDENCE, "evidence");
    }
    const told = legs.map((leg, i): readonly AskReason[] => {
      if (leg.factors.length === 0 && Object.keys(leg.evidence).length === 0) return [];
      const all = leg.inferred ? guessed(leg, titleOf) : i === 0 ? own(leg) : others(leg);
      return all.map((reason) => ({ ...reason, leg: i }));
    });
    const isDirect = legs.length === 1 && legs[0]?.inferred === false && told[0]?.length !== 0;
    const direct: AskReason[] = isDirect ? [{ code: "target", leg: 0 }] : [];
    return [...direct, ...told.slice(1).reverse().flat(), ...(told[0] ?? [])];
  });
}

/** The reasons that the next one to be asked does not have; all where nothing sets them apart. */
export function reasonsApart(mine: readonly AskReason[], next: readonly AskReason[]): readonly AskReason[] {
  return madeOf("reasons", () => {
    for (const reasons of [mine, next]) checkShape(reasons, [{ code: "text", at: "text?" }], "reasons");
    const known = new Set(next.map(keyOf));
    const apart = mine.filter((reason) => !known.has(keyOf(reason)));
    return apart.length > 0 ? apart : mine;
  });
}

const EVIDENCE = { interactions: [{ at: "text" }], contexts: ["text"], vouches: ["object"] } as const;

type Reason = Omit<AskReason, "leg">;

/** The same of who is asked and of somebody whom they lead to are two reasons. Since when two are connected is told by its year. */
function keyOf({ code, leg, title, at, n }: AskReason): string {
  const shown = code === "connected" || code === "knows.since" ? 4 : 7;
  return JSON.stringify([code, leg > 1, title, at?.slice(0, shown), n]);
}

/** How the seeker knows somebody. What a machine sent tells nothing, and what only they wrote tells that nothing came back. */
function own({ evidence, factors, state = "never-spoken" }: ReasonedLeg): readonly Reason[] {
  const { vouches = [], closeness = 0, connectedOn } = evidence;
  const told = new Set(factors.filter(({ contribution }) => contribution > 0).map(({ name }) => name));
  const said = (code: AskReasonCode, kind: string, direction: "in" | "out"): readonly Reason[] => {
    const own = vouches.filter((one) => one.kind === kind && one.direction === direction);
    const at = own
      .flatMap((one) => one.at ?? [])
      .sort(compareCodeUnits)
      .at(-1);
    const n = own.reduce((sum, { count = 1 }) => sum + count, 0);
    return n === 0 ? [] : [{ code, n, ...(at === undefined ? {} : { at }) }];
  };
  const reasons: readonly Reason[] = [
    ...(told.has("introduced-before") ? [{ code: "introduced" } as const] : []),
    ...said("recommended", "recommendation", "in"),
    ...(isOwnTeam(evidence) ? [{ code: "team" } as const] : []),
    ...(closeness >= CLOSE ? [{ code: "close" } as const] : []),
    ...TIES.filter((kind) => isTieOf(evidence, kind)).map((code) => ({ code })),
    ...contact(evidence.interactions ?? []),
    ...(isFormerColleague(evidence) ? [{ code: "worked" } as const] : []),
    ...said("recommending", "recommendation", "out"),
    ...said("endorsed", "endorsement", "in"),
    ...said("note.in", "invitation-note", "in"),
    ...said("note.out", "invitation-note", "out"),
    ...(told.has("timing") ? [{ code: "success" } as const] : []),
    ...(closeness > 0 && closeness < CLOSE ? [{ code: "some" } as const] : []),
  ];
  const isSpoken = reasons.some(({ code }) => CONTACT.has(code));
  const isCold = reasons.length === 0 && isStranger({ state, evidence });
  const never = isCold ? { n: 0 } : {};
  const since =
    connectedOn === undefined || isSpoken ? [] : [{ code: "connected", at: connectedOn, ...never } as const];
  const all = [...reasons, ...since];
  return all.length === 0 ? [{ code: "known" }] : all;
}

/** The last contact that was one of the two, and on how many days there was any. */
function contact(interactions: readonly Interaction[]): readonly Reason[] {
  const real = interactions.filter(({ automatic }) => automatic !== true);
  const days = new Set(real.map(({ at }) => at.slice(0, 10))).size;
  const isAnswered = real.some(({ direction }) => direction !== "out");
  if (days > 0 && !isAnswered) return [{ code: "unanswered", n: days }];
  const heard = lastOf(real.filter(({ kind }) => kind !== "like" && kind !== "comment")) ?? lastOf(real);
  if (heard === undefined) return [];
  const kind = KINDS[heard.kind as string] ?? "other";
  const code = kind === "message" ? writtenBy(real.filter((one) => one.kind === "message")) : kind;
  return [{ code, at: heard.at }, ...(days > 2 ? [{ code: "days", n: days } as const] : [])];
}

/** Whether both wrote, or which of the two. */
function writtenBy(messages: readonly Interaction[]): AskReasonCode {
  if (messages.every(({ direction }) => direction === "in")) return "message.in";
  return messages.every(({ direction }) => direction === "out") ? "message.out" : "message";
}

function lastOf(interactions: readonly Interaction[]): Interaction | undefined {
  return [...interactions].sort((a, b) => compareCodeUnits(b.at, a.at))[0];
}

/** How two others know each other, as far as it was seen. */
function others({ evidence }: ReasonedLeg): readonly Reason[] {
  const last = lastOf((evidence.interactions ?? []).filter(({ automatic }) => automatic !== true));
  const { connectedOn } = evidence;
  const rivals: readonly Reason[] = isTieOf(evidence, "competitor") ? [{ code: "competes" }] : [];
  if (last !== undefined) return [...rivals, { code: "knows.contact", at: last.at }];
  return [
    ...rivals,
    connectedOn === undefined ? { code: "knows" } : { code: "knows.since", at: connectedOn },
  ];
}

/** Why somebody may know the buyer although nobody has seen it. */
function guessed({ asker, asked, evidence }: ReasonedLeg, titleOf: TitlesOf): readonly Reason[] {
  const [ground = "", n] = (evidence.contexts?.[0] ?? "").split(":");
  const code = Object.hasOwn(GROUNDS, ground) ? GROUNDS[ground] : undefined;
  if (code !== undefined) return [{ code, ...(Number(n) > 0 ? { n: Number(n) } : {}) }];
  const title = titleOf(asker);
  if (title === undefined) return [{ code: "guess.company" }];
  // Of a headline ("Head of Logistics | Speaker") the position alone.
  const shown = safeText(title.split(" | ", 1)[0]!).slice(0, MAX_TITLE);
  return shown === ""
    ? [{ code: "guess.company" }]
    : [{ code: positionCode(title, titleOf(asked)), title: shown }];
}

/** What a position tells of how near its holder is to the buyer. */
function positionCode(title: string, sought: string | undefined): AskReasonCode {
  const own = parseTitle(title);
  const pair = compareTitles(own, parseTitle(sought));
  const { rank } = pair;
  if (pair.isAssistant) return "guess.assistant";
  // To run the whole firm is no field of it.
  if (own.function === "general" && (rank === "chief" || rank === "founder")) return "guess.runs";
  if (own.function === "general" && rank === "director") return "guess.senior";
  if (pair.sameFunction === true) return rank === "junior" ? "guess.junior" : "guess.field";
  if (pair.runsFirm || rank === "founder") return "guess.runs";
  if (rank === "chief" || rank === "vp") return "guess.senior";
  if (pair.isCustomerFacing) return "guess.customers";
  if (rank === "director" && pair.sameFunction === undefined) return "guess.senior";
  if (rank === "junior") return "guess.junior";
  return pair.sameFunction === false ? "guess.other" : "guess.title";
}

/** Longer positions are headlines. */
const MAX_TITLE = 80;
const TIES = ["customer", "vendor", "family"] as const;
/** From which stated closeness on two people know each other well. */
const CLOSE = 0.6;
const KINDS: Readonly<Record<string, AskReasonCode>> = { meeting: "met", call: "call", message: "message" };
const CONTACT: ReadonlySet<AskReasonCode> = new Set<AskReasonCode>([
  "met",
  "call",
  "message",
  "message.in",
  "message.out",
  "other",
]);
const GROUNDS: Readonly<Record<string, AskReasonCode>> = {
  worked: "guess.worked",
  school: "guess.school",
  meeting: "guess.meeting",
  conversation: "guess.conversation",
  "common-neighbors": "guess.common",
};
