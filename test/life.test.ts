import fc from "fast-check";
import { expect, it } from "vitest";
import { live } from "./support/life/live.js";

it("all that is told of a made-up team is in sentences, names nobody who is hidden or forgotten, and asks nobody past a limit", () => {
  const days = 3;
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const { faults, plans, texts } = live(seed, days);
      expect(faults).toEqual([]);
      expect(plans).toBe(days);
      expect(texts).toBeGreaterThan(500);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});
