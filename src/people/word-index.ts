import { editDistance } from "../base/index.js";
import { typosAllowed } from "./typos-allowed.js";

/** Words and the indices that hold them, with a search for words written almost the same. */
export class WordIndex {
  readonly #indices = new Map<string, number[]>();
  /** Words by length, each with a set of its letters in 32 bits, to pass over most of them without looking at letters. */
  #byLength: Map<number, { readonly words: string[]; readonly letters: number[] }> | undefined;
  #size = 0;
  /** By index: the search, the group that counted last, the groups so far. Kept, since a new one of this size costs more than a search. */
  #counts = new Uint32Array(0);
  #search = 0;

  add(words: readonly string[], index: number): void {
    this.#size = Math.max(this.#size, index + 1);
    for (const word of new Set(words)) {
      const indices = this.#indices.get(word);
      if (indices === undefined) this.#indices.set(word, [index]);
      else indices.push(index);
    }
    this.#byLength = undefined;
  }

  /** Every word held, in no order. */
  words(): string[] {
    return [...this.#indices.keys()];
  }

  /** Gets ready for {@link like}, so that the first search takes no longer than the others. */
  sort(): void {
    this.#byLength ??= this.#sortByLength();
  }

  /** Words of the index that differ from `word` by no more typing errors than its length allows, itself left out. */
  like(word: string): string[] {
    const bound = typosAllowed(word.length);
    if (bound === 0) return [];
    this.#byLength ??= this.#sortByLength();
    const letters = lettersOf(word);
    const found: string[] = [];
    for (let length = word.length - bound; length <= word.length + bound; length++) {
      const group = this.#byLength.get(length);
      const allowed = Math.min(bound, typosAllowed(Math.min(length, word.length)));
      if (group === undefined || allowed === 0) continue;
      for (let at = 0; at < group.words.length; at++) {
        if (bitCount((group.letters[at] as number) ^ letters) > 2 * allowed) continue;
        const other = group.words[at] as string;
        if (other !== word && editDistance(word, other, allowed) <= allowed) found.push(other);
      }
    }
    return found;
  }

  /**
   * Words of three and four letters that have one more or less at the end than `word` (Ann, Anne). Among longer ones {@link like}
   * finds them.
   */
  longerOrShorter(word: string): string[] {
    if (word.length === 4) return [word.slice(0, 3)].filter((other) => this.#indices.has(other));
    if (word.length !== 3) return [];
    this.#byLength ??= this.#sortByLength();
    return (this.#byLength.get(4)?.words ?? []).filter((other) => other.startsWith(word));
  }

  /** Places, in no order, that hold a word of at least `least` of the groups. */
  withAll(groups: readonly (readonly string[])[], least: number): number[] {
    return this.counted(groups, least).indices;
  }

  /** As {@link withAll}, with what tells the indices that have a word of any group. */
  counted(groups: readonly (readonly string[])[], least: number): Counted {
    this.#search++;
    if (this.#counts.length < this.#size || this.#search > MOST_SEARCHES) {
      this.#counts = new Uint32Array(this.#size);
      this.#search = 1;
    }
    const [counts, first] = [this.#counts, this.#search * 0x10000];
    const indices: number[] = [];
    groups.slice(0, MOST_GROUPS).forEach((group, number) => {
      for (const word of new Set(group)) {
        const held = this.#indices.get(word);
        if (held !== undefined) countIn({ counts, first, group: number + 1, held, least }, indices);
      }
    });
    return { indices, counts, first };
  }

  #sortByLength(): Map<number, { words: string[]; letters: number[] }> {
    const groups = new Map<number, { words: string[]; letters: number[] }>();
    for (const word of this.#indices.keys()) {
      const group = groups.get(word.length) ?? { words: [], letters: [] };
      group.words.push(word);
      group.letters.push(lettersOf(word));
      groups.set(word.length, group);
    }
    return groups;
  }
}

/** Where words were found, see {@link WordIndex.counted}. */
export interface Counted {
  readonly indices: number[];
  /** By index: `first` and more where a word of any group is. Good until the next search. */
  readonly counts: Uint32Array;
  readonly first: number;
}

/** An index holds the number of a group in eight bits. */
const MOST_GROUPS = 200;
/** A count holds the number of its search in sixteen bits. */
const MOST_SEARCHES = 65_535;

/** Counts a group at indices that hold a word of it, and gives those where it is the one that makes enough. */
function countIn({ counts, first, group, held, least }: Counting, enough: number[]): void {
  const own = first + group * 0x100;
  for (let at = 0; at < held.length; at++) {
    const index = held[at] as number;
    const before = counts[index] as number;
    // Two words of one group count once.
    if (before >= own) continue;
    const count = before >= first ? (before & 255) + 1 : 1;
    counts[index] = own + count;
    if (count === least) enough.push(index);
  }
}

interface Counting extends Omit<Counted, "indices"> {
  readonly group: number;
  readonly held: readonly number[];
  readonly least: number;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
