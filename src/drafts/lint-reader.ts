import { compareCodeUnits, safeText } from "../base/index.js";
import { bareCompany } from "../people/index.js";
import type { Channel, ChannelLimits } from "./channel.js";
import type { LanguagePack, LintWords } from "./language-pack.js";
import type { LintFacts, LintInput, LintThresholds } from "./lint-input.js";
import type { LintFinding, TextEdit } from "./message.js";
import { callName, companyOf, fullName, NAME_MAX, type NamedPerson } from "./shown-name.js";

/** One text of a message, as it is and with every known name in it replaced by "name". */
export interface ReadText {
  readonly field: TextEdit["field"];
  readonly text: string;
  /** For what a text must not hold: an odd name is no fault of the writer. */
  readonly masked: string;
  /** Length of the whole text in UTF-16 units; rules read the first {@link READ_MAX}. */
  readonly length: number;
}

/** A message laid out for the rules. */
export interface Reader {
  readonly note: ReadText | undefined;
  readonly forwardable: ReadText | undefined;
  readonly subject: ReadText | undefined;
  readonly channel: Channel;
  readonly limits: ChannelLimits;
  readonly mode: "named" | "issue" | "direct" | "touch";
  readonly target: NamedPerson | undefined;
  readonly seeker: NamedPerson | undefined;
  /** Names and companies of all who may be named. */
  readonly people: readonly string[];
  /** The names of the others, and all companies: words that name someone or something else than the target. */
  readonly others: string;
  readonly facts: LintFacts;
  readonly pack: LanguagePack;
  readonly words: LintWords;
  readonly thresholds: LintThresholds;
}

/** Lays out a message for the rules. */
export function readerOf(
  input: LintInput & Pick<Reader, "channel" | "mode" | "limits" | "thresholds"> & { locale: LanguagePack },
): Reader {
  const facts = input.facts ?? {};
  const target = personOf(input.target ?? facts.target);
  const seeker = personOf(facts.seeker ?? facts.me);
  const others = [seeker, personOf(facts.connector), ...(facts.via ?? [])];
  const people = [target, ...others];
  const names = people.flatMap((person) => [
    ...nameForms(person),
    ...companyForms(person),
    person?.title,
    person && callName(person),
  ]);
  const known = [
    ...new Set(names.filter((name) => name !== undefined && name.length <= NAME_MAX)),
  ] as string[];
  known.sort((a, b) => b.length - a.length || compareCodeUnits(a, b));
  const read = (field: TextEdit["field"], text: string | undefined): ReadText | undefined =>
    typeof text === "string" ? readText(field, text, known) : undefined;
  const { channel, limits, mode, thresholds, locale } = input;
  return {
    note: read("note", input.note),
    forwardable: read("forwardable", input.forwardable),
    subject: read("subject", input.subject),
    ...{ channel, limits, mode, thresholds, facts, target, seeker, people: known },
    others: [...others.map((one) => fullName(one)), ...people.map((one) => companyOf(one))].join("\n"),
    pack: locale,
    words: locale.lint,
  };
}

function readText(field: TextEdit["field"], whole: string, names: readonly string[]): ReadText {
  const text = whole.slice(0, READ_MAX);
  return { field, text, masked: maskNames(text, names), length: whole.length };
}

/** The ways in which a draft of ours writes a name: whole, or shortened for a small channel, or without what follows a comma. */
export function nameForms(person: NamedPerson | undefined): string[] {
  return formsOf((max) => fullName(person, max));
}

/** The ways to write their company; its legal form may be left out. */
export function companyForms(person: NamedPerson | undefined): string[] {
  const forms = formsOf((max) => companyOf(person, max));
  const bare = bareCompany(forms[0] ?? "");
  return bare === "" ? forms : [...forms, bare];
}

/** True where one of the names stands in the text as words of its own. */
export function mentions(text: string | undefined, names: readonly string[]): boolean {
  if (text === undefined || names.length === 0) return false;
  const lines = safeText(text);
  return names.some((name) => indexOf(lines, name, 0) >= 0);
}

/** True where the text holds enough of the fact's own words to count as stating it. */
export function states(text: string, fact: string | undefined, reader: Reader): boolean {
  if (!fact) return false;
  const own = wordsOf(fact.slice(0, READ_MAX).toLowerCase()).filter(
    (word) => word.length > 2 && !reader.words.common.test(word),
  );
  const held = new Set(wordsOf(text.toLowerCase()));
  const found = own.filter((word) => held.has(word)).length;
  return own.length === 0
    ? mentions(text, [safeText(fact)])
    : found / own.length >= reader.thresholds.factShare;
}

/** Words that hold a letter or a digit. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
}

/** Number of words as a reader counts them: what blanks part, bare signs left out. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A finding of a rule. */
export function found(
  rule: string,
  level: LintFinding["level"],
  where: LintFinding["where"],
  message: string,
  fix?: TextEdit,
): LintFinding {
  return { rule, level, where, message, ...(fix === undefined ? {} : { fix }) };
}

/** Takes out the sentence in which `pattern` first matches. */
export function withoutSentence({ field, text }: ReadText, pattern: RegExp): TextEdit | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const before = text.slice(0, match.index);
  const start = Math.max(before.lastIndexOf("\n") + 1, (/[.!?](?=\s[^.!?]*$)/.exec(before)?.index ?? -2) + 2);
  const end = /[.!?]+[ \t]*|(?=\n)|$/.exec(text.slice(match.index + match[0].length));
  const stop = match.index + match[0].length + (end?.index ?? 0) + (end?.[0].length ?? 0);
  return { field, at: start, length: stop - start, insert: "" };
}

function personOf(person: NamedPerson | string | undefined): NamedPerson | undefined {
  if (typeof person !== "string") return person;
  const [, name = person, company] = /^(.+?)(?: at | @ |, )(.+)$/s.exec(person) ?? [];
  return company === undefined ? { name } : { name, company };
}

function formsOf(write: (max: number) => string | undefined): string[] {
  const whole = write(4096);
  const forms = [whole, whole?.split(",")[0], write(120), write(60), write(40), write(24), write(18)];
  return [...new Set(forms.filter((form) => form !== undefined && form !== ""))] as string[];
}

/** The text with each name in it replaced by "name"; plain search, since names come from anywhere and a pattern of them could be large. */
function maskNames(text: string, names: readonly string[]): string {
  let masked = text;
  for (const name of names) {
    for (let at = indexOf(masked, name, 0); at >= 0; at = indexOf(masked, name, at + 4)) {
      masked = `${masked.slice(0, at)}name${masked.slice(at + name.length)}`;
    }
  }
  return masked;
}

/**
 * Where a name stands in a text, without regard to case, from `from` on; -1 where it does not. A letter or digit beside it
 * makes it part of another word, in scripts that part words by blanks.
 */
export function indexOf(text: string, name: string, from: number): number {
  const whole = foldCase(text);
  const part = foldCase(name);
  let at = part === "" ? -1 : whole.indexOf(part, from);
  while (
    at >= 0 &&
    (JOINS.test(text.charAt(at - 1) + text.charAt(at)) ||
      JOINS.test(text.slice(at + part.length - 1, at + part.length + 1)))
  ) {
    at = whole.indexOf(part, at + 1);
  }
  return at;
}

/** Lower case with every place kept: U+0130 is the one letter whose lower case is longer. */
function foldCase(text: string): string {
  return text.replace(/\u0130/g, "I").toLowerCase();
}

/** Longer than any channel takes; it bounds the time that a hostile text costs. */
const READ_MAX = 10_000;

/** Two characters that belong to one word. */
const JOINS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{2}$/u;
