import { type ArcIndex, scratchOf } from "./arc-index.js";
import { arcsOf } from "./arc-overlay.js";
import { checkCount, checkGiven } from "./check.js";
import { kBestPaths } from "./k-best-paths.js";
import { newMeter, visit } from "./meter.js";
import { checkQuery, type SearchOptions, UNBOUNDED } from "./query.js";
import type { RawPath } from "./raw-path.js";
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
 * cheaper. O(h m) at worst, one look at each arc within reach for small h.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ARC` for the overlay; the signal's reason.
 */
export function reach(index: ArcIndex, query: ReachQuery): Reach {
  checkGiven(query, "query");
  checkCount(query.maxHops, "maxHops", MOST_HOPS);
  const { view, sources, blocked, maxHops } = checkQuery(index, query.sources, [], query);
  const meter = newMeter(query, Infinity);
  const cost = new Float64Array(view.nodeCount).fill(Infinity);
  const hops = new Uint8Array(view.nodeCount).fill(UNREACHED);
  /** Hop in which a node was last noted for the next layer. */
  const noted = new Uint8Array(view.nodeCount);
  for (const node of blocked) cost[node] = -1;
  for (const node of sources) cost[node] = hops[node] = 0;
  let layer: readonly number[] = sources;
  for (let hop = 1; hop <= maxHops && layer.length > 0; hop++) {
    const next: number[] = [];
    // Costs as the layer before left them: this layer's gains are not to be passed on yet.
    const costs = Float64Array.from(layer, (node) => cost[node]!);
    for (let l = 0; l < layer.length; l++) {
      visit(meter);
      const { nodes, costs: steps, start, end } = arcsOf(view.out, layer[l]!);
      const sum = costs[l]!;
      let i = start;
      for (; i < end; i++) {
        const whole = sum + steps[i]!;
        const node = nodes[i]!;
        const old = cost[node]!;
        if (whole >= old) continue;
        if (hops[node] === UNREACHED || !isTie(whole, old)) hops[node] = hop;
        cost[node] = whole;
        if (noted[node] === hop) continue;
        noted[node] = hop;
        next.push(node);
      }
      meter.scanned += i - start;
    }
    layer = next;
  }
  const probability = new Float64Array(view.nodeCount);
  for (let v = 0; v < hops.length; v++) if (hops[v] !== UNREACHED) probability[v] = Math.exp(-cost[v]!);
  const scratch = scratchOf(index, query.scratch);
  scratch.visited = meter.visited;
  scratch.scanned = meter.scanned;
  return {
    probability,
    hops,
    path: (node) => kBestPaths(index, { ...query, budget: UNBOUNDED, targets: node, k: 1 }).paths[0],
  };
}

const MOST_HOPS = 254;
const UNREACHED = 255;
