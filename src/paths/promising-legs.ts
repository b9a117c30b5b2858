import type { AbortSignalLike } from "../base/index.js";
import { type ArcList, reach } from "../search/index.js";
import type { CompiledView } from "./compiled-view.js";

/** Whoever may ask the target, by node number, and the target's consent then. */
export interface LastLegs {
  readonly nodes: number[];
  readonly consents: number[];
}

/**
 * Those last legs that the k best paths may end in, in the order given. At a hub 20,000 people may ask the target, and the
 * search would have to take up every one. One pass from the seekers gives the best way to each; times their consent that is the
 * best path through them. Whoever's best path is less probable than those through k others is on none of the k best.
 * `maxHops`: of that pass, one less than the paths'. `overlay`: what is laid over the index before the last legs.
 */
export function promisingLegs(
  { index }: CompiledView,
  legs: LastLegs,
  pass: {
    readonly k: number;
    readonly sources: readonly number[];
    readonly maxHops: number;
    readonly blockedNodes: readonly number[];
    readonly overlay: ArcList;
    readonly signal: AbortSignalLike | undefined;
  },
): LastLegs {
  const { k, ...query } = pass;
  const { probability } = reach(index, query);
  const { nodes, consents } = legs;
  const best = new Float64Array(nodes.length);
  for (let i = 0; i < best.length; i++) best[i] = probability[nodes[i]!]! * consents[i]!;
  const least = kthLargest(best, k) * (1 - MARGIN);
  const kept: LastLegs = { nodes: [], consents: [] };
  for (let i = 0; i < best.length; i++) {
    if (best[i] === 0 || best[i]! < least) continue;
    kept.nodes.push(nodes[i]!);
    kept.consents.push(consents[i]!);
  }
  return kept;
}

/** The k-th largest of numbers from 0 on; 0 where there are fewer. */
function kthLargest(values: Float64Array, k: number): number {
  if (k > values.length) return 0;
  if (k > FEW) return values.slice().sort().at(-k) as number;
  /** The largest so far, falling. */
  const top: number[] = [];
  for (const value of values) {
    if (top.length === k && value <= top[k - 1]!) continue;
    let at = top.length;
    while (at > 0 && top[at - 1]! < value) at--;
    top.splice(at, 0, value);
    if (top.length > k) top.pop();
  }
  return top[k - 1]!;
}

/** Up to so many are kept in order one by one, which is quicker than to sort all. */
const FEW = 32;
/** Wider than the search's tolerance for ties (1e-12 of a cost), so that no path of the k-th one's group is lost. */
const MARGIN = 1e-6;
