import {
  addWorkingDays,
  checkShape,
  compareCodeUnits,
  isoDay,
  type PartialSettings,
  soundOf,
  type TimingSettings,
  timingSettings,
  utcDay,
  type WorkCalendar,
  waitWith,
} from "../base/index.js";
import type { PlannedAsk } from "./planned-ask.js";

/** What to do on a day if every answer is silence or no. */
export interface ScheduledStep {
  /** ISO day. */
  readonly day: string;
  /** `warm`: be in touch without a request. `move-on`: take silence for a no and turn to the next. */
  readonly step: "warm" | "ask" | "nudge" | "move-on";
  readonly ask: string;
  readonly connector: string;
}

/** How a schedule is laid out. */
export interface ScheduleOptions {
  readonly from: Date | string;
  /** Which days count. @defaultValue the timing's */
  readonly calendar?: WorkCalendar | undefined;
  /** How the asks go out. @defaultValue "email" */
  readonly medium?: string | undefined;
  /** Working days by which a warming touch comes before the ask, by connector; absent: none. */
  readonly warmFirst?: ReadonlyMap<string, number> | undefined;
  /** Days that a connector took to answer before. */
  readonly delays?: ReadonlyMap<string, readonly number[]> | undefined;
  readonly model?: PartialSettings<TimingSettings> | undefined;
}

/**
 * Lays planned asks out by day, one open ask at a time. Each is sent on the day on which the one before is given up. It
 * waits for its `readyAt`, and for the lead time of its warming touch, which is made while the one before is open. All
 * days are working days.
 * @throws WarmpathError `INVALID_DATE`; `INVALID_ARGUMENT` for a calendar without working days.
 */
export function scheduleAsks(asks: readonly PlannedAsk[], options: ScheduleOptions): ScheduledStep[] {
  return soundOf("asks", () => {
    checkShape(asks, ["object"], "asks");
    checkShape(options, "object", "options");
    const settings = timingSettings(options.model);
    const calendar = { ...settings.calendar, ...options.calendar };
    const timing = { ...settings, calendar };
    const start = addWorkingDays(utcDay(options.from, "from"), 0, calendar);
    const steps: ScheduledStep[] = [];
    let free = start;
    for (const { id, connector, readiness, legs } of asks) {
      const add = (step: ScheduledStep["step"], day: string): void => {
        steps.push({ day, step, ask: id, connector });
      };
      const lead = options.warmFirst?.get(connector);
      const ready = readiness.readyAt === undefined ? start : utcDay(readiness.readyAt, "readyAt");
      let send = addWorkingDays(Math.max(free, ready), 0, calendar);
      if (lead !== undefined) {
        add("warm", isoDay(start));
        send = Math.max(send, addWorkingDays(start, lead, calendar));
      }
      add("ask", isoDay(send));
      const { nudgeOn, moveOnOn } = waitWith(timing, {
        sentOn: isoDay(send),
        probability: legs[0]!.consent,
        medium: options.medium,
        delays: options.delays?.get(connector),
      });
      add("nudge", nudgeOn);
      add("move-on", moveOnOn);
      free = utcDay(moveOnOn);
    }
    return steps
      .map((step, i) => ({ step, i }))
      .sort((a, b) => compareCodeUnits(a.step.day, b.step.day) || a.i - b.i)
      .map(({ step }) => step);
  });
}
