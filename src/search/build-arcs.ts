import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import { WarmpathError } from "../base/error.js";
import { type ArcLayout, type Arcs, MAX_NODES, newLayout, seal } from "./arc-layout.js";
import { check, isNode } from "./check.js";
import { findArc } from "./find-arc.js";
import { sortArcs } from "./sort-arcs.js";

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
 * Arcs go to the nodes where they start (counting sort), are sorted there, and of parallel ones the best is kept. Where not
 * every arc has a mirror, the sorted arcs go to the nodes where they end, and are sorted there. O(n + m log d) for d arcs at a
 * node. The input's order leaves no trace in the bytes. Beside input and index no array is as long as the arcs, but for
 * the first direction's, written once more into the buffer of two.
 */
export function buildArcs(input: ArcInput, { progress, signal, shared = false }: BuildOptions): ArcLayout {
  const { nodeCount, sources, targets, probabilities } = input;
  check(Number.isInteger(nodeCount) && nodeCount >>> 0 === nodeCount && nodeCount <= MAX_NODES, "nodeCount");
  const tick: Tick = (pass, i, of) => {
    throwIfAborted(signal);
    progress?.((pass + i / of) / PASSES);
  };
  const size = checkArcList(input, nodeCount, Number.MIN_VALUE, tick);
  const first = newLayout(nodeCount, size, true, shared);
  const { out } = first;
  const costOf = (i: number) => 0 - Math.log(probabilities[i]!);
  const arcCount = fill(out, sources, targets, size, costOf, (i) => tick(1, i, size));
  const mirrored = isMirroredInPairs(input) || isMirrored(out);
  if (mirrored && arcCount === size) return seal(first);
  const layout = refit(first, arcCount, mirrored);
  if (!mirrored) {
    const starts = new Int32Array(arcCount);
    for (let v = 0, i = 0; v < nodeCount; v++)
      for (const end = out.offsets[v + 1]!; i < end; ) starts[i++] = v;
    fill(
      layout.in,
      out.nodes,
      starts,
      arcCount,
      (i) => out.costs[i]!,
      (i) => tick(2, i, arcCount),
    );
  }
  return seal(layout);
}

/** A copy in another shape: fewer arcs where the ends are unused, or one direction written out as two. */
export function refit(from: ArcLayout, arcCount: number, mirrored: boolean): ArcLayout {
  const to = newLayout(from.nodeCount, arcCount, mirrored, !(from.buffer instanceof ArrayBuffer));
  for (const { offsets, nodes, costs } of [to.out, to.in]) {
    offsets.set(from.out.offsets);
    nodes.set(from.out.nodes.subarray(0, arcCount));
    costs.set(from.out.costs.subarray(0, arcCount));
  }
  return to;
}

/**
 * Checks arcs before any work; `least` is the least probability that passes: the least number above 0, or 0. Returns how
 * many arcs there are.
 * @throws WarmpathError `INVALID_ARGUMENT` for lists of unequal length, `INVALID_ARC` with `details.position`.
 */
export function checkArcList(arcs: ArcList, nodeCount: number, least: number, tick?: Tick): number {
  const { sources, targets, probabilities } = arcs;
  checkLists([sources, targets, probabilities]);
  const size = sources.length;
  check(targets.length === size && probabilities.length === size, "length");
  for (let i = 0; i < size; i++) {
    if ((i & TICK) === 0) tick?.(0, i, size);
    const isArc = isNode(sources[i]!, nodeCount) && isNode(targets[i]!, nodeCount);
    checkProbability(isArc, probabilities[i]!, least, i);
  }
  return size;
}

/** Checks that what is given for arcs are lists. */
export function checkLists(lists: readonly ArrayLike<number>[]): void {
  for (const list of lists) check(typeof list?.length === "number", "arcs");
}

/** Checks what is said of the arc at `position` of a list: `isArc`, and a probability from `least` to 1. */
export function checkProbability(isArc: boolean, p: number, least: number, position: number): void {
  if (!isArc || typeof p !== "number" || !(p >= least && p <= 1))
    throw new WarmpathError("INVALID_ARC", "bad arc", { position });
}

type Tick = (pass: number, i: number, of: number) => void;

const TICK = 0xfffff;
const PASSES = 3;

/** Gives each node its arcs, in order of (cost, node), the best of parallel ones and no self-loops; returns how many. */
function fill(
  { offsets, nodes, costs }: Arcs,
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
  size: number,
  costOf: (i: number) => number,
  tick: (i: number) => void,
): number {
  const nodeCount = offsets.length - 1;
  offsets.fill(0);
  for (let i = 0; i < size; i++) if (starts[i] !== ends[i]) offsets[starts[i]! + 1]!++;
  for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice();
  for (let i = 0; i < size; i++) {
    if ((i & TICK) === 0) tick(i);
    const u = starts[i]!;
    const v = ends[i]!;
    if (u === v) continue;
    const at = next[u]!++;
    nodes[at] = v;
    costs[at] = costOf(i);
  }
  const seen = next.fill(nodeCount);
  let kept = 0;
  let start = 0;
  for (let v = 0; v < nodeCount; v++) {
    const end = offsets[v + 1]!;
    sortArcs(nodes, costs, start, end);
    offsets[v] = kept;
    for (; start < end; start++) {
      const w = nodes[start]!;
      if (seen[w] === v) continue;
      seen[w] = v;
      nodes[kept] = w;
      costs[kept++] = costs[start]!;
    }
  }
  offsets[nodeCount] = kept;
  return kept;
}

/** True where each arc of the list is followed by its mirror, as both ways of a tie are. Then none has to be looked for. */
function isMirroredInPairs({ sources, targets, probabilities }: ArcList): boolean {
  for (let i = 0; i < sources.length; i += 2) {
    if (sources[i] !== targets[i + 1] || targets[i] !== sources[i + 1]) return false;
    if (probabilities[i] !== probabilities[i + 1]) return false;
  }
  return true;
}

/** True where every arc has a mirror of the very same cost. */
function isMirrored(arcs: Arcs): boolean {
  const { offsets, nodes, costs } = arcs;
  let balance = 0;
  for (let u = 0; u < offsets.length - 1; u++) {
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      const v = nodes[i]!;
      if (v < u) balance--;
      else if (findArc(arcs, v, u, costs[i]!) < 0) return false;
      else balance++;
    }
  }
  return balance === 0;
}
