import { throwIfAborted } from "../base/abort.js";
import type { ArcIndex } from "./arc-index.js";
import { lawler } from "./lawler.js";
import { BUDGET_SPENT, type Meter } from "./meter.js";
import { checkCount, checkQuery, type Query, type SearchOptions } from "./query.js";
import { inTieOrder, isTie, type Route, tieSpan } from "./tie-order.js";

/** A path as node numbers. */
export interface RawPath {
  /** From a source to a target, both included; no node twice. */
  readonly nodes: number[];
  /** Product of the arcs' probabilities, as exp of minus the summed cost: within 1e-12 relative of the product. */
  readonly probability: number;
}

/** What {@link kBestPaths} is asked. */
export interface KBestQuery extends SearchOptions {
  /** Where a path may start; another source may lie inside a path. */
  readonly sources: number | readonly number[];
  /** Where a path ends; no target lies inside a path. */
  readonly targets: number | readonly number[];
  /** How many paths, an integer >= 1. */
  readonly k: number;
}

/** What {@link kBestPaths} found. */
export interface KBestResult {
  /** The best paths in order; after a budget bit, those of them that are certain. */
  readonly paths: RawPath[];
  /** `budget`: the search stopped early, see `bound`. */
  readonly stopped: "complete" | "budget";
  /** Nodes visited, as `budget.maxVisited` counts them. */
  readonly visited: number;
  /** Only after a budget bit: no path that is missing is more probable than this. */
  readonly bound?: number;
}

/**
 * The k most probable loopless paths from any source to any target.
 *
 * Order: cost (sum of -ln p, from the source) rising; neighbours within 1e-12 x max(1, cost) tie, and a run of ties is
 * ordered by hops, then by node numbers along the path. The first k of k + 1 are the k.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ARC` for the overlay; the signal's reason.
 */
export function kBestPaths(index: ArcIndex, query: KBestQuery): KBestResult {
  checkCount(query.k, "k");
  const checked = checkQuery(index, query.sources, query.targets, query);
  throwIfAborted(query.signal);
  const meter: Meter = {
    visited: 0,
    scanned: 0,
    maxVisited: query.budget?.maxVisited ?? Number.POSITIVE_INFINITY,
    signal: query.signal,
  };
  const found = search(checked, query.k, meter);
  if (query.scratch !== undefined)
    Object.assign(query.scratch, { visited: meter.visited, scanned: meter.scanned });
  return {
    paths: found.routes.map(({ nodes, cost }) => ({ nodes: [...nodes], probability: Math.exp(-cost) })),
    stopped: found.bound === undefined ? "complete" : "budget",
    visited: meter.visited,
    ...(found.bound === undefined ? {} : { bound: Math.exp(-found.bound) }),
  };
}

interface Found {
  readonly routes: readonly Route[];
  readonly bound: number | undefined;
}

/** How many routes beyond the k-th are listed to see its tie group end, before the group is listed in its own order. */
const GROUP_LIMIT = 64;

function search(query: Query, k: number, meter: Meter): Found {
  const found: Route[] = [];
  let last = 0;
  let isOpen = false;
  try {
    for (const route of lawler(query, meter, undefined)) {
      if (found.length >= k && !isTie(last, route.cost)) break;
      found.push(route);
      last = Math.max(last, route.cost);
      isOpen = found.length >= k + GROUP_LIMIT;
      if (isOpen) break;
    }
    if (!isOpen) return { routes: inTieOrder(found).slice(0, k), bound: undefined };
    return { routes: withinGroup(query, k, meter, found), bound: undefined };
  } catch (error) {
    if (error !== BUDGET_SPENT) throw error;
    const isSure = ({ cost }: Route) => cost < last - tieSpan(last);
    return { routes: inTieOrder(found.filter(isSure)), bound: last };
  }
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
