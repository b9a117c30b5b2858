import { widened } from "../base/index.js";

/**
 * Sums of decayed amounts for very many series at once. A series belongs to two people, a direction and a size class; its
 * slots are the days on which something was given. A slot keeps the whole sum and two exponential sums anchored at its
 * own day. So the sum at any later day is one multiplication: S(now) = S(day)·2^(−(now − day)/H). All factors are at
 * most 1, so nothing overflows however long the history. Slots lie in typed columns and are linked backwards with jump
 * pointers (Myers 1983). A day is found in O(log n), and the newest one in O(1). The plain form is the sum over
 * entries: `test/support/ledger-oracle.ts`.
 */
export class DecaySeries {
  #day = new Int32Array(4);
  #previous = new Int32Array(4);
  #jump = new Int32Array(4);
  #depth = new Int32Array(4);
  /** Four columns of numbers a slot: see the constants below. */
  #sums = new Float64Array(4 * WIDTH);
  /** The decayed sums of a slot's own amounts, where some of them decay from an earlier day. */
  readonly #older = new Map<number, { first: number; second: number }>();
  #count = 1;

  /** Puts an amount into the series that ends in slot `tail` (0: an empty one). `origin` is the day from which it decays. O(days after it). */
  add(tail: number, day: number, amount: number, origin: number, lives: Lives): number {
    const first = origin === day ? amount : amount * 2 ** ((origin - day) / lives.first);
    const second = origin === day ? amount : amount * 2 ** ((origin - day) / lives.second);
    const later: number[] = [];
    let slot = tail;
    for (; slot !== 0 && this.#at(this.#day, slot) > day; slot = this.#at(this.#previous, slot))
      later.push(slot);
    if (slot !== 0 && this.#at(this.#day, slot) === day) {
      this.#join(slot, amount, first, second);
      this.#carry(slot, lives);
    } else {
      slot = this.#push(slot, day, amount, first, second, lives);
    }
    // The slots after the day of a late amount are linked and summed anew.
    for (let next = later.pop(); next !== undefined; next = later.pop()) {
      this.#link(next, slot, lives);
      slot = next;
    }
    return slot;
  }

  /** The sums of a series at the end of a day; zeros before its first slot. */
  sumsAt(tail: number, day: number, lives: Lives): Sums {
    const slot = this.#slotAt(tail, day);
    if (slot === 0) return NOTHING;
    const age = day - this.#at(this.#day, slot);
    const base = slot * WIDTH;
    return {
      total: this.#at(this.#sums, base + TOTAL),
      first: this.#at(this.#sums, base + FIRST) * 2 ** (-age / lives.first),
      second: this.#at(this.#sums, base + SECOND) * 2 ** (-age / lives.second),
    };
  }

  /** The last slot of a series on or before a day, 0 where there is none. */
  #slotAt(tail: number, day: number): number {
    let slot = tail;
    while (slot !== 0 && this.#at(this.#day, slot) > day) {
      const jump = this.#at(this.#jump, slot);
      slot = jump !== 0 && this.#at(this.#day, jump) > day ? jump : this.#at(this.#previous, slot);
    }
    return slot;
  }

  #push(previous: number, day: number, amount: number, first: number, second: number, lives: Lives): number {
    if (this.#count === this.#day.length) this.#grow();
    const slot = this.#count++;
    this.#day[slot] = day;
    this.#join(slot, amount, first, second);
    this.#link(slot, previous, lives);
    return slot;
  }

  #join(slot: number, amount: number, first: number, second: number): void {
    const own = this.#at(this.#sums, slot * WIDTH + OWN);
    this.#sums[slot * WIDTH + OWN] = own + amount;
    const older = this.#older.get(slot);
    if (older !== undefined) {
      older.first += first;
      older.second += second;
    } else if (first !== amount) {
      this.#older.set(slot, { first: own + first, second: own + second });
    }
  }

  #link(slot: number, previous: number, lives: Lives): void {
    const jump = this.#at(this.#jump, previous);
    const step = this.#at(this.#depth, previous) - this.#at(this.#depth, jump);
    const far = this.#at(this.#jump, jump);
    this.#previous[slot] = previous;
    this.#depth[slot] = this.#at(this.#depth, previous) + 1;
    this.#jump[slot] = step === this.#at(this.#depth, jump) - this.#at(this.#depth, far) ? far : previous;
    this.#carry(slot, lives);
  }

  /** Sums of a slot from those before it and its own. */
  #carry(slot: number, lives: Lives): void {
    const previous = this.#at(this.#previous, slot);
    const gap = previous === 0 ? 0 : this.#at(this.#day, slot) - this.#at(this.#day, previous);
    const from = previous * WIDTH;
    const base = slot * WIDTH;
    const sums = this.#sums;
    const own = this.#at(sums, base + OWN);
    const { first, second } = this.#older.get(slot) ?? { first: own, second: own };
    sums[base + TOTAL] = this.#at(sums, from + TOTAL) + own;
    sums[base + FIRST] = this.#at(sums, from + FIRST) * 2 ** (-gap / lives.first) + first;
    sums[base + SECOND] = this.#at(sums, from + SECOND) * 2 ** (-gap / lives.second) + second;
  }

  #grow(): void {
    const size = Math.ceil(this.#day.length * 1.5);
    this.#day = widened(this.#day, size);
    this.#previous = widened(this.#previous, size);
    this.#jump = widened(this.#jump, size);
    this.#depth = widened(this.#depth, size);
    this.#sums = widened(this.#sums, size * WIDTH);
  }

  #at(column: Int32Array | Float64Array, index: number): number {
    return column[index] as number;
  }
}

/** Half-lives in days of the two exponential sums. */
export interface Lives {
  readonly first: number;
  readonly second: number;
}

/** The plain sum and the two decayed ones. */
export interface Sums {
  readonly total: number;
  readonly first: number;
  readonly second: number;
}

const NOTHING: Sums = { total: 0, first: 0, second: 0 };
const WIDTH = 4;
const [OWN, TOTAL, FIRST, SECOND] = [0, 1, 2, 3] as const;
