import { safeText } from "../base/index.js";
import type { Channel, ChannelLimits } from "./channel.js";
import type { LanguagePack, LintWords } from "./language-pack.js";
import type { LintFacts, LintInput, LintThresholds } from "./lint-input.js";
import type { LintFinding, TextEdit } from "./message.js";
import { callName, fullName, type NamedPerson, shown } from "./shown-name.js";

/** One text of a message, as it is and with every known name in it replaced by "name". */
export interface ReadText {
  readonly field: TextEdit["field"];
  readonly text: string;
  /** For what a text must not hold: an odd name is no fault of the writer. */
  readonly masked: string;
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
  const people = [target, seeker, personOf(facts.connector), ...(facts.via ?? [])];
  const names = people.flatMap((person) => [
    ...nameForms(person),
    ...companyForms(person),
    person?.title,
    person && callName(person),
  ]);
  const mask = patternOf(names.filter((name) => name !== undefined));
  const read = (field: TextEdit["field"], text: string | undefined): ReadText | undefined =>
    typeof text === "string" ? { field, text, masked: mask ? text.replace(mask, "name") : text } : undefined;
  const { channel, limits, mode, thresholds, locale } = input;
  return {
    note: read("note", input.note),
    forwardable: read("forwardable", input.forwardable),
    subject: read("subject", input.subject),
    ...{ channel, limits, mode, thresholds, facts, target, seeker },
    pack: locale,
    words: locale.lint,
  };
}

/** The ways in which a draft of ours writes a name: whole, or shortened for a small channel, or without what follows a comma. */
export function nameForms(person: NamedPerson | undefined): string[] {
  return formsOf((max) => fullName(person, max));
}

/** The ways to write his company; its legal form may be left out. */
export function companyForms(person: NamedPerson | undefined): string[] {
  const forms = formsOf((max) => shown(person?.company, max));
  const bare = forms[0]?.replace(
    /,?\s+(inc|llc|ltd|gmbh|ag|corp|co|plc|sa|s\.a|s\.l|sl|limited|corporation|company)\.?$/i,
    "",
  );
  return bare ? [...forms, bare] : forms;
}

/** True where one of the names stands in the text as words of its own. */
export function mentions(text: string | undefined, names: readonly string[]): boolean {
  if (text === undefined || names.length === 0) return false;
  const lines = safeText(text);
  return names.some((name) => lines.includes(name)) || (patternOf(names)?.test(lines) ?? false);
}

/** True where the text holds enough of the fact's own words to count as stating it. */
export function states(text: string, fact: string | undefined, reader: Reader): boolean {
  if (!fact) return false;
  const own = wordsOf(fact.toLowerCase()).filter(
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
  const start = Math.max(
    before.lastIndexOf("\n") + 1,
    (/[.!?]\s+(?=[^.!?]*$)/.exec(before)?.index ?? -2) + 2,
  );
  const end = /[.!?]+[ \t]*|(?=\n)|$/.exec(text.slice(match.index + match[0].length));
  const stop = match.index + match[0].length + (end?.index ?? 0) + (end?.[0].length ?? 0);
  return { field, at: start, length: stop - start, insert: "" };
}

function personOf(person: NamedPerson | string | undefined): NamedPerson | undefined {
  if (typeof person !== "string") return person;
  const [, name = person, company] = /^(.+?)(?: at | @ |, )(.+)$/.exec(person) ?? [];
  return company === undefined ? { name } : { name, company };
}

function formsOf(write: (max: number) => string | undefined): string[] {
  const whole = write(4096);
  const forms = [whole, whole?.split(",")[0], write(120), write(60), write(40), write(24), write(18)];
  return [...new Set(forms.filter((form) => form !== undefined && form !== ""))] as string[];
}

/** Longest first; a letter or digit beside the name makes it part of another word, in scripts that part words by blanks. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const ready = [...new Set(names)]
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (ready.length === 0) return undefined;
  const escaped = ready.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+"));
  return new RegExp(`(?<![${LETTERS}])(?:${escaped.join("|")})(?![${LETTERS}])`, "giu");
}

const LETTERS = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}";
