import { jointSuccessBounds } from "../ask-order/index.js";
import { checkShape, madeOf, roundForPlan } from "../base/index.js";
import type { RatedPath } from "../paths/index.js";
import { legsThat, routesAfter } from "./leg-answers.js";
import type { PlanAsksInput } from "./plan-asks.js";
import { legAsk, planRoutes, problemOf } from "./plan-routes.js";

/**
 * Probability that the target is reached by what is under way, and by the paths that are asked beside. A pending ask counts with the chance
 * that silence has left, a yes as one. With all paths that are ready it is `jointProbability` of {@link planAsks}.
 * @param isAsked Whether a path is asked beside. @defaultValue none is
 */
export function chanceThrough<P extends RatedPath>(
  input: Pick<PlanAsksInput, "costs" | "answers"> & { readonly paths: readonly P[] },
  isAsked: (path: P) => boolean = () => false,
): number {
  return madeOf("input", () => {
    checkShape(input, { paths: [{ people: ["text"] }] }, "input");
    checkShape(isAsked, "function", "isAsked");
    const { paths, costs, answers = [] } = input;
    const underWay = new Set([...legsThat("pending", answers), ...legsThat("yes", answers)]);
    const all = paths.filter(
      (path) => underWay.has(legAsk(path.people[0] as string, path.people[1] as string)) || isAsked(path),
    );
    if (all.length === 0) return 0;
    const { open } = routesAfter(planRoutes(all, costs), answers);
    return roundForPlan(jointSuccessBounds({ ...problemOf(open), maxSplits: MOST_SPLITS }).lower);
  });
}

/** Work on a joint chance before its lower bound is taken. */
export const MOST_SPLITS = 20_000;
