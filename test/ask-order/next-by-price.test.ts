import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskPolicyInput, askPrices, solveAskPolicy } from "../../src/planning/index.js";
import { askCases } from "../support/planning-cases.js";
import { oracle } from "../support/planning-oracle.js";
import { seededRandom } from "../support/random.js";

describe("routes that nest", () => {
  it.each(["independent", "forest", "shared last", "shared last over forest", "nested"] as const)(
    "are asked by the lowest price of those that are possible, of equals by the smallest id: %s",
    (shape) => {
      const random = seededRandom(shape.length);
      let tied = 0;
      for (const given of fc.sample(askCases(shape, 7), { numRuns: 20, seed: 3 })) {
        // On a grid of few numbers many prices are equal.
        const input = {
          ...given,
          asks: given.asks.map((ask) => ({
            ...ask,
            probability: random.pick([0.5, 1]),
            cost: 1 + random.below(2),
          })),
        } as AskPolicyInput;
        const policy = solveAskPolicy(input);
        const { prices, exact } = askPrices(input);
        expect(exact).toBe(true);
        const { possible, done } = oracle(input);
        for (let play = 0; play < 3; play++) {
          const answers = new Map<string, boolean>();
          for (let step = 0; step < 8; step++) {
            const open = possible(answers)
              .filter((id) => prices.get(id)! <= (input.value ?? 1e300) * (1 + 1e-12))
              .map((id) => ({ id, price: prices.get(id)! }));
            const least = Math.min(...open.map(({ price }) => price));
            const best = open.filter(({ price }) => price <= least * (1 + 1e-12)).map(({ id }) => id);
            if (best.length > 1) tied++;
            const want = done(answers) ? undefined : best.sort()[0];
            const next = policy.next(answers);
            expect(next).toBe(want);
            if (next === undefined) break;
            answers.set(random.pick([next, next, next, possible(answers)[0]!]), random.chance(0.4));
          }
        }
      }
      expect(tied).toBeGreaterThan(2);
    },
  );
});
