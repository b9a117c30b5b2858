import { inRange } from "./consent-terms.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import type { PartialTieModel } from "./tie-model.js";

type Options = { readonly model?: PartialTieModel | undefined };

/** Odds of an inferred tie, and the consent over it. */
export interface InferredLeg {
  /** Probability that the tie exists, from {@link colleagueTie} or the common neighbours of the two. */
  readonly tieProbability: number;
  /** Consent given that it does, from `consent` with `defaultTieModel.inference.strength`. */
  readonly consentIfTied: number;
  /** Consent of one who passes it on without a tie. @defaultValue the model's prior `colleague`, 0.08 */
  readonly consentIfNot?: number | undefined;
}

/**
 * Consent over a tie that may not exist: pi c_tie + (1 - pi) c_colleague (README, Unseen ties).
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no probability.
 */
export function inferredConsent(leg: InferredLeg, options: Options = {}): number {
  const pi = inRange(leg.tieProbability, "tieProbability", 0, 1);
  const tied = inRange(leg.consentIfTied, "consentIfTied", 0, 1);
  const not = inRange(
    leg.consentIfNot ?? resolveTieModel(options.model).priors.colleague,
    "consentIfNot",
    0,
    1,
  );
  return pi * tied + (1 - pi) * not;
}
