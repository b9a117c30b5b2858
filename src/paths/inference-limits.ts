import { unfit } from "../base/index.js";

/** Numbers of inference that no evidence fixes; assumptions, to be overridden. */
export interface InferenceLimits {
  /**
   * Days that two stays at one place have in common before they count, the first and the last of them included. More than the
   * longest month, so that a successor who came in the very month in which the other left is no colleague.
   */
  readonly leastSharedDays: number;
  /** People of a school whom one could have met in one's years; stands for a headcount. */
  readonly yearGroup: number;
  /** Common neighbours below which nothing is inferred: 2, so that one person's export, a star, infers nothing. */
  readonly leastCommon: number;
  /**
   * People known to have been at an occasion (a meeting, a group conversation) above which it tells nothing of any two of them.
   * The reader of LinkedIn's messages already leaves conversations of more than 8 recipients out, so that a larger number here
   * brings none of those back.
   */
  readonly largestOccasion: number;
  /**
   * Sum of occasion weights, 1/(people - 1) each, over which the odds of no tie fall to 1/e; above 0. An assumption: at 2 a pair
   * alone in one meeting has odds of 40%, two of eight people 8%.
   */
  readonly occasionScale: number;
}

/** The defaults of {@link InferenceLimits}. */
export const DEFAULT_INFERENCE_LIMITS: InferenceLimits = {
  leastSharedDays: 32,
  yearGroup: 300,
  leastCommon: 2,
  largestOccasion: 8,
  occasionScale: 2,
};

/**
 * The limits of a request.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no number from 1, or for the scale none above 0.
 */
export function limitsOf(given: Partial<InferenceLimits> | undefined): InferenceLimits {
  const limits = { ...DEFAULT_INFERENCE_LIMITS, ...given };
  for (const [what, value] of Object.entries(limits)) {
    const isEnough = what === "occasionScale" ? value > 0 : value >= 1;
    if (!(isEnough && value < Number.POSITIVE_INFINITY)) {
      throw unfit(what, "a number from 1");
    }
  }
  return limits;
}
