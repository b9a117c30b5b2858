import type { RatedPath } from "../paths/index.js";
import { isReady } from "./ask-readiness.js";
import { legsThat, routesAfter } from "./leg-answers.js";
import type { PlanAsksInput } from "./plan-asks.js";
import { legAsk, type PlanRoutes, planRoutes } from "./plan-routes.js";
import type { OrderContext } from "./planned-ask-of.js";
import { readinessOf } from "./readiness-key.js";

/** The paths whose first request can be made on the day, or was a yes already. */
export function readyPaths<P extends RatedPath>(
  paths: readonly P[],
  { answers, day, readiness }: Pick<OrderContext, "answers" | "day" | "readiness">,
): P[] {
  const agreed = legsThat("yes", answers);
  return paths.filter(({ people }) => {
    const [seeker, connector] = people as [string, string];
    return agreed.has(legAsk(seeker, connector)) || isReady(readinessOf(seeker, connector, readiness), day);
  });
}

/** What can still succeed: by the paths that are ready, and by those whose first request is pending. */
export function openRoutes<P extends RatedPath>(
  paths: readonly P[],
  ready: readonly P[],
  { answers, costs }: Pick<PlanAsksInput, "answers" | "costs">,
): PlanRoutes<P> {
  const pending = legsThat("pending", answers);
  const open = paths.filter(
    (path) => ready.includes(path) || pending.has(legAsk(path.people[0]!, path.people[1]!)),
  );
  return routesAfter(planRoutes(open, costs), answers ?? []).open;
}

/** What the answers leave of the routes whose first request cannot be made on the day. */
export function blockedRoutes<P extends RatedPath>(
  paths: readonly P[],
  ready: readonly P[],
  { answers, costs }: Pick<PlanAsksInput, "answers" | "costs">,
): PlanRoutes<P> {
  const { asks, ways } = routesAfter(planRoutes(paths, costs), answers ?? []).routes;
  return { asks, ways: ways.filter(({ path }) => !ready.includes(path)) };
}
