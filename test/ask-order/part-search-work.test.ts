import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { PartSearch } from "../../src/ask-order/part-search.js";
import { valueOfResult } from "../../src/ask-order/policy-value.js";
import { upperValueOf } from "../../src/ask-order/price-curve.js";
import { DONE, ResidualRoutes, type State } from "../../src/ask-order/residual-routes.js";
import type { AskPolicyInput } from "../../src/planning/index.js";
import { type Random, seededRandom } from "../support/random.js";

/** Contacts with several ways on, ties that several ways end in; half of the time on a grid of few numbers. */
function drawn({ below, next, pick }: Random, count: number): AskPolicyInput {
  const coarse = below(2) === 0;
  const routes = Array.from({ length: count }, (_, i) => [
    `contact ${below(1 + count / 3)}`,
    ...(below(3) > 0 ? [`way ${i}`] : []),
    `tie ${below(1 + count / 4)}`,
  ]);
  const asks = [...new Set(routes.flat())].map((id) => ({
    id,
    probability: coarse ? pick([0.25, 0.5, 0.5, 1]) : 0.2 + 0.6 * next(),
    cost: coarse ? below(3) : pick([0, 1.5 * next(), 1.5 * next()]),
  }));
  return { asks, routes, value: pick([undefined, 5 + below(12), 5 + 15 * next()]) };
}

/** A search over parts of a world, with what it says and how many residual routes it looked at. */
function searchOf(input: AskPolicyInput) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  const start = residual.start(numbers.routes);
  let steps = 0;
  residual.step = () => {
    steps++;
  };
  const value = input.value ?? Number.POSITIVE_INFINITY;
  const search = new PartSearch(numbers, residual, value);
  const solve = (states: number, playParts: number) => {
    const { uppers, result, settled } = search.solve(start, states, playParts);
    const lower = result && valueOfResult(result, value);
    const upper = Math.min(...uppers.map((one) => upperValueOf(one, value, result?.success ?? 0)));
    return { lower, upper, settled, result };
  };
  return { numbers, residual, start, value, search, solve, steps: () => steps };
}
type Search = ReturnType<typeof searchOf>;

/** What the policy brings that a search chooses by, every answer gone through. */
function played({ numbers, residual, start, search }: Search, states: number) {
  const walk = (state: State): { success: number; cost: number } => {
    const ask = search.choice(state, states);
    if (ask < 0) return { success: state === DONE ? 1 : 0, cost: 0 };
    const p = numbers.probability[ask]!;
    const [yes, no] = [walk(residual.agreed(state, ask)), walk(residual.declined(state, ask))];
    return {
      success: p * yes.success + (1 - p) * no.success,
      cost: numbers.cost[ask]! + p * yes.cost + (1 - p) * no.cost,
    };
  };
  return walk(start);
}

/** How far apart both sides were after work of 100 and 400 states, and how many residual routes were looked at by then. */
const MEASURED: readonly (readonly [seed: number, few: number, more: number, most: number])[] = [
  [17, 0.2008, 0.0564, 264],
  [19, 0.112, 0, 68],
  [24, 0.06197, 0, 154],
  [26, 0.266, 0, 84],
  [30, 0.07362, 0, 74],
  [33, 0.06705, 0, 104],
  [40, 0.006337, 0, 90],
  [48, 0.2056, 0, 88],
  [49, 0.01654, 0, 40],
  [55, 0.2567, 0, 92],
  [56, 0.2378, 0, 144],
  [60, 0.01767, 0, 80],
  [65, 0.2451, 0, 64],
  [66, 0.2836, 0, 76],
  [69, 0.2095, 0.0008244, 234],
];

describe("a search over parts, in its work", () => {
  it("is the same, but for the unit, where value and costs are scaled", () => {
    const random = seededRandom(41);
    for (let i = 0; i < 5; i++) {
      const input = drawn(random, 7);
      const scaled = (factor: number) =>
        searchOf({
          asks: input.asks.map((ask) => ({ ...ask, cost: ask.cost * factor })),
          routes: input.routes,
          value: input.value === undefined ? undefined : input.value * factor,
        });
      const plain = scaled(1);
      const { lower, upper, settled } = plain.solve(300, 1_000);
      // By powers of two nothing is rounded otherwise.
      for (const factor of [2 ** -40, 2 ** 30]) {
        const other = scaled(factor);
        const found = other.solve(300, 1_000);
        expect([found.lower! / factor, found.upper / factor, found.settled]).toEqual([lower, upper, settled]);
        expect(other.steps()).toBe(plain.steps());
      }
    }
  });

  it("says what a policy brings that it has room to play out, or nothing", () => {
    const random = seededRandom(42);
    let [none, all] = [0, 0];
    for (let i = 0; i < 4; i++) {
      const input = drawn(random, 7);
      const whole = searchOf(input).solve(100, 10_000).result!;
      for (let room = 1; room < 40; room += 5) {
        const { result } = searchOf(input).solve(100, room);
        if (result === undefined) none++;
        else {
          all++;
          expect(result).toEqual(whole);
        }
      }
    }
    expect([none > 5, all > 5]).toEqual([true, true]);
  });

  it("opens nothing more where its policy has been, and keeps to it whatever else it is asked", () => {
    const random = seededRandom(43);
    for (let i = 0; i < 3; i++) {
      const world = searchOf(drawn(random, 6));
      const { numbers, residual, start, search, solve, steps } = world;
      const { result } = solve(40, 1_000);
      const before = steps();
      search.choice(start, 5_000);
      expect(steps()).toBe(before);
      for (let k = 0; k < 6; k++) {
        const answers = numbers.ids.map(() => (random.below(3) === 0 ? (random.below(3) > 0 ? 1 : -1) : 0));
        search.choice(residual.after(numbers.routes, answers), 5_000);
      }
      const { success, cost } = played(world, 5_000);
      expect(success).toBeCloseTo(result!.success, 9);
      expect(cost).toBeCloseTo(result!.cost, 9);
    }
  });

  it("asks what brings just its cost, and stops below that", () => {
    const random = seededRandom(44);
    for (let i = 0; i < 6; i++) {
      const input =
        i === 0 ? { asks: [{ id: "a", probability: 0.3, cost: 1 }], routes: [["a"]] } : drawn(random, 4);
      const paid = input.asks.map((ask) => ({ ...ask, cost: 0.1 + ask.cost }));
      const free = { asks: paid, routes: input.routes, value: undefined };
      const { search, start } = searchOf(free);
      const price = Math.max(...search.solve(start, 5_000, 10_000).uppers.map(({ prices }) => prices[0]!));
      const at = (value: number) => searchOf({ ...free, value });
      const just = at(price);
      const { lower, upper, result } = just.solve(5_000, 10_000);
      expect([lower, upper].map((one) => Math.abs(one!) < 1e-9 * price)).toEqual([true, true]);
      expect(result!.success).toBeGreaterThan(0);
      expect(just.search.choice(just.start, 0)).toBeGreaterThanOrEqual(0);
      const under = at(price * (1 - 1e-9));
      expect(under.solve(5_000, 10_000).result).toEqual({ success: 0, cost: 0 });
      expect(under.search.choice(under.start, 0)).toBe(-1);
    }
  });

  it("of parts of equal price asks in the one of the smallest ask", () => {
    const random = seededRandom(45);
    let tied = 0;
    for (let i = 0; i < 12; i++) {
      const one = drawn(random, 3 + (i % 2));
      // The same once more, its asks in another order of names.
      const names = new Map(one.asks.map(({ id }) => [id, `${random.below(1_000)} ${id}`]));
      const input = {
        asks: [...one.asks, ...one.asks.map((ask) => ({ ...ask, id: names.get(ask.id)! }))],
        routes: [...one.routes, ...one.routes.map((route) => route.map((id) => names.get(id)!))],
        value: one.value,
      };
      const both = searchOf(input);
      const [own, copy] = [one, { ...input, routes: input.routes.slice(one.routes.length) }].map((part) => {
        const { search, start, numbers, solve } = searchOf(part);
        solve(2_000, 5_000);
        return numbers.ids[search.choice(start, 0)];
      });
      both.solve(2_000, 5_000);
      const ask = both.numbers.ids[both.search.choice(both.start, 0)];
      expect(ask).toBe(own === undefined ? undefined : [own, copy].sort()[0]);
      if (ask === copy) tied++;
    }
    expect(tied).toBeGreaterThan(1);
  });

  it.each(MEASURED)(
    "lies no further apart than measured, and looks at no more: world %i",
    (seed, few, more, most) => {
      const world = () => searchOf(drawn(seededRandom(seed), 9));
      const gaps = [100, 400].map((states) => {
        const { lower, upper } = world().solve(states, 2_000);
        return (upper - lower!) / Math.max(Math.abs(upper), 1);
      });
      expect(gaps[0]).toBeLessThanOrEqual(few + 1e-9);
      expect(gaps[1]).toBeLessThanOrEqual(more + 1e-9);
      const whole = world();
      whole.solve(400, 2_000);
      expect(whole.steps()).toBeLessThanOrEqual(most);
    },
  );
});
