import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntroductionPath } from "../../src/paths/index.js";
import { type DiversityOptions, diversePaths, planRoutes } from "../../src/planning/index.js";
import { jointOracle } from "../support/planning-oracle.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const joint = (all: readonly IntroductionPath[], chosen: readonly IntroductionPath[]) => {
  const { asks, ways } = planRoutes(all);
  return jointOracle({
    asks,
    routes: ways.filter((way) => chosen.includes(way.path)).map((way) => way.route),
  });
};
const between = (one: IntroductionPath) => one.people.slice(1, -1);
const allowed = (set: readonly IntroductionPath[], { k, maxPerConnector = 99, disjoint }: DiversityOptions) =>
  set.length <= k &&
  set.every(
    (a) =>
      set.filter((b) => b.people[0] === a.people[0] && b.people[1] === a.people[1]).length <= maxPerConnector,
  ) &&
  (!disjoint ||
    set.every((a) => set.every((b) => a === b || !between(a).some((p) => between(b).includes(p)))));

/** Every set of paths: the oracle of the best. */
function bestOf(paths: readonly IntroductionPath[], options: DiversityOptions): number {
  let best = 0;
  for (let mask = 0; mask < 2 ** paths.length; mask++) {
    const set = paths.filter((_, i) => mask & (1 << i));
    if (allowed(set, options)) best = Math.max(best, joint(paths, set));
  }
  return best;
}

const optionCases = fc.record({
  k: fc.integer({ min: 1, max: 4 }),
  maxPerConnector: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  disjoint: fc.option(fc.boolean(), { nil: undefined }),
});

describe("diversePaths", () => {
  it("chooses the allowed set with the highest joint success", () => {
    fc.assert(
      fc.property(pathCases({ direct: true }), optionCases, (paths, options) => {
        const result = diversePaths(paths, options);
        expect(result.exact).toBe(true);
        expect(allowed(result.paths, options)).toBe(true);
        expect(result.jointProbability).toBeCloseTo(bestOf(paths, options), 10);
        expect(joint(paths, result.paths)).toBeCloseTo(result.jointProbability, 10);
        expect(diversePaths([...paths].reverse(), options)).toEqual(result);
      }),
      { numRuns: 100, seed: 71 },
    );
  });

  const many = () => {
    const paths: IntroductionPath[] = [];
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < 4; b++) {
        paths.push(
          path(
            leg("me", `a${a}`, 0.3 + a / 20),
            leg(`a${a}`, `b${b}`, 0.3 + ((a * 3 + b) % 7) / 15),
            leg(`b${b}`, "bob", 0.2 + b / 10),
          ),
        );
      }
    }
    return paths;
  };

  it("is greedy on large sets, says so, keeps the rules and beats the plain top k", () => {
    const paths = many();
    for (const options of [{ k: 5 }, { k: 5, maxPerConnector: 1 }, { k: 5, disjoint: true }]) {
      const result = diversePaths(paths, options);
      expect(result.exact).toBe(false);
      expect(result.guarantee).toBeGreaterThan(0.3);
      expect(allowed(result.paths, options)).toBe(true);
      expect(result.paths).toHaveLength("disjoint" in options ? 4 : 5);
    }
    const all = diversePaths(paths, { k: 5 });
    expect(diversePaths([...paths].reverse(), { k: 5 })).toEqual(all);
  });

  it("does not put all on the one connector through whom the most probable paths go", () => {
    const hub = ["b0", "b1", "b2"].map((b) =>
      path(leg("me", "hub", 0.4), leg("hub", b, 0.95), leg(b, "bob", 0.8)),
    );
    const aside = path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45));
    const { paths, jointProbability } = diversePaths([...hub, aside], { k: 2 });
    expect(paths).toContain(aside);
    const top = diversePaths(hub, { k: 2 });
    expect(jointProbability).toBeGreaterThan(1.2 * top.jointProbability);
  });

  it("refuses counts that are none", () => {
    const invalid = expect.objectContaining({ code: "INVALID_ARGUMENT" });
    expect(() => diversePaths([], { k: 0 })).toThrow(invalid);
    expect(() => diversePaths([], { k: 1, maxPerConnector: 1.5 })).toThrow(invalid);
    expect(diversePaths([], { k: 3 })).toMatchObject({ paths: [], jointProbability: 0 });
  });
});
