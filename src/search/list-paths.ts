import { arcsOf } from "./arc-overlay.js";
import { type Meter, visit } from "./meter.js";
import { MinHeap } from "./min-heap.js";
import type { Query } from "./query.js";
import { MARK, ON_PATH, type SearchSpace, STRIDE, TARGET, WAY_ON } from "./search-scratch.js";
import { isTie, isTooLarge, type Route } from "./tie-order.js";

/** What a listing is to reach, and what it may take. */
export interface ListingTask {
  /** How many paths are wanted; those that tie with the last one come on top. */
  readonly k: number;
  /** Paths dearer than this are left out. */
  readonly limit: number;
  /** Paths beyond k after which an endless tie group is given up. */
  readonly groupLimit: number;
  /** Prefixes that may be noted. */
  readonly workLimit: number;
}

/** How a listing ended. */
export type ListingEnd =
  /** The k paths and all that tie with the last are there. */
  | "closed"
  /** All paths within the limit are there, fewer than wanted or with a tie group that may go on. */
  | "short"
  /** More than `groupLimit` paths tie with the k-th, or a multiple of that of prefixes with each other. */
  | "open"
  /** The work limit is spent: prefixes lead to dead ends. */
  | "stuck";

/**
 * Problem: the paths within a cost limit, cheapest first, once the exact cost of the way on is known for every node on them.
 * Best-first search over prefixes with that cost as bound (A* on paths: Hart, Nilsson, Raphael 1968): no spur searches, so
 * not Yen's k x length Dijkstras. Where the way on crosses the prefix the bound is too low and a prefix may be a dead end; a
 * work limit then hands over to {@link lawler}. `found` is filled as paths come up, so that it is right whenever
 * this is interrupted.
 */
export function listPaths(
  { view, sources, maxHops }: Query,
  { labels }: SearchSpace,
  meter: Meter,
  task: ListingTask,
  found: Route[],
  onBound: (cost: number) => void,
): ListingEnd {
  const { k, limit, groupLimit } = task;
  const heap = new MinHeap();
  const nodes: number[] = [];
  const before: number[] = [];
  const costs: number[] = [];
  const hops: number[] = [];
  let work = task.workLimit;
  for (const source of sources) {
    const bound = labels[STRIDE * source + WAY_ON]!;
    if (bound <= limit) {
      heap.push(bound, nodes.push(source) - 1);
      before.push(-1);
      costs.push(0);
      hops.push(0);
    }
  }
  let last = 0;
  let level = -1;
  let levelWork = 0;
  let levelStart = 0;
  while (heap.size > 0) {
    const bound = heap.top;
    onBound(bound);
    if (!isTie(level, bound)) {
      levelWork = 0;
      levelStart = bound;
    }
    level = bound;
    if (isTooLarge(levelWork++, LEVEL_LIMIT * (k + groupLimit), bound - levelStart, bound)) return "open";
    if (found.length >= k && !isTie(last, bound)) return "closed";
    const prefix = heap.pop();
    visit(meter);
    const node = nodes[prefix]!;
    if (labels[STRIDE * node + MARK] === TARGET) {
      found.push({ nodes: pathTo(prefix, nodes, before), cost: costs[prefix]! });
      last = Math.max(last, costs[prefix]!);
      if (isTooLarge(found.length - k, groupLimit, last - levelStart, last)) return "open";
      continue;
    }
    if (work < 0) return "stuck";
    if (hops[prefix]! >= maxHops) continue;
    for (let p = prefix; p >= 0; p = before[p]!) labels[STRIDE * nodes[p]! + MARK] = ON_PATH;
    const cost = costs[prefix]!;
    const { nodes: ends, costs: steps, start, end } = arcsOf(view.out, node);
    const known = nodes.length;
    let i = start;
    for (; i < end; i++) {
      const sum = cost + steps[i]!;
      if (sum > limit) break;
      const at = STRIDE * ends[i]!;
      const total = sum + labels[at + WAY_ON]!;
      if (total <= limit && labels[at + MARK] !== ON_PATH) {
        heap.push(total, nodes.push(ends[i]!) - 1);
        before.push(prefix);
        costs.push(sum);
        hops.push(hops[prefix]! + 1);
      }
    }
    meter.scanned += i - start;
    work -= nodes.length - known;
    for (let p = prefix; p >= 0; p = before[p]!) labels[STRIDE * nodes[p]! + MARK] = Number.POSITIVE_INFINITY;
  }
  onBound(limit);
  return found.length >= k && !isTie(last, limit) ? "closed" : "short";
}

/** Prefixes of one cost that may be taken up, for each path that a tie group may have. */
const LEVEL_LIMIT = 4;

function pathTo(prefix: number, nodes: readonly number[], before: readonly number[]): number[] {
  const path: number[] = [];
  for (let p = prefix; p >= 0; p = before[p]!) path.push(nodes[p]!);
  return path.reverse();
}
