import { checkKeys, checkShape, unfit } from "../base/index.js";
import { nameKind } from "../people/index.js";
import { CHANNEL_LIMITS, type Channel, type ChannelLimits, channelOf } from "./channel.js";
import { type Say, type Sentence, type Slots, sayIn, sentenceOf } from "./compose.js";
import type { LanguagePack } from "./language-pack.js";
import type { LintThresholds } from "./lint-input.js";
import { checkTexts } from "./lint-input.js";
import { ENGLISH } from "./locales/en.js";
import type { MessagePart, Tone } from "./message.js";
import { DRAFT_KEYS } from "./option-keys.js";
import { callName, companyOf, fullName, greetingName, type NamedPerson, shown } from "./shown-name.js";

/** What every kind of draft takes. */
export interface DraftOptions {
  /** A {@link Channel} or one of the short names of `channelOf`. @defaultValue "email" */
  readonly channel?: string;
  /** Who writes. */
  readonly me: NamedPerson;
  /** @defaultValue `connectorStyle`, else `seekerStyle`, else plain */
  readonly tone?: Tone | undefined;
  /** How the one who reads likes to be written to; counts before how the writer likes to write. */
  readonly connectorStyle?: Tone | undefined;
  readonly seekerStyle?: Tone | undefined;
  /** Language of the text. @defaultValue English */
  readonly locale?: LanguagePack | undefined;
  /** Picks among equal variants. @defaultValue the ids (else names) of the people, so that ten asks do not read the same */
  readonly seed?: string | undefined;
  /** Overrides of the channel's limits. */
  readonly limits?: Partial<ChannelLimits> | undefined;
  /** Overrides of the lint's numbers. */
  readonly thresholds?: Partial<LintThresholds> | undefined;
  readonly now?: Date | string | undefined;
}

/** The common ground of a draft in the making. */
export interface Desk {
  readonly channel: Channel;
  readonly limits: ChannelLimits;
  readonly thresholds: Partial<LintThresholds> | undefined;
  readonly pack: LanguagePack;
  readonly tone: Tone | undefined;
  readonly seed: string;
  /** Longest name that fits, in UTF-16 units. */
  readonly nameMax: number;
  say(field: MessagePart["field"]): Say;
  /** What one calls a person in this language and tone: the first name, or the whole one. */
  call(person: NamedPerson, max?: number): string | undefined;
  /** The name to greet with; undefined where none is certain. */
  greet(person: NamedPerson, max?: number): string | undefined;
}

/**
 * Refuses a call that lacks what it needs.
 * @throws WarmpathError `INVALID_ARGUMENT` unless `options` is an object that holds an object under each of `needed`, and no key
 * that no kind of draft has.
 */
export function checkOptions(options: unknown, ...needed: readonly string[]): void {
  checkShape(options, "object", "options");
  const given = isRecord(options) ? needed.find((key) => !isRecord(options[key])) : "options";
  if (given !== undefined) throw unfit(given, "given, as an object");
  checkKeys(options as object, DRAFT_KEYS, "options");
  for (const key of PEOPLE_KEYS)
    checkNamed((options as Readonly<Record<string, unknown>>)[key], `options.${key}`);
  checkTexts(options as object);
}

/**
 * A value if it is one of those that are known, `undefined` included.
 * @throws WarmpathError `INVALID_ARGUMENT` for any other; the message holds the known ones and not the value.
 */
export function oneOf<Value extends string, Given extends Value | undefined>(
  what: string,
  value: Given,
  known: readonly Value[],
): Given {
  if (value !== undefined && !known.includes(value)) throw unfit(what, `one of ${known.join(", ")}`);
  return value;
}

/** @throws WarmpathError `INVALID_ARGUMENT` for a person of whom a text is none. */
function checkNamed(person: unknown, what: string): void {
  if (person === undefined) return;
  checkShape(person, NAMED, what);
}

const PEOPLE_KEYS = ["me", "connector", "target"] as const;
const NAMED = {
  id: "text?",
  name: "text?",
  firstName: "text?",
  lastName: "text?",
  title: "text?",
  company: "text?",
} as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/**
 * Lays out what a draft needs; `people` only feed the default seed. What the writer sends `toTarget`, a stranger, has the
 * tone of the forwardable text, and nothing of how the connector likes to be written to.
 */
export function deskOf(
  options: DraftOptions,
  people: readonly (NamedPerson | undefined)[],
  toTarget = false,
): Desk {
  const channel = channelOf(options.channel ?? "email");
  const pack = options.locale ?? ENGLISH;
  const style = toTarget ? undefined : options.connectorStyle;
  const asked = oneOf("tone", options.tone ?? style ?? options.seekerStyle, TONES);
  const seed = options.seed ?? people.map((person) => person?.id ?? person?.name ?? "").join("|");
  const limits = { ...CHANNEL_LIMITS[channel], ...options.limits };
  const polite = pack.forwardableTone === "plain" ? undefined : (pack.forwardableTone ?? asked);
  const tone = toTarget ? polite : asked;
  const say = (field: MessagePart["field"]): Say =>
    sayIn(field, pack, field === "forwardable" ? polite : tone, seed);
  const call = pack.wholeNames?.includes(tone ?? "plain") ? fullName : callName;
  const greet = call === callName ? greetingName : fullName;
  return {
    channel,
    limits,
    thresholds: options.thresholds,
    pack,
    tone,
    seed,
    nameMax: 120,
    say,
    call,
    greet,
  };
}

/** "Bob Smith at Acme", "the Head of Procurement at Acme", or as much of it as is known. `none` is the key of the words where nothing is. */
export function whoOf(target: NamedPerson, desk: Desk, none = "who.none"): string {
  const name = fullName(target, desk.nameMax);
  const company = companyOf(target, desk.nameMax);
  const title = shown(target.title, desk.nameMax);
  // A pack of 0.1 has no words for a position, and the smallest note no room for them.
  const hasRole = Object.hasOwn(desk.pack.texts, "who.role") && desk.nameMax >= LEAST_FOR_ROLE;
  const byRole = hasRole ? ["who.role"] : [];
  const known = name === undefined ? [...byRole, "who.company", none, "who.none"] : ["who"];
  return firstOf(desk.say("note"), known, { target: name, title, company }, [])[0]?.text ?? name!;
}

/** With names cut to fewer units, the company alone says who is meant. */
const LEAST_FOR_ROLE = 24;

/** How one calls the target, "this person" where they have no name. */
export function firstNameOf(target: NamedPerson, desk: Desk): string | undefined {
  return desk.call(target, desk.nameMax) ?? desk.say("note")("first.none")[0]?.text;
}

/** "Hi Carol," or "Hello,". */
export function greeting(
  person: NamedPerson,
  desk: Desk,
  whole: boolean = desk.tone === "formal",
): Sentence[] {
  const say = desk.say("note");
  const isSure = (person.kind ?? nameKind(person.name)) === "person";
  const name = isSure
    ? whole
      ? fullName(person, desk.nameMax)
      : desk.greet(person, desk.nameMax)
    : undefined;
  return name === undefined
    ? say("hello", {}, [], 2)
    : say(whole ? "greet.formal" : "greet", { name }, ["connector.name"], 2);
}

/** The writer's name under a note: the first name alone where the tie is close, no more than it where a channel has limits. */
export function signOff(me: NamedPerson, desk: Desk, close: boolean): Sentence[] {
  const name = close && desk.tone !== "formal" ? desk.call(me, desk.nameMax) : fullName(me, desk.nameMax);
  const key = desk.limits.noteMax === undefined ? "sign" : "signature";
  return desk.say("note")(key, { me: name }, ["me.name"], 3);
}

/** A user's own words on one line, ended as a sentence, at most so long; undefined where there are none. */
export function ownWords(text: string | undefined, max: number, words: number): string | undefined {
  const clean = shown(text, max, words);
  return clean && sentenceOf(clean);
}

/** First sentence that its slots allow, of several keys. */
export function firstOf(
  say: Say,
  keys: readonly string[],
  slots: Slots,
  evidence: readonly string[],
  drop = 0,
): Sentence[] {
  for (const key of keys) {
    const sentence = say(key, slots, evidence, drop);
    if (sentence.length > 0) return sentence;
  }
  return [];
}

const TONES: readonly Tone[] = ["brief", "warm", "formal"];
