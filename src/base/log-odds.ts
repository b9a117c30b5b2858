/** Log-odds of a probability in (0, 1). */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** The probability of log-odds, kept off 0 and 1 by one machine epsilon so that it stays a chance whatever comes in. */
export function sigmoid(logOdds: number): number {
  const probability = 1 / (1 + Math.exp(-logOdds));
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}

/** A probability in (0, 1) moved by some log-odds; 0 leaves it as it is to the last bit. */
export function shiftedChance(probability: number, logOdds: number): number {
  return logOdds === 0 ? probability : sigmoid(logit(probability) + logOdds);
}

/** Standard deviations within which nine tenths of a normal distribution lie: all intervals are of 90%. */
export const Z90 = 1.645;
