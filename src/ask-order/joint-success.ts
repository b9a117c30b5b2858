import { madeOf } from "../base/check-shape.js";
import { WarmpathError } from "../base/error.js";
import { type AskRoutes, numberRoutes } from "./ask-problem.js";
import { boundsOfSets, type RouteBounds } from "./route-factoring.js";

/** The most splits that {@link jointSuccess} makes before it says `LIMIT_EXCEEDED`. */
export const JOINT_SUCCESS_MAX_SPLITS = 50_000;

/**
 * Exact probability that at least one route is all yes, each shared ask counted once. Routes that hold another one add
 * nothing, asks of the same routes are one, asks of all routes are a factor. Groups that share nothing are multiplied.
 * What is left is split on the ask of most routes (factoring). The general problem is #P-hard; 30 asks in 12 routes
 * take a few milliseconds.
 * @throws WarmpathError `LIMIT_EXCEEDED` beyond {@link JOINT_SUCCESS_MAX_SPLITS} splits (then see {@link jointSuccessBounds});
 * `INVALID_ASK` as in `solveAskPolicy`.
 */
export function jointSuccess(input: AskRoutes): number {
  return madeOf("input", () => {
    const { lower, open } = factor(input, JOINT_SUCCESS_MAX_SPLITS);
    if (open) {
      throw new WarmpathError(
        "LIMIT_EXCEEDED",
        "these routes share too many asks for the exact joint success",
        {
          maxSplits: JOINT_SUCCESS_MAX_SPLITS,
        },
      );
    }
    return lower;
  });
}

/**
 * Both sides of the joint success, for any size: equal where it can be had within `maxSplits` splits (default 2,000).
 * Where the splits run out, a group of routes counts at least as its routes that share nothing, best first. It counts
 * at most as if all its routes shared nothing: shared asks make successes fall together (Harris 1960).
 */
export function jointSuccessBounds(input: AskRoutes & { readonly maxSplits?: number }): {
  lower: number;
  upper: number;
} {
  return madeOf("input", () => {
    const { lower, upper } = factor(input, input.maxSplits ?? 2_000);
    return { lower, upper };
  });
}

function factor(input: AskRoutes, maxSplits: number): RouteBounds {
  const { routes, probability } = numberRoutes(input);
  return boundsOfSets(routes, probability, maxSplits);
}
