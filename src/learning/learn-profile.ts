import { isoDay, utcDay } from "../base/index.js";
import {
  type Calibration,
  type CalibrationThresholds,
  type ForecastOutcome,
  fitCalibration,
} from "./calibration.js";
import { type LearnedRate, learnRates, type RateLevel, type RateOptions } from "./learn-rates.js";
import { type Outcome, weighOutcomes } from "./outcome.js";
import { type ForecastScores, scoreForecasts } from "./score-forecasts.js";

/** What outcomes taught: plain JSON, to be kept under version control, shared in a team, and applied to a fresh network. */
export interface LearnedProfile {
  readonly version: 1;
  /** UTC day as of which it was learned. */
  readonly day: string;
  /** `not-enough-data`: below the least number for any calibration; the rates are there, close to their priors. */
  readonly status: "learned" | "not-enough-data";
  /** Outcomes after decay and censoring. */
  readonly outcomes: number;
  readonly rates: readonly LearnedRate[];
  readonly calibration: Calibration;
  /** Of the forecasts as they were made, before anything learned; absent without outcomes. */
  readonly scores?: ForecastScores;
}

/** Options of {@link learnProfile}. */
export interface ProfileOptions extends RateOptions {
  readonly thresholds?: CalibrationThresholds | undefined;
}

/**
 * Learns from outcomes: rates by kind, source, method and connector. Then comes a calibration of what these leave over,
 * and the scores of the forecasts as made. Only asks that were made are seen: learn per policy (filter by
 * `outcome.policy`) where two are compared. Same outcomes in any order, same profile.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`.
 */
export function learnProfile(outcomes: readonly Outcome[], options: ProfileOptions): LearnedProfile {
  const rates = learnRates(outcomes, options);
  const weighed = weighOutcomes(outcomes, options);
  const made: ForecastOutcome[] = weighed.map(({ outcome, success, weight }) => ({
    predicted: outcome.predicted,
    success,
    weight,
  }));
  const shiftOf = shifts(rates);
  const corrected = weighed.map(({ outcome, success, weight }) => {
    const sum = LEVELS.reduce((total, level) => total + shiftOf(level, outcome[level]), 0);
    return { predicted: shifted(outcome.predicted, sum), success, weight };
  });
  const calibration = fitCalibration(corrected, options.thresholds);
  const scores = scoreForecasts(made);
  return {
    version: 1,
    day: isoDay(utcDay(options.now, "now")),
    status: calibration.method === "none" ? "not-enough-data" : "learned",
    outcomes: scores?.outcomes ?? 0,
    rates,
    calibration,
    ...(scores === undefined ? {} : { scores }),
  };
}

/** The `learned` terms of a consent request: what the profile says of its source, method and connector; 0 where nothing. */
export function learnedTerms(
  profile: LearnedProfile,
  ask: {
    readonly source?: string | undefined;
    readonly method?: string | undefined;
    readonly connector?: string | undefined;
  },
): { readonly source: number; readonly method: number; readonly connector: number } {
  const shiftOf = shifts(profile.rates);
  return {
    source: shiftOf("source", ask.source),
    method: shiftOf("method", ask.method),
    connector: shiftOf("connector", ask.connector),
  };
}

/**
 * The profile as part of a tie model: the priors of the kinds it has seen, shifted, and the calibration as slope and
 * intercept. `priors` are those that the forecasts were made with. A
 * kind is one of their names, or the role `first` or `last`, which moves both of its priors.
 */
export function learnedModel(
  profile: LearnedProfile,
  priors: Readonly<Record<string, number>>,
): {
  readonly priors: Readonly<Record<string, number>>;
  readonly calibration: { readonly slope: number; readonly intercept: number };
} {
  const { calibration } = profile;
  const moved = profile.rates
    .filter(({ level }) => level === "kind")
    .flatMap(({ key, shift }) => (ROLES.get(key) ?? [key]).map((name) => ({ name, shift })))
    .filter(({ name }) => Object.hasOwn(priors, name));
  return {
    priors: Object.fromEntries(moved.map(({ name, shift }) => [name, shifted(priors[name]!, shift)])),
    calibration:
      calibration.method === "none"
        ? { slope: 1, intercept: 0 }
        : { slope: calibration.slope, intercept: calibration.intercept },
  };
}

function shifts(rates: readonly LearnedRate[]): (level: RateLevel, key: string | undefined) => number {
  const known = new Map(rates.map(({ level, key, shift }) => [`${level} ${key}`, shift]));
  return (level, key) => (key === undefined ? 0 : (known.get(`${level} ${key}`) ?? 0));
}

/** A probability moved by some log-odds, kept off 0 and 1. */
function shifted(p: number, logOdds: number): number {
  const moved = 1 / (1 + ((1 - p) / p) * Math.exp(-logOdds));
  return Math.min(Math.max(moved, Number.EPSILON), 1 - Number.EPSILON);
}

/** Priors of the tie model by the role of a leg. */
const ROLES: ReadonlyMap<string, readonly string[]> = new Map([
  ["first", ["inPerson", "remote"]],
  ["last", ["lastStrong", "lastWeak"]],
]);
const LEVELS: readonly RateLevel[] = ["kind", "source", "method", "connector"];
