import { checkShape, madeOf } from "./check-shape.js";
import { WarmpathError } from "./error.js";
import { type UtcDay, utcDay } from "./time.js";

/** Which days count as working days. */
export interface WorkCalendar {
  /** Weekdays that count, 0 = Sunday. @defaultValue Monday to Friday */
  readonly weekdays?: readonly number[];
  /** ISO days that do not count. @defaultValue none */
  readonly holidays?: readonly string[];
}

/** Monday to Friday, without holidays. */
export const DEFAULT_CALENDAR: Required<WorkCalendar> = { weekdays: [1, 2, 3, 4, 5], holidays: [] };

/**
 * The day that lies `count` working days after `day`; with 0 the first working day from `day` on.
 * @throws WarmpathError `INVALID_ARGUMENT` for a calendar with hardly any working days, `INVALID_DATE` for a holiday.
 */
export function addWorkingDays(day: UtcDay, count: number, calendar: WorkCalendar = {}): UtcDay {
  return madeOf("calendar", () => {
    checkShape(day, "finite", "day");
    checkShape(count, "finite", "count");
    checkShape(calendar, "object", "calendar");
    const weekdays = calendar.weekdays ?? DEFAULT_CALENDAR.weekdays;
    const holidays = calendar.holidays ?? [];
    const free = holidays.length === 0 ? undefined : new Set(holidays.map((one) => utcDay(one, "holiday")));
    let left = count;
    for (let at = day; at < day + SEARCH_DAYS; at++) {
      if (!weekdays.includes(weekdayOf(at)) || free?.has(at)) continue;
      if (at === day ? left <= 0 : --left <= 0) return at;
    }
    throw new WarmpathError("INVALID_ARGUMENT", "the calendar has too few working days", {
      days: SEARCH_DAYS,
    });
  });
}

/**
 * How many working days lie after `from`, up to `to`; 0 where `to` is no later. O(holidays), however far apart the two are.
 * @throws WarmpathError `INVALID_DATE` for a holiday.
 */
export function workingDaysBetween(from: UtcDay, to: UtcDay, calendar: WorkCalendar = {}): number {
  checkShape(from, "finite", "from");
  checkShape(to, "finite", "to");
  checkShape(calendar, "object", "calendar");
  const { weekdays = DEFAULT_CALENDAR.weekdays, holidays = [] } = calendar;
  const counts = (day: UtcDay): boolean => weekdays.includes(weekdayOf(day));
  const free = new Set(holidays.map((one) => utcDay(one, "holiday")));
  const whole = Math.max(0, Math.floor((to - from) / 7));
  let days = whole * WEEK.filter(counts).length;
  for (let day = from + 7 * whole + 1; day <= to; day++) if (counts(day)) days++;
  for (const day of free) if (day > from && day <= to && counts(day)) days--;
  return days;
}

/** Seven days in a row. */
const WEEK: readonly UtcDay[] = [0, 1, 2, 3, 4, 5, 6];

/** 0 = Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: UtcDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The last working day up to `day`, for what is to be done by then; no earlier than `from`, else the first one after it. */
export function lastWorkingDay(day: UtcDay, from: UtcDay, calendar: WorkCalendar = {}): UtcDay {
  for (let at = day; at >= from; at--) if (addWorkingDays(at, 0, calendar) === at) return at;
  return addWorkingDays(day, 0, calendar);
}

/** Days that are looked at for working days: more than ten years. */
const SEARCH_DAYS = 4_000;
