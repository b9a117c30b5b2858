import fc from "fast-check";
import { expect, it } from "vitest";
import { amounts, favors, percent, percents } from "../../src/base/index.js";

it("two numbers that differ are never written alike", () => {
  expect(percents(0.2, 0.2004)).toEqual(["20%", "20.04%"]);
  expect(percents(0.5, 0.5)).toEqual(["50%", "50%"]);
  expect(amounts(5.001, 5.002)).toEqual(["5.001 favors", "5.002 favors"]);
  const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [one, other] = percents(a, b);
      expect(one === other).toBe(a === b);
      if (percent(a) !== percent(b)) expect([one, other]).toEqual([percent(a), percent(b)]);
      const [cost, more] = amounts(a, b);
      expect(cost === more).toBe(a === b);
      if (favors(a) !== favors(b)) expect([cost, more]).toEqual([favors(a), favors(b)]);
    }),
  );
});
