import type { TieScore, TieScorer } from "../ties/index.js";

/** What ties count for from both their sides, side by side. */
export interface Scores {
  /** Strength of each tie; changed where evidence changes. */
  strengths: Float64Array;
  /** How far nothing was ever heard. */
  silences: Float64Array;
  /** Consent of passing on by those; NaN where nobody has needed it yet. */
  consents: Float64Array;
}

/** 0: the one at a tie's `from` asks; 1: the other. */
export const SIDES = [0, 1] as const;

/** Score of a tie from one of its sides. */
export function scoreAt(
  { strengths, silences }: Pick<Scores, "strengths" | "silences">,
  tie: number,
  side: 0 | 1,
): TieScore {
  return { strength: strengths[2 * tie + side]!, neverSpoken: silences[2 * tie + side]! };
}

/** Keeps it; what it comes to is worked out when it is needed. */
export function keepScore(
  { strengths, silences, consents }: Scores,
  tie: number,
  side: 0 | 1,
  score: TieScore,
): void {
  strengths[2 * tie + side] = score.strength;
  silences[2 * tie + side] = score.neverSpoken;
  consents[2 * tie + side] = Number.NaN;
}

/** Takes over what is known of a tie of other lists. */
export function copyScore(from: Scores, origin: number, to: Scores, tie: number, side: 0 | 1): void {
  for (const name of ["strengths", "silences", "consents"] as const)
    to[name][2 * tie + side] = from[name][2 * origin + side]!;
}

/** Consent of passing on over a tie from one of its sides, worked out once. */
export function consentAt(ties: Scores, scorer: TieScorer, tie: number, side: 0 | 1): number {
  const index = 2 * tie + side;
  if (Number.isNaN(ties.consents[index]!)) ties.consents[index] = scorer.ofTie(scoreAt(ties, tie, side));
  return ties.consents[index]!;
}
