import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { freeAsk, PolicySearch } from "../../src/ask-order/policy-search.js";
import { DONE, ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { cheapestHead, exactStructureOf, structureOf } from "../../src/ask-order/route-structure.js";
import { oracle } from "../support/planning-oracle.js";
import { type Random, seededRandom } from "../support/random.js";

/**
 * Routes that cross, over up to five asks; perhaps behind one that all begin with, or beside one that shares nothing. More than half of the
 * worlds have few different numbers, so that many asks are worth the same.
 */
function drawn({ below, next, pick, chance }: Random) {
  const ids = ["b", "c", "d", "e", "f"].slice(0, 4 + below(2));
  const coarse = chance(0.6);
  const first = chance(0.25) ? ["g"] : [];
  const asks = ["a", ...ids, "g"].map((id) => ({
    id,
    probability: coarse ? pick([0.5, 1]) : 0.1 + 0.8 * next(),
    cost: coarse ? below(3) : pick([0, next(), 2 * next()]),
  }));
  const crossed = Array.from({ length: 3 + below(3) }, () => [
    ...first,
    ...new Set([pick(ids), pick(ids), pick(ids)]),
  ]);
  const routes = chance(0.3) ? [...crossed, ["a"]] : crossed;
  const used = new Set(routes.flat());
  return { asks: asks.filter(({ id }) => used.has(id)), routes, value: pick([undefined, 1, 2, 4, 5.5]) };
}

describe("a search over states", () => {
  it.each([1, 2, 3, 4, 5, 6])(
    "asks the first of those that bring most, and stops only where each brings less than nothing (%i)",
    (seed) => {
      const random = seededRandom(seed);
      for (let i = 0; i < 6; i++) {
        const input = drawn(random);
        const numbers = numberRoutes(input);
        const residual = new ResidualRoutes();
        const start = residual.start(numbers.routes);
        const search = new PolicySearch(numbers, residual, input.value ?? Number.POSITIVE_INFINITY);
        const { ask, success, cost } = search.solve(start, 1_000)!;
        const { best, afterAsk } = oracle(input);
        const most = best(new Map());
        expect((input.value ?? 0) * success - cost).toBeCloseTo(most, 9);
        expect(search.choice(start, 0)).toBe(ask);
        const fresh = new PolicySearch(numbers, residual, input.value ?? Number.POSITIVE_INFINITY);
        expect(fresh.choice(start, 1_000)).toBe(ask);
        if (start === DONE) {
          expect([ask, success, cost]).toEqual([-1, 1, 0]);
          continue;
        }
        const routes = residual.routes(start);
        const open: number[] = [];
        if (routes.length === 0 || exactStructureOf(routes, numbers, open) !== undefined) continue;
        const free = freeAsk(routes, numbers.cost);
        const candidates = free === undefined ? [...new Set(open)].sort((a, b) => a - b) : [free];
        const good = candidates.find((one) => afterAsk(new Map(), numbers.ids[one]!) >= most - 1e-9);
        expect(ask).toBe(good ?? -1);
      }
    },
  );

  it("without room takes the cheapest ask by the index, the same whenever asked, and stops where none pays", () => {
    const random = seededRandom(7);
    let stops = 0;
    for (let i = 0; i < 40; i++) {
      const input = drawn(random);
      const value = input.value ?? Number.POSITIVE_INFINITY;
      const numbers = numberRoutes(input);
      const residual = new ResidualRoutes();
      const start = residual.start(numbers.routes);
      if (start === DONE || start.length === 0) continue;
      const search = new PolicySearch(numbers, residual, value);
      expect(search.solve(start, 0)).toBeUndefined();
      const { ask, price } = cheapestHead(structureOf(residual.routes(start), numbers));
      const want = price > value * (1 + 1e-9) ? -1 : ask;
      if (want < 0) stops++;
      for (let again = 0; again < 2; again++) expect(search.choice(start, 0)).toBe(want);
    }
    expect(stops).toBeGreaterThan(0);
    const search = new PolicySearch(numberRoutes({ asks: [], routes: [] }), new ResidualRoutes(), 1);
    expect([search.choice(DONE, 0), search.choice([], 0)]).toEqual([-1, -1]);
    expect(search.solve(DONE, 0)).toEqual({ ask: -1, success: 1, cost: 0 });
    expect(search.solve([], 0)).toEqual({ ask: -1, success: 0, cost: 0 });
  });

  it("counts a state of many routes as the square of them, and asks what brings just its cost", () => {
    const ask = (id: string) => ({ id, probability: 0.4, cost: 1 });
    const within = (more: number, limit: number) => {
      const crossed = ["a x", "a y", "b x", "b y"].map((route) => route.split(" "));
      const routes = [...crossed, ...Array.from({ length: more }, (_, i) => ["a", `z${i}`])];
      const numbers = numberRoutes({ asks: [...new Set(routes.flat())].map(ask), routes });
      const residual = new ResidualRoutes();
      return new PolicySearch(numbers, residual, 30).solve(residual.start(numbers.routes), limit);
    };
    // After either answer to a or b nothing is shared any more: four such states count.
    expect([within(0, 3), within(0, 4)].map((found) => found === undefined)).toEqual([true, false]);
    expect([within(26, 25), within(26, 27)].map((found) => found === undefined)).toEqual([true, false]);
    const single = numberRoutes({ asks: [{ id: "a", probability: 0.5, cost: 1 }], routes: [["a"]] });
    const residual = new ResidualRoutes();
    const at = (value: number) =>
      new PolicySearch(single, residual, value).solve(residual.start(single.routes), 9);
    expect(at(2)).toEqual({ ask: 0, success: 0.5, cost: 1 });
    expect(at(1.999)).toEqual({ ask: -1, success: 0, cost: 0 });
  });

  it("looks once for the cheapest ask of a state for which there is no room", () => {
    const input = drawn(seededRandom(9));
    const numbers = numberRoutes(input);
    const residual = new ResidualRoutes();
    const start = residual.start(numbers.routes);
    const search = new PolicySearch(numbers, residual, 50);
    const first = search.choice(start, 0);
    let looks = 0;
    const routesOf = residual.routes.bind(residual);
    residual.routes = (state) => {
      looks++;
      return routesOf(state);
    };
    expect(search.choice(start, 0)).toBe(first);
    expect(looks).toBe(0);
  });

  it("makes at once the smallest free ask that stands first wherever it stands", () => {
    const { below } = seededRandom(8);
    let found = 0;
    for (let i = 0; i < 200; i++) {
      const routes = Array.from({ length: 1 + below(3) }, () => [...new Set([below(5), below(5), below(5)])]);
      const cost = Array.from({ length: 5 }, () => below(2));
      for (const except of [-1, 0, 3]) {
        const free = [0, 1, 2, 3, 4].filter(
          (ask) =>
            ask !== except &&
            cost[ask] === 0 &&
            routes.some((route) => route[0] === ask) &&
            !routes.some((route) => route.slice(1).includes(ask)),
        );
        if (free.length > 1) found++;
        expect(freeAsk(routes, cost, except)).toBe(free[0]);
      }
    }
    expect(found).toBeGreaterThan(8);
    expect([0, 1, 2].map((ask) => freeAsk([[ask]], [0, 0, 0]))).toEqual([0, 1, 2]);
  });
});
