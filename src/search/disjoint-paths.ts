import type { ArcIndex } from "./arc-index.js";
import { arcsOf } from "./arc-overlay.js";
import { checkCount } from "./check.js";
import { newMeter, visit } from "./meter.js";
import { MinHeap } from "./min-heap.js";
import { checkQuery, type SearchOptions } from "./query.js";
import { type RawPath, rawPath } from "./raw-path.js";
import { inTieOrder, type Route } from "./tie-order.js";

/** What {@link disjointPaths} is asked. */
export interface DisjointQuery
  extends Pick<SearchOptions, "blockedNodes" | "blockedArcs" | "overlay" | "signal"> {
  readonly source: number;
  readonly target: number;
  /** The most paths, an integer >= 1; fewer come back where no more are disjoint. */
  readonly k: number;
}

/**
 * Problem: k paths that share no connector, of least cost in sum: the best set of ways of which none can spoil another.
 * The best path alone need not be among them.
 * Suurballe (Networks 4, 1974) on nodes, with Bhandari's view of it (Survivable Networks, 1999): each path found turns its
 * arcs around and lets a node on it be entered only to go back along it; the next best way through that graph, found by
 * Dijkstra with reduced costs, cancels what it crosses. O(k m log n) at worst, and no node dearer than the target is seen.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ARC` for the overlay; the signal's reason.
 */
export function disjointPaths(index: ArcIndex, { source, target, k, ...options }: DisjointQuery): RawPath[] {
  checkCount(k, "k");
  const { view, sources, targets, blocked } = checkQuery(index, source, target, options);
  if (sources.length === 0 || targets.length === 0) return [];
  if (source === target) return [rawPath({ nodes: [source], cost: 0 })];
  const meter = newMeter(options);
  const closed = new Set([...blocked, source]);
  const flow: Flow = { before: new Map(), last: new Map() };
  const shift = new Map<number, number>();
  for (let found = 0; found < k; found++) {
    const cost = new Map([[2 * source + 1, 0]]);
    const from = new Map<number, { state: number; step: number }>();
    const heap = new MinHeap();
    heap.push(0, 2 * source + 1);
    let state = -1;
    let reached = 0;
    const relax = (next: number, step: number) => {
      const sum = reached + Math.max(0, step + (shift.get(state) ?? 0) - (shift.get(next) ?? 0));
      if (sum >= (cost.get(next) ?? Infinity)) return;
      cost.set(next, sum);
      from.set(next, { state, step });
      heap.push(sum, next);
    };
    while (heap.size > 0) {
      reached = heap.top;
      state = heap.pop();
      if (state === 2 * target) break;
      if (reached > cost.get(state)!) continue;
      visit(meter);
      const node = state >> 1;
      const back = flow.before.get(node);
      if (back !== undefined && state % 2 === 0) {
        if (back.node !== source) relax(2 * back.node + 1, -back.step);
        continue;
      }
      if (back !== undefined) relax(2 * node, 0);
      const { nodes, costs, start, end } = arcsOf(view.out, node);
      for (let i = start; i < end; i++) {
        const next = nodes[i]!;
        const isTaken = next === target ? flow.last.has(node) : flow.before.get(next)?.node === node;
        if (!isTaken && !closed.has(next)) relax(2 * next, costs[i]!);
      }
    }
    if (state !== 2 * target) break;
    for (const [seen, sum] of cost)
      if (sum < reached) shift.set(seen, (shift.get(seen) ?? 0) + sum - reached);
    augment(flow, shift, from, target);
  }
  return inTieOrder(routesOf(flow, source, target)).map(rawPath);
}

/** The paths so far: for each connector the node before it and the cost of that arc; the same for the last arcs. */
interface Flow {
  readonly before: Map<number, { node: number; step: number }>;
  readonly last: Map<number, number>;
}

/** Adds the way that was found; an arc that it runs against is cancelled. States are 2 x node, + 1 behind a node on a path. */
function augment(
  flow: Flow,
  shift: Map<number, number>,
  from: ReadonlyMap<number, { state: number; step: number }>,
  target: number,
): void {
  const added = new Map<number, { node: number; step: number }>();
  const cancelled: number[] = [];
  for (let at = 2 * target, way = from.get(at); way !== undefined; at = way.state, way = from.get(at)) {
    const node = at >> 1;
    const other = way.state >> 1;
    if (at === 2 * target) flow.last.set(other, way.step);
    else if (at % 2 === 1) cancelled.push(other);
    else if (node !== other) added.set(node, { node: other, step: way.step });
  }
  for (const node of added.keys()) {
    if (!flow.before.has(node)) shift.set(2 * node + 1, shift.get(2 * node) ?? 0);
  }
  for (const node of cancelled) flow.before.delete(node);
  for (const [node, back] of added) flow.before.set(node, back);
}

function routesOf({ before, last }: Flow, source: number, target: number): Route[] {
  return [...last].map(([end, lastStep]) => {
    const nodes = [target];
    const steps = [lastStep];
    for (let node = end; node !== source; ) {
      const back = before.get(node)!;
      nodes.push(node);
      steps.push(back.step);
      node = back.node;
    }
    return { nodes: [...nodes, source].reverse(), cost: steps.reduceRight((sum, step) => sum + step, 0) };
  });
}
