import { WarmpathError } from "../base/error.js";
import { type ArcIndex, layoutOf, revisionOf } from "./arc-index.js";
import type { Arcs } from "./arc-layout.js";
import { type ArcList, checkArcList } from "./build-arcs.js";

/** One direction of the graph that a query sees: the index's arcs, and lists of their own for some nodes. */
export interface Side extends Arcs {
  /** For each node 0, or 1 + the place of its own list; absent where no node has one. */
  readonly slots?: Int32Array | undefined;
  /** The own list of a slot; merged when it is first asked for. */
  readonly list: (slot: number) => ArcRange;
}

/** The arcs of one node, at `start <= i < end` of the two arrays, cheapest first. */
export interface ArcRange {
  readonly nodes: Int32Array;
  readonly costs: Float64Array;
  readonly start: number;
  readonly end: number;
}

/** A node's arcs in one direction, as the query sees them. */
export function arcsOf({ slots, list, nodes, costs, offsets }: Side, node: number): ArcRange {
  const slot = slots === undefined ? 0 : slots[node]!;
  return slot > 0 ? list(slot) : { nodes, costs, start: offsets[node]!, end: offsets[node + 1]! };
}

/** The graph that a query sees. */
export interface View {
  readonly nodeCount: number;
  readonly out: Side;
  readonly in: Side;
}

let overlaidView: (
  overlay: ArcOverlay,
  index: ArcIndex,
  blocked: readonly (readonly [number, number])[],
) => View;

/**
 * Arcs laid over an index for some queries: an arc stands in place of the index's arc between the same two nodes, a new
 * pair is added, probability 0 takes the arc away. Made by {@link withArcs}, given as `overlay` to any query.
 */
export class ArcOverlay {
  readonly #index: ArcIndex;
  readonly #arcs: ArcList;
  #revision = -1;
  #view: View | undefined;

  /** @internal Use {@link withArcs}. */
  constructor(index: ArcIndex, arcs: ArcList) {
    checkArcList(arcs, index.nodeCount, -1);
    this.#index = index;
    this.#arcs = {
      sources: Int32Array.from(arcs.sources),
      targets: Int32Array.from(arcs.targets),
      probabilities: Float64Array.from(arcs.probabilities),
    };
  }

  static {
    overlaidView = (overlay, index, blocked) => {
      if (overlay.#index !== index) {
        throw new WarmpathError("INVALID_ARGUMENT", "the overlay was prepared for another index");
      }
      if (blocked.length > 0) return viewOf(index, overlay.#arcs, blocked);
      const revision = revisionOf(index);
      if (overlay.#view === undefined || overlay.#revision !== revision) {
        overlay.#view = viewOf(index, overlay.#arcs, blocked);
        overlay.#revision = revision;
      }
      return overlay.#view;
    };
  }
}

/**
 * Prepares arcs laid over an index once, for many queries; costs time in the number of arcs given, and for each node that
 * a query then scans, in its number of arcs. Of parallel arcs the most probable counts; self-loops are dropped.
 * @throws WarmpathError `INVALID_ARC` with `details.position` (0 is a probability here: the arc is taken away),
 * `INVALID_ARGUMENT` for lists of unequal length.
 */
export function withArcs(index: ArcIndex, arcs: ArcList): ArcOverlay {
  return new ArcOverlay(index, arcs);
}

/** The graph of a query: the index's own where nothing is laid over it. */
export function viewFor(
  index: ArcIndex,
  overlay: ArcOverlay | ArcList | undefined,
  blocked: readonly (readonly [number, number])[],
): View {
  if (overlay === undefined && blocked.length === 0) return viewOf(index, NO_ARCS, blocked);
  return overlaidView(
    overlay instanceof ArcOverlay ? overlay : withArcs(index, overlay ?? NO_ARCS),
    index,
    blocked,
  );
}

const NO_ARCS: ArcList = { sources: [], targets: [], probabilities: [] };
/** A cost below every real one: the arc is blocked, whatever else is said of it. */
const BLOCKED = -1;
const REMOVED = Number.POSITIVE_INFINITY;

function viewOf(index: ArcIndex, arcs: ArcList, blocked: readonly (readonly [number, number])[]): View {
  const { nodeCount, out, in: into } = layoutOf(index);
  const { sources, targets, probabilities } = arcs;
  const size = sources.length;
  const from = new Int32Array(size + blocked.length);
  const to = new Int32Array(size + blocked.length);
  const costs = new Float64Array(size + blocked.length).fill(BLOCKED);
  for (let i = 0; i < size; i++) {
    from[i] = sources[i]!;
    to[i] = targets[i]!;
    costs[i] = 0 - Math.log(probabilities[i]!);
  }
  for (const [i, [u, v]] of blocked.entries()) {
    from[size + i] = u;
    to[size + i] = v;
  }
  return { nodeCount, out: sideOf(out, from, to, costs), in: sideOf(into, to, from, costs) };
}

/** Groups the laid-over arcs by node with a linked list per node: no list is merged before a search comes by. */
function sideOf(
  { offsets, nodes, costs }: Arcs,
  keys: Int32Array,
  others: Int32Array,
  laid: Float64Array,
): Side {
  const merged: (ArcRange | undefined)[] = [];
  const firsts: number[] = [];
  const next = new Int32Array(keys.length);
  let slots: Int32Array | undefined;
  for (let i = 0; i < keys.length; i++) {
    const node = keys[i]!;
    if (node === others[i]) continue;
    slots ??= new Int32Array(offsets.length - 1);
    const slot = slots[node]! || firsts.push(-1);
    slots[node] = slot;
    next[i] = firsts[slot - 1]!;
    firsts[slot - 1] = i;
  }
  const list = (slot: number): ArcRange => {
    const known = merged[slot - 1];
    if (known !== undefined) return known;
    const first = firsts[slot - 1]!;
    const own = new Map<number, number>();
    for (let i = first; i >= 0; i = next[i]!) {
      own.set(others[i]!, Math.min(own.get(others[i]!) ?? REMOVED, laid[i]!));
    }
    const made = merge(nodes, costs, offsets[keys[first]!]!, offsets[keys[first]! + 1]!, own);
    merged[slot - 1] = made;
    return made;
  };
  return { offsets, nodes, costs, slots, list };
}

function merge(
  nodes: Int32Array,
  costs: Float64Array,
  start: number,
  end: number,
  own: Map<number, number>,
): ArcRange {
  const extra = [...own].filter(([, cost]) => cost >= 0 && cost < REMOVED);
  extra.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const size = end - start + extra.length;
  const mergedNodes = new Int32Array(size);
  const mergedCosts = new Float64Array(size);
  let at = 0;
  let e = 0;
  const put = (node: number, cost: number) => {
    mergedNodes[at] = node;
    mergedCosts[at++] = cost;
  };
  for (let i = start; i < end; i++) {
    const node = nodes[i]!;
    const cost = costs[i]!;
    if (own.has(node)) continue;
    for (; e < extra.length && extra[e]![1] <= cost; e++) put(extra[e]![0], extra[e]![1]);
    put(node, cost);
  }
  for (; e < extra.length; e++) put(extra[e]![0], extra[e]![1]);
  return { nodes: mergedNodes, costs: mergedCosts, start: 0, end: at };
}
