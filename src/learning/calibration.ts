import { WarmpathError } from "../base/index.js";
import { fitLogistic } from "./fit-logistic.js";

/** A forecast and what came of it. */
export interface ForecastOutcome {
  /** In (0, 1). */
  readonly predicted: number;
  readonly success: 0 | 1;
  /** @defaultValue 1 */
  readonly weight?: number | undefined;
}

/** How to correct forecasts. `none`: too few outcomes. `platt`: sigmoid(slope logit p + intercept). */
export type Calibration =
  | { readonly method: "none" }
  | { readonly method: "platt"; readonly slope: number; readonly intercept: number };

/** From how many outcomes on a calibration is learned. */
export interface CalibrationThresholds {
  /** @defaultValue 30 */
  readonly platt?: number | undefined;
}

/**
 * Learns how to correct forecasts from outcomes: nothing below 30 outcomes (weights summed), from there Platt's scaling
 * (1999) with a slope of 0 or more. Its targets are drawn in by one outcome each way, as in that paper, so that a clean
 * split gives no certainty. The map never falls. Order of the points is irrelevant.
 * @throws WarmpathError `INVALID_ARGUMENT` for a forecast outside (0, 1) or a weight below 0.
 */
export function fitCalibration(
  points: readonly ForecastOutcome[],
  thresholds: CalibrationThresholds = {},
): Calibration {
  const used = inOrder(points);
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  if (total < (thresholds.platt ?? 30)) return { method: "none" };
  const yes = used.reduce((sum, { success, weight }) => sum + success * weight, 0);
  const targets = [1 / (total - yes + 2), (yes + 1) / (yes + 2)] as const;
  const fit = fitLogistic(
    {
      rows: used.map(({ predicted }) => [Math.log(predicted / (1 - predicted))]),
      outcomes: used.map(({ success }) => targets[success]),
      weights: used.map(({ weight }) => weight),
    },
    { least: 0, prior: [1], ridge: 1e-3 },
  );
  return { method: "platt", slope: fit.coefficients[0]!, intercept: fit.intercept };
}

function inOrder(
  points: readonly ForecastOutcome[],
): { predicted: number; success: 0 | 1; weight: number }[] {
  return points
    .map(({ predicted, success, weight = 1 }) => {
      if (!(predicted > 0 && predicted < 1 && weight >= 0 && (success === 0 || success === 1))) {
        throw new WarmpathError(
          "INVALID_ARGUMENT",
          "a forecast lies in (0, 1), success is 0 or 1, a weight 0 or more",
        );
      }
      return { predicted, success, weight };
    })
    .sort((a, b) => a.predicted - b.predicted || a.success - b.success || a.weight - b.weight);
}
