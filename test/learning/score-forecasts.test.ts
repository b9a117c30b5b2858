import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ForecastOutcome,
  reliabilityTable,
  scoreForecasts,
  wilsonInterval,
} from "../../src/learning/index.js";

const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const success = fc.constantFrom(0 as const, 1 as const);
const pointsArb = fc.array(
  fc.record({ predicted: chance, success, weight: fc.double({ min: 0.1, max: 2, noNaN: true }) }),
  { minLength: 1, maxLength: 260 },
);

describe("scoreForecasts", () => {
  it("is the mean squared and the mean logarithmic error", () => {
    const points: ForecastOutcome[] = [
      { predicted: 0.8, success: 1 },
      { predicted: 0.3, success: 0, weight: 3 },
      { predicted: 1e-9, success: 1 },
    ];
    const scores = scoreForecasts(points);
    expect(scores?.brier).toBeCloseTo((0.04 + 3 * 0.09 + 1) / 5, 8);
    expect(scores?.logLoss).toBeCloseTo((-Math.log(0.8) - 3 * Math.log(0.7) - Math.log(1e-6)) / 5, 9);
    expect(scores?.outcomes).toBe(5);
    expect(scoreForecasts([])).toBeUndefined();
    expect(scoreForecasts([{ predicted: 0.4, success: 1, weight: 0 }])).toBeUndefined();
    expect(scoreForecasts([...points, { predicted: 0.1, success: 1, weight: 0 }])).toEqual(scores);
    const known = scoreForecasts([
      ...Array(9).fill({ predicted: 0.9, success: 1 }),
      { predicted: 0.1, success: 0 },
    ]);
    expect(known?.skill).toBeCloseTo(1 - 0.01 / 0.09, 9);
    expect(scoreForecasts([{ predicted: 0.4, success: 1 }])?.skill).toBe(0);
  });

  it("reliability >= 0, resolution <= uncertainty, Brier in [0, 1], parts add up, order irrelevant", () => {
    fc.assert(
      fc.property(pointsArb, (points) => {
        const s = scoreForecasts(points);
        if (s === undefined) throw new Error("outcomes expected");
        expect(s.reliability).toBeGreaterThanOrEqual(0);
        expect(s.resolution).toBeLessThanOrEqual(s.uncertainty + 1e-12);
        expect(s.brier).toBeGreaterThanOrEqual(0);
        expect(s.brier).toBeLessThanOrEqual(1);
        expect(s.reliability - s.resolution + s.uncertainty + s.withinBins).toBeCloseTo(s.brier, 12);
        expect(scoreForecasts([...points].reverse())).toEqual(s);
      }),
    );
  });

  it("is Murphy's sum exactly where the forecasts of a bin are equal", () => {
    const levels = fc.constantFrom(0.05, 0.15, 0.35, 0.65, 0.95);
    const points = fc.array(fc.record({ predicted: levels, success }), { minLength: 200, maxLength: 300 });
    fc.assert(
      fc.property(points, (list) => {
        expect(scoreForecasts(list)?.withinBins).toBeCloseTo(0, 12);
      }),
      { numRuns: 30 },
    );
  });

  it("both scores are proper: the true chance scores best in expectation", () => {
    fc.assert(
      fc.property(chance, chance, (truth, said) => {
        const expected = (predicted: number, score: "brier" | "logLoss") =>
          ([1, 0] as const).reduce<number>(
            (sum, y) =>
              sum +
              (y === 1 ? truth : 1 - truth) * (scoreForecasts([{ predicted, success: y }])?.[score] ?? 0),
            0,
          );
        for (const score of ["brier", "logLoss"] as const) {
          expect(expected(truth, score)).toBeLessThanOrEqual(expected(said, score) + 1e-12);
        }
      }),
    );
  });
});

describe("reliabilityTable and wilsonInterval", () => {
  it("covers every outcome once, bins in order, observed rate inside its interval", () => {
    fc.assert(
      fc.property(pointsArb, (points) => {
        const rows = reliabilityTable(points);
        const total = points.reduce((sum, { weight }) => sum + weight, 0);
        expect(rows.reduce((sum, { outcomes }) => sum + outcomes, 0)).toBeCloseTo(total, 9);
        rows.forEach((row, k) => {
          expect(row.from).toBeLessThanOrEqual(row.to);
          expect(row.forecast).toBeGreaterThanOrEqual(row.from - 1e-12);
          expect(row.forecast).toBeLessThanOrEqual(row.to + 1e-12);
          expect(row.interval[0]).toBeLessThanOrEqual(row.observed);
          expect(row.interval[1]).toBeGreaterThanOrEqual(row.observed);
          if (k > 0) expect(row.from).toBeGreaterThan(rows[k - 1]?.to ?? 1);
        });
        expect(rows.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("has ten bins of equal count below 200 outcomes and of equal width above", () => {
    const spread = (n: number) =>
      Array.from({ length: n }, (_, k) => ({ predicted: ((k + 0.5) / n) ** 2, success: 0 as const }));
    expect(reliabilityTable(spread(100)).map(({ outcomes }) => outcomes)).toEqual(Array(10).fill(10));
    const wide = reliabilityTable(spread(400));
    expect(wide.map(({ to }) => Math.floor(to * 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // Bins begin at 200, and equal forecasts stay together whatever their number.
    const equal = [
      ...Array(30).fill({ predicted: 0.2, success: 1 }),
      ...Array(70).fill({ predicted: 0.6, success: 0 }),
    ];
    expect(reliabilityTable(equal).map(({ outcomes, observed }) => [outcomes, observed])).toEqual([
      [30, 1],
      [70, 0],
    ]);
    expect(reliabilityTable(spread(200)).map(({ to }) => Math.floor(to * 10))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(reliabilityTable([...spread(200), { predicted: 1, success: 1 }])).toHaveLength(10);
    expect(wide[0]?.outcomes).toBeGreaterThan(wide[9]?.outcomes ?? 400);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1, 1e-320],
    [Number.NaN, 5],
  ])("refuses %d successes of %d", (successes, trials) => {
    expect(() => wilsonInterval(successes, trials)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("Wilson's ends are where the rate lies 1.645 standard errors away", () => {
    const [low, high] = wilsonInterval(7, 20);
    for (const end of [low, high]) {
      expect(Math.abs(0.35 - end) / Math.sqrt((end * (1 - end)) / 20)).toBeCloseTo(1.645, 9);
    }
    expect(wilsonInterval(0, 5)[0]).toBe(0);
    expect(wilsonInterval(5, 5)[1]).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it("a weight or an outcome that is no number is refused, and no score is minus zero or none", () => {
    for (const odd of [
      { weight: Number.POSITIVE_INFINITY },
      { weight: "2" },
      { success: Symbol("s") },
      { success: "x" },
    ]) {
      const points = [{ predicted: 0.5, success: 1, ...odd }] as never;
      for (const call of [scoreForecasts, reliabilityTable])
        expect(() => call(points)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    }
    expect(reliabilityTable([{ predicted: -0, success: 0 }])[0]?.from).toBe(0);
  });
});
