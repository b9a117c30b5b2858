import { isoDay, MILLIS_PER_DAY } from "../../base/index.js";

/** The days of a rule of RFC 5545 (section 3.3.10), and whether all of it was understood. */
export interface RecurrenceDays {
  readonly days: readonly string[];
  readonly isWhole: boolean;
}

/**
 * The days on which an event comes, the first one included, up to a last day and no more than `most`. What calendars of people write is understood:
 * `FREQ`, `INTERVAL`, `COUNT`, `UNTIL`, `BYDAY`, `BYMONTHDAY`, and `BYMONTH` of the first day's own month. Any other part leaves the first day alone. All in days as written, without zones.
 */
export function recurrenceDays(rule: string, first: string, last: string, most: number): RecurrenceDays {
  const parts = new Map(
    rule
      .toUpperCase()
      .slice(0, 500)
      .split(";")
      .map((part) => part.split("=", 2) as [string, string]),
  );
  const number = (name: string, standard: number): number => Math.floor(Number(parts.get(name) ?? standard));
  const frequency = parts.get("FREQ") ?? "";
  const [interval, count] = [number("INTERVAL", 1), number("COUNT", Number.POSITIVE_INFINITY)];
  const byDay = (parts.get("BYDAY") ?? "")
    .split(",")
    .filter(Boolean)
    .map((text) => BY_DAY.exec(text));
  const start = Date.parse(`${first}T00:00:00Z`) / MILLIS_PER_DAY;
  const month = new Date(start * MILLIS_PER_DAY).getUTCMonth() + 1;
  const isKnown =
    STEPS.includes(frequency) &&
    [...parts.keys()].every((name) => UNDERSTOOD.includes(name)) &&
    byDay.every((one) => one !== null && (one[1] === "" || frequency === "MONTHLY")) &&
    (byDay.length === 0 || !/^(?:YEARLY|DAILY)$/.test(frequency)) &&
    (!parts.has("BYMONTHDAY") ||
      (frequency === "MONTHLY" && byDay.length === 0) ||
      Number(parts.get("BYMONTHDAY")) === new Date(start * MILLIS_PER_DAY).getUTCDate()) &&
    (!parts.has("BYMONTH") || (frequency === "YEARLY" && Number(parts.get("BYMONTH")) === month));
  if (!isKnown || !(interval >= 1 && interval <= 1000) || !(count >= 1))
    return { days: [first], isWhole: false };
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get("UNTIL") ?? "");
  const end = until === null ? last : [`${until[1]}-${until[2]}-${until[3]}`, last].sort()[0];
  const days: string[] = [];
  let counted = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    for (const day of daysOfStep(
      frequency,
      start,
      step * interval,
      byDay as RegExpExecArray[],
      parts.get("BYMONTHDAY"),
    )) {
      if (day < start) continue;
      const text = isoDay(day);
      if (text > (end as string) || counted === count || days.length === most) return { days, isWhole: true };
      counted++;
      days.push(text);
    }
  }
  return { days, isWhole: true };
}

/** The days, since 1970, of the `by`-th day, week, month or year after the first. */
function daysOfStep(
  frequency: string,
  start: number,
  by: number,
  byDay: readonly RegExpExecArray[],
  monthDays: string | undefined,
): readonly number[] {
  const date = new Date(start * MILLIS_PER_DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (frequency === "DAILY") return [start + by];
  if (frequency === "WEEKLY") {
    if (byDay.length === 0) return [start + 7 * by];
    const monday = start - ((date.getUTCDay() + 6) % 7) + 7 * by;
    return byDay.map((one) => monday + WEEKDAYS.indexOf(one[2] as string)).sort((a, b) => a - b);
  }
  const [ofYear, ofMonth] = frequency === "YEARLY" ? [year + by, month] : [year, month + by];
  const from = Date.UTC(ofYear, ofMonth, 1) / MILLIS_PER_DAY;
  const length = Date.UTC(ofYear, ofMonth + 1, 1) / MILLIS_PER_DAY - from;
  if (byDay.length > 0) return weekdaysOf(from, length, byDay);
  const wanted = monthDays === undefined || frequency === "YEARLY" ? [day] : monthDays.split(",").map(Number);
  const days = wanted
    .map((one) => (one < 0 ? length + 1 + one : one))
    .filter((one) => one >= 1 && one <= length);
  return days.map((one) => from + one - 1).sort((a, b) => a - b);
}

function weekdaysOf(from: number, length: number, byDay: readonly RegExpExecArray[]): readonly number[] {
  const found = byDay.flatMap(([, nth, name]) => {
    const weekday = (WEEKDAYS.indexOf(name as string) + 1) % 7;
    const first = (weekday - new Date(from * MILLIS_PER_DAY).getUTCDay() + 7) % 7;
    const all: number[] = [];
    for (let at = first; at < length; at += 7) all.push(from + at);
    if (nth === "") return all;
    const index = Number(nth);
    return all[index > 0 ? index - 1 : all.length + index] ?? [];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

const STEPS = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const UNDERSTOOD = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"];
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const BY_DAY = /^([+-]?[1-5]|)(MO|TU|WE|TH|FR|SA|SU)$/;
/** Days, weeks, months or years that are looked at: thirty years of days. */
const MOST_STEPS = 11_000;
