import { maxOf } from "../base/extremes.js";
import { comparePrice, TIE } from "./ask-blocks.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { type Action, type Left, type Part, Parts, upperOf } from "./parts.js";
import type { Result } from "./policy-value.js";
import { curveAt, curveOfParts, NO_CURVE, type PriceCurve, SURE_CURVE } from "./price-curve.js";
import type { ResidualRoutes, State } from "./residual-routes.js";
import { cheapestHead, structureOf } from "./route-structure.js";

/** What was found of a state. */
export interface PartsPlayed {
  /** What no policy exceeds, before any part was opened and after; which is lower depends on the value. */
  readonly uppers: readonly PriceCurve[];
  /** Of the policy found; undefined where it has too many parts to be played out. */
  readonly result: Result | undefined;
  /** True where looking at more parts would change nothing. */
  readonly settled: boolean;
}

/**
 * Best-first search over parts: routes that hang together, whatever lies beside them. There are far fewer of them than states. What a part
 * is worth is a function of what success is worth, and parts that share nothing are put together by it (README, Parts). From above every
 * ask is tried, starting from `chargeCurve`; from below each part has one ask. The part is opened next whose two sides are furthest apart
 * in what the best bound says will be met (AO*, Martelli and Montanari 1973).
 */
export class PartSearch {
  readonly #numbers: NumberedRoutes;
  readonly #residual: ResidualRoutes;
  readonly #value: number;
  /** Where both sides are compared: the value, or one at which every route is worth its cost. */
  readonly #focus: number;
  readonly #parts: Parts;
  /** Parts that a policy was played out over, which are not to change any more. */
  readonly #played = new Map<Part, PriceCurve>();
  #limit = 0;
  /** Work after which playing a policy out is given up. */
  #end = 0;
  #threshold = 0;
  #round = 0;

  constructor(numbers: NumberedRoutes, residual: ResidualRoutes, value: number) {
    this.#numbers = numbers;
    this.#residual = residual;
    this.#value = value;
    this.#focus = value < Number.POSITIVE_INFINITY ? value : dearest(numbers);
    this.#parts = new Parts(numbers, residual, value, this.#focus);
  }

  /**
   * Opens parts until they are as much work as `states` states, then plays the policy out over `playParts` parts at most. Where the policy
   * of the branching index alone has more parts than that, none is opened.
   */
  solve(state: State, states: number, playParts: number): PartsPlayed {
    const left = this.#parts.leftOf(state);
    this.#limit = this.#parts.work + states / STATES_A_PART;
    this.#end = this.#parts.work + playParts;
    const top = (): number => curveAt(upperOf(left), this.#focus);
    const gap = (): number => top() - curveAt(this.#lowerOf(left), this.#focus);
    const first = upperOf(left);
    let settled = false;
    this.#lowerOf(left);
    if (this.#parts.work >= this.#end) return { uppers: [first], result: undefined, settled };
    this.#end = this.#limit + playParts;
    this.#threshold = Number.POSITIVE_INFINITY;
    while (!settled && this.#parts.work < this.#limit) {
      this.#threshold = Math.min(this.#threshold / 2, gap() / FIRST_SHARE);
      this.#round++;
      this.#improveAll(left, this.#focus, 1);
      const proved = PROVED * top();
      settled = gap() <= proved || this.#threshold <= proved;
    }
    const { prices, masses } = this.#play(left);
    const result = { success: 0, cost: 0 };
    masses.forEach((mass, i) => {
      result.success += mass;
      result.cost += mass * prices[i]!;
    });
    return {
      uppers: [first, upperOf(left)],
      // A price past all numbers cannot be multiplied out.
      result: this.#parts.work < this.#end && Number.isFinite(result.cost) ? result : undefined,
      settled,
    };
  }

  /** The ask to make in a state, -1 for stop. States that the policy does not meet are solved first. */
  choice(state: State, states: number): number {
    const left = this.#parts.leftOf(state);
    if (left === "success") return -1;
    if (left.every((part) => this.#isPlayed(part))) this.#play(left);
    else this.solve(state, states, states);
    return this.#cheapest(left).ask;
  }

  /** True also where the same was played before the ask that all its routes end in. */
  #isPlayed(part: Part): boolean {
    const { last } = part;
    return (
      isExact(part) || this.#played.has(part) || last?.inner.every((one) => this.#isPlayed(one)) === true
    );
  }

  /** The part of the lowest price, of equals the one of the smallest ask; -1 where none is worth it. */
  #cheapest(left: readonly Part[]): { readonly ask: number; readonly price: number } {
    let [ask, price] = [-1, this.#value];
    for (const part of left) {
      const [own] = this.#lower(part).prices;
      const order = own === undefined ? 1 : comparePrice(own, price);
      if (order > 0 || (order === 0 && ask >= 0 && part.ask >= ask)) continue;
      ask = part.ask;
      price = own!;
    }
    return { ask, price };
  }

  /** Works out what the asks chosen bring, and keeps them. */
  #play(left: Left): PriceCurve {
    return curveOfLeft(left, (part) => {
      if (isExact(part)) return part.upper;
      let curve = this.#played.get(part);
      if (curve === undefined) {
        this.#lower(part);
        if (part.last !== undefined) {
          curve = this.#parts.curveBefore(this.#play(part.last.inner), part.last.ask);
          part.ask = this.#cheapest(part.last.inner).ask;
        } else if (part.ask >= 0) {
          const { yes, no } = this.#parts.after(part, part.ask);
          curve = this.#parts.curve(part.ask, this.#play(yes), this.#play(no));
        } else curve = NO_CURVE;
        part.lower = curve;
        this.#played.set(part, curve);
      }
      return curve;
    });
  }

  #lowerOf(left: Left): PriceCurve {
    return curveOfLeft(left, (part) => this.#lower(part));
  }

  /** What is known from below: at first what the branching index brings. */
  #lower(part: Part): PriceCurve {
    if (part.lower === undefined) {
      if (this.#parts.work >= this.#end) return NO_CURVE;
      if (part.last !== undefined) {
        part.lower = this.#parts.curveBefore(this.#lowerOf(part.last.inner), part.last.ask);
      } else {
        part.ask = this.#index(part);
        const { yes, no } = this.#parts.after(part, part.ask);
        part.lower = this.#parts.lowerCurve(part.ask, this.#lowerOf(yes), this.#lowerOf(no));
      }
    }
    return part.lower;
  }

  #index({ candidates, state }: Part): number {
    if (candidates.length === 1) return candidates[0]!;
    return cheapestHead(structureOf(this.#residual.routes(state), this.#numbers)).ask;
  }

  /** Brings the two sides of a part nearer at a value, if they matter that much; true where its bound fell. */
  #improve(part: Part, value: number, weight: number): boolean {
    const matters = (): boolean =>
      weight * (curveAt(part.upper, value) - curveAt(this.#lower(part), value)) > this.#threshold;
    if (!matters()) return false;
    if (part.round === this.#round && weight <= part.weight) return false;
    part.round = this.#round;
    part.weight = weight;
    const before = curveAt(part.upper, value);
    if (part.last !== undefined) {
      const { ask, inner } = part.last;
      const within = this.#numbers.probability[ask]! * value - this.#numbers.cost[ask]!;
      this.#improveAll(inner, within, weight);
      part.upper = this.#parts.curveBefore(upperOf(inner), ask);
      if (!this.#played.has(part)) part.lower = this.#parts.curveBefore(this.#lowerOf(inner), ask);
    } else {
      if (this.#parts.work >= this.#limit) return false;
      part.actions ??= part.candidates.map((ask) => this.#action(part, ask));
      for (;;) {
        const action = this.#renew(part, value);
        if (action === undefined || !matters()) break;
        const p = this.#numbers.probability[action.ask]!;
        const yes = this.#improveAll(action.yes, value, weight * p);
        const no = this.#improveAll(action.no, value, weight * (1 - p));
        if (!yes && !no) break;
      }
    }
    return curveAt(part.upper, value) < before * (1 - TIE);
  }

  #action(part: Part, ask: number): Action {
    const { yes, no } = this.#parts.after(part, ask);
    return { ask, yes, no, upper: this.#parts.upperCurve(ask, upperOf(yes), upperOf(no)) };
  }

  /** Works out both sides of a part anew from what its asks lead to; the ask of the largest bound. */
  #renew(part: Part, value: number): Action | undefined {
    const actions = part.actions!;
    const action = this.#largest(actions, value);
    part.upper = this.#parts.largest(actions.map(({ upper }) => upper));
    if (action === undefined || this.#played.has(part)) return action;
    const { ask, yes, no } = action;
    const lower = this.#parts.lowerCurve(ask, this.#lowerOf(yes), this.#lowerOf(no));
    if (curveAt(lower, value) > curveAt(this.#lower(part), value) * (1 + TIE)) {
      part.lower = lower;
      part.ask = ask;
    }
    return action;
  }

  /** The first of the largest bound at a value, once its bound is what its parts say now; undefined where none is above 0. */
  #largest(actions: readonly Action[], value: number): Action | undefined {
    for (;;) {
      let best: Action | undefined;
      let most = 0;
      for (const action of actions) {
        const at = curveAt(action.upper, value);
        if (at <= most * (1 + TIE)) continue;
        most = at;
        best = action;
      }
      if (best === undefined) return undefined;
      best.upper = this.#parts.upperCurve(best.ask, upperOf(best.yes), upperOf(best.no));
      if (curveAt(best.upper, value) >= most * (1 - TIE)) return best;
    }
  }

  /** Improves parts that share nothing, each at the value at which it matters most beside the others. */
  #improveAll(left: Left, value: number, weight: number): boolean {
    if (left === "success") return false;
    let fell = false;
    for (const part of left) {
      if (isExact(part)) continue;
      const { prices, masses } = upperOf(left.filter((other) => other !== part));
      const lower = this.#lower(part);
      let open = 1;
      let [most, at, share] = [0, value, 1];
      for (let i = 0; i <= prices.length; i++) {
        const isEnd = i === prices.length || prices[i]! >= value;
        const [price, mass] = isEnd ? [value, open] : [prices[i]!, masses[i]!];
        const apart = mass * (curveAt(part.upper, price) - curveAt(lower, price));
        if (apart > most) [most, at, share] = [apart, price, mass];
        if (isEnd) break;
        open -= mass;
      }
      if (this.#improve(part, at, weight * share)) fell = true;
    }
    return fell;
  }
}

function isExact({ lower, upper }: Part): boolean {
  return lower === upper;
}

function curveOfLeft(left: Left, curveOf: (part: Part) => PriceCurve): PriceCurve {
  if (left === "success") return SURE_CURVE;
  return curveOfParts(left.map(curveOf));
}

/** No price of a route is above this, whatever was answered. */
function dearest({ routes, probability, cost }: NumberedRoutes): number {
  const prices = routes.map((route) => {
    const chance = route.reduce((product, ask) => product * probability[ask]!, 1);
    return route.reduce((sum, ask) => sum + cost[ask]!, 0) / chance;
  });
  const sum = cost.reduce((all, one) => all + one, 0);
  return Math.min(Math.max(0, maxOf(prices)), MOST_FOCUS * sum);
}

/** The first parts to be opened are those that make out this share of the gap, and then always half of it. */
const FIRST_SHARE = 8;
/** Work that one part is, in states. */
const STATES_A_PART = 5;
/** A gap of this share of the bound is rounding. */
const PROVED = 1e-10;
/** Of all costs: at a larger value nothing would be left of them in a sum. */
const MOST_FOCUS = 1e9;
