import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ask, askPrices, solveAskPolicy } from "../../src/planning/index.js";
import { askCases } from "../support/planning-cases.js";
import { oracle } from "../support/planning-oracle.js";
import { exactPrices } from "../support/planning-prices.js";
import { seededRandom } from "../support/random.js";

describe("askPrices", () => {
  it("solves the price equation exactly: forests with and without a shared last ask, in fractions", () => {
    for (const shape of ["forest", "independent", "shared last over forest", "shared last"] as const) {
      fc.assert(
        fc.property(askCases(shape), ({ asks, routes }) => {
          if (asks.some((ask) => ask.probability === 0)) return;
          const { prices, exact } = askPrices({ asks, routes });
          expect(exact).toBe(true);
          const want = exactPrices(
            { asks, routes },
            shape.startsWith("shared last") && routes[0]!.length > 1,
          );
          expect([...prices.keys()].sort()).toEqual([...want.keys()].sort());
          for (const [id, price] of want)
            expect(prices.get(id)! / Math.max(1, price)).toBeCloseTo(price / Math.max(1, price), 9);
        }),
        { numRuns: 150, seed: 41 },
      );
    }
  });

  it("is the value from which on an ask is worth making, at every value", () => {
    fc.assert(
      fc.property(
        askCases("nested", 7),
        fc.double({ min: 0, max: 12, noNaN: true }),
        ({ asks, routes }, value) => {
          const { prices, exact } = askPrices({ asks, routes });
          expect(exact).toBe(true);
          const { possible, afterAsk, best } = oracle({ asks, routes, value });
          const next = solveAskPolicy({ asks, routes, value }).next(new Map());
          const first = possible(new Map()).filter((id) => prices.has(id));
          const least = Math.min(...first.map((id) => prices.get(id)!));
          if (least < value - 1e-9) expect(prices.get(next!)).toBeCloseTo(least, 9);
          if (least > value + 1e-9) expect(next).toBeUndefined();
          if (next !== undefined) expect(afterAsk(new Map(), next)).toBeCloseTo(best(new Map()), 9);
        },
      ),
      { numRuns: 300, seed: 42 },
    );
  });

  it("of what leads to a last ask, and that to another, are what both make of them", () => {
    const { next } = seededRandom(43);
    for (let i = 0; i < 10; i++) {
      const asks = ["a", "b", "c", "x", "t"].map((id) => ({
        id,
        probability: 0.2 + 0.8 * next(),
        cost: 2 * next(),
      }));
      const [a, , c, x, t] = asks as [Ask, Ask, Ask, Ask, Ask];
      const { prices } = askPrices({
        asks,
        routes: [
          ["a", "x", "t"],
          ["b", "x", "t"],
          ["c", "t"],
        ],
      });
      const ended = (price: number, last: Ask) => (price + last.cost) / last.probability;
      expect(prices.get("a")).toBeCloseTo(ended(ended(a.cost / a.probability, x), t), 9);
      expect(prices.get("x")).toBeCloseTo(ended(x.cost / x.probability, t), 9);
      expect(prices.get("c")).toBeCloseTo(ended(c.cost / c.probability, t), 9);
    }
  });

  it("says so where asks are shared crosswise", () => {
    const asks = ["a", "b", "c", "d"].map((id, i) => ({ id, probability: 0.5, cost: i + 1 }));
    const { prices, exact } = askPrices({
      asks,
      routes: [
        ["a", "c"],
        ["b", "c"],
        ["b", "d"],
      ],
    });
    expect(exact).toBe(false);
    expect(prices.get("a")).toBeCloseTo((1 + 0.5 * 3) / 0.25, 12);
    expect(askPrices({ asks, routes: [[]] }).prices.size).toBe(0);
  });
});
