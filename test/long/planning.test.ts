import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskPolicyInput, jointSuccess, solveAskPolicy } from "../../src/planning/index.js";
import { askCases, SHAPES } from "../support/planning-cases.js";
import { jointOracle, oracle, playOut } from "../support/planning-oracle.js";

/** 2,000 cases of each shape with up to 9 asks; minutes. `PLANNING_RUNS` sets another number, `PLANNING_SEED` another seed. */
const numRuns = Number(process.env["PLANNING_RUNS"] ?? 2_000);
const seed = Number(process.env["PLANNING_SEED"] ?? 1);

describe.each(SHAPES)("solveAskPolicy and jointSuccess, routes %s, up to 9 asks", (shape) => {
  it("agree with enumeration of all answers", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(askCases(shape, 9), (input) => {
        const policy = solveAskPolicy(input as AskPolicyInput);
        const best = oracle(input).best(new Map());
        const played = playOut(input, policy.next);
        const close = (a: number, b: number) =>
          Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
        expect(policy.method).not.toBe("approximate");
        expect(close(policy.expectedValue, best)).toBe(true);
        expect(close(played.success, policy.successProbability)).toBe(true);
        expect(close(played.cost, policy.expectedCost)).toBe(true);
        expect(close(jointSuccess(input), jointOracle(input))).toBe(true);
      }),
      { numRuns, seed },
    );
  });
});
