import { type UtcDay, utcDay } from "../base/index.js";

/**
 * `utcDay` of a text, ten times as fast for what exports and journals hold: `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM:SS[.fff]Z`.
 * All else, and every text that is wrong, goes the long way.
 * @throws WarmpathError `INVALID_DATE` as `utcDay` does.
 */
export function dayOfText(at: string, what: string): UtcDay {
  if (typeof at === "string" && at[4] === "-" && at[7] === "-" && (at.length === 10 || isUtcTime(at))) {
    const year = digits(at, 0, 4);
    const month = digits(at, 5, 7);
    const day = digits(at, 8, 10);
    if (year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 28) return civilDay(year, month, day);
  }
  return utcDay(at, what);
}

function isUtcTime(at: string): boolean {
  const end = at.length - 1;
  return (
    (end === 19 || (end > 20 && end <= 29 && at[19] === "." && digits(at, 20, end) >= 0)) &&
    at[10] === "T" &&
    at[13] === ":" &&
    at[16] === ":" &&
    at[end] === "Z" &&
    digits(at, 11, 13) <= 23 &&
    digits(at, 14, 16) <= 59 &&
    digits(at, 17, 19) <= 59
  );
}

/** The number written at `from` to `to`, NaN where that is no plain number. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let k = from; k < to; k++) {
    const digit = text.charCodeAt(k) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days from 1970-01-01 to a Gregorian date, counted in years that start in March (Hinnant's days_from_civil). */
function civilDay(year: number, month: number, day: number): UtcDay {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
}
