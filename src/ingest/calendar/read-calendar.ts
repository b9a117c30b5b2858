import { type Issue, type IssueCode, isoDay, safeText, utcDay, WarmpathError } from "../../base/index.js";
import { emailKey, type InteractionRecord, type Person } from "../../people/index.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "../bytes/feed.js";
import { LARGEST_GROUP } from "../evidence-rules.js";
import type { ReadLimits } from "../import.js";
import { AddressPeople, type NamedAddress } from "../mail/address-people.js";
import { Occasions } from "../occasions.js";
import { checkReaderOptions } from "../owner.js";
import type { IdOf } from "../reader-id.js";
import { checkLimits, limitOf } from "../table/limits.js";
import { type Property, propertiesOf, unescapeText } from "../vcard/card-properties.js";
import { CardReader } from "../vcard/card-reader.js";
import { recurrenceDays } from "./recurrence-days.js";

/** How to read a calendar. */
export interface CalendarOptions extends ReadLimits, ReadControl {
  /** Whose calendar it is; `emails` tell their own answer to an invitation, and that they are not their own guest. */
  readonly owner: Person;
  /** Ids of the caller's own. @defaultValue ids made of address and name, which hold neither */
  readonly idOf?: IdOf;
  /** Meetings of a later day have not happened. @defaultValue the day of the newest stamp in the file */
  readonly now?: Date | string;
  /** Days before that on which meetings of a series are counted. @defaultValue 730 */
  readonly horizonDays?: number;
}

/**
 * Reads meetings out of an iCalendar file (RFC 5545). Each event is a meeting of the owner with each guest who did not decline, 8 at most.
 * An invitation that says it was never answered is no meeting, but a message: from whom invites to whom did not answer. An event that the owner
 * declined, that is cancelled, or that is still to come counts nothing; rooms and mailing lists are nobody. A series counts each of its days within the horizon, without those taken out or moved. Titles, places and
 * texts are not kept. An event counts as a row, `issue.row` is its place in the file.
 * @throws WarmpathError `COLUMNS_NOT_FOUND` where there is no event, and as `readLinkedInConnections` does.
 */
export function readCalendar<Input extends ReadInput>(
  input: Input,
  options: CalendarOptions,
): Reading<Input> {
  const owner = checkReaderOptions(options, "now", "horizonDays");
  const { maxRows, maxFieldLength: maxLength } = checkLimits(options);
  const horizon = limitOf(options.horizonDays, 730, "horizonDays");
  const today = options.now === undefined ? undefined : isoDay(utcDay(options.now));
  const issues: Issue[] = [];
  const events: CalendarEvent[] = [];
  const reader = new CardReader(
    maxRows,
    issues,
    (lines, row, isBytewise) => {
      const { encoding } = options;
      events.push(
        eventOf(
          propertiesOf({ lines: withoutAlarms(lines), row, isBytewise, encoding, maxLength }, issues),
          row,
        ),
      );
    },
    "VEVENT",
  );
  return feed(input, options, issues, reader, () => {
    if (reader.rowsRead === 0)
      throw new WarmpathError("COLUMNS_NOT_FOUND", "no event found; expected BEGIN:VEVENT", { found: 0 });
    const last =
      today ??
      events
        .map(({ stamp }) => stamp)
        .sort()
        .at(-1) ??
      "";
    const people = new AddressPeople(owner, options.idOf, options.file ?? "calendar", issues);
    const occasions = new Occasions(owner.id);
    const interactions: InteractionRecord[] = [];
    const moved = new Set(events.flatMap(({ uid, moves }) => (moves === "" ? [] : `${moves} ${uid}`)));
    let rowsSkipped = 0;
    for (const event of events) {
      const { row, uid } = event;
      const others = event.attendees.filter((one) => !people.isOwn(one) && !one.isDeclined && !one.isThing);
      const keys = [...new Set(others.flatMap((one) => people.keyOf(one, row) ?? []))];
      const days = daysOf(event, last, horizon, moved);
      const why = whySkipped(event, people, keys, days, last);
      if (why !== undefined) {
        rowsSkipped++;
        issues.push({ code: why[0], severity: "info", message: `Event skipped: ${why[1]}`, row });
        continue;
      }
      if (!days.isWhole) issues.push({ ...NOT_READ, row });
      const { met, asked, direction } = answersOf(event, people, keys);
      for (const day of days.days) {
        if (uid !== "" && met.length > 1) occasions.note("meeting", uid, [], day, met);
        for (const to of met)
          interactions.push({ from: owner.id, to, at: day, direction: "both", kind: "meeting" });
      }
      const [at = ""] = days.days;
      for (const to of asked) interactions.push({ from: owner.id, to, at, direction, kind: "message" });
    }
    if ((owner.emails ?? []).length === 0) issues.push(OWNER_UNCLEAR);
    const { rowsRead } = reader;
    const report = { rowsRead, rowsKept: rowsRead - rowsSkipped, rowsSkipped };
    return { ...people.finish(interactions, occasions), ties: [], issues, report };
  });
}

const OWNER_UNCLEAR: Issue = {
  code: "OWNER_UNCLEAR",
  severity: "warning",
  message: "Without owner.emails the owner's own address is a guest's.",
};

interface CalendarEvent {
  readonly row: number;
  readonly uid: string;
  readonly day: string;
  readonly stamp: string;
  readonly isCancelled: boolean;
  readonly rule: string;
  readonly without: ReadonlySet<string>;
  /** The day of a series in whose place this one is. */
  readonly moves: string;
  readonly attendees: readonly Attendee[];
  readonly organizer: Attendee | undefined;
}

interface Attendee extends NamedAddress {
  readonly isDeclined: boolean;
  /** The file says that they have not answered. */
  readonly isOpen: boolean;
  /** A room, a resource or a list. */
  readonly isThing: boolean;
}

/** Who met the owner, and who only wrote an invitation, or got one of the owner's, that says it was not answered. */
function answersOf(
  { attendees, organizer }: CalendarEvent,
  people: AddressPeople,
  keys: readonly string[],
): { readonly met: readonly string[]; readonly asked: readonly string[]; readonly direction: "in" | "out" } {
  const host = organizer === undefined ? undefined : emailKey(organizer.email);
  const isOwners = organizer === undefined || people.isOwn(organizer);
  if (!isOwners && attendees.some((one) => people.isOwn(one) && one.isOpen))
    return { met: [], asked: keys.filter((key) => key === host), direction: "in" };
  const open = new Set(attendees.filter(({ isOpen }) => isOpen).map(({ email }) => emailKey(email)));
  open.delete(host);
  const met = keys.filter((key) => !open.has(key));
  return { met, asked: isOwners ? keys.filter((key) => open.has(key)) : [], direction: "out" };
}

function eventOf(properties: readonly Property[], row: number): CalendarEvent {
  const all = (name: string): readonly Property[] => properties.filter((one) => one.name === name);
  const value = (name: string): string => (all(name)[0]?.value ?? "").trim();
  const attendees = [...all("ORGANIZER"), ...all("ATTENDEE")].map(attendeeOf);
  const answers = new Map(attendees.map((one) => [one.email.toLowerCase(), one]));
  return {
    row,
    uid: value("UID"),
    day: dayOf(value("DTSTART")),
    stamp: dayOf(value("DTSTAMP")),
    isCancelled: /^CANCELLED$/i.test(value("STATUS")),
    rule: value("RRULE"),
    without: new Set(all("EXDATE").flatMap((one) => one.value.split(",").map(dayOf))),
    moves: dayOf(value("RECURRENCE-ID")),
    // Who organises an event may stand among those invited as well, with an answer.
    attendees: [...answers.values()],
    organizer: all("ORGANIZER").map(attendeeOf)[0],
  };
}

function attendeeOf({ params, value }: Property): Attendee {
  const told = new Map(
    [...params.matchAll(/;([A-Za-z-]+)=("[^"]*"|[^;:"]*)/g)].map(([, name, text]) => [
      name?.toUpperCase(),
      text?.replaceAll('"', ""),
    ]),
  );
  const param = (name: string): string => told.get(name) ?? "";
  const address = value.trim().replace(/^mailto:/i, "");
  return {
    name: safeText(unescapeText(param("CN"))),
    // RFC 7986: where the value is an address of another kind, as Apple's are, the mail address may stand beside it.
    email: emailKey(address) === undefined ? param("EMAIL") || address : address,
    isDeclined: /^DECLINED$/i.test(param("PARTSTAT")),
    isOpen: /^NEEDS-ACTION$/i.test(param("PARTSTAT")),
    isThing: /^(?:ROOM|RESOURCE|GROUP)$/i.test(param("CUTYPE")) || /^NON-PARTICIPANT$/i.test(param("ROLE")),
  };
}

/** The day as written: where an event took place says more than what day it was in Greenwich. */
function dayOf(value: string): string {
  const [, year, month, day] = /^\s*(\d{4})(\d\d)(\d\d)(?:T|$|\s)/.exec(value) ?? [];
  const text = `${year}-${month}-${day}`;
  return year !== undefined && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : "";
}

interface Days {
  readonly days: readonly string[];
  readonly isWhole: boolean;
}

function daysOf(
  { day, rule, without, uid, moves }: CalendarEvent,
  last: string,
  horizon: number,
  moved: ReadonlySet<string>,
): Days {
  const isPast = (one: string): boolean => last === "" || one <= last;
  if (day === "" || rule === "" || moves !== "")
    return { days: day !== "" && isPast(day) ? [day] : [], isWhole: true };
  const end = last === "" ? isoDay(utcDay(day) + horizon) : last;
  const { days, isWhole } = recurrenceDays(rule, day, end, MOST_DAYS);
  const from = isoDay(utcDay(end) - horizon);
  const kept = days.filter(
    (one) => isPast(one) && one >= from && !without.has(one) && !moved.has(`${one} ${uid}`),
  );
  return { days: kept, isWhole };
}

function whySkipped(
  event: CalendarEvent,
  people: AddressPeople,
  keys: readonly string[],
  { days }: Days,
  last: string,
): readonly [IssueCode, string] | undefined {
  const own = event.attendees.filter((one) => people.isOwn(one));
  if (event.isCancelled || own.some(({ isDeclined }) => isDeclined))
    return ["EVENT_NOT_ATTENDED", "cancelled, or declined by the owner."];
  if (event.day === "") return ["DATE_MISSING", "no day is told."];
  if (keys.length === 0) return ["RECIPIENT_UNCLEAR", "nobody else takes part."];
  if (keys.length > LARGEST_GROUP) return ["GROUP_TOO_LARGE", "an invitation to so many tells of no tie."];
  if (days.length === 0)
    return event.day > last
      ? ["DATE_IN_FUTURE", "it is still to come."]
      : ["EVENT_NOT_ATTENDED", "all of its days are taken out, or too long ago."];
  return undefined;
}

/** Alarms may name whom they are sent to, who are no guests. */
function withoutAlarms(lines: readonly string[]): readonly string[] {
  let depth = 0;
  return lines.filter((line) => {
    if (/^BEGIN:/i.test(line)) depth++;
    const isOwn = depth === 0;
    if (/^END:/i.test(line)) depth = Math.max(0, depth - 1);
    return isOwn;
  });
}

const NOT_READ = {
  code: "RECURRENCE_NOT_READ",
  severity: "warning",
  message: "A rule of recurrence that is not read: its first day counts alone.",
} as const;
/** Days of one series that are gone through from its first on: thirty years. */
const MOST_DAYS = 11_000;
