import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import { WarmpathError } from "../base/error.js";
import { type ArcLayout, type Arcs, MAX_NODES, newLayout, seal } from "./arc-layout.js";
import { findArc } from "./find-arc.js";

/** Arcs as three lists of equal length; typed arrays are read without an object per arc. */
export interface ArcList {
  /** Where each arc starts, a node number. */
  readonly sources: ArrayLike<number>;
  /** Where each arc ends, a node number. */
  readonly targets: ArrayLike<number>;
  /** The probability of each arc, in (0, 1]. */
  readonly probabilities: ArrayLike<number>;
}

/** What {@link ArcIndex.build} reads. */
export interface ArcInput extends ArcList {
  /** Nodes are numbered 0 to nodeCount - 1. */
  readonly nodeCount: number;
}

/** How a large build reports and stops. */
export interface BuildOptions {
  /** Called now and then with the share done, rising from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Looked at as often as `progress` is called; the build throws its reason. */
  readonly signal?: AbortSignalLike;
  /** True: the index lies in a SharedArrayBuffer, for several threads. @defaultValue false */
  readonly shared?: boolean;
}

/**
 * Problem: from m arcs in any order, each node's arcs sorted by cost, with no object per arc and few passes over memory.
 * Arcs go to 4,096 classes of cost first, then in that order to their nodes (a bucket sort, least significant step
 * first), where insertion puts right what shared a class. O(n + m) for spread costs; a node whose arcs crowd into few
 * classes is sorted by comparison, O(d log d). The input's order leaves no trace in the bytes.
 */
export function buildArcs(input: ArcInput, options: BuildOptions): ArcLayout {
  const { nodeCount } = input;
  if (!Number.isInteger(nodeCount) || nodeCount < 0 || nodeCount > MAX_NODES) {
    throw new WarmpathError("INVALID_ARGUMENT", "nodeCount is to be an integer >= 0");
  }
  const tick = ticker(options);
  const size = checkArcList(input, nodeCount, 0, tick);
  const sorted = bucketByCost(input, size, tick);
  return seal(
    assemble(sorted, nodeCount, sorted.skew === 0 && isPaired(sorted), options.shared === true, tick),
  );
}

/** A copy in another shape: fewer arcs where the ends are unused, or one direction written out as two. */
export function refit(from: ArcLayout, arcCount: number, mirrored: boolean): ArcLayout {
  const to = newLayout(from.nodeCount, arcCount, mirrored, !(from.buffer instanceof ArrayBuffer));
  for (const direction of mirrored ? (["out"] as const) : (["out", "in"] as const)) {
    to[direction].offsets.set(from[direction].offsets);
    to[direction].nodes.set(from[direction].nodes.subarray(0, arcCount));
    to[direction].costs.set(from[direction].costs.subarray(0, arcCount));
  }
  return to;
}

/**
 * Checks arcs before any work; `floor` is the least probability that is too small to pass, exclusive (-1 lets 0 pass).
 * Returns how many arcs there are.
 * @throws WarmpathError `INVALID_ARGUMENT` for lists of unequal length, `INVALID_ARC` with `details.position`.
 */
export function checkArcList(
  arcs: ArcList,
  nodeCount: number,
  floor: 0 | -1,
  tick: (pass: number, i: number, of: number) => void = () => {},
): number {
  const { sources, targets, probabilities } = arcs;
  const size = sources.length;
  if (targets.length !== size || probabilities.length !== size) {
    throw new WarmpathError("INVALID_ARGUMENT", "sources, targets and probabilities are to be of one length");
  }
  for (let i = 0; i < size; i++) {
    if ((i & TICK) === 0) tick(0, i, size);
    const u = sources[i]!;
    const v = targets[i]!;
    const p = probabilities[i]!;
    const isArc = u >>> 0 === u && v >>> 0 === v && u < nodeCount && v < nodeCount;
    if (!isArc || typeof p !== "number" || !(p > floor && p >= 0 && p <= 1)) {
      throw new WarmpathError(
        "INVALID_ARC",
        "an arc needs two node numbers in range and a probability in (0, 1]",
        {
          position: i,
        },
      );
    }
  }
  return size;
}

const CLASSES = 4096;
const TICK = 0xfffff;
const PASSES = 3;

type Tick = (pass: number, i: number, of: number) => void;

function ticker({ progress, signal }: BuildOptions): Tick {
  return (pass, i, of) => {
    throwIfAborted(signal);
    progress?.((pass + i / of) / PASSES);
  };
}

interface Bucketed {
  count: number;
  /** A sum in which an arc and a mirror of equal probability cancel: other than 0, some arc has no mirror. */
  skew: number;
  sources: Int32Array;
  targets: Int32Array;
  costs: Float64Array;
  /** Class of cost -> where it ends. */
  ends: Int32Array;
}

function assemble(
  from: Bucketed,
  nodeCount: number,
  mirrored: boolean,
  shared: boolean,
  tick: Tick,
): ArcLayout {
  const layout = newLayout(nodeCount, from.count, mirrored, shared);
  scatter(from, from.sources, from.targets, layout.out, tick);
  const arcCount = sortNodes(layout.out);
  const isParallel = arcCount < from.count;
  const oneWay = isParallel ? isMirrored(layout.out, nodeCount) : mirrored;
  if (mirrored && !oneWay) return assemble(from, nodeCount, false, shared, tick);
  if (!oneWay) {
    scatter(from, from.targets, from.sources, layout.in, tick);
    sortNodes(layout.in);
  }
  return isParallel || oneWay !== mirrored ? refit(layout, arcCount, oneWay) : layout;
}

function bucketByCost({ sources, targets, probabilities }: ArcList, size: number, tick: Tick): Bucketed {
  const places = new Int32Array(CLASSES + 1);
  let count = 0;
  let skew = 0;
  for (let i = 0; i < size; i++) {
    const u = sources[i]!;
    const v = targets[i]!;
    if (u === v) continue;
    const key = ((1 - probabilities[i]!) * (CLASSES - 1)) | 0;
    places[key + 1]!++;
    count++;
    const weight = Math.imul(Math.imul(u ^ v, 0x9e37_79b1) ^ (probabilities[i]! * 0x7fff_ffff), 0x85eb_ca6b);
    skew = (u < v ? skew + weight : skew - weight) | 0;
  }
  for (let key = 0; key < CLASSES; key++) places[key + 1]! += places[key]!;
  const sorted = {
    count,
    skew,
    sources: new Int32Array(count),
    targets: new Int32Array(count),
    costs: new Float64Array(count),
    ends: places,
  };
  for (let i = 0; i < size; i++) {
    if ((i & TICK) === 0) tick(1, i, size);
    const u = sources[i]!;
    const v = targets[i]!;
    if (u === v) continue;
    const p = probabilities[i]!;
    const at = places[((1 - p) * (CLASSES - 1)) | 0]!++;
    const cost = 0 - Math.log(p);
    sorted.sources[at] = u;
    sorted.targets[at] = v;
    sorted.costs[at] = cost;
  }
  return sorted;
}

/**
 * Sends the arcs, cheapest class first, to the nodes where they start (or, in the other direction, end). Nodes are served
 * some at a time, as many as have a million arcs: looking through all arcs again costs less than writes all over memory.
 */
function scatter(from: Bucketed, starts: Int32Array, ends: Int32Array, to: Arcs, tick: Tick): void {
  const { offsets, nodes, costs } = to;
  const { costs: given } = from;
  for (let i = 0; i < starts.length; i++) offsets[starts[i]! + 1]!++;
  for (let v = 1; v < offsets.length; v++) offsets[v]! += offsets[v - 1]!;
  const next = offsets.slice();
  for (let low = 0; low < offsets.length - 1; ) {
    tick(2, offsets[low]!, starts.length + 1);
    let high = low + 1;
    while (high < offsets.length - 1 && offsets[high + 1]! - offsets[low]! <= TICK) high++;
    for (let i = 0; i < starts.length; i++) {
      const node = starts[i]!;
      if (node < low || node >= high) continue;
      const at = next[node]!++;
      nodes[at] = ends[i]!;
      costs[at] = given[i]!;
    }
    low = high;
  }
}

/** Puts each node's nearly sorted arcs in order of (cost, node), keeps the best of parallel ones, closes the gaps. */
function sortNodes({ offsets, nodes, costs }: Arcs): number {
  const nodeCount = offsets.length - 1;
  const seen = new Int32Array(nodeCount).fill(-1);
  let kept = 0;
  let start = 0;
  for (let v = 0; v < nodeCount; v++) {
    const end = offsets[v + 1]!;
    sortRange(nodes, costs, start, end);
    offsets[v] = kept;
    for (let i = start; i < end; i++) {
      const w = nodes[i]!;
      if (seen[w] === v) continue;
      seen[w] = v;
      if (kept !== i) {
        nodes[kept] = w;
        costs[kept] = costs[i]!;
      }
      kept++;
    }
    start = end;
  }
  offsets[nodeCount] = kept;
  return kept;
}

/** Insertion sort, quick on what is nearly in order; where too much is to be moved, a sort by comparison. */
function sortRange(nodes: Int32Array, costs: Float64Array, start: number, end: number): void {
  let moves = 40 * (end - start);
  for (let i = start + 1; i < end; i++) {
    const cost = costs[i]!;
    const node = nodes[i]!;
    let at = i;
    while (at > start && (costs[at - 1]! > cost || (costs[at - 1] === cost && nodes[at - 1]! > node))) {
      costs[at] = costs[at - 1]!;
      nodes[at] = nodes[at - 1]!;
      at--;
    }
    costs[at] = cost;
    nodes[at] = node;
    moves -= i - at;
    if (moves < 0) {
      sortByComparison(nodes, costs, start, end);
      return;
    }
  }
}

function sortByComparison(nodes: Int32Array, costs: Float64Array, start: number, end: number): void {
  const oldNodes = nodes.slice(start, end);
  const oldCosts = costs.slice(start, end);
  const order = new Uint32Array(end - start).map((_, i) => i);
  order.sort((a, b) => oldCosts[a]! - oldCosts[b]! || oldNodes[a]! - oldNodes[b]!);
  for (let i = 0; i < order.length; i++) {
    nodes[start + i] = oldNodes[order[i]!]!;
    costs[start + i] = oldCosts[order[i]!]!;
  }
}

/**
 * True where every arc has a mirror of the very same cost, parallel arcs one each. Mirrors share a class of cost, so arcs one
 * way wait in a hash table of their class, small enough for a cache, and each arc the other way takes one out.
 */
function isPaired({ sources, targets, costs, ends }: Bucketed): boolean {
  let size = 0;
  for (let key = 0; key < CLASSES; key++) size = Math.max(size, ends[key]! - (ends[key - 1] ?? 0));
  const mask = 2 ** Math.ceil(Math.log2(size + 1)) - 1;
  const heads = new Int32Array(mask + 1);
  const next = new Int32Array(size + 1);
  for (let key = 0, start = 0; key < CLASSES; start = ends[key++]!) {
    const end = ends[key]!;
    let waiting = 0;
    const place = (i: number) =>
      (Math.imul(sources[i]! ^ targets[i]!, 0x9e37_79b1) ^ (sources[i]! + targets[i]!)) & mask;
    for (let i = start; i < end; i++) {
      if (sources[i]! > targets[i]!) continue;
      const at = place(i);
      next[i - start + 1] = heads[at]!;
      heads[at] = i - start + 1;
      waiting++;
    }
    for (let i = start; i < end; i++) {
      if (sources[i]! < targets[i]!) continue;
      const at = place(i);
      let before = 0;
      let one = heads[at]!;
      while (one > 0) {
        const j = start + one - 1;
        if (sources[j] === targets[i] && targets[j] === sources[i] && costs[j] === costs[i]) break;
        before = one;
        one = next[one]!;
      }
      if (one === 0) return false;
      if (before === 0) heads[at] = next[one]!;
      else next[before] = next[one]!;
      waiting--;
    }
    if (waiting > 0) return false;
  }
  return true;
}

/** The same on sorted arcs without parallel ones, by halving. */
function isMirrored(arcs: Arcs, nodeCount: number): boolean {
  const { offsets, nodes, costs } = arcs;
  let balance = 0;
  for (let u = 0; u < nodeCount; u++) {
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      const v = nodes[i]!;
      if (v < u) balance--;
      else if (findArc(arcs, v, u, costs[i]!) < 0) return false;
      else balance++;
    }
  }
  return balance === 0;
}
