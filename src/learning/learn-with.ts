import { checkShape, madeOf } from "../base/index.js";
import { type LearnedProfile, learnProfile, outcomesTold, type ProfileOptions } from "./learn-profile.js";
import { type LearnedRate, learnRates } from "./learn-rates.js";
import type { LearningSettings } from "./learning-settings.js";
import type { Outcome } from "./outcome.js";

/** {@link learnProfile} with settings. @throws WarmpathError as it does. */
export function learnWith(
  all: LearningSettings,
  outcomes: readonly Outcome[],
  options: Pick<ProfileOptions, "now" | "silenceHalfLives" | "calendar">,
): LearnedProfile {
  return madeOf("outcomes", () => {
    checkShape(all, "object", "all");
    checkShape(outcomes, ["object"], "outcomes");
    const { calibrateFrom, calibrationSpread, ...settings } = all;
    const thresholds = { platt: calibrateFrom, spread: calibrationSpread };
    return learnProfile(outcomes, { ...settings, ...options, thresholds });
  });
}

/** The rates alone of {@link learnWith}. @throws WarmpathError as it does. */
export function learnRatesWith(
  all: LearningSettings,
  outcomes: readonly Outcome[],
  options: Pick<ProfileOptions, "now" | "silenceHalfLives" | "calendar">,
): LearnedRate[] {
  return madeOf("outcomes", () => {
    checkShape(all, "object", "all");
    checkShape(outcomes, ["object"], "outcomes");
    return learnRates(outcomesTold(outcomes), { ...all, ...options });
  });
}
