import { describe, expect, it } from "vitest";
import { type AskRoutes, numberRoutes } from "../../src/ask-order/ask-problem.js";
import { DONE, ResidualRoutes, type State } from "../../src/ask-order/residual-routes.js";
import { samplePolicy } from "../../src/ask-order/sample-policy.js";

/** Plays of asking the first ask of the first route, with how often a play began. */
function sampled(input: AskRoutes, stopAfter = Number.POSITIVE_INFINITY) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  const start = residual.start(numbers.routes);
  let [plays, asked] = [0, 0];
  const limits = new Set<number>();
  const choice = (state: State, limit: number): number => {
    limits.add(limit);
    if (state === start) {
      plays++;
      asked = 0;
    }
    if (state === DONE || state.length === 0 || asked++ >= stopAfter) return -1;
    return residual.routes(state)[0]![0]!;
  };
  const result = samplePolicy({ choice }, residual, start, numbers);
  return { ...result, plays, limits: [...limits] };
}
const ask = (id: string, probability: number, cost: number) => ({ id, probability, cost });

describe("plays of a policy", () => {
  it("are 500, and say within their error what it brings", () => {
    const input = {
      asks: [ask("a", 0.3, 1), ask("b", 0.6, 2), ask("c", 0.9, 4)],
      routes: [["a", "b"], ["c"]],
    };
    const { success, cost, plays, limits } = sampled(input);
    expect([plays, limits]).toEqual([500, [0]]);
    expect(Number.isInteger(Math.round(1e9 * success * 500) / 1e9)).toBe(true);
    // One standard error is .011 of the success, .09 of the cost.
    const all = 0.18 + 0.82 * 0.9;
    expect(Math.abs(success - all)).toBeLessThan(0.03);
    expect(Math.abs(cost - (1 + 0.3 * 2 + 0.82 * 4))).toBeLessThan(0.25);
    expect(sampled(input)).toEqual({ success, cost, plays, limits });
    // The same on every machine.
    expect([success, cost]).toEqual([0.9, 5.044]);
  });

  it("are sure of what is sure, and of what is stopped", () => {
    const sure = { asks: [ask("a", 1, 1), ask("b", 1, 2)], routes: [["a", "b"]] };
    expect(sampled(sure)).toEqual({ success: 1, cost: 3, plays: 500, limits: [0] });
    expect(sampled(sure, 1)).toEqual({ success: 0, cost: 1, plays: 500, limits: [0] });
  });

  it("are as many as 200,000 routes looked at allow, and never below 25", () => {
    const numbers = numberRoutes({ asks: [ask("a", 0.5, 0)], routes: [["a"]] });
    const residual = { agreed: () => DONE, declined: () => [] } as unknown as ResidualRoutes;
    // One ask a play, of so many routes.
    const playsOf = (routes: number): number => {
      let plays = 0;
      const choice = (state: State): number => {
        if (state.length < 2) return -1;
        plays++;
        return 0;
      };
      samplePolicy({ choice }, residual, new Array<number>(routes).fill(0), numbers);
      return plays;
    };
    expect([2, 400, 500, 8_000, 8_001, 20_000].map(playsOf)).toEqual([500, 500, 400, 25, 25, 25]);
  });
});
