import { checkShape, sigmoid, type UtcDay, utcDay } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { type ConsentInput, type ConsentTerms, consentLogOdds, consentTerms } from "./consent-terms.js";
import { type KindRanks, measureEvidence, rankKinds } from "./measure-evidence.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import { bondShare, silenceOf, strengthTerms, strengthUsed } from "./strength-of-measures.js";
import type { TieModel } from "./tie-model.js";

/** A tie in two numbers, as `consent` takes them. */
export interface TieScore {
  /** Strength used, in (0, 1). */
  readonly strength: number;
  /** How far nothing was ever heard from them, 0 to 1. */
  readonly neverSpoken: number;
}

/**
 * Strength and consent as bare numbers, for compiling a network: the model is resolved once and nothing is explained.
 * Gives the same bits as `tieStrength(...).strength` and `consent(...).probability`.
 */
export class TieScorer {
  readonly model: TieModel;
  readonly day: UtcDay;
  readonly #kinds: KindRanks;
  #relay: ConsentTerms | undefined;

  /** @throws WarmpathError `INVALID_DATE`, or `INVALID_ARGUMENT` for the model. */
  constructor(options: { readonly now: Date | string; readonly model?: PartialTieModel | undefined }) {
    checkShape(options, "object", "options");
    this.model = resolveTieModel(options.model);
    this.day = utcDay(options.now, "now");
    this.#kinds = rankKinds(this.model.weights);
  }

  /** Strength used of a tie, in (0, 1). */
  strength(evidence: TieEvidence): number {
    return this.score(evidence).strength;
  }

  /** What a tie counts for where somebody is asked over it; `isTurned` where the other one asks. */
  score(evidence: TieEvidence, isTurned = false): TieScore {
    const { model } = this;
    const measures = measureEvidence(evidence, this.day, this.#kinds, model.strength, isTurned);
    return {
      strength: strengthUsed(strengthTerms(measures, evidence, model, isTurned), bondShare(evidence, model)),
      neverSpoken: silenceOf(measures, evidence, model, isTurned),
    };
  }

  /** Probability of a yes, in (0, 1). */
  consent(input: ConsentInput): number {
    return sigmoid(consentLogOdds(consentTerms(input, this.model), input.ownEstimate, this.model).calibrated);
  }

  /** The same of a relay of whom no more is known than the tie: all terms but its two are worked out once. */
  passingOn({ strength, neverSpoken }: TieScore): number {
    const { consent } = this.model;
    this.#relay ??= consentTerms({ strength, role: "relay" }, this.model);
    const terms = Object.assign(this.#relay, {
      tie: consent.strength * (strength - 0.5),
      neverSpoken: -consent.neverSpoken * neverSpoken,
    });
    return sigmoid(consentLogOdds(terms, undefined, this.model).calibrated);
  }
}

/** True where a tie may count for more in one direction than in the other. */
export function isOneSided(evidence: TieEvidence): boolean {
  checkShape(evidence, "object", "evidence");
  const { interactions, vouches } = evidence;
  return vouches !== undefined || interactions?.some(({ direction }) => direction !== "both") === true;
}
