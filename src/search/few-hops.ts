import { arcsOf } from "./arc-overlay.js";
import { type Meter, scan, visit } from "./meter.js";
import { MinHeap } from "./min-heap.js";
import { NO_LIMIT, type Query } from "./query.js";
import { AHEAD, BACK, MARK, ON_PATH, type SearchSpace, STRIDE, TARGET, WAY_ON } from "./search-scratch.js";
import { isTooLarge, type Route, tieSpan } from "./tie-order.js";

/** Where its tables and its recursion are quick: beyond, the searches without a hop bound filter by hops. */
export const MOST_FEW_HOPS = 5;

/** What {@link fewHops} found. */
export interface FewHops {
  /** Paths found that cost at most `limit`, in order of cost. */
  readonly found: Route[];
  /** All paths up to this cost are in `found`. */
  readonly limit: number;
  /** More paths tie with the k-th than were to be listed: of these only as many as fill up k are kept. */
  readonly isOpen: boolean;
}

/**
 * Problem: the k best paths of at most h hops, h <= 5, that cost at most a limit.
 *
 * The last hop, or from h = 4 on the last two, are tabled from the targets. Each node has a chain of records, and the
 * cheapest of them is a bound. The first hops are walked from the sources by branch and bound, each node's arcs in
 * order of cost. The k-th cost found so far lowers the limit. So work depends on the two cost-pruned half-balls, not on
 * the size of the graph. Meeting in the middle is of Horowitz and Sahni (1974), the tables as bound are PathEnum's (Sun et al.
 * 2021). Readable form: the full enumeration in `test/support/search-oracle.ts`.
 */
export function fewHops(
  { labels, touched }: SearchSpace,
  { sources, targets, blocked, view, maxHops }: Query,
  meter: Meter,
  k: number,
  floor: number,
  groupLimit: number,
): FewHops {
  const tabled = maxHops >= 4 ? 2 : 1;
  /** Hops walked from the sources; the rest is tabled. */
  const walked = maxHops - tabled;
  const best = newBest(k, floor, groupLimit);
  const path: number[] = [];
  /** Record -> the node after the one it belongs to, the cost of the arc there, the next record of the same node or infinity. */
  const via: number[] = [];
  const steps: number[] = [];
  const next: number[] = [];
  let least = Infinity;

  /** Records the arcs into a node, for those where they start. */
  const table = (node: number, cost: number, label: 0 | 1, ring: number[]) => {
    visit(meter);
    const { nodes, costs, start, end } = arcsOf(view.in, node);
    let i = start;
    for (; i < end; i++) {
      const step = costs[i]!;
      const sum = cost + step;
      const from = nodes[i]!;
      const at = STRIDE * from;
      if (labels[at + MARK] !== Infinity) continue;
      const old = labels[at + WAY_ON]!;
      if (old === Infinity) touched.push(from);
      if (sum < least) least = sum;
      if (labels[at + label] === Infinity) ring.push(from);
      if (sum < labels[at + label]!) labels[at + label] = sum;
      if (sum < labels[at + BACK]!) labels[at + BACK] = sum;
      labels[at + WAY_ON] = via.push(node) - 1;
      steps.push(step);
      next.push(old);
    }
    scan(meter, i - start);
  };

  const walk = (node: number, cost: number, depth: number) => {
    visit(meter);
    const at = STRIDE * node;
    path.push(node);
    labels[at + MARK] = ON_PATH;
    if (depth === walked) join(node, cost, tabled);
    else {
      if (cost + labels[at + AHEAD]! <= best.limit()) join(node, cost, 1);
      walkOn(node, cost, depth + 1);
    }
    labels[at + MARK] = Infinity;
    path.pop();
  };

  const walkOn = (node: number, cost: number, depth: number) => {
    const { nodes, costs, start, end } = arcsOf(view.out, node, targets[0]);
    let i = start;
    for (; i < end; i++) {
      const sum = cost + costs[i]!;
      if (sum + least > best.limit()) break;
      const at = STRIDE * nodes[i]!;
      if (depth === walked && sum + labels[at + BACK]! > best.limit()) continue;
      if (labels[at + MARK] === Infinity) walk(nodes[i]!, sum, depth);
    }
    scan(meter, i - start);
  };

  /** Every way of at most `hops` hops on from the path's last node that the table has. */
  const join = (node: number, cost: number, hops: number) => {
    let records = 0;
    for (let r = labels[STRIDE * node + WAY_ON]!; r < Infinity; r = next[r]!) {
      records++;
      const end = via[r]!;
      const at = STRIDE * end;
      const sum = cost + steps[r]!;
      if (sum > best.limit() || labels[at + MARK] === ON_PATH) continue;
      path.push(end);
      if (labels[at + MARK] === TARGET) best.add([...path], sum);
      else if (hops > 1 && sum + labels[at + AHEAD]! <= best.limit()) join(end, sum, 1);
      path.pop();
    }
    scan(meter, records);
  };

  for (const node of blocked) labels[STRIDE * node + MARK] = ON_PATH;
  for (const node of targets) labels[STRIDE * node + MARK] = TARGET;
  for (const node of [...blocked, ...targets]) touched.push(node);
  const ring: number[] = [];
  for (const node of targets) table(node, 0, AHEAD, ring);
  if (tabled > 1) for (const node of ring) table(node, labels[STRIDE * node + AHEAD]!, BACK, []);
  try {
    for (const source of sources) {
      if (labels[STRIDE * source + MARK] === TARGET) best.add([source], 0);
      else walk(source, 0, 0);
    }
  } finally {
    touched.push(...path);
  }
  return best.trim();
}

/** Collects paths; the k-th cost among them lowers the limit. */
interface Best {
  readonly limit: () => number;
  readonly add: (nodes: readonly number[], cost: number) => void;
  /** Drops what is now too dear; where too many tie with the k-th, keeps only the k cheapest from now on. */
  readonly trim: () => FewHops;
}

function newBest(k: number, floor: number, groupLimit: number): Best {
  const costs = new MinHeap();
  let found: Route[] = [];
  let limit = NO_LIMIT;
  let within = limit;
  let isOpen = false;
  /** Length of `found` at which it is trimmed. */
  let full = 0;
  const trim = () => {
    found = found.filter(({ cost }) => cost <= limit).sort((a, b) => a.cost - b.cost);
    const kth = found[k - 1]?.cost ?? 0;
    if (isOpen || isTooLarge(found.length - k, groupLimit + 1, (found.at(-1)?.cost ?? 0) - kth, kth)) {
      isOpen = true;
      found.length = k;
      limit = kth;
    }
    full = 2 * (found.length + k + groupLimit);
    return { found, limit, isOpen };
  };
  const add = (nodes: readonly number[], cost: number) => {
    if (isOpen && cost >= limit) return;
    found.push({ nodes, cost });
    costs.push(-cost, 0);
    if (costs.size > k) costs.pop();
    const worst = -costs.top;
    if (costs.size === k)
      limit = Math.min(limit, isOpen ? worst : Math.max(floor, worst + 2 * tieSpan(worst)));
    if (found.length > full) trim();
    // Where the group is known to be too large, what ties with the k-th adds nothing: only what is cheaper is still sought.
    within = isOpen ? limit * (1 - Number.EPSILON) - Number.MIN_VALUE : limit;
  };
  return { limit: () => within, add, trim };
}
