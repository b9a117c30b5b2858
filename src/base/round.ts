/**
 * Rounds to 12 significant digits, so that numbers which differ by the last bits of a libm give the same bytes in a plan.
 * Negative zero becomes zero.
 */
export function roundForPlan(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(12));
}

/** Rounds to thousandths, as favor points are kept; negative zero becomes zero. */
export function roundToThousandths(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
