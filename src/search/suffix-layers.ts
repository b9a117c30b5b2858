import { arcsOf } from "./arc-overlay.js";
import { type Meter, visit } from "./meter.js";
import type { Query } from "./query.js";
import { AHEAD, type SearchSpace, STRIDE } from "./search-scratch.js";

/**
 * Problem: the cheapest way from any node to a target with at most r hops, for r = 0, 1, 2 …, around blocked nodes.
 * Bellman and Ford's recurrence by layers (Bellman 1958), taking up only nodes that the layer before made cheaper:
 * O(r m) at worst. Not for a search that one Dijkstra can answer.
 *
 * A label is one way: a node, its cost, the node's label before it. Labels of a node only get cheaper.
 */
export class SuffixLayers {
  #depth = 0;
  readonly #node: number[] = [];
  readonly #cost: number[] = [];
  readonly #older: number[] = [];
  /** Layer -> number of labels when it was done. */
  readonly #ends: number[] = [];
  readonly #newest = new Map<number, number>();
  readonly #query: Query;
  readonly #space: SearchSpace;
  readonly #meter: Meter;

  /** `space` holds distances from the sources (two-balls.ts), by which nodes too far off are left out. */
  constructor(query: Query, space: SearchSpace, meter: Meter, blocked: readonly number[]) {
    this.#query = query;
    this.#space = space;
    this.#meter = meter;
    for (const node of blocked) this.#label(node, Number.NEGATIVE_INFINITY);
    this.#ends.push(this.#node.length);
    for (const target of query.targets) if (!blocked.includes(target)) this.#label(target, 0);
  }

  /** Sees to it that ways of `depth` hops are known, on paths of at most `limit`; false where that brings nothing new. */
  grow(depth: number, limit: number): boolean {
    if (depth <= this.#depth) return this.#ends[depth]! < (this.#ends[depth + 1] ?? this.#node.length);
    const { labels, radius } = this.#space;
    let label = this.#ends[this.#depth++]!;
    const end = this.#node.length;
    this.#ends.push(end);
    for (; label < end; label++) {
      visit(this.#meter);
      const cost = this.#cost[label]!;
      const arcs = arcsOf(this.#query.view.in, this.#node[label]!);
      const { nodes, costs } = arcs;
      let i = arcs.start;
      for (; i < arcs.end && cost + costs[i]! <= limit; i++) {
        const sum = cost + costs[i]!;
        if (Math.min(labels[STRIDE * nodes[i]! + AHEAD]!, radius) + sum <= limit) this.#label(nodes[i]!, sum);
      }
      this.#meter.scanned += i - arcs.start;
    }
    return this.#node.length > end;
  }

  /** Cost of a node's cheapest way of at most `depth` hops, infinity where there is none. */
  cost(node: number, depth: number): number {
    const end = this.#ends[depth + 1] ?? this.#node.length;
    let label = this.#newest.get(node) ?? -1;
    while (label >= end) label = this.#older[label]!;
    const cost = this.#cost[label] ?? -1;
    return cost < 0 ? Number.POSITIVE_INFINITY : cost;
  }

  #label(node: number, cost: number): void {
    const old = this.#newest.get(node) ?? -1;
    if (old >= 0 && cost >= this.#cost[old]!) return;
    if (old >= this.#ends[this.#depth]!) {
      this.#cost[old] = cost;
    } else {
      this.#newest.set(node, this.#node.push(node) - 1);
      this.#cost.push(cost);
      this.#older.push(old);
    }
  }
}
