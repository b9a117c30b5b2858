import { type AskPolicy, answersIn, boundedBy } from "./ask-policy.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { CauseSearch } from "./cause-search.js";
import type { CommonCause } from "./common-cause.js";
import { freeAsk, PolicySearch } from "./policy-search.js";
import { valueOfResult } from "./policy-value.js";
import { DONE, type ResidualRoutes } from "./residual-routes.js";

/**
 * The policy where a common cause ties the routes together; undefined where playing it out takes too many states. Its bound is Infinity where
 * the groups do not allow one.
 */
export function causePolicy(
  numbers: NumberedRoutes,
  residual: ResidualRoutes,
  routes: readonly (readonly number[])[],
  common: CommonCause,
  value: number,
  maxStates: number,
): AskPolicy | undefined {
  const search = new CauseSearch(numbers, residual, common, value, maxStates);
  const result = search.solve();
  if (result === undefined) return undefined;
  const expectedValue = valueOfResult(result, value);
  const known = new PolicySearch(numbers, residual, value);
  const closed = new Set([common.cause, ...common.last]);
  return {
    method: search.exact ? "exact" : "approximate",
    successProbability: result.success,
    expectedCost: result.cost,
    expectedValue,
    ...boundedBy(expectedValue, search.exact ? expectedValue : (search.bound() ?? Number.POSITIVE_INFINITY)),
    evaluation: "exact",
    next: (answers) => {
      const given = answersIn(numbers, answers);
      const state = residual.after(routes, given);
      if (state === DONE) return undefined;
      const left = residual.routes(state);
      const open =
        left.some((route) => route.includes(common.cause)) && [...closed].every((ask) => given[ask] === 0);
      if (open && search.hopeless) return undefined;
      const free = open ? freeAsk(left, numbers.cost, common.cause) : undefined;
      const ask =
        free ??
        (!open || left.some((route) => closed.has(route[0]!))
          ? known.choice(state, maxStates)
          : search.choice(
              left.map((route) => route.slice(0, route.length - common.last.length)),
              maxStates,
            ));
      return numbers.ids[ask];
    },
  };
}
