import { checkShape, soundOf, unfit } from "../base/index.js";

/**
 * What reaching a buyer is worth in favor points: amount x close rate / worth of one favor point. `amount` and
 * `favorPointWorth` are in the same money; `closeRate` is P(deal | introduced), in [0, 1].
 * @throws WarmpathError `INVALID_ARGUMENT` for an amount that is negative or not finite, a rate outside [0, 1], a worth that is not above 0.
 * @example
 * valueOfDeal({ amount: 20_000, closeRate: 0.15, favorPointWorth: 150 }); // 20
 */
export function valueOfDeal(deal: {
  readonly amount: number;
  readonly closeRate: number;
  readonly favorPointWorth: number;
}): number {
  return soundOf("deal", () => {
    checkShape(deal, "object", "deal");
    const { amount, closeRate, favorPointWorth } = deal;
    const value = (amount * closeRate) / favorPointWorth;
    if (!(amount >= 0 && closeRate >= 0 && closeRate <= 1 && favorPointWorth > 0 && Number.isFinite(value))) {
      throw unfit("amount", "at least 0, closeRate in [0, 1], favorPointWorth above 0, all finite");
    }
    return value;
  });
}
