import { checkShape, madeOf, soundOf, unfit, Z90 } from "../base/index.js";
import type { ForecastOutcome } from "./calibration.js";

/** How good forecasts were. Lower is better for `brier`, `logLoss` and `reliability`, higher for `resolution` and `skill`. */
export interface ForecastScores {
  /** Outcomes, weights summed. */
  readonly outcomes: number;
  /** Mean of (p - y)². */
  readonly brier: number;
  /** Mean of -ln of the probability given to what came, clipped at 1e-6. */
  readonly logLoss: number;
  /** Murphy's parts by bins: BS = reliability - resolution + uncertainty + withinBins. */
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** What the bins leave over; 0 where the forecasts of a bin are equal. */
  readonly withinBins: number;
  /** 1 - BS/uncertainty: 0 for always saying the base rate, 1 for certainty; 0 where all outcomes are alike. */
  readonly skill: number;
}

/** One row of a reliability table. */
export interface ReliabilityRow {
  /** Least and greatest forecast in it. */
  readonly from: number;
  readonly to: number;
  readonly outcomes: number;
  readonly forecast: number;
  readonly observed: number;
  /** Wilson's 90% interval of the observed rate. */
  readonly interval: readonly [number, number];
}

/**
 * Brier score with Murphy's parts (1973), log loss and skill; `undefined` without outcomes. Bins: ten of equal width, or of
 * equal count below 200 outcomes, equal forecasts kept together.
 */
export function scoreForecasts(points: readonly ForecastOutcome[]): ForecastScores | undefined {
  return soundOf("points", () => {
    checkShape(points, POINTS, "points");
    const bins = intoBins(points);
    const total = bins.flat().reduce((sum, { weight }) => sum + weight, 0);
    if (!(total > 0)) return undefined;
    const mean = (value: (point: Point) => number, list: readonly Point[], by = total) =>
      list.reduce((sum, point) => sum + point.weight * value(point), 0) / by;
    const all = bins.flat();
    const base = mean(({ success }) => success, all);
    const brier = mean(({ predicted, success }) => (predicted - success) ** 2, all);
    const parts = bins.map((bin) => {
      const weight = bin.reduce((sum, point) => sum + point.weight, 0);
      const rate = mean(({ success }) => success, bin, weight);
      const forecast = mean(({ predicted }) => predicted, bin, weight);
      return { reliability: weight * (forecast - rate) ** 2, resolution: weight * (rate - base) ** 2 };
    });
    const reliability = parts.reduce((sum, part) => sum + part.reliability, 0) / total;
    const resolution = parts.reduce((sum, part) => sum + part.resolution, 0) / total;
    const uncertainty = base * (1 - base);
    return {
      outcomes: total,
      brier,
      logLoss: mean(
        ({ predicted, success }) => -Math.log(Math.max(success === 1 ? predicted : 1 - predicted, 1e-6)),
        all,
      ),
      reliability,
      resolution,
      uncertainty,
      withinBins: brier - reliability + resolution - uncertainty,
      skill: uncertainty === 0 ? 0 : 1 - brier / uncertainty,
    };
  });
}

/** Forecast against observed rate, bin by bin, with Wilson's 90% intervals. Bins as in {@link scoreForecasts}. */
export function reliabilityTable(points: readonly ForecastOutcome[]): ReliabilityRow[] {
  return madeOf("points", () => {
    checkShape(points, POINTS, "points");
    return intoBins(points).map((bin) => {
      const outcomes = bin.reduce((sum, { weight }) => sum + weight, 0);
      const yes = bin.reduce((sum, { weight, success }) => sum + weight * success, 0);
      return {
        from: bin[0]!.predicted,
        to: bin[bin.length - 1]!.predicted,
        outcomes,
        forecast: bin.reduce((sum, { weight, predicted }) => sum + weight * predicted, 0) / outcomes,
        observed: yes / outcomes,
        interval: wilsonInterval(yes, outcomes),
      };
    });
  });
}

/**
 * Wilson's score interval of a rate: `successes` of `trials` (fractions allowed), `spread` standard deviations each way.
 * Without trials it is [0, 1].
 */
export function wilsonInterval(successes: number, trials: number, spread: number = Z90): [number, number] {
  checkShape(successes, "finite", "successes");
  checkShape(trials, "finite", "trials");
  checkShape(spread, "finite", "spread");
  if (!(trials > 0)) return [0, 1];
  const isRate = successes >= 0 && successes <= trials && Number.isFinite((spread * spread) / trials);
  if (!isRate) throw unfit("successes", "a part of the trials");
  const rate = successes / trials;
  const z = (spread * spread) / trials;
  const middle = (rate + z / 2) / (1 + z);
  const half = (spread * Math.sqrt((rate * (1 - rate)) / trials + z / (4 * trials))) / (1 + z);
  return [Math.max(0, Math.min(rate, middle - half)), Math.min(1, Math.max(rate, middle + half))];
}

interface Point {
  readonly predicted: number;
  readonly success: 0 | 1;
  readonly weight: number;
}

function intoBins(points: readonly ForecastOutcome[]): Point[][] {
  const sorted = points
    .map(({ predicted, success, weight = 1 }) => {
      checkShape([predicted, success, weight], ["finite"], "points");
      // A sum with 0 leaves no minus zero.
      return { predicted: predicted + 0, success, weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.predicted - b.predicted || a.success - b.success || a.weight - b.weight);
  const byCount = sorted.length < 200;
  const bins: Point[][] = [];
  let index = -1;
  sorted.forEach((point, k) => {
    const equal = k > 0 && sorted[k - 1]!.predicted === point.predicted;
    const bin = byCount
      ? Math.floor((k * BINS) / sorted.length)
      : Math.min(BINS - 1, Math.floor(point.predicted * BINS));
    if (bin !== index && !equal) {
      bins.push([]);
      index = bin;
    }
    bins[bins.length - 1]!.push(point);
  });
  return bins;
}

const BINS = 10;

const POINTS = [{ predicted: "finite" }] as const;
