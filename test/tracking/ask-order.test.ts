import fc from "fast-check";
import { expect, it } from "vitest";
import type { JournalEvent } from "../../src/journal/index.js";
import { inAskOrder, inAskOrderUpTo, withNext } from "../../src/tracking/ask-order.js";
import { TRANSITIONS } from "../../src/tracking/transitions.js";

const ROWS = Object.keys(TRANSITIONS);
const at = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom("", "T09:00:00Z", "T12:00:00Z", "T23:00:00-05:00"))
  .map(([day, time]) => `2026-03-0${day}${time}`);
const event = fc
  .record({ id: fc.nat({ max: 99 }).map(String), at, type: fc.constantFrom(...ROWS, "lead.received") })
  .map((one) => one as unknown as JournalEvent);
const events = fc.uniqueArray(event, { maxLength: 6, selector: ({ id }) => id });

const dayOf = ({ at: time }: JournalEvent): number => Math.floor(Date.parse(time) / 86_400_000);
const isVague = (one: JournalEvent): boolean => !one.at.includes("T");

/** Ordered by looking for the next one again and again. */
function slowOrder(all: readonly JournalEvent[]): JournalEvent[] {
  const key = (one: JournalEvent) => {
    const byTable = all.some((other) => isVague(other) && dayOf(other) === dayOf(one));
    return [dayOf(one), byTable ? 0 : Date.parse(one.at), ROWS.indexOf(one.type)] as const;
  };
  const isBefore = (a: JournalEvent, b: JournalEvent): boolean => {
    const differ = key(a).findIndex((value, i) => value !== key(b)[i]);
    return differ < 0 ? a.id < b.id : (key(a)[differ] as number) < (key(b)[differ] as number);
  };
  const left = [...all];
  const ordered: JournalEvent[] = [];
  while (left.length > 0) {
    const next = left.findIndex((one) => left.every((other) => other === one || isBefore(one, other)));
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}

it("the steps of a request are read by time, within a day that one only names by the table; what rises by day stays the same list", () => {
  fc.assert(
    fc.property(
      events,
      fc.boolean(),
      fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
      (drawn, byDay, until) => {
        const all = byDay ? [...drawn].sort((a, b) => dayOf(a) - dayOf(b)) : drawn;
        const rises = all.every((one, i) => i === 0 || dayOf(one) > dayOf(all[i - 1] as JournalEvent));
        expect(inAskOrder(all)).toEqual(slowOrder(all));
        expect(inAskOrder(all) === all).toBe(rises);
        const today = until && dayOf({ at: `2026-03-0${until}` } as JournalEvent);
        const past = all.filter((one) => today === undefined || dayOf(one) <= today);
        expect(inAskOrderUpTo(all, today)).toEqual(slowOrder(past));
        expect(inAskOrderUpTo(all, today) === all).toBe(rises && past.length === all.length);
      },
    ),
  );
});

it("what is recorded now comes after all that is not later", () => {
  fc.assert(
    fc.property(events, event, (all, next) => {
      const isLater = (one: JournalEvent): boolean =>
        isVague(one) || isVague(next) ? dayOf(one) > dayOf(next) : Date.parse(one.at) > Date.parse(next.at);
      const place = all.map(isLater).lastIndexOf(false) + 1;
      expect(withNext(all, next)).toEqual([...all.slice(0, place), next, ...all.slice(place)]);
    }),
  );
});
