import type { NumberedRoutes } from "./ask-problem.js";
import { boundsOfSets } from "./route-factoring.js";

/**
 * An upper bound on the expected value of every adaptive policy, for routes that share asks crosswise. Each cost is
 * charged only when success comes by way of its ask. Ask k with price u_k charges u_k, less what the asks that only k
 * opens charge on that route, and never less than 0. The price is set so that the expected charge is at most the cost.
 * For chains and forests it is the price of the index, and the bound is the optimum. A clairvoyant who pays these
 * charges takes the cheapest route that is all yes. So E max(0, value - least charge) bounds what anyone can get.
 * Without a value, minus the expected least charge of a success does.
 */
export function valueBound(
  routes: readonly (readonly number[])[],
  numbers: NumberedRoutes,
  value: number,
): number {
  const last = commonLast(routes);
  if (last !== undefined) {
    const p = numbers.probability[last]!;
    const c = numbers.cost[last]!;
    const inner = routes.map((route) => route.slice(0, -1));
    if (value < Number.POSITIVE_INFINITY)
      return Math.max(0, valueBound(inner, numbers, Math.max(0, p * value - c)));
    return valueBound(inner, numbers, value) - c * bounds(inner, numbers).lower;
  }
  const parent = openers(routes);
  const price = new Map<number, number>();
  /** What the asks of a route that hang on `opener` charge together (-1: those that hang on none). */
  const charge = (route: readonly number[], opener: number): number => {
    let sum = 0;
    for (const ask of route) {
      if (parent.get(ask) === opener) sum += Math.max(priceOfAsk(ask), charge(route, ask));
    }
    return sum;
  };
  const priceOfAsk = (ask: number): number => {
    let known = price.get(ask);
    if (known === undefined) {
      const through = routes.filter((route) => route.includes(ask));
      const steps = through.map((route) => ({
        at: charge(route, ask),
        route: route.filter((other) => hangsOn(other, ask, parent)),
      }));
      known = solvePrice(steps, numbers, numbers.cost[ask]! / numbers.probability[ask]!);
      price.set(ask, known);
    }
    return known;
  };
  const steps = routes.map((route) => ({ at: charge(route, -1), route }));
  return integrate(steps, numbers, value);
}

interface Step {
  readonly at: number;
  readonly route: readonly number[];
}

function commonLast(routes: readonly (readonly number[])[]): number | undefined {
  const last = routes[0]?.at(-1);
  return routes.every((route) => route.length > 1 && route.at(-1) === last) ? last : undefined;
}

/** For each ask one that comes before it in all its routes, as late as possible in the first of them; -1 where none does. */
function openers(routes: readonly (readonly number[])[]): Map<number, number> {
  const parent = new Map<number, number>();
  for (const route of routes) {
    route.forEach((ask, position) => {
      if (parent.has(ask)) return;
      const through = routes.filter((other) => other.includes(ask));
      const before = route.slice(0, position).reverse();
      const opens = (other: number) =>
        through.every((r) => r.includes(other) && r.indexOf(other) < r.indexOf(ask));
      parent.set(ask, before.find(opens) ?? -1);
    });
  }
  return parent;
}

function hangsOn(ask: number, opener: number, parent: ReadonlyMap<number, number>): boolean {
  for (let above = parent.get(ask)!; above >= 0; above = parent.get(above)!)
    if (above === opener) return true;
  return false;
}

/** The u with E max(0, u - least charge of a success) = `target`, or less than it where chances are only bounded above. */
function solvePrice(steps: readonly Step[], numbers: NumberedRoutes, target: number): number {
  let area = 0;
  let chance = 0;
  let from = 0;
  for (const [at, reached] of thresholds(steps, numbers)) {
    if (area + chance * (at - from) >= target && chance > 0) break;
    area += chance * (at - from);
    chance = reached;
    from = at;
  }
  return from + (target - area) / chance;
}

function integrate(steps: readonly Step[], numbers: NumberedRoutes, value: number): number {
  const bounded = value < Number.POSITIVE_INFINITY;
  const most = bounded
    ? 0
    : bounds(
        steps.map((step) => step.route),
        numbers,
      ).lower;
  let sum = 0;
  let chance = 0;
  let from = 0;
  for (const [at, reached] of [...thresholds(steps, numbers), [value, 0] as const]) {
    const to = Math.min(at, value);
    if (to === Number.POSITIVE_INFINITY) break;
    sum += (bounded ? chance : Math.min(0, chance - most)) * (to - from);
    chance = reached;
    from = to;
    if (at >= value) break;
  }
  return sum;
}

/**
 * Rising charges, each with an upper bound on the chance that some route of at most that charge is all yes. Of very
 * many only some are worked out. A stretch of them takes the chance of its last one from its first one on, which is
 * still a bound.
 */
function thresholds(steps: readonly Step[], numbers: NumberedRoutes): (readonly [number, number])[] {
  const sorted = [...steps].sort((a, b) => a.at - b.at);
  const ends = sorted.flatMap(({ at }, i) => (sorted[i + 1]?.at === at ? [] : [i + 1]));
  const stretch = Math.ceil(ends.length / MOST_THRESHOLDS);
  const found: (readonly [number, number])[] = [];
  for (let i = 0; i < ends.length; i += stretch) {
    const end = ends[Math.min(i + stretch, ends.length) - 1]!;
    const routes = sorted.slice(0, end).map((step) => step.route);
    found.push([sorted[ends[i]! - 1]!.at, bounds(routes, numbers).upper]);
  }
  return found;
}

function bounds(
  routes: readonly (readonly number[])[],
  numbers: NumberedRoutes,
): { lower: number; upper: number } {
  return boundsOfSets(routes, numbers.probability, routes.length > MANY_ROUTES ? 0 : 500);
}

const MOST_THRESHOLDS = 40;
/** Beyond this many routes their chance is only bounded, not worked out. */
const MANY_ROUTES = 60;
