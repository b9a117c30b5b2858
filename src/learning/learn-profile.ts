import { checkShape, isoDay, madeOf, shiftedChance, soundOf, utcDay } from "../base/index.js";
import {
  type Calibration,
  type CalibrationThresholds,
  type ForecastOutcome,
  fitCalibration,
} from "./calibration.js";
import { type LearnedRate, learnRates, type RateLevel, type RateOptions } from "./learn-rates.js";
import { DEFAULT_LEARNING_SETTINGS } from "./learning-settings.js";
import { type Outcome, weighOutcomes } from "./outcome.js";
import { type ForecastScores, scoreForecasts } from "./score-forecasts.js";

/** What outcomes taught: plain JSON, to be kept under version control, shared in a team, and applied to a fresh network. */
export interface LearnedProfile {
  readonly version: 1;
  /** UTC day as of which it was learned. */
  readonly day: string;
  /** `not-enough-data`: fewer than 30 outcomes; the rates are there, close to their priors. */
  readonly status: "learned" | "not-enough-data";
  /** Outcomes after decay and censoring. */
  readonly outcomes: number;
  readonly rates: readonly LearnedRate[];
  /** Of those who are asked to pass on; of all legs where `lastCalibration` is absent (profiles of version 0.1). */
  readonly calibration: Calibration;
  /** Of the targets' own answers. */
  readonly lastCalibration?: Calibration;
  /** Of the forecasts as they were made, before anything learned; absent without outcomes. */
  readonly scores?: ForecastScores;
}

/** Options of {@link learnProfile}. */
export interface ProfileOptions extends RateOptions {
  readonly thresholds?: CalibrationThresholds | undefined;
  /** Outcomes from which on the profile calls itself learned. @defaultValue 30 */
  readonly enough?: number | undefined;
}

/**
 * Learns from outcomes: rates by kind, source, method and connector. Then come calibrations of what these leave over, one of
 * connectors and one of targets, and the scores of the forecasts as made. Where no target's answer was ever recorded, their
 * silence says nothing. Only asks that were made are seen: learn per policy (filter by `outcome.policy`) where two are
 * compared. Same outcomes in any order, same profile.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`.
 */
export function learnProfile(outcomes: readonly Outcome[], options: ProfileOptions): LearnedProfile {
  return madeOf("outcomes", () => {
    checkShape(outcomes, ["object"], "outcomes");
    const used = outcomesTold(outcomes);
    const rates = learnRates(used, options);
    // Whether a guess holds is no consent: rates alone learn it.
    const consents = weighOutcomes(used, options).filter(({ outcome }) => !GUESSES.has(outcome.kind));
    const shiftOf = learnedShifts({ rates });
    // Without the shifts of single connectors: drawn towards the very answers, they would teach too steep a slope.
    const corrected = (isOfTarget: boolean): ForecastOutcome[] =>
      consents
        .filter(({ outcome }) => TARGET_KINDS.has(outcome.kind) === isOfTarget)
        .map(({ outcome, success, weight }) => {
          const sum = SHARED_LEVELS.reduce((total, level) => total + shiftOf(level, outcome[level]), 0);
          return { predicted: shiftedChance(outcome.predicted, sum), success, weight };
        });
    const scores = scoreForecasts(
      consents.map(({ outcome, success, weight }) => ({ predicted: outcome.predicted, success, weight })),
    );
    const count = scores?.outcomes ?? 0;
    return {
      version: 1,
      day: isoDay(utcDay(options.now, "now")),
      status: count < (options.enough ?? DEFAULT_LEARNING_SETTINGS.enough) ? "not-enough-data" : "learned",
      outcomes: count,
      rates,
      calibration: fitCalibration(corrected(false), options.thresholds),
      lastCalibration: fitCalibration(corrected(true), options.thresholds),
      ...(scores === undefined ? {} : { scores }),
    };
  });
}

/** Without the silence of targets where nobody wrote down a single answer of one. */
export function outcomesTold(outcomes: readonly Outcome[]): readonly Outcome[] {
  const isOfTarget = ({ kind }: Outcome): boolean => TARGET_KINDS.has(kind) || kind === "cold";
  const isTold = outcomes.some((outcome) => isOfTarget(outcome) && outcome.result !== "pending");
  return isTold ? outcomes : outcomes.filter((outcome) => !isOfTarget(outcome));
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
  return madeOf("profile", () => {
    checkShape(profile, { rates: ["object"] }, "profile");
    checkShape(ask, "object", "ask");
    const shiftOf = learnedShifts(profile);
    return {
      source: shiftOf("source", ask.source),
      method: shiftOf("method", ask.method),
      connector: shiftOf("connector", ask.connector),
    };
  });
}

/**
 * The profile as part of a tie model. What it says of roles and guesses, slopes and intercepts, stands in the group
 * `calibration`. So the formula itself stays as it was. An outcome may also have been of a single prior, by its name
 * (`remote`, `lastWeak`). Of `priors`, those that the forecasts were made with, these come back shifted.
 */
export function learnedModel(
  profile: LearnedProfile,
  priors: Readonly<Record<string, number>> = {},
): {
  readonly priors: Readonly<Record<string, number>>;
  readonly calibration: Readonly<Record<LearnedKind | CalibrationNumber, number>>;
} {
  return soundOf("profile", () => {
    checkShape(profile, { rates: ["object"] }, "profile");
    checkShape(priors, "object", "priors");
    const { calibration, lastCalibration = calibration } = profile;
    const kinds = profile.rates.filter(({ level }) => level === "kind");
    const shiftOf = (kind: LearnedKind): number => kinds.find(({ key }) => key === kind)?.shift ?? 0;
    const [first, last] = [lineOf(calibration), lineOf(lastCalibration)];
    const named = kinds.filter(({ key }) => !ROLES.includes(key) && Object.hasOwn(priors, key));
    return {
      priors: Object.fromEntries(named.map(({ key, shift }) => [key, shiftedChance(priors[key]!, shift)])),
      calibration: {
        first: shiftOf("first"),
        relay: shiftOf("relay"),
        last: shiftOf("last"),
        knows: shiftOf("knows"),
        cold: shiftOf("cold"),
        slope: 1,
        intercept: 0,
        firstSlope: first.slope,
        firstIntercept: first.intercept,
        lastSlope: last.slope,
        lastIntercept: last.intercept,
      },
    };
  });
}

function lineOf(calibration: Calibration): { readonly slope: number; readonly intercept: number } {
  return calibration.method === "none" ? { slope: 1, intercept: 0 } : calibration;
}

/** What the profile says of any key of a level, in log-odds; 0 where nothing. */
export function learnedShifts(
  profile: Pick<LearnedProfile, "rates">,
): (level: RateLevel, key: string | undefined) => number {
  return madeOf("profile", () => {
    checkShape(profile, { rates: ["object"] }, "profile");
    const { rates } = profile;
    const known = new Map(rates.map(({ level, key, shift }) => [`${level} ${key}`, shift]));
    return (level, key) => (key === undefined ? 0 : (known.get(`${level} ${key}`) ?? 0));
  });
}

type LearnedKind = "first" | "relay" | "last" | "knows" | "cold";
type CalibrationNumber =
  | "slope"
  | "intercept"
  | "firstSlope"
  | "firstIntercept"
  | "lastSlope"
  | "lastIntercept";

const ROLES: readonly string[] = ["first", "relay", "last", "knows", "cold"];
/** Kinds of a target's own yes: the role, and its two priors. */
const TARGET_KINDS: ReadonlySet<string> = new Set(["last", "lastStrong", "lastWeak"]);
/** Kinds of what is guessed of a tie that nobody has seen. */
const GUESSES: ReadonlySet<string> = new Set(["knows", "cold"]);
const SHARED_LEVELS: readonly RateLevel[] = ["kind", "source", "method"];
