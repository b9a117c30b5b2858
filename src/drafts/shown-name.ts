import { checkShape, type Issue, type IssueCode, madeOf, safeText } from "../base/index.js";
import { bareName, foldCompany, givenNameOf, nameKind } from "../people/index.js";

/** The part of a person that a text shows; every Person fits. */
export interface NamedPerson {
  readonly id?: string;
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly company?: string;
  readonly title?: string;
  readonly emails?: readonly string[];
  readonly kind?: "person" | "organization" | "unknown";
}

/** Longest name or company that a text shows, in UTF-16 units: no real one is longer, and no cell may fill a message. */
export const NAME_MAX: number = 120;

const PICTURES = /\p{Extended_Pictographic}|[\ufe0f\u200d]/gu;

/** Most words of a name or company that a text shows. */
const NAME_WORDS = 10;

/** Whole name of a person, safe to show, without headline, brackets and emoji around it; undefined where none is known. */
export function fullName(person: NamedPerson | undefined, max: number = NAME_MAX): string | undefined {
  return madeOf("person", () => {
    const name = nameAsWritten(person);
    return name && cut(safe(bareName(name).replace(PICTURES, " ")) ?? name, max);
  });
}

/** The whole name with all that is written around it. */
export function nameAsWritten(person: NamedPerson | undefined): string | undefined {
  if (person === undefined) return undefined;
  checkShape(person, "object", "person");
  return safe(person.name) ?? safe(`${person.firstName ?? ""} ${person.lastName ?? ""}`);
}

/** What one calls a person in a text: the first name where one is certain, else the whole one. */
export function callName(person: NamedPerson, max: number = NAME_MAX): string | undefined {
  return greetingName(person, max) ?? fullName(person, max);
}

/** The first name to greet with, or the whole one behind a title or an initial; undefined where neither is certain. */
export function greetingName(person: NamedPerson, max: number = NAME_MAX): string | undefined {
  const { name, firstName, lastName, kind } = person;
  const given = givenNameOf({
    ...(safe(name) === undefined ? {} : { name: safe(name) as string }),
    ...(safe(firstName) === undefined ? {} : { firstName: safe(firstName) as string }),
    ...(safe(lastName) === undefined ? {} : { lastName: safe(lastName) as string }),
    ...(kind === undefined ? {} : { kind }),
  });
  if (given !== undefined) return cut(given, max);
  // "Dr. Meyer", "S Krishnan": what stands first is known to be no family name.
  const whole = bareName(safe(name) ?? safe(`${firstName ?? ""} ${lastName ?? ""}`) ?? "").trim();
  const isPolite =
    /^(?:\p{L}|\p{L}{1,4}\.)\s/u.test(whole) &&
    nameKind(whole) === "person" &&
    (kind ?? "person") === "person";
  return isPolite ? cut(whole.split(",")[0] as string, max) : undefined;
}

/** A text on one line without controls or bidi marks, at most `max` units and `words` words; undefined where nothing is left. */
export function shown(text: string | undefined, max: number = NAME_MAX, words?: number): string | undefined {
  checkShape(text, "text?", "text");
  checkShape({ max, words }, { max: "number", words: "finite?" }, "length");
  const clean = safe(text);
  return clean && cut(clean, max, words);
}

/** Where a person works, safe to show; undefined where that names no company ("Self-employed", "N/A", a dash). */
export function companyOf(person: NamedPerson | undefined, max: number = NAME_MAX): string | undefined {
  return madeOf("person", () => {
    const company = shown(person?.company, max);
    return company && foldCompany(company) ? company : undefined;
  });
}

/** Cuts at a blank where one is near, never inside a surrogate pair, and marks the cut with "…"; `words` at most. */
function cut(text: string, max: number, words: number = NAME_WORDS): string {
  const tokens = text.split(" ");
  if (tokens.length > words)
    return cut(
      `${tokens
        .slice(0, words)
        .join(" ")
        .slice(0, max - 1)} …`,
      max,
      words + 1,
    );
  if (text.length <= max) return text;
  let end = Math.max(0, max - 1);
  const blank = text.lastIndexOf(" ", end);
  if (blank > end * 0.6) end = blank;
  else if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
  return `${text.slice(0, end).replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/u, "")}…`;
}

/** What is odd about the names of the given people: hidden characters, words that mix scripts (UTS 39). */
export function nameIssues(people: Readonly<Record<string, NamedPerson | undefined>>): Issue[] {
  const issues: Issue[] = [];
  for (const [column, person] of Object.entries(people)) {
    const texts = [person?.name, person?.firstName, person?.lastName, person?.company].filter(isText);
    if (texts.some((text) => safeText(text) !== text.replace(/\s+/gu, " ").trim())) {
      issues.push(
        issue("CONTROL_CHARS", "a name holds control or hidden characters; they are left out", column),
      );
    }
    if (
      texts.some((text) =>
        text
          .normalize("NFKC")
          .split(/[^\p{L}\p{M}]+/u)
          .some(mixesScripts),
      )
    ) {
      issues.push(issue("MIXED_SCRIPT", "a word of a name mixes letters of several scripts", column));
    }
  }
  return issues;
}

function mixesScripts(word: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return scripts.filter((script) => script.test(word)).length > 1;
}

function issue(code: IssueCode, message: string, column: string): Issue {
  return { code, severity: "warning", message, column };
}

function isText(text: unknown): text is string {
  return typeof text === "string";
}

function safe(text: string | undefined): string | undefined {
  // 4,096 bounds the scan of a hostile cell; a name is cut far below it.
  return (isText(text) && safeText(text.slice(0, 4096).replace(/\p{Surrogate}/gu, ""))) || undefined;
}
