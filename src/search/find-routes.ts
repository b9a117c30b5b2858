import type { Side } from "./arc-overlay.js";
import { FewHops, MOST_FEW_HOPS } from "./few-hops.js";
import { lawler } from "./lawler.js";
import { listPaths } from "./list-paths.js";
import { BUDGET_SPENT, type Meter } from "./meter.js";
import type { Query } from "./query.js";
import { clear, type SearchSpace } from "./search-scratch.js";
import { inTieOrder, isTie, type Route, tieSpan } from "./tie-order.js";
import { TwoBalls } from "./two-balls.js";

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

/** Finds them: by the quick searches, and where these meet a graph that is not for them, by {@link lawler}. */
export function findRoutes(query: Query, k: number, meter: Meter, space: SearchSpace): Found {
  const listing: Listing = { routes: [], bound: 0 };
  if (query.sources.length === 0 || query.targets.length === 0) return { routes: [] };
  try {
    const isFewHops = query.maxHops <= MOST_FEW_HOPS && query.maxHops < query.view.nodeCount - 1;
    let end: string = isFewHops
      ? listFewHops(query, k, meter, space, listing)
      : listByBound(query, k, meter, space, new TwoBalls(space, query, meter), listing);
    if (end === "stuck") end = listByLawler(query, k, meter, listing);
    if (end !== "open") return { routes: inTieOrder(listing.routes).slice(0, k) };
    return { routes: withinGroup(query, k, meter, listing.routes) };
  } catch (error) {
    if (error !== BUDGET_SPENT) throw error;
    const { routes, bound } = listing;
    const isSure = ({ cost }: Route) => cost < bound - tieSpan(bound);
    return { routes: inTieOrder(routes.filter(isSure)).slice(0, k), bound };
  }
}

/**
 * Lists within a cost limit that grows until the k are there. The number of paths up to a cost grows as a ball does, by a
 * factor e^(rate x cost), so the first limit is read off the balls that met: rate = (ln |ball| + ln |ball|) / cost. On
 * social graphs the k-th path lies at 0.6 of that estimate in the median, whatever the unit of cost, the density and k.
 */
function listByBound(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  balls: TwoBalls,
  listing: Listing,
): ReturnType<typeof listPaths> {
  balls.meet(query.maxCost);
  const { best } = balls;
  if (best > query.maxCost) return "short";
  listing.bound = best;
  const behind = space.settled.length;
  const rate = (Math.log(1 + meter.visited - behind) + Math.log(1 + behind)) / best;
  let slack = (k === 1 ? 0 : (FIRST_SLACK * Math.log(k + 1)) / rate) || 0;
  for (let round = 1; ; round++) {
    const wide = best + slack + MARGIN * Math.max(1, best + slack);
    const isLast = round > ROUNDS || !(wide < query.maxCost);
    const limit = isLast ? query.maxCost : wide;
    balls.widen(limit);
    balls.complete(limit);
    const next: Listing = { routes: [], bound: 0 };
    const task = { k, limit, groupLimit: GROUP_LIMIT, workLimit: WORK_LIMIT + WORK_LIMIT_EACH * k };
    const end = listPaths(query, space, meter, task, next.routes, (bound) => {
      next.bound = Math.max(next.bound, bound);
      if (next.bound >= listing.bound) Object.assign(listing, next);
    });
    if (end === "stuck" || end === "open" || end === "closed" || isLast) return end;
    slack = round === ROUNDS || slack === 0 ? Number.POSITIVE_INFINITY : slack * SLACK_GROWTH;
  }
}

/** Lists paths of few hops within a limit that grows until the k are there. */
function listFewHops(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  listing: Listing,
): "closed" | "open" {
  let floor = 0;
  for (let round = 1, limit = firstLimit(query, k); ; round++) {
    const isLast = round > ROUNDS || !(limit < query.maxCost);
    const most = isLast ? query.maxCost : limit;
    const search = new FewHops(space, query, meter, k, most, floor, GROUP_LIMIT);
    clear(space);
    Object.assign(listing, { routes: search.found, bound: search.limit });
    if (search.isOpen) return "open";
    const end = groupEnd(search.found, k);
    if (end + tieSpan(end) <= search.limit || (isLast && search.limit >= most)) return "closed";
    if (search.found.length >= k) floor = end + 2 * tieSpan(end);
    limit = Math.max(search.found.length < k ? limit * LIMIT_GROWTH : limit, floor, MARGIN);
  }
}

/** The greatest cost in the tie group of the k-th route; infinity where there are fewer. */
function groupEnd(sorted: readonly Route[], k: number): number {
  let at = k - 1;
  if (at >= sorted.length) return Number.POSITIVE_INFINITY;
  while (at + 1 < sorted.length && isTie(sorted[at]!.cost, sorted[at + 1]!.cost)) at++;
  return sorted[at]!.cost;
}

/** The same by {@link lawler}, for graphs on which prefixes lead to dead ends. */
function listByLawler(query: Query, k: number, meter: Meter, listing: Listing): "closed" | "open" {
  const routes: Route[] = [];
  let last = 0;
  for (const route of lawler(query, meter, undefined)) {
    if (routes.length >= k && !isTie(last, route.cost)) break;
    routes.push(route);
    last = Math.max(last, route.cost);
    if (last >= listing.bound) Object.assign(listing, { routes, bound: last });
    if (routes.length >= k + GROUP_LIMIT) return "open";
  }
  listing.routes = routes;
  return "closed";
}

/** Orders a last tie group too large to list whole: lists its members by hops and node numbers instead of by cost. */
function withinGroup(query: Query, k: number, meter: Meter, found: readonly Route[]): Route[] {
  const sorted = [...found].sort((a, b) => a.cost - b.cost);
  let start = sorted.length - 1;
  const last = sorted[start]!.cost;
  while (start > 0 && isTie(sorted[start - 1]!.cost, sorted[start]!.cost)) start--;
  const least = sorted[start]!.cost - tieSpan(last) / 2;
  const routes = inTieOrder(sorted.slice(0, start));
  for (const route of lawler(query, meter, last + tieSpan(last) / 2)) {
    if (route.cost > least) routes.push(route);
    if (routes.length >= k) break;
  }
  return routes;
}

/**
 * A first limit for few hops: the median costs of the arcs at both ends, times what the k-th path needed of them in the
 * median on social graphs; a limit too low is raised.
 */
function firstLimit({ view, sources, targets, maxHops }: Query, k: number): number {
  const ends = medianCost(view.out, sources[0]!) + medianCost(view.in, targets[0]!);
  return ends * (6 / maxHops) * (0.5 + 0.22 * Math.log(k + 1));
}

function medianCost(side: Side, node: number): number {
  const slot = side.slots?.[node] ?? 0;
  const { costs } = slot > 0 ? side.list(slot) : side;
  const start = slot > 0 ? 0 : side.offsets[node]!;
  const end = slot > 0 ? costs.length : side.offsets[node + 1]!;
  return start < end ? costs[(start + end) >> 1]! : 0;
}

const LIMIT_GROWTH = 1.5;
/** Share of the estimated slack that is tried first: the median of what was needed, see {@link listByBound}. */
const FIRST_SLACK = 0.6;
const SLACK_GROWTH = 1.5;
/** Rounds of growth before the limit is lifted altogether. */
const ROUNDS = 6;
/** Room above a limit, so that what ties with a path at the limit lies within it. */
const MARGIN = 1e-9;
/** Routes beyond the k-th that are listed to see its tie group end, before the group is listed in its own order. */
const GROUP_LIMIT = 64;
/** Prefixes that a listing may take up, and as many more for each path wanted. */
const WORK_LIMIT = 2000;
const WORK_LIMIT_EACH = 200;
