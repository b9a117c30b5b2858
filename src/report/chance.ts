import { unfit } from "../base/index.js";
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

/** Name of a band and the probability from which on it holds. */
export type ChanceBand = readonly [
  name: "very-good" | "good" | "possible" | "unlikely" | "long-shot",
  from: number,
];

/** From which probability on a band begins; the lowest has none below. The limits are a matter of wording, no finding. */
export const CHANCE_BANDS: readonly ChanceBand[] = [
  ["very-good", 0.6],
  ["good", 0.35],
  ["possible", 0.15],
  ["unlikely", 0.05],
  ["long-shot", 0],
];

const LOWEST = "long-shot";

/**
 * Bands as a caller gives them, the highest first.
 * @throws WarmpathError `INVALID_ARGUMENT` for a name that no language has, and for limits that do not fall from band to band.
 */
export function checkBands(bands: readonly ChanceBand[] = CHANCE_BANDS): readonly ChanceBand[] {
  const names = new Set<string>(CHANCE_BANDS.map(([name]) => name));
  const isGood =
    Array.isArray(bands) &&
    bands.every(
      ([name, from], i) =>
        names.has(name) && from >= 0 && from <= 1 && from < (bands[i - 1]?.[1] ?? Infinity),
    );
  if (isGood) return bands;
  throw unfit("bands", "names of CHANCE_BANDS with falling limits");
}

/** A probability in words. */
export function chanceOf(
  words: ReportWords,
  probability: number,
  interval?: readonly [number, number],
): ChanceView {
  const band = words.bands.find(([, from]) => probability >= from)?.[0] ?? LOWEST;
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
