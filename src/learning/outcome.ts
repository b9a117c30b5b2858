import {
  chanceAfterSilence,
  checkShape,
  type HalfLives,
  halfLifeOf,
  madeOf,
  type UtcDay,
  utcDay,
  WarmpathError,
  type WorkCalendar,
  workingDaysBetween,
} from "../base/index.js";
import { DEFAULT_LEARNING_SETTINGS } from "./learning-settings.js";

/** What became of one ask, as plain values that any tracker can give. */
export interface Outcome {
  /** Which prior it was made under: the name of one of the tie model's (`remote`, `lastWeak`, …), or the role of its leg. */
  readonly kind: string;
  /** Referral source and method, where known: any codes. */
  readonly source?: string | undefined;
  readonly method?: string | undefined;
  /** How much it counts, above 0 to 1: less than 1 where it is only likely that it was this that was answered. @defaultValue 1 */
  readonly weight?: number | undefined;
  /** Id of the one who was asked. */
  readonly connector?: string | undefined;
  /** Consent by the formula when the ask was made, in (0, 1), without terms learned before. */
  readonly predicted: number;
  /** When it was asked: ISO 8601. */
  readonly at: string;
  readonly result: "yes" | "no" | "pending";
  /** Where the answer leaves open what it was about: how likely that holds. It counts as a yes by it, as a no by the rest. */
  readonly holds?: number | undefined;
  /** Chance that any answer comes, where it is another than `predicted`: by it silence is weighed. */
  readonly answered?: number | undefined;
  /** How it was asked; silence on `linkedin` and `inmail` says less than on mail. */
  readonly medium?: string | undefined;
  /** Which rule chose to ask, for scores by policy: only asks that were made are seen. */
  readonly policy?: string | undefined;
}

/** How outcomes are weighed. */
export interface OutcomeWeighing {
  readonly now: Date | string;
  /** Days in which an outcome loses half its weight; `Infinity`: none is lost. @defaultValue 365 */
  readonly halfLifeDays?: number | undefined;
  /** Half-lives of hope for an unanswered ask, by medium. @defaultValue those of `TimingSettings` */
  readonly silenceHalfLives?: HalfLives | undefined;
  /** Which days count as silence. @defaultValue every day */
  readonly calendar?: WorkCalendar | undefined;
}

/** An outcome as evidence: how much it counts, and as what. */
export interface WeighedOutcome {
  readonly outcome: Outcome;
  readonly success: 0 | 1;
  readonly weight: number;
}

/**
 * Weighs outcomes as of `now`: an answer counts 2^(-age/365); one that is dated later does not count. A pending ask is
 * censored, not failed. It counts as a failure by 1 - q/p, where q is the silence posterior of its chance p. That is
 * not at all on the first day, and wholly once no answer is to be hoped for. (With no answer of likelihood 1 - p(1 -
 * S), that is the share of a failure which moves a rate as much.) Order is kept.
 * @throws WarmpathError `INVALID_ARGUMENT` for an outcome that is none, `INVALID_DATE` for a time that cannot be read.
 */
export function weighOutcomes(outcomes: readonly Outcome[], weighing: OutcomeWeighing): WeighedOutcome[] {
  return madeOf("outcomes", () => {
    checkShape(outcomes, ["object"], "outcomes");
    const today = utcDay(weighing.now, "now");
    const halfLife = weighing.halfLifeDays ?? DEFAULT_LEARNING_SETTINGS.halfLifeDays;
    if (!(halfLife > 0)) throw bad("a half-life is to be above 0");
    const weighed: WeighedOutcome[] = [];
    for (const outcome of outcomes) {
      const day = dayOf(outcome);
      const age = today - day;
      if (age < 0) continue;
      const silence = halfLifeOf(outcome.medium, weighing.silenceHalfLives);
      const { predicted, result, answered = predicted, holds = result === "yes" ? 1 : 0 } = outcome;
      const silent = (): number =>
        weighing.calendar === undefined ? age : workingDaysBetween(day, today, weighing.calendar);
      const heard = result === "pending" ? 1 - chanceAfterSilence(answered, silent(), silence) / answered : 1;
      const weight = (outcome.weight ?? 1) * heard * 2 ** (-age / halfLife);
      if (weight * holds > 0) weighed.push({ outcome, success: 1, weight: weight * holds });
      if (weight * (1 - holds) > 0) weighed.push({ outcome, success: 0, weight: weight * (1 - holds) });
    }
    return weighed;
  });
}

function dayOf(outcome: Outcome): UtcDay {
  checkShape(outcome, { kind: "text", source: "text?", method: "text?", connector: "text?" }, "outcome");
  const { predicted, result, weight = 1, holds = 0, answered = 1 } = outcome;
  if (!(weight >= 0 && weight <= 1)) throw bad("outcome.weight is to lie between 0 and 1");
  if (!(holds >= 0 && holds <= 1)) throw bad("outcome.holds is to lie between 0 and 1");
  if (!(answered > 0 && answered <= 1)) throw bad("outcome.answered is to lie above 0, at most 1");
  if (!(predicted > 0 && predicted < 1)) throw bad("outcome.predicted is to lie between 0 and 1");
  if (result !== "yes" && result !== "no" && result !== "pending")
    throw bad("outcome.result is to be yes, no or pending");
  return utcDay(outcome.at, "outcome.at");
}

function bad(message: string): WarmpathError {
  return new WarmpathError("INVALID_ARGUMENT", message);
}
