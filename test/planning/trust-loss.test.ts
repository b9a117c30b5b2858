import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askReadiness, expectedTrustLoss, isReady } from "../../src/planning/index.js";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("expectedTrustLoss", () => {
  it("rises with strength and load, falls with consent, and is never more than the tie", () => {
    fc.assert(
      fc.property(share, share, fc.nat(12), share, (strength, consent, recentAsks, less) => {
        const loss = expectedTrustLoss({ strength, consent, recentAsks });
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(loss).toBeLessThanOrEqual(strength + 1e-12);
        expect(expectedTrustLoss({ strength: strength * less, consent, recentAsks })).toBeLessThanOrEqual(
          loss,
        );
        expect(expectedTrustLoss({ strength, consent: consent * less, recentAsks })).toBeGreaterThanOrEqual(
          loss,
        );
        expect(expectedTrustLoss({ strength, consent, recentAsks: recentAsks + 1 })).toBeGreaterThanOrEqual(
          loss,
        );
      }),
    );
  });

  it("refuses what is no share", () => {
    for (const ask of [
      { strength: 2, consent: 0 },
      { strength: 0, consent: -1 },
    ])
      expect(() => expectedTrustLoss(ask)).toThrow(/shares/);
  });
});

describe("the limit of trust (1.5 and 2.5)", () => {
  it("keeps an ask back at any value", () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0, max: 1e12, noNaN: true }), (trustLoss, value) => {
        const input = {
          day: "2026-03-02",
          target: "bob",
          gate: "open",
          value,
          trustLoss,
          trustLimit: 0.2,
        } as const;
        const readiness = askReadiness(input);
        expect(readiness.unmet.includes("trust")).toBe(trustLoss > 0.2);
        expect(isReady(readiness, "2026-03-02")).toBe(trustLoss <= 0.2);
      }),
    );
  });
});
