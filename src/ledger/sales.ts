import { isReversed, type SaleDelivered } from "../journal/index.js";
import type { EntryLookup } from "./resolve-entry.js";

/** The sales from each person to each other, found by day in O(log n), and one step more for each that was reversed. */
export class Sales {
  readonly #lookup: Pick<EntryLookup, "get" | "reversalOf">;
  /** By seller, customer and whether only those without a problem are listed; days rise. */
  readonly #lists = new Map<string, Sale[]>();

  constructor(lookup: Pick<EntryLookup, "get" | "reversalOf">) {
    this.#lookup = lookup;
  }

  /** Forgets all. */
  clear(): void {
    this.#lists.clear();
  }

  /** Takes a sale of a day; seller and customer are the ones whose accounts theirs are. */
  add({ id, complaint }: SaleDelivered, seller: string, customer: string, day: number): void {
    for (const smooth of complaint === undefined ? [false, true] : [false]) {
      const key = JSON.stringify([seller, customer, smooth]);
      const sales = this.#lists.get(key);
      if (sales === undefined) this.#lists.set(key, [{ id, day }]);
      else sales.splice(countUpTo(sales, day), 0, { id, day });
    }
  }

  /** Days since the last sale on or before a day that was not reversed by then; `smooth`: the last without a problem. */
  age(seller: string, customer: string, day: number, smooth: boolean): number | undefined {
    const sales = this.#lists.size === 0 ? [] : this.#lists.get(JSON.stringify([seller, customer, smooth]));
    if (sales === undefined) return undefined;
    for (let index = countUpTo(sales, day) - 1; index >= 0; index--) {
      const sale = sales[index] as Sale;
      if (!isReversed(this.#lookup, sale.id, day)) return day - sale.day;
    }
    return undefined;
  }
}

interface Sale {
  readonly id: string;
  readonly day: number;
}

/** How many of the sales, whose days rise, lie on or before a day, by halving. */
function countUpTo(sales: readonly Sale[], day: number): number {
  let low = 0;
  let high = sales.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sales[middle] as Sale).day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
