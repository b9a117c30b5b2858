import { inRange } from "./consent-terms.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import type { PartialTieModel } from "./tie-model.js";

type Options = { readonly model?: PartialTieModel | undefined };

/**
 * Probability that an unanswered ask will still become a yes after `days` of silence (README, Silence):
 * p S / (1 - p + p S), S = 2^(-days/h), h = 1 day for mail, 3 for LinkedIn. Starts at p, falls, never below 0.
 *
 * ```ts
 * silencePosterior(0.5, 3, "linkedin"); // 1/3
 * ```
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no probability or no number of days.
 */
export function silencePosterior(
  probability: number,
  days: number,
  medium: "email" | "linkedin" | "inmail" | (string & {}) = "email",
  options: Options = {},
): number {
  const p = inRange(probability, "probability", 0, 1);
  const { mail, linkedIn } = resolveTieModel(options.model).halfLives;
  const halfLife = medium === "linkedin" || medium === "inmail" ? linkedIn : mail;
  const quiet = 2 ** (-inRange(days, "days", 0, Number.POSITIVE_INFINITY) / halfLife);
  return p === 1 ? (quiet > 0 ? 1 : 0) : (p * quiet) / (1 - p + p * quiet);
}

/**
 * The timing term of consent `days` after a sale or success: 2^(-days/30), 1 on the day itself (README, Silence).
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no number of days.
 */
export function timingAfter(days: number, options: Options = {}): number {
  return (
    2 **
    (-inRange(days, "days", 0, Number.POSITIVE_INFINITY) / resolveTieModel(options.model).halfLives.timing)
  );
}
