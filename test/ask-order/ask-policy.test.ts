import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskPolicyInput, solveAskPolicy } from "../../src/planning/index.js";
import { askCases, SHAPES } from "../support/planning-cases.js";
import { type OracleInput, oracle, playOut } from "../support/planning-oracle.js";

const EPS = 1e-9;
const close = (a: number, b: number) => Math.abs(a - b) <= EPS * Math.max(1, Math.abs(a), Math.abs(b));

function gainOf(input: OracleInput, success: number, cost: number): number {
  return (input.value ?? 0) * success - cost;
}

describe.each(SHAPES)("solveAskPolicy, routes %s", (shape) => {
  it("is optimal over all adaptive policies and plays out as stated", () => {
    fc.assert(
      fc.property(askCases(shape), (input) => {
        const policy = solveAskPolicy(input as AskPolicyInput);
        const best = oracle(input).best(new Map());
        expect(policy.method).not.toBe("approximate");
        expect(close(policy.expectedValue, best), `${policy.expectedValue} is not ${best}`).toBe(true);
        expect(policy.upperBound).toBe(policy.expectedValue);
        const played = playOut(input, policy.next);
        expect(close(played.success, policy.successProbability), "success").toBe(true);
        expect(close(played.cost, policy.expectedCost), "cost").toBe(true);
        expect(close(gainOf(input, played.success, played.cost), best), "value").toBe(true);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it("answers well to answers it would not have met", () => {
    const withAnswers = fc.tuple(
      askCases(shape, 6),
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(withAnswers, ([input, picks]) => {
        const answers = new Map<string, boolean>();
        picks.forEach((pick, i) => {
          const ask = input.asks[i];
          if (ask && pick > 0 && ask.probability > 0) answers.set(ask.id, pick > 1);
        });
        const policy = solveAskPolicy(input as AskPolicyInput);
        const { best, afterAsk, possible, done } = oracle(input);
        const next = policy.next(answers);
        if (next === undefined) {
          const left = done(answers) || input.value !== undefined ? 0 : possible(answers).length;
          expect(left).toBe(0);
          if (!done(answers)) expect(close(0, best(answers)), `stops, ${best(answers)} left`).toBe(true);
        } else {
          expect(possible(answers)).toContain(next);
          expect(close(afterAsk(answers, next), best(answers)), "best ask").toBe(true);
        }
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  it("without room for states is approximate, honest about it, and not far off", () => {
    let gap = 0;
    let scale = 0;
    fc.assert(
      fc.property(askCases(shape), (input) => {
        const policy = solveAskPolicy({ ...(input as AskPolicyInput), maxStates: 1 });
        const best = oracle(input).best(new Map());
        if (policy.method !== "approximate") {
          expect(close(policy.expectedValue, best)).toBe(true);
          return;
        }
        expect(policy.evaluation).toBe("exact");
        expect(policy.upperBound).toBeGreaterThanOrEqual(best - EPS);
        const played = playOut(input, policy.next);
        const value = gainOf(input, played.success, played.cost);
        expect(value).toBeLessThanOrEqual(best + EPS);
        expect(close(played.success, policy.successProbability), "success").toBe(true);
        expect(close(played.cost, policy.expectedCost), "cost").toBe(true);
        gap += best - value;
        scale += Math.abs(best);
      }),
      { numRuns: 300, seed: 13 },
    );
    expect(gap).toBeLessThanOrEqual(0.01 * scale);
  });

  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(askCases(shape), fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const a = solveAskPolicy(input as AskPolicyInput);
        const b = solveAskPolicy({
          ...(input as AskPolicyInput),
          asks: shuffle(input.asks),
          routes: shuffle(input.routes),
        });
        expect(JSON.stringify(b)).toBe(JSON.stringify(a));
        expect(b.next(new Map())).toBe(a.next(new Map()));
      }),
      { numRuns: 100, seed: 14 },
    );
  });

  it("chooses the same where value and costs are scaled together", () => {
    fc.assert(
      fc.property(askCases(shape, 6), fc.constantFrom(0.001, 3, 7.7, 1e6), (input, factor) => {
        const scaled = {
          ...input,
          asks: input.asks.map((ask) => ({ ...ask, cost: ask.cost * factor })),
          ...(input.value === undefined ? {} : { value: input.value * factor }),
        };
        const a = solveAskPolicy(input as AskPolicyInput);
        const b = solveAskPolicy(scaled as AskPolicyInput);
        const walk = (answers: ReadonlyMap<string, boolean>): void => {
          const id = a.next(answers);
          expect(b.next(answers)).toBe(id);
          if (id === undefined) return;
          walk(new Map(answers).set(id, true));
          walk(new Map(answers).set(id, false));
        };
        walk(new Map());
      }),
      { numRuns: 100, seed: 15 },
    );
  });
});
