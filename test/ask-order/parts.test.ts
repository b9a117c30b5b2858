import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { type Part, Parts, upperOf } from "../../src/ask-order/parts.js";
import { freeAsk } from "../../src/ask-order/policy-search.js";
import { curveAt } from "../../src/ask-order/price-curve.js";
import { DONE, ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { oracle } from "../support/planning-oracle.js";
import { type Random, seededRandom } from "../support/random.js";

const VALUE = 12;

/** Up to five routes over a few asks, half of the time with a last ask that all end in. */
function drawn({ below, next, pick }: Random) {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const isEnded = below(2) === 0;
  const asks = [...ids, "last"].map((id) => ({
    id,
    probability: 0.1 + 0.8 * next(),
    cost: pick([0, next(), 2 * next()]),
  }));
  const routes = Array.from({ length: 2 + below(4) }, () => [
    ...new Set([pick(ids), pick(ids), ...(below(2) > 0 ? [pick(ids)] : [])]),
    ...(isEnded ? ["last"] : []),
  ]);
  return { asks, routes };
}

function partsOf(input: ReturnType<typeof drawn>, value = VALUE) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  const parts = new Parts(numbers, residual, value, value);
  const start = residual.start(numbers.routes);
  return { numbers, residual, parts, start, left: parts.leftOf(start) as readonly Part[] };
}

describe("parts of residual routes", () => {
  it.each([1, 2, 3, 4, 5])(
    "are worth no less than the best of all policies, and just that where their structure is exact (%i)",
    (seed) => {
      const random = seededRandom(seed);
      let [exact, open] = [0, 0];
      for (let i = 0; i < 5; i++) {
        const input = drawn(random);
        const { numbers, residual, parts, left } = partsOf(input);
        for (const part of left) {
          const routes = residual.routes(part.state).map((route) => route.map((ask) => numbers.ids[ask]!));
          for (const value of [2, 6, VALUE]) {
            const { best, afterAsk } = oracle({ asks: input.asks, routes, value });
            const most = best(new Map());
            expect(curveAt(part.upper, value)).toBeGreaterThanOrEqual(most - 1e-9);
            if (part.lower !== part.upper) continue;
            expect(curveAt(part.upper, value)).toBeCloseTo(most, 9);
            if (most > 1e-9) expect(afterAsk(new Map(), numbers.ids[part.ask]!)).toBeCloseTo(most, 9);
          }
          if (part.lower === part.upper) {
            exact++;
            expect([part.candidates, part.last]).toEqual([[], undefined]);
            continue;
          }
          open++;
          const ends = new Set(routes.map((route) => route.at(-1)));
          expect(part.last === undefined).toBe(ends.size > 1 || routes.some((route) => route.length < 2));
          if (part.last !== undefined) {
            const { ask, inner } = part.last;
            expect(ends).toEqual(new Set([numbers.ids[ask]!]));
            expect(part.upper).toEqual(parts.curveBefore(upperOf(inner), ask));
            expect(inner.flatMap((one) => [...one.state]).length).toBe(part.state.length);
          } else {
            expect([...part.candidates]).toEqual([...part.candidates].sort((a, b) => a - b));
            const freeOne = freeAsk(residual.routes(part.state), numbers.cost);
            const free = freeOne !== undefined;
            if (free) expect(part.candidates).toEqual([freeOne]);
            const { best, afterAsk } = oracle({ asks: input.asks, routes, value: VALUE });
            const gains = part.candidates.map((ask) => afterAsk(new Map(), numbers.ids[ask]!));
            if (free || best(new Map()) > 1e-9) expect(Math.max(...gains)).toBeCloseTo(best(new Map()), 9);
          }
        }
      }
      expect(exact + open).toBeGreaterThan(4);
    },
  );

  it("are held once, and count as work by the square of their routes", () => {
    const routes = Array.from({ length: 30 }, (_, i) => [`x${i % 4}`, `y${i}`, `z${i % 3}`]);
    const asks = [...new Set([...routes.flat(), "own"])].map((id) => ({ id, probability: 0.5, cost: 1 }));
    const { parts, start, left, residual } = partsOf({ asks, routes: [...routes, ["own"]] });
    expect(left.length).toBe(2);
    expect(parts.work).toBe(9 + 1);
    expect(parts.leftOf(start)).toEqual(left);
    expect(parts.leftOf(start).at(0)).toBe(left[0]);
    expect(parts.work).toBe(10);
    const wide = left.find((part) => part.state.length === 30)!;
    const { yes, no } = parts.after(wide, wide.candidates[0]!);
    expect(no).toEqual(parts.leftOf(residual.declined(wide.state, wide.candidates[0]!)));
    expect(yes).toEqual(parts.leftOf(residual.agreed(wide.state, wide.candidates[0]!)));
    expect(parts.leftOf(DONE)).toBe("success");
  });

  it("of too many prices get fewer of them, each side on its own, and count their prices as work", () => {
    const { parts } = partsOf({ asks: [{ id: "a", probability: 0.5, cost: 0 }], routes: [["a"]] }, 1e9);
    const curve = (count: number) => ({
      prices: Array.from({ length: count }, (_, i) => 1 + i),
      masses: new Array<number>(count).fill(1 / count),
    });
    const none = { prices: [], masses: [] };
    const before = parts.work;
    expect(parts.curve(0, curve(400), none).prices.length).toBe(400);
    expect(parts.work - before).toBeCloseTo(400 / 500, 12);
    for (const count of [700, 1_201]) {
      const [above, below] = [
        parts.upperCurve(0, curve(count), none),
        parts.lowerCurve(0, curve(count), none),
      ];
      expect(Math.max(above.prices.length, below.prices.length)).toBeLessThanOrEqual(500);
      for (const value of [10, 100, 650, 2_000]) {
        const full = 0.5 * curveAt(curve(count), value);
        expect(curveAt(above, value)).toBeGreaterThanOrEqual(full - 1e-9);
        expect(curveAt(below, value)).toBeLessThanOrEqual(full + 1e-9);
        // No price is moved by more than three steps.
        expect(curveAt(above, value)).toBeLessThanOrEqual(0.5 * curveAt(curve(count), value + 3) + 1e-9);
        expect(curveAt(below, value)).toBeGreaterThanOrEqual(0.5 * curveAt(curve(count), value - 3) - 1e-9);
      }
    }
  });
});
