import { Z90 } from "../base/index.js";
/** A chance and how many cases have it. */
export type Chance = readonly [chance: number, count: number];

/** Independent yes-or-no chances with what is summed of them. */
export interface ChanceSum {
  readonly chances: readonly Chance[];
  readonly mean: number;
  readonly variance: number;
  readonly total: number;
}

/** The chances with their sums. */
export function chanceSum(chances: readonly Chance[]): ChanceSum {
  let [mean, variance, total] = [0, 0, 0];
  for (const [chance, count] of chances) {
    mean += chance * count;
    variance += chance * (1 - chance) * count;
    total += count;
  }
  return { chances, mean, variance, total };
}

/**
 * Mean and 5% and 95% points of the number of successes of all of them. Exact (the counts' distribution, one chance after the
 * other, far ends cut off) up to `MOST_STEPS`, normal beyond.
 */
export function sumInterval(sums: readonly ChanceSum[]): {
  readonly mean: number;
  readonly interval: readonly [number, number];
} {
  let [mean, variance, total] = [0, 0, 0];
  for (const sum of sums) {
    mean += sum.mean;
    variance += sum.variance;
    total += sum.total;
  }
  const spread = Math.sqrt(variance);
  const most = Math.min(total, Math.ceil(mean + 8 * spread) + 8);
  if (total * most > MOST_STEPS)
    return {
      mean,
      interval: [
        Math.max(0, Math.floor(mean - Z90 * spread)),
        Math.min(total, Math.ceil(mean + Z90 * spread)),
      ],
    };
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  for (const [chance, count] of sums.flatMap(({ chances }) => chances))
    for (let i = 0; i < count; i++) {
      for (let k = most; k > 0; k--)
        counts[k] = (counts[k] as number) * (1 - chance) + (counts[k - 1] as number) * chance;
      counts[0] = (counts[0] as number) * (1 - chance);
    }
  return { mean, interval: [quantile(counts, 0.05), quantile(counts, 0.95)] };
}

function quantile(counts: Float64Array, share: number): number {
  let sum = 0;
  for (const [count, probability] of counts.entries()) {
    sum += probability;
    if (sum >= share) return count;
  }
  return counts.length - 1;
}

const MOST_STEPS = 30_000;
