import type { UtcDay } from "../base/index.js";
import { SortedRows } from "./sorted-rows.js";

/** Rows of which the latest are read: kept by day, so that a change moves the rows of its day alone, however many there are. */
export class LatestRows<Row> {
  readonly #dayOf: (row: Row) => UtcDay;
  readonly #compare: (a: Row, b: Row) => number;
  readonly #days = new SortedRows<UtcDay>((a, b) => b - a);
  readonly #rows = new Map<UtcDay, SortedRows<Row>>();

  /** @param compare A total order among the rows of one day. */
  constructor(dayOf: (row: Row) => UtcDay, compare: (a: Row, b: Row) => number) {
    this.#dayOf = dayOf;
    this.#compare = compare;
  }

  add(row: Row): void {
    const day = this.#dayOf(row);
    let rows = this.#rows.get(day);
    if (rows === undefined) {
      rows = new SortedRows(this.#compare);
      this.#rows.set(day, rows);
      this.#days.add(day);
    }
    rows.add(row);
  }

  /** Takes out a row that is there. */
  remove(row: Row): void {
    const day = this.#dayOf(row);
    const rows = this.#rows.get(day);
    rows?.remove(row);
    if (rows?.size !== 0) return;
    this.#rows.delete(day);
    this.#days.remove(day);
  }

  /** The first rows, the latest day first. */
  rows(limit: number): readonly Row[] {
    const found: Row[] = [];
    for (const day of this.#days.rows()) {
      if (found.length >= limit) break;
      found.push(...(this.#rows.get(day)?.rows(limit - found.length) ?? []));
    }
    return found;
  }
}
