import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { CauseSearch } from "../../src/ask-order/cause-search.js";
import { commonCauseOf } from "../../src/ask-order/common-cause.js";
import { valueOfResult } from "../../src/ask-order/policy-value.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import type { AskPolicyInput } from "../../src/planning/index.js";
import { guessedWorld, mixedGuesses } from "../support/guessed-worlds.js";
import { seededRandom } from "../support/random.js";

const ROOM = 100_000;

/** Both sides of what is known without room for states, and the optimum, in shares of its size. */
function sidesOf(input: AskPolicyInput, value: number | undefined) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  const routes = residual.routes(residual.start(numbers.routes));
  const common = commonCauseOf(routes, numbers);
  if (common === undefined) return undefined;
  const worth = value ?? Number.POSITIVE_INFINITY;
  const search = (states: number) => new CauseSearch(numbers, residual, common, worth, states);
  const whole = search(ROOM);
  expect(whole.exact).toBe(true);
  const near = search(0);
  const [best, found] = [whole, near].map((one) => valueOfResult(one.solve()!, worth)) as [number, number];
  const bound = near.hopeless ? 0 : near.bound();
  expect(near.hopeless).toBe(near.exact);
  return { best, found, bound, scale: Math.max(0.1, Math.abs(best)) };
}

describe("the bound on asking beside a common cause", () => {
  it.each([
    ["asked by the seeker", { connectors: 4 }, 5e-7],
    ["some behind others", { connectors: 4, behind: 0.6 }, 1.1e-3],
    ["some with two ways", { connectors: 3, twoWays: 0.3 }, 1.4e-3],
    ["behind colleagues", { connectors: 4, perColleague: 3 }, 1e-9],
    ["behind colleagues and others", { connectors: 3, perColleague: 3, behind: 0.5 }, 1e-9],
    ["some seen with the buyer", { connectors: 4, seen: 0.4, behind: 0.3 }, 2.1e-4],
  ] as const)("holds, and lies as near as measured: %s", (_, shape, most) => {
    let [apart, lost] = [0, 0];
    for (let seed = 0; seed < 10; seed++) {
      const sides = sidesOf(guessedWorld(seed, shape), [undefined, 4, 12, 60, 0.8][seed % 5]);
      if (sides === undefined) continue;
      const { best, found, bound, scale } = sides;
      expect(found).toBeLessThanOrEqual(best + 1e-9 * scale);
      if (bound === undefined) continue;
      expect(bound).toBeGreaterThanOrEqual(best - 1e-9 * scale);
      apart += (bound - best) / scale;
      lost += (best - found) / scale;
    }
    expect(apart).toBeLessThanOrEqual(most);
    expect(lost).toBeLessThanOrEqual(1e-9);
  });

  it.each([
    [0, 2.4e-3, 2],
    [1, 1e-9, 2],
    [2, 1e-9, 3],
    [3, 5.1e-4, 1],
    [4, 1e-9, 1],
    [5, 7.7e-4, 1],
  ] as const)(
    "holds, and lies as near as measured, where contacts have ways of all kinds (%i)",
    (from, most, without) => {
      let [apart, lost, none] = [0, 0, 0];
      for (let i = 0; i < 12; i++) {
        const input = mixedGuesses(seededRandom(12 * from + i));
        const sides = sidesOf(input, input.value);
        if (sides === undefined) continue;
        const { best, found, bound, scale } = sides;
        lost += (best - found) / scale;
        if (bound === undefined) none++;
        else {
          expect(bound).toBeGreaterThanOrEqual(best - 1e-9 * scale);
          apart += (bound - best) / scale;
        }
      }
      expect(Math.abs(lost)).toBeLessThanOrEqual(1e-9);
      expect(apart).toBeLessThanOrEqual(most);
      expect(none).toBe(without);
    },
  );

  it.each([
    [2, { connectors: 3, twoWays: 0.8, behind: 0.5, seen: 0.2 }],
    [7, { connectors: 4, twoWays: 0.6, seen: 0.2 }],
    [7, { connectors: 4, twoWays: 0.6, seen: 0.2, perColleague: 2 }],
    [10, { connectors: 8, behind: 0.2, seen: 0.3 }],
  ] as const)("holds where two ways lead to one (world %i of %j)", (seed, shape) => {
    const input = guessedWorld(seed, shape);
    for (const value of [input.value, 3, 10, 30, 100]) {
      const { best, bound, scale } = sidesOf(input, value)!;
      if (bound !== undefined) expect(bound).toBeGreaterThanOrEqual(best - 1e-9 * scale);
    }
  });
});
