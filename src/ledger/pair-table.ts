import { widened } from "../base/index.js";

/**
 * Numbers pairs of people from 1 on, by open addressing over typed arrays: a Map of a million pairs costs four times the
 * memory. People are numbers themselves (`lower` < `higher`).
 */
export class PairTable {
  #slots = new Int32Array(8);
  #lower = new Int32Array(4);
  #higher = new Int32Array(4);
  #count = 0;

  /** Number of pairs. */
  get size(): number {
    return this.#count;
  }

  /** The pair's number, 0 where it was never added. */
  find(lower: number, higher: number): number {
    return this.#slots[this.#slot(lower, higher)] as number;
  }

  /** The pair's number, a new one where it was never added. */
  add(lower: number, higher: number): number {
    const held = this.find(lower, higher);
    if (held !== 0) return held;
    const pair = ++this.#count;
    if (pair === this.#lower.length) this.#grow();
    this.#slots[this.#slot(lower, higher)] = pair;
    this.#lower[pair] = lower;
    this.#higher[pair] = higher;
    return pair;
  }

  /** The two people of a pair. */
  people(pair: number): readonly [lower: number, higher: number] {
    return [this.#lower[pair] as number, this.#higher[pair] as number];
  }

  #slot(lower: number, higher: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(lower, 0x9e3779b1) ^ Math.imul(higher, 0x85ebca6b)) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const pair = this.#slots[slot] as number;
      if (pair === 0 || (this.#lower[pair] === lower && this.#higher[pair] === higher)) return slot;
    }
  }

  #grow(): void {
    const { length } = this.#lower;
    const lower = widened(this.#lower, length * 2);
    const higher = widened(this.#higher, length * 2);
    const slots = this.#slots;
    this.#lower = lower;
    this.#higher = higher;
    this.#slots = new Int32Array(slots.length * 2);
    for (const pair of slots) {
      if (pair !== 0) this.#slots[this.#slot(lower[pair] as number, higher[pair] as number)] = pair;
    }
  }
}
