import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tieActivity } from "../../src/ties/index.js";
import { evidenceArb, interactionArb, isoOf, NOW } from "../support/ties-arbitraries.js";

const now = NOW;
const alive = (evidence: Parameters<typeof tieActivity>[0], at = now) =>
  tieActivity(evidence, { now: at })?.logOdds ?? Number.NEGATIVE_INFINITY;

describe("tieActivity", () => {
  it("is the activity of strength without its limit, and its features times the coefficients", () => {
    const interactions = [10, 40, 90].map((age, k) => ({
      at: isoOf(age),
      direction: k === 1 ? ("in" as const) : ("out" as const),
      kind: "message" as const,
    }));
    const activity = tieActivity({ interactions }, { now });
    expect(activity?.logOdds).toBeCloseTo(-3 + 1.2 * Math.log(4) - 0.6 * Math.log(11) + 0.6 / 3, 12);
    const seen = tieActivity({ interactions }, { now, lastSeen: [isoOf(20), isoOf(6)] });
    expect((seen?.logOdds ?? 0) - (activity?.logOdds ?? 0)).toBeCloseTo(0.2 * Math.log(3), 12);
    const weights = [1.2, 0.6, 0.6, 0.2];
    const sum = seen?.features.reduce((total, x, k) => total + x * (weights[k] as number), -3);
    expect(sum).toBeCloseTo(seen?.logOdds ?? 0, 12);
    expect(tieActivity({ connectedOn: "2020-01-01" }, { now })).toBeUndefined();
  });

  it("rises with events and with being seen, falls with time", () => {
    fc.assert(
      fc.property(evidenceArb(), interactionArb(), fc.nat(2000), fc.nat(2000), (evidence, event, a, b) => {
        const more = { ...evidence, interactions: [...(evidence.interactions ?? []), event] };
        expect(alive(more)).toBeGreaterThanOrEqual(alive(evidence));
        const [sooner, later] = a < b ? [a, b] : [b, a];
        expect(alive(evidence, isoOf(-later))).toBeLessThanOrEqual(alive(evidence, isoOf(-sooner)));
        const seen = (age: number) =>
          tieActivity(evidence, { now, lastSeen: [isoOf(age), isoOf(3)] })?.logOdds ?? 0;
        expect(seen(later)).toBeLessThanOrEqual(seen(sooner));
      }),
      { numRuns: 500 },
    );
    expect(() =>
      tieActivity(
        { interactions: [{ at: isoOf(3), direction: "in", kind: "call" }] },
        { now, lastSeen: [isoOf(-1), now] },
      ),
    ).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});
