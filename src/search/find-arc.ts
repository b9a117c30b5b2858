import type { Arcs } from "./arc-layout.js";

/** Where the arc between v and w of this very cost lies among v's arcs, by halving; -1 where there is none. */
export function findArc({ offsets, nodes, costs }: Arcs, v: number, w: number, cost: number): number {
  let low = offsets[v]!;
  let high = offsets[v + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (costs[middle]! < cost || (costs[middle] === cost && nodes[middle]! < w)) low = middle + 1;
    else high = middle;
  }
  return low < offsets[v + 1]! && nodes[low] === w && costs[low] === cost ? low : -1;
}

/** Where the arc between v and w lies among v's arcs, by looking at each; -1 where there is none. */
export function scanForArc({ offsets, nodes }: Arcs, v: number, w: number): number {
  const end = offsets[v + 1]!;
  for (let i = offsets[v]!; i < end; i++) if (nodes[i] === w) return i;
  return -1;
}
