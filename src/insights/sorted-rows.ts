/** Rows by key that are read in an order of their own: sorted whole on the first look, then kept so in O(log n) a change. */
export class SortedRows<Row> {
  readonly #compare: (a: Row, b: Row) => number;
  readonly #rows = new Map<string, Row>();
  #sorted: Row[] | undefined;

  /** @param compare A total order: 0 for the same row alone. */
  constructor(compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Puts a row in place of the one with this key; without one it goes. */
  put(key: string, row: Row | undefined): void {
    const old = this.#rows.get(key);
    if (old !== undefined) this.#sorted?.splice(this.#placeOf(old), 1);
    if (row === undefined) this.#rows.delete(key);
    else this.#rows.set(key, row);
    if (row !== undefined) this.#sorted?.splice(this.#placeOf(row), 0, row);
  }

  /** The first rows in order. @defaultValue `limit`, all of them */
  rows(limit?: number): readonly Row[] {
    this.#sorted ??= [...this.#rows.values()].sort(this.#compare);
    return this.#sorted.slice(0, limit);
  }

  #placeOf(row: Row): number {
    const sorted = this.#sorted as Row[];
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(sorted[middle] as Row, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
