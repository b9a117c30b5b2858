import type { CompiledNetwork } from "./compiled-network.js";
import type { FoundTies } from "./found-ties.js";
import type { InferenceQuery } from "./inference-query.js";

/**
 * Who shares acquaintances with the target: Adamic-Adar over ties that are not private (models.md 2.3; `adamicAdar` and
 * `inferredTieProbability` of ties, in one pass). O(circles of his acquaintances).
 */
export function inferFromNeighbors(
  { circles, scorer, strangerNumber }: CompiledNetwork,
  { target, tied, seekers, limits }: InferenceQuery,
  found: FoundTies,
): void {
  if (target === strangerNumber) return;
  const { inference, priors } = scorer.model;
  const scores = new Float64Array(strangerNumber);
  const counts = new Uint32Array(strangerNumber);
  const touched: number[] = [];
  // In the order of numbers, so that no sum depends on the order of imports.
  for (const neighbor of circles.of(target).slice().sort()) {
    const weight = 1 / Math.log(circles.degree(neighbor));
    for (const node of circles.of(neighbor)) {
      if (counts[node] === 0) touched.push(node);
      counts[node]!++;
      scores[node]! += weight;
    }
  }
  /** Number of the basis of each count of common acquaintances. */
  const bases: number[] = [];
  for (const node of touched) {
    const count = counts[node]!;
    if (count < limits.leastCommon || node === target || tied.has(node) || seekers.has(node)) continue;
    const odds = 1 - (1 - inference.baseRate) * Math.exp(-scores[node]! / inference.scale);
    bases[count] ??= found.addBasis({
      ground: "common-neighbors",
      consentIfNot: priors.coldMail,
      context: `common-neighbors:${count}`,
    });
    found.offer(node, Math.min(inference.cap, odds), bases[count]);
  }
}
