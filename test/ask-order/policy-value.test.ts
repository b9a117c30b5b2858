import { describe, expect, it } from "vitest";
import {
  isBetter,
  keyOfGroups,
  valueOfBlocks,
  valueOfResult,
  withGroups,
  without,
} from "../../src/ask-order/policy-value.js";

const INFINITE = Number.POSITIVE_INFINITY;

describe("what a policy brings", () => {
  it("is better where it gains more than rounding may, and as good is enough in place of stopping", () => {
    const best = { success: 0.5, cost: 2 };
    const at = (cost: number, isStop: boolean) => isBetter({ success: 0.6, cost }, best, 10, isStop);
    // 0.1 more success is worth 1; one rounding of 8 is 8e-12.
    for (const [cost, more, enough] of [
      [2.9, true, true],
      [3 - 1e-10, true, true],
      [3 - 1e-12, false, true],
      [3, false, true],
      [3 + 1e-12, false, true],
      [3 + 1e-10, false, false],
      [3.1, false, false],
    ] as const)
      expect([cost, at(cost, false), at(cost, true)]).toEqual([cost, more, enough]);
  });

  it("is no better where both bring nothing, or where more of two large sums is rounding", () => {
    const nothing = { success: 0, cost: 0 };
    expect(isBetter(nothing, nothing, 10, false)).toBe(false);
    expect(isBetter(nothing, nothing, 10, true)).toBe(true);
    expect(isBetter({ success: 0.5, cost: 0 }, { success: 0.5, cost: 0 }, INFINITE, false)).toBe(false);
    // Both bring all but what they cost: what is left of a million is rounding.
    const whole = { success: 1, cost: 1e6 };
    expect(isBetter({ success: 1, cost: 1e6 - 1e-7 }, whole, 1e6, false)).toBe(false);
    expect(isBetter({ success: 1, cost: 1e6 - 1e-5 }, whole, 1e6, false)).toBe(true);
  });

  it("without a value is better where it costs less, what success costs at the end included", () => {
    const best = { success: 0.5, cost: 2 };
    const at = (success: number, cost: number, end?: number) =>
      isBetter({ success, cost }, best, INFINITE, false, end);
    expect([at(0.9, 2), at(0.9, 2 - 1e-13), at(0.9, 1.99), at(0.9, 2.01)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    // With 4 for each success the best costs 4: with 0.4 of success 2.4 would do.
    expect([at(0.4, 2.39, 4), at(0.4, 2.4, 4), at(0.4, 2.41, 4), at(0.6, 1.5, 4)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("is counted by blocks as far as they pay, one that brings just its cost included", () => {
    const blocks = [
      { probability: 0.5, cost: 1 },
      { probability: 0.25, cost: 1 },
    ];
    const at = (value: number) => Object.values(valueOfBlocks(blocks, value));
    expect([1.9, 2, 3.9, 4, INFINITE].map(at)).toEqual([
      [0, 0],
      [0.5, 1],
      [0.5, 1],
      [0.625, 1.5],
      [0.625, 1.5],
    ]);
    expect(valueOfResult({ success: 0.5, cost: 1 }, 6)).toBe(2);
    expect(valueOfResult({ success: 0.5, cost: 1 }, INFINITE)).toBe(-1);
    expect(Object.is(valueOfResult({ success: 0, cost: 0 }, INFINITE), 0)).toBe(true);
  });

  it("is looked up by sorted groups, one taken out and others put in", () => {
    expect(without([3, 3, 5], 1)).toEqual([3, 5]);
    expect(withGroups([3, 20, 100], [9, 1])).toEqual([1, 3, 9, 20, 100]);
    const ids = [3, 20];
    expect(withGroups(ids, [])).toEqual(ids);
    expect(withGroups(ids, [])).not.toBe(ids);
    expect(keyOfGroups([1, 2])).not.toBe(keyOfGroups([12]));
    expect(new Set([[], [1], [1, 2], [2, 1]].map(keyOfGroups)).size).toBe(4);
  });
});
