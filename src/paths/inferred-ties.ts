import { checkShape, madeOf } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { type Affiliation, isOccasion } from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { CompiledView } from "./compiled-view.js";
import type { FoundTies, InferenceGround } from "./found-ties.js";
import type { GuessBar } from "./guess-bar.js";
import { inferFromAffiliation } from "./infer-from-affiliation.js";
import { inferFromNeighbors } from "./infer-from-neighbors.js";
import { inferFromOccasions } from "./infer-from-occasions.js";
import { type InferenceRequest, inferenceQuery, markQuery } from "./inference-query.js";

/** A tie that nobody has seen: `from` may know the target. */
export interface InferredTie {
  readonly from: string;
  /** Probability that the two are tied, at most the model's cap (README of `ties`). */
  readonly tieProbability: number;
  /** The strongest of the grounds; grounds are not added up, since they tell of the same thing. */
  readonly ground: InferenceGround;
  /** The target's yes to a note from `from` if they are not tied after all. */
  readonly consentIfNot: number;
  /**
   * The ground as a context code, shown as what it is: `work:acme`, `school:mit`; for what was shared, how many: `meeting:2`,
   * `conversation:1`, `common-neighbors:3`, never which.
   */
  readonly evidence: TieEvidence;
}

/**
 * Ties inferred towards one target. Colleagues of the same time count, schoolmates of the same years, those
 * of small meetings and group conversations, and those who share acquaintances with them.
 * Only pairs without a tie that the seekers may see; per pair the strongest ground. In the order of ids.
 *
 * Who counts, and what is known of them, is what the seekers see (`network.seenBy`). For a pair whose tie they may use, masked or
 * not, nothing is inferred.
 *
 * Per query O(people of the target's organizations + neighbors of their acquaintances): a hub is one list, never a clique. The
 * readable form is test/support/paths-inference.ts.
 * @throws WarmpathError `INVALID_ARGUMENT` for a limit that is none, `NETWORK_CHANGED` as {@link findPaths}.
 */
export function inferTies(compiled: CompiledNetwork, request: InferenceRequest): readonly InferredTie[] {
  return madeOf("request", () => {
    checkShape(compiled, { takeInChanges: "function" }, "compiled");
    checkShape(request, { seekers: ["text"], headcount: "finite?" }, "request");
    compiled.takeInChanges();
    const view = compiled.seenBy(request.seekers, request.maskedTies ?? true);
    return compiled.space.withFound((found) => {
      findTies(view, request, found);
      return Array.from(Uint32Array.from(found.nodes).sort(), (node) => inferredTie(view, node, found));
    });
  });
}

/** The same by node number of the one who may know the target, into `found`, which is empty before. With a bar only what may matter. */
export function findTies(
  view: CompiledView,
  request: InferenceRequest,
  found: FoundTies,
  bar?: GuessBar,
): void {
  if (request.inferTies === false) return;
  const query = inferenceQuery(view, request);
  const { space } = view.compiled;
  markQuery(view, query, space, true);
  try {
    const occasions: Affiliation[] = [];
    for (const affiliation of view.affiliationsOf(request.target)) {
      if (isOccasion(affiliation)) occasions.push(affiliation);
      else inferFromAffiliation(view, query, affiliation, { space, found, bar });
    }
    inferFromOccasions(view, query, occasions, space, found);
    inferFromNeighbors(view, query, { space, found, bar });
  } finally {
    markQuery(view, query, space, false);
  }
}

/** What was found for a node, with the id of whose it is. */
export function inferredTie(view: CompiledView, node: number, found: FoundTies): InferredTie {
  const { ground, consentIfNot, evidence } = found.basisOf(node);
  return {
    from: view.ids[node] as string,
    tieProbability: found.oddsOf(node),
    ground,
    consentIfNot,
    evidence,
  };
}
