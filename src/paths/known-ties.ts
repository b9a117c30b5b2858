/** Ties by number: the numbers of the people at their two ends, and who has which number. */
export interface ListedTies {
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** The two ends of each tie, all of one `from` side by side. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * Finds the ties of an earlier list again. Networks list their ties person by person, each person's in the order in which
 * they came. So mostly the next one asked for is the next one of the list, and then a look at two ids is all. A person who is out of
 * their place is looked up. So is a tie, once its person has lost, gained or moved one, in a map of that person's ties alone.
 * Any other order gives the same answers. O(ties) in all, whatever is gone, new or moved, asked person by person.
 */
export class KnownTies {
  readonly #list: ListedTies;
  /** Person -> index of their first tie + 1; 0 where they are the `from` of none. */
  readonly #starts: Uint32Array;
  readonly #found: Uint8Array;
  #person: string | undefined;
  /** Place where the person's next tie is looked for, and where their ties end. */
  #next = 0;
  #end = 0;
  /** The person's ties by the id of the other one; made once one is not the next. */
  #byOther: Map<string, number> | undefined;

  constructor(list: ListedTies) {
    const { ids, from } = list;
    this.#list = list;
    this.#found = new Uint8Array(from.length);
    this.#starts = new Uint32Array(ids.length);
    for (let tie = from.length - 1; tie >= 0; tie--) this.#starts[from[tie]!] = tie + 1;
  }

  /** The earlier number of the tie between two people given by their ids, -1 where there was none. */
  find(from: string, to: string): number {
    if (from !== this.#person) this.#enter(from);
    const isNext = this.#next < this.#end && this.#otherOf(this.#next) === to;
    const tie = isNext ? this.#next : this.#lookUp(to);
    if (tie < 0) return -1;
    this.#found[tie] = 1;
    this.#next = tie + 1;
    return tie;
  }

  /** Numbers of those that were never found. */
  gone(): number[] {
    const gone: number[] = [];
    for (let tie = 0; tie < this.#found.length; tie++) if (this.#found[tie] === 0) gone.push(tie);
    return gone;
  }

  #enter(person: string): void {
    const { ids, numbers, from } = this.#list;
    const expected = from[this.#end];
    const isNext = expected !== undefined && ids[expected] === person;
    const node = isNext ? expected : numbers.get(person);
    const start = node === undefined ? 0 : this.#starts[node]!;
    this.#person = person;
    this.#byOther = undefined;
    // Whoever had no ties takes nobody out of their place.
    this.#next = start === 0 ? this.#end : start - 1;
    if (start > 0) this.#end = this.#next;
    while (start > 0 && from[this.#end] === node) this.#end++;
  }

  #lookUp(other: string): number {
    if (this.#byOther === undefined) {
      this.#byOther = new Map();
      const person = this.#person === undefined ? undefined : this.#list.numbers.get(this.#person);
      const start = person === undefined ? 0 : this.#starts[person]!;
      for (let tie = start - 1; start > 0 && tie < this.#end; tie++)
        this.#byOther.set(this.#otherOf(tie), tie);
    }
    return this.#byOther.get(other) ?? -1;
  }

  #otherOf(tie: number): string {
    return this.#list.ids[this.#list.to[tie]!]!;
  }
}
