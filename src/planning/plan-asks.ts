import {
  type AskPolicy,
  type AskPolicyMethod,
  askPrices,
  checkValue,
  jointSuccessBounds,
} from "../ask-order/index.js";
import {
  type AbortSignalLike,
  checkId,
  checkShape,
  compareCodeUnits,
  isoDay,
  madeOf,
  roundForPlan,
  unfit,
  utcDay,
  WarmpathError,
  withCallersOwn,
} from "../base/index.js";
import type { IntroductionPath, RatedPath } from "../paths/index.js";
import type { TitlesOf } from "../people/index.js";
import type { AskCosts } from "./ask-cost.js";
import { MOST_SPLITS } from "./chance-through.js";
import { type AnsweredRoutes, type LegAnswer, routesAfter } from "./leg-answers.js";
import {
  comparePaths,
  LEG_ASK,
  legAsk,
  type PlanRoute,
  type PlanRoutes,
  planRoutes,
  problemOf,
} from "./plan-routes.js";
import { whyAsk, whyStop } from "./plan-words.js";
import type { PlannedAsk, Readiness } from "./planned-ask.js";
import { bySoonest, type OrderContext, plannedAsk, waitingAsks } from "./planned-ask-of.js";
import { blockedRoutes, openRoutes, readyPaths } from "./ready-paths.js";
import { orderOfAsks, type SolvedPlan, solveRoutes } from "./solve-plan.js";

/** What {@link planAsks} takes: values only. */
export interface PlanAsksInput<P extends RatedPath = IntroductionPath> {
  /** Paths to the one target, in any order; every path begins with a seeker and ends with the target. */
  readonly paths: readonly P[];
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
  /** Connectors whom somebody who was asked named instead of themselves, and who did: they come first. */
  readonly named?: ReadonlyMap<string, string> | undefined;
  /** Probability of a yes to who writes to the target without anybody; asks that are worth less come after the others. */
  readonly direct?: number | undefined;
  /** Positions of the people on the paths and of the target, as far as they may be told: for the words alone. */
  readonly titleOf?: TitlesOf | undefined;
  /** A secret of the caller's. Ids of asks are then keyed by it, so that nobody else can tell from an id who is asked for whom. */
  readonly askKey?: string | undefined;
  /** Ids of requests that are over. A further request of the same two for the target on the same day gets another id. */
  readonly ended?: readonly string[] | undefined;
  /** As in `solveAskPolicy`. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Whom to ask for one target, in which order, and when to stop. Plain JSON, numbers rounded to 12 digits. */
export interface AskPlan {
  /**
   * The seekers' own requests, one per connector, in the order in which to make them if every answer is no, up to the stop. Those
   * to whoever was named come before, those that do not beat the direct way after the others.
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
  /** `sampled`: success, cost, value and gap are the mean of sample plays, and nothing is proved of the gap. */
  readonly evaluation: AskPolicy["evaluation"];
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
  checkShape(input, "object", "input");
  return planAsksForAny([input]);
}

/**
 * Plans the asks for reaching any of several targets: the first of them who is reached is enough. A connector's yes to a seeker is one
 * consent, and one ask, for all targets behind them. Each target's own yes, and how they take a stranger's note, are their own. So is
 * every consent on the way to a target about whom somebody has answered. Day, value, costs and limits are those of the first.
 * @throws WarmpathError as {@link planAsks}; `INVALID_ARGUMENT` for no target at all.
 */
export function planAsksForAny(inputs: readonly PlanAsksInput[]): AskPlan {
  return madeOf("inputs", () => {
    checkShape(inputs, ["object"], "inputs");
    const [shared] = inputs;
    if (shared === undefined) throw unfit("inputs", "at least one");
    const day = isoDay(utcDay(shared.day, "day"));
    const parts = new Map(
      inputs.map((input) => [
        input.target,
        partOf(withCallersOwn({ ...shared, ...input, day }, "titleOf"), inputs),
      ]),
    );
    const all = [...parts.values()];
    const routes = joined(all.map((part) => part.after.routes));
    const open = solveRoutes(routes, new Map(all.flatMap(({ after }) => [...after.given])), shared);
    const order = orderOfAsks(open);
    const prices = askPrices(problemOf(routes));
    const indexOf = ({ namedBy, beatsDirect = true }: PlannedAsk): number =>
      namedBy === undefined ? Number(beatsDirect) : 2;
    const contextOf = ({ path }: PlanRoute): OrderContext => parts.get(path.people.at(-1)!)!.context;
    const asks = order
      .map((way) => plannedAsk(way, routes, { ...contextOf(way), prices }, ({ legs }) => legs))
      .sort((a, b) => indexOf(b) - indexOf(a));
    const { policy } = open;
    return {
      asks: asks.map((ask, i) => ({
        ...ask,
        why: whyAsk(ask, { index: i, next: asks[i + 1], titleOf: titlesOf(all) }),
      })),
      ...nextLegOf(open, asks),
      waiting: waitingFor(all, asks),
      jointProbability: roundForPlan(
        jointSuccessBounds({ ...problemOf(joined(all.map((part) => part.open))), maxSplits: MOST_SPLITS })
          .lower,
      ),
      successProbability: roundForPlan(policy.successProbability),
      expectedCost: roundForPlan(policy.expectedCost),
      expectedValue: roundForPlan(policy.expectedValue),
      method: policy.method,
      upperBound: roundForPlan(policy.upperBound),
      gap: roundForPlan(policy.gap),
      evaluation: policy.evaluation,
      pricesExact: prices.exact,
      stop: whyStop(asks.length, shared.value, cheapestLeft(routes, order, prices.prices)),
    };
  });
}

/** Positions as the parts tell them: each knows its own target's. */
function titlesOf(parts: readonly TargetPart[]): TitlesOf {
  return (id) => {
    for (const { context } of parts) {
      const title = context.titleOf?.(id);
      if (title !== undefined) return title;
    }
    return undefined;
  };
}

/** What a plan for any takes from one of its targets. */
interface TargetPart {
  readonly context: OrderContext;
  readonly after: Pick<AnsweredRoutes, "routes" | "given">;
  readonly open: PlanRoutes;
  readonly blocked: PlanRoutes;
}

/** The routes to one target, under names that keep apart what is its own. */
function partOf(context: OrderContext, inputs: readonly PlanAsksInput[]): TargetPart {
  checkPaths(context);
  const { target, answers = [] } = context;
  const named = (id: string): string => {
    const isShared = inputs.length === 1 || (answers.length === 0 && id.startsWith(LEG_ASK));
    return isShared ? id : JSON.stringify([id, target]);
  };
  const renamed = ({ asks, ways }: PlanRoutes): PlanRoutes => ({
    asks: asks.map((ask) => ({ ...ask, id: named(ask.id) })),
    ways: ways.map((way) => ({ ...way, route: way.route.map(named) })),
  });
  const paths = [...context.paths].sort(comparePaths);
  const ready = readyPaths(paths, context);
  const { routes, given } = routesAfter(planRoutes(ready, context.costs), answers);
  return {
    context,
    after: { routes: renamed(routes), given: new Map([...given].map(([id, yes]) => [named(id), yes])) },
    open: renamed(openRoutes(paths, ready, context)),
    blocked: blockedRoutes(paths, ready, context),
  };
}

/** Routes to several targets as one problem; what two of them say of one consent is the surer. */
function joined(all: readonly PlanRoutes[]): PlanRoutes {
  const [first] = all;
  if (all.length === 1 && first !== undefined) return first;
  const asks = new Map<string, PlanRoutes["asks"][number]>();
  for (const ask of all.flatMap((one) => one.asks))
    if ((asks.get(ask.id)?.probability ?? -1) < ask.probability) asks.set(ask.id, ask);
  const ways = all.flatMap((one) => one.ways).sort((a, b) => comparePaths(a.path, b.path));
  return { asks: [...asks.values()].sort((a, b) => compareCodeUnits(a.id, b.id)), ways };
}

/** The requests that wait, but for those to whoever is asked about another target today. */
function waitingFor(parts: readonly TargetPart[], asks: readonly PlannedAsk[]): readonly PlannedAsk[] {
  const each = parts.map(({ blocked, context }) => waitingAsks(blocked, context));
  if (each.length === 1) return each.flat();
  const taken = new Set(asks.map(({ seeker, connector }) => legAsk(seeker, connector)));
  return each
    .flat()
    .sort(bySoonest)
    .filter(({ seeker, connector }) => {
      const isFirst = !taken.has(legAsk(seeker, connector));
      taken.add(legAsk(seeker, connector));
      return isFirst;
    });
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

/** @throws WarmpathError as {@link planAsks}. */
export function checkPaths({ paths, target, value }: PlanAsksInput<RatedPath>): void {
  checkId(target, "target");
  checkShape(paths, [{ people: ["text"], legs: ["object"] }], "paths");
  checkValue(value);
  paths.forEach(({ people, legs }, position) => {
    const fits = people.length === legs.length + 1 && legs.length > 0 && people.at(-1) === target;
    if (!fits || legs.some((leg, i) => leg.asker !== people[i] || leg.asked !== people[i + 1])) {
      throw new WarmpathError("INVALID_ARGUMENT", "a path is to lead to the target", { position });
    }
  });
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
