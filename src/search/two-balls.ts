import { arcsOf } from "./arc-overlay.js";
import { type Meter, visit } from "./meter.js";
import type { MinHeap } from "./min-heap.js";
import type { Query } from "./query.js";
import {
  AHEAD,
  BACK,
  isTargetAt,
  MARK,
  type SearchSpace,
  STRIDE,
  TARGET,
  touch,
  WAY_ON,
} from "./search-scratch.js";

/**
 * Problem: what a listing of all paths up to some cost needs to know: for each node on such a path, the exact cost of the
 * way on to a target.
 *
 * Two balls grow by Dijkstra's rule, one from the sources and one, against the arcs, from the targets, until their radii
 * together reach the bound (Pohl 1971); each node's arcs lie sorted by cost, so a scan stops at the first that could lead
 * to nothing within the bound less the other radius. Where it stopped is kept, and taken up again for a wider bound.
 * Then the exact distances to the targets are carried on from the target's ball into the sources', but only inside the
 * corridor of nodes whose two distances sum to at most the bound. O(m log n) at worst; on heavy-tailed graphs a sliver.
 * Readable form: `test/support/search-reference.ts`.
 */
export class TwoBalls {
  /** Cost of the best path seen so far; exact once the balls have met. */
  best: number = Number.POSITIVE_INFINITY;
  #hasMet = false;
  readonly #space: SearchSpace;
  readonly #query: Query;
  readonly #meter: Meter;

  constructor(space: SearchSpace, query: Query, meter: Meter) {
    this.#space = space;
    this.#query = query;
    this.#meter = meter;
    const { labels } = space;
    for (const node of query.blocked) {
      touch(space, node);
      labels[STRIDE * node + AHEAD] = labels[STRIDE * node + BACK] = BLOCKED;
      labels[STRIDE * node + WAY_ON] = Number.NaN;
    }
    for (const node of query.targets) {
      touch(space, node);
      labels[STRIDE * node + BACK] = labels[STRIDE * node + WAY_ON] = 0;
      labels[STRIDE * node + MARK] = TARGET;
      space.back.push(0, node);
    }
    for (const node of query.sources) {
      touch(space, node);
      labels[STRIDE * node + AHEAD] = 0;
      if (isTargetAt(labels, node)) this.best = 0;
      space.ahead.push(0, node);
    }
  }

  /** No path that is not within the balls costs less than this. */
  get radius(): number {
    return this.#space.ahead.top + this.#space.back.top;
  }

  /** Grows the balls until they meet: `best` is exact then, if at most `limit`; infinity where there is no such path. */
  meet(limit: number): void {
    while (this.radius < Math.min(this.best, limit)) this.#settle(limit);
    this.#hasMet = true;
  }

  /** Takes up where scans stopped, for a wider bound, and grows the balls to it. */
  widen(limit: number): void {
    const { stops, carried, labels } = this.#space;
    for (let i = 0; i < carried.length; i++) labels[STRIDE * carried[i]! + WAY_ON] = Number.POSITIVE_INFINITY;
    carried.length = 0;
    const count = stops.length;
    for (let s = 0; s < count; s++) {
      const { side, node, at, radius } = stops[s]!;
      this.#scan(side, node, labels[STRIDE * node + side]!, at, radius, limit);
    }
    stops.splice(0, count);
    while (this.radius < limit) this.#settle(limit);
  }

  #settle(limit: number): void {
    const { ahead, back, labels } = this.#space;
    const side = ahead.size > 0 && (back.size === 0 || ahead.size <= back.size) ? AHEAD : BACK;
    const heap = side === AHEAD ? ahead : back;
    const cost = heap.top;
    const node = heap.pop();
    if (cost > labels[STRIDE * node + side]!) return;
    visit(this.#meter);
    if (side === AHEAD) this.#space.radius = cost;
    if (side === AHEAD && isTargetAt(labels, node)) return;
    if (side === BACK) {
      labels[STRIDE * node + WAY_ON] = cost;
      this.#space.settled.push(node);
    }
    this.#scan(side, node, cost, -1, (side === AHEAD ? back : ahead).top, limit);
  }

  #scan(side: 0 | 1, node: number, cost: number, from: number, radius: number, limit: number): void {
    const space = this.#space;
    const { labels } = space;
    const heap: MinHeap = side === AHEAD ? space.ahead : space.back;
    const arcs = arcsOf(side === AHEAD ? this.#query.view.out : this.#query.view.in, node);
    const { nodes, costs, end } = arcs;
    const start = from >= 0 ? from : arcs.start;
    const hasMet = this.#hasMet;
    let best = this.best;
    let cut = (hasMet || best > limit ? limit : best) - radius - cost;
    let i = start;
    for (; i < end; i++) {
      const step = costs[i]!;
      if (step > cut) break;
      const to = STRIDE * nodes[i]!;
      const sum = cost + step;
      if (sum >= labels[to + side]!) continue;
      if (labels[to + side] === Number.POSITIVE_INFINITY) touch(space, nodes[i]!);
      labels[to + side] = sum;
      heap.push(sum, nodes[i]!);
      const whole = sum + labels[to + 1 - side]!;
      if (whole < best) {
        best = whole;
        if (!hasMet && whole < limit) cut = whole - radius - cost;
      }
    }
    this.best = best;
    this.#meter.scanned += i - start;
    if (i < end) space.stops.push({ side, node, at: i, radius });
  }

  /** Carries exact distances to the targets on from their ball, to every node of a path that costs at most `limit`. */
  complete(limit: number): void {
    const { labels, settled, back, rest, carried } = this.#space;
    for (let i = 0; i < settled.length; i++) {
      const node = settled[i]!;
      const at = STRIDE * node;
      if (labels[at + AHEAD]! + labels[at + BACK]! <= limit) this.#carry(node, labels[at + BACK]!, limit);
    }
    for (let i = 0; i < back.size; i++) {
      const at = STRIDE * back.values[i]!;
      const cost = labels[at + BACK]!;
      if (labels[at + AHEAD]! + cost <= limit && cost <= labels[at + WAY_ON]!) {
        if (labels[at + WAY_ON] === Number.POSITIVE_INFINITY) carried.push(back.values[i]!);
        labels[at + WAY_ON] = cost;
        rest.push(cost, back.values[i]!);
      }
    }
    while (rest.size > 0) {
      const cost = rest.top;
      const node = rest.pop();
      if (cost > labels[STRIDE * node + WAY_ON]!) continue;
      visit(this.#meter);
      this.#carry(node, cost, limit);
    }
  }

  #carry(node: number, cost: number, limit: number): void {
    const { labels, rest, carried } = this.#space;
    const { nodes, costs, start, end } = arcsOf(this.#query.view.in, node);
    let i = start;
    for (; i < end; i++) {
      const sum = cost + costs[i]!;
      if (sum > limit) break;
      const at = STRIDE * nodes[i]!;
      if (labels[at + AHEAD]! + sum > limit || !(sum < labels[at + WAY_ON]!)) continue;
      if (labels[at + WAY_ON] === Number.POSITIVE_INFINITY) carried.push(nodes[i]!);
      labels[at + WAY_ON] = sum;
      rest.push(sum, nodes[i]!);
    }
    this.#meter.scanned += i - start;
  }
}

const BLOCKED = -1;
