import { madeOf } from "../base/index.js";
import { afterGreeting, joinText, type Sentence } from "./compose.js";
import {
  checkOptions,
  type Desk,
  type DraftOptions,
  deskOf,
  firstOf,
  ownWords,
  whoOf,
} from "./draft-base.js";
import { finish } from "./finish.js";
import { shortIn } from "./fit-note.js";
import { LINT_THRESHOLDS, type LintFacts } from "./lint-input.js";
import { wordCount } from "./lint-reader.js";
import type { AskMessage } from "./message.js";
import { callName, companyOf, fullName, type NamedPerson, shown } from "./shown-name.js";

/** What the forwardable text says about the writer and their wish. */
export interface ForwardableOptions extends DraftOptions {
  readonly target: NamedPerson;
  /** Why this target and why now, as a clause or sentences; shown as it is. Missing: `needs` names it. */
  readonly reason?: string | undefined;
  /** What the target gets from it. Missing: `needs` names it, nothing is promised. */
  readonly offer?: string | undefined;
  /** What the target is given for their time, as a noun phrase ("a voucher for two lunches"). The text says so openly. */
  readonly gift?: string | undefined;
  /** One sentence on what the writer does. */
  readonly about?: string | undefined;
  /** Length of the call that is asked for. @defaultValue 20; at most 30 by L13 */
  readonly minutes?: number | undefined;
}

/**
 * The text that a connector passes on, complete in itself. It says for whom, from whom, why, what is in it for the
 * reader, one small next step, and an easy way out.
 */
export function draftForwardable(options: ForwardableOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "target");
    const desk = deskOf(options, [options.me, options.target]);
    const subject = subjectParts(options, desk);
    return finish({
      desk,
      options: withGift(options),
      mode: "forwardable",
      subject,
      ...forwardableParts(options, desk),
    });
  });
}

/** A gift to the one introduced is said openly: it stands in the text that they read. */
export function withGift<Options extends ForwardableOptions>(options: Options): Options & LintFacts {
  const isGiven = shown(options.gift) !== undefined;
  return isGiven ? { incentive: { who: "receiver", disclosed: true }, ...options } : options;
}

/** The subject: both names, as an introduction's thread would be called, in at most seven words where they allow it. */
export function subjectParts(options: ForwardableOptions, desk: Desk, key = "subject"): Sentence[] {
  if (desk.channel !== "email" && desk.channel !== "inmail") return [];
  const say = desk.say("subject");
  const target = fullName(options.target, 60);
  const slots = {
    me: fullName(options.me, 60),
    who: whoOf(options.target, { ...desk, nameMax: 60 }),
    target,
  };
  const evidence = ["me.name", "target.name", "target.company"];
  const long = say(key, slots, evidence);
  if (long[0] !== undefined && wordCount(long[0].text) <= LINT_THRESHOLDS.subjectWordsMax) return long;
  return [...say("subject.short", slots, evidence), ...long, ...say("subject.none")].slice(0, 1);
}

/** The sentences of the forwardable text, and the facts they lack; shortened where it would pass the 200 words of L12. */
export function forwardableParts(
  options: ForwardableOptions,
  desk: Desk,
): { blurb: readonly (readonly Sentence[])[]; needs: string[] } {
  let blurb = paragraphsOf(options, desk, 1);
  for (const share of [0.6, 0.3]) {
    if (wordCount(joinText(blurb)) > LINT_THRESHOLDS.blurbWordsMax)
      blurb = paragraphsOf(options, desk, share);
  }
  return { blurb: afterGreeting(blurb, desk.pack), needs: missing(options) };
}

function paragraphsOf(options: ForwardableOptions, desk: Desk, share: number): Sentence[][] {
  const say = desk.say("forwardable");
  const { me, target } = options;
  const name = fullName(target);
  const company = companyOf(target);
  const first = desk.tone === "formal" || desk.pack.wholeNames ? name : callName(target);
  const about = ownWords(options.about, 300, 30 * share);
  return [
    firstOf(say, ["head", "head.person"], { target: name, company }, ["target.name", "target.company"]),
    first === undefined ? say("hello") : say("greet.target", { name: first }, ["target.name"]),
    [...introduction(options, desk), ...say("said", { said: about }, ["about"])],
    purpose(options, desk, "forwardable", 600, share),
    nextStep(options, desk),
    firstOf(say, ["signature.company", "signature"], { me: fullName(me), company: companyOf(me) }, [
      "me.name",
      "me.company",
    ]),
  ];
}

/** Why, and what the reader gets: the heart of the forwardable text and of a direct message. */
export function purpose(
  options: ForwardableOptions,
  desk: Desk,
  field: "note" | "forwardable" = "forwardable",
  max = 600,
  share = 1,
): Sentence[] {
  const say = desk.say(field);
  const reason = ownWords(options.reason, max, REASON_WORDS * share);
  const offer = ownWords(options.offer, max / 2, OFFER_WORDS * share);
  // In a note the reason may be cut short, and so may the company.
  const company = max > 50 ? companyOf(options.target, desk.nameMax) : undefined;
  return [
    ...firstOf(say, ["why", "why.person"], { reason, company }, ["reason", "target.company"]),
    ...say("offer", { offer }, ["offer"], 5),
    ...(field === "note" || !Object.hasOwn(desk.pack.texts, "gift")
      ? []
      : say("gift", { gift: shown(options.gift, 100, 12) }, ["gift"], 5)),
  ];
}

/** The next step with its size, and the way out. */
export function nextStep(
  options: ForwardableOptions,
  desk: Desk,
  field: "note" | "forwardable" = "forwardable",
): Sentence[] {
  const say = desk.say(field);
  const short = field === "note" && shortIn(desk) !== "";
  const minutes = { minutes: options.minutes ?? 20 };
  return [
    ...say(short ? "call.short" : "call", minutes, ["minutes"]),
    ...say(short ? "out.short" : "out.target"),
  ];
}

/** Who the writer is: name, title and company as far as they are known. */
export function introduction(
  options: ForwardableOptions,
  desk: Desk,
  field: "note" | "forwardable" = "forwardable",
): Sentence[] {
  const { me } = options;
  const company = companyOf(me);
  const title = titleOf(me);
  const slots = { me: fullName(me), title, company };
  const evidence = ["me.name", "me.title", "me.company"];
  return firstOf(desk.say(field), ["me.title", "me.company", "me"], slots, evidence, 4);
}

/** Names of the facts that a request lacks. */
export function missing(options: ForwardableOptions): string[] {
  const { me, target } = options;
  const facts = [
    ["reason", shown(options.reason)],
    ["offer", shown(options.offer)],
    ["target", fullName(target)],
    ["company", companyOf(target)],
    ["seeker", fullName(me)],
    ["seekerCompany", companyOf(me)],
  ] as const;
  const needs = facts.filter(([, fact]) => fact === undefined).map(([name]) => name as string);
  if (tooLong(options.reason, REASON_WORDS, 600)) needs.push("shorterReason");
  if (tooLong(options.offer, OFFER_WORDS, 300)) needs.push("shorterOffer");
  return needs;
}

/** Their title, unless it is a headline ("CEO | Speaker | Dad", "CTO @ Northwind") that does not read inside a sentence. */
export function titleOf(person: NamedPerson): string | undefined {
  const title = shown(person.title, 60);
  const company = shown(person.company)?.toLowerCase();
  if (title === undefined || /[|•·@/…]/.test(title)) return undefined;
  return company !== undefined && title.toLowerCase().includes(company) ? undefined : title;
}

function tooLong(text: string | undefined, words: number, max: number): boolean {
  const whole = shown(text, 4096, 4096) ?? "";
  return whole.length > max || whole.split(" ").length > words;
}

/** With the frame of some 60 words, this stays below the 200 words of L12. */
const REASON_WORDS = 80;
const OFFER_WORDS = 40;
