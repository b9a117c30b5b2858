import { checkShape } from "../base/index.js";
import { withoutBrackets } from "./without-brackets.js";
/**
 * A name folded to a key for matching only: any script, lower case, without marks, punctuation, emoji, credentials
 * and forms of address. `Jr`, `Sr` and numerals stay, since they tell father from son. The record keeps the original.
 *
 * @example foldName("Łukasz O’Neil-Groß, PMP") === "lukasz oneil gross"
 */
export function foldName(name: string): string {
  checkShape(name, "text", "name");
  const parts = bareName(name).replace(DOTTED, " ").split(",");
  const capitals = name === name.toUpperCase();
  const named = parts.filter((part, index) => index === 0 || !isCredential(part, capitals));
  const words = foldText(named.join(" ")).split(" ");
  while (words.length > 1 && ADDRESS.has(words[0] as string)) words.shift();
  return words.filter((word, index) => index === 0 || !CREDENTIALS.has(word)).join(" ");
}

/**
 * A name without what is written around it: a headline after `|` or a dash, pronouns and other words in brackets (a name in quotes
 * too), emoji. Where nothing would be left, the text as it is.
 */
export function bareName(name: string): string {
  checkShape(name, "text", "name");
  const text = name.slice(0, MAX_FOLDED);
  if (!AROUND.test(text)) return text;
  const bare = withoutAsides(text.replace(/(?<!\s)\s*(?:[|•·‖]|\s[-–—]\s).*$/su, " "));
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text;
}

/** A text without what stands in brackets, a name in quotes behind another word, and pronouns. */
function withoutAsides(text: string): string {
  return withoutBrackets(text)
    .replace(/(?<=\s)["“”„«‘'][^"“”«»’']{1,30}["“”»’'](?=\s|$)/gu, " ")
    .replace(
      /(?:^|[\s,])(?:she|he|they|ze|xe|sie|er|elle|il|ella|ellos)\s?\/\s?(?:her|him|his|hers|they|them|she|he|theirs|ihr|ihm|la|lui|le)(?:\s?\/\s?\p{L}+)?(?=$|[\s,])/giu,
      " ",
    );
}

/**
 * The words of any text, folded as in names, in each way in which a name may be read in it. They are as they stand, without what is written
 * around names, and without degrees and forms of address. An apostrophe parts words here (`Bob's`).
 */
export function readingsOf(text: string): readonly (readonly string[])[] {
  return [...new Set([text, withoutAsides(text)])].flatMap((one) => {
    const words = foldWhole(one.replace(APOSTROPHES, " ")).split(" ");
    return [words, words.filter((word) => !isTitleWord(word))];
  });
}

/** True for a folded word that is a degree or a form of address. */
export function isTitleWord(word: string): boolean {
  return ADDRESS.has(word) || CREDENTIALS.has(word);
}

/**
 * The names of a list with commas, where what stands behind a name (`PhD`, `Jr.`) is part of it.
 *
 * @example namesInList("Bob Smith, PhD, Eve Fox") // ["Bob Smith, PhD", "Eve Fox"]
 */
export function namesInList(list: string): string[] {
  checkShape(list, "text", "list");
  const names: string[] = [];
  const capitals = list === list.toUpperCase();
  for (const part of list.split(",").map((text) => text.trim())) {
    if (names.length === 0 || !(isGeneration(part) || isCredential(part, capitals))) names.push(part);
    else names.push(`${names.pop()}, ${part}`);
  }
  return names;
}

/** A person's name as it is written. */
export function writtenName({
  name,
  firstName = "",
  lastName = "",
}: {
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
}): string {
  return name ?? `${firstName} ${lastName}`;
}

/** The folded name with a name that stands in brackets or quotes (`Maya Stone (Miller)`, `Robert "Bob" Moss`); undefined without one. */
export function nameWithBrackets(name: string): string | undefined {
  if (!/[([{（"“”„«‘']/.test(name)) return undefined;
  const found = BRACKETED.exec(name.slice(0, MAX_FOLDED));
  if (found === null) return undefined;
  const inside = (found[1] ?? found[2]) as string;
  return foldName(name.replace(found[0], ` ${inside} `));
}

/**
 * A first and a last name as one would write them together. What hides in them (controls, zero-width marks) is left out, and so
 * are credentials after a comma, `Jr.` and the like kept.
 */
export function joinName(first: string, last: string, clean: (text: string) => string): string {
  checkShape(first, "text", "first");
  checkShape(last, "text", "last");
  checkShape(clean, "function", "clean");
  const [family = "", ...rest] = last.split(",");
  const short = clean([first, family, ...rest.filter(isGeneration)].join(" "));
  return short === "" ? clean(`${first} ${last}`) : short;
}

/**
 * Any text folded for matching: NFKC, lower case, no marks, and letters of other shapes to their base (ł, ø, ß, ı). Look-alike
 * Cyrillic and Greek letters inside a Latin word become Latin, apostrophes go, and all else but letters and digits is a blank.
 */
export function foldText(text: string): string {
  checkShape(text, "text", "text");
  return foldWhole(text.slice(0, MAX_FOLDED));
}

function foldWhole(short: string): string {
  // Most texts are ASCII, of which nothing is to be normalised.
  if (ASCII.test(short))
    return short
      .toLowerCase()
      .replace(/['`]+/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const bare = short
    .replace(/[™℠]/g, " ")
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(SHAPED, (letter) => SHAPES.get(letter) ?? "");
  const plain = ASCII.test(bare) ? bare : bare.normalize("NFC").replace(MIXED_WORD, foldLookAlikes);
  return plain
    .replace(SILENT, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** Müller is folded to "muller"; who cannot type an umlaut writes "mueller". */
export function plainUmlauts(word: string): string {
  return word.replace(/([aou])e/g, "$1").replace(/aa/g, "a");
}

/** True for what stands behind a comma and is surely no name: `Jr.`, `PhD`. */
export function isNameSuffix(part: string): boolean {
  if (isGeneration(part)) return true;
  const words = foldText(part.replace(DOTTED, " ")).split(" ");
  return words.every((word) => word === "" || CREDENTIALS.has(word));
}

function isGeneration(part: string): boolean {
  return /^\s*(?:[js]r\.?|junior|senior|i{2,3}|iv|[234](?:nd|rd|th))\s*$/i.test(part);
}

/** True for what stands behind a comma and is no name: known letters, or several capitals in a name that has small letters. */
function isCredential(part: string, capitals: boolean): boolean {
  const known = foldText(part).split(" ");
  if (known.every((word) => CREDENTIALS.has(word))) return true;
  if (capitals || isGeneration(part)) return false;
  return part
    .split(/[\s/]+/)
    .every((word) => word === "" || /^(?=.{2,9}$)\p{Lu}[\p{L}.®™-]*\p{Lu}[\p{L}.®™-]*$/u.test(word));
}

function foldLookAlikes(word: string): string {
  if (!/[a-z]/.test(word)) return word;
  return word.replace(/[^a-z]/g, (letter) => {
    const index = LOOK_ALIKES.indexOf(letter);
    return index < 0 ? letter : (LATIN[index] as string);
  });
}

/** Names of these scripts are written without blanks. */
export const UNSPACED: RegExp =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]+$/u;
/** One or two words that are written as names are, behind another word. */
const BRACKETED =
  /(?<=\p{L}[.\s]{0,3})(?:[([{（](?:née\s|nee\s|geb\.?\s|born\s)?(\p{Lu}\p{Ll}[\p{L}'’-]{0,30}(?:\s\p{Lu}[\p{L}'’-]{1,30})?)[)\]}）]|(?<=\s)["“”„«‘'](\p{Lu}[\p{L}'’-]{1,30})["“”»’'](?=\s|$))/u;
/** Longer texts are no names: folding stays linear and short (SECURITY.md, row 3). */
export const MAX_FOLDED = 512;
/** One of the signs without which nothing stands around a name. */
const AROUND = /[|•·‖\-–—([{（【"“”„«‘'/]/;
const ASCII = /^[\u0000-\u007f]*$/;
/** Combining accents, signs of how an emoji is drawn, Hebrew points, Arabic vowel marks; vowel signs of Indic scripts are letters and stay. */
const MARKS = /[\ufe00-\ufe0f\u20e3\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const SHAPES: ReadonlyMap<string, string> = new Map(
  "ł=l đ=d ø=o þ=th ß=ss ı=i æ=ae œ=oe ð=d ħ=h ŋ=n ŧ=t ĸ=k ſ=s".split(" ").map((pair) => {
    const [letter = "", base = ""] = pair.split("=");
    return [letter, base];
  }),
);
const SHAPED = new RegExp(`[${[...SHAPES.keys()].join("")}]`, "g");
const LOOK_ALIKES = "аеорсухіјѕкмтвнοανρτικ";
const LATIN = "aeopcyxijskmtbhoavptik";
const MIXED_WORD = /[\p{L}]+/gu;
const APOSTROPHES = /['’‘ʼ`´]+/g;
const SILENT = /['’‘ʼ`´\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const ADDRESS = new Set("dr mr mrs ms mx miss prof professor herr frau dipl".split(" "));
const DOTTED = /\b(?:ph\.? ?d|m\.d|m\.b\.a|m\.sc|b\.sc)\b\.?/gi;
/** Only what is no surname anywhere: `ma`, `ed` and `rai` are left alone. */
const CREDENTIALS = new Set(
  "phd mba pmp cpa cfa cissp csm cspo msc bsc meng esq shrm sphr phr pe md dds mph llm jd rn cfp".split(" "),
);
