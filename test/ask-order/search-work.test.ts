import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { CauseSearch } from "../../src/ask-order/cause-search.js";
import { commonCauseOf } from "../../src/ask-order/common-cause.js";
import { PartSearch } from "../../src/ask-order/part-search.js";
import { PolicySearch } from "../../src/ask-order/policy-search.js";
import { valueOfResult } from "../../src/ask-order/policy-value.js";
import { upperValueOf } from "../../src/ask-order/price-curve.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import type { AskPolicyInput } from "../../src/planning/index.js";
import { guessedWorld } from "../support/guessed-worlds.js";
import { type Random, seededRandom } from "../support/random.js";

/** Paths of three hops: contacts, a way for each, ties to the buyer whom all end at. */
function paths({ below, next }: Random, count: number): AskPolicyInput {
  const ask = (id: string, cost: number) => ({ id, probability: 0.2 + 0.6 * next(), cost });
  const routes = Array.from({ length: count }, (_, i) => [
    `contact ${below(count / 2)}`,
    `way ${i}`,
    `tie ${below(3)}`,
    "buyer",
  ]);
  const asks = [...new Set(routes.flat())].map((id) => ask(id, id.startsWith("tie") ? 0 : 1.5 * next()));
  return { asks, routes, value: below(2) === 0 ? undefined : 5 + 15 * next() };
}

/** A world's numbers, and how often its residual routes were looked at. */
function counted(input: AskPolicyInput) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  let steps = 0;
  residual.step = () => {
    steps++;
  };
  const value = input.value ?? Number.POSITIVE_INFINITY;
  return { numbers, residual, value, start: residual.start(numbers.routes), steps: () => steps };
}

describe("the work of a search, in residual routes looked at, is no more than measured", () => {
  it("over states", () => {
    const random = seededRandom(31);
    let [steps, opened] = [0, 0];
    for (let i = 0; i < 3; i++) {
      const world = counted(paths(random, 6));
      const search = new PolicySearch(world.numbers, world.residual, world.value);
      expect(search.solve(world.start, 10_000)).toBeDefined();
      const once = world.steps();
      search.solve(world.start, 10_000);
      expect(world.steps()).toBe(once);
      steps += once;
      const within = (limit: number) =>
        new PolicySearch(world.numbers, world.residual, world.value).solve(world.start, limit);
      let [few, enough] = [0, 200];
      while (enough - few > 1) {
        const middle = (few + enough) >> 1;
        if (within(middle) === undefined) few = middle;
        else enough = middle;
      }
      expect(within(enough)).toEqual(search.solve(world.start, 10_000));
      opened += enough;
    }
    expect(opened).toBeLessThanOrEqual(212);
    // Where a limit did nothing one state would be enough.
    expect(opened).toBeGreaterThan(100);
    expect(steps).toBeLessThanOrEqual(325);
  });

  it("over parts, whose sides then meet", () => {
    const random = seededRandom(32);
    let steps = 0;
    for (let i = 0; i < 4; i++) {
      const world = counted(paths(random, 7));
      const search = new PartSearch(world.numbers, world.residual, world.value);
      const { result, uppers, settled } = search.solve(world.start, 20_000, 1_000);
      const upper = Math.min(...uppers.map((one) => upperValueOf(one, world.value, result!.success)));
      expect(settled).toBe(true);
      expect(upper).toBeCloseTo(valueOfResult(result!, world.value), 12);
      steps += world.steps();
    }
    expect(steps).toBeLessThanOrEqual(248);
  });

  it("over parts with little room, where the gap stays as measured", () => {
    const random = seededRandom(33);
    const sums = [0, 0, 0];
    const gaps = [0, 0, 0];
    for (let i = 0; i < 3; i++) {
      const input = paths(random, 12);
      [0, 100, 400].forEach((states, at) => {
        const world = counted(input);
        const search = new PartSearch(world.numbers, world.residual, world.value);
        const { result, uppers, settled } = search.solve(world.start, states, 2_000);
        const upper = Math.min(...uppers.map((one) => upperValueOf(one, world.value, result!.success)));
        gaps[at]! += (upper - valueOfResult(result!, world.value)) / Math.abs(upper);
        sums[at]! += world.steps();
        expect(settled).toBe(false);
      });
    }
    [366, 366, 566].forEach((most, at) => {
      expect(sums[at]).toBeLessThanOrEqual(most);
    });
    [1.725, 1.725, 1.6351].forEach((most, at) => {
      expect(gaps[at]).toBeLessThanOrEqual(most);
    });
  });

  it("beside a common cause", () => {
    let steps = 0;
    for (let seed = 0; seed < 6; seed++) {
      const world = counted(guessedWorld(seed, { connectors: 5, behind: 0.3 }));
      const routes = world.residual.routes(world.start);
      const common = commonCauseOf(routes, world.numbers)!;
      const search = new CauseSearch(world.numbers, world.residual, common, world.value, 20_000);
      search.solve();
      expect(search.exact).toBe(true);
      const near = new CauseSearch(world.numbers, world.residual, common, world.value, 0);
      near.solve();
      near.bound();
      steps += world.steps();
    }
    expect(steps).toBeLessThanOrEqual(307);
  });
});
