import { isReadable, parseIso, soundOf, WarmpathError } from "../base/index.js";
import type { Calibration } from "./calibration.js";
import type { LearnedProfile } from "./learn-profile.js";

/**
 * Reads a profile that was saved as JSON: text or the parsed value. Every number and code that is used is checked; fields
 * that this version does not know are left where they are.
 * @throws WarmpathError `PROFILE_INVALID` for what is no profile, or one of another version.
 */
export function readProfile(json: unknown): LearnedProfile {
  return soundOf("profile", () => {
    const value = typeof json === "string" ? parse(json) : json;
    need(isReadable(value), "profile");
    const profile = record(value, "profile");
    need(profile["version"] === 1, "version");
    need(typeof profile["day"] === "string" && Number.isFinite(parseIso(profile["day"])), "day");
    need(profile["status"] === "learned" || profile["status"] === "not-enough-data", "status");
    need(isNumber(profile["outcomes"], 0), "outcomes");
    need(Array.isArray(profile["rates"]), "rates");
    for (const rate of profile["rates"] as unknown[]) checkRate(record(rate, "rates"));
    const calibration = readCalibration(record(profile["calibration"], "calibration"));
    const last = profile["lastCalibration"];
    const own =
      last === undefined ? {} : { lastCalibration: readCalibration(record(last, "lastCalibration")) };
    if (profile["scores"] !== undefined) {
      const scores = record(profile["scores"], "scores");
      for (const name of SCORES) need(isNumber(scores[name]), `scores.${name}`);
    }
    return { ...profile, calibration, ...own } as unknown as LearnedProfile;
  });
}

function checkRate(rate: Readonly<Record<string, unknown>>): void {
  need(LEVELS.includes(rate["level"]) && typeof rate["key"] === "string", "rates.level");
  need(isNumber(rate["shift"]), "rates.shift");
  for (const name of ["prior", "mean"]) need(isNumber(rate[name], 0, 1), `rates.${name}`);
  for (const name of ["successes", "trials", "priorStrength"]) need(isNumber(rate[name], 0), `rates.${name}`);
  need(isNumberList(rate["interval"]) && (rate["interval"] as unknown[]).length === 2, "rates.interval");
}

/** Version 0.1 wrote `isotonic` too, whose slope and intercept were what a plan used. */
function readCalibration(calibration: Readonly<Record<string, unknown>>): Calibration {
  const { method, slope, intercept } = calibration;
  need(method === "none" || method === "platt" || method === "isotonic", "calibration.method");
  if (method === "none") return { method };
  need(isNumber(slope, 0) && isNumber(intercept), "calibration.slope");
  return { method: "platt", slope: slope as number, intercept: intercept as number };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WarmpathError("PROFILE_INVALID", "the profile is to be JSON", { what: "json" });
  }
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  need(typeof value === "object" && value !== null && !Array.isArray(value), what);
  return value as Record<string, unknown>;
}

function isNumber(
  value: unknown,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
}

function isNumberList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => isNumber(item));
}

function need(holds: boolean, what: string): void {
  if (!holds)
    throw new WarmpathError("PROFILE_INVALID", `${what} is not what a profile of version 1 holds`, { what });
}

const LEVELS: readonly unknown[] = ["kind", "source", "method", "connector"];
const SCORES = [
  "outcomes",
  "brier",
  "logLoss",
  "reliability",
  "resolution",
  "uncertainty",
  "withinBins",
  "skill",
];
