import { minOf } from "../base/extremes.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { PartSearch } from "./part-search.js";
import { PolicySearch } from "./policy-search.js";
import { type Result, valueOfResult } from "./policy-value.js";
import { upperValueOf } from "./price-curve.js";
import type { ResidualRoutes, State } from "./residual-routes.js";
import { boundsOfSets } from "./route-factoring.js";

/** A policy, what it brings, and what no policy exceeds. */
export interface FoundPolicy {
  /** True where it is optimal. */
  readonly exact: boolean;
  readonly search: Pick<PolicySearch, "choice">;
  /** Undefined where the policy has too many parts to be played out. */
  readonly result: Result | undefined;
  readonly bound: number;
}

/**
 * By states where they are few, else by parts. Where opening more parts would not close the gap between the two sides, by states
 * again. Without `maxStates` nothing is searched: then asks go by the branching index, and only the bound is worked out.
 */
export function searchRoutes(
  numbers: NumberedRoutes,
  residual: ResidualRoutes,
  start: State,
  value: number,
  maxStates: number | undefined,
): FoundPolicy {
  const states = new PolicySearch(numbers, residual, value);
  const byStates = (limit: number): FoundPolicy | undefined => {
    const result = states.solve(start, limit);
    return result && { exact: true, search: states, result, bound: valueOfResult(result, value) };
  };
  const few = byStates(Math.min(maxStates ?? 0, FEW_STATES));
  if (few !== undefined) return few;
  const parts = new PartSearch(numbers, residual, value);
  const { uppers, result, settled } = parts.solve(
    start,
    maxStates === undefined ? 0 : Math.max(maxStates, LEAST_STATES),
    maxStates === undefined ? 0 : PLAY_OUT_PARTS,
  );
  const boundOf = (success: number): number =>
    minOf(uppers.map((upper) => upperValueOf(upper, value, success)));
  if (result === undefined) {
    const { lower } = boundsOfSets(residual.routes(start), numbers.probability, MOST_SPLITS);
    const search = { choice: (state: State) => states.choice(state, 0) };
    return { exact: false, search, result, bound: boundOf(lower) };
  }
  const bound = boundOf(result.success);
  const size = Math.max(Math.abs(bound), result.cost);
  if (bound - valueOfResult(result, value) <= ROUNDING * size)
    return { exact: true, search: parts, result, bound };
  const all = settled ? byStates(maxStates ?? 0) : undefined;
  return all ?? { exact: false, search: parts, result, bound };
}

/** States that are looked at before parts are. */
const FEW_STATES = 4_000;
/** Work on parts is never held to less than this many states. */
const LEAST_STATES = 1_000;
/** Parts over which a policy is played out. */
const PLAY_OUT_PARTS = 6_000;
/** Splits to find how often a policy that is sampled succeeds at least. */
const MOST_SPLITS = 500;
/** Two sides that differ by this share are one number. */
const ROUNDING = 1e-9;
