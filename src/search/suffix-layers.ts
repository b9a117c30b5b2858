import { arcsOf } from "./arc-overlay.js";
import { type Meter, scan, visit } from "./meter.js";
import type { Query } from "./query.js";
import { AHEAD, type SearchSpace, STRIDE } from "./search-scratch.js";

/** What {@link suffixLayers} knows. */
export interface SuffixLayers {
  /** Sees to it that ways of `depth` hops are known, on paths of at most `limit`; false where that brings nothing new. */
  readonly grow: (depth: number, limit: number) => boolean;
  /** Cost of a node's cheapest way of at most `depth` hops, infinity where there is none. */
  readonly cost: (node: number, depth: number) => number;
}

/**
 * Problem: the cheapest way from any node to a target with at most r hops, for r = 0, 1, 2 …, around blocked nodes.
 * Bellman and Ford's recurrence by layers (Bellman 1958), taking up only nodes that the layer before made cheaper:
 * O(r m) at worst. Not for a search that one Dijkstra can answer.
 *
 * A label is one way: a node, its cost, the node's label before it. Labels of a node only get cheaper. `space` holds distances
 * from the sources (two-balls.ts), by which nodes too far off are left out.
 */
export function suffixLayers(
  { targets, view }: Query,
  { labels, radius }: SearchSpace,
  meter: Meter,
  blocked: readonly number[],
): SuffixLayers {
  const nodes: number[] = [];
  const costs: number[] = [];
  const older: number[] = [];
  const newest = new Map<number, number>();
  /** Layer -> number of labels when the one before it was done; the last layer is still open. */
  const ends: number[] = [0];

  const add = (node: number, cost: number) => {
    const old = newest.get(node) ?? -1;
    if (old >= 0 && cost >= costs[old]!) return;
    if (old >= ends.at(-1)!) {
      costs[old] = cost;
      return;
    }
    newest.set(node, nodes.push(node) - 1);
    costs.push(cost);
    older.push(old);
  };

  const grow = (depth: number, limit: number) => {
    if (depth < ends.length) return ends[depth]! < (ends[depth + 1] ?? nodes.length);
    let label = ends.at(-1)!;
    const end = nodes.length;
    ends.push(end);
    for (; label < end; label++) {
      visit(meter);
      const cost = costs[label]!;
      const { nodes: froms, costs: steps, start, end } = arcsOf(view.in, nodes[label]!);
      let i = start;
      for (; i < end && cost + steps[i]! <= limit; i++) {
        const sum = cost + steps[i]!;
        if (Math.min(labels[STRIDE * froms[i]! + AHEAD]!, radius) + sum <= limit) add(froms[i]!, sum);
      }
      scan(meter, i - start);
    }
    return nodes.length > end;
  };

  const cost = (node: number, depth: number) => {
    const end = ends[depth + 1] ?? nodes.length;
    let label = newest.get(node) ?? -1;
    while (label >= end) label = older[label]!;
    const cost = costs[label] ?? -1;
    return cost < 0 ? Infinity : cost;
  };

  for (const node of blocked) add(node, -Infinity);
  ends[0] = nodes.length;
  for (const target of targets) add(target, 0);
  return { grow, cost };
}
