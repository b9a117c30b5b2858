import { chanceThrough, type PlannedAsk } from "../planning/index.js";

/**
 * True where writing to the buyer oneself is worth more than every ask: than those that could be made, and than what is under way. A
 * yes in hand is worth waiting for, where a note to a stranger would cross it. What is under way has its price behind it.
 */
export function isDirectBetter(
  direct: number,
  asks: readonly Pick<PlannedAsk, "beatsDirect">[],
  inputs: readonly Parameters<typeof chanceThrough>[0][],
): boolean {
  return (
    asks.every(({ beatsDirect }) => beatsDirect === false) &&
    inputs.every((input) => chanceThrough(input) <= direct)
  );
}
