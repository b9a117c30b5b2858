import { sigmoid, utcDay, WarmpathError } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { measureEvidence, rankKinds } from "./measure-evidence.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import { strengthTerms } from "./strength-of-measures.js";
import type { TieStrengthOptions } from "./tie-strength.js";

/** Whether a tie is alive. */
export interface TieActivity {
  /** Probability in (0, 1) that the two are in contact again within about a month. */
  readonly probability: number;
  readonly logOdds: number;
  /**
   * What it is made of, each number rising with activity: ln(1 + D), -ln(1 + silence), recip and, where `lastSeen` is given,
   * ln(1 + 20) - ln(1 + days since seen) summed over the two. Rows to fit `strength.days`, `strength.silence`,
   * `strength.reciprocity` and `activity.personSilence` by, with `activity.base` as intercept.
   */
  readonly features: readonly number[];
}

/** Options of {@link tieActivity}. */
export interface TieActivityOptions extends TieStrengthOptions {
  /** When each of the two was last seen in contact with anybody at all, where that is known. */
  readonly lastSeen?: readonly [string, string] | undefined;
}

/**
 * Whether the tie is alive, by the activity terms of strength (README, Strength) without their limit at 0 (strength stops there, so that
 * all cold ties are equal; here one that was silent for longer is less alive). `undefined` where they never spoke.
 * An event added never lowers it, time without one never raises it. Who writes to nobody any more rarely writes to this
 * one: `lastSeen` improves it on every later window of CollegeMsg (test/bench/ties).
 * @throws WarmpathError `INVALID_EVIDENCE`, `INVALID_DATE`, `INVALID_ARGUMENT`; `lastSeen` after `now` is `INVALID_ARGUMENT`.
 */
export function tieActivity(evidence: TieEvidence, options: TieActivityOptions): TieActivity | undefined {
  const model = resolveTieModel(options.model);
  const today = utcDay(options.now, "now");
  const measures = measureEvidence(evidence, today, rankKinds(model.weights), model.strength.contactWeight);
  if (measures.contactDays.length === 0) return undefined;
  const terms = strengthTerms(measures, evidence, model);
  const { base, personSilence, personReference } = model.activity;
  const seen = options.lastSeen?.map((at) => {
    const quiet = today - utcDay(at, "lastSeen");
    if (quiet < 0) throw new WarmpathError("INVALID_ARGUMENT", "lastSeen is after now", { what: "lastSeen" });
    return Math.log(1 + personReference) - Math.log(1 + quiet);
  });
  const persons = seen?.reduce((sum, term) => sum + term, 0);
  const logOdds = base + terms.days + terms.silence + terms.reciprocity + personSilence * (persons ?? 0);
  const features = [
    Math.log(1 + measures.weightedDays),
    -Math.log(1 + measures.silence),
    measures.mutual / (measures.mutual + 2),
  ];
  return {
    probability: sigmoid(logOdds),
    logOdds,
    features: persons === undefined ? features : [...features, persons],
  };
}
