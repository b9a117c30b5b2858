import {
  checkKeys,
  checkShape,
  compareCodeUnits,
  isoDay,
  madeOf,
  safeText,
  shortId,
  utcDay,
} from "../base/index.js";
import type { LanguagePack } from "../drafts/index.js";
import { MONTHS } from "./person-views.js";
import { reportWords } from "./report-words.js";

/** A step of a schedule, an action of `planner.next`, or one of the two in words. */
export interface CalendarItem {
  /** ISO day: of a step. */
  readonly day?: string;
  /** ISO day: of an action. */
  readonly due?: string;
  readonly step?: string;
  readonly kind?: string;
  /** Ids that tell one entry from another. */
  readonly ask?: unknown;
  readonly askId?: string;
  readonly connector?: string;
  readonly person?: unknown;
  /** What to do, in words; views have it. */
  readonly text?: string;
  readonly names?: Readonly<Record<string, string>>;
}

/** How a calendar is written. */
export interface CalendarOptions {
  /** Of items that have no words yet. @defaultValue English */
  readonly locale?: LanguagePack | undefined;
  /** The day of the plan, for DTSTAMP. @defaultValue the earliest day of the items */
  readonly day?: string;
  /** Names by id, for items that hold ids only. @defaultValue the items' own `names` */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * Asks, reminders and follow-ups as an iCalendar file (RFC 5545): an all-day entry each, lines folded at 75 octets, texts escaped.
 * UIDs are hashes of ask, step and person, so a calendar that reads the file again moves entries in place of doubling them.
 * @throws WarmpathError `INVALID_DATE` for a day that is none; `INVALID_ARGUMENT` for an unknown option.
 */
export function calendarOf(items: readonly CalendarItem[], options: CalendarOptions = {}): string {
  checkShape(items, ["object"], "items");
  checkKeys(options, ["locale", "day", "names"], "options");
  return madeOf("items", () => {
    const words = reportWords(options.locale, MONTHS);
    const days = items.map(({ day, due }) => isoDay(utcDay(day ?? due ?? "", "day")));
    const stamp = options.day ?? [...days].sort(compareCodeUnits)[0] ?? "1970-01-01";
    const seen = new Map<string, number>();
    const entries = items.flatMap((item, i) => {
      const id = uidOf(item);
      const repeat = seen.get(id) ?? 0;
      seen.set(id, repeat + 1);
      const day = days[i] as string;
      return [
        "BEGIN:VEVENT",
        `UID:${repeat === 0 ? id : `${id}-${repeat}`}@warmpath`,
        `DTSTAMP:${compact(isoDay(utcDay(stamp, "day")))}T000000Z`,
        `DTSTART;VALUE=DATE:${compact(day)}`,
        `DTEND;VALUE=DATE:${compact(isoDay(utcDay(day) + 1))}`,
        `SUMMARY:${escaped(textOf(item, options, words.say, words.has))}`,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ];
    });
    const all = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//warmpath//report//EN",
      "CALSCALE:GREGORIAN",
      ...entries,
    ];
    return [...all, "END:VCALENDAR"].map((row) => `${folded(row)}\r\n`).join("");
  });
}

function uidOf({ ask, askId, step, kind, connector, person }: CalendarItem): string {
  const who =
    connector ?? (typeof person === "string" ? person : (person as { id?: string } | undefined)?.id);
  const about = askId ?? (typeof ask === "string" ? ask : (ask as { id?: string } | undefined)?.id);
  return shortId("cal_", about ?? "", step ?? kind ?? "", who ?? "");
}

function textOf(
  item: CalendarItem,
  { names = {} }: CalendarOptions,
  say: (key: string, values: Readonly<Record<string, string>>) => string,
  has: (key: string) => boolean,
): string {
  if (item.text !== undefined) return safeText(item.text);
  const id = item.connector ?? (typeof item.person === "string" ? item.person : "");
  const own = item.names ?? {};
  const name = Object.hasOwn(own, id) ? own[id] : Object.hasOwn(names, id) ? names[id] : undefined;
  const key = item.step === undefined ? `action.${item.kind}` : `step.${item.step}`;
  return say(has(key) ? key : "action.other", { name: name ?? say("somebody", {}) });
}

function compact(day: string): string {
  return day.replace(/-/g, "");
}

/** A text value: backslash, semicolon, comma and line ends are escaped (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/g, "\\n");
}

/** Lines of at most 75 octets, the next ones after a blank; no character is cut in two (RFC 5545, 3.1). */
function folded(row: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of row) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
