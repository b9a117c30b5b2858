import { checkShape } from "../base/index.js";
import type { Network } from "../network/index.js";
import type { TieEvidence, Visibility } from "../people/index.js";
import type { PartialTieModel } from "../ties/index.js";
import { CompiledNetwork } from "./compiled-network.js";

/** One way over a tie that everybody may use, with the consent of passing on. */
export interface NetworkArc {
  readonly source: string;
  readonly target: string;
  readonly probability: number;
  readonly visibility: Visibility;
  readonly evidence: TieEvidence;
}

/**
 * Both ways over each tie that everybody may use, as of a day.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no network, `INVALID_DATE`.
 */
export function* networkArcs(
  network: Network,
  options: { readonly now: Date | string; readonly tieModel?: PartialTieModel },
): Generator<NetworkArc, void, undefined> {
  checkShape(options, "object", "options");
  const compiled = CompiledNetwork.compile(network, options);
  const numbers = new Map(compiled.ids.map((id, number) => [id, number]));
  const view = network.seenBy([]);
  for (const tie of view.ties()) {
    for (const [source, target] of [[tie.from, tie.to] as const, [tie.to, tie.from] as const]) {
      const [a, b] = [numbers.get(source), numbers.get(target)];
      const evidence = view.tie(source, target)?.evidence;
      if (a === undefined || b === undefined || evidence === undefined || tie.visibility !== "shared")
        continue;
      const probability = compiled.index.probability(a, b);
      // With the overlap of the two's neighbors, which nobody can tell who sees a part of the store alone.
      const whole = compiled.withOverlap(evidence, a, b);
      if (probability > 0) yield { source, target, probability, visibility: "shared", evidence: whole };
    }
  }
}
