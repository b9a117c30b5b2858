import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Journal } from "../../src/journal/index.js";
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
                    e.type === "sale.delivered" && e.seller === a && e.customer === b && dayOf(e.at) <= today,
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
      { numRuns: runs(150) },
    );
  });

  it("takes journals that know nobody", () => {
    const ledger = new Ledger(journalOf(new Journal(), []));
    expect(ledger.book("a", "b")).toBe(0);
    expect(ledger.balances()).toEqual([]);
  });
});
