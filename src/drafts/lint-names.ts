import { companyForms, indexOf, mentions, nameForms, type Reader } from "./lint-reader.js";
import { type NamedPerson, nameAsWritten } from "./shown-name.js";

/**
 * True where a note names the person: their whole name as it is known. First and last name, with middle names, initials and
 * nicknames left out on either side; or a title and their last name ("Herr Krüger").
 */
export function namesWhole(text: string, person: NamedPerson | undefined): boolean {
  if (mentions(text, nameForms(person))) return true;
  const { first, last } = nameParts(person);
  const plain = folded(text.replace(NICKNAMES, " ").replace(INITIALS, " "));
  return last.some(
    (part) => first.some((one) => plain.includes(` ${one} ${part} `)) || followsTitle(plain, part),
  );
}

/** True where a name stands behind a title, with at most particles between ("Herr von der Heide"). */
function followsTitle(plain: string, name: string): boolean {
  const words = plain.trim().split(" ");
  const own = name.split(" ");
  let titled = false;
  return words.some((word, at) => {
    if (titled && own.every((part, index) => words[at + index] === part)) return true;
    titled = TITLE.test(word) || (titled && PARTICLE.test(word));
    return false;
  });
}

/**
 * True where a text to the person themselves names them: whole, or by their first or last name alone. A name that is another
 * word too ("May"), or someone else's in this message, counts in the greeting only.
 */
export function namesInPart(text: string, reader: Reader): boolean {
  const { target, others, pack, words } = reader;
  if (namesWhole(text, target)) return true;
  const name = nameAsWritten(target)?.split(/[\s"“”„«»(),]+/u) ?? [];
  return [target?.firstName, target?.lastName, ...name].some((part) => {
    if (!part || part.length < 2 || namesNoOne(folded(part))) return false;
    const low = part.toLowerCase();
    const vague =
      words.common.test(low) ||
      pack.months.some((month) => month.toLowerCase() === low) ||
      mentions(others, [part]);
    for (let at = indexOf(text, part, 0); at >= 0; at = indexOf(text, part, at + 1)) {
      if (vague ? greets(text, at, part.length) : text[at] === part[0] || part === low) return true;
    }
    return false;
  });
}

/** True where a text names their company: as it is written, or without legal form, signs and accents. */
export function namesCompany(text: string, person: NamedPerson | undefined): boolean {
  const forms = companyForms(person);
  const plain = folded(forms.at(-1) ?? "");
  return mentions(text, forms) || (plain.length > 3 && folded(text).includes(plain));
}

/** First names (a nickname counts as one), and what may stand for the last name. */
function nameParts(person: NamedPerson | undefined): { first: string[]; last: string[] } {
  const name = nameAsWritten(person)?.split(",")[0] ?? "";
  const parts = name
    .replace(NICKNAMES, " ")
    .replace(INITIALS, " ")
    .split(" ")
    .map(folded)
    .filter((part) => !namesNoOne(part));
  const more = [person?.firstName, ...(name.match(NICKNAMES) ?? [])].map((part) => folded(part ?? ""));
  const trim = (all: readonly string[]): string[] =>
    all.map((part) => part.trim()).filter((part) => part !== "");
  // One part alone may be either, as in "Dr. Smith".
  const last = [...(parts.length > 1 ? parts.slice(1) : parts), folded(person?.lastName ?? "")];
  return { first: trim([...parts.slice(0, 1), ...more]), last: trim(last) };
}

/** True for what is part of a name, but no name: titles and particles alone. */
function namesNoOne(words: string): boolean {
  const own = words.trim();
  return own === "" || own.split(" ").every((word) => TITLE.test(word) || PARTICLE.test(word));
}

/** Whether the word there is spoken to: "Hi May," and not "in May,". */
function greets(text: string, at: number, length: number): boolean {
  const before = /(?<![^\n])[^\n]*$/.exec(text.slice(Math.max(0, at - 30), at))![0];
  return (
    /^(\p{L}+\.? ){0,2}$/u.test(before) &&
    !/\b(in|im|en|de|since|by|this|last) $/i.test(before) &&
    /^ ?[,:!–—-]|^ *\n/.test(text.slice(at + length))
  );
}

/** Words in lower case without accents, a blank around each; "and" and its like are left out. */
function folded(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.filter((word) => !/^(and|und|et|y|e)$/.test(word)).join(" ")} `;
}

const TITLES = "mr|mrs|ms|mx|miss|dr|prof|professor|sir|herrn?|frau|sra?|srta|senor|senora|senorita|dona?";
const PARTICLES = "dr|prof|von|vom|zu|van|der|den|de|del|la|las|los|di|da|do|dos|le|el|al|bin";
const TITLE = new RegExp(`^(?:${TITLES})$`);
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`);
/** One word in quotes or brackets. */
const NICKNAMES = /(?<![\p{L}\p{N}])["“”„«('‘]\p{L}[\p{L}\p{M}.-]{0,20}["“”»)'’](?![\p{L}\p{N}])/gu;
const INITIALS = /(?<![\p{L}\p{N}'’.])(?:(?:\p{Lu}\.)+(?!\p{L})|\p{Lu}(?![\p{L}\p{N}'’.]))/gu;
