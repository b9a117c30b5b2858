import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { valueOfResult } from "../../src/ask-order/policy-value.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { cheapestHead, structureOf } from "../../src/ask-order/route-structure.js";
import { searchRoutes } from "../../src/ask-order/search-routes.js";
import { oracle } from "../support/planning-oracle.js";
import { type Random, seededRandom } from "../support/random.js";

/** Routes that cross, over six asks. */
function drawn({ below, next, pick }: Random) {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const asks = ids.map((id) => ({ id, probability: 0.1 + 0.8 * next(), cost: 0.1 + 2 * next() }));
  const routes = [
    ["a", "b"],
    ["b", "c"],
    ["c", "d", "a"],
    [pick(ids), pick(ids.slice(3)), "e"],
  ].map((route) => [...new Set(route)]);
  return { asks, routes, value: pick([undefined, 3, 8, 20]), at: below(3) };
}

/** What a search finds, and how many residual routes it looked at. */
function found(input: ReturnType<typeof drawn>, maxStates: number | undefined) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  let steps = 0;
  residual.step = () => {
    steps++;
  };
  const start = residual.start(numbers.routes);
  const value = input.value ?? Number.POSITIVE_INFINITY;
  return {
    ...searchRoutes(numbers, residual, start, value, maxStates),
    numbers,
    residual,
    start,
    value,
    steps,
  };
}

describe("a search over routes", () => {
  it.each([1, 2, 3, 4])(
    "has the best policy by states where they do, and by parts where they do not (%i)",
    (seed) => {
      const random = seededRandom(seed);
      let unproved = 0;
      for (let i = 0; i < 4; i++) {
        const input = drawn(random);
        const { best, afterAsk } = oracle(input);
        const most = best(new Map());
        for (const maxStates of [10_000, 0]) {
          const { exact, result, search, bound, numbers, start, value } = found(input, maxStates);
          expect(bound).toBeGreaterThanOrEqual(most - 1e-9);
          expect(valueOfResult(result!, value)).toBeLessThanOrEqual(most + 1e-9);
          if (!exact) {
            unproved++;
            expect(maxStates).toBe(0);
            // One ask for each part, whatever lies beside it, is not always the best.
            expect(most - valueOfResult(result!, value)).toBeLessThanOrEqual(0.011 * Math.abs(most));
            expect(bound - most).toBeLessThanOrEqual(0.003 * Math.abs(most));
            continue;
          }
          expect(valueOfResult(result!, value)).toBeCloseTo(most, 9);
          expect(bound).toBeCloseTo(most, 9);
          const ask = search.choice(start, 1_000);
          if (ask >= 0) expect(afterAsk(new Map(), numbers.ids[ask]!)).toBeCloseTo(most, 9);
          else expect(most).toBeCloseTo(0, 9);
        }
      }
      expect(unproved).toBeLessThanOrEqual(2);
    },
  );

  it("that is not to search asks by the index, plays nothing out, and says what no policy exceeds", () => {
    const random = seededRandom(5);
    for (let i = 0; i < 12; i++) {
      const input = drawn(random);
      const { exact, result, search, bound, numbers, residual, start, value, steps } = found(
        input,
        undefined,
      );
      expect([exact, result]).toEqual([false, undefined]);
      const most = oracle(input).best(new Map());
      expect(bound).toBeGreaterThanOrEqual(most - 1e-9);
      expect(bound).toBeLessThanOrEqual(Math.max(most + 1, 0.6 * most));
      const { ask, price } = cheapestHead(structureOf(residual.routes(start), numbers));
      expect(search.choice(start, 0)).toBe(price > value ? -1 : ask);
      expect(steps).toBeLessThanOrEqual(2);
    }
  });

  it("is the same, but for the unit, where value and costs are scaled", () => {
    const random = seededRandom(9);
    for (let i = 0; i < 3; i++) {
      const input = drawn(random);
      const plain = found(input, 0);
      for (const factor of [2 ** -40, 2 ** 40]) {
        const scaled = {
          ...input,
          asks: input.asks.map((ask) => ({ ...ask, cost: ask.cost * factor })),
          value: input.value === undefined ? undefined : input.value * factor,
        };
        const { exact, bound, result, steps } = found(scaled, 0);
        expect([exact, bound / factor, steps]).toEqual([plain.exact, plain.bound, plain.steps]);
        expect([result!.success, result!.cost / factor]).toEqual([plain.result!.success, plain.result!.cost]);
      }
    }
  });

  it("looks at no more residual routes than measured", () => {
    const random = seededRandom(6);
    const sums = [0, 0];
    for (let i = 0; i < 8; i++) {
      const input = drawn(random);
      [10_000, 0].forEach((maxStates, at) => {
        sums[at]! += found(input, maxStates).steps;
      });
    }
    expect(sums[0]).toBeLessThanOrEqual(288);
    expect(sums[1]).toBeLessThanOrEqual(140);
  });
});
