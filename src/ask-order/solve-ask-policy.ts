import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import { madeOf } from "../base/check-shape.js";
import { unfit } from "../base/error.js";
import { comparePrice } from "./ask-blocks.js";
import { type AskPolicy, type AskPolicyMethod, answersIn, boundedBy } from "./ask-policy.js";
import { type AskRoutes, type NumberedRoutes, numberRoutes } from "./ask-problem.js";
import { causePolicy } from "./cause-policy.js";
import { commonCauseOf } from "./common-cause.js";
import type { PolicySearch } from "./policy-search.js";
import { valueOfResult } from "./policy-value.js";
import { DONE, ResidualRoutes } from "./residual-routes.js";
import { type RouteStructure, structureOf, withoutLast } from "./route-structure.js";
import { pricesOf } from "./route-structure-prices.js";
import { samplePolicy } from "./sample-policy.js";
import { searchRoutes } from "./search-routes.js";

/** What {@link solveAskPolicy} takes. */
export interface AskPolicyInput extends AskRoutes {
  /** What success is worth, in the unit of the costs, finite and >= 0. Absent: try every route at least cost. */
  readonly value?: number | undefined;
  /**
   * Most states that dynamic programming may look at; one of more than 10 routes counts as (routes / 10)^2. A part of crossed routes
   * counts as five, and at least 200 of them are looked at.
   * @defaultValue 50,000
   */
  readonly maxStates?: number | undefined;
  /** Looked at every 64 states that are opened; its reason is thrown. */
  readonly signal?: AbortSignalLike | undefined;
}

/** @see AskPolicyInput.maxStates */
export const DEFAULT_MAX_STATES = 50_000;

/** A policy that is proved to be as near to the best as this is not sought to be bettered. */
const CLOSE = 0.01;

/** Crossing routes of more asks than this are not searched: each ask may take a level of the stack. */
const MOST_CROSSED_ASKS = 1_500;

/**
 * The best order of asks and when to stop. With a value, maximises value x P(success) - expected cost; an ask that brings
 * exactly what it costs is made. Without, minimises expected cost with every route tried until success. Routes with an ask of
 * probability 0 are dropped. Where the structure of the routes is exact (see `route-structure.ts`) this takes
 * O(asks^2) at any size. Else dynamic programming (README; stochastic connectivity is NP-hard, Fu et al. 2017).
 * @throws WarmpathError `INVALID_ASK` for a probability outside [0, 1], a cost that is negative or not finite. Likewise for an id
 * that occurs twice and a route that names an unknown ask. `INVALID_ARGUMENT` for a value or a `maxStates` out of range; `INVALID_ID`.
 * The signal's reason when aborted.
 * @example
 * const policy = solveAskPolicy({
 *   asks: [{ id: "ann", probability: 0.6, cost: 1 }, { id: "bob", probability: 0.3, cost: 0.2 }],
 *   routes: [["ann"], ["bob"]],
 * });
 * policy.next(new Map()); // "bob"
 * policy.next(new Map([["bob", false]])); // "ann"
 */
export function solveAskPolicy(input: AskPolicyInput): AskPolicy {
  return madeOf("input", () => {
    const numbers = numberRoutes(input);
    const value = checkedValue(input.value);
    const maxStates = checkedMaxStates(input.maxStates);
    const residual = new ResidualRoutes(() => throwIfAborted(input.signal));
    const start = residual.start(numbers.routes);
    const routes = start === DONE ? [] : residual.routes(start);
    const structure = structureOf(routes, numbers);

    const common = structure.exact ? undefined : commonCauseOf(routes, numbers);
    const caused = common && causePolicy(numbers, residual, routes, common, value, maxStates);
    if (caused !== undefined && caused.gap <= CLOSE) return caused;
    const deep = !structure.exact && new Set(routes.flat()).size > MOST_CROSSED_ASKS;
    const found = searchRoutes(
      numbers,
      residual,
      start,
      value,
      structure.exact ? 1 : deep ? undefined : maxStates,
    );
    const bound = Math.min(found.bound, caused?.upperBound ?? Number.POSITIVE_INFINITY);
    const worth = found.result ? valueOfResult(found.result, value) : Number.NEGATIVE_INFINITY;
    if (caused !== undefined && !found.exact && worth <= caused.expectedValue)
      return { ...caused, ...boundedBy(caused.expectedValue, bound) };
    const result = found.result ?? samplePolicy(found.search, residual, start, numbers);
    const expectedValue = valueOfResult(result, value);
    return {
      method: found.exact ? methodOf(routes, structure) : "approximate",
      successProbability: result.success,
      expectedCost: result.cost,
      expectedValue,
      ...boundedBy(expectedValue, found.exact ? expectedValue : bound),
      evaluation: found.result === undefined ? "sampled" : "exact",
      next: chooser({
        numbers,
        residual,
        routes,
        structure,
        search: found.search,
        value,
        maxStates,
      }),
    };
  });
}

/** @throws WarmpathError `INVALID_ARGUMENT` for a value that is not finite and >= 0; none is one. */
export function checkValue(value: number | undefined): void {
  checkedValue(value);
}

/**
 * The value as a number, Infinity where there is none.
 * @throws WarmpathError `INVALID_ARGUMENT` unless it is finite and >= 0.
 */
function checkedValue(value: number | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (Number.isFinite(value) && value >= 0) return value;
  throw unfit("value", "finite and at least 0");
}

function checkedMaxStates(maxStates: number = DEFAULT_MAX_STATES): number {
  if (Number.isInteger(maxStates) && maxStates >= 0) return maxStates;
  throw unfit("maxStates", "an integer of at least 0");
}

/** The name of what an exact structure is, once the asks that all routes end in are taken off. */
function methodOf(routes: readonly (readonly number[])[], structure: RouteStructure): AskPolicyMethod {
  if (!structure.exact) return "exact";
  const before = new Map<number, number>();
  let shared = false;
  for (const route of withoutLast(routes).inner) {
    for (let i = 0; i < route.length; i++) {
      const parent = route[i - 1] ?? -1;
      const known = before.get(route[i]!);
      if (known !== undefined && known !== parent) return "exact";
      shared ||= known !== undefined;
      before.set(route[i]!, parent);
    }
  }
  return shared ? "forest" : "independent";
}

interface Solved {
  readonly numbers: NumberedRoutes;
  readonly residual: ResidualRoutes;
  /** None where success is there from the start. */
  readonly routes: readonly (readonly number[])[];
  readonly structure: RouteStructure;
  readonly search: Pick<PolicySearch, "choice">;
  readonly value: number;
  readonly maxStates: number;
}

function chooser(solved: Solved): AskPolicy["next"] {
  const { numbers, residual, routes, structure, search, value, maxStates } = solved;
  const prices = structure.exact ? pricesOf(structure, numbers) : undefined;
  return (answers) => {
    const given = answersIn(numbers, answers);
    let ask = prices && cheapestPossible(routes, given, prices, value);
    ask ??= search.choice(residual.after(numbers.routes, given), maxStates);
    return numbers.ids[ask];
  };
}

/** Prices are fixed, so after answers to asks that were possible the cheapest possible one is next; undefined after others. */
function cheapestPossible(
  routes: readonly (readonly number[])[],
  given: Int8Array,
  prices: ReadonlyMap<number, number>,
  value: number,
): number | undefined {
  let best = -1;
  let least = value;
  for (const route of routes) {
    const open = route.findIndex((ask) => given[ask]! <= 0);
    if (open < 0) return -1;
    const next = route[open]!;
    if (given[next]! < 0) continue;
    for (let i = open + 1; i < route.length; i++) if (given[route[i]!] !== 0) return undefined;
    const price = prices.get(next)!;
    const order = comparePrice(price, least);
    if (order > 0 || (order === 0 && best >= 0 && next >= best)) continue;
    least = price;
    best = next;
  }
  return best;
}
