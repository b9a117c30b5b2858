import { WarmpathError } from "./error.js";

/** A day as the whole number of days since 1970-01-01 in UTC. */
export type UtcDay = number;

/**
 * The UTC day of an instant.
 * @throws WarmpathError `INVALID_DATE` unless it is a valid Date or an ISO 8601 date or date-time string.
 */
export function utcDay(at: Date | string, what = "time"): UtcDay {
  return Math.floor(utcMillis(at, what) / MILLIS_PER_DAY);
}

/**
 * Milliseconds since 1970-01-01 UTC of an instant. Strings are `YYYY-MM-DD`, or that with a time `THH:MM[:SS[.mmm]]` and
 * `Z` or an offset. A time without zone is read as UTC, so that no machine's zone matters.
 * @throws WarmpathError `INVALID_DATE` for anything else, days that do not exist (`2024-02-30`) included.
 */
export function utcMillis(at: Date | string, what = "time"): number {
  const millis = typeof at === "string" ? parseIso(at) : millisOf(at);
  if (!Number.isFinite(millis)) {
    throw new WarmpathError("INVALID_DATE", `${what} is to be a valid Date or an ISO 8601 string`, {
      type: typeof at,
    });
  }
  return millis;
}

function millisOf(at: Date): number {
  try {
    return at instanceof Date ? at.getTime() : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds of an ISO 8601 string, NaN where it is none. */
export function parseIso(text: string): number {
  if (text.length === 10) return parseDay(text) * MILLIS_PER_DAY;
  const stamp = parseStamp(text);
  if (!Number.isNaN(stamp)) return stamp;
  const match = ISO.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = match;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const real = new Date(date);
  if (real.getUTCDate() !== Number(day) || real.getUTCFullYear() !== Number(year)) return Number.NaN;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const offset = zoneMinutes(zone);
  const time = ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000;
  return date + time + Math.floor(Number(`0.${fraction || "0"}`) * 1000);
}

/** An ISO 8601 text in one spelling: a day as it is, an instant in UTC to the second, or the millisecond where it has some. What is no date stays. */
export function oneSpelling(at: string): string {
  if (at.length === 10 || (at.length === 20 && at[10] === "T" && at[16] === ":" && at[19] === "Z")) return at;
  const millis = parseIso(at);
  return Number.isNaN(millis) ? at : new Date(millis).toISOString().replace(".000Z", "Z");
}

/** Milliseconds of `YYYY-MM-DDTHH:MM:SSZ` or `….mmmZ`, by digits alone; NaN for any other form. */
function parseStamp(text: string): number {
  const { length } = text;
  if ((length !== 20 && length !== 24) || text[10] !== "T" || text[length - 1] !== "Z") return Number.NaN;
  if (text[13] !== ":" || text[16] !== ":" || (length === 24 && text[19] !== ".")) return Number.NaN;
  const [hour, minute, second] = [digitsAt(text, 11, 13), digitsAt(text, 14, 16), digitsAt(text, 17, 19)];
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  const millis = length === 24 ? digitsAt(text, 20, 23) : 0;
  return parseDay(text) * MILLIS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millis;
}

/** The UTC day of `YYYY-MM-DD`, by digits alone: most of a journal's times are such. Howard Hinnant's count of days (2013). */
function parseDay(text: string): number {
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  const isIso = text[4] === "-" && text[7] === "-" && month >= 1 && month <= 12 && day >= 1;
  if (!isIso || year < 100 || day > daysIn(year, month)) return Number.NaN;
  const shifted = month > 2 ? year : year - 1;
  const cycle = Math.floor(shifted / 400);
  const ofCycle = shifted - cycle * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return cycle * 146_097 + ofCycle * 365 + (ofCycle >> 2) - Math.floor(ofCycle / 100) + ofYear - 719_468;
}

/** The number that some digits of a text write; NaN where one is none. */
function digitsAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The ISO date (`YYYY-MM-DD`) of a UTC day; by digits alone in the years of four of them (Howard Hinnant 2013). */
export function isoDay(day: UtcDay): string {
  if (Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY) return isoByDigits(day);
  const date = new Date(day * MILLIS_PER_DAY);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function isoByDigits(day: UtcDay): string {
  const shifted = day + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const ofCycle = shifted - cycle * 146_097;
  const leaps = Math.floor(ofCycle / 1460) - Math.floor(ofCycle / 36_524) + Math.floor(ofCycle / 146_096);
  const year = Math.floor((ofCycle - leaps) / 365);
  const ofYear = ofCycle - (365 * year + (year >> 2) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const [whole, shown] = [year + cycle * 400, month < 10 ? month + 3 : month - 9];
  return `${shown > 2 ? whole : whole + 1}-${shown < 10 ? "0" : ""}${shown}-${date < 10 ? "0" : ""}${date}`;
}

/** First day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; NaN for anything else. */
export function firstDay(text: string): UtcDay {
  const whole = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  return Number.isNaN(parseIso(whole)) ? Number.NaN : utcDay(whole);
}

/** Days from `at` to `now`, both as UTC days; 0 where `at` lies in the future. */
export function ageInDays(at: Date | string, now: Date | string): number {
  return Math.max(0, utcDay(now, "now") - utcDay(at, "at"));
}

function zoneMinutes(zone: string): number {
  if (zone === "Z" || zone === "z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
}

/** Milliseconds of a UTC day. */
export const MILLIS_PER_DAY = 86_400_000;
/** 1000-01-01 and 9999-12-31. */
const [FIRST_DAY, LAST_DAY] = [-354_285, 2_932_896];
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?([Zz]|[+-]\d{2}:?\d{2})?)?$/;
