import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

const at = "2026-03-01";
const gift = (size: number, day = at): EventInput => ({
  id: `g${size}${day}`,
  type: "favor.given",
  at: day,
  giver: "me",
  receiver: "ann",
  kind: "x",
  size,
});
const drawing = (size: number, day = at): EventInput => ({
  id: `d${size}${day}`,
  type: "favor.given",
  at: day,
  giver: "ann",
  receiver: "me",
  kind: "x",
  size,
});
const sale = (day = at): EventInput => ({
  id: `s${day}`,
  type: "sale.delivered",
  at: day,
  seller: "me",
  customer: "ann",
});

function standing(events: readonly EventInput[], more: object = {}): ReturnType<Ledger["standing"]> {
  const ledger = new Ledger(journalOf(new Journal(), events));
  return ledger.standing({
    seeker: "me",
    counterpart: "ann",
    strength: 0.3,
    commonFriends: 0,
    now: at,
    ...more,
  });
}

describe("the gate", () => {
  it("is unknown where nothing is on record, and names the missing deposit", () => {
    for (const strength of [0, 0.5, 0.75, 1]) {
      expect(standing([], { strength })).toMatchObject({
        gate: "unknown",
        openWith: { giver: "me", receiver: "ann", kind: "gift", size: 0.5 },
      });
      expect(standing([], { strength }).unmet).toContain("deposit");
    }
    for (const strength of [0.75, 0.8])
      expect(standing([], { strength }).unmet).toEqual(["deposit", "recent-sale"]);
    expect(standing([], { strength: 0.1 }).unmet).toEqual(["deposit", "recent-sale", "strong-tie"]);
    expect(standing([{ ...gift(1), giver: "bob", id: "o" } as EventInput])).toMatchObject({
      gate: "unknown",
    });
  });

  it("is closed on recorded drawing without deposit, or in strict mode", () => {
    expect(standing([drawing(0.05)])).toMatchObject({
      gate: "closed",
      unmet: ["deposit", "recent-sale", "strong-tie"],
    });
    expect(standing([], { gate: "strict" })).toMatchObject({ gate: "closed" });
    expect(standing([gift(0.1)], { gate: "strict" })).toMatchObject({ gate: "closed" });
    const strict = new Ledger(new Journal(), { model: { gate: "strict" } });
    const query = { seeker: "me", counterpart: "ann", strength: 0.3, commonFriends: 0, now: at };
    expect(strict.standing(query).gate).toBe("closed");
    expect(strict.standing({ ...query, gate: "recorded" }).gate).toBe("unknown");
    expect(standing([gift(0.1)])).toMatchObject({
      gate: "unknown",
      unmet: ["deposit", "recent-sale", "strong-tie"],
    });
  });

  it("opens with half a point of deposits as the other feels them now", () => {
    expect(standing([drawing(3), gift(0.4)])).toMatchObject({ gate: "open", unmet: [] });
    expect(standing([drawing(3), gift(0.4)])).not.toHaveProperty("openWith");
    expect(standing([drawing(3), gift(0.399)])).toMatchObject({
      gate: "closed",
      openWith: { kind: "comment", size: 0.05 },
    });
    expect(standing([drawing(3), gift(0.4)], { now: "2026-03-02" })).toMatchObject({ gate: "closed" });
    expect(standing([drawing(3), gift(2)], { now: "2046-03-02" })).toMatchObject({ gate: "open" });
  });

  it("opens with a sale of the last 90 days, or a strong tie", () => {
    expect(standing([drawing(3), sale()], { now: "2026-05-30" })).toMatchObject({ gate: "open" });
    expect(standing([drawing(3), sale()], { now: "2026-05-31" })).toMatchObject({ gate: "closed" });
    expect(standing([drawing(3), sale("2025-01-01"), sale("2026-02-01")])).toMatchObject({ gate: "open" });
    expect(standing([drawing(3), sale("2026-02-01"), sale("2025-01-01")])).toMatchObject({ gate: "open" });
    expect(standing([drawing(3), sale("2026-03-02")])).toMatchObject({ gate: "closed" });
    expect(standing([sale("2025-01-01")])).toMatchObject({ gate: "unknown" });
    expect(standing([sale("2025-01-01")], { strength: 0.8 })).toMatchObject({ gate: "open" });
    expect(standing([drawing(3)], { strength: 0.75 })).toMatchObject({ gate: "open" });
    expect(standing([drawing(3)], { strength: 0.749 })).toMatchObject({ gate: "closed" });
    expect(standing([], { strength: 0.75, gate: "strict" })).toMatchObject({ gate: "open" });
  });

  it("names the cheapest favor that opens it today, and it does", () => {
    const cases: [number, string, number][] = [
      [0.05, "gift", 0.5],
      [0.15, "advice", 0.25],
      [0.2, "advice", 0.25],
      [0.3, "article", 0.1],
      [0.36, "comment", 0.05],
    ];
    for (const [given, kind, size] of cases) {
      const events = [drawing(3), gift(given)];
      const { openWith } = standing(events);
      expect([given, openWith]).toEqual([given, { giver: "me", receiver: "ann", kind, size }]);
      const done: EventInput = { id: "now", type: "favor.given", at, giver: "me", receiver: "ann", kind };
      expect(standing([...events, done]).gate).toBe("open");
    }
    const poor = new Ledger(journalOf(new Journal(), [drawing(3)]), { model: { gateDeposit: 1000 } });
    expect(
      poor.standing({ seeker: "me", counterpart: "ann", strength: 0.3, commonFriends: 0, now: at }),
    ).not.toHaveProperty("openWith");
  });

  it("is with a gift that is only thought of as it would be with that favor of today", () => {
    for (const events of [[], [drawing(3)], [gift(0.3), drawing(2)]])
      for (const size of [0.05, 0.5, 2]) {
        const numbers = ({ drawable, balance, limit, priceFactor, price }: ReturnType<typeof standing>) => {
          const amounts = { drawable, balance, limit, priceFactor, price: price(1) };
          return Object.fromEntries(Object.entries(amounts).map(([name, n]) => [name, n?.toFixed(9)]));
        };
        const done = standing([...events, gift(size, "2026-03-01T12:00")]);
        expect(numbers(standing(events, { gift: size }))).toEqual(numbers(done));
        expect(numbers(standing(events, { gift: 0 }))).toEqual(numbers(standing(events)));
      }
  });

  it("leaves events of later days out of the standing, not of the book", () => {
    const events = [gift(2, "2026-03-02"), drawing(3, "2026-03-03")];
    const ledger = new Ledger(journalOf(new Journal(), events));
    const query = { seeker: "me", counterpart: "ann", strength: 0, commonFriends: 0 };
    expect(ledger.standing({ ...query, now: at })).toMatchObject({ gate: "unknown", drawable: 1, limit: 1 });
    expect(ledger.standing({ ...query, now: "2026-03-02T00:00:00Z" })).toMatchObject({
      gate: "open",
      drawable: 3.5,
    });
    expect(ledger.book("me", "ann")).toBe(-1);
  });
});

describe("limit and price", () => {
  it("follow the README's formulas", () => {
    expect(standing([], { strength: 0, commonFriends: 0 })).toMatchObject({ drawable: 1, limit: 1 });
    expect(standing([], { strength: 1, commonFriends: 4 }).limit).toBeCloseTo(6.4, 12);
    expect(standing([], { strength: 1, commonFriends: 9 }).limit).toBeCloseTo(6.4, 12);
    expect(standing([], { strength: 0.5, commonFriends: 1 }).limit).toBeCloseTo(2.5 * 1.15, 12);
    const deep = standing([drawing(3)], { strength: 0 });
    expect(deep.drawable).toBe(-2);
    expect(deep.balance).toBe(-3);
    expect(deep.price(1)).toBe(16);
    expect(deep.price(0.5)).toBe(8);
    expect(standing([gift(3)]).price(2)).toBe(2);
  });

  it("takes no nonsense", () => {
    for (const bad of [
      { strength: -0.1 },
      { strength: 1.1 },
      { strength: Number.NaN },
      { commonFriends: -1 },
      { commonFriends: Number.NaN },
      { seeker: "ann" },
    ]) {
      expect([bad, codeOf(() => standing([], bad))]).toEqual([bad, "INVALID_ARGUMENT"]);
    }
    expect(codeOf(() => standing([], { now: "soon" }))).toBe("INVALID_DATE");
    expect(codeOf(() => standing([], { seeker: 5 }))).toBe("INVALID_ID");
    expect(codeOf(() => standing([], { counterpart: "\ud800" }))).toBe("INVALID_ID");
  });
});
