import { arcsOf } from "./arc-overlay.js";
import { scan as count, type Meter, visit } from "./meter.js";
import { MinHeap } from "./min-heap.js";
import type { Query } from "./query.js";
import { AHEAD, BACK, MARK, type SearchSpace, STRIDE, TARGET, WAY_ON } from "./search-scratch.js";

/** Two balls of one query, its labels in the space that they were made with. */
export interface TwoBalls {
  /** Grows the balls until they meet; the cost of the best path, exact if at most `limit`, infinity where there is none. */
  readonly meet: (limit: number) => number;
  /** Takes up where scans stopped, for a wider bound, and grows the balls to it. */
  readonly widen: (limit: number) => void;
  /** Carries exact distances to the targets on from their ball, to every node of a path that costs at most `limit`. */
  readonly complete: (limit: number) => void;
}

/**
 * Problem: a listing of paths up to some cost needs, for each node on one, the exact cost of the way on to a target.
 *
 * Two balls grow by Dijkstra's rule, one from the sources and one, against the arcs, from the targets. They end when
 * their radii together reach the bound (Pohl 1971). Each node's arcs lie sorted by cost. A scan stops at the first that
 * could lead to nothing within the bound less the other radius. Where it stopped is kept, and taken up again for a
 * wider bound. Then the exact distances to the targets are carried on from the target's ball into the sources'. That
 * goes only inside the corridor: nodes whose two distances sum to at most the bound. O(m log n) at worst; on
 * heavy-tailed graphs a sliver. Readable form: the full enumeration in `test/support/search-oracle.ts`.
 */
export function twoBalls(space: SearchSpace, query: Query, meter: Meter): TwoBalls {
  const { labels, touched } = space;
  const { view } = query;
  const heaps = [new MinHeap(), new MinHeap()] as const;
  const [ahead, back] = heaps;
  const stops: Stop[] = [];
  const carried: number[] = [];
  let best = Infinity;
  let goal = best;
  let hasMet = false;
  for (const node of query.blocked) {
    touched.push(node);
    labels[STRIDE * node + AHEAD] = labels[STRIDE * node + BACK] = -1;
    labels[STRIDE * node + WAY_ON] = Number.NaN;
  }
  for (const node of query.targets) {
    touched.push(node);
    labels[STRIDE * node + BACK] = 0;
    labels[STRIDE * node + MARK] = TARGET;
    back.push(0, node);
  }
  for (const node of query.sources) {
    touched.push(node);
    labels[STRIDE * node + AHEAD] = 0;
    if (labels[STRIDE * node + MARK] === TARGET) best = 0;
    ahead.push(0, node);
  }

  /** Scans a node's arcs from `from` on, up to those that could lead to nothing within `goal`. */
  const scan = (side: 0 | 1, node: number, cost: number, from: number, radius: number) => {
    const heap = heaps[side];
    const { nodes, costs, start, end } = arcsOf(side === AHEAD ? view.out : view.in, node);
    const first = Math.max(from, start);
    let cut = goal - radius - cost;
    let i = first;
    for (; i < end; i++) {
      const step = costs[i]!;
      if (step > cut) break;
      const to = STRIDE * nodes[i]!;
      const sum = cost + step;
      if (sum >= labels[to + side]!) continue;
      if (labels[to + side] === Infinity) touched.push(nodes[i]!);
      labels[to + side] = sum;
      heap.push(sum, nodes[i]!);
      const whole = sum + labels[to + 1 - side]!;
      if (whole < best) {
        best = whole;
        if (!hasMet && whole < goal) {
          goal = whole;
          cut = whole - radius - cost;
        }
      }
    }
    if (i < end) stops.push([side, node, i, radius]);
    count(meter, i - first);
  };

  const grow = () => {
    while (ahead.top + back.top < goal) {
      const side = ahead.size > 0 && (back.size === 0 || ahead.size <= back.size) ? AHEAD : BACK;
      const cost = heaps[side].top;
      const node = heaps[side].pop();
      const at = STRIDE * node;
      if (cost > labels[at + side]!) continue;
      visit(meter);
      if (side === BACK) labels[at + WAY_ON] = cost;
      else space.radius = cost;
      if (side === BACK || labels[at + MARK] !== TARGET) scan(side, node, cost, 0, heaps[1 - side]!.top);
    }
  };

  const meet = (limit: number) => {
    goal = Math.min(limit, best);
    grow();
    hasMet = true;
    return best;
  };

  const widen = (limit: number) => {
    hasMet = true;
    goal = limit;
    for (const node of carried) labels[STRIDE * node + WAY_ON] = Infinity;
    carried.length = 0;
    for (const [side, node, at, radius] of stops.splice(0))
      scan(side, node, labels[STRIDE * node + side]!, at, radius);
    grow();
  };

  const complete = (limit: number) => {
    const rest = new MinHeap();
    const carry = (node: number, cost: number) => {
      const at = STRIDE * node;
      if (labels[at + AHEAD]! + cost > limit || !(cost < labels[at + WAY_ON]!)) return;
      if (labels[at + WAY_ON] === Infinity) carried.push(node);
      labels[at + WAY_ON] = cost;
      rest.push(cost, node);
    };
    const carryOn = (node: number, cost: number, from: number) => {
      const { nodes, costs, start, end } = arcsOf(view.in, node);
      const first = Math.max(from, start);
      let i = first;
      for (; i < end && cost + costs[i]! <= limit; i++) carry(nodes[i]!, cost + costs[i]!);
      count(meter, i - first);
    };
    for (let i = 0; i < back.size; i++) carry(back.values[i]!, labels[STRIDE * back.values[i]! + BACK]!);
    for (const [side, node, at] of stops) {
      const label = STRIDE * node;
      const cost = labels[label + BACK]!;
      if (side === BACK && labels[label + AHEAD]! + cost <= limit) carryOn(node, cost, at);
    }
    while (rest.size > 0) {
      const cost = rest.top;
      const node = rest.pop();
      if (cost > labels[STRIDE * node + WAY_ON]!) continue;
      visit(meter);
      carryOn(node, cost, 0);
    }
  };

  return { meet, widen, complete };
}

/** Where the scan of a node's arcs stopped, and the other ball's radius at that time. */
type Stop = readonly [side: 0 | 1, node: number, at: number, radius: number];
