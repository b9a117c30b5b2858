import { sigmoid, type UtcDay, utcDay } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { type ConsentInput, consentLogOdds, consentTerms } from "./consent-terms.js";
import { type KindRanks, measureEvidence, rankKinds } from "./measure-evidence.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import { bondShare, strengthTerms, strengthUsed } from "./strength-of-measures.js";
import type { PartialTieModel, TieModel } from "./tie-model.js";

/**
 * Strength and consent as bare numbers, for compiling a network: the model is resolved once and nothing is explained.
 * Gives the same bits as `tieStrength(...).strength` and `consent(...).probability`.
 */
export class TieScorer {
  readonly model: TieModel;
  readonly day: UtcDay;
  readonly #kinds: KindRanks;

  /** @throws WarmpathError `INVALID_DATE`, or `INVALID_ARGUMENT` for the model. */
  constructor(options: { readonly now: Date | string; readonly model?: PartialTieModel | undefined }) {
    this.model = resolveTieModel(options.model);
    this.day = utcDay(options.now, "now");
    this.#kinds = rankKinds(this.model.weights);
  }

  /** Strength used of a tie, in (0, 1). */
  strength(evidence: TieEvidence): number {
    const { model } = this;
    const measures = measureEvidence(evidence, this.day, this.#kinds, model.strength.contactWeight);
    return strengthUsed(strengthTerms(measures, evidence, model), bondShare(evidence, model));
  }

  /** Probability of a yes, in (0, 1). */
  consent(input: ConsentInput): number {
    return sigmoid(consentLogOdds(consentTerms(input, this.model), input.ownEstimate, this.model).calibrated);
  }
}
