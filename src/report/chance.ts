import type { ReportWords } from "./report-words.js";

/** A probability as a person reads it. */
export interface ChanceView {
  /** "4 in 100". */
  readonly text: string;
  /** "a long shot", "unlikely", "possible", "good" or "very good", in the language of the view. */
  readonly band: string;
  /** In [0, 1], for plots. */
  readonly probability: number;
  /** 90% interval, where one is known. */
  readonly interval?: readonly [number, number];
}

/** From which probability on a band begins; the lowest has none below. The limits are a matter of wording, no finding. */
export const CHANCE_BANDS: readonly (readonly [string, number])[] = [
  ["very-good", 0.6],
  ["good", 0.35],
  ["possible", 0.15],
  ["unlikely", 0.05],
  ["long-shot", 0],
];

/** A probability in words. */
export function chanceOf(
  words: ReportWords,
  probability: number,
  interval?: readonly [number, number],
  bands: readonly (readonly [string, number])[] = CHANCE_BANDS,
): ChanceView {
  const band = bands.find(([, from]) => probability >= from)?.[0] ?? "long-shot";
  return {
    text: inHundred(words, probability),
    band: words.say(`band.${band}`),
    probability,
    ...(interval === undefined ? {} : { interval }),
  };
}

/** "4 in 100"; never "0 in 100" for what may happen, nor "100 in 100" for what may not. */
export function inHundred(words: ReportWords, probability: number): string {
  const n = Math.round(probability * 100);
  if (probability <= 0) return words.say("chance.zero");
  if (n < 1) return words.say("chance.none");
  return n > 99 ? words.say("chance.all") : words.say("chance.some", { n });
}

/** The ends of an interval, in whole hundredths. */
export function between(words: ReportWords, [low, high]: readonly [number, number]): string {
  return words.say("chance.between", { low: Math.round(low * 100), high: Math.round(high * 100) });
}
