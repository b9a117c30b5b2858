import { type AskBlock, comparePrice, priceOf, TIE } from "./ask-blocks.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { chargeCurve } from "./charge-curve.js";
import { freeAsk } from "./policy-search.js";
import {
  curveBefore,
  curveOfAsk,
  curveOfParts,
  largerCurve,
  type PriceCurve,
  SURE_CURVE,
  thinned,
} from "./price-curve.js";
import { DONE, type ResidualRoutes, type State } from "./residual-routes.js";
import { cheapestHead, exactStructureOf, lastOfAll, sharingGroups } from "./route-structure.js";

/** What is left after some answers: parts that share nothing, or success. */
export type Left = readonly Part[] | "success";

/** Routes that hang together, with what is known of their worth; that does not depend on what lies beside them. */
export interface Part {
  readonly state: State;
  /** The asks that may be next, where the structure is not exact. */
  readonly candidates: readonly number[];
  /** The ask that all routes end in, and what is left without it. */
  readonly last?: { readonly ask: number; readonly inner: readonly Part[] } | undefined;
  /** What no policy exceeds. */
  upper: PriceCurve;
  /** What a policy of one ask for each part brings, once that is known, and its ask here; -1 for none yet. */
  lower: PriceCurve | undefined;
  ask: number;
  /** The asks that may be next with what they lead to, once that was looked at. */
  actions?: Action[];
  /** The round in which the part was last looked at, and how much it counted there. */
  round: number;
  weight: number;
}

/** An ask that may be next, what both answers leave, and what asking it brings at most. */
export interface Action {
  readonly ask: number;
  readonly yes: Left;
  readonly no: Left;
  upper: PriceCurve;
}

/** The parts of residual routes, each held once. */
export class Parts {
  readonly #numbers: NumberedRoutes;
  readonly #residual: ResidualRoutes;
  /** Prices above the value of success do not count. */
  readonly #most: number;
  readonly #focus: number;
  readonly #known = new Map<string, Part>();
  /** Work done: parts looked at, those of many routes counted several times, and prices worked out. */
  work = 0;

  /** `focus` is the value that counts, or where there is none, one that makes every route worth its cost. */
  constructor(numbers: NumberedRoutes, residual: ResidualRoutes, value: number, focus: number) {
    this.#numbers = numbers;
    this.#residual = residual;
    this.#most = value * (1 + TIE);
    this.#focus = focus * (1 + TIE);
  }

  leftOf(state: State): Left {
    if (state === DONE) return "success";
    const routes = this.#residual.routes(state);
    const numberOf = new Map(routes.map((route, i) => [route, state[i]!]));
    return sharingGroups(routes).map((group) =>
      this.#partOf(
        group,
        group.map((route) => numberOf.get(route)!),
      ),
    );
  }

  /** What is left after both answers to an ask. */
  after({ state }: Part, ask: number): { readonly yes: Left; readonly no: Left } {
    return {
      yes: this.leftOf(this.#residual.agreed(state, ask)),
      no: this.leftOf(this.#residual.declined(state, ask)),
    };
  }

  /** What an ask is worth. */
  curve(ask: number, yes: PriceCurve, no: PriceCurve): PriceCurve {
    const { probability, cost } = this.#numbers;
    const curve = curveOfAsk(probability[ask]!, cost[ask]!, yes, no, this.#most);
    this.work += curve.prices.length / PRICES_A_PART;
    return curve;
  }

  /** What an ask is worth at most, by few prices. */
  upperCurve(ask: number, yes: PriceCurve, no: PriceCurve): PriceCurve {
    return thinned(this.curve(ask, yes, no), MOST_PRICES, "above");
  }

  /** What an ask is worth at least, by few prices. */
  lowerCurve(ask: number, yes: PriceCurve, no: PriceCurve): PriceCurve {
    return thinned(this.curve(ask, yes, no), MOST_PRICES, "below");
  }

  /** The largest at each value that counts. */
  largest(curves: readonly PriceCurve[]): PriceCurve {
    return curves.reduce((all, curve) => largerCurve(all, curve, this.#focus));
  }

  curveBefore(inner: PriceCurve, last: number): PriceCurve {
    return curveBefore(inner, this.#numbers.probability[last]!, this.#numbers.cost[last]!, this.#most);
  }

  #partOf(routes: readonly (readonly number[])[], state: State): Part {
    let key = "";
    for (const route of state) key += String.fromCharCode(route >>> 15, route & 0x7fff);
    let part = this.#known.get(key);
    if (part === undefined) {
      part = this.#newPart(routes, state);
      this.work += Math.max(1, (routes.length / WIDE) ** 2);
      this.#known.set(key, part);
    }
    return part;
  }

  #newPart(routes: readonly (readonly number[])[], state: State): Part {
    const asks: number[] = [];
    const structure = exactStructureOf(routes, this.#numbers, asks);
    const part = { state, candidates: [], lower: undefined, ask: -1, round: 0, weight: 0 };
    if (structure !== undefined) {
      const curve = this.#curveOfBlocks(structure.blocks);
      return { ...part, upper: curve, lower: curve, ask: cheapestHead(structure).ask };
    }
    const end = lastOfAll(routes);
    if (end !== undefined) {
      const inner = this.leftOf(this.#residual.start(routes.map((route) => route.slice(0, -1)))) as Part[];
      return { ...part, last: { ask: end, inner }, upper: this.curveBefore(upperOf(inner), end) };
    }
    const free = freeAsk(routes, this.#numbers.cost);
    return {
      ...part,
      candidates: free === undefined ? [...new Set(asks)].sort((a, b) => a - b) : [free],
      upper: chargeCurve(routes, this.#numbers, this.#most),
    };
  }

  #curveOfBlocks(blocks: readonly AskBlock[]): PriceCurve {
    const prices: number[] = [];
    const masses: number[] = [];
    let open = 1;
    for (const block of blocks) {
      const price = priceOf(block);
      if (comparePrice(price, this.#most) > 0) break;
      prices.push(price);
      masses.push(open * block.probability);
      open *= 1 - block.probability;
    }
    return { prices, masses };
  }
}

/** What no policy exceeds in what is left. */
export function upperOf(left: Left): PriceCurve {
  if (left === "success") return SURE_CURVE;
  return curveOfParts(left.map(({ upper }) => upper));
}

/** A part of more routes than this counts for more, as the square: that is how its work grows. */
const WIDE = 10;
/** Prices of one curve that is searched by; each is looked at whenever it is put together with others. */
const MOST_PRICES = 500;
/** So many prices are as much work as a part. */
const PRICES_A_PART = 500;
