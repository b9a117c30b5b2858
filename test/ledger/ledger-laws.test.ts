import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal, type JournalEvent, leadOf } from "../../src/journal/index.js";
import { DEFAULT_LEDGER_MODEL, Ledger, type LedgerModel } from "../../src/ledger/index.js";
import { giverView, receiverView } from "../../src/ledger/perception.js";
import { history, journalOf, PEOPLE, person, time } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";

const NUMB = { giverGrowth: 0, receiverPremium: 0, receiverFloor: 1 };

function everything(ledger: Ledger, now: string): unknown {
  const rows = PEOPLE.flatMap((seeker) =>
    PEOPLE.filter((counterpart) => counterpart !== seeker).map((counterpart) => {
      const { price, ...rest } = ledger.standing({
        seeker,
        counterpart,
        strength: 0.4,
        commonFriends: 2,
        now,
      });
      return { ...rest, price: price(1), book: ledger.book(seeker, counterpart) };
    }),
  );
  return { rows, balances: ledger.balances() };
}

describe("Ledger laws", () => {
  it("the same state from a replay, a live fold, a saved copy and any order of import, to the last bit", () => {
    fc.assert(
      fc.property(history(), time, fc.infiniteStream(fc.nat()), (events, now, picks) => {
        const journal = new Journal();
        const live = new Ledger(journal);
        for (const event of events) {
          journal.append(event);
          live.balances();
        }
        const shuffled = events
          .map((event) => ({ event, pick: picks.next().value }))
          .sort((a, b) => a.pick - b.pick)
          .map(({ event }) => event);
        const other = new Journal();
        const late = new Ledger(other);
        for (const event of shuffled) {
          other.append(event);
          late.balances();
        }
        const wanted = JSON.stringify(everything(live, now));
        for (const ledger of [
          new Ledger(journal),
          new Ledger(Journal.fromJSONL(journal.toJSONL())),
          new Ledger(other),
          late,
        ]) {
          expect(JSON.stringify(everything(ledger, now))).toBe(wanted);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("entries are frozen and their positions dense", () => {
    fc.assert(
      fc.property(history(), (events) => {
        const entries = new Ledger(journalOf(new Journal(), events)).entries();
        expect(entries.map(({ position }) => position)).toEqual(entries.map((_, i) => i));
        expect(Object.isFrozen(entries)).toBe(true);
        for (const entry of entries) {
          expect(
            Object.isFrozen(entry) && Object.isFrozen(entry.favors) && entry.favors.every(Object.isFrozen),
          ).toBe(true);
          expect(entry.favors.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it("a reversal restores the books and, from its day on, the standing; a reversal of it brings the favor back", () => {
    fc.assert(
      fc.property(history(20), fc.nat(), fc.integer({ min: 1, max: 5000 }), (events, nth, days) => {
        const plain = events.filter(({ type }) => type !== "entry.reversed");
        const journal = journalOf(new Journal(), plain);
        const ledger = new Ledger(journal);
        const before = ledger.balances();
        const now = "2030-01-01";
        const entries = ledger.entries();
        if (entries.length === 0) return;
        const entry = entries[nth % entries.length]!;
        // What follows an introduction is booked along it, also where the introduction's own favor is taken back.
        const reversed = journal.get(entry.event) as JournalEvent;
        const lead = reversed.type === "introduction.received" ? leadOf(reversed) : undefined;
        if (
          lead !== undefined &&
          plain.some((one) => one.id !== reversed.id && "lead" in one && one.lead === lead)
        )
          return;
        const without = journalOf(
          new Journal(),
          plain.filter(({ id }) => id !== entry.event),
        );
        const at = new Date(Date.parse(entry.at) + days * 86_400_000).toISOString();
        journal.append({ id: "undo", type: "entry.reversed", at, entry: entry.event });
        expect(ledger.entries()).toHaveLength(entries.length + 1);
        expect(ledger.entries().at(-1)).toMatchObject({ reverses: entry.event });
        expect(ledger.entries()[entry.position]).toMatchObject({ reversedBy: "undo" });
        const slow = new Ledger(without);
        const unreversed = new Ledger(journalOf(new Journal(), plain));
        const dayBefore = new Date(Date.parse(at) - 86_400_000).toISOString();
        for (const a of PEOPLE) {
          for (const b of PEOPLE.filter((other) => other !== a)) {
            expect(ledger.book(a, b)).toBe(slow.book(a, b));
            const query = { seeker: a, counterpart: b, strength: 0.2, commonFriends: 0 };
            const later = new Date(Math.max(Date.parse(at), Date.parse(now))).toISOString();
            const { drawable, gate } = ledger.standing({ ...query, now: later });
            const wanted = slow.standing({ ...query, now: later });
            expect(Math.abs(drawable - wanted.drawable)).toBeLessThan(1e-9);
            expect(gate).toBe(wanted.gate);
            const past = unreversed.standing({ ...query, now: dayBefore });
            expect(ledger.standing({ ...query, now: dayBefore }).drawable).toBeCloseTo(past.drawable, 12);
          }
        }
        const again: EventInput = { id: "undo2", type: "entry.reversed", at, entry: entry.event };
        expect(codeOf(() => journal.append(again))).toBe("ALREADY_REVERSED");
        expect(codeOf(() => ledger.check(again))).toBe("ALREADY_REVERSED");
        journal.append({ id: "redo", type: "entry.reversed", at, entry: "undo" });
        expect(ledger.balances()).toEqual(before);
      }),
      { numRuns: runs(60) },
    );
  });

  it("amounts are integers, and reading on every day of thirty years changes nothing", () => {
    const journal = new Journal();
    journal.append({
      id: "a",
      type: "favor.given",
      at: "1996-01-01",
      giver: "me",
      receiver: "ann",
      kind: "x",
      size: 0.2,
    });
    journal.append({
      id: "b",
      type: "favor.given",
      at: "1997-05-01",
      giver: "ann",
      receiver: "me",
      kind: "x",
      size: 3.333,
    });
    const read = new Ledger(journal);
    const query = { seeker: "me", counterpart: "ann", strength: 0.3, commonFriends: 1 };
    const end = "2026-01-01";
    for (let day = Date.parse("1996-01-01"); day < Date.parse(end); day += 86_400_000) {
      read.standing({ ...query, now: new Date(day) });
    }
    const { price: _, ...wanted } = new Ledger(journal).standing({ ...query, now: end });
    expect(read.standing({ ...query, now: end })).toMatchObject(wanted);
  });

  it("with perception switched off the view is the book", () => {
    fc.assert(
      fc.property(history(), person, person, (events, a, b) => {
        fc.pre(a !== b);
        const ledger = new Ledger(journalOf(new Journal(), events), { model: NUMB });
        const { balance } = ledger.standing({
          seeker: a,
          counterpart: b,
          strength: 0,
          commonFriends: 0,
          now: "2100-01-01",
        });
        expect(Math.abs(balance - ledger.book(a, b))).toBeLessThan(1e-9);
      }),
      { numRuns: runs(60) },
    );
  });

  it("giving never lowers the standing, drawing never raises it, strength and friends never lower the limit", () => {
    const size = fc.integer({ min: 1, max: 6000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(
        history(20),
        size,
        time,
        time,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.nat(8),
        (events, s, at, now, strength, commonFriends) => {
          const journal = journalOf(new Journal(), events);
          const ledger = new Ledger(journal);
          const query = { seeker: "me", counterpart: "ann", strength, commonFriends, now };
          const before = ledger.standing(query);
          expect(ledger.standing({ ...query, strength: strength + 0.1 }).limit).toBeGreaterThan(before.limit);
          expect(
            ledger.standing({ ...query, commonFriends: commonFriends + 1 }).limit,
          ).toBeGreaterThanOrEqual(before.limit);
          journal.append({
            id: "gift",
            type: "favor.given",
            at,
            giver: "me",
            receiver: "ann",
            kind: "x",
            size: s,
          });
          const after = ledger.standing(query);
          expect(after.drawable).toBeGreaterThanOrEqual(before.drawable - 1e-12);
          if (before.gate === "open") expect(after.gate).toBe("open");
          journal.append({
            id: "draw",
            type: "favor.given",
            at,
            giver: "ann",
            receiver: "me",
            kind: "x",
            size: s,
          });
          const drawn = ledger.standing(query);
          expect(drawn.drawable).toBeLessThanOrEqual(after.drawable + 1e-12);
          expect(drawn.price(1)).toBeGreaterThanOrEqual(1);
          expect(drawn.price(1)).toBeGreaterThanOrEqual(after.price(1) - 1e-12);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it("the triad sums to zero for every share, and every amount comes out in thousandths", () => {
    fc.assert(
      fc.property(
        history(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 3000 }),
        (events, connectorShare, time_) => {
          const model = { connectorShare, meetingTime: time_ / 1000 };
          const ledger = new Ledger(journalOf(new Journal(), events), { model });
          const sum = ledger.balances().reduce((total, { amount }) => total + Math.round(amount * 1000), 0);
          expect(sum).toBe(0);
          for (const { favors } of ledger.entries()) {
            for (const { amount } of favors) expect(amount * 1000).toBeCloseTo(Math.round(amount * 1000), 9);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe("perception", () => {
  const model = DEFAULT_LEDGER_MODEL;

  it("starts above its size with the receiver and at its size with the giver, and crosses at day 43", () => {
    expect(giverView(1, 0, model)).toBe(1);
    expect(receiverView(1, 0, model)).toBe(1.25);
    expect(receiverView(1, 42, model)).toBeGreaterThan(giverView(1, 42, model));
    expect(receiverView(1, 44, model)).toBeLessThan(giverView(1, 44, model));
    expect(giverView(1, 365, model)).toBeCloseTo(1.19, 2);
    expect(receiverView(1, 365, model)).toBeCloseTo(0.55, 2);
  });

  it("grows with the giver, fades with the receiver, both within bounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.nat(20000), fc.nat(400), (n, days, more) => {
        const c = n / 1000;
        expect(giverView(c, days + more, model)).toBeGreaterThanOrEqual(giverView(c, days, model));
        expect(receiverView(c, days + more, model)).toBeLessThanOrEqual(receiverView(c, days, model));
        expect(giverView(c, days, model)).toBeLessThanOrEqual(1.25 * c);
        expect(receiverView(c, days, model)).toBeGreaterThanOrEqual(0.5 * c - 1e-12);
      }),
    );
    expect(receiverView(0.25, 7, model)).toBeCloseTo(0.25 * 1.25 * 0.7, 12);
    expect(receiverView(0.251, 90, model)).toBeCloseTo(0.251 * 1.25 * 0.7, 12);
    expect(receiverView(1.001, 365, model)).toBeCloseTo(1.001 * 1.25 * 0.7, 12);
  });

  it("takes no model out of range", () => {
    const bad: Partial<LedgerModel>[] = [
      { connectorShare: 1.1 },
      { connectorShare: -0.1 },
      { receiverFloor: 1.2 },
      { giverHalfLife: 0 },
      { limitBase: 0 },
      { meetingTime: Number.NaN },
      { sizes: { lunch: -1 } },
      { receiverHalfLives: [] },
      { receiverHalfLives: [{ upTo: 1, days: 9 }] },
      { receiverHalfLives: [{ upTo: 1, days: 9 }, { days: 0 }] },
      { receiverHalfLives: [{ days: 9 }, { upTo: 1, days: 9 }] },
      { receiverHalfLives: [{ upTo: 1, days: 9 }, { upTo: 1, days: 9 }, { days: 9 }] },
    ];
    for (const model of bad)
      expect([model, codeOf(() => new Ledger(new Journal(), { model }))]).toEqual([
        model,
        "INVALID_ARGUMENT",
      ]);
    expect(codeOf(() => new Ledger(new Journal(), { model: { receiverHalfLives: [{ days: 30 }] } }))).toBe(
      "none",
    );
  });
});
