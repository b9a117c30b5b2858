import { expect } from "vitest";

/** How much work a run was, in any unit. */
export type MeasureWork = (run: () => unknown) => Promise<number>;

let measureWork: MeasureWork | undefined;

/** Has {@link expectLinear} measure: the long tests do so by processor time, which no test of `npm test` may depend on. */
export function measureWith(measure: MeasureWork): void {
  measureWork = measure;
}

/**
 * Runs on an input and on one four times as long. Where work is measured, the longer one may cost at most ten times as
 * much, where a square would cost sixteen. The best of some rounds counts, as other processes only add.
 */
export async function expectLinear(make: (length: number) => () => unknown, length: number): Promise<void> {
  const [short, long] = [make(length), make(4 * length)];
  if (measureWork === undefined) {
    await short();
    return;
  }
  await short();
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && ratio > 10; round++) {
    const [a, b] = [await measureWork(short), await measureWork(long)];
    ratio = Math.min(ratio, b < 2 ? 0 : b / Math.max(a, 0.05));
  }
  expect(ratio).toBeLessThan(10);
}
