import { WarmpathError } from "../base/index.js";
import { inRange } from "./consent-terms.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import type { PartialTieModel } from "./tie-model.js";

type Options = { readonly model?: PartialTieModel | undefined };

/**
 * Adamic–Adar score of two people from the degrees of their common neighbours: the sum of 1/ln(degree), 0 without any.
 * A neighbour common to two people has two ties at least.
 * @throws WarmpathError `INVALID_ARGUMENT` for a degree below 2.
 */
export function adamicAdar(degreesOfCommonNeighbors: readonly number[]): number {
  const terms = degreesOfCommonNeighbors.map((degree) => {
    if (!(degree >= 2)) {
      throw new WarmpathError("INVALID_ARGUMENT", "a common neighbour has two ties at least", {
        what: "degree",
      });
    }
    return 1 / Math.log(degree);
  });
  return terms.sort((a, b) => a - b).reduce((sum, term) => sum + term, 0);
}

/**
 * Probability that an unseen tie exists, from its Adamic–Adar score (Zhou 2009; README, Unseen ties):
 * 1 - (1 - 0.01) exp(-AA/4), at most 0.5. A score of 0 infers no tie at all: 0.
 */
export function inferredTieProbability(score: number, options: Options = {}): number {
  const { baseRate, scale, cap } = resolveTieModel(options.model).inference;
  inRange(score, "score", 0, Number.POSITIVE_INFINITY);
  return score === 0 ? 0 : Math.min(cap, 1 - (1 - baseRate) * Math.exp(-score / scale));
}

/** Odds of an inferred tie, and the consent over it. */
export interface InferredLeg {
  /** Probability that the tie exists, from {@link colleagueTie} or {@link inferredTieProbability}. */
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
