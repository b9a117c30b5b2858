import type { CompiledView } from "./compiled-view.js";
import type { FoundTies } from "./found-ties.js";
import type { InferenceQuery } from "./inference-query.js";
import type { InferenceSpace } from "./inference-space.js";

/**
 * Who shares acquaintances with the target: Adamic and Adar (2003) over shared ties: the sum of 1/ln(degree) of the
 * common ones, carried to odds that saturate. O(neighbors of the acquaintances).
 */
export function inferFromNeighbors(
  { compiled: { neighbors, scorer, strangerNumber } }: CompiledView,
  { target, limits }: InferenceQuery,
  { marks, sums }: InferenceSpace,
  found: FoundTies,
): void {
  if (target === strangerNumber) return;
  const { inference, priors } = scorer.model;
  const touched: number[] = [];
  // In the order of numbers, so that no sum depends on the order of imports.
  for (const neighbor of neighbors.of(target).slice().sort()) {
    const theirs = neighbors.of(neighbor);
    const weight = 1 / Math.log(theirs.length);
    for (let i = 0; i < theirs.length; i++) {
      const node = theirs[i]!;
      sums[2 * node]! += weight;
      if (sums[2 * node + 1]!++ === 0) touched.push(node);
    }
  }
  /** Number of the basis of each count of common acquaintances. */
  const bases: number[] = [];
  for (let i = 0; i < touched.length; i++) {
    const node = touched[i]!;
    const score = sums[2 * node]!;
    const count = sums[2 * node + 1]!;
    sums[2 * node] = sums[2 * node + 1] = 0;
    if (count < limits.leastCommon || marks[node] !== 0) continue;
    const odds = 1 - (1 - inference.baseRate) * Math.exp(-score / inference.scale);
    bases[count] ??= found.addBasis({
      ground: "common-neighbors",
      consentIfNot: priors.coldMail,
      evidence: { contexts: [`common-neighbors:${count}`] },
    });
    found.offer(node, Math.min(inference.cap, odds), bases[count]);
  }
}
