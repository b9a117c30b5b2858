import type { CompiledView } from "./compiled-view.js";
import type { InferenceInto } from "./infer-from-affiliation.js";
import type { InferenceQuery } from "./inference-query.js";
import type { Neighbors } from "./neighbors.js";

/**
 * Who shares acquaintances with the target: Adamic and Adar (2003) over shared ties: the sum of 1/ln(degree) of the
 * common ones, carried to odds that saturate. O(neighbors of the acquaintances). Those of the one who knows most are not walked:
 * whoever shares that one alone has too few. So beside a hub the work is that of the others.
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
  const all = neighbors.of(target).slice().sort();
  const widest = limits.leastCommon > 1 ? mostTied(neighbors, all) : undefined;
  /** What the widest adds to those who are met after it in the order of numbers. */
  let missed = 0;
  // In the order of numbers, so that no sum depends on the order of imports.
  for (const neighbor of all) {
    const theirs = neighbor === widest ? touched : neighbors.of(neighbor);
    const weight = 1 / Math.log(neighbors.degree(neighbor));
    for (let i = 0; i < theirs.length; i++) {
      const node = theirs[i]!;
      if (neighbor === widest && !neighbors.isTied(widest, node)) continue;
      if (sums[2 * node + 1] === 0) {
        if (bar?.legs.isOpen(node, most) === false) continue;
        touched.push(node);
        if (missed > 0 && neighbors.isTied(widest!, node)) {
          sums[2 * node] = missed;
          sums[2 * node + 1] = 1;
        }
      }
      sums[2 * node]! += weight;
      sums[2 * node + 1]!++;
    }
    if (neighbor === widest) missed = weight;
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

/** Of some nodes the one with most neighbors. */
function mostTied(neighbors: Neighbors, nodes: Uint32Array): number | undefined {
  let most: number | undefined;
  for (const node of nodes)
    if (most === undefined || neighbors.degree(node) > neighbors.degree(most)) most = node;
  return most;
}
