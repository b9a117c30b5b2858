import {
  type AskPolicyMethod,
  askPrices,
  checkedValue,
  jointSuccessBounds,
  solveAskPolicy,
} from "../ask-order/index.js";
import {
  type AbortSignalLike,
  checkId,
  compareCodeUnits,
  isoDay,
  roundForPlan,
  shortId,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import type { AskCosts } from "./ask-cost.js";
import { isReady } from "./ask-readiness.js";
import { beatsDirect } from "./direct-way.js";
import { type LegAnswer, legsThat, routesAfter } from "./leg-answers.js";
import {
  comparePaths,
  legAsk,
  type PlanRoute,
  type PlanRoutes,
  planRoutes,
  problemOf,
} from "./plan-routes.js";
import { whyAsk, whyStop } from "./plan-words.js";
import type { PlannedAsk, Readiness } from "./planned-ask.js";
import { readinessOf } from "./readiness-key.js";
import { orderOfAsks, type SolvedPlan, solvePlan } from "./solve-plan.js";

/** What {@link planAsks} takes: values only. */
export interface PlanAsksInput {
  /** Paths to the one target, in any order; every path begins with a seeker and ends with the target. */
  readonly paths: readonly IntroductionPath[];
  readonly target: string;
  /** UTC day of the plan; of an instant its day counts. */
  readonly day: Date | string;
  /** Worth of reaching the target in fp, finite and >= 0; absent: every route is tried until one succeeds. */
  readonly value?: number | undefined;
  readonly costs?: AskCosts | undefined;
  /**
   * By seeker and connector (`readinessKey`), or by connector for all seekers; the former goes before the latter.
   * @defaultValue gate `unknown`, unmet `deposit`
   */
  readonly readiness?: ReadonlyMap<string, Readiness> | undefined;
  /** As in `solveAskPolicy`. */
  readonly maxStates?: number | undefined;
  /** What was answered so far; the plan is of what is left. */
  readonly answers?: readonly LegAnswer[] | undefined;
  /** Probability of a yes to who writes to the target without anybody; asks that are worth less come after the others. */
  readonly direct?: number | undefined;
  /** As in `solveAskPolicy`. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Whom to ask for one target, in which order, and when to stop. Plain JSON, numbers rounded to 12 digits. */
export interface AskPlan {
  /**
   * The seekers' own requests, one per connector, in the order in which to make them if every answer is no, up to the stop. Those
   * that do not beat the direct way after the others.
   */
  readonly asks: readonly PlannedAsk[];
  /** The leg that is to be asked first: a seeker's own request, or, after answers, the move of one who agreed. */
  readonly nextLeg?: { readonly asker: string; readonly asked: string };
  /**
   * Requests that cannot be made on the day (gate closed, or `readyAt` later), one per seeker and connector: soonest first. No
   * number below counts them.
   */
  readonly waiting: readonly PlannedAsk[];
  /**
   * Probability that at least one route succeeds, each shared consent counted once, if all are tried. A pending ask counts with
   * the chance that silence has left it.
   */
  readonly jointProbability: number;
  /** Of the policy, which may stop before all routes are tried. */
  readonly successProbability: number;
  readonly expectedCost: number;
  readonly expectedValue: number;
  readonly method: AskPolicyMethod;
  /** What no policy can exceed; equal to `expectedValue` unless the method is `approximate`. */
  readonly upperBound: number;
  /** How far the bound lies above the value, as a share of it; 0 unless the method is `approximate`. */
  readonly gap: number;
  /** True where rising price is the order of the asks (of those that beat the direct way, and of the others), see `askPrices`. */
  readonly pricesExact: boolean;
  /** When to stop, in one sentence. */
  readonly stop: string;
}

/**
 * Plans the asks for one target. A closed gate or a day to come keeps a request out of the order (`waiting`). Another seeker's
 * request to the same connector may be in it.
 * @throws WarmpathError `INVALID_ARGUMENT` for a path that does not fit the target or a number out of range; `INVALID_DATE`; `INVALID_ID`.
 */
export function planAsks(input: PlanAsksInput): AskPlan {
  const day = isoDay(utcDay(input.day, "day"));
  checkPaths(input);
  const paths = [...input.paths].sort(comparePaths);
  const ready = readyPaths(paths, { ...input, day });
  const open = solvePlan(ready, input);
  const order = orderOfAsks(open);
  const prices = askPrices(problemOf(open.routes));
  const asks = order
    .map((way) => plannedAsk(way, open.routes, { ...input, day, prices }))
    .sort((a, b) => Number(b.beatsDirect ?? true) - Number(a.beatsDirect ?? true));
  const { policy } = open;
  return {
    asks: asks.map((ask, i) => ({ ...ask, why: whyAsk(ask, i, asks[i + 1]) })),
    ...nextLegOf(open, asks),
    waiting: waitingAsks(blockedRoutes(paths, ready, input), { ...input, day }),
    jointProbability: roundForPlan(
      jointSuccessBounds({ ...problemOf(openRoutes(paths, ready, input)), maxSplits: 20_000 }).lower,
    ),
    successProbability: roundForPlan(policy.successProbability),
    expectedCost: roundForPlan(policy.expectedCost),
    expectedValue: roundForPlan(policy.expectedValue),
    method: policy.method,
    upperBound: roundForPlan(policy.upperBound),
    gap: roundForPlan(policy.gap),
    pricesExact: prices.exact,
    stop: whyStop(asks.length, input.value, cheapestLeft(open.routes, order, prices.prices)),
  };
}

/** The leg that the policy asks next: of the most probable path that has come so far. A request is the first of `asks`. */
function nextLegOf(
  { routes, given, policy }: SolvedPlan,
  asks: readonly PlannedAsk[],
): Pick<AskPlan, "nextLeg"> {
  const id = policy.next(given);
  if (id === undefined) return {};
  const [first] = asks;
  if (first !== undefined && routes.ways.some(({ route }) => route[0] === id))
    return { nextLeg: { asker: first.seeker, asked: first.connector } };
  const { path, route } = routes.ways.find((way) => way.route.find((ask) => !given.has(ask)) === id)!;
  const { asker, asked } = path.legs[Math.min(route.indexOf(id), path.legs.length - 1)]!;
  return { nextLeg: { asker, asked } };
}

/** The paths whose first request can be made on the day, or was a yes already. */
export function readyPaths(
  paths: readonly IntroductionPath[],
  { answers, day, readiness }: OrderContext,
): IntroductionPath[] {
  const agreed = legsThat("yes", answers);
  return paths.filter(({ people }) => {
    const [seeker, connector] = people as [string, string];
    return agreed.has(legAsk(seeker, connector)) || isReady(readinessOf(seeker, connector, readiness), day);
  });
}

/** What can still succeed: by the paths that are ready, and by those whose first request is pending. */
function openRoutes(
  paths: readonly IntroductionPath[],
  ready: readonly IntroductionPath[],
  { answers, costs }: PlanAsksInput,
): PlanRoutes {
  const pending = legsThat("pending", answers);
  const open = paths.filter(
    (path) => ready.includes(path) || pending.has(legAsk(path.people[0]!, path.people[1]!)),
  );
  return routesAfter(planRoutes(open, costs), answers ?? []).open;
}

/** What the answers leave of the routes whose first request cannot be made on the day. */
export function blockedRoutes(
  paths: readonly IntroductionPath[],
  ready: readonly IntroductionPath[],
  { answers, costs }: PlanAsksInput,
): PlanRoutes {
  const { asks, ways } = routesAfter(planRoutes(paths, costs), answers ?? []).routes;
  return { asks, ways: ways.filter(({ path }) => !ready.includes(path)) };
}

/** @throws WarmpathError as {@link planAsks}. */
export function checkPaths({ paths, target, value }: PlanAsksInput): void {
  checkId(target, "target");
  checkedValue(value);
  paths.forEach(({ people, legs }, position) => {
    const fits = people.length === legs.length + 1 && legs.length > 0 && people.at(-1) === target;
    if (!fits || legs.some((leg, i) => leg.asker !== people[i] || leg.asked !== people[i + 1])) {
      throw new WarmpathError("INVALID_ARGUMENT", "a path is to lead leg by leg to the target", { position });
    }
  });
}

/** The input with its day as ISO text, and the prices of the whole plan where they are had. */
export interface OrderContext extends PlanAsksInput {
  readonly day: string;
  readonly prices?: { readonly prices: ReadonlyMap<string, number>; readonly exact: boolean };
}

/** The request that a way begins with, by all ways of the same two; its `why` is left to the caller. */
export function plannedAsk(way: PlanRoute, { asks, ways }: PlanRoutes, context: OrderContext): PlannedAsk {
  const [seeker, connector] = way.path.people as [string, string];
  const mine = ways.filter(({ path }) => path.people[0] === seeker && path.people[1] === connector);
  const alone = { asks, routes: mine.map(({ route }) => route) };
  const { successProbability, expectedCost } = solveAskPolicy({ ...alone, maxStates: context.maxStates });
  // Routes of the two begin alike but for a guess about the target; where a direct ask makes them useless together, they are
  // priced by themselves.
  const priceIn = (prices: ReadonlyMap<string, number>): number =>
    Math.min(...mine.map(({ route }) => prices.get(route[0]!) ?? Number.POSITIVE_INFINITY));
  const together = context.prices?.exact ? priceIn(context.prices.prices) : Number.POSITIVE_INFINITY;
  const best = mine[0]!;
  const { direct } = context;
  const worth = { probability: successProbability, cost: expectedCost };
  return {
    id: shortId("ask_", seeker, connector, context.target, context.day),
    seeker,
    connector,
    target: context.target,
    legs: best.path.legs,
    probability: roundForPlan(successProbability),
    cost: roundForPlan(expectedCost),
    price: roundForPlan(
      Math.min(Number.isFinite(together) ? together : priceIn(askPrices(alone).prices), Number.MAX_VALUE),
    ),
    readiness: readinessOf(seeker, connector, context.readiness),
    ...(direct === undefined ? {} : { beatsDirect: beatsDirect(worth, direct, context.value) }),
    why: "",
  };
}

/** The requests that wait, one per seeker and connector, soonest first; each for the target of its best way. */
export function waitingAsks(routes: PlanRoutes, context: OrderContext): PlannedAsk[] {
  const firstLegs = new Map<string, PlanRoute>();
  for (const way of routes.ways) {
    const first = legAsk(way.path.people[0]!, way.path.people[1]!);
    if (!firstLegs.has(first)) firstLegs.set(first, way);
  }
  const asks = [...firstLegs.values()]
    .filter((way) => way.path.probability > 0)
    .map((way) => plannedAsk(way, routes, { ...context, target: way.path.people.at(-1) as string }));
  return asks
    .map((ask) => ({ ...ask, why: whyAsk(ask, -1, undefined) }))
    .sort(
      (a, b) =>
        compareCodeUnits(a.readiness.readyAt ?? "~", b.readiness.readyAt ?? "~") ||
        a.price - b.price ||
        compareCodeUnits(a.connector, b.connector) ||
        compareCodeUnits(a.seeker, b.seeker),
    );
}

/** The least price among the first asks that the order leaves out; undefined where none is left. */
function cheapestLeft(
  { ways }: PlanRoutes,
  order: readonly PlanRoute[],
  prices: ReadonlyMap<string, number>,
): number | undefined {
  const asked = new Set(order.map((way) => way.path.people[1]!));
  let least: number | undefined;
  for (const { path, route } of ways) {
    const price = prices.get(route[0]!);
    if (price === undefined || asked.has(path.people[1]!)) continue;
    if (least === undefined || price < least) least = price;
  }
  return least;
}
