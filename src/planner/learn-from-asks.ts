import {
  type LearnedProfile,
  learnedDoubt,
  learnedModel,
  learnWith,
  outcomesOfAsks,
} from "../learning/index.js";
import { resolveTieModel } from "../ties/index.js";
import type { AskStatus } from "../tracking/index.js";
import type { Settings } from "./settings.js";

/**
 * What the asks on record teach as of a day. What was behind an answer to a guess is known only by odds, and these move with
 * what is learned. So both are found in turns (expectation maximization, Dempster, Laird and Rubin 1977) until nothing moves any more.
 */
export function learnFromAsks(
  asks: readonly AskStatus[],
  now: string,
  { learning, timing }: Settings,
): LearnedProfile {
  const options = { now, silenceHalfLives: timing.halfLife };
  let taught = { knows: 0, last: 0, cold: 0 };
  const hasGuess = asks.some(({ ask }) => ask.legs.some(({ inferred }) => inferred));
  for (let turn = 0; hasGuess && turn < MOST_TURNS; turn++) {
    // Kinds come before connectors in learning, so they are the same without them.
    const byKind = outcomesOfAsks(asks, undefined, taught).map(({ connector: _, ...kind }) => kind);
    const { knows, last, cold } = learnedModel(learnWith(learning, byKind, options)).calibration;
    const moved =
      Math.abs(knows - taught.knows) + Math.abs(last - taught.last) + Math.abs(cold - taught.cold);
    taught = { knows, last, cold };
    if (moved < STILL) break;
  }
  return learnWith(learning, outcomesOfAsks(asks, undefined, taught), options);
}

/** Turns at most, and the movement in log-odds below which another one would change no digit that a person reads. */
const MOST_TURNS = 50;
const STILL = 1e-4;

/**
 * The settings with what was learned, and how sure it is, in place of any calibration that was given. That was learned from what the formula says
 * without one.
 * @throws WarmpathError `INVALID_ARGUMENT` where a profile's priors break a law of the tie model.
 */
export function settingsWith(settings: Settings, profile: LearnedProfile): Settings {
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
