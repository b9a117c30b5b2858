import { type Colleagues, colleagueTie, type TieModel } from "../ties/index.js";

/** How many people are at a place, as told, or how many of them are known. */
export type PlaceSize = { readonly headcount: number } | { readonly colleaguesSeen: number };

/** `colleagueTie` under one model, each size and pair of titles taken once: without a headcount it is an integral. */
export class ColleagueOdds {
  readonly #model: TieModel;
  readonly #known = new Map<string, number>();

  constructor(model: TieModel) {
    this.#model = model;
  }

  of(colleagues: Colleagues): number {
    const key = JSON.stringify(colleagues);
    let odds = this.#known.get(key);
    if (odds === undefined) {
      odds = colleagueTie(colleagues, { model: this.#model });
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(key, odds);
    }
    return odds;
  }
}

/** Bounds the memory of a network that serves for long under changing headcounts. */
const MOST_KNOWN = 10_000;
