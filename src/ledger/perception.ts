import type { LedgerModel } from "./ledger-model.js";

/**
 * What a favor is worth to its giver after so many days (README, Perception): it grows in the giver's eyes.
 * @returns In the unit of `amount`; c·[1 + gamma·(1 − 2^(−days/H))].
 */
export function giverView(amount: number, days: number, model: LedgerModel): number {
  return amount * (1 + model.giverGrowth * (1 - 2 ** (-days / model.giverHalfLife)));
}

/**
 * What a favor is worth to its receiver after so many days: more than its size at first, then they forget all but a floor.
 * @param amount Favor points, which also tell how fast it is forgotten.
 * @returns Favor points; c·(1 + rho)·[phi + (1 − phi)·2^(−days/H)].
 */
export function receiverView(amount: number, days: number, model: LedgerModel): number {
  const { receiverPremium, receiverFloor } = model;
  const halfLife = model.receiverHalfLives[sizeClass(amount, model)]?.days ?? 1;
  return amount * (1 + receiverPremium) * (receiverFloor + (1 - receiverFloor) * 2 ** (-days / halfLife));
}

/** Place in `receiverHalfLives` of a favor of this size. */
export function sizeClass(amount: number, model: LedgerModel): number {
  return model.receiverHalfLives.findIndex(({ upTo = Infinity }) => amount <= upTo);
}
