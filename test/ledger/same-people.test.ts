import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcDay } from "../../src/base/index.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { assertUntil } from "../support/assert-until.js";
import { history, journalOf, PEOPLE, time } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";
import { dayOf, slowLedger } from "../support/ledger-oracle.js";

/** Which ids mean one person, changed at will. */
class Merges {
  shape = 0;
  readonly #kept = new Map<string, string>();
  readonly canonical = (id: string): string => this.#kept.get(id) ?? id;

  set(id: string, kept: string): void {
    this.#kept.set(id, kept);
    this.shape++;
  }

  clear(): void {
    this.#kept.clear();
    this.shape++;
  }
}

const gift = (id: string, giver: string, receiver: string, size: number, at = "2026-03-01"): EventInput => ({
  id,
  type: "favor.given",
  at,
  giver,
  receiver,
  kind: "x",
  size,
});

describe("a ledger that is told which ids mean one person", () => {
  it("has one account for each, from the merge on and until it is undone; the chain stays", () => {
    const journal = journalOf(new Journal(), [gift("1", "me", "ann", 1), gift("2", "old", "me", 0.25)]);
    const people = new Merges();
    const ledger = new Ledger(journal, { people });
    expect([ledger.book("me", "ann"), ledger.book("me", "old")]).toEqual([1, -0.25]);
    people.set("old", "ann");
    expect([ledger.book("me", "ann"), ledger.book("me", "old"), ledger.book("old", "me")]).toEqual([
      0.75, 0.75, -0.75,
    ]);
    expect(ledger.balances()).toEqual([
      { person: "ann", amount: -0.75 },
      { person: "me", amount: 0.75 },
    ]);
    journal.append(gift("3", "me", "old", 2));
    const chain = journal.toJSONL();
    expect(ledger.book("me", "ann")).toBe(2.75);
    const { lines, closing } = ledger.statement("me", "old");
    expect(lines.map(({ receiver, amount }) => [receiver, amount])).toEqual([
      ["ann", 1],
      ["me", 0.25],
      ["ann", 2],
    ]);
    expect(closing).toBe(2.75);
    people.clear();
    expect([ledger.book("me", "ann"), ledger.book("me", "old")]).toEqual([1, 1.75]);
    expect(journal.toJSONL()).toBe(chain);
  });

  it("counts nothing between two ids of one person, and asks for two people", () => {
    const people = new Merges();
    people.set("old", "ann");
    const events: EventInput[] = [
      gift("1", "ann", "old", 3),
      { id: "2", type: "sale.delivered", at: "2026-03-01", seller: "old", customer: "ann" },
    ];
    const ledger = new Ledger(journalOf(new Journal(), events), { people });
    expect([ledger.book("ann", "old"), ledger.balances(), ledger.entries()]).toEqual([0, [], []]);
    expect(ledger.saleAge({ seller: "ann", customer: "old", now: "2026-03-02" })).toBeUndefined();
    const query = { seeker: "ann", counterpart: "old", strength: 0.5, commonFriends: 0, now: "2026-03-02" };
    expect(codeOf(() => ledger.standing(query))).toBe("INVALID_ARGUMENT");
  });

  it("counts a wasted meeting once after any merge, over the tie of whoever the two are by now", () => {
    const people = new Merges();
    const legs = ["u", "a", "t"]
      .slice(1)
      .map((asked, i) => ({ asker: ["u", "a"][i] as string, asked, consent: 0.5 }));
    const ask = { id: "k", connector: "a", target: "t", legs, cost: 1, price: 1 };
    const events: EventInput[] = [
      { id: "1", type: "ask.sent", at: "2026-03-01", ask },
      { id: "2", type: "meeting.held", at: "2026-03-02", ask: "k", useful: false },
    ];
    const ledger = new Ledger(journalOf(new Journal(), events), { people });
    const penalties = (): unknown[] =>
      ledger.tiePenalties({ now: "2026-03-02" }).map(({ between, factor }) => [...between, factor]);
    expect(penalties()).toEqual([["a", "t", 0.9]]);
    people.set("a", "b");
    expect(penalties()).toEqual([["b", "t", 0.9]]);
    expect(ledger.tieFactor({ between: ["t", "a"], now: "2026-03-02" })).toBe(0.9);
    people.set("a", "t");
    expect(penalties()).toEqual([]);
    people.set("a", "u");
    expect(penalties()).toEqual([]);
    people.clear();
    expect(penalties()).toEqual([["a", "t", 0.9]]);
  });

  it("checks an assertion by the ids it was made with: a later merge breaks none", () => {
    const people = new Merges();
    const journal = journalOf(new Journal(), [
      gift("1", "me", "ann", 1),
      gift("2", "me", "old", 1),
      { id: "3", type: "balance.asserted", at: "2026-03-02", a: "me", b: "ann", amount: 1 },
    ]);
    const ledger = new Ledger(journal, { people });
    people.set("old", "ann");
    expect(ledger.verify()).toEqual([]);
    expect(ledger.book("me", "ann")).toBe(2);
    const late = gift("4", "me", "ann", 1, "2026-03-01");
    expect(codeOf(() => ledger.check(late))).toBe("BALANCE_MISMATCH");
    expect(codeOf(() => ledger.check({ ...late, receiver: "old" } as EventInput))).toBe("none");
  });

  it("equals the slow sums over rewritten ids, whenever people are merged, and stays balanced", async () => {
    const merges = fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)), {
      maxLength: 4,
    });
    let moved = 0;
    await assertUntil(
      () => moved > 0,
      fc.property(history(30), merges, time, fc.nat(30), (events, pairs, now, when) => {
        // Those who are kept stay themselves, as in a network.
        const keeps = new Map<string, string>();
        for (const [id, kept] of pairs)
          if (!keeps.has(kept) && ![...keeps.values()].includes(id) && id !== kept) keeps.set(id, kept);
        const people = new Merges();
        const journal = new Journal();
        const ledger = new Ledger(journal, { people });
        for (const [i, event] of events.entries()) {
          if (i === when) for (const [id, kept] of keeps) people.set(id, kept);
          journal.append(event);
          ledger.balances();
        }
        if (when >= events.length) for (const [id, kept] of keeps) people.set(id, kept);
        const slow = slowLedger(events, people.canonical);
        const plain = slowLedger(events);
        const today = utcDay(now);
        for (const a of PEOPLE) {
          for (const b of PEOPLE) {
            const [x, y] = [people.canonical(a), people.canonical(b)];
            expect(ledger.book(a, b)).toBe(slow.book(x, y));
            expect(ledger.tieFactor({ between: [a, b], now })).toBe(0.9 ** slow.wasted(x, y, dayOf(now)));
            const ages = slow.sales(x, y, today).map(({ day }) => today - day);
            expect(ledger.saleAge({ seller: a, customer: b, now })).toBe(
              ages.length === 0 ? undefined : Math.min(...ages),
            );
            if (x === y) continue;
            if (slow.book(x, y) !== plain.book(x, y)) moved++;
            const { balance } = ledger.standing({
              seeker: a,
              counterpart: b,
              strength: 0,
              commonFriends: 0,
              now,
            });
            const wanted = slow.receiverSum(x, y, today) - slow.giverSum(y, x, today);
            expect(Math.abs(balance - wanted)).toBeLessThan(1e-9);
          }
        }
        const total = ledger.balances().reduce((sum, { amount }) => sum + Math.round(amount * 1000), 0);
        expect(total).toBe(0);
        expect(ledger.balances().every(({ person }) => people.canonical(person) === person)).toBe(true);
        const atOnce = new Ledger(journal, { people });
        expect(JSON.stringify([ledger.balances(), ledger.entries()])).toBe(
          JSON.stringify([atOnce.balances(), atOnce.entries()]),
        );
        // Undone, it is the ledger of the ids again.
        people.clear();
        expect(ledger.balances()).toEqual(new Ledger(journal).balances());
      }),
      { numRuns: runs(100) },
    );
    expect(moved).toBeGreaterThan(0);
  });
});
