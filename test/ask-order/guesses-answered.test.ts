import { describe, expect, it } from "vitest";
import { type AskPolicyInput, solveAskPolicy } from "../../src/planning/index.js";
import { mixedGuesses } from "../support/guessed-worlds.js";
import { oracle, playOut } from "../support/planning-oracle.js";
import { type Random, seededRandom } from "../support/random.js";

/** Two connectors who may know the buyer, or write as strangers; perhaps one who was seen with the buyer. */
function world({ pick, below }: Random): AskPolicyInput {
  const asks = [
    { id: "target", probability: pick([0.5, 1]), cost: pick([0, 0.3]) },
    { id: "cold", probability: pick([0.1, 0.4, 0.9]), cost: 0 },
  ];
  const routes: string[][] = [];
  for (const name of ["a", "b"]) {
    asks.push({ id: `${name} asked`, probability: 0.1 + below(9) / 10, cost: pick([0, 0.2, 0.6, 1.1]) });
    asks.push({ id: `${name} knows`, probability: pick([0.02, 0.1, 0.4]), cost: 0 });
    asks.push({ id: `${name} willing`, probability: pick([0.25, 0.6, 1]), cost: 0 });
    routes.push(
      [`${name} asked`, `${name} knows`, "target"],
      [`${name} asked`, `${name} willing`, "cold", "target"],
    );
  }
  if (below(3) === 0) {
    asks.splice(2, 0, { id: "seen", probability: 0.4, cost: 0.7 });
    asks.pop();
    routes[3] = ["seen", "target"];
  }
  return { asks, routes, value: pick([undefined, 0.2, 1, 2, 4, 9, 30]) };
}

/** Answers of all kinds, many of which no policy would have met. */
function answersTo({ asks }: AskPolicyInput, { below }: Random): ReadonlyMap<string, boolean> {
  return new Map(asks.flatMap(({ id }): [string, boolean][] => (below(3) === 0 ? [[id, below(3) > 0]] : [])));
}

describe("guesses that share how the buyer takes a note from a stranger, after any answers", () => {
  it.each([1, 2, 3, 4, 5, 6])("are gone on with by the best of all policies (%i)", (seed) => {
    const random = seededRandom(seed);
    for (let i = 0; i < 2; i++) {
      const input = world(random);
      const policy = solveAskPolicy(input);
      expect(policy.method).not.toBe("approximate");
      const { best, afterAsk, possible, done } = oracle(input);
      expect(policy.expectedValue).toBeCloseTo(best(new Map()), 9);
      for (let k = 0; k < 12; k++) {
        const answers = k === 0 ? new Map<string, boolean>() : answersTo(input, random);
        const next = policy.next(answers);
        if (next !== undefined) {
          expect(possible(answers)).toContain(next);
          expect(afterAsk(answers, next)).toBeCloseTo(best(answers), 9);
        } else if (!done(answers)) {
          expect(best(answers)).toBeCloseTo(0, 9);
          if (input.value === undefined) expect(possible(answers)).toEqual([]);
        }
      }
    }
  });

  it.each([7, 8])("without room for states are gone on with, and play out as stated (%i)", (seed) => {
    const random = seededRandom(seed);
    for (let i = 0; i < 5; i++) {
      const input = world(random);
      const policy = solveAskPolicy({ ...input, maxStates: 1 });
      const { best, possible, done } = oracle(input);
      const played = playOut(input, policy.next);
      expect(played.success).toBeCloseTo(policy.successProbability, 9);
      expect(played.cost).toBeCloseTo(policy.expectedCost, 9);
      expect(policy.upperBound).toBeGreaterThanOrEqual(best(new Map()) - 1e-9);
      for (let k = 0; k < 10; k++) {
        const answers = answersTo(input, random);
        const next = policy.next(answers);
        if (next !== undefined) expect(possible(answers)).toContain(next);
        else if (input.value === undefined && !done(answers)) expect(possible(answers)).toEqual([]);
      }
    }
  });

  it.each([10, 11, 28, 29, 30, 50, 81, 82, 110, 111])(
    "with ways of all kinds are played out as stated (world %i)",
    (seed) => {
      const input = mixedGuesses(seededRandom(seed));
      const best = solveAskPolicy(input);
      expect(best.method).not.toBe("approximate");
      if (input.asks.length <= 7) expect(best.expectedValue).toBeCloseTo(oracle(input).best(new Map()), 9);
      const near = solveAskPolicy({ ...input, maxStates: 1 });
      expect(near.upperBound).toBeGreaterThanOrEqual(best.expectedValue - 1e-9);
      expect(near.gap).toBeLessThanOrEqual(0.36);
      if (input.asks.length > 11) return;
      for (const policy of [best, near]) {
        const played = playOut(input, policy.next);
        expect(played.success).toBeCloseTo(policy.successProbability, 9);
        expect(played.cost).toBeCloseTo(policy.expectedCost, 9);
      }
    },
  );
});
