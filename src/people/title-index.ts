import { foldTitle, isRank } from "./fold-title.js";
import { WordIndex } from "./word-index.js";

/** Which part of the words asked for a position has, and what its further words take away. */
export interface TitleLikeness {
  readonly shared: number;
  readonly extra: number;
}

/** Positions of people by their words. Each position is looked at once, however many people have it. */
export class TitleIndex {
  readonly #numbers = new Map<string, number>();
  readonly #words = new WordIndex();
  readonly #titles: (readonly string[])[] = [];
  readonly #holders: number[][] = [];
  readonly #numberOf: number[] = [];

  /** Takes the position of the next person; the first one has index 0. */
  add(title: string): void {
    let number = this.#numbers.get(title);
    if (number === undefined) {
      number = this.#titles.length;
      this.#numbers.set(title, number);
      this.#titles.push(foldTitle(title));
      this.#holders.push([]);
      this.#words.add(this.#titles[number] as readonly string[], number);
    }
    (this.#holders[number] as number[]).push(this.#numberOf.length);
    this.#numberOf.push(number);
  }

  /** Places of people whose position is half the one asked for, or more, by positions. */
  withHalf(asked: readonly string[]): readonly (readonly number[])[] {
    if (asked.length === 0) return [];
    const groups = asked.map((word) => [word]);
    return this.#words
      .withAll(groups, Math.ceil(asked.length / 2))
      .filter((number) => compare(asked, this.#titles[number] as readonly string[]).shared >= 0.5)
      .map((number) => this.#holders[number] as number[]);
  }

  /** A function that compares a person's position with the one asked for. */
  likenessTo(asked: readonly string[]): (index: number) => TitleLikeness {
    const known = new Array<TitleLikeness | undefined>(asked.length === 0 ? 0 : this.#titles.length);
    return (index) => {
      const number = this.#numberOf[index] as number;
      const likeness = known[number] ?? compare(asked, this.#titles[number] as readonly string[]);
      known[number] = likeness;
      return likeness;
    };
  }
}

function compare(asked: readonly string[], held: readonly string[]): TitleLikeness {
  const both = asked.filter((word) => held.includes(word));
  // A shared rank alone says nothing where a field was asked for.
  const shared = both.every(isRank) && !asked.every(isRank) ? 0 : both.length / asked.length;
  return { shared, extra: Math.min(0.1, 0.02 * Math.max(0, held.length - asked.length)) };
}
