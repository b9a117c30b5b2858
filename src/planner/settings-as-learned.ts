import { type LearnedProfile, learnedModel } from "../learning/index.js";
import { learnedDoubt } from "../learning/learned-doubt.js";
import { resolveTieModel } from "../ties/index.js";
import type { Settings } from "./settings.js";

/**
 * The settings with what was learned, and how sure it is, in place of any calibration that was given. That was learned from what the formula says
 * without one.
 * @throws WarmpathError `INVALID_ARGUMENT` where a profile's priors break a law of the tie model.
 */
export function settingsAsLearned(settings: Settings, profile: LearnedProfile): Settings {
  const { priors, calibration } = learnedModel(profile, { ...settings.ties.priors });
  const { uncertainty: u, priors: given } = settings.ties;
  const ofRole = u.consent * Math.sqrt(u.common);
  const left = learnedDoubt(profile, {
    first: ofRole,
    relay: ofRole,
    last: ofRole,
    knows: Math.log(u.fewerTied * u.moreTied) / (2 * u.spread),
    cold: (u.colder + u.warmer) / (2 * u.spread),
  });
  const ties = {
    ...settings.ties,
    priors: { ...given, ...priors },
    calibration,
    uncertainty: { ...u, ...left },
  };
  return { ...settings, ties: resolveTieModel(ties) };
}
