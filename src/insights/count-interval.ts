import { roundForPlan, Z90 } from "../base/index.js";

/*
 * Intervals of counts by what was put in. Both rest on points of a Gamma distribution (Wilson & Hilferty 1931): within a tenth of the
 * exact ones from one case on. For shares use `rateOf`.
 */

/**
 * 90% interval of what is to be expected where `count` came for so much put in, for each unit of it (Garwood 1936, for a Poisson count).
 * Of none it begins at 0.
 */
export function countInterval(count: number, per: number): readonly [number, number] {
  const low = count === 0 ? 0 : gammaPoint(count, 1 / count, -Z90);
  return [roundForPlan(low / per), roundForPlan(gammaPoint(count + 1, 1 / (count + 1), Z90) / per)];
}

/** 5% to 95% of a Gamma distribution of a mean and a variance over its square. */
export function gammaInterval(mean: number, spread: number): readonly [number, number] {
  return [roundForPlan(gammaPoint(mean, spread, -Z90)), roundForPlan(gammaPoint(mean, spread, Z90))];
}

function gammaPoint(mean: number, spread: number, z: number): number {
  return mean * Math.max(0, 1 - spread / 9 + (z * Math.sqrt(spread)) / 3) ** 3;
}
