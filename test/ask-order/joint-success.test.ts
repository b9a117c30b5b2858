import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointSuccess, jointSuccessBounds } from "../../src/planning/index.js";
import { askCases, SHAPES } from "../support/planning-cases.js";
import { jointOracle } from "../support/planning-oracle.js";

describe.each(SHAPES)("jointSuccess, routes %s", (shape) => {
  it("is the sum over all answers, between the best route and the sum, and lies in its bounds", () => {
    fc.assert(
      fc.property(askCases(shape, 9), fc.nat(3), ({ asks, routes }, maxSplits) => {
        const joint = jointSuccess({ asks, routes });
        expect(joint).toBeCloseTo(jointOracle({ asks, routes }), 12);
        const single = routes.map((route) => jointSuccess({ asks, routes: [route] }));
        expect(joint).toBeGreaterThanOrEqual(Math.max(0, ...single) - 1e-12);
        expect(joint).toBeLessThanOrEqual(single.reduce((a, b) => a + b, 0) + 1e-12);
        expect(jointSuccess({ asks, routes: routes.slice(1) })).toBeLessThanOrEqual(joint + 1e-12);
        const { lower, upper } = jointSuccessBounds({ asks, routes, maxSplits });
        expect(lower).toBeLessThanOrEqual(joint + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(joint - 1e-12);
      }),
      { numRuns: 200, seed: 21 },
    );
  });
});

const grid = (asks: number, routes: number, length: number) => {
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  return {
    asks: Array.from({ length: asks }, (_, i) => ({
      id: `a${i}`,
      probability: 0.1 + 0.8 * random(),
      cost: 1,
    })),
    routes: Array.from({ length: routes }, () =>
      Array.from({ length }, () => `a${Math.floor(random() * asks)}`),
    ),
  };
};

describe("jointSuccess, sizes", () => {
  it("takes 30 asks in 12 routes in few splits", () => {
    const input = grid(30, 12, 5);
    const { lower, upper } = jointSuccessBounds({ ...input, maxSplits: 2000 });
    expect(upper).toBe(lower);
    expect(jointSuccess(input)).toBeCloseTo(lower, 12);
  });

  it("says LIMIT_EXCEEDED where it is too large, and the bounds still hold", () => {
    const input = grid(150, 150, 4);
    expect(() => jointSuccess(input)).toThrowError(expect.objectContaining({ code: "LIMIT_EXCEEDED" }));
    const { lower, upper } = jointSuccessBounds(input);
    expect(lower).toBeGreaterThan(0.5);
    expect(lower).toBeLessThan(upper);
    expect(upper).toBeLessThanOrEqual(1);
  });

  it("keeps tiny probabilities", () => {
    const asks = ["a", "b"].map((id) => ({ id, probability: 1e-20, cost: 0 }));
    expect(jointSuccess({ asks, routes: [["a"], ["b"]] })).toBeCloseTo(2e-20, 30);
    expect(jointSuccess({ asks, routes: [] })).toBe(0);
    expect(jointSuccess({ asks, routes: [[]] })).toBe(1);
  });
});
