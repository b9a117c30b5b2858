import { checkShape, madeOf, sigmoid, type UtcDay, unfit, utcDay } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { type ConsentInput, type ConsentTerms, consentLogOdds, consentTerms } from "./consent-terms.js";
import {
  checkReadable,
  type KindRanks,
  measuresOf,
  type ReadEvidence,
  rankKinds,
  readEvidence,
} from "./measure-evidence.js";
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

/** Those in which nothing but the tie is another from ask to ask. */
type PlainTerms = { -readonly [Term in keyof ConsentTerms]: ConsentTerms[Term] };

/**
 * Strength and consent as bare numbers, for compiling a network: the model is resolved once and nothing is explained.
 * Gives the same bits as `tieStrength(...).strength` and `consent(...).probability`.
 */
export class TieScorer {
  readonly model: TieModel;
  readonly day: UtcDay;
  readonly #kinds: KindRanks;
  readonly #plain: { first?: PlainTerms; relay?: PlainTerms } = {};

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
    return madeOf("evidence", () => {
      checkReadable(evidence);
      return this.#scoreOf(this.#read(evidence), evidence, isTurned);
    });
  }

  /** The same from both sides, the evidence, which is to be plain, read once. */
  scores(evidence: TieEvidence): readonly [TieScore, TieScore] {
    return madeOf("evidence", () => {
      const read = this.#read(evidence);
      const score = this.#scoreOf(read, evidence, false);
      const { of } = read;
      // A tie may count for more in one direction than in the other.
      const isOneSided = evidence.vouches !== undefined || of.in.length + of.out.length > 0;
      return [score, isOneSided ? this.#scoreOf(read, evidence, true) : score];
    });
  }

  #read(evidence: TieEvidence): ReadEvidence {
    return readEvidence(evidence, this.day, this.#kinds, this.model.strength);
  }

  #scoreOf(read: ReadEvidence, evidence: TieEvidence, isTurned: boolean): TieScore {
    const { model } = this;
    const measures = measuresOf(read, isTurned);
    return {
      strength: strengthUsed(strengthTerms(measures, evidence, model, isTurned), bondShare(evidence, model)),
      neverSpoken: silenceOf(measures, evidence, model, isTurned),
    };
  }

  /** Probability of a yes, in (0, 1). */
  consent(input: ConsentInput): number {
    return sigmoid(consentLogOdds(consentTerms(input, this.model), input.ownEstimate, this.model).calibrated);
  }

  /** The same of one who passes on, or is asked first, where no more is known than the tie. All other terms are worked out once. */
  ofTie(score: TieScore, role: "first" | "relay" = "relay"): number {
    // No check beforehand: it is asked for every tie.
    try {
      if (Number.isFinite(score.strength) && Number.isFinite(score.neverSpoken))
        return this.#ofTie(score, role === "first" ? role : "relay");
    } catch {}
    throw unfit("score");
  }

  #ofTie({ strength, neverSpoken }: TieScore, role: "first" | "relay"): number {
    const { consent } = this.model;
    this.#plain[role] ??= consentTerms({ strength, role }, this.model);
    const terms = this.#plain[role];
    terms.tie = consent.strength * (strength - 0.5);
    terms.neverSpoken = -consent.neverSpoken * neverSpoken;
    return sigmoid(consentLogOdds(terms, undefined, this.model).calibrated);
  }
}
