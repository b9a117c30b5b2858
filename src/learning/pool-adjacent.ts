/** A run of forecasts that isotonic regression gives one value. */
export interface Block {
  readonly weight: number;
  /** Weighted means of what was forecast and of what came. */
  readonly forecast: number;
  readonly value: number;
}

/**
 * Isotonic regression by pooling adjacent violators (least squares, weighted): the non-decreasing values nearest to the
 * outcomes when ordered by forecast. Equal forecasts are one point. Keeps the weighted mean; O(n log n).
 * Blocks come with forecasts rising strictly and values rising strictly.
 */
export function poolAdjacent(
  points: readonly { readonly forecast: number; readonly value: number; readonly weight: number }[],
): Block[] {
  const sorted = [...points].sort(
    (a, b) => a.forecast - b.forecast || a.value - b.value || a.weight - b.weight,
  );
  const blocks: Block[] = [];
  for (const point of sorted) {
    let block: Block = point;
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.forecast < block.forecast && last.value < block.value) break;
      blocks.pop();
      block = pooled(last, block);
    }
    blocks.push({ weight: block.weight, forecast: block.forecast, value: block.value });
  }
  return blocks;
}

function pooled(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  const mean = (x: number, y: number) => (x === y ? x : (a.weight * x + b.weight * y) / weight);
  return { weight, forecast: mean(a.forecast, b.forecast), value: mean(a.value, b.value) };
}
