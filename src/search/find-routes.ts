import { arcsOf, type Side } from "./arc-overlay.js";
import { fewHops, MOST_FEW_HOPS } from "./few-hops.js";
import { lawler } from "./lawler.js";
import { type ListingEnd, type ListingTask, listPaths } from "./list-paths.js";
import { BUDGET_SPENT, type Meter } from "./meter.js";
import type { Query } from "./query.js";
import { clear, type SearchSpace } from "./search-scratch.js";
import { inTieOrder, isTie, isTooLarge, type Route, tieSpan } from "./tie-order.js";
import { twoBalls } from "./two-balls.js";

/** The first k routes of a query in the order of the contract, or after a budget bit, those that are certain. */
export interface Found {
  readonly routes: readonly Route[];
  /** Only after a budget bit: no route that is missing costs less. */
  readonly bound?: number;
}

/** Routes in the order of cost, complete up to `bound`. */
interface Listing {
  routes: Route[];
  bound: number;
}

/** What the searches may take before another one takes over; other values than the default's are for tests. */
export interface Tuning {
  /** Paths beyond the k-th that are listed to see its tie group end, before the group is listed in its own order. */
  readonly groupLimit: number;
  /** Prefixes that a best-first listing may note, and as many more for each path wanted. */
  readonly workLimit: number;
  readonly workLimitEach: number;
  /** Share of the estimated slack that is tried first: the median of what was needed, see {@link listByBound}. */
  readonly firstSlack: number;
  /** Factor by which a limit grows, and rounds of growth before it is lifted altogether. */
  readonly growth: number;
  readonly rounds: number;
  /** Arcs into the targets from which on a limit for few hops is guessed: at 100 arcs a person, 20,000 ways of two hops. */
  readonly manyArcs: number;
}

export const TUNING: Tuning = {
  groupLimit: 64,
  workLimit: 20_000,
  workLimitEach: 2000,
  firstSlack: 0.6,
  growth: 1.5,
  rounds: 6,
  manyArcs: 200,
};

/** Finds them: by the quick searches, and where these meet a graph that is not for them, by {@link lawler}. */
export function findRoutes(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  tuning: Tuning = TUNING,
): Found {
  const listing: Listing = { routes: [], bound: 0 };
  if (query.sources.length === 0 || query.targets.length === 0) return { routes: [] };
  try {
    const isFewHops = query.maxHops <= MOST_FEW_HOPS && query.maxHops < query.view.nodeCount - 1;
    const list = isFewHops ? listFewHops : listByBound;
    if (!list(query, k, meter, space, tuning, listing))
      return { routes: inTieOrder(listing.routes).slice(0, k) };
    const routes = withinGroup(query, k, meter, space, listing);
    if (routes.length >= k) return { routes };
    const task = { k, limit: query.maxCost, groupLimit: tuning.groupLimit, workLimit: 0 };
    const all: Listing = { routes: [], bound: 0 };
    const end = listByClasses(query, space, meter, task, all.routes, (bound) => {
      all.bound = bound;
    });
    return {
      routes: end === "open" ? withinGroup(query, k, meter, space, all) : inTieOrder(all.routes).slice(0, k),
    };
  } catch (error) {
    if (error !== BUDGET_SPENT) throw error;
    const { routes, bound } = listing;
    const isSure = ({ cost }: Route) => cost < bound - tieSpan(bound);
    return { routes: inTieOrder(routes.filter(isSure)).slice(0, k), bound };
  }
}

/**
 * Lists within a cost limit that grows until the k are there; true where their last tie group was too large to list. The
 * number of paths up to a cost grows as a ball does, by a
 * factor e^(rate x cost), so the first limit is read off the balls that met: rate = (ln |ball| + ln |ball|) / cost. On
 * social graphs the k-th path lies at 0.6 of that estimate in the median, whatever the unit of cost, the density and k.
 */
function listByBound(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  tuning: Tuning,
  listing: Listing,
): boolean {
  const balls = twoBalls(space, query, meter);
  const best = balls.meet(query.maxCost);
  if (best > query.maxCost) return false;
  listing.bound = best;
  const [ahead, behind] = balls.settled;
  const rate = (Math.log(1 + ahead) + Math.log(1 + behind)) / best;
  const first = (tuning.firstSlack * Math.log(k + 1)) / rate || Number.POSITIVE_INFINITY;
  let slack = k === 1 ? 0 : first;
  let isStuck = false;
  for (let round = 1; ; round++) {
    const wide = best + slack + MARGIN * Math.max(1, best + slack);
    const isLast = round > tuning.rounds || !(wide < query.maxCost);
    const limit = isLast ? query.maxCost : wide;
    const { groupLimit } = tuning;
    const task = { k, limit, groupLimit, workLimit: tuning.workLimit + tuning.workLimitEach * k };
    balls.widen(limit);
    balls.complete(limit);
    for (;;) {
      const next: Listing = { routes: [], bound: 0 };
      const note = (bound: number) => {
        next.bound = Math.max(next.bound, bound);
        if (next.bound >= listing.bound) Object.assign(listing, next);
      };
      const list = isStuck ? listByClasses : listPaths;
      const end = list(query, space, meter, task, next.routes, note);
      listing.routes = next.routes;
      if (end === "open") return true;
      if (end === "closed" || (end === "short" && isLast)) return false;
      if (end === "short") break;
      isStuck = true;
    }
    slack = round === tuning.rounds ? Number.POSITIVE_INFINITY : Math.max(first, slack * tuning.growth);
  }
}

/** {@link listPaths} by {@link lawler}, for graphs on which prefixes lead to dead ends. */
function listByClasses(
  query: Query,
  space: SearchSpace,
  meter: Meter,
  { k, limit, groupLimit }: ListingTask,
  found: Route[],
  onBound: (cost: number) => void,
): ListingEnd {
  let last = 0;
  let start = 0;
  for (const route of lawler(query, space, meter, limit, "cost")) {
    if (!isTie(last, route.cost)) {
      if (found.length >= k) return "closed";
      start = route.cost;
    }
    last = Math.max(last, route.cost);
    onBound(last);
    found.push(route);
    if (isTooLarge(found.length - k, groupLimit, last - start, last)) return "open";
  }
  onBound(limit);
  return found.length >= k && !isTie(last, limit) ? "closed" : "short";
}

/** Lists paths of few hops within a limit that grows until the k are there. */
function listFewHops(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  tuning: Tuning,
  listing: Listing,
): boolean {
  let floor = 0;
  for (let round = 1, limit = firstLimit(query, k, tuning.manyArcs); ; round++) {
    const isLast = round > tuning.rounds || !(limit < query.maxCost);
    const most = isLast ? query.maxCost : limit;
    const search = fewHops(space, query, meter, k, most, floor, tuning.groupLimit);
    clear(space);
    Object.assign(listing, { routes: search.found, bound: search.limit });
    if (search.isOpen) return true;
    const end = groupEnd(search.found, k);
    if (end + tieSpan(end) <= search.limit || (isLast && search.limit >= most)) return false;
    if (search.found.length >= k) floor = end + 2 * tieSpan(end);
    limit = Math.max(search.found.length < k ? limit * tuning.growth : limit, floor, MARGIN);
  }
}

/** The greatest cost in the tie group of the k-th route; infinity where there are fewer. */
function groupEnd(sorted: readonly Route[], k: number): number {
  let at = k - 1;
  if (at >= sorted.length) return Number.POSITIVE_INFINITY;
  while (at + 1 < sorted.length && isTie(sorted[at]!.cost, sorted[at + 1]!.cost)) at++;
  return sorted[at]!.cost;
}

/** Orders a last tie group too large to list whole: lists its members by hops and node numbers instead of by cost. */
function withinGroup(query: Query, k: number, meter: Meter, space: SearchSpace, listing: Listing): Route[] {
  const sorted = [...listing.routes].sort((a, b) => a.cost - b.cost);
  let start = sorted.length;
  let least = Math.max(listing.bound, sorted.at(-1)?.cost ?? 0);
  const limit = Math.min(least + tieSpan(least) / 2, query.maxCost);
  while (start > 0 && isTie(sorted[start - 1]!.cost, least)) least = sorted[--start]!.cost;
  least -= tieSpan(least) / 2;
  const routes = inTieOrder(sorted.slice(0, start));
  clear(space);
  twoBalls(space, query, meter).widen(limit);
  for (const route of lawler(query, space, meter, limit, "hops")) {
    if (route.cost > least) routes.push(route);
    if (routes.length >= k) break;
  }
  return routes;
}

/**
 * A first limit for few hops. Where few arcs lead to the targets, none: the k-th cost found so far is limit enough, and on
 * social graphs a guess costs more than it saves. Else, lest all that lies two hops from a hub be tabled: the median costs
 * of the arcs at both ends, times what the k-th path needed of them in the median on social graphs.
 */
function firstLimit(
  { view, sources, targets, maxHops, maxCost }: Query,
  k: number,
  manyArcs: number,
): number {
  let arcs = 0;
  for (const target of targets) {
    const { start, end } = arcsOf(view.in, target);
    arcs += end - start;
  }
  if (arcs <= manyArcs) return maxCost;
  const ends = medianCost(view.out, sources[0]!) + medianCost(view.in, targets[0]!);
  return ends * (6 / maxHops) * (0.5 + 0.22 * Math.log(k + 1));
}

function medianCost(side: Side, node: number): number {
  const { costs, start, end } = arcsOf(side, node);
  return start < end ? costs[(start + end) >> 1]! : 0;
}

/** Room above a limit, so that what ties with a path at the limit lies within it. */
const MARGIN = 1e-9;
