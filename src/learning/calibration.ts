import { checkShape, logit, madeOf, unfit } from "../base/index.js";
import { fitLogistic } from "./fit-logistic.js";
import { DEFAULT_LEARNING_SETTINGS } from "./learning-settings.js";

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
  /** For each of the two calibrations, weights summed; below it the rates stand alone. @defaultValue 150 */
  readonly platt?: number | undefined;
  /** Standard deviation of the prior of slope and shift, above 0. @defaultValue 0.3 */
  readonly spread?: number | undefined;
}

/**
 * Learns how to correct forecasts from outcomes: nothing below 150 outcomes (weights summed), from there Platt's scaling
 * (1999) with a slope of 0 or more. Slope and shift have the priors N(1, 0.3²) and N(0, 0.3²) around the mean forecast. So
 * forecasts without spread leave the slope at 1, and a clean split gives no certainty. The map never falls. Order of the
 * points is irrelevant.
 * @throws WarmpathError `INVALID_ARGUMENT` for a forecast outside (0, 1), a weight below 0, or a threshold that is none.
 */
export function fitCalibration(
  points: readonly ForecastOutcome[],
  thresholds: CalibrationThresholds = {},
): Calibration {
  return madeOf("points", () => {
    checkShape(points, ["object"], "points");
    checkShape(thresholds, "object", "thresholds");
    const { calibrateFrom, calibrationSpread } = DEFAULT_LEARNING_SETTINGS;
    const { platt = calibrateFrom, spread = calibrationSpread } = thresholds;
    if (!(platt >= 0 && spread > 0)) throw unfit("thresholds", "0 or more for platt, above 0 for spread");
    const used = inOrder(points);
    const total = used.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0 || total < platt) return { method: "none" };
    const logOdds = used.map(({ predicted }) => logit(predicted));
    const middle = logOdds.reduce((sum, x, i) => sum + x * used[i]!.weight, 0) / total;
    const fit = fitLogistic(
      {
        rows: logOdds.map((x) => [x - middle]),
        outcomes: used.map(({ success }) => success),
        weights: used.map(({ weight }) => weight),
      },
      { least: 0, prior: [1, middle], ridge: 1 / spread ** 2 },
    );
    const slope = fit.coefficients[0]!;
    return { method: "platt", slope, intercept: fit.intercept - slope * middle };
  });
}

function inOrder(
  points: readonly ForecastOutcome[],
): { predicted: number; success: 0 | 1; weight: number }[] {
  return points
    .map(({ predicted, success, weight = 1 }) => {
      if (!(predicted > 0 && predicted < 1 && weight >= 0 && (success === 0 || success === 1))) {
        throw unfit("predicted, success or weight", "in (0, 1), 0 or 1, 0 or more");
      }
      return { predicted, success, weight };
    })
    .sort((a, b) => a.predicted - b.predicted || a.success - b.success || a.weight - b.weight);
}
