import type { View } from "./arc-overlay.js";
import { type Meter, visit } from "./meter.js";

/**
 * Problem: the cheapest way from any node to a target with at most r hops, for r = 0, 1, 2 …, around blocked nodes.
 * Bellman and Ford's recurrence by layers (Bellman 1958), taking up only nodes that the layer before made cheaper:
 * O(r m) at worst. Not for a search that one Dijkstra can answer.
 *
 * A label is one way: a node, its cost, the label of the node after it. Labels of a node only get cheaper, so no way
 * comes by a node twice, zero-cost loops included.
 */
export class SuffixLayers {
  /** Label -> its node. */
  readonly node: number[] = [];
  /** Label -> cost of the way to the target. */
  readonly cost: number[] = [];
  /** Label -> cost of its first arc. */
  readonly step: number[] = [];
  /** Label -> label of the next node, -1 at a target. */
  readonly next: number[] = [];
  /** Layers done: hops that the ways may have by now. */
  depth = 0;
  readonly #older: number[] = [];
  /** Layer -> number of labels when it was done. */
  readonly #ends: number[] = [];
  readonly #newest = new Map<number, number>();
  readonly #view: View;
  readonly #meter: Meter;
  #layer = 0;

  constructor(view: View, targets: readonly number[], blocked: ReadonlySet<number>, meter: Meter) {
    this.#view = view;
    this.#meter = meter;
    for (const node of blocked)
      this.#newest.set(node, this.#label(node, Number.NEGATIVE_INFINITY, 0, -1, -1));
    this.#layer = this.node.length;
    for (const target of targets) if (!blocked.has(target)) this.#improve(target, 0, 0, -1);
  }

  /** Allows one hop more, for ways that cost at most `limit`; false where that found nothing new. */
  grow(limit: number): boolean {
    const { slots, offsets, list } = this.#view.in;
    const start = this.#layer;
    const end = this.node.length;
    this.#layer = end;
    this.#ends[this.depth++] = end;
    for (let label = start; label < end; label++) {
      visit(this.#meter);
      const v = this.node[label]!;
      const d = this.cost[label]!;
      const slot = slots === undefined ? 0 : slots[v]!;
      const { nodes, costs } = slot > 0 ? list(slot) : this.#view.in;
      const last = slot > 0 ? nodes.length : offsets[v + 1]!;
      let i = slot > 0 ? 0 : offsets[v]!;
      const first = i;
      for (; i < last && d + costs[i]! <= limit; i++)
        this.#improve(nodes[i]!, d + costs[i]!, costs[i]!, label);
      this.#meter.scanned += i - first;
    }
    return this.node.length > end;
  }

  /** The label of a node's cheapest way within the first `depth` layers, -1 where there is none. */
  find(node: number, depth: number): number {
    const end = this.#ends[depth] ?? this.node.length;
    let label = this.#newest.get(node) ?? -1;
    while (label >= end) label = this.#older[label]!;
    return label < 0 || this.cost[label]! < 0 ? -1 : label;
  }

  #improve(node: number, cost: number, step: number, next: number): void {
    const old = this.#newest.get(node) ?? -1;
    if (old >= 0 && cost >= this.cost[old]!) return;
    if (old >= this.#layer) {
      this.cost[old] = cost;
      this.step[old] = step;
      this.next[old] = next;
    } else {
      this.#newest.set(node, this.#label(node, cost, step, next, old));
    }
  }

  #label(node: number, cost: number, step: number, next: number, older: number): number {
    this.cost.push(cost);
    this.step.push(step);
    this.next.push(next);
    this.#older.push(older);
    return this.node.push(node) - 1;
  }
}
