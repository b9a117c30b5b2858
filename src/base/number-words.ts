/** An amount of goodwill in ordinary favors (favor points), three digits where no other number is asked for. */
export function favors(amount: number, digits = 3): string {
  const shown = Number(amount.toPrecision(digits));
  return `${shown} ${shown === 1 ? "favor" : "favors"}`;
}

/** A probability in whole percent, tenths below 10%; "under 0.1%" for what is less but not nothing. */
export function percent(probability: number, finer = 1): string {
  if (probability > 0 && probability * finer < 0.001) return `under ${0.1 / finer}%`;
  const digits = (probability < 0.1 ? 10 : 1) * finer;
  return `${Math.round(probability * 100 * digits) / digits}%`;
}

/** Two probabilities with as many digits as tell them apart: never "20% instead of 20%". Equal ones are written alike. */
export function percents(a: number, b: number): readonly [string, string] {
  return apart(a, b, (x, more) => percent(x, 10 ** more));
}

/** Two amounts in favors, likewise. */
export function amounts(a: number, b: number): readonly [string, string] {
  return apart(a, b, (x, more) => favors(x, 3 + more));
}

function apart(a: number, b: number, words: (x: number, more: number) => string): readonly [string, string] {
  for (let more = 0; more < MOST_DIGITS && a !== b; more++) {
    const pair = [words(a, more), words(b, more)] as const;
    if (pair[0] !== pair[1]) return pair;
  }
  return [words(a, 0), words(b, 0)];
}

/** Digits beyond the usual ones; numbers of a plan have no more. */
const MOST_DIGITS = 6;
