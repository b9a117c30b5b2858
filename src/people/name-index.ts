import { addTo } from "../base/index.js";
import { isGiven, spacelessKey } from "./compare-names.js";
import { foldName, nameWithBrackets, writtenName } from "./fold-name.js";
import { type AskedName, type NameLikeness, nameLikeness } from "./name-likeness.js";
import { nicknamesOf } from "./nicknames.js";
import type { Person } from "./person.js";
import { isOtherScript, soundKey } from "./transliterate.js";
import { WordIndex } from "./word-index.js";

/** The names of many people, and whose is like one asked for. */
export class NameIndex {
  readonly #names: string[] = [];
  /** Names with those in brackets, by index: a maiden name, a short form. */
  readonly #furtherNames = new Map<number, string>();
  readonly #words = new WordIndex();
  readonly #spaceless = new Map<number, number[]>();
  /** Who has a word in Cyrillic or Greek letters, by its sound; and the sounds of all words, made when first needed. */
  readonly #otherScripts = new Map<string, number[]>();
  #sounds: Map<string, string[]> | undefined;

  /** Takes the name of the person at the next index. */
  add(person: Person, index: number): void {
    const written = writtenName(person);
    const name = foldName(written);
    this.#names[index] = name;
    this.#words.add(name.split(" "), index);
    const further = nameWithBrackets(written);
    if (further !== undefined) {
      this.#furtherNames.set(index, further);
      this.#words.add(further.split(" "), index);
    }
    addTo(this.#spaceless, spacelessKey(name), index);
    if (isOtherScript(name))
      for (const word of name.split(" ")) addTo(this.#otherScripts, soundKey(word), index);
  }

  /** Gets ready for {@link like}; nothing is added afterwards. */
  sort(): void {
    this.#words.sort();
  }

  /** How the name at an index is like the one asked for. */
  likenessAt(index: number, asked: AskedName): NameLikeness {
    const likeness = nameLikeness(asked, this.#names[index] as string);
    const further = this.#furtherNames.get(index);
    if (further === undefined || likeness.score === 1) return likeness;
    const other = nameLikeness(asked, further);
    return other.score > likeness.score ? other : likeness;
  }

  /** Places of names that may be like the one asked for; among those of the lists one word alike is enough. */
  like({ text, words: all }: AskedName, lists: readonly (readonly number[])[]): Iterable<number> {
    const words = all.filter((word) => word.length > 1);
    if (words.length === 0) return this.#words.withAll([[text]], 1);
    const isForeign = isOtherScript(text);
    const groups = words.map((word, index) => [
      word,
      ...nicknamesOf(word),
      ...this.#words.like(word),
      ...(isGiven(index, words) ? this.#words.longerOrShorter(word) : []),
      ...(isForeign ? (this.#wordsBySound().get(soundKey(word)) ?? []) : []),
    ]);
    const least = words.length > 2 ? words.length - 1 : words.length;
    const { indices, counts, first } = this.#words.counted(groups, least);
    const found = new Set(indices);
    for (const index of this.#spaceless.get(spacelessKey(text)) ?? []) found.add(index);
    if (words.length > 1) {
      for (const list of lists)
        for (const index of list) if ((counts[index] as number) >= first) found.add(index);
    }
    if (this.#otherScripts.size > 0 && !isForeign) {
      const sounds = words.map((word) => this.#otherScripts.get(soundKey(word)) ?? []);
      for (const index of sounds.flat()) found.add(index);
    }
    return found;
  }

  /** Every word of a name by its sound, for queries in another script. */
  #wordsBySound(): ReadonlyMap<string, readonly string[]> {
    this.#sounds ??= this.#words.words().reduce((sounds, word) => {
      const key = soundKey(word);
      const known = sounds.get(key);
      if (known === undefined) sounds.set(key, [word]);
      else known.push(word);
      return sounds;
    }, new Map<string, string[]>());
    return this.#sounds;
  }
}
