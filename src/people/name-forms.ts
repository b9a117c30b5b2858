import { checkShape } from "../base/index.js";
import { foldName, isTitleWord, nameWithBrackets, plainUmlauts, UNSPACED } from "./fold-name.js";

/** The words of a name that tell it from others, folded, in each way in which it may be read. */
export function wordsOfNames(name: string): readonly (readonly string[])[] {
  // Behind a comma may stand what looks like a degree and is a given name (Müller, Jean-Luc).
  const forms = new Set([foldName(name), foldName(name.replaceAll(",", " ")), nameWithBrackets(name)]);
  return [...forms].flatMap((folded) => {
    if (!folded) return [];
    const all = folded.split(" ");
    const own = all.filter((word) => !isTitleWord(word));
    return [own.length > 1 ? own : all];
  });
}

/** The folded name, and what {@link keysOfWords} gives for each of its readings; nothing for a name without letters. */
export function nameKeys(name: string): readonly string[] {
  checkShape(name, "text", "name");
  return [foldName(name), ...wordsOfNames(name).flatMap(keysOfWords)].filter(Boolean);
}

/**
 * Texts of which two names share one where a look-up holds them to be the same. The order of words, blanks, and the spelling of umlauts
 * make no difference. Only a short word is never a whole name run together: it may be another one (An Na and Anna, Le An and lean).
 */
export function keysOfWords(words: readonly string[]): readonly string[] {
  const letters = words.join("");
  const isWhole = words.length === 1 && letters.length < LEAST_RUN_TOGETHER && !UNSPACED.test(letters);
  return [isWhole ? letters : leastTurn(letters), words.map(plainUmlauts).sort().join(" ")];
}

/** Of all turns of the letters the first in order: the same for "smith bob" and "bob smith". */
function leastTurn(letters: string): string {
  let least = letters;
  for (let cut = 1; cut < Math.min(letters.length, MAX_TURNED); cut++) {
    const turn = letters.slice(cut) + letters.slice(0, cut);
    if (turn < least) least = turn;
  }
  return least;
}

/** Letters (assumption). */
const LEAST_RUN_TOGETHER = 8;
/** A longer name is turned no further, since that costs the square of its length. */
const MAX_TURNED = 100;
