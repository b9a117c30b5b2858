import {
  type LearnedProfile,
  learnedShifts,
  learnRatesWith,
  learnWith,
  outcomesOfAsks,
} from "../learning/index.js";
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
  const options = { now, silenceHalfLives: timing.halfLife, calendar: timing.calendar };
  let taught = { knows: 0, last: 0, cold: 0, first: 0 };
  const hasGuess = asks.some(({ ask }) => ask.legs.some(({ inferred }) => inferred));
  for (let turn = 0; hasGuess && turn < MOST_TURNS; turn++) {
    // Kinds come before connectors in learning, so they are the same without them.
    const byKind = outcomesOfAsks(asks, undefined, taught).map(({ connector: _, ...kind }) => kind);
    const shiftOf = learnedShifts({ rates: learnRatesWith(learning, byKind, options) });
    const [before, now] = [taught, { ...taught }];
    for (const kind of KINDS) now[kind] = shiftOf("kind", kind);
    taught = now;
    const moved = KINDS.reduce((sum, kind) => sum + Math.abs(now[kind] - before[kind]), 0);
    if (moved < STILL) break;
  }
  return learnWith(learning, outcomesOfAsks(asks, undefined, taught), options);
}

const KINDS = ["knows", "last", "cold", "first"] as const;
/** Turns at most, and the movement in log-odds below which another one would change no digit that a person reads. */
const MOST_TURNS = 200;
const STILL = 1e-4;
