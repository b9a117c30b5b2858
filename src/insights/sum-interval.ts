/**
 * Mean and 5% and 95% points of the sum of independent yes-or-no chances, given as chances and how many there are of each. Exact
 * (the counts' distribution, one chance after the other, far ends cut off) up to `MOST_STEPS`, normal beyond.
 */
export function sumInterval(groups: readonly (readonly [chance: number, count: number])[]): {
  readonly mean: number;
  readonly interval: readonly [number, number];
} {
  let [mean, variance, total] = [0, 0, 0];
  for (const [chance, count] of groups) {
    mean += chance * count;
    variance += chance * (1 - chance) * count;
    total += count;
  }
  const spread = Math.sqrt(variance);
  const most = Math.min(total, Math.ceil(mean + 8 * spread) + 8);
  if (total * most > MOST_STEPS)
    return {
      mean,
      interval: [
        Math.max(0, Math.floor(mean - 1.645 * spread)),
        Math.min(total, Math.ceil(mean + 1.645 * spread)),
      ],
    };
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  for (const [chance, count] of groups)
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
