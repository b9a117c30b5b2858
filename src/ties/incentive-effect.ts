import { checkShape, madeOf } from "../base/index.js";
import { type Incentive, incentiveLogOdds, inRange } from "./consent-terms.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { resolveTieModel } from "./resolve-tie-model.js";

/** What a reward does to a referral. */
export interface IncentiveEffect {
  /** Added to the consent of the one who refers. */
  readonly logOdds: number;
  /** What is left of the quality of their referrals, 0 to 1. */
  readonly quality: number;
}

/**
 * Effect of a reward by who gets it (after Ryu and Feick 2007). For the giver +0.6 over a weak tie and 0 over a strong
 * one, for the receiver +0.2 over either. Linear in strength, so that consent still rises with it. The size of the
 * reward does not matter, and a prize for the giver lowers quality.
 * @throws WarmpathError `INVALID_ARGUMENT` for a strength outside 0 to 1 or another receiver.
 */
export function incentiveEffect(
  strength: number,
  to: Incentive,
  options: { readonly model?: PartialTieModel | undefined } = {},
): IncentiveEffect {
  return madeOf("options", () => {
    checkShape(strength, "finite", "strength");
    checkShape(to, "text", "to");
    checkShape(options, "object", "options");
    const model = resolveTieModel(options.model);
    const logOdds = incentiveLogOdds(inRange(strength, "strength", 0, 1), to, model);
    return { logOdds, quality: to === "giver" ? model.incentive.giverQuality : 1 };
  });
}
