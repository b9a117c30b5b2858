import { askPrices, jointSuccessBounds } from "../ask-order/index.js";
import { isoDay, roundForPlan, utcDay } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import { type AskPlan, type PlanAsksInput, plannedAsk, readyPaths, waitingAsks } from "./plan-asks.js";
import { comparePaths, type PlanRoute, type PlanRoutes, planRoutes, problemOf } from "./plan-routes.js";
import { whyAsk, whyStop } from "./plan-words.js";
import { orderOfAsks, solveRoutes } from "./solve-plan.js";

/** What {@link planAsksForAny} takes: paths to any of several targets, each path by its last person. */
export type PlanAnyInput = Pick<
  PlanAsksInput,
  "paths" | "day" | "value" | "costs" | "readiness" | "maxStates" | "signal"
>;

/** One plan for reaching any of several targets. */
export type AnyPlan = Pick<
  AskPlan,
  "asks" | "waiting" | "jointProbability" | "expectedCost" | "expectedValue" | "method" | "stop"
>;

/**
 * Plans the asks for reaching any of several targets: the first of them that is reached is enough. A connector's yes to the seeker is one
 * consent for all targets behind them; each target's own yes, and how they take a stranger's note, are their own.
 * @throws WarmpathError as `planAsks`.
 */
export function planAsksForAny(input: PlanAnyInput): AnyPlan {
  const day = isoDay(utcDay(input.day, "day"));
  const paths = [...input.paths].sort(comparePaths);
  const context = { ...input, day, target: "" };
  const ready = readyPaths(paths, context);
  const routes = routesToAny(ready, input);
  const blocked = routesToAny(
    paths.filter((path) => !ready.includes(path)),
    input,
  );
  const solved = solveRoutes(routes, new Map(), context);
  const order = orderOfAsks(solved);
  const prices = askPrices(problemOf(routes));
  const asks = order.map((way) => plannedAsk(way, routes, { ...context, target: targetOf(way), prices }));
  const { policy } = solved;
  return {
    asks: asks.map((ask, i) => ({ ...ask, why: whyAsk(ask, i, asks[i + 1]) })),
    waiting: waitingAsks(blocked, context),
    jointProbability: roundForPlan(jointSuccessBounds({ ...problemOf(routes), maxSplits: MAX_SPLITS }).lower),
    expectedCost: roundForPlan(policy.expectedCost),
    expectedValue: roundForPlan(policy.expectedValue),
    method: policy.method,
    stop: whyStop(asks.length, input.value, undefined),
  };
}

/** The routes to each target by itself, under names that keep apart what is a target's own. */
function routesToAny(paths: readonly IntroductionPath[], { costs }: Pick<PlanAnyInput, "costs">): PlanRoutes {
  const byTarget = new Map<string, IntroductionPath[]>();
  for (const path of paths) {
    const target = path.people.at(-1) as string;
    byTarget.set(target, [...(byTarget.get(target) ?? []), path]);
  }
  const asks = new Map<string, PlanRoutes["asks"][number]>();
  const ways: PlanRoute[] = [];
  for (const [target, own] of [...byTarget].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const named = (id: string): string => (id.startsWith("leg:") ? id : JSON.stringify([id, target]));
    const routes = planRoutes(own, costs);
    for (const ask of routes.asks) {
      const id = named(ask.id);
      if ((asks.get(id)?.probability ?? -1) < ask.probability) asks.set(id, { ...ask, id });
    }
    ways.push(...routes.ways.map((way) => ({ ...way, route: way.route.map(named) })));
  }
  return { asks: [...asks.values()], ways: ways.sort((a, b) => comparePaths(a.path, b.path)) };
}

function targetOf({ path }: PlanRoute): string {
  return path.people.at(-1) as string;
}

/** Terms of the exact joint success before its lower bound is taken. */
const MAX_SPLITS = 20_000;
