import { fewHops, MOST_FEW_HOPS } from "./few-hops.js";
import { lawler } from "./lawler.js";
import { listPaths, type Step } from "./list-paths.js";
import { BUDGET_SPENT, type Meter } from "./meter.js";
import { NO_LIMIT, type Query } from "./query.js";
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
  readonly routes: Route[];
  bound: number;
  /** In the order of the contract, what is there being the first of it. */
  readonly isOrdered?: true;
}

/** How a listing ended. */
type ListingEnd =
  /** The k paths and all that tie with the last are there. */
  | "closed"
  /** All paths within the limit are there, fewer than wanted or with a tie group that may go on. */
  | "short"
  /** More than `groupLimit` paths tie with the k-th, or a multiple of that of prefixes with each other. */
  | "open"
  /** The work limit is spent: prefixes lead to dead ends. */
  | "stuck";

/** What the searches may take before another one takes over; other values than the default's are for tests. */
export interface Tuning {
  /** Paths beyond the k-th that are listed to see its tie group end, before the group is listed in its own order. */
  readonly groupLimit: number;
  /** Prefixes that a best-first listing may note, and a tenth as many more for each path wanted. */
  readonly workLimit: number;
  /** Share of the estimated slack that is tried first: the median of what was needed, see {@link listByBound}. */
  readonly firstSlack: number;
  /** Factor by which a limit grows, and rounds of growth before it is lifted altogether. */
  readonly growth: number;
  readonly rounds: number;
}

export const TUNING: Tuning = {
  groupLimit: 64,
  workLimit: 20_000,
  firstSlack: 0.6,
  growth: 1.5,
  rounds: 6,
};

/** Finds them: by the quick searches, and where these meet a graph that is not for them, by {@link lawler}. */
export function findRoutes(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  tuning: Tuning = TUNING,
): Found {
  /** One listing after the other, the last one the widest. */
  const listings: Listing[] = [];
  const { sources, targets, maxHops, view } = query;
  if (sources.length === 0 || targets.length === 0) return { routes: [] };
  try {
    const isFewHops = maxHops <= MOST_FEW_HOPS && maxHops < view.nodeCount - 1;
    let isOpen = (isFewHops ? listFewHops : listByBound)(query, k, meter, space, tuning, listings);
    if (isOpen) {
      const routes = withinGroup(query, k, meter, space, listings);
      if (routes.length >= k) return { routes };
      const all = lawler(query, space, meter, NO_LIMIT, "cost");
      isOpen = list(all, k, NO_LIMIT, tuning, listings) === "open";
    }
    const last = listings.at(-1)!;
    return {
      routes: isOpen ? withinGroup(query, k, meter, space, listings) : inTieOrder(last.routes).slice(0, k),
    };
  } catch (error) {
    if (error !== BUDGET_SPENT) throw error;
    const last = listings.at(-1);
    if (last?.isOrdered === true) return { routes: last.routes, bound: last.bound };
    let best: Listing = { routes: [], bound: 0 };
    for (const listing of listings) if (listing.bound >= best.bound) best = listing;
    const { routes, bound } = best;
    const isSure = ({ cost }: Route) => cost < bound - tieSpan(bound);
    return { routes: inTieOrder(routes.filter(isSure)).slice(0, k), bound };
  }
}

/**
 * Lists within a cost limit that grows until the k are there; true where their last tie group was too large to list.
 * The number of paths up to a cost grows as a ball does, by a factor e^(rate x cost). So the first limit is read off
 * the balls that met: rate = 2 ln |ball| / cost, the ball half of what both have. On social graphs the k-th path lies
 * at 0.6 of that estimate in the median, whatever the unit of cost, the density and k.
 */
function listByBound(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  tuning: Tuning,
  listings: Listing[],
): boolean {
  const { rounds, growth, firstSlack } = tuning;
  const balls = twoBalls(space, query, meter);
  const best = balls.meet(NO_LIMIT);
  listings.push({ routes: [], bound: Math.min(best, NO_LIMIT) });
  if (best === Infinity) return false;
  const rate = (2 * Math.log(1 + meter.visited / 2)) / best;
  const first = (firstSlack * Math.log(k + 1)) / rate || Infinity;
  let slack = k === 1 ? 0 : first;
  let isStuck = false;
  for (let round = 1; ; round++) {
    const wide = best + slack + MARGIN * Math.max(1, best + slack);
    const limit = round > rounds ? NO_LIMIT : Math.min(wide, NO_LIMIT);
    balls.widen(limit);
    balls.complete(limit);
    let end: ListingEnd = "stuck";
    if (!isStuck) end = list(listPaths(query, space, meter, limit), k, limit, tuning, listings);
    isStuck = end === "stuck";
    if (isStuck) end = list(lawler(query, space, meter, limit, "cost"), k, limit, tuning, listings);
    if (end !== "short" || limit === NO_LIMIT) return end === "open";
    slack = Math.max(first, slack * growth);
  }
}

/** Takes paths in the order of cost, until there are k and all that tie with the last. */
function list(
  steps: Iterable<Step>,
  k: number,
  limit: number,
  { groupLimit, workLimit }: Tuning,
  listings: Listing[],
): ListingEnd {
  const routes: Route[] = [];
  const listing = { routes, bound: 0 };
  listings.push(listing);
  let last = -1;
  let start = 0;
  let prefixes = 0;
  for (const step of steps) {
    const { cost, noted = 0 } = step;
    if (!isTie(last, cost)) {
      if (routes.length >= k) return "closed";
      start = cost;
      prefixes = 0;
    }
    last = listing.bound = Math.max(last, cost);
    if (noted > workLimit * (1 + k / 10)) return "stuck";
    if (step.nodes.length > 0) routes.push(step);
    else prefixes++;
    const isEndless = (extra: number, most: number) => isTooLarge(extra, most, last - start, last);
    if (isEndless(routes.length - k, groupLimit) || isEndless(prefixes, LEVEL_LIMIT * (k + groupLimit)))
      return "open";
  }
  listing.bound = limit;
  return routes.length >= k && !isTie(last, limit) ? "closed" : "short";
}

/** Prefixes of one cost that may be taken up, for each path that a tie group may have. */
const LEVEL_LIMIT = 4;

/** Lists paths of few hops: again with more room where the tie group of the k-th goes on. */
function listFewHops(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  { groupLimit }: Tuning,
  listings: Listing[],
): boolean {
  for (let floor = 0; ; ) {
    const { found, limit, isOpen } = fewHops(space, query, meter, k, floor, groupLimit);
    clear(space);
    listings.push({ routes: found, bound: limit });
    const end = groupEnd(found, k);
    if (isOpen || end + tieSpan(end) <= limit || limit >= NO_LIMIT) return isOpen;
    floor = end + 2 * tieSpan(end);
  }
}

/** The greatest cost in the tie group of the k-th route; infinity where there are fewer. */
function groupEnd(sorted: readonly Route[], k: number): number {
  let at = k - 1;
  if (at >= sorted.length) return Infinity;
  while (at + 1 < sorted.length && isTie(sorted[at]!.cost, sorted[at + 1]!.cost)) at++;
  return sorted[at]!.cost;
}

/** Orders a last tie group too large to list whole: lists its members by hops and node numbers instead of by cost. */
function withinGroup(
  query: Query,
  k: number,
  meter: Meter,
  space: SearchSpace,
  listings: Listing[],
): Route[] {
  const listing = listings.at(-1)!;
  const sorted = [...listing.routes].sort((a, b) => a.cost - b.cost);
  let start = sorted.length;
  let least = Math.max(listing.bound, sorted.at(-1)?.cost ?? 0);
  const limit = Math.min(least + tieSpan(least) / 2, NO_LIMIT);
  while (start > 0 && isTie(sorted[start - 1]!.cost, least)) least = sorted[--start]!.cost;
  least -= tieSpan(least) / 2;
  const routes = inTieOrder(sorted.slice(0, start));
  listings.push({ routes, bound: least, isOrdered: true });
  clear(space);
  twoBalls(space, query, meter).widen(limit);
  for (const route of lawler(query, space, meter, limit, "hops")) {
    if (route.cost > least) routes.push(route);
    if (routes.length >= k) break;
  }
  return routes;
}

/** Room above a limit, so that what ties with a path at the limit lies within it. */
const MARGIN = 1e-9;
