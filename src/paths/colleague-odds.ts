import { compareTitles, titleOfCode } from "../people/index.js";
import { type Colleagues, colleagueTie, type TieModel } from "../ties/index.js";

/** How many people are at a place, as told, or how many of them are known. */
export type PlaceSize = { readonly headcount: number } | { readonly colleaguesSeen: number };

/** `colleagueTie` under one model, each size and pair of titles taken once: without a headcount it is an integral. */
export class ColleagueOdds {
  readonly #model: TieModel;
  readonly #known = new Map<string, number>();
  /** By size, then by the two titles. */
  readonly #ofTitles = new Map<number, Map<number, number>>();

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

  /** The same of two colleagues whose titles tell what these codes say (`titleCode`). */
  ofTitles(code: number, sought: number, size: PlaceSize): number {
    const place = "headcount" in size ? size.headcount : -1 - size.colleaguesSeen;
    const known = this.#ofTitles.get(place) ?? new Map<number, number>();
    const pair = code * TITLE_CODES + sought;
    let odds = known.get(pair);
    if (odds === undefined) {
      odds = this.of({ ...size, ...compareTitles(titleOfCode(code), titleOfCode(sought)) });
      if (this.#ofTitles.size >= MOST_KNOWN) this.#ofTitles.clear();
      this.#ofTitles.set(place, known.set(pair, odds));
    }
    return odds;
  }
}

/** All codes of titles are below it. */
const TITLE_CODES = 4096;
/** Bounds the memory of a network that serves for long under changing headcounts. */
const MOST_KNOWN = 10_000;
