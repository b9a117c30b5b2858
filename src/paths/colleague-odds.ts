import { colleagueTie, type TieModel } from "../ties/index.js";

/** How many people are at a place, as told, or how many of them are known. */
export type PlaceSize = { readonly headcount: number } | { readonly colleaguesSeen: number };

/** `colleagueTie` under one model, each size and likeness taken once: without a headcount it is an integral. */
export class ColleagueOdds {
  readonly #model: TieModel;
  readonly #known = new Map<string, number>();

  constructor(model: TieModel) {
    this.#model = model;
  }

  /** `likeness`: as `likenessOfCodes` gives it. */
  of(size: PlaceSize, likeness: number): number {
    const key = `${likeness} ${JSON.stringify(size)}`;
    let odds = this.#known.get(key);
    if (odds === undefined) {
      const shared = { sameFunction: (likeness & 2) !== 0, sameRank: (likeness & 1) !== 0 };
      odds = colleagueTie({ ...size, ...shared }, { model: this.#model });
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(key, odds);
    }
    return odds;
  }
}

/** Bounds the memory of a network that serves for long under changing headcounts. */
const MOST_KNOWN = 10_000;
