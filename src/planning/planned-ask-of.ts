import { askPrices, solveAskPolicy } from "../ask-order/index.js";
import { compareCodeUnits, keyedId, minOf, roundForPlan, shortId } from "../base/index.js";
import type { Leg, RatedPath } from "../paths/index.js";
import { beatsDirect } from "./direct-way.js";
import type { PlanAsksInput } from "./plan-asks.js";
import { legAsk, type PlanRoute, type PlanRoutes } from "./plan-routes.js";
import { whyAsk } from "./plan-words.js";
import type { PlannedAsk } from "./planned-ask.js";
import { readinessOf } from "./readiness-key.js";

/** The input with its day as ISO text, and the prices of the whole plan where they are had. */
export interface OrderContext extends PlanAsksInput {
  readonly day: string;
  readonly prices?: { readonly prices: ReadonlyMap<string, number>; readonly exact: boolean };
}

/** The request that a way begins with, by all ways of the same two; its `why` is left to the caller. */
export function plannedAsk<P extends RatedPath>(
  way: PlanRoute<P>,
  { asks, ways }: PlanRoutes<P>,
  context: Omit<OrderContext, "paths">,
  legsOf: (path: P) => readonly Leg[],
): PlannedAsk {
  const [seeker, connector] = way.path.people as [string, string];
  const mine = ways.filter(({ path }) => path.people[0] === seeker && path.people[1] === connector);
  const alone = { asks, routes: mine.map(({ route }) => route) };
  const { successProbability, expectedCost } = solveAskPolicy({ ...alone, maxStates: context.maxStates });
  // Routes of the two begin alike but for a guess about the target. Where a direct ask makes them useless together, they are
  // priced by themselves.
  const priceIn = (prices: ReadonlyMap<string, number>): number =>
    minOf(mine.map(({ route }) => prices.get(route[0]!) ?? Number.POSITIVE_INFINITY));
  const together = context.prices?.exact ? priceIn(context.prices.prices) : Number.POSITIVE_INFINITY;
  const best = mine[0]!;
  const { direct, named } = context;
  const namedBy = named?.get(connector);
  const worth = { probability: successProbability, cost: expectedCost };
  return {
    id: askId(context, seeker, connector),
    seeker,
    connector,
    target: context.target,
    legs: legsOf(best.path),
    probability: roundForPlan(successProbability),
    cost: roundForPlan(expectedCost),
    price: roundForPlan(
      Math.min(Number.isFinite(together) ? together : priceIn(askPrices(alone).prices), Number.MAX_VALUE),
    ),
    readiness: readinessOf(seeker, connector, context.readiness),
    ...(direct === undefined ? {} : { beatsDirect: beatsDirect(worth, direct, context.value) }),
    ...(namedBy === undefined ? {} : { namedBy }),
    why: "",
  };
}

/** By seeker, connector, target and day; where a request of the day is over already, by how many there were as well. */
function askId(
  { askKey, target, day, ended = [] }: Pick<OrderContext, "askKey" | "target" | "day" | "ended">,
  seeker: string,
  connector: string,
): string {
  const idOf = (...more: readonly string[]): string => {
    const parts = [seeker, connector, target, day, ...more];
    return askKey === undefined ? shortId("ask_", ...parts) : keyedId("ask_", askKey, ...parts);
  };
  let id = idOf();
  for (let n = 2; ended.includes(id); n++) id = idOf(String(n));
  return id;
}

/** The requests that wait, one per seeker and connector, soonest first. */
export function waitingAsks(routes: PlanRoutes, context: OrderContext): PlannedAsk[] {
  const firstLegs = new Map<string, PlanRoute>();
  for (const way of routes.ways) {
    const first = legAsk(way.path.people[0]!, way.path.people[1]!);
    if (!firstLegs.has(first)) firstLegs.set(first, way);
  }
  const asks = [...firstLegs.values()]
    .filter((way) => way.path.probability > 0)
    .map((way) => plannedAsk(way, routes, context, ({ legs }) => legs));
  const { titleOf } = context;
  return asks.map((ask) => ({ ...ask, why: whyAsk(ask, { index: -1, titleOf }) })).sort(bySoonest);
}

/** Order of requests that wait: the soonest first, then the cheapest. */
export function bySoonest(a: PlannedAsk, b: PlannedAsk): number {
  return (
    compareCodeUnits(a.readiness.readyAt ?? "~", b.readiness.readyAt ?? "~") ||
    a.price - b.price ||
    compareCodeUnits(a.connector, b.connector) ||
    compareCodeUnits(a.seeker, b.seeker)
  );
}
