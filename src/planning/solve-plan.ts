import { type AskPolicy, solveAskPolicy } from "../ask-order/index.js";
import type { IntroductionPath } from "../paths/index.js";
import { routesAfter } from "./leg-answers.js";
import type { PlanAsksInput } from "./plan-asks.js";
import { type PlanRoute, type PlanRoutes, planRoutes, problemOf } from "./plan-routes.js";

/** Routes, what is known of their asks, and the policy over them. */
export interface SolvedPlan {
  readonly routes: PlanRoutes;
  readonly given: ReadonlyMap<string, boolean>;
  readonly policy: AskPolicy;
}

/** Solves the asks of paths that can all be used now. */
export function solvePlan(paths: readonly IntroductionPath[], input: PlanAsksInput): SolvedPlan {
  const { routes, given } = routesAfter(planRoutes(paths, input.costs), input.answers ?? []);
  return solveRoutes(routes, given, input);
}

/** Solves routes as they are. */
export function solveRoutes(
  routes: PlanRoutes,
  given: ReadonlyMap<string, boolean>,
  { value, maxStates, signal }: Pick<PlanAsksInput, "value" | "maxStates" | "signal">,
): SolvedPlan {
  const policy = solveAskPolicy({ ...problemOf(routes), value, maxStates, signal });
  return { routes, given, policy };
}

/** One way for each connector, the first `most` in the order in which they are asked if every answer is no. */
export function orderOfAsks(
  { routes, given, policy }: SolvedPlan,
  most: number = Number.POSITIVE_INFINITY,
): PlanRoute[] {
  const first = new Map<string, PlanRoute>();
  for (const way of routes.ways) if (!first.has(way.route[0]!)) first.set(way.route[0]!, way);
  const answers = new Map(given);
  const asked = new Set<string>();
  const order: PlanRoute[] = [];
  for (let id = policy.next(answers); id !== undefined; id = policy.next(answers)) {
    answers.set(id, false);
    const way = first.get(id);
    // Not a seeker's request: the move of somebody who agreed. Or the connector has said no to another seeker.
    if (way === undefined || asked.has(way.path.people[1]!)) continue;
    asked.add(way.path.people[1]!);
    order.push(way);
    if (order.length >= most) break;
  }
  return order;
}
