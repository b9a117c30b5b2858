import { isoDay, type UtcDay, utcDay, WarmpathError } from "../base/index.js";

/** When to wait, to nudge and to move on. Assumptions to override (README, Timing; none is measured). */
export interface TimingModel {
  /** Working days in which half of those who will say yes have answered, by medium. @defaultValue email 1, linkedin 3, other 2 */
  readonly halfLife: Readonly<Record<string, number>>;
  /** How many observed answers the half-life above counts for. @defaultValue 4 */
  readonly priorAnswers: number;
  /** Nudge once the chance of a yes has fallen to this share of what it was. @defaultValue 0.5 */
  readonly nudgeShare: number;
  /** Move on once it has fallen to this share, counted anew from the nudge. @defaultValue 0.25 */
  readonly moveOnShare: number;
  /** Working days from sending to the nudge, and from the nudge to moving on, at least. @defaultValue 2 */
  readonly leastDays: number;
}

/** Defaults of {@link TimingModel}. */
export const DEFAULT_TIMING: TimingModel = {
  halfLife: { email: 1, linkedin: 3, other: 2 },
  priorAnswers: 4,
  nudgeShare: 0.5,
  moveOnShare: 0.25,
  leastDays: 2,
};

/** Which days count. */
export interface WorkCalendar {
  /** Weekdays that count, 0 = Sunday. @defaultValue all seven */
  readonly weekdays?: readonly number[];
  /** ISO days that do not count. */
  readonly holidays?: readonly string[];
}

/**
 * Chance of a yes after `days` of silence (README, Timing): p S / (1 - p + p S) with S = 2^(-days / halfLife). Starts at p, falls to 0.
 * @throws WarmpathError `INVALID_ARGUMENT` for a probability outside [0, 1], days below 0, a half-life that is not above 0.
 */
export function chanceAfterSilence(probability: number, days: number, halfLife: number): number {
  if (!(probability >= 0 && probability <= 1 && days >= 0 && halfLife > 0)) {
    throw new WarmpathError(
      "INVALID_ARGUMENT",
      "probability in [0, 1], days at least 0 and half-life above 0 are needed",
    );
  }
  const yes = probability * 2 ** (-days / halfLife);
  return yes === 0 ? 0 : yes / (1 - probability + yes);
}

/**
 * Half-life of somebody's answers in days: the medium's, drawn towards his own delays as they are seen (their mean times ln 2,
 * the median of an exponential).
 * @throws WarmpathError `INVALID_ARGUMENT` for a delay below 0.
 */
export function answerHalfLife(
  medium: string,
  delays: readonly number[] = [],
  model: Partial<TimingModel> = {},
): number {
  const { halfLife, priorAnswers } = { ...DEFAULT_TIMING, ...model };
  if (delays.some((delay) => !(delay >= 0 && Number.isFinite(delay)))) {
    throw new WarmpathError("INVALID_ARGUMENT", "delays are to be finite and at least 0");
  }
  const prior = (Object.hasOwn(halfLife, medium) ? halfLife[medium] : halfLife["other"]) ?? 2;
  const seen = delays.reduce((sum, delay) => sum + Math.max(delay, LEAST_DELAY), 0);
  return (prior * priorAnswers + Math.LN2 * seen) / (priorAnswers + delays.length);
}

/** What one waits for. */
export interface Waiting {
  readonly sentOn: Date | string;
  /** Chance of a yes when it was sent. */
  readonly probability: number;
  /** `email`, `linkedin` or another key of the model's half-lives. */
  readonly medium: string;
  /** Days that he took to answer before. */
  readonly delays?: readonly number[] | undefined;
  readonly calendar?: WorkCalendar | undefined;
  readonly model?: Partial<TimingModel> | undefined;
}

/** Days (ISO) on which to remind once and to turn to the next one. */
export interface WaitingDays {
  readonly nudgeOn: string;
  readonly moveOnOn: string;
  /** Working days. */
  readonly halfLife: number;
}

/** How long to wait for an answer before the one nudge, and then before moving on; both are working days. */
export function waitingDays(waiting: Waiting): WaitingDays {
  const model = { ...DEFAULT_TIMING, ...waiting.model };
  const halfLife = answerHalfLife(waiting.medium, waiting.delays, model);
  const sent = utcDay(waiting.sentOn, "sentOn");
  const nudge = addWorkingDays(
    sent,
    daysUntil(waiting.probability, model.nudgeShare, halfLife, model),
    waiting.calendar,
  );
  const moveOn = addWorkingDays(
    nudge,
    daysUntil(waiting.probability, model.moveOnShare, halfLife, model),
    waiting.calendar,
  );
  return { nudgeOn: isoDay(nudge), moveOnOn: isoDay(moveOn), halfLife };
}

/** The day that lies `count` working days after `day`; with 0 the first working day from `day` on. */
export function addWorkingDays(day: UtcDay, count: number, calendar: WorkCalendar = {}): UtcDay {
  const weekdays = new Set(calendar.weekdays ?? [0, 1, 2, 3, 4, 5, 6]);
  const holidays = new Set((calendar.holidays ?? []).map((holiday) => utcDay(holiday, "holiday")));
  let left = count;
  for (let at = day; at < day + SEARCH_DAYS; at++) {
    // 1970-01-01 was a Thursday.
    if (!weekdays.has((((at + 4) % 7) + 7) % 7) || holidays.has(at)) continue;
    if (at === day ? left <= 0 : --left <= 0) return at;
  }
  throw new WarmpathError("INVALID_ARGUMENT", "the calendar has too few working days", { days: SEARCH_DAYS });
}

/** Whole days until the chance has fallen to `share` of p: from p S / (1 - p + p S) = share p. */
function daysUntil(p: number, share: number, halfLife: number, model: TimingModel): number {
  chanceAfterSilence(p, 0, halfLife);
  const survival = (share * (1 - p)) / (1 - share * p);
  const days = survival > 0 ? Math.ceil(-Math.log2(survival) * halfLife - 1e-9) : model.leastDays;
  return Math.min(MOST_DAYS, Math.max(model.leastDays, days));
}

/** Answers within the day count as half a day, so that a quick answerer's half-life does not reach 0. */
const LEAST_DELAY = 0.5;
/** Nobody is waited for longer, working days. */
const MOST_DAYS = 30;
/** Days that are looked at for working days. */
const SEARCH_DAYS = 4_000;
