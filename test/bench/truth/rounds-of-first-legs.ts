import { logit, sigmoid } from "../../../src/base/index.js";
import {
  type fitCalibration,
  fitLogistic,
  learnedModel,
  learnProfile,
  learnRates,
  type Outcome,
} from "../../../src/learning/index.js";
import type { Truth } from "../../support/answering-world.js";
import { uniforms } from "../../support/learning-oracle.js";

/**
 * Rounds on consents of first legs alone. The rule of version 0.1 learned from the forecasts in use, what was learned among them,
 * a slope without a prior from 30 outcomes on, and laid the whole correction over the formula anew.
 */
export function firstLegRounds(
  truth: Truth,
  seed: number,
  { rounds, asks, rule }: { readonly rounds: number; readonly asks: number; readonly rule: "0.1" | "now" },
): number[] {
  const random = uniforms(seed * 15_485_863);
  const formula = () => sigmoid(-1.6 + 1.6 * (random() - 0.5));
  const outcomes: Outcome[] = [];
  let correct = (p: number): number => p;
  return Array.from({ length: rounds }, () => {
    let error = 0;
    for (let k = 0; k < asks; k++) {
      const p = formula();
      const true_ = sigmoid(truth.slope * logit(p) + truth.first);
      const said = correct(p);
      error += Math.abs(said - true_) / asks;
      const result = random() < true_ ? "yes" : "no";
      outcomes.push({ kind: "first", predicted: rule === "now" ? p : said, at: NOW, result });
    }
    correct = rule === "now" ? learnedFrom(outcomes) : correctionOf0_1(outcomes);
    return error;
  });
}

function learnedFrom(outcomes: readonly Outcome[]): (p: number) => number {
  const { first, firstSlope, firstIntercept } = learnedModel(
    learnProfile(outcomes, { now: NOW }),
  ).calibration;
  return (p) => sigmoid(firstSlope * (logit(p) + first) + firstIntercept);
}

function correctionOf0_1(outcomes: readonly Outcome[]): (p: number) => number {
  const shift = learnRates(outcomes, { now: NOW })[0]?.shift ?? 0;
  const points = outcomes.map(({ predicted, result }) => ({
    predicted: sigmoid(logit(predicted) + shift),
    success: result === "yes" ? (1 as const) : (0 as const),
  }));
  const fit = points.length < 30 ? undefined : unbounded(points);
  return (p) => {
    const shifted = logit(p) + shift;
    return sigmoid(fit === undefined ? shifted : fit.slope * shifted + fit.intercept);
  };
}

/** Platt's scaling with his own targets and no prior. */
function unbounded(points: Parameters<typeof fitCalibration>[0]): {
  readonly slope: number;
  readonly intercept: number;
} {
  const yes = points.reduce((sum, { success }) => sum + success, 0);
  const targets = [1 / (points.length - yes + 2), (yes + 1) / (yes + 2)] as const;
  const { coefficients, intercept } = fitLogistic(
    {
      rows: points.map(({ predicted }) => [logit(predicted)]),
      outcomes: points.map(({ success }) => targets[success]),
    },
    { least: 0, prior: [1], ridge: 1e-3 },
  );
  return { slope: coefficients[0]!, intercept };
}

const NOW = "2026-11-02";
