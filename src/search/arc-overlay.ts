import { madeOf } from "../base/check-shape.js";
import { type ArcIndex, layoutOf } from "./arc-index.js";
import type { ArcLayout, Arcs } from "./arc-layout.js";
import { type ArcList, checkArcList, checkLists } from "./build-arcs.js";
import { check } from "./check.js";
import { sortArcs } from "./sort-arcs.js";

/** One direction of the graph that a query sees: the index's arcs, and lists of their own for some nodes. */
export interface Side extends Arcs {
  /** A node's own list, merged when it is first asked for; absent where no node has one. Without what is laid to `passed` alone. */
  readonly own?: ((node: number, passed?: number) => ArcRange | undefined) | undefined;
}

/** The arcs of one node, at `start <= i < end` of the two arrays, cheapest first. */
export interface ArcRange {
  readonly nodes: Int32Array;
  readonly costs: Float64Array;
  readonly start: number;
  readonly end: number;
}

/** A node's arcs in one direction, as the query sees them. Where arcs to `passed` are passed over anyway, no list is merged for them. */
export function arcsOf({ own, nodes, costs, offsets }: Side, node: number, passed?: number): ArcRange {
  return own?.(node, passed) ?? { nodes, costs, start: offsets[node]!, end: offsets[node + 1]! };
}

/** The graph that a query sees. */
export interface View {
  readonly nodeCount: number;
  readonly out: Side;
  readonly in: Side;
}

/** Arcs of the index that a query may not use, as [source, target]. */
type BlockedArcs = readonly (readonly [number, number])[];

let overlaidView: (overlay: ArcOverlay, index: ArcIndex, blocked: BlockedArcs) => View;

/**
 * Arcs laid over an index for some queries. An arc stands in place of the index's arc between the same two nodes, a new
 * pair is added, probability 0 takes the arc away. Made by {@link withArcs}, given as `overlay` to any query.
 */
export class ArcOverlay {
  readonly #index: ArcIndex;
  readonly #arcs: ArcList;
  readonly #below: ArcOverlay | undefined;
  #layout: ArcLayout | undefined;
  #view: View | undefined;

  /** @internal Use {@link withArcs}. */
  constructor(index: ArcIndex, { sources, targets, probabilities }: ArcList, below?: ArcOverlay) {
    this.#index = index;
    this.#below = below;
    check(below === undefined || below.#index === index, "below");
    checkLists([sources, targets, probabilities]);
    this.#arcs = {
      sources: Array.from(sources),
      targets: Array.from(targets),
      probabilities: Array.from(probabilities),
    };
    checkArcList(this.#arcs, layoutOf(index).nodeCount, 0);
  }

  static {
    overlaidView = (overlay, index, blocked) => {
      check(overlay.#index === index, "overlay");
      const layout = layoutOf(index);
      const below = () => (overlay.#below ? overlaidView(overlay.#below, index, []) : layout);
      if (blocked.length > 0) return viewOf(below(), overlay.#arcs, blocked);
      if (overlay.#layout !== layout) overlay.#view = viewOf(below(), overlay.#arcs, blocked);
      overlay.#layout = layout;
      return overlay.#view!;
    };
  }
}

/**
 * Prepares arcs laid over an index once, for many queries. Costs time in the number of arcs given, and for each node that
 * a query then scans, in its number of arcs. Of parallel arcs the most probable counts; self-loops are dropped.
 * @param below Arcs prepared before, over which these are laid in the same way.
 * @throws WarmpathError `INVALID_ARC` with `details.position` (0 is a probability here: the arc is taken away),
 * `INVALID_ARGUMENT` for lists of unequal length.
 */
export function withArcs(index: ArcIndex, arcs: ArcList, below?: ArcOverlay): ArcOverlay {
  return madeOf("arcs", () => new ArcOverlay(index, arcs, below));
}

/** The graph of a query: the index's own where nothing is laid over it. */
export function viewFor(
  index: ArcIndex,
  overlay: ArcOverlay | ArcList = NO_ARCS,
  blocked: BlockedArcs = [],
): View {
  if (overlay === NO_ARCS && blocked.length === 0) return layoutOf(index);
  return overlaidView(overlay instanceof ArcOverlay ? overlay : withArcs(index, overlay), index, blocked);
}

const NO_ARCS: ArcList = { sources: [], targets: [], probabilities: [] };
/** A cost below every real one: the arc is blocked, whatever else is said of it. */
const BLOCKED = -1;

function viewOf(below: View, arcs: ArcList, blocked: BlockedArcs): View {
  const out: Laid = new Map();
  const into: Laid = new Map();
  const lay = (from: number, to: number, cost: number) => {
    if (from === to) return;
    layAt(out, from, to, cost);
    layAt(into, to, from, cost);
  };
  const { sources, targets, probabilities } = arcs;
  for (let i = 0; i < sources.length; i++) lay(sources[i]!, targets[i]!, 0 - Math.log(probabilities[i]!));
  for (const [from, to] of blocked) lay(from, to, BLOCKED);
  return { nodeCount: below.nodeCount, out: sideOf(below.out, out), in: sideOf(below.in, into) };
}

/** What is laid over the arcs of some nodes: node -> other end -> least cost. */
type Laid = Map<number, Map<number, number>>;

function layAt(laid: Laid, node: number, end: number, cost: number): void {
  const best = laid.get(node) ?? new Map<number, number>();
  laid.set(node, best.set(end, Math.min(best.get(end) ?? Infinity, cost)));
}

/** No list is merged before a search comes by. */
function sideOf(below: Side, laid: Laid): Side {
  const merged = new Map<number, ArcRange>();
  const own = (node: number, passed?: number) => {
    const best = laid.get(node);
    if (best === undefined || (best.size === 1 && best.has(passed!))) return below.own?.(node, passed);
    if (!merged.has(node)) merged.set(node, merge(arcsOf(below, node), best));
    return merged.get(node);
  };
  return { ...below, own };
}

function merge(below: ArcRange, best: ReadonlyMap<number, number>): ArcRange {
  const size = below.end - below.start + best.size;
  const merged = { nodes: new Int32Array(size), costs: new Float64Array(size) };
  let end = 0;
  const put = (to: number, cost: number) => {
    merged.nodes[end] = to;
    merged.costs[end++] = cost;
  };
  for (let i = below.start; i < below.end; i++)
    if (!best.has(below.nodes[i]!)) put(below.nodes[i]!, below.costs[i]!);
  for (const [to, cost] of best) if (cost >= 0 && cost < Infinity) put(to, cost);
  sortArcs(merged.nodes, merged.costs, 0, end);
  return { ...merged, start: 0, end };
}
