import { describe, expect, it } from "vitest";
import {
  curveAt,
  curveBefore,
  curveOfAsk,
  curveOfParts,
  largerCurve,
  NO_CURVE,
  type PriceCurve,
  SURE_CURVE,
  thinned,
  upperValueOf,
} from "../../src/ask-order/price-curve.js";
import { type Random, seededRandom } from "../support/random.js";

/** A price that success is drawn to have, and how likely; what is left of 1 is no success at any price. */
type Draw = readonly [price: number, chance: number];

const drawsOf = ({ prices, masses }: PriceCurve): Draw[] => [
  ...prices.map((price, i): Draw => [price, masses[i]!]),
  [Number.POSITIVE_INFINITY, 1 - masses.reduce((sum, mass) => sum + mass, 0)],
];
/** E max(0, value - price), as the curve is defined. */
const worthOf = (draws: readonly Draw[], value: number): number =>
  draws.reduce((sum, [price, chance]) => sum + (price < value ? chance * (value - price) : 0), 0);

/** A curve of up to five prices; on a grid of whole numbers many of them meet. */
function curve({ next, below }: Random, coarse: boolean): PriceCurve {
  const drawn = Array.from({ length: below(6) }, () => (coarse ? below(6) : 10 * next()));
  const prices = [...new Set(drawn)].sort((a, b) => a - b);
  const whole = below(4) === 0;
  return {
    prices,
    masses: prices.map((_, i) => (whole ? 1 / prices.length : i === 1 && coarse ? 0.25 : next() / 6)),
  };
}

/** Strictly rising prices of at most `most`, each with something on it. */
function expectTidy({ prices, masses }: PriceCurve, most: number): void {
  expect(prices.length).toBe(masses.length);
  for (const [i, price] of prices.entries()) {
    expect(price).toBeGreaterThan(i === 0 ? -1e-9 : prices[i - 1]!);
    expect(price).toBeLessThanOrEqual(most);
    expect(masses[i]!).toBeGreaterThan(0);
  }
}

const VALUES = Array.from({ length: 25 }, (_, i) => i / 2);
const worlds = (seed: number, check: (random: Random, coarse: boolean) => void): void => {
  const random = seededRandom(seed);
  for (let i = 0; i < 70; i++) check(random, i % 2 === 0);
};

describe("price curves, as prices that are drawn", () => {
  it("are worth what is left of the value, on the mean", () => {
    worlds(1, (random, coarse) => {
      const one = curve(random, coarse);
      for (const value of VALUES) expect(curveAt(one, value)).toBeCloseTo(worthOf(drawsOf(one), value), 12);
    });
    expect([curveAt(NO_CURVE, 5), curveAt(SURE_CURVE, 5)]).toEqual([0, 5]);
  });

  it("side by side are worth what the least of their prices is", () => {
    worlds(2, (random, coarse) => {
      const some = Array.from({ length: random.below(4) }, () => curve(random, coarse));
      const least = some
        .map(drawsOf)
        .reduce(
          (all, own) => all.flatMap(([a, p]) => own.map(([b, q]): Draw => [Math.min(a, b), p * q])),
          [[Number.POSITIVE_INFINITY, 1]],
        );
      const beside = curveOfParts(some);
      for (const value of VALUES) expect(curveAt(beside, value)).toBeCloseTo(worthOf(least, value), 12);
      for (const [i, price] of beside.prices.entries())
        if (i > 0) expect(price).toBeGreaterThan(beside.prices[i - 1]!);
      expect(Math.min(0, ...beside.masses)).toBe(0);
    });
    expect(curveOfParts([SURE_CURVE, SURE_CURVE])).toEqual({ prices: [0], masses: [1] });
  });

  it("of an ask are what both answers are worth, less its cost, where that is more than nothing", () => {
    worlds(3, (random, coarse) => {
      const [yes, no] = [curve(random, coarse), curve(random, coarse)];
      const p = random.pick([0.25, 0.5, 1, random.next()]);
      const cost = random.pick([0, 0.5, random.next(), 20]);
      const asked = curveOfAsk(p, cost, yes, no, 9);
      expectTidy(asked, 9);
      for (const value of VALUES.filter((one) => one <= 9))
        expect(curveAt(asked, value)).toBeCloseTo(
          Math.max(0, p * curveAt(yes, value) + (1 - p) * curveAt(no, value) - cost),
          10,
        );
    });
    expect(curveOfAsk(0.5, 1, SURE_CURVE, NO_CURVE, 9)).toEqual({ prices: [2], masses: [0.5] });
    expect(curveOfAsk(0.5, 1, SURE_CURVE, NO_CURVE, 2).prices).toEqual([2]);
    expect(curveOfAsk(0.5, 1, SURE_CURVE, NO_CURVE, 1.9)).toEqual(NO_CURVE);
    expect(curveOfAsk(0.5, 0, SURE_CURVE, SURE_CURVE, 9)).toEqual(SURE_CURVE);
    for (const most of [9, Number.POSITIVE_INFINITY])
      expect(curveOfAsk(0.5, 1, NO_CURVE, NO_CURVE, most)).toEqual(NO_CURVE);
    expect(curveOfAsk(0.5, 0.5, { prices: [1], masses: [0.5] }, { prices: [3], masses: [0.5] }, 9)).toEqual({
      prices: [3],
      masses: [0.5],
    });
  });

  it("of a choice are the larger one at each value, with no price where neither turns", () => {
    worlds(4, (random, coarse) => {
      const [a, b] = [curve(random, coarse), curve(random, coarse)];
      const larger = largerCurve(a, b, 9);
      const alone = a.prices.length === 0 || b.prices.length === 0;
      expectTidy(larger, alone ? 10 : 9);
      for (const value of VALUES.filter((one) => one <= 9))
        expect(curveAt(larger, value)).toBeCloseTo(Math.max(curveAt(a, value), curveAt(b, value)), 10);
      expect(largerCurve(a, a, 10).prices).toEqual(a.prices.filter((price) => price < 10));
    });
    // They cross at 5, by slopes of a half and a quarter.
    const crossed = largerCurve({ prices: [1], masses: [0.25] }, { prices: [3], masses: [0.5] }, 9);
    expect(crossed).toEqual({ prices: [1, 5], masses: [0.25, 0.25] });
    expect(largerCurve({ prices: [1], masses: [0.25] }, { prices: [3], masses: [0.5] }, 5)).toEqual({
      prices: [1],
      masses: [0.25],
    });
  });

  it("by fewer prices lie on either side of themselves, and succeed as often", () => {
    const { next, below } = seededRandom(63);
    const lost = (masses: readonly number[]): number => masses.reduce((left, mass) => left - mass, 1);
    for (let i = 0; i < 300; i++) {
      const [size, most] = [below(40), 1 + below(12)];
      const prices = Array.from({ length: size }, () => 10 * next()).sort((a, b) => a - b);
      const whole = { prices, masses: prices.map(() => (below(5) === 0 ? 0 : next() / size)) };
      const [above, under] = [thinned(whole, most, "above"), thinned(whole, most, "below")];
      for (const { prices: fewer, masses } of [above, under]) {
        expect(fewer.length).toBeLessThanOrEqual(most);
        expect(fewer).toEqual([...fewer].sort((a, b) => a - b));
        expect(1 - lost(masses)).toBeCloseTo(1 - lost(whole.masses), 12);
      }
      for (let u = 0; u <= 12; u += 0.25) {
        expect(curveAt(above, u)).toBeGreaterThanOrEqual(curveAt(whole, u) - 1e-12);
        expect(curveAt(under, u)).toBeLessThanOrEqual(curveAt(whole, u) + 1e-12);
      }
      // Past all prices nothing is lost by means.
      expect(curveAt(under, 12)).toBeCloseTo(curveAt(whole, 12), 12);
      if (size <= most) expect([above === whole, under === whole]).toEqual([true, true]);
    }
  });

  it("by fewer prices are one for each stretch of them, at its lowest or its mean, on which there may be nothing", () => {
    const four = { prices: [1, 2, 3, 4], masses: [0, 0, 0.5, 0.5] };
    expect(thinned(four, 2, "above")).toEqual({ prices: [1, 3], masses: [0, 1] });
    expect(thinned(four, 2, "below")).toEqual({ prices: [1, 3.5], masses: [0, 1] });
  });

  it("before a last ask are what they are at the value that it leaves", () => {
    worlds(5, (random, coarse) => {
      const inner = curve(random, coarse);
      const [p, cost] = [random.pick([0.5, 1, 0.1 + 0.9 * random.next()]), random.pick([0, random.next()])];
      const ended = curveBefore(inner, p, cost, 9);
      expectTidy(ended, 9);
      for (const value of VALUES.filter((one) => one <= 9))
        expect(curveAt(ended, value)).toBeCloseTo(curveAt(inner, p * value - cost), 10);
    });
    expect(curveBefore({ prices: [1, 2], masses: [0.5, 0.25] }, 0.5, 1, 6)).toEqual({
      prices: [4, 6],
      masses: [0.25, 0.125],
    });
  });

  it("say at a value what they are worth, and without one what succeeding so often costs at least", () => {
    const upper = { prices: [1, 2, 4], masses: [0.25, 0.5, 0.25] };
    expect(upperValueOf(upper, 3, 0)).toBe(curveAt(upper, 3));
    const without = (success: number) => upperValueOf(upper, Number.POSITIVE_INFINITY, success);
    expect([0, 0.25, 0.5, 0.75, 1].map(without).map((value) => value + 0)).toEqual([
      0, -0.25, -0.75, -1.25, -2.25,
    ]);
    expect(without(2)).toBe(-2.25);
    // A price beyond what is needed does not count, were it without end.
    const dear = { prices: [1, Number.POSITIVE_INFINITY], masses: [0.5, 0.25] };
    expect(upperValueOf(dear, Number.POSITIVE_INFINITY, 0.5)).toBe(-0.5);
  });
});
