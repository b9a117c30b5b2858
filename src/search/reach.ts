import { throwIfAborted } from "../base/abort.js";
import type { ArcIndex } from "./arc-index.js";
import { kBestPaths, type RawPath } from "./k-best-paths.js";
import { checkCount, checkQuery, type SearchOptions } from "./query.js";
import { isTie } from "./tie-order.js";

/** What {@link reach} is asked. */
export interface ReachQuery extends Omit<SearchOptions, "budget"> {
  readonly sources: number | readonly number[];
  /** The most hops, an integer from 1 to 254. */
  readonly maxHops: number;
}

/** Who can be reached, and how well. */
export interface Reach {
  /** Node -> probability of the best path to it; 0 where there is none, 1 for a source. */
  readonly probability: Float64Array;
  /** Node -> hops of that path; 255 where there is none, 0 for a source. */
  readonly hops: Uint8Array;
  /** The best path to a node, as {@link kBestPaths} would give it; searched when asked for, on the index as it is then. */
  path(node: number): RawPath | undefined;
}

/**
 * Problem: the best path with at most h hops from any source to every node, in one pass.
 * Bellman and Ford's recurrence by layers (Bellman 1958), each layer taking up only nodes that the one before made
 * cheaper: O(h m) at worst, one look at each arc within reach for small h.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ARC` for the overlay; the signal's reason.
 */
export function reach(index: ArcIndex, query: ReachQuery): Reach {
  checkCount(query.maxHops, "maxHops", MOST_HOPS);
  const { view, sources, blocked, maxHops, maxCost } = checkQuery(index, query.sources, [], query);
  throwIfAborted(query.signal);
  const { offsets, slots, list } = view.out;
  const cost = new Float64Array(view.nodeCount).fill(Number.POSITIVE_INFINITY);
  const hops = new Uint8Array(view.nodeCount).fill(UNREACHED);
  for (const node of blocked) cost[node] = -1;
  for (const node of sources) {
    cost[node] = 0;
    hops[node] = 0;
  }
  let frontier = Int32Array.from(sources);
  for (let hop = 1; hop <= maxHops && frontier.length > 0; hop++) {
    throwIfAborted(query.signal);
    const costs = Float64Array.from(frontier, (v) => cost[v]!);
    const changed: number[] = [];
    const stamp = new Set<number>();
    for (let f = 0; f < frontier.length; f++) {
      const v = frontier[f]!;
      const d = costs[f]!;
      const slot = slots === undefined ? 0 : slots[v]!;
      const arcs = slot > 0 ? list(slot) : view.out;
      const end = slot > 0 ? arcs.nodes.length : offsets[v + 1]!;
      for (let i = slot > 0 ? 0 : offsets[v]!; i < end; i++) {
        const w = arcs.nodes[i]!;
        const sum = d + arcs.costs[i]!;
        if (sum > maxCost) break;
        if (sum >= cost[w]!) continue;
        if (!isTie(sum, cost[w]!) || hops[w] === UNREACHED) hops[w] = hop;
        cost[w] = sum;
        if (!stamp.has(w)) changed.push(w);
        stamp.add(w);
      }
    }
    frontier = Int32Array.from(changed);
  }
  const probability = cost.map((c) => (c < 0 ? 0 : Math.exp(-c)));
  const path = (node: number): RawPath | undefined =>
    kBestPaths(index, { ...query, budget: undefined, targets: node, k: 1 }).paths[0];
  return { probability, hops, path };
}

const MOST_HOPS = 254;
const UNREACHED = 255;
