import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { history, journalOf, PEOPLE, time } from "../support/journal-arbitraries.js";
import { runs } from "../support/journal-runs.js";
import { dayOf, slowLedger } from "../support/ledger-oracle.js";

describe("Ledger against the slow sums", () => {
  it("books, perceives and gates as the sums over all entries do, live and folded at once", () => {
    fc.assert(
      fc.property(
        history(),
        fc.array(time, { minLength: 3, maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(6),
        (events, times, strength, commonFriends) => {
          const journal = new Journal();
          const live = new Ledger(journal);
          for (const event of events) {
            journal.append(event);
            live.book("me", "ann");
          }
          const atOnce = new Ledger(journal);
          const slow = slowLedger(events);
          for (const a of PEOPLE) {
            for (const b of PEOPLE) {
              if (a === b) continue;
              expect(live.book(a, b)).toBe(slow.book(a, b));
              expect(live.book(a, b) === -live.book(b, a)).toBe(true);
              for (const now of times) {
                const today = dayOf(now);
                const standing = live.standing({ seeker: a, counterpart: b, strength, commonFriends, now });
                const limit = (1 + 3 * strength) * (1 + 0.15 * Math.min(commonFriends, 4));
                const gave = slow.receiverSum(a, b, today);
                const got = slow.giverSum(b, a, today);
                expect(Math.abs(standing.drawable - (gave - got + limit))).toBeLessThan(1e-9);
                expect(Math.abs(standing.limit - limit)).toBeLessThan(1e-12);
                expect(
                  Math.abs(standing.price(2) - 2 * (1 + Math.max(0, got - gave) / limit) ** 2),
                ).toBeLessThan(1e-9);
                const sold = events.filter(
                  (e) =>
                    e.type === "sale.delivered" &&
                    e.seller === a &&
                    e.customer === b &&
                    dayOf(e.at) <= today &&
                    // A reversed sale counts no more, from the day of its reversal on.
                    !events.some(
                      (r) => r.type === "entry.reversed" && r.entry === e.id && dayOf(r.at) <= today,
                    ),
                );
                const recent = sold.some((e) => today - dayOf(e.at) <= 90);
                const blank = slow.gifts(a, b, today) + slow.gifts(b, a, today) + sold.length === 0;
                const open = !blank && (gave >= 0.5 || recent || strength >= 0.75);
                if (Math.abs(gave - 0.5) > 1e-6) {
                  expect(standing.gate).toBe(
                    open ? "open" : slow.gifts(b, a, today) > 0 ? "closed" : "unknown",
                  );
                  expect(standing.unmet.length === 0).toBe(open);
                }
                const { price: _, ...plain } = standing;
                const { price: __, ...other } = atOnce.standing({
                  seeker: a,
                  counterpart: b,
                  strength,
                  commonFriends,
                  now,
                });
                expect(other).toEqual(plain);
              }
            }
          }
          const sum = live.balances().reduce((total, { amount }) => total + Math.round(amount * 1000), 0);
          expect(sum).toBe(0);
        },
      ),
      { numRuns: runs(20) },
    );
  });

  it("keeps a busy pair's forty years within 1e-9, as of any day, a tenth of it late", () => {
    const events: EventInput[] = [];
    let state = 11;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let i = 0; i < runs(3000); i++) {
      const day = 5000 + i * 5 - (random() < 0.1 ? Math.floor(random() * 2000) : 0);
      const [giver, receiver] = random() < 0.5 ? ["me", "ann"] : ["ann", "me"];
      const at = new Date(day * 86_400_000 + 1000 * i).toISOString();
      const size = Math.ceil(random() * 2500) / 1000;
      events.push({
        id: `e${i}`,
        type: "favor.given",
        at,
        giver: giver as string,
        receiver: receiver as string,
        kind: "x",
        size,
      });
      if (random() < 0.05)
        events.push({
          id: `r${i}`,
          type: "entry.reversed",
          at: new Date((day + 40) * 86_400_000).toISOString(),
          entry: `e${i}`,
        });
    }
    const journal = new Journal();
    const live = new Ledger(journal);
    for (const [i, event] of events.entries()) {
      journal.append(event);
      if (i % 100 === 0) live.book("me", "ann");
    }
    const slow = slowLedger(events);
    expect(live.book("me", "ann")).toBe(slow.book("me", "ann"));
    for (let i = 0; i < 60; i++) {
      const today = i === 0 ? 30_000 : 4900 + Math.floor(random() * 16_000);
      const { balance } = live.standing({
        seeker: "me",
        counterpart: "ann",
        strength: 0,
        commonFriends: 0,
        now: new Date(today * 86_400_000),
      });
      const wanted = slow.receiverSum("me", "ann", today) - slow.giverSum("ann", "me", today);
      expect(Math.abs(balance - wanted)).toBeLessThan(1e-9);
    }
  });

  it("takes journals that know nobody", () => {
    const ledger = new Ledger(journalOf(new Journal(), []));
    expect(ledger.book("a", "b")).toBe(0);
    expect(ledger.balances()).toEqual([]);
  });
});
