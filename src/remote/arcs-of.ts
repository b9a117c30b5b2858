import type { Network } from "../network/index.js";
import { networkArcs } from "../paths/index.js";
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
  yield* networkArcs(network, options);
}
