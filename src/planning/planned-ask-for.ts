import { askPrices } from "../ask-order/index.js";
import { checkShape, isoDay, madeOf, utcDay } from "../base/index.js";
import type { IntroductionPath, Leg, RatedPath } from "../paths/index.js";
import { routesAfter } from "./leg-answers.js";
import { checkPaths, type PlanAsksInput } from "./plan-asks.js";
import { comparePaths, planRoutes, problemOf } from "./plan-routes.js";
import { whyAsk } from "./plan-words.js";
import type { PlannedAsk } from "./planned-ask.js";
import { plannedAsk } from "./planned-ask-of.js";
import { blockedRoutes, readyPaths } from "./ready-paths.js";

/**
 * The request of one seeker to one connector, with the numbers that `planAsks` gives it in its `asks` or `waiting`. Had also
 * where the order ends before it or asks the connector for another seeker. What reaching the target is worth plays no part in
 * them. `why` names the numbers only, as there is no order. Undefined where no route with a chance leads from the seeker through
 * the connector, where the answers leave none, and where the connector has agreed.
 * @param legsOf Tells the legs of the path that the ask goes by, where the paths are in numbers alone. @defaultValue the path's own
 * @throws WarmpathError as `planAsks`.
 * @example
 * const ask = plannedAskFor({ paths, target: "bob", day: "2026-03-02" }, "me", "ann");
 * ask?.probability; // joint success of all routes through ann
 */
export function plannedAskFor<P extends RatedPath = IntroductionPath>(
  input: Omit<PlanAsksInput<P>, "value">,
  seeker: string,
  connector: string,
  legsOf: (path: P) => readonly Leg[] = ({ legs }) => legs as readonly Leg[],
): PlannedAsk | undefined {
  return madeOf("input", () => {
    checkShape(input, "object", "input");
    checkShape(legsOf, "function", "legsOf");
    checkShape(seeker, "text", "seeker");
    checkShape(connector, "text", "connector");
    const day = isoDay(utcDay(input.day, "day"));
    checkPaths(input);
    const paths = [...input.paths].sort(comparePaths);
    const own = ({ people }: { readonly people: readonly string[] }): boolean =>
      people[0] === seeker && people[1] === connector;
    const ready = readyPaths(paths, { ...input, day });
    const open = ready.some(own);
    const { routes, given } = open
      ? routesAfter(planRoutes(ready, input.costs), input.answers ?? [])
      : { routes: blockedRoutes(paths, ready, input), given: new Map<string, boolean>() };
    const way = routes.ways.find(({ path }) => own(path));
    if (way === undefined || way.path.probability <= 0 || given.has(way.route[0]!)) return undefined;
    const prices = open ? { prices: askPrices(problemOf(routes)) } : {};
    const ask = plannedAsk(way, routes, { ...input, day, ...prices }, legsOf);
    return { ...ask, why: whyAsk(ask, { ...(open ? {} : { index: -1 }), titleOf: input.titleOf }) };
  });
}
