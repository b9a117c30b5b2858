import { compareCodeUnits, memoized } from "../base/index.js";
import { type NameWords, nameWords, spacelessKey } from "./compare-names.js";
import { soundKey } from "./transliterate.js";

/** A folded name with all that blocks and comparisons need of it; within a run one object for each name. */
export interface PreparedName extends NameWords {
  /** Place of the name among all of the run. */
  readonly index: number;
  /** Sounds of its words as numbers, initials left out. */
  readonly sounds: readonly number[];
  /** The same object for all names with these letters, and how many names they are. */
  readonly letters: { names: number };
  /** Number of all names with the same words by their sound. */
  readonly block: number;
}

/** Prepares folded names, each once. Texts are numbered, since numbers are quicker keys than texts. */
export function namePreparer(): (folded: string) => PreparedName {
  const [soundOf, numberOf] = [memoized(soundKey), numbered()];
  const lettersOf = memoized((_: number) => ({ names: 0 }));
  let index = 0;
  return memoized((name: string) => {
    const words = name.split(" ");
    const sounds = words.filter((word) => word.length > 1).map(soundOf);
    const spaceless = spacelessKey(name);
    const letters = lettersOf(spaceless);
    letters.names++;
    // Names of a script without blanks have no words to sort.
    const block = words.length > 1 ? [...sounds].sort(compareCodeUnits).join(" ") : `${spaceless}`;
    return {
      ...nameWords(name),
      index: index++,
      sounds: sounds.map(numberOf),
      letters,
      block: numberOf(block),
    };
  });
}

function numbered(): (text: string) => number {
  let count = 0;
  return memoized((_: string) => count++);
}
