import { checkShape } from "./check-shape.js";
import { unfit } from "./error.js";

/**
 * Chance that an ask without an answer still becomes a yes after `days` of silence: p S / (1 - p + p S). Here
 * S = 2^(-days / halfLife) is the share of those who will say yes and have not answered yet. Starts at p, falls to 0.
 * @throws WarmpathError `INVALID_ARGUMENT` for a probability outside [0, 1], days below 0, a half-life that is not above 0.
 */
export function chanceAfterSilence(probability: number, days: number, halfLife: number): number {
  checkShape([probability, days, halfLife], ["number"], "probability, days and half-life");
  if (!(probability >= 0 && probability <= 1 && days >= 0 && halfLife > 0)) {
    throw unfit("probability, days or half-life", "in [0, 1], at least 0, above 0");
  }
  const yes = probability * 2 ** (-days / halfLife);
  return yes === 0 ? 0 : yes / (1 - probability + yes);
}

/** Days of silence until {@link chanceAfterSilence} has fallen to `share` of `probability`; infinite for a certain yes. */
export function daysUntilShare(probability: number, share: number, halfLife: number): number {
  chanceAfterSilence(probability, 0, halfLife);
  return -Math.log2((share * (1 - probability)) / (1 - share * probability)) * halfLife;
}

/**
 * Working days in which half of those who will say yes have answered, by medium. The values for mail and LinkedIn are assumptions
 * that stand in the README, Timing; `other` is for every medium that is not named.
 */
export type HalfLives = Readonly<Record<string, number>>;

/** One day by mail, three on LinkedIn, two else (a call, in person). */
export const DEFAULT_HALF_LIVES: HalfLives = { email: 1, linkedin: 3, inmail: 3, other: 2 };

/** The half-life of a medium or a channel of it (`linkedin-message` is of `linkedin`); without a medium that of mail. */
export function halfLifeOf(medium = "email", own: HalfLives = {}): number {
  const halfLives: HalfLives = { ...DEFAULT_HALF_LIVES, ...own };
  const kind = [medium, medium.split("-", 1)[0] as string].find((key) => Object.hasOwn(halfLives, key));
  return halfLives[kind ?? "other"] as number;
}
