/** A path while it is searched: its cost is the sum of -ln p, added up from the source. */
export interface Route {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** Costs that differ by at most this, relative to max(1, cost), are a tie. Fixed by the public contract. */
const TIE_TOLERANCE = 1e-12;

/** How much dearer than `cost` a path may be and still tie with one that costs so much. */
export function tieSpan(cost: number): number {
  return TIE_TOLERANCE * Math.max(1, cost);
}

/**
 * Puts routes in the order of the contract: by cost. Then every maximal run of neighbours within the tie tolerance by
 * hops, then by node numbers along the path.
 */
export function inTieOrder(routes: readonly Route[]): Route[] {
  const sorted = [...routes].sort((a, b) => a.cost - b.cost);
  const ordered: Route[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && isTie(sorted[end - 1]!.cost, sorted[end]!.cost)) end++;
    ordered.push(...sorted.slice(start, end).sort(byHopsThenNodes));
    start = end;
  }
  return ordered;
}

/** True where two neighbours in the order of cost belong to one group; `cost` is the greater. */
export function isTie(before: number, cost: number): boolean {
  return cost - before <= tieSpan(cost);
}

/**
 * True where a tie group is too large to be listed whole: `extra` members or more beyond those wanted. A group whose
 * costs lie further apart than rounding explains is a chain of near ties. Its end is sought 64 times as far.
 */
export function isTooLarge(extra: number, groupLimit: number, spread: number, cost: number): boolean {
  return extra >= groupLimit * (spread > tieSpan(cost) / 16 ? 64 : 1);
}

/** Fewer hops first, then the lesser node number where two paths part. */
export function byHopsThenNodes(a: Route, b: Route): number {
  let difference = a.nodes.length - b.nodes.length;
  for (let i = 0; difference === 0 && i < a.nodes.length; i++) difference = a.nodes[i]! - b.nodes[i]!;
  return difference;
}
