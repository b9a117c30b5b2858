import { WarmpathError } from "../base/index.js";
import { fitLogistic } from "./fit-logistic.js";
import { poolAdjacent } from "./pool-adjacent.js";

/** A forecast and what came of it. */
export interface ForecastOutcome {
  /** In (0, 1). */
  readonly predicted: number;
  readonly success: 0 | 1;
  /** @defaultValue 1 */
  readonly weight?: number | undefined;
}

/**
 * How to correct forecasts. `none`: too few outcomes. `platt`: sigmoid(slope logit p + intercept). `isotonic`: straight lines
 * between the knots, level beyond them; its slope and intercept serve where a strictly rising map is needed (a ranking).
 */
export type Calibration =
  | { readonly method: "none" }
  | { readonly method: "platt"; readonly slope: number; readonly intercept: number }
  | {
      readonly method: "isotonic";
      readonly slope: number;
      readonly intercept: number;
      readonly forecasts: readonly number[];
      readonly values: readonly number[];
    };

/** From how many outcomes on each method is used (README, Calibration). */
export interface CalibrationThresholds {
  /** @defaultValue 30 */
  readonly platt?: number | undefined;
  /** @defaultValue 1000 */
  readonly isotonic?: number | undefined;
}

/**
 * Learns how to correct forecasts from outcomes: nothing below 30 outcomes (weights summed), Platt's scaling with a slope
 * of 0 or more below 1000, isotonic regression from there. Platt's targets are drawn in by one outcome each way, as he did,
 * so that a clean split gives no certainty. Order of the points is irrelevant.
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
  const platt = { slope: fit.coefficients[0]!, intercept: fit.intercept };
  if (total < (thresholds.isotonic ?? 1000)) return { method: "platt", ...platt };
  const blocks = poolAdjacent(
    used.map(({ predicted, success, weight }) => ({ forecast: predicted, value: success, weight })),
  );
  const edge = 1 / (2 * total);
  return {
    method: "isotonic",
    ...platt,
    forecasts: blocks.map(({ forecast }) => forecast),
    values: blocks.map(({ value }) => Math.min(Math.max(value, edge), 1 - edge)),
  };
}

/** Corrects one forecast; never falls where the forecast rises. */
export function calibrate(calibration: Calibration, predicted: number): number {
  if (calibration.method === "none") return predicted;
  if (calibration.method === "platt") {
    const logit = Math.log(predicted / (1 - predicted));
    return 1 / (1 + Math.exp(-(calibration.slope * logit + calibration.intercept)));
  }
  const { forecasts, values } = calibration;
  const above = forecasts.findIndex((forecast) => forecast >= predicted);
  if (above === 0) return values[0]!;
  if (above < 0) return values[values.length - 1]!;
  const [from, to] = [forecasts[above - 1]!, forecasts[above]!];
  const share = (predicted - from) / (to - from);
  return values[above - 1]! + share * (values[above]! - values[above - 1]!);
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
