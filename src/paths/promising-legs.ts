/** Whoever may ask the target, by node number, and the target's consent then. */
export interface LastLegs {
  readonly nodes: number[];
  readonly consents: number[];
}

/**
 * Those last legs that the k best paths may end in, in the order given. At a hub 20,000 people may ask the target, and the
 * search would have to take up every one. One pass from the seekers gives the best way to each; times their consent that is the
 * best path through them. Whoever's best path is less probable than those through k others is on none of the k best.
 *
 * `best`: that pass, for all targets alike, so a way in it may lead through the target (`own`). Such a way is at most as probable as
 * the one to the target. It is a bound then, and is not counted among the k others.
 */
export function promisingLegs(
  legs: LastLegs,
  pass: { readonly k: number; readonly best: Float64Array; readonly own: number },
): LastLegs {
  const { nodes, consents } = legs;
  const most = new Float64Array(nodes.length);
  const sure = new Float64Array(nodes.length);
  const throughOwn = pass.best[pass.own]!;
  for (let i = 0; i < most.length; i++) {
    const way = pass.best[nodes[i]!]!;
    most[i] = way * consents[i]!;
    if (way > throughOwn) sure[i] = most[i]!;
  }
  const least = kthLargest(sure, pass.k) * (1 - MARGIN);
  const kept: LastLegs = { nodes: [], consents: [] };
  for (let i = 0; i < most.length; i++) {
    if (most[i] === 0 || most[i]! < least) continue;
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
