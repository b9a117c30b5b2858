import { checkShape, soundOf } from "./check-shape.js";
import { unfit } from "./error.js";
import { mergeSettings, type PartialSettings } from "./merge-settings.js";
import { DEFAULT_HALF_LIVES, daysUntilShare, type HalfLives, halfLifeOf } from "./silence.js";
import { isoDay, type UtcDay, utcDay } from "./time.js";
import { addWorkingDays, DEFAULT_CALENDAR, type WorkCalendar } from "./working-days.js";

/**
 * When to remind, to give up, to thank and to tell. One model serves the schedule of asks not made yet and for what is due of those that
 * were made. Whatever is due falls on a working day. All numbers are assumptions to be overridden.
 */
export interface TimingSettings {
  /** Which days count. @defaultValue Monday to Friday */
  readonly calendar: Required<WorkCalendar>;
  /** Working days in which half of those who will say yes have answered, by medium. @defaultValue email 1, linkedin 3, inmail 3, other 2 */
  readonly halfLife: HalfLives;
  /** Chance of an answer to a question without a named target, which no path gives. @defaultValue 0.5 */
  readonly questionConsent: number;
  /** How many observed answers the half-life above counts for. @defaultValue 4 */
  readonly priorAnswers: number;
  /** Days that an answer within the day counts as, so that a quick answerer's half-life does not reach 0. @defaultValue 0.5 */
  readonly leastDelay: number;
  /** Remind once the chance of a yes has fallen to this share of what it was. @defaultValue 0.5 */
  readonly nudgeShare: number;
  /** Give up once it has fallen to this share, counted anew from the reminder. @defaultValue 0.25 */
  readonly moveOnShare: number;
  /** Working days from sending to the reminder, and from there to giving up, at least. @defaultValue 2 */
  readonly leastDays: number;
  /** The same at most. @defaultValue 30 */
  readonly mostDays: number;
  /** A fixed number of days until the reminder, in place of the shares; null: none. @defaultValue null */
  readonly remindDays: number | null;
  /** A fixed number of days without an answer after which an ask has lapsed, in place of the shares; null: none. @defaultValue null */
  readonly lapseDays: number | null;
  /** Days after which a yes or a claim that nothing followed has lapsed. @defaultValue 30 */
  readonly promiseDays: number;
  /** Days after its lapse in which an ask is listed to be let go. @defaultValue 7 */
  readonly letGoDays: number;
  /** Days from a yes without an introduction to the question whether anything is needed. @defaultValue 5 */
  readonly checkInDays: number;
  /** Days after a claim that nothing has proved. @defaultValue 7 */
  readonly verifyDays: number;
  /** Days from the introduction to the thanks for it. @defaultValue 2 */
  readonly thankDays: number;
  /** Days from a change to the news of it. @defaultValue 2 */
  readonly updateDays: number;
  /** Working days from the target's yes to the message that follows. @defaultValue 1 */
  readonly followThroughDays: number;
  /** Working days from a lent name to the message under it. @defaultValue 1 */
  readonly ownContactDays: number;
}

/** Defaults of {@link TimingSettings}. */
export const DEFAULT_TIMING_SETTINGS: TimingSettings = {
  calendar: DEFAULT_CALENDAR,
  halfLife: DEFAULT_HALF_LIVES,
  questionConsent: 0.5,
  priorAnswers: 4,
  leastDelay: 0.5,
  nudgeShare: 0.5,
  moveOnShare: 0.25,
  leastDays: 2,
  mostDays: 30,
  remindDays: null,
  lapseDays: null,
  promiseDays: 30,
  letGoDays: 7,
  checkInDays: 5,
  verifyDays: 7,
  thankDays: 2,
  updateDays: 2,
  followThroughDays: 1,
  ownContactDays: 1,
};

/**
 * The whole timing of some overrides.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` naming the setting that is unknown or out of its range.
 */
export function timingSettings(own?: PartialSettings<TimingSettings>): TimingSettings {
  if (own === undefined) return DEFAULT_TIMING_SETTINGS;
  const timing = mergeSettings(DEFAULT_TIMING_SETTINGS, own, "timing", ["halfLife"]);
  const { calendar, halfLife, nudgeShare, moveOnShare, lapseDays, remindDays } = timing;
  const share = (value: number): boolean => value > 0 && value < 1;
  const laws: readonly (readonly [string, boolean])[] = [
    ["halfLife", Object.values(halfLife).every((days) => days > 0)],
    ["leastDelay", timing.leastDelay > 0],
    ["questionConsent", share(timing.questionConsent)],
    ["nudgeShare", share(nudgeShare)],
    ["moveOnShare", share(moveOnShare)],
    ["mostDays", timing.mostDays >= timing.leastDays],
    ["lapseDays", lapseDays === null || (lapseDays > 0 && lapseDays >= (remindDays ?? 0))],
    ["promiseDays", timing.promiseDays > 0],
    ["calendar.weekdays", calendar.weekdays.some((day) => [0, 1, 2, 3, 4, 5, 6].includes(day))],
  ];
  for (const [name, holds] of laws) {
    const what = `timing.${name}`;
    if (!holds) throw unfit(what, "within its range");
  }
  for (const holiday of calendar.holidays) utcDay(holiday, "holiday");
  return timing;
}

/**
 * Half-life of somebody's answers in working days. It is the medium's, drawn towards their own delays as they are seen (their mean times
 * ln 2, the median of an exponential).
 * @throws WarmpathError `INVALID_ARGUMENT` for a delay below 0.
 */
export function answerHalfLife(
  medium: string | undefined,
  delays: readonly number[] = [],
  model?: PartialSettings<TimingSettings>,
): number {
  return soundOf("model", () => {
    checkShape(medium, "text?", "medium");
    checkShape(delays, ["finite"], "delays");
    return halfLifeBy({ medium, delays }, timingSettings(model));
  });
}

/** What one waits for. */
export interface Wait {
  readonly sentOn: Date | string;
  /** Chance of a yes when it was sent. */
  readonly probability: number;
  /** `email`, `linkedin`, another key of the half-lives, or a channel of one. @defaultValue "email" */
  readonly medium?: string | undefined;
  /** Working days that the one asked took to answer before. */
  readonly delays?: readonly number[] | undefined;
  /** When the reminder was sent. @defaultValue on its day */
  readonly remindedOn?: Date | string | undefined;
}

/** What one waits for, and the numbers to go by where they are not the defaults. */
export interface Waiting extends Wait {
  readonly calendar?: WorkCalendar | undefined;
  readonly model?: PartialSettings<TimingSettings> | undefined;
}

/** Days (ISO) on which to remind once and to turn to the next one. */
export interface WaitingDays {
  readonly nudgeOn: string;
  readonly moveOnOn: string;
  /** Working days. */
  readonly halfLife: number;
}

/**
 * How long to wait for an answer before the one reminder, and then before giving up; both are working days.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`.
 */
export function waitingDays(waiting: Waiting): WaitingDays {
  return soundOf("waiting", () => {
    const { calendar, model, ...wait } = waiting;
    const timing = timingSettings(model);
    return waitWith({ ...timing, calendar: { ...timing.calendar, ...calendar } }, wait);
  });
}

/** {@link waitingDays} by settings that are whole and checked. */
export function waitWith(timing: TimingSettings, wait: Wait): WaitingDays {
  const { calendar, remindDays, lapseDays } = timing;
  const halfLife = halfLifeBy(wait, timing);
  const untilShare = (from: UtcDay, share: number): UtcDay => {
    const days = Math.ceil(daysUntilShare(wait.probability, share, halfLife) - 1e-9);
    const within = Number.isFinite(days) ? Math.min(timing.mostDays, days) : 0;
    return addWorkingDays(from, Math.max(timing.leastDays, within), calendar);
  };
  const sent = utcDay(wait.sentOn, "sentOn");
  const reminded = wait.remindedOn === undefined ? undefined : utcDay(wait.remindedOn, "remindedOn");
  const nudge =
    reminded ??
    (remindDays === null
      ? untilShare(sent, timing.nudgeShare)
      : addWorkingDays(sent + remindDays, 0, calendar));
  const moveOn =
    lapseDays === null
      ? untilShare(nudge, timing.moveOnShare)
      : addWorkingDays((reminded ?? sent) + lapseDays, 0, calendar);
  return { nudgeOn: isoDay(Math.min(nudge, moveOn)), moveOnOn: isoDay(moveOn), halfLife };
}

function halfLifeBy(
  { medium, delays = [] }: Pick<Wait, "medium" | "delays">,
  { halfLife, priorAnswers, leastDelay }: TimingSettings,
): number {
  if (delays.some((delay) => !(delay >= 0 && Number.isFinite(delay)))) {
    throw unfit("delays", "finite and at least 0");
  }
  const seen = delays.reduce((sum, delay) => sum + Math.max(delay, leastDelay), 0);
  return (halfLifeOf(medium, halfLife) * priorAnswers + Math.LN2 * seen) / (priorAnswers + delays.length);
}
