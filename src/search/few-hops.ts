import { arcsOf } from "./arc-overlay.js";
import { type Meter, visit } from "./meter.js";
import { MinHeap } from "./min-heap.js";
import type { Query } from "./query.js";
import {
  AHEAD,
  BACK,
  MARK,
  ON_PATH,
  type SearchSpace,
  STRIDE,
  TARGET,
  touch,
  WAY_ON,
} from "./search-scratch.js";
import { isTooLarge, type Route, tieSpan } from "./tie-order.js";

/** Where its tables and its recursion are quick: beyond, the searches without a hop bound filter by hops. */
export const MOST_FEW_HOPS = 5;

/**
 * Problem: the k best paths of at most h hops, h <= 5, that cost at most a limit.
 *
 * The last hop, or from h = 4 on the last two, are tabled from the targets: a chain of records per node, and the cheapest
 * of them as a bound. The first hops are walked from the sources by branch and bound, each node's arcs in order of cost; the
 * k-th cost found so far lowers the limit. So work depends on the two cost-pruned half-balls, not on the size of the
 * graph (meeting in the middle: Horowitz and Sahni 1974; the tables as bound: PathEnum, Sun et al. 2021).
 * Readable form: the full enumeration in `test/support/search-oracle.ts`.
 */
export class FewHops {
  /** Paths found that cost at most `limit`, in no order. */
  found: Route[] = [];
  /** All paths up to this cost are in `found`. */
  limit: number;
  /** More paths tie with the k-th than were to be listed: of these only as many as fill up k are kept. */
  isOpen = false;
  readonly #query: Query;
  readonly #space: SearchSpace;
  readonly #meter: Meter;
  readonly #k: number;
  readonly #floor: number;
  readonly #groupLimit: number;
  readonly #costs: MinHeap = new MinHeap();
  readonly #path: number[] = [];
  /** Length of `found` at which it is trimmed. */
  #full: number;
  /** Hops walked from the sources; the rest is tabled. */
  readonly #walked: number;
  /** Record -> the node after the one it belongs to, the cost of the arc there, the next record of the same node. */
  readonly #via: number[] = [];
  readonly #step: number[] = [];
  readonly #next: number[] = [];
  #leastLast: number = Number.POSITIVE_INFINITY;

  constructor(
    space: SearchSpace,
    query: Query,
    meter: Meter,
    k: number,
    limit: number,
    floor: number,
    groupLimit: number,
  ) {
    this.limit = limit;
    this.#query = query;
    this.#space = space;
    this.#meter = meter;
    this.#k = k;
    this.#floor = floor;
    this.#groupLimit = groupLimit;
    this.#full = 2 * (k + groupLimit);
    const tabled = query.maxHops >= 4 ? 2 : 1;
    this.#walked = query.maxHops - tabled;
    this.#table(tabled);
    try {
      for (const source of query.sources) {
        if (space.labels[STRIDE * source + MARK] === TARGET) this.#add([source], 0);
        else this.#walk(source, 0, 0);
      }
    } finally {
      for (const node of this.#path) touch(space, node);
    }
    this.#trim();
  }

  #table(depth: number): void {
    const { labels } = this.#space;
    const { sources, targets, blocked, view } = this.#query;
    for (const node of blocked) this.#mark(node, ON_PATH);
    for (const node of targets) this.#mark(node, TARGET);
    const ring: number[] = [];
    for (const node of targets) this.#tableNode(node, 0, this.limit, AHEAD, ring);
    for (const node of ring) this.#leastLast = Math.min(this.#leastLast, labels[STRIDE * node + AHEAD]!);
    if (depth < 2) return;
    let first = Number.POSITIVE_INFINITY;
    for (const node of sources) {
      const { costs, start, end } = arcsOf(view.out, node);
      if (start < end) first = Math.min(first, costs[start]!);
    }
    for (const node of ring) {
      this.#tableNode(node, labels[STRIDE * node + AHEAD]!, this.limit - first, BACK, undefined);
    }
  }

  #mark(node: number, mark: number): void {
    touch(this.#space, node);
    this.#space.labels[STRIDE * node + MARK] = mark;
  }

  /** Records the arcs into a node, for those where they start. */
  #tableNode(node: number, cost: number, limit: number, label: 0 | 1, ring: number[] | undefined): void {
    visit(this.#meter);
    const { labels } = this.#space;
    const { nodes, costs, start, end } = arcsOf(this.#query.view.in, node);
    let i = start;
    for (; i < end; i++) {
      const step = costs[i]!;
      const sum = cost + step;
      if (sum > limit) break;
      const from = nodes[i]!;
      const at = STRIDE * from;
      if (labels[at + MARK] !== Number.POSITIVE_INFINITY) continue;
      const old = labels[at + WAY_ON]!;
      if (old === Number.POSITIVE_INFINITY) touch(this.#space, from);
      if (labels[at + label] === Number.POSITIVE_INFINITY) ring?.push(from);
      if (sum < labels[at + label]!) labels[at + label] = sum;
      if (sum < labels[at + BACK]!) labels[at + BACK] = sum;
      labels[at + WAY_ON] = this.#via.push(node) - 1;
      this.#step.push(step);
      this.#next.push(old === Number.POSITIVE_INFINITY ? -1 : old);
    }
    this.#meter.scanned += i - start;
  }

  #walk(node: number, cost: number, depth: number): void {
    visit(this.#meter);
    const { labels } = this.#space;
    const isLast = depth === this.#walked;
    this.#path.push(node);
    labels[STRIDE * node + MARK] = ON_PATH;
    if (cost + labels[STRIDE * node + AHEAD]! <= this.limit || isLast) this.#join(node, cost, isLast);
    if (!isLast) this.#walkOn(node, cost, depth + 1);
    labels[STRIDE * node + MARK] = Number.POSITIVE_INFINITY;
    this.#path.pop();
  }

  #walkOn(node: number, cost: number, depth: number): void {
    const { labels } = this.#space;
    const { nodes, costs, start, end } = arcsOf(this.#query.view.out, node);
    const isLast = depth === this.#walked;
    const rest = this.#leastLast;
    let i = start;
    for (; i < end; i++) {
      const sum = cost + costs[i]!;
      if (sum + rest > this.limit) break;
      const at = STRIDE * nodes[i]!;
      if (isLast && sum + labels[at + BACK]! > this.limit) continue;
      if (labels[at + MARK] === Number.POSITIVE_INFINITY) this.#walk(nodes[i]!, sum, depth);
    }
    this.#meter.scanned += i - start;
  }

  /** Every way on from the path's last node that the table has: by one hop, and at the last depth by two. */
  #join(node: number, cost: number, isLast: boolean): void {
    const { labels } = this.#space;
    const path = this.#path;
    const first = labels[STRIDE * node + WAY_ON]!;
    if (first === Number.POSITIVE_INFINITY) return;
    for (let r = first; r >= 0; r = this.#next[r]!) {
      const via = this.#via[r]!;
      const sum = cost + this.#step[r]!;
      if (sum > this.limit) continue;
      if (labels[STRIDE * via + MARK] === TARGET) this.#add([...path, via], sum);
      else if (
        isLast &&
        labels[STRIDE * via + MARK] !== ON_PATH &&
        sum + labels[STRIDE * via + AHEAD]! <= this.limit
      ) {
        for (let s = labels[STRIDE * via + WAY_ON]!; s >= 0; s = this.#next[s]!) {
          const end = this.#via[s]!;
          const whole = sum + this.#step[s]!;
          if (whole <= this.limit && labels[STRIDE * end + MARK] === TARGET)
            this.#add([...path, via, end], whole);
        }
      }
    }
  }

  #add(nodes: readonly number[], cost: number): void {
    const costs = this.#costs;
    if (this.isOpen && cost >= this.limit) return;
    this.found.push({ nodes, cost });
    costs.push(-cost, 0);
    if (costs.size > this.#k) costs.pop();
    if (costs.size === this.#k) {
      const worst = -costs.top;
      const limit = this.isOpen ? worst : Math.max(this.#floor, worst + 2 * tieSpan(worst));
      this.limit = Math.min(this.limit, limit);
    }
    if (this.found.length >= this.#full) this.#trim();
  }

  /** Drops what is now too dear; where too many tie with the k-th, keeps only the k cheapest from now on. */
  #trim(): void {
    this.found = this.found.filter(({ cost }) => cost <= this.limit).sort((a, b) => a.cost - b.cost);
    this.#full = 2 * (this.found.length + this.#k + this.#groupLimit);
    const kth = this.found[this.#k - 1]?.cost ?? 0;
    const spread = (this.found.at(-1)?.cost ?? 0) - kth;
    if (!this.isOpen && !isTooLarge(this.found.length - this.#k, this.#groupLimit + 1, spread, kth)) return;
    this.isOpen = true;
    this.#full = 2 * this.#k;
    this.found.length = this.#k;
    this.limit = this.found[this.#k - 1]!.cost;
  }
}
