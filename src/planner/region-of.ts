import { pairKey } from "../base/index.js";
import { Network } from "../network/network.js";
import type { Person, Tie } from "../people/index.js";
import type { Arc } from "../remote/neighbor-source.js";
import { type TieModel, TieScorer } from "../ties/index.js";

/**
 * A network of its own: what `base` holds and what was fetched out of a store. Of the two arcs of a tie the one from the smaller
 * id tells its evidence. An arc that has none becomes a tie of the closeness that gives its probability.
 * @throws WarmpathError as `Network.import`, for people or evidence that the store should not hold.
 */
export function regionOf(
  base: Network,
  arcs: Iterable<Arc>,
  people: readonly Person[],
  { now, model }: { readonly now: Date | string; readonly model: TieModel },
): Network {
  const region = Network.fromJSON(base.toJSON());
  const scorer = new TieScorer({ now, model });
  const ties = new Map<string, Tie>();
  const known = new Map(people.map((person) => [person.id, person]));
  for (const { source, target, probability, evidence, owner, visibility } of arcs) {
    for (const id of [source, target]) if (!region.has(id) && !known.has(id)) known.set(id, { id });
    const key = pairKey(source, target);
    if (ties.has(key) && source > target) continue;
    ties.set(key, {
      from: source,
      to: target,
      evidence: evidence ?? { closeness: closenessFor(probability, scorer) },
      ...(owner === undefined ? {} : { owner }),
      ...(visibility === undefined ? {} : { visibility }),
    });
  }
  region.import({ people: [...known.values()], ties: [...ties.values()] });
  return region;
}

/** The closeness whose consent of passing on is nearest to a probability, by halving: consent rises with closeness. */
function closenessFor(probability: number, scorer: TieScorer): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (scorer.ofTie(scorer.score({ closeness: middle })) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Below what a double can tell apart in [0, 1] when it is rounded for a plan. */
const HALVINGS = 30;
