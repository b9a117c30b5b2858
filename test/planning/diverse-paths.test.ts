import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntroductionPath } from "../../src/paths/index.js";
import { type DiversityOptions, diversePaths, jointSuccess, planRoutes } from "../../src/planning/index.js";
import { jointOracle } from "../support/planning-oracle.js";
import { leg, path, pathCases } from "../support/planning-paths.js";
import { seededRandom } from "../support/random.js";

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

describe("diversePaths of more sets than are tried", () => {
  /** Takes, round by round, the allowed path that adds most; of equal ones the more probable. */
  function plainGreedy(paths: readonly IntroductionPath[], options: DiversityOptions): IntroductionPath[] {
    const { asks, ways } = planRoutes(paths);
    const value = (set: readonly IntroductionPath[]) =>
      jointSuccess({ asks, routes: ways.filter((way) => set.includes(way.path)).map(({ route }) => route) });
    const sorted = [...paths].sort(
      (a, b) => b.probability - a.probability || (a.people.join() < b.people.join() ? -1 : 1),
    );
    const chosen: IntroductionPath[] = [];
    for (;;) {
      let [best, most]: [IntroductionPath | undefined, number] = [undefined, value(chosen) + 1e-12];
      for (const one of sorted) {
        if (chosen.includes(one) || !allowed([...chosen, one], options)) continue;
        const value_ = value([...chosen, one]);
        if (value_ > most + 1e-12) [best, most] = [one, value_];
      }
      if (best === undefined) return sorted.filter((one) => chosen.includes(one));
      chosen.push(best);
    }
  }

  it("is the plain greedy choice, with the guarantee that its rules have", () => {
    const random = seededRandom(5);
    for (let world = 0; world < 5; world++) {
      const paths = Array.from({ length: 14 }, (_, i) => {
        const [a, b] = [`a${i % 5}`, `b${Math.floor(4 * random.next())}`];
        const last = leg(b, "bob", 0.2 + Number(b.slice(1)) / 10);
        const first = leg("me", a, 0.2 + (i % 5) / 8);
        return i < 3
          ? path(leg("me", b, 0.1 + i / 10), last)
          : path(first, leg(a, b, 0.1 + ((7 * i) % 13) / 15), last);
      });
      const unique = [...new Map(paths.map((one) => [one.people.join(), one])).values()];
      const guarantees = [
        [{ k: 5 }, 1 - 1 / Math.E],
        [{ k: 6, maxPerConnector: 1 }, 1 / 2],
        [{ k: 6, maxPerConnector: 2, disjoint: true }, 1 / 3],
        [{ k: 7, disjoint: true }, 1 / 3],
      ] as const;
      for (const [options, guarantee] of guarantees) {
        const result = diversePaths([...unique].reverse(), options);
        if (result.exact) continue;
        expect(result.paths.map(({ people }) => people.join())).toEqual(
          plainGreedy(unique, options).map(({ people }) => people.join()),
        );
        expect(result.guarantee).toBeCloseTo(guarantee, 12);
      }
    }
  });

  it("tries every set up to 1,500 of them", () => {
    const star = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        path(leg("me", `c${i}`, 0.1 + i / 100), leg(`c${i}`, "bob", 0.5)),
      );
    // 11 + 55 + 165 + 330 + 462 sets of at most 5 of 11; 12 + 66 + 220 + 495 + 792 of 12.
    expect(diversePaths(star(11), { k: 5 })).toMatchObject({ exact: true, guarantee: 1 });
    expect(diversePaths(star(12), { k: 5 }).exact).toBe(false);
    expect(diversePaths(star(12), { k: 4 }).exact).toBe(true);
    expect(diversePaths(star(54), { k: 2 }).exact).toBe(true);
    expect(diversePaths(star(55), { k: 2 }).exact).toBe(false);
    const people = diversePaths([...star(11)].reverse(), { k: 5 }).paths.map(({ people: [, who] }) => who);
    expect(people).toEqual(["c10", "c9", "c8", "c7", "c6"]);
  });
});
