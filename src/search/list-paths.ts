import { arcsOf } from "./arc-overlay.js";
import { type Meter, scan, visit } from "./meter.js";
import { MinHeap } from "./min-heap.js";
import type { Query } from "./query.js";
import { MARK, ON_PATH, type SearchSpace, STRIDE, TARGET, WAY_ON } from "./search-scratch.js";
import type { Route } from "./tie-order.js";

/** A path, or without nodes a note that all further paths cost at least `cost`. */
export interface Step extends Route {
  /** Prefixes noted so far. */
  readonly noted?: number;
}

/**
 * Problem: the paths within a cost limit, cheapest first, once the exact cost of the way on is known for every node on them.
 * Best-first search over prefixes with that cost as bound (A* on paths: Hart, Nilsson, Raphael 1968): no spur searches, so
 * not Yen's k x length Dijkstras. Where the way on crosses the prefix the bound is too low and a prefix may be a dead end.
 * Who takes the paths watches how many are noted, and hands over to {@link lawler}. A note comes before each prefix taken up.
 */
export function* listPaths(
  { view, sources, maxHops }: Query,
  { labels }: SearchSpace,
  meter: Meter,
  limit: number,
): Generator<Step> {
  const heap = new MinHeap();
  const nodes: number[] = [];
  const before: number[] = [];
  const costs: number[] = [];
  const note = (node: number, cost: number, prefix: number) => {
    const bound = cost + labels[STRIDE * node + WAY_ON]!;
    if (!(bound <= limit) || labels[STRIDE * node + MARK] === ON_PATH) return;
    heap.push(bound, nodes.push(node) - 1);
    before.push(prefix);
    costs.push(cost);
  };
  for (const source of sources) note(source, 0, -1);
  while (heap.size > 0) {
    yield { nodes: [], cost: heap.top, noted: nodes.length };
    const prefix = heap.pop();
    visit(meter);
    const node = nodes[prefix]!;
    const cost = costs[prefix]!;
    const path: number[] = [];
    for (let p = prefix; p >= 0; p = before[p]!) path.push(nodes[p]!);
    if (labels[STRIDE * node + MARK] === TARGET) yield { nodes: path.reverse(), cost };
    else if (path.length <= maxHops) {
      for (const node of path) labels[STRIDE * node + MARK] = ON_PATH;
      const { nodes: ends, costs: steps, start, end } = arcsOf(view.out, node);
      let i = start;
      for (; i < end && cost + steps[i]! <= limit; i++) note(ends[i]!, cost + steps[i]!, prefix);
      for (const node of path) labels[STRIDE * node + MARK] = Infinity;
      scan(meter, i - start);
    }
  }
}
