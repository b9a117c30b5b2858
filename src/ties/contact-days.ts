import type { UtcDay } from "../base/index.js";
import { madeOf, utcDay } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { measureEvidence, rankKinds } from "./measure-evidence.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import type { TieStrengthOptions } from "./tie-strength.js";

/**
 * The distinct days up to `now` on which two people were in contact, in order: those with an interaction that breaks a silence.
 * Likes, and what a machine sent, do not.
 * @throws WarmpathError `INVALID_EVIDENCE`, `INVALID_DATE`, or `INVALID_ARGUMENT` for the model.
 */
export function contactDays(evidence: TieEvidence, options: TieStrengthOptions): readonly UtcDay[] {
  return madeOf("evidence", () => {
    const model = resolveTieModel(options.model);
    const today = utcDay(options.now, "now");
    return measureEvidence(evidence, today, rankKinds(model.weights), model.strength).contactDays;
  });
}
