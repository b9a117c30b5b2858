import { checkShape, maxOf, memoized, safeText } from "../base/index.js";
import { plainUmlauts, readingsOf, UNSPACED } from "./fold-name.js";
import { keysOfWords, wordsOfNames } from "./name-forms.js";

/**
 * Tells of texts whether they name somebody, in time linear in the text. An id does as a whole word, and an address anywhere. So does a name
 * in each form that a look-up holds to be the same. Its words have any order, blanks, signs, degrees and accents. As it is written, its
 * last word may go on (Kovács Jánosnak). In scripts without blanks it stands within words, and so does a name of one word, unless it is two
 * or three plain letters.
 */
export function namesOneOf(ids: readonly string[], names: readonly string[]): (text: string) => boolean {
  checkShape({ ids, names }, { ids: ["text"], names: ["text"] }, "who");
  const needles = new Set<string>();
  const keys = new Set<string>();
  for (const name of names) {
    const own = folded(name).replace(SCHEME, "");
    const found = ADDRESS.test(own) ? [] : wordsOfNames(name).filter(isFound);
    // The last may have an s more: Bob Smiths.
    for (const words of found)
      for (const form of [words, [...words.slice(0, -1), `${words.at(-1)}s`]])
        for (const key of keysOfWords(form)) keys.add(key);
    needles.add(SPACED.test(own) ? own : withoutBlanks(own));
  }
  const lengths = new Set([...keys].map((key) => withoutBlanks(key).length));
  return memoized((text: string) => {
    checkShape(text, "text", "text");
    const own = folded(text);
    const bare = withoutBlanks(own);
    const holds = (name: string): boolean =>
      SHORT.test(name)
        ? hasWord(own, name)
        : !SPACED.test(name)
          ? bare.includes(name)
          : name.includes(" ")
            ? ` ${own}`.includes(` ${name}`)
            : own.includes(name);
    return (
      [...needles].some((name) => name.length > 1 && holds(name)) ||
      ids.some((id) => hasWord(text, id)) ||
      (keys.size > 0 && readingsOf(text).some((words) => holdsName(words, keys, lengths)))
    );
  });
}

/** True for words that are found as such; one word of a script with blanks is looked for as it is written. */
function isFound(words: readonly string[]): boolean {
  return words.length > 1 || UNSPACED.test(words[0] as string);
}

function withoutBlanks(text: string): string {
  return text.replaceAll(" ", "");
}

/** True where some words that follow each other have one of the keys, which only words of as many letters can. */
function holdsName(
  words: readonly string[],
  keys: ReadonlySet<string>,
  lengths: ReadonlySet<number>,
): boolean {
  const longest = maxOf(lengths);
  return words.some((_, from) => {
    let [all, least] = [0, 0];
    for (let to = from; to < words.length && least <= longest; to++) {
      const word = words[to] as string;
      all += word.length;
      least += plainUmlauts(word).length;
      if (!lengths.has(all) && !lengths.has(least)) continue;
      if (keysOfWords(words.slice(from, to + 1)).some((key) => keys.has(key))) return true;
    }
    return false;
  });
}

/** True where the word stands in the text, quoted or bare. */
function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + word.length, at + word.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** In upper case first, which writes ß as two letters. */
function folded(text: string): string {
  return safeText(text).normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
}

/** A text may hold an address without it. */
const SCHEME = /^https?:\/\/(www\.)?/;
const ADDRESS = /^[^ @/]*[@/][^ ]*$/;
const SHORT = /^[a-z]{2,3}$/;
/** Letters of scripts in which blanks tell words apart and nothing is written together with a name; and numbers. */
const SPACED = /[a-zα-ωа-џ\d]/;
