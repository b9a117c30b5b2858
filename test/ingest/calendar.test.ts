import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { recurrenceDays } from "../../src/ingest/calendar/recurrence-days.js";
import { formatOf, readCalendar } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const BEN = "ATTENDEE;CN=Ben Ito;PARTSTAT=ACCEPTED:mailto:ben@acme.example";
const ME = "ORGANIZER;CN=Ada:MAILTO:ADA@northwind.example";
const event = (...lines: string[]) =>
  [
    "BEGIN:VEVENT",
    "DTSTAMP:20260601T000000Z",
    ...(lines.some((line) => line.startsWith("DTSTART")) ? [] : ["DTSTART:20260303T100000Z"]),
    ...lines,
    "END:VEVENT",
  ].join("\r\n");
const calendar = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");
const read = (events: readonly string[], options = {}) =>
  readCalendar(calendar(...events), { owner, ...options });

describe("a calendar", () => {
  test("each meeting with somebody else is one with each who did not decline; rooms are nobody", () => {
    const got = read([
      event(
        "UID:1",
        "SUMMARY:Secret plan",
        ME,
        BEN,
        'ATTENDEE;CN="Roe; Cy":mailto:cy@acme.exam\r\n ple',
        "ATTENDEE;PARTSTAT=DECLINED:mailto:di@acme.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:room@acme.example",
        "BEGIN:VALARM\r\nATTENDEE:mailto:alarm@acme.example\r\nEND:VALARM",
      ),
    ]);
    expect(got.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
      ["Ada Park", "ada@northwind.example"],
      ["Ben Ito", "ben@acme.example"],
      ["Roe; Cy", "cy@acme.example"],
    ]);
    expect(got.interactions).toMatchObject([{ at: "2026-03-03", kind: "meeting", direction: "both" }, {}]);
    expect(JSON.stringify(got)).not.toContain("Secret");
    expect(new Set(got.people.map(({ spells }) => spells?.[0]?.organization)).size).toBe(1);
    new Network().import(got);
    expect(formatOf(calendar(event(BEN)))).toBe("calendar");
  });

  test("a mail address beside one of another kind is read; a guest without any is told of, as is an owner without one", () => {
    const apple = event(
      "UID:1",
      "ORGANIZER;CN=Ada;EMAIL=ada@northwind.example:/12/principal/",
      'ATTENDEE;CN="Ben Ito";EMAIL="ben@acme.example":urn:uuid:0',
      "ATTENDEE;CN=Cy Roe:invalid:nomail",
      "ATTENDEE;CN=Di Fox:invalid:none",
    );
    const got = read([apple, event("UID:2", ME, BEN)]);
    expect(got.people.slice(1).map(({ name }) => name)).toEqual(["Ben Ito"]);
    expect(got.interactions).toHaveLength(2);
    expect(got.issues).toMatchObject([{ code: "EMAIL_UNREADABLE", row: 1 }]);
    const alone = read([event("UID:2", ME, BEN)], { owner: { id: "me", name: "Ada Park" } });
    expect(alone.issues.map(({ code }) => code)).toEqual(["OWNER_UNCLEAR"]);
  });

  test("an invitation that says it was not answered is a message, of one side and once", () => {
    const open = (who: string) => `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${who}`;
    const ben = "ORGANIZER:mailto:ben@acme.example";
    const told = (...lines: string[]) =>
      read([event("UID:1", ...lines)]).interactions.map(({ kind, direction }) => [kind, direction]);
    expect(told(ME, open("cy@acme.example"), BEN)).toEqual([
      ["meeting", "both"],
      ["message", "out"],
    ]);
    expect(told(ben, open("ada@northwind.example"), open("cy@acme.example"))).toEqual([["message", "in"]]);
    expect(told(ben, open("ada@northwind.example"), "RRULE:FREQ=DAILY;COUNT=9")).toHaveLength(1);
    expect(told(ben, "ATTENDEE:mailto:ada@northwind.example")).toEqual([["meeting", "both"]]);
    expect(
      told(ben, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@northwind.example", open("cy@acme.example")),
    ).toEqual([["meeting", "both"]]);
  });

  test.each<readonly [string, string, string]>([
    [
      "declined by the owner",
      event(BEN, "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@northwind.example"),
      "EVENT_NOT_ATTENDED",
    ],
    ["cancelled", event(BEN, "STATUS:CANCELLED"), "EVENT_NOT_ATTENDED"],
    ["alone", event(ME), "RECIPIENT_UNCLEAR"],
    [
      "huge",
      event(...Array.from({ length: 9 }, (_, i) => `ATTENDEE:mailto:p${i}@acme.example`)),
      "GROUP_TOO_LARGE",
    ],
    ["still to come", event("DTSTART;VALUE=DATE:20260701", BEN), "DATE_IN_FUTURE"],
    ["without a day", event("DTSTART:soon", BEN), "DATE_MISSING"],
  ])("%s: no meeting", (_, text, code) => {
    const got = read([text]);
    expect(got.issues.map((issue) => issue.code)).toEqual([code]);
    expect([got.interactions, got.report]).toEqual([[], { rowsRead: 1, rowsKept: 0, rowsSkipped: 1 }]);
  });

  test("a series counts its days up to now and within the horizon, without those taken out, moved or cancelled", () => {
    const got = read(
      [
        event(
          "UID:w",
          "DTSTART:20260302T100000Z",
          "RRULE:FREQ=WEEKLY;BYDAY=MO",
          "EXDATE:20260316T100000Z",
          BEN,
        ),
        event("UID:w", "DTSTART:20260325T100000Z", "RECURRENCE-ID:20260323T100000Z", BEN),
        event("UID:w", "DTSTART:20260330T100000Z", "RECURRENCE-ID:20260330T100000Z", "STATUS:CANCELLED", BEN),
      ],
      { now: "2026-04-07", horizonDays: 30 },
    );
    expect(got.interactions.map(({ at }) => at)).toEqual(["2026-03-09", "2026-04-06", "2026-03-25"]);
    const odd = read([event("RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO", BEN)]);
    expect([odd.interactions.length, odd.issues.map(({ code }) => code)]).toEqual([
      1,
      ["RECURRENCE_NOT_READ"],
    ]);
  });

  test("rules of recurrence give the days that ical.js gives", () => {
    const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    const some = fc.uniqueArray(fc.constantFrom(...days), { minLength: 1, maxLength: 3 });
    const by = fc.oneof(
      some.map((list) => `WEEKLY;BYDAY=${list.join(",")}`),
      fc
        .tuple(fc.constantFrom("1", "2", "-1", "5", ""), fc.constantFrom(...days))
        .map(([n, day]) => `MONTHLY;BYDAY=${n}${day}`),
      fc.constantFrom(
        "DAILY",
        "WEEKLY",
        "MONTHLY",
        "YEARLY",
        "MONTHLY;BYMONTHDAY=-1",
        "MONTHLY;BYMONTHDAY=1,15",
      ),
    );
    const limit = fc.constantFrom("", ";COUNT=4", ";UNTIL=20270510T000000Z");
    fc.assert(
      fc.property(
        by,
        fc.integer({ min: 1, max: 3 }),
        limit,
        fc.integer({ min: 0, max: 400 }),
        (freq, interval, end, offset) => {
          const first = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
          const rule = `FREQ=${freq};INTERVAL=${interval}${end}`;
          const last = "2027-12-31";
          const theirs: string[] = [];
          const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(first));
          for (let next = iterator.next(); next && theirs.length < 700; next = iterator.next()) {
            const day = next.toString().slice(0, 10);
            if (day > last || (end.includes("UNTIL") && day > "2027-05-10")) break;
            theirs.push(day);
          }
          expect(recurrenceDays(rule, first, last, 700)).toEqual({
            days: theirs.slice(0, 700),
            isWhole: true,
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  test("hostile files end, each event accounted for", () => {
    const far = event("DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY;INTERVAL=1", BEN);
    const got = read(
      [
        far,
        event("RRULE:FREQ=;;=;COUNT=-1;INTERVAL=0", BEN),
        event("RRULE:FREQ=DAILY;INTERVAL=999999999999999999999", BEN),
        "BEGIN:VEVENT",
      ],
      { now: "2026-06-01" },
    );
    expect(got.report.rowsRead).toBe(got.report.rowsKept + got.report.rowsSkipped);
    expect(got.interactions.length).toBeLessThan(5000);
    expect(() => readCalendar("hello", { owner })).toThrow(
      expect.objectContaining({ code: "COLUMNS_NOT_FOUND" }),
    );
  });
});
