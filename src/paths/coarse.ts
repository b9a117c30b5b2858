/** One significant digit: as much as is shown of what a masked tie tells. */
export function oneDigit(amount: number): number {
  return Number(amount.toPrecision(1)) + 0;
}

/** A chance with one digit, and off certainty. */
export function coarse(probability: number): number {
  return Math.min(0.9, oneDigit(probability));
}
