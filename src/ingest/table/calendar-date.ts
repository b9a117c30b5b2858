import { safeText } from "../../base/index.js";
import { foldText } from "../../people/index.js";

/** Which of two numbers comes first in dates such as `5/3/2021`. */
export type DateOrder = "mdy" | "dmy";

/** What a written date says: its day as written, and the instant in UTC where it has a time. */
export interface WrittenDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `YYYY-MM-DDTHH:MM:SSZ`, or the day alone where no time is written; a time without zone counts as UTC. */
  readonly instant: string;
}

/**
 * Reads the strict date formats of the exports: ISO, `05 Mar 2021`, `19-Nov-23`, `Mar 5, 2021`, `2021/03/05`, `05.03.2021`,
 * and `3/5/21, 2:37 PM` in the order given. Each with or without a time. Days that do not exist, and numeric dates
 * whose order is neither given nor plain from the numbers, give undefined. No machine's zone or locale matters.
 */
export function readDate(text: string, order?: DateOrder): WrittenDate | undefined {
  const stamp = STAMP.exec(text);
  if (stamp !== null) {
    const [, year, month, date, time] = stamp;
    const day = isoDate(Number(year), Number(month), Number(date));
    // Joined, not added: a string put together by "+" keeps its parts, three times the memory in a million.
    return day === undefined ? undefined : { day, instant: ["", text.slice(0, 10), "T", time, "Z"].join("") };
  }
  const match = SHAPE.exec(safeText(text.slice(0, 64)));
  if (match === null) return undefined;
  const [, date = "", hour, minute = "0", second = "0", half, zone = ""] = match;
  const day = readDayPart(date, order);
  if (day === undefined) return undefined;
  if (hour === undefined) return { day, instant: day };
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || (half !== undefined && (Number(hour) > 12 || Number(hour) < 1))) return undefined;
  if (Number(minute) > 59 || Number(second) > 59) return undefined;
  const sign = zone.startsWith("-") ? -1 : 1;
  const offset = /\d/.test(zone) ? sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) : 0;
  const seconds = (hours * 60 + Number(minute) - offset) * 60 + Number(second);
  const millis = Date.parse(`${day}T00:00:00Z`) + seconds * 1000;
  return { day, instant: `${new Date(millis).toISOString().slice(0, 19)}Z` };
}

/** A year, a month or a day as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (`2016`, `Mar 2016`, `2016-03`, `03/2016` or any date); undefined for none. */
export function readMonth(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return text;
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, first, last] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const day =
    year !== undefined
      ? isoDate(Number(year), Number(month), 1)
      : last !== undefined
        ? isoDate(Number(last), Number(first), 1)
        : /^\p{L}{3,12}\.? \d{4}$/u.test(text)
          ? readDate(`1 ${text}`)?.day
          : undefined;
  return day?.slice(0, 7) ?? readDate(text)?.day;
}

/**
 * The order that a column of dates shows: a first number over 12 means day first, a second one over 12 month first. Both or
 * neither: undefined, but LinkedIn's own twelve-hour times (`3/5/21, 2:37 PM`) are month first where nothing speaks against it.
 */
export function dateOrderOf(column: Iterable<string>): DateOrder | undefined {
  let dayFirst = false;
  let monthFirst = false;
  let american = false;
  for (const text of column) {
    const match = NUMERIC.exec(text);
    if (match === null) continue;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
    if (/\d\s?[ap]\.?m/i.test(text)) american = true;
  }
  if (dayFirst && monthFirst) return undefined;
  if (dayFirst) return "dmy";
  return monthFirst || american ? "mdy" : undefined;
}

/** True for a date whose order of day and month is not plain from its own numbers. */
export function needsOrder(text: string): boolean {
  const match = NUMERIC.exec(text);
  return (
    match !== null &&
    Number(match[1]) <= 12 &&
    Number(match[2]) <= 12 &&
    Number(match[1]) !== Number(match[2])
  );
}

function readDayPart(date: string, order: DateOrder | undefined): string | undefined {
  const year = YEAR_FIRST.exec(date);
  if (year !== null) return isoDate(Number(year[1]), Number(year[3]), Number(year[4]));
  const named = DAY_MONTH.exec(date);
  if (named !== null) return isoDate(fullYear(named[3] ?? ""), monthOf(named[2] ?? ""), Number(named[1]));
  const american = MONTH_DAY.exec(date);
  if (american !== null) {
    return isoDate(fullYear(american[3] ?? ""), monthOf(american[1] ?? ""), Number(american[2]));
  }
  const numeric = NUMERIC.exec(date);
  if (numeric === null || date.includes(" ")) return undefined;
  const [, a = "", b = "", c = ""] = numeric;
  const dotted = date.includes(".");
  const dayFirst = dotted || Number(a) > 12 || a === b || (order === "dmy" && Number(b) <= 12);
  if (!dayFirst && order === undefined && Number(b) <= 12) return undefined;
  return dayFirst ? isoDate(fullYear(c), Number(b), Number(a)) : isoDate(fullYear(c), Number(a), Number(b));
}

/** The ISO date of a day that exists; 30 February gives undefined. */
function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined;
  }
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** Two digits are 1970 to 2069, the convention of POSIX and of spreadsheets within a year. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** 1 to 12 for a month's name or at least three letters of it, else 0. */
function monthOf(word: string): number {
  const folded = foldText(word);
  return folded.length < 3
    ? 0
    : MONTHS.findIndex((names) => names.some((name) => name.startsWith(folded))) + 1;
}

/**
 * Names of months, folded. English is as exports have it. German, French, Spanish, Italian, Portuguese, Dutch, Polish (also as genitives) and
 * Russian ones are guesses, since no localised export was seen. No beginning of three letters stands for two months.
 */
const MONTHS: readonly (readonly string[])[] = [
  "january januar janvier enero gennaio janeiro januari styczen stycznia январь января",
  "february februar fevrier febrero febbraio fevereiro februari luty lutego февраль февраля",
  "march mrt marz mars marzo marco maart mrt marzec marca март марта",
  "april avril abril aprile kwiecien kwietnia апрель апреля",
  "may mai mayo maggio maio mei maj maja маи мая",
  "june juni juin junio giugno junho czerwiec czerwca июнь июня",
  "july juli juillet julio luglio julho lipiec lipca июль июля",
  "august aout agosto augustus sierpien sierpnia август августа",
  "september septembre septiembre settembre setembro wrzesien wrzesnia сентябрь сентября",
  "october oktober octobre octubre ottobre outubro pazdziernik pazdziernika октябрь октября",
  "november novembre noviembre novembro listopad listopada ноябрь ноября",
  "december dezember decembre diciembre dicembre dezembro grudzien grudnia декабрь декабря",
].map((names) => names.split(" "));
const TIME =
  "(?:(?:,? |T)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(?: ?([AaPp]\\.?[Mm]\\.?))?(?: ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?)?";
const SHAPE = new RegExp(`^([^:]+?)${TIME}$`);
/** The stamp of a million messages, taken the short way. */
const STAMP = /^(\d{4})-(\d\d)-(\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) UTC$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const DAY_MONTH = /^(\d{1,2})(?:[- .]|\. |er )(?:de )?(\p{L}{3,12})\.?[- ](?:de )?(\d{4}|\d{2})$/u;
const MONTH_DAY = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
const NUMERIC = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?=$|[,\sT])/;
