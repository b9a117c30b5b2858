/**
 * Problem: the arcs at `start <= i < end` in order of (cost, node), in place. Shell's sort (CACM 2, 1959) with Knuth's
 * gaps, from 1/40 of the length on. For the few arcs that most nodes have it is a plain insertion sort; for hubs
 * O(d^1.5) at worst.
 */
export function sortArcs(nodes: Int32Array, costs: Float64Array, start: number, end: number): void {
  let gap = 1;
  while (40 * gap < end - start) gap = 3 * gap + 1;
  for (; gap > 0; gap = Math.trunc(gap / 3)) {
    const first = start + gap;
    for (let i = first; i < end; i++) {
      const cost = costs[i]!;
      const node = nodes[i]!;
      let at = i;
      for (; at >= first; at -= gap) {
        const before = costs[at - gap]!;
        if (before < cost || (before === cost && nodes[at - gap]! < node)) break;
        costs[at] = before;
        nodes[at] = nodes[at - gap]!;
      }
      costs[at] = cost;
      nodes[at] = node;
    }
  }
}
