import type { PlannedAsk } from "./planned-ask.js";

/**
 * The first asks of an order that are as good as one another. Chance and price of each are `within` that share of the first one's.
 * Fewer than two are none.
 */
export function levelAsks<Ask extends Pick<PlannedAsk, "price" | "probability" | "beatsDirect">>(
  asks: readonly Ask[],
  within: number,
): readonly Ask[] {
  const [first] = asks;
  if (first === undefined) return [];
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= within * b;
  const end = asks.findIndex(
    ({ price, probability, beatsDirect }) =>
      beatsDirect !== first.beatsDirect ||
      !isNear(price, first.price) ||
      !isNear(probability, first.probability),
  );
  const level = end < 0 ? asks : asks.slice(0, end);
  return level.length < 2 ? [] : level;
}
