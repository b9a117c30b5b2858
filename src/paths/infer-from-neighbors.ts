import type { CompiledView } from "./compiled-view.js";
import type { InferenceInto } from "./infer-from-affiliation.js";
import type { InferenceQuery } from "./inference-query.js";

/**
 * Who shares acquaintances with the target: Adamic and Adar (2003) over shared ties: the sum of 1/ln(degree) of the
 * common ones, carried to odds that saturate. O(neighbors of the acquaintances).
 */
export function inferFromNeighbors(
  { compiled: { neighbors, scorer, strangerNumber } }: CompiledView,
  { target, limits }: InferenceQuery,
  { space: { marks, sums }, found, bar }: InferenceInto,
): void {
  if (target === strangerNumber) return;
  const { inference, priors } = scorer.model;
  const touched: number[] = [];
  bar?.legs.settle();
  const most = bar?.rangeOf(inference.cap).most ?? 0;
  // In the order of numbers, so that no sum depends on the order of imports.
  for (const neighbor of neighbors.of(target).slice().sort()) {
    const theirs = neighbors.of(neighbor);
    const weight = 1 / Math.log(theirs.length);
    for (let i = 0; i < theirs.length; i++) {
      const node = theirs[i]!;
      if (bar?.legs.isOpen(node, most) === false) continue;
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
    const odds = Math.min(inference.cap, 1 - (1 - inference.baseRate) * Math.exp(-score / inference.scale));
    if (bar?.admits(node, bar.rangeOf(odds), !found.has(node)) === false) continue;
    bases[count] ??= found.addBasis({
      ground: "common-neighbors",
      consentIfNot: priors.coldMail,
      evidence: { contexts: [`common-neighbors:${count}`] },
    });
    found.offer(node, odds, bases[count]);
  }
}
