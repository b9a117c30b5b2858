import { comparePrice } from "./ask-blocks.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { isBetter, valueOfBlocks } from "./policy-value.js";
import { DONE, type ResidualRoutes, type State } from "./residual-routes.js";
import { cheapestHead, exactStructureOf, type RouteStructure, structureOf } from "./route-structure.js";

/** What to ask in a state (-1: stop) and what playing on from there brings. */
export interface PolicyValue {
  readonly ask: number;
  readonly success: number;
  readonly cost: number;
}

/**
 * Dynamic programming over what is left of the routes (README). F(state) = max over asks of
 * -c + p F(yes) + (1 - p) F(no), and 0 for stopping where success has a value. States whose structure is exact are answered
 * from their blocks, so only states with an ask shared crosswise are opened. Up to 2^routes x 2^asks states in the worst case;
 * `limit` bounds them. A state for which that is too much takes the cheapest ask by the branching index.
 */
export class PolicySearch {
  readonly #numbers: NumberedRoutes;
  readonly #residual: ResidualRoutes;
  /** What success is worth; Infinity: try every route. */
  readonly #value: number;
  readonly #known = new Map<string, PolicyValue | undefined>();
  /** Asks of states that were chosen in without playing on. */
  readonly #picked = new Map<string, number>();
  #left = 0;

  constructor(numbers: NumberedRoutes, residual: ResidualRoutes, value: number) {
    this.#numbers = numbers;
    this.#residual = residual;
    this.#value = value;
  }

  /** The result from a state; undefined where that takes more than `limit` new states. */
  solve(state: State, limit: number): PolicyValue | undefined {
    this.#left = limit;
    return this.#visit(state);
  }

  /** The ask to make in a state, -1 for stop. States not met so far are solved, or take one ask where `limit` does not do. */
  choice(state: State, limit: number): number {
    const known = this.#known.get(keyOf(state)) ?? this.solve(state, limit);
    if (known !== undefined) return known.ask;
    let ask = this.#picked.get(keyOf(state));
    if (ask === undefined) {
      ask = this.#cheapest(state);
      this.#picked.set(keyOf(state), ask);
    }
    return ask;
  }

  #visit(state: State): PolicyValue | undefined {
    if (state === DONE) return SUCCESS;
    if (state.length === 0) return NOTHING;
    const key = keyOf(state);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#left <= 0) return undefined;
    this.#left -= Math.max(1, (state.length / WIDE) ** 2);
    const asks: number[] = [];
    const structure = exactStructureOf(this.#residual.routes(state), this.#numbers, asks);
    const result =
      structure === undefined ? this.#open(state, asks) : valueOfStructure(structure, this.#value);
    this.#known.set(key, result);
    return result;
  }

  #open(state: State, asks: readonly number[]): PolicyValue | undefined {
    let best = this.#value < Number.POSITIVE_INFINITY ? NOTHING : undefined;
    for (const ask of this.#candidates(state, asks)) {
      const yes = this.#visit(this.#residual.agreed(state, ask));
      const no = yes && this.#visit(this.#residual.declined(state, ask));
      if (no === undefined) return undefined;
      best = this.#better(ask, yes!, no, best);
    }
    return best;
  }

  /** The cheapest ask by the branching index, -1 where none is worth it. */
  #cheapest(state: State): number {
    const { ask, price } = cheapestHead(structureOf(this.#residual.routes(state), this.#numbers));
    return comparePrice(price, this.#value) > 0 ? -1 : ask;
  }

  /** The better of an ask with its two values and what was best so far; of equals the first. */
  #better(ask: number, yes: PolicyValue, no: PolicyValue, best: PolicyValue | undefined): PolicyValue {
    const p = this.#numbers.probability[ask]!;
    const success = p * yes.success + (1 - p) * no.success;
    const cost = this.#numbers.cost[ask]! + p * yes.cost + (1 - p) * no.cost;
    const found = { ask, success, cost };
    if (best === undefined) return found;
    return isBetter(found, best, this.#value, best.ask < 0) ? found : best;
  }

  /** Every ask that may be next in rising numbers, unless one of them is free. */
  #candidates(state: State, asks: readonly number[]): readonly number[] {
    const free = freeAsk(this.#residual.routes(state), this.#numbers.cost);
    return free === undefined ? [...new Set(asks)].sort((a, b) => a - b) : [free];
  }
}

/**
 * The smallest ask that costs nothing and stands first in every route that holds it, `except` left out: asked at once it does no
 * harm. Its refusal takes away routes that open nothing else; of an ask further back in a route that could not be said.
 */
export function freeAsk(
  routes: readonly (readonly number[])[],
  cost: readonly number[],
  except = -1,
): number | undefined {
  let least: number | undefined;
  for (const [ask] of routes as readonly (readonly [number])[]) {
    if (cost[ask] !== 0 || ask === except || (least !== undefined && ask >= least)) continue;
    if (routes.every((route) => route.indexOf(ask) <= 0)) least = ask;
  }
  return least;
}

/** What asking in rising price brings where the structure is exact. */
function valueOfStructure(structure: RouteStructure, value: number): PolicyValue {
  const { ask, price } = cheapestHead(structure);
  return comparePrice(price, value) > 0 ? NOTHING : { ask, ...valueOfBlocks(structure.blocks, value) };
}

/** A state as text: two code units a route, so that no number is too large. */
function keyOf(state: State): string {
  let key = "";
  for (const route of state) key += String.fromCharCode(route >>> 15, route & 0x7fff);
  return key;
}

/** A state of more routes than this counts for more, as the square: that is how its work grows. */
const WIDE = 10;

const SUCCESS: PolicyValue = { ask: -1, success: 1, cost: 0 };
const NOTHING: PolicyValue = { ask: -1, success: 0, cost: 0 };
