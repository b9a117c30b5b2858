import { type LearnedProfile, learnedModel, learnWith, outcomesOfAsks } from "../learning/index.js";
import type { AskStatus } from "../tracking/index.js";
import type { PlannerState } from "./planner-state.js";
import type { Settings } from "./settings.js";

/** Learns from the asks on record as of `now`, and has the planner plan by it. @throws WarmpathError `INVALID_DATE`. */
export function learnAndUse(state: PlannerState, now: Date | string): LearnedProfile {
  const { asks, date } = state.on(now);
  const profile = learnFromAsks(asks, date, state.settings);
  state.use(profile);
  return profile;
}

/**
 * What the asks on record teach as of a day. What was behind an answer to a guess is known only by odds, and these move with
 * what is learned. So both are found in turns (expectation maximization, Dempster, Laird and Rubin 1977) until nothing moves any more.
 */
function learnFromAsks(
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
