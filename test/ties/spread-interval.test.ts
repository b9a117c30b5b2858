import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areLevel, type Estimate, spreadInterval } from "../../src/ties/index.js";

const estimate: fc.Arbitrary<Estimate> = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 3 })
  .map((list) => list.sort((a, b) => a - b).map((x) => x / 1000) as [number, number, number])
  .map(([low, middle, high]) => ({ probability: middle, interval: [low, high] }));
const product = (p: readonly number[]) => p.reduce((all, x) => all * x, 1);
const union = (p: readonly number[]) => 1 - p.reduce((none, x) => none * (1 - x), 1);

describe("spreadInterval", () => {
  it("holds the value, stays inside what all ends together give, and is never narrower than one input's part", () => {
    fc.assert(
      fc.property(
        fc.array(estimate, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(product, union),
        (inputs, f) => {
          const { probability, interval } = spreadInterval(inputs, f);
          expect(probability).toBe(f(inputs.map((x) => x.probability)));
          expect(interval[0]).toBeLessThanOrEqual(probability);
          expect(interval[1]).toBeGreaterThanOrEqual(probability);
          expect(interval[0]).toBeGreaterThanOrEqual(f(inputs.map((x) => x.interval[0])) - 1e-12);
          expect(interval[1]).toBeLessThanOrEqual(f(inputs.map((x) => x.interval[1])) + 1e-12);
          inputs.forEach((input, k) => {
            const alone = inputs.map((x, j) => (j === k ? input.interval[0] : x.probability));
            expect(interval[0]).toBeLessThanOrEqual(f(alone) + 1e-12);
          });
        },
      ),
    );
  });

  it("gives one input its own interval, and nothing its certainty", () => {
    const only = spreadInterval([{ probability: 0.4, interval: [0.2, 0.7] }], product);
    expect(only.interval[0]).toBeCloseTo(0.2, 12);
    expect(only.interval[1]).toBeCloseTo(0.7, 12);
    expect(spreadInterval([], product)).toEqual({ probability: 1, interval: [1, 1] });
    expect(spreadInterval([{ probability: 0, interval: [0, 0.5] }], product).interval).toEqual([0, 0.5]);
  });

  it("covers: of products of independent log-normal errors about nine in ten fall inside", () => {
    const random = generator(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    let inside = 0;
    const worlds = 4000;
    for (let w = 0; w < worlds; w++) {
      const means = [0, 1, 2].map(() => 3 * random() - 1.5);
      const legs = means.map((m) => ({
        probability: sigmoid(m),
        interval: [sigmoid(m - 1.645 * 0.6), sigmoid(m + 1.645 * 0.6)] as const,
      }));
      const truth = product(means.map((m) => sigmoid(m + 0.6 * normal())));
      const [low, high] = spreadInterval(legs, product).interval;
      if (truth >= low && truth <= high) inside++;
    }
    expect(inside / worlds).toBeGreaterThan(0.87);
    expect(inside / worlds).toBeLessThan(0.93);
  });
});

describe("areLevel", () => {
  const leg = (id: string, probability: number, low: number, high: number) => ({
    id,
    probability,
    interval: [low, high] as const,
  });

  it("says level where the legs that differ overlap, and not where they do not", () => {
    const shared = leg("t", 0.4, 0.05, 0.9);
    expect(areLevel([leg("a", 0.5, 0.3, 0.7), shared], [leg("b", 0.45, 0.3, 0.6), shared])).toBe(true);
    expect(areLevel([leg("a", 0.8, 0.7, 0.9), shared], [leg("b", 0.2, 0.1, 0.3), shared])).toBe(false);
    expect(areLevel([shared], [shared])).toBe(true);
  });

  it("is symmetric, and a leg on both changes nothing", () => {
    fc.assert(
      fc.property(estimate, estimate, estimate, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((e, k) => ({ ...e, id: `${k}` })) as [never, never, never];
        expect(areLevel([x], [y])).toBe(areLevel([y], [x]));
        expect(areLevel([z, x], [y, z])).toBe(areLevel([x], [y]));
      }),
    );
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
