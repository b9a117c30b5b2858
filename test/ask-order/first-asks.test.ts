import { describe, expect, it } from "vitest";
import { firstAsksOf } from "../../src/ask-order/first-asks.js";
import { seededRandom } from "../support/random.js";

describe("the asks that may be next", () => {
  it("are those that several routes hold, and of asks that open the same thing the cheapest, of equals the smallest", () => {
    const { below, pick, next } = seededRandom(61);
    let tied = 0;
    for (let i = 0; i < 80; i++) {
      // Asks 0 and 1 begin, 8 and 9 end several routes; the others are each of one route alone.
      const names = [2, 3, 4, 5, 6, 7].map((ask) => ({ ask, key: next() })).sort((a, b) => a.key - b.key);
      const routes: number[][] = [
        [0, 8],
        [0, 9],
        [1, 8],
        [1, 9],
      ];
      while (names.length > 0) {
        const own = names.splice(0, 1 + below(2)).map(({ ask }) => ask);
        routes.splice(below(routes.length + 1), 0, [...own, pick([8, 9])]);
      }
      const probability = Array.from({ length: 10 }, () => pick([0.25, 0.5, 1]));
      const cost = Array.from({ length: 10 }, () => 1 + below(2));
      const want = [0, 1];
      for (const end of [8, 9]) {
        const ways = routes
          .filter((route) => route.at(-1) === end && route[0]! > 1)
          .map((route) => {
            let [reach, spent] = [1, 0];
            for (const ask of route.slice(0, -1)) {
              spent += reach * cost[ask]!;
              reach *= probability[ask]!;
            }
            return { ask: route[0]!, price: spent / reach };
          });
        const least = Math.min(...ways.map(({ price }) => price));
        const cheapest = ways.filter(({ price }) => price === least).map(({ ask }) => ask);
        if (cheapest.length > 1) tied++;
        if (cheapest.length > 0) want.push(Math.min(...cheapest));
      }
      expect([...new Set(firstAsksOf(routes, { probability, cost }))].sort()).toEqual(want.sort());
    }
    expect(tied).toBeGreaterThan(15);
  });
});
