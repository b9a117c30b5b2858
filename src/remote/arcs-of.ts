import { WarmpathError } from "../base/index.js";
import { flipEvidence, type Network } from "../network/index.js";
import { CompiledNetwork } from "../paths/index.js";
import type { PartialTieModel } from "../ties/index.js";
import type { Arc } from "./neighbor-source.js";

/**
 * The arcs of a network as of a day, to fill a store with. Of each tie that everybody may use it has the consent of passing on both ways, with
 * its evidence. Masked and private ties are left out: a store does not know who asks.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no network, `INVALID_DATE`.
 * @example
 * for (const { source, target, probability } of arcsOf(network, { now })) {
 *   await insert(source, target, -Math.log(probability));
 * }
 */
export function* arcsOf(
  network: Network,
  options: { readonly now: Date | string; readonly tieModel?: PartialTieModel },
): Generator<Arc, void, undefined> {
  if (typeof network?.tieRecords !== "function")
    throw new WarmpathError("INVALID_ARGUMENT", "arcsOf is to have a Network");
  const compiled = CompiledNetwork.compile(network, options);
  const numbers = new Map(compiled.ids.map((id, number) => [id, number]));
  for (const { from, to, evidence, visibility } of network.seenBy([]).ties()) {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    if (a === undefined || b === undefined || visibility !== "shared") continue;
    // With the overlap of the two's neighbors, which nobody can tell who sees a part of the store alone.
    const whole = compiled.withOverlap(evidence, a, b);
    for (const [source, target, start, end, seen] of [
      [from, to, a, b, whole],
      [to, from, b, a, flipEvidence(whole)],
    ] as const) {
      const probability = compiled.index.probability(start, end);
      if (probability > 0) yield { source, target, probability, visibility, evidence: seen };
    }
  }
}
