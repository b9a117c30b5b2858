import { describe, expect, it } from "vitest";
import { learnRates, type Outcome } from "../../src/learning/index.js";
import { learnedDoubt } from "../../src/learning/learned-doubt.js";
import { uniforms } from "../support/learning-oracle.js";

const now = "2026-11-22";
const DOUBTS = { first: 0.5, relay: 0.5, last: 0.5, knows: 0.5, cold: 0.5 };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (p: number) => Math.log(p / (1 - p));

/** Asks of a world whose people answer by so many log-odds otherwise than forecast. */
function answers(n: number, shift: number, random: () => number): Outcome[] {
  return Array.from({ length: n }, () => {
    const result = random() < sigmoid(logit(0.4) + shift) ? "yes" : "no";
    return { kind: "first", predicted: 0.4, at: now, result };
  });
}

describe("learnedDoubt", () => {
  it("is the spread that is really left, in worlds whose priors are off by the doubt", () => {
    const random = uniforms(3);
    const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    for (const n of [5, 20, 80, 400]) {
      let [squares, left] = [0, 0];
      const worlds = 600;
      for (let world = 0; world < worlds; world++) {
        const truth = 0.5 * normal();
        const rates = learnRates(answers(n, truth, random), { now });
        squares += (truth - rates[0]!.shift) ** 2 / worlds;
        left += learnedDoubt({ rates }, DOUBTS).first / worlds;
      }
      const real = Math.sqrt(squares) / 0.5;
      expect(left / real).toBeGreaterThan(0.85);
      expect(left / real).toBeLessThan(1.15);
    }
  });

  it("is M of the prior's own error and the luck of n answers, of M + n, for each kind by its own rate", () => {
    const rate = (key: string, level = "kind") => ({ level, key, trials: 30, priorStrength: 12, prior: 0.3 });
    const luck = Math.sqrt(30 / (0.3 * 0.7)) / 0.5;
    const left = Math.hypot(12, luck) / 42;
    for (const kind of ["first", "relay", "last", "knows", "cold"] as const) {
      const rates = [rate(kind, "connector"), rate("remote"), rate(kind)] as never;
      const doubt = learnedDoubt({ rates }, DOUBTS);
      expect(doubt[kind]).toBeCloseTo(left, 12);
      expect(Object.values(doubt).filter((one) => one === 1)).toHaveLength(4);
    }
  });

  it("leaves the whole doubt where nothing was learned, and none of it in the end", () => {
    expect(learnedDoubt({ rates: [] }, DOUBTS)).toEqual({ first: 1, relay: 1, last: 1, knows: 1, cold: 1 });
    const rates = learnRates(answers(20_000, 0, uniforms(1)), { now });
    expect(learnedDoubt({ rates }, DOUBTS).first).toBeLessThan(0.05);
    expect(learnedDoubt({ rates }, { ...DOUBTS, first: 0 }).first).toBe(1);
  });
});
