import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calibration,
  type ForecastOutcome,
  fitCalibration,
  fitLogistic,
} from "../../src/learning/index.js";
import { uniforms } from "../support/learning-oracle.js";

const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const pointOf = fc.constantFrom(0 as const, 1 as const);
const pointArb: fc.Arbitrary<ForecastOutcome> = fc.record({ predicted: chance, success: pointOf });
const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (p: number) => Math.log(p / (1 - p));

/** n asks whose true chance is sigmoid(slope logit(predicted) + shift). */
function world(n: number, seed: number, slope = 0.5, shift = -0.7): ForecastOutcome[] {
  const random = uniforms(seed);
  return Array.from({ length: n }, () => {
    const predicted = sigmoid(4 * random() - 2);
    return { predicted, success: random() < sigmoid(slope * logit(predicted) + shift) ? 1 : 0 };
  });
}

const calibrate = (calibration: Calibration, predicted: number): number =>
  calibration.method === "none"
    ? predicted
    : sigmoid(calibration.slope * logit(predicted) + calibration.intercept);

describe("fitCalibration", () => {
  it("does nothing below 150 outcomes, weights summed", () => {
    expect(fitCalibration(world(149, 1)).method).toBe("none");
    expect(fitCalibration(world(150, 1)).method).toBe("platt");
    expect(fitCalibration(world(40, 1), { platt: 50 }).method).toBe("none");
    const half = world(50, 1).map((point) => ({ ...point, weight: 0.5 }));
    expect(fitCalibration(half).method).toBe("none");
  });

  it("finds the slope and shift of a known world", () => {
    const fit = fitCalibration(world(20_000, 3));
    if (fit.method !== "platt") throw new Error("platt expected");
    expect(fit.slope).toBeCloseTo(0.5, 1);
    expect(fit.intercept).toBeCloseTo(-0.7, 1);
  });

  it("is a map that never falls, into (0, 1), whatever the outcomes and their order", () => {
    fc.assert(
      fc.property(fc.array(pointArb, { minLength: 3, maxLength: 60 }), chance, chance, (points, a, b) => {
        const thresholds = { platt: 1 };
        const fit = fitCalibration(points, thresholds);
        expect(fitCalibration([...points].reverse(), thresholds)).toEqual(fit);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(calibrate(fit, high)).toBeGreaterThanOrEqual(calibrate(fit, low));
        expect(calibrate(fit, low)).toBeGreaterThan(0);
        expect(calibrate(fit, high)).toBeLessThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it("gives no negative slope where high forecasts came true less, and no certainty to a clean split", () => {
    const turned = world(400, 5, -1, 0);
    const fit = fitCalibration(turned) as Extract<Calibration, { method: "platt" }>;
    expect(fit.slope).toBe(0);
    const rate = turned.reduce((sum, { success }) => sum + success, 0) / 400;
    expect(calibrate(fit, 0.9)).toBeCloseTo(rate, 1);
    const split = Array.from({ length: 60 }, (_, k) => ({
      predicted: k < 30 ? 0.3 : 0.7,
      success: k < 30 ? (0 as const) : (1 as const),
    }));
    const clean = fitCalibration(split);
    expect(calibrate(clean, 0.7)).toBeLessThan(0.99);
    expect(calibrate(clean, 0.3)).toBeGreaterThan(0.01);
  });

  it("is the best map by likelihood and prior, and weights count as copies", () => {
    const weight = fc.constantFrom(0, 1, 2, 3);
    const few = fc.record({ predicted: fc.constantFrom(0.1, 0.15, 0.4, 0.8), success: pointOf, weight });
    fc.assert(
      fc.property(fc.array(few, { minLength: 1, maxLength: 12 }), fc.nat(12), (points, cut) => {
        const fit = fitCalibration(points, { platt: 0 });
        const copies = points.flatMap(({ weight, ...point }) => Array.from({ length: weight }, () => point));
        expect(fit.method).toBe(copies.length === 0 ? "none" : "platt");
        if (copies.length === 0) return;
        if (fit.method !== "platt") throw new Error("platt expected");
        expect(fitCalibration([...points.slice(cut), ...points.slice(0, cut)], { platt: 0 })).toEqual(fit);
        const middle = copies.reduce((sum, { predicted }) => sum + logit(predicted), 0) / copies.length;
        const worth = (slope: number, intercept: number) =>
          copies.reduce(
            (sum, { predicted, success }) => {
              const p = sigmoid(slope * logit(predicted) + intercept);
              return sum + Math.log(success === 1 ? p : 1 - p);
            },
            -((slope - 1) ** 2 + (intercept + slope * middle - middle) ** 2) / (2 * 0.3 ** 2),
          );
        const best = worth(fit.slope, fit.intercept);
        for (const [more, up] of [
          [1e-4, 0],
          [-1e-4, 0],
          [0, 1e-4],
          [0, -1e-4],
        ] as const)
          if (fit.slope + more >= 0) expect(worth(fit.slope + more, fit.intercept + up)).toBeLessThan(best);
      }),
    );
  });

  it.each([{ platt: -1 }, { platt: Number.NaN }, { spread: 0 }, { spread: -1 }])(
    "refuses %j",
    (thresholds) => {
      expect(() => fitCalibration([], thresholds)).toThrow(refused);
    },
  );

  it("brings forecasts nearer to the truth the more outcomes it sees", () => {
    const error = (n: number) => {
      let sum = 0;
      for (let seed = 1; seed <= 12; seed++) {
        const fit = fitCalibration(world(n, 100 * seed));
        for (let k = -20; k <= 20; k++) {
          const predicted = sigmoid(k / 10);
          sum += Math.abs(calibrate(fit, predicted) - sigmoid(0.5 * logit(predicted) - 0.7));
        }
      }
      return sum / (12 * 41);
    };
    const errors = [20, 40, 300, 900, 4000].map(error);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(errors[0]).toBeGreaterThan(0.13);
    expect(errors[3]).toBeLessThan(0.02);
  });

  it.each([
    [{ predicted: 0, success: 1 }],
    [{ predicted: 1, success: 1 }],
    [{ predicted: 0.5, success: 2 }],
    [{ predicted: 0.5, success: 1, weight: -1 }],
  ])("refuses %j", (point) => {
    expect(() => fitCalibration([point as ForecastOutcome])).toThrow(refused);
  });
});

describe("fitLogistic", () => {
  it("reaches the point where no small step raises the penalised likelihood", () => {
    const random = uniforms(9);
    const rows = Array.from({ length: 300 }, () => [random() * 2 - 1, random() * 3, random()]);
    const outcomes = rows.map(([a = 0, b = 0, c = 0]) => (random() < sigmoid(2 * a - b + 0.2 * c) ? 1 : 0));
    for (const least of [undefined, 0]) {
      const fit = fitLogistic({ rows, outcomes }, { least, ridge: 0.1 });
      const value = (coefficients: readonly number[], intercept: number) =>
        rows.reduce((sum, row, i) => {
          const z = row.reduce((total, x, k) => total + x * (coefficients[k] as number), intercept);
          return sum + Math.log(outcomes[i] === 1 ? sigmoid(z) : 1 - sigmoid(z));
        }, 0) -
        0.05 * [...coefficients, intercept].reduce((sum, c) => sum + c * c, 0);
      const best = value(fit.coefficients, fit.intercept);
      for (let k = 0; k < 3; k++) {
        for (const step of [-1e-3, 1e-3]) {
          const moved = fit.coefficients.map((c, j) => (j === k ? c + step : c));
          if (least === 0 && (moved[k] as number) < 0) continue;
          expect(value(moved, fit.intercept)).toBeLessThan(best);
        }
      }
      expect(value(fit.coefficients, fit.intercept + 1e-3)).toBeLessThan(best);
      expect(value(fit.coefficients, fit.intercept - 1e-3)).toBeLessThan(best);
      if (least === 0) expect(fit.coefficients[1]).toBe(0);
      else expect(fit.coefficients[1]).toBeLessThan(-0.5);
    }
  });

  it("has no slope left at its answer, however far it starts and whatever holds it back", () => {
    const number = fc.integer({ min: -8, max: 8 });
    const row = fc.record({
      x: fc.tuple(number, number),
      y: fc.constantFrom(0, 0.25, 1),
      w: fc.constantFrom(0, 0.5, 2),
    });
    const given = {
      prior: fc.tuple(number, number),
      ridge: fc.constantFrom(0.01, 1, 100),
      least: fc.constantFrom(undefined, 0, 1),
    };
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.record(given), (list, options) => {
        const rows = list.map(({ x }) => x);
        const [outcomes, weights] = [list.map(({ y }) => y), list.map(({ w }) => w)];
        const { coefficients, intercept } = fitLogistic({ rows, outcomes, weights }, options);
        expect(coefficients).toHaveLength(2);
        const at = [...coefficients, intercept];
        const misses = list.map(({ x, y, w }) => w * (y - sigmoid(x[0] * at[0]! + x[1] * at[1]! + at[2]!)));
        at.forEach((c, k) => {
          const pull = options.ridge * (c - (options.prior[k] ?? 0));
          const slope = misses.reduce((sum, miss, i) => sum + miss * (rows[i]?.[k] ?? 1), -pull);
          if (k < 2 && c === options.least) expect(slope).toBeLessThan(1e-6);
          else expect(Math.abs(slope)).toBeLessThan(1e-6);
          if (k < 2) expect(c).toBeGreaterThanOrEqual(options.least ?? -9);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("leaves alone what the data cannot tell apart, ridge or none", () => {
    const rows = [
      [1, 1, 0],
      [2, 2, 0],
      [3, 3, 0],
      [4, 4, 0],
    ];
    const outcomes = [0, 1, 0, 1];
    const [plain, ridged] = [0, 1e-6].map((ridge) => fitLogistic({ rows, outcomes }, { ridge }));
    const slope = (fit: typeof plain) => (fit?.coefficients[0] ?? 0) + (fit?.coefficients[1] ?? 0);
    expect(slope(plain)).toBeCloseTo(slope(ridged), 4);
    expect(slope(plain)).toBeGreaterThan(0.3);
    expect(plain?.coefficients[2]).toBe(0);
  });

  it("stays near its prior where the data say nothing", () => {
    const fit = fitLogistic({ rows: [[0], [0]], outcomes: [0, 1] }, { prior: [1.2], ridge: 1 });
    expect(fit.coefficients[0]).toBeCloseTo(1.2, 9);
    expect(fit.intercept).toBeCloseTo(0, 6);
  });

  it.each([
    [{ rows: [], outcomes: [] }],
    [{ rows: [[1], [1, 2]], outcomes: [0, 1] }],
    [{ rows: [[Number.NaN]], outcomes: [0] }],
    [{ rows: [[1]], outcomes: [2] }],
    [{ rows: [[1]], outcomes: [1], weights: [-1] }],
    [{ rows: [[1, Number.NaN]], outcomes: [0] }],
    [{ rows: [[1], [2]], outcomes: [0] }],
    [{ rows: [[1], [2]], outcomes: [0, 2] }],
    [{ rows: [[1], [2]], outcomes: [-1, 0] }],
    [{ rows: [[1], [2]], outcomes: [1, 0], weights: [1] }],
    [{ rows: [[1], [2]], outcomes: [1, 0], weights: [1, -1] }],
    [{ rows: [[1], [2]], outcomes: [1, 0], weights: [1, Number.POSITIVE_INFINITY] }],
  ])("refuses %j", (data) => {
    expect(() => fitLogistic(data)).toThrow(refused);
  });
});
