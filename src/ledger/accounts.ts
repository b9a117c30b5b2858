import { widened } from "../base/index.js";
import { DecaySeries, type Lives } from "./decay-series.js";
import type { LedgerModel } from "./ledger-model.js";
import type { PairTable } from "./pair-table.js";
import { sizeClass } from "./perception.js";

/** What one person gave another as of a day, in thousandths of a favor point. */
export interface Given {
  /** Sum of sizes, without decay. */
  readonly total: number;
  /** What it is worth to the giver on that day. */
  readonly giverView: number;
  /** What it is worth to the receiver on that day. */
  readonly receiverView: number;
}

/** The books and the decayed sums of all pairs of people; people are numbers from 1 on. */
export class Accounts {
  readonly #model: LedgerModel;
  readonly #lives: readonly Lives[];
  readonly #pairs: PairTable;
  readonly #series = new DecaySeries();
  /** Thousandths that the higher person of a pair owes the lower. */
  #book = new Float64Array(4);
  /** Last slot of each series of a pair: for each direction one per size class. */
  #tails: Int32Array;

  constructor(model: LedgerModel, pairs: PairTable) {
    this.#model = model;
    this.#pairs = pairs;
    this.#lives = model.receiverHalfLives.map(({ days }) => ({ first: model.giverHalfLife, second: days }));
    this.#tails = new Int32Array(this.#book.length * this.#width);
  }

  /** Books an amount from giver to receiver; `origin` is the day from which it decays, `day` the one from which it counts. */
  post(giver: number, receiver: number, amount: number, day: number, origin: number): void {
    const gives = giver < receiver;
    const pair = gives ? this.#pairs.add(giver, receiver) : this.#pairs.add(receiver, giver);
    if (pair >= this.#book.length) {
      this.#book = widened(this.#book, Math.ceil(pair * 1.5));
      this.#tails = widened(this.#tails, this.#book.length * this.#width);
    }
    this.#book[pair] = (this.#book[pair] as number) + (gives ? amount : -amount);
    const kind = sizeClass(Math.abs(amount) / 1000, this.#model);
    const index = pair * this.#width + (gives ? 0 : this.#lives.length) + kind;
    const lives = this.#lives[kind] as Lives;
    this.#tails[index] = this.#series.add(this.#tails[index] as number, day, amount, origin, lives);
  }

  /** Thousandths that `b` owes `a`. */
  book(a: number, b: number): number {
    const pair = a < b ? this.#pairs.find(a, b) : this.#pairs.find(b, a);
    const held = this.#book[pair] ?? 0;
    return a < b ? held : 0 - held;
  }

  /** What one person gave another as of the end of a day. */
  given(giver: number, receiver: number, day: number): Given {
    const gives = giver < receiver;
    const pair = gives ? this.#pairs.find(giver, receiver) : this.#pairs.find(receiver, giver);
    const { giverGrowth, receiverPremium, receiverFloor } = this.#model;
    let index = pair * this.#width + (gives ? 0 : this.#lives.length);
    let total = 0;
    let growing = 0;
    let fading = 0;
    for (const lives of pair === 0 ? [] : this.#lives) {
      const sums = this.#series.sumsAt(this.#tails[index++] ?? 0, day, lives);
      total += sums.total;
      growing += sums.first;
      fading += sums.second;
    }
    return {
      total,
      giverView: total + giverGrowth * (total - growing),
      receiverView: (1 + receiverPremium) * (receiverFloor * total + (1 - receiverFloor) * fading),
    };
  }

  /** The book of every pair that has one: the lower person, the higher one, and the thousandths that the higher owes the lower. */
  *books(): Generator<readonly [lower: number, higher: number, amount: number], void, undefined> {
    for (let pair = 1; pair <= this.#pairs.size; pair++) {
      const tails = this.#tails.subarray(pair * this.#width, (pair + 1) * this.#width);
      if (tails.some((tail) => tail !== 0)) yield [...this.#pairs.people(pair), this.#book[pair] as number];
    }
  }

  get #width(): number {
    return this.#lives.length * 2;
  }
}
