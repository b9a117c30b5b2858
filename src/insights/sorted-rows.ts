/** Rows that are read in an order of their own: sorted whole when first needed, then kept so in O(log n) comparisons a change. */
export class SortedRows<Row> {
  readonly #compare: (a: Row, b: Row) => number;
  readonly #rows: Row[] = [];
  #isSorted = false;

  /** @param compare A total order: 0 for the same row alone, or one that is its equal. */
  constructor(compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#rows.length;
  }

  add(row: Row): void {
    if (this.#isSorted) this.#rows.splice(this.#indexOf(row), 0, row);
    else this.#rows.push(row);
  }

  /** Takes out a row that is there. */
  remove(row: Row): void {
    this.#sort();
    this.#rows.splice(this.#indexOf(row), 1);
  }

  /** The first rows in order. @defaultValue `limit`, all of them */
  rows(limit?: number): readonly Row[] {
    this.#sort();
    return this.#rows.slice(0, limit);
  }

  #sort(): void {
    if (!this.#isSorted) this.#rows.sort(this.#compare);
    this.#isSorted = true;
  }

  #indexOf(row: Row): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#rows[middle] as Row, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
