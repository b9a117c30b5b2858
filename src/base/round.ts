/**
 * Rounds to 12 significant digits, so that numbers which differ by the last bits of a libm give the same bytes in a plan.
 * Negative zero becomes zero.
 */
export function roundForPlan(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(12));
}
