import { chanceAfterSilence, checkShape, halfLifeOf, madeOf } from "../base/index.js";
import { inRange } from "./consent-terms.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { resolveTieModel } from "./resolve-tie-model.js";

type Options = { readonly model?: PartialTieModel | undefined };

/**
 * {@link chanceAfterSilence} by the medium's half-life.
 *
 * ```ts
 * silencePosterior(0.5, 3, "linkedin"); // 1/3
 * ```
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no probability or no number of days.
 * @deprecated The name of 0.1: `chanceAfterSilence` of `warmpath/planning` takes the half-life itself.
 */
export function silencePosterior(
  probability: number,
  days: number,
  medium: "email" | "linkedin" | "inmail" | (string & {}) = "email",
): number {
  checkShape(probability, "finite", "probability");
  checkShape(days, "number", "days");
  checkShape(medium, "text", "medium");
  return chanceAfterSilence(probability, days, halfLifeOf(medium));
}

/**
 * The timing term of consent `days` after a sale or success: 2^(-days/30), 1 on the day itself (README, Silence).
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no number of days.
 */
export function timingAfter(days: number, options: Options = {}): number {
  return madeOf("options", () => {
    checkShape(days, "number", "days");
    checkShape(options, "object", "options");
    return (
      2 **
      (-inRange(days, "days", 0, Number.POSITIVE_INFINITY) / resolveTieModel(options.model).halfLives.timing)
    );
  });
}
