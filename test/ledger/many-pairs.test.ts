import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { DecaySeries } from "../../src/ledger/decay-series.js";
import { Ledger } from "../../src/ledger/index.js";
import { indicesByDay } from "../../src/ledger/indices-by-day.js";
import { PairTable } from "../../src/ledger/pair-table.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { slowLedger } from "../support/ledger-oracle.js";
import { expectLinear } from "../support/linear.js";

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("many pairs", () => {
  it("keep their own books and sums however the tables grow", () => {
    const random = generator(3);
    const anyone = (): string => `p${Math.floor(random() * 120)}`;
    const events: EventInput[] = [];
    while (events.length < 1500) {
      const [giver, receiver] = [anyone(), anyone()];
      if (giver === receiver) continue;
      const at = new Date(1.5e12 + Math.floor(random() * 3e11)).toISOString();
      events.push({
        id: `e${events.length}`,
        type: "favor.given",
        at,
        giver,
        receiver,
        kind: "x",
        size: Math.ceil(random() * 2000) / 1000,
      });
    }
    const ledger = new Ledger(journalOf(new Journal(), events));
    const slow = slowLedger(events);
    const today = 20_500;
    const now = new Date(today * 86_400_000);
    for (let i = 0; i < 150; i++) {
      const { giver: a, receiver: b } = events[i * 10] as { giver: string; receiver: string };
      expect(ledger.book(a, b)).toBe(slow.book(a, b));
      const { balance } = ledger.standing({ seeker: a, counterpart: b, strength: 0, commonFriends: 0, now });
      expect(Math.abs(balance - slow.receiverSum(a, b, today) + slow.giverSum(b, a, today))).toBeLessThan(
        1e-9,
      );
    }
    const sums = new Map<string, number>();
    for (const { giver, receiver, size } of events as { giver: string; receiver: string; size: number }[]) {
      sums.set(giver, (sums.get(giver) ?? 0) + Math.round(size * 1000));
      sums.set(receiver, (sums.get(receiver) ?? 0) - Math.round(size * 1000));
    }
    const wanted = [...sums]
      .map(([person, amount]) => ({ person, amount: amount / 1000 }))
      .sort((x, y) => (x.person < y.person ? -1 : 1));
    expect(ledger.balances()).toEqual(wanted);
  });
});

describe("PairTable", () => {
  it("is a map of pairs", () => {
    const table = new PairTable();
    const model = new Map<string, number>();
    const random = generator(5);
    for (let i = 0; i < 6000; i++) {
      const lower = Math.floor(random() * 100);
      const higher = lower + 1 + Math.floor(random() * 100);
      const key = `${lower}-${higher}`;
      expect(table.find(lower, higher)).toBe(model.get(key) ?? 0);
      if (random() < 0.6) {
        if (!model.has(key)) model.set(key, model.size + 1);
        expect(table.add(lower, higher)).toBe(model.get(key));
        expect(table.size).toBe(model.size);
      }
    }
    expect(model.size).toBeGreaterThan(2100);
    for (const [key, pair] of model) {
      expect(table.people(pair).join("-")).toBe(key);
      expect(table.find(...table.people(pair))).toBe(pair);
    }
  });
});

describe("DecaySeries", () => {
  it("sums as the plain sum does, for several series side by side, in any order of days", () => {
    const lives = { first: 30, second: 7 };
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(2), fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 5 }), fc.nat(3)),
          { maxLength: 80 },
        ),
        fc.integer({ min: -35, max: 40 }),
        (items, day) => {
          const series = new DecaySeries();
          const tails = [0, 0, 0];
          for (const [which, at, amount, before] of items) {
            tails[which] = series.add(tails[which] as number, at, amount, at - before, lives);
          }
          for (const which of [0, 1, 2]) {
            const past = items.filter(([of, at]) => of === which && at <= day);
            const sums = series.sumsAt(tails[which] as number, day, lives);
            const plain = (life: number): number =>
              past.reduce(
                (sum, [, at, amount, before]) => sum + amount * 2 ** ((at - before - day) / life),
                0,
              );
            expect(sums.total).toBe(past.reduce((sum, [, , amount]) => sum + amount, 0));
            expect(sums.first).toBeCloseTo(plain(30), 9);
            expect(sums.second).toBeCloseTo(plain(7), 9);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("finds a day among very many in few steps", async () => {
    const lives = { first: 100, second: 10 };
    const lookUps = (days: number) => {
      const series = new DecaySeries();
      let tail = 0;
      for (let day = 0; day < days; day++) tail = series.add(tail, day, 1, day, lives);
      return () => {
        let sum = 0;
        for (let i = 0; i < 2000; i++) sum += series.sumsAt(tail, i, lives).total;
        expect(sum).toBe((2000 * 2001) / 2);
      };
    };
    await expectLinear(lookUps, 15_000);
  });
});

describe("indicesByDay", () => {
  it("orders places by day, equal days as they stand", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -900, max: 900 }), { maxLength: 60 }),
        fc.nat(5),
        (days, from) => {
          const start = Math.min(from, days.length);
          const wanted = days
            .map((day, place) => ({ day, place }))
            .slice(start)
            .sort((x, y) => x.day - y.day || x.place - y.place)
            .map(({ place }) => place);
          expect([...indicesByDay(start, days.length, (place) => days[place] as number)]).toEqual(wanted);
        },
      ),
    );
  });
});
