import { describe, expect, it } from "vitest";
import { chargeCurve } from "../../src/ask-order/charge-curve.js";
import { valueOfBlocks } from "../../src/ask-order/policy-value.js";
import { curveAt } from "../../src/ask-order/price-curve.js";
import { structureOf } from "../../src/ask-order/route-structure.js";
import { type Random, seededRandom } from "../support/random.js";

type Route = readonly number[];
interface World {
  readonly routes: readonly Route[];
  readonly probability: readonly number[];
  readonly cost: readonly number[];
}

/** The charges as they are defined, every answer gone through. */
function plainCharges({ routes, probability, cost }: World) {
  const holding = (ask: number) => routes.filter((route) => route.includes(ask));
  const openerOf = (ask: number): number => {
    const all = holding(ask);
    const before = all[0]!.slice(0, all[0]!.indexOf(ask));
    const always = before.filter((other) =>
      all.every((route) => route.includes(other) && route.indexOf(other) < route.indexOf(ask)),
    );
    return always.at(-1) ?? -1;
  };
  const hangsOn = (ask: number, on: number): boolean => {
    const opener = openerOf(ask);
    return opener === on || (opener >= 0 && hangsOn(opener, on));
  };
  const charge = (route: Route, opener: number): number =>
    route
      .filter((ask) => openerOf(ask) === opener)
      .reduce((sum, ask) => sum + Math.max(priceOf(ask), charge(route, ask)), 0);
  const prices = new Map<number, number>();
  /** u with p E max(0, u - the least that is charged below) = c. */
  const priceOf = (ask: number): number => {
    const known = prices.get(ask);
    if (known !== undefined) return known;
    const steps = holding(ask).map((route) => ({
      at: charge(route, ask),
      asks: route.filter((other) => hangsOn(other, ask)),
    }));
    const draws = least(steps).sort(([a], [b]) => a - b);
    const want = cost[ask]! / probability[ask]!;
    let [mass, sum, price] = [0, 0, Number.POSITIVE_INFINITY];
    for (const [at, chance] of draws) {
      if (price <= at) break;
      mass += chance;
      sum += chance * at;
      price = (want + sum) / mass;
    }
    prices.set(ask, price);
    return price;
  };
  /** Of all answers to the asks of these steps, the least charge of a step that is all yes, and how likely. */
  const least = (steps: readonly { readonly at: number; readonly asks: Route }[]): [number, number][] => {
    const asks = [...new Set(steps.flatMap((step) => step.asks))];
    const draws: [number, number][] = [];
    for (let mask = 0; mask < 2 ** asks.length; mask++) {
      const isYes = (ask: number) => ((mask >> asks.indexOf(ask)) & 1) === 1;
      const open = steps.filter((step) => step.asks.every(isYes));
      if (open.length === 0) continue;
      const chance = asks.reduce((p, ask) => p * (isYes(ask) ? probability[ask]! : 1 - probability[ask]!), 1);
      draws.push([Math.min(...open.map(({ at }) => at)), chance]);
    }
    return draws;
  };
  const all = least(routes.map((route) => ({ at: charge(route, -1), asks: route })));
  return (value: number): number =>
    all.reduce((sum, [at, chance]) => sum + chance * Math.max(0, value - at), 0);
}

/** Up to six routes of up to four asks: contacts, ways that may be shared, ties; in any order where they are crossed. */
function drawn({ next, below, pick }: Random, crossed: boolean): World {
  const routes = Array.from({ length: 1 + below(5) }, (_, i) =>
    crossed
      ? [...new Set([below(6), below(6), below(6)])]
      : [
          below(2),
          ...(below(2) > 0 ? [2 + below(2)] : []),
          ...(below(3) > 0 ? [6 + i] : []),
          ...(below(2) > 0 ? [4 + below(2)] : []),
        ],
  );
  const distinct = new Map(routes.map((route) => [route.join(), route]));
  return {
    routes: [...distinct.values()],
    probability: Array.from({ length: 12 }, () => pick([1, 0.5, 0.1 + 0.9 * next()])),
    cost: Array.from({ length: 12 }, () => pick([0, 1, 2 * next(), 2 * next()])),
  };
}
const VALUES = [0.5, 1, 2, 4, 7, 12, 20, 50];

describe("what no policy exceeds by charges", () => {
  it.each([
    ["contacts, ways and ties", false],
    ["any asks", true],
  ])("is the least charge of all routes that are all yes, over all answers: %s", (_, crossed) => {
    const random = seededRandom(71);
    for (let i = 0; i < 30; i++) {
      const world = drawn(random, crossed);
      const worth = plainCharges(world);
      const curve = chargeCurve(world.routes, world, 50);
      for (const value of VALUES) expect(curveAt(curve, value)).toBeCloseTo(worth(value), 9);
      for (const most of [3, 10]) {
        const cut = chargeCurve(world.routes, world, most);
        expect(Math.max(0, ...cut.prices)).toBeLessThanOrEqual(most);
        expect(curveAt(cut, most)).toBeCloseTo(worth(most), 9);
      }
    }
  });

  it("is what the index brings where routes share first asks alone", () => {
    const { next, below } = seededRandom(72);
    for (let i = 0; i < 30; i++) {
      const routes = Array.from({ length: 2 + below(4) }, (_, at) =>
        below(2) > 0 ? [0, ...(below(2) > 0 ? [1] : []), 2 + at] : [7 + at, 2 + at],
      );
      const world = {
        probability: Array.from({ length: 13 }, () => 0.1 + 0.9 * next()),
        cost: Array.from({ length: 13 }, () => 2 * next()),
      };
      const { blocks, exact } = structureOf(routes, world);
      expect(exact).toBe(true);
      const curve = chargeCurve(routes, world, 100);
      for (const value of VALUES) {
        const { success, cost } = valueOfBlocks(blocks, value);
        expect(curveAt(curve, value)).toBeCloseTo(value * success - cost, 9);
      }
    }
  });

  it("gives each route a copy of the asks that six others of more routes leave no room for", () => {
    const { next } = seededRandom(73);
    // Asks 0 to 5 are in three routes each, 6 and 7 in two: those two are taken for copies.
    const routes = [
      [0, 1, 6],
      [2, 3, 6],
      [4, 5, 7],
      [0, 2, 7],
      [1, 4],
      [3, 5],
      [0, 3],
      [1, 5],
      [2, 4],
    ];
    const copied = routes.map((route, i) => route.map((ask) => (ask >= 6 ? 8 + i : ask)));
    for (let i = 0; i < 3; i++) {
      const own = Array.from({ length: 8 }, () => 0.2 + 0.6 * next());
      const probability = [...own, ...routes.map((route) => own[route.at(-1)!]!)];
      // What the others cost is charged on every route; the two cost nothing, and open nothing.
      const cost = [...own.slice(0, 6).map((p) => 2 * p * next()), ...new Array<number>(11).fill(0)];
      const curve = chargeCurve(routes, { probability, cost }, 50);
      const worth = plainCharges({ routes: copied, probability, cost });
      for (const value of VALUES) expect(curveAt(curve, value)).toBeCloseTo(worth(value), 9);
    }
  });
});
