/** An amount in favor points, three digits. */
export function fp(amount: number): string {
  return `${Number(amount.toPrecision(3))} fp`;
}

/** A probability in whole percent, tenths below 10%; "under 0.1%" for what is less but not nothing. */
export function percent(probability: number): string {
  if (probability > 0 && probability < 0.001) return "under 0.1%";
  const digits = probability < 0.1 ? 10 : 1;
  return `${Math.round(probability * 100 * digits) / digits}%`;
}
