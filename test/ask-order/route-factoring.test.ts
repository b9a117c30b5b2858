import { describe, expect, it } from "vitest";
import { boundsOfSets } from "../../src/ask-order/route-factoring.js";
import { jointSuccess, jointSuccessBounds } from "../../src/planning/index.js";
import { type Random, seededRandom } from "../support/random.js";

type Route = readonly number[];

/** The chance that some route is all yes, over all answers. */
function joint(routes: readonly Route[], probability: readonly number[]): number {
  const asks = [...new Set(routes.flat())];
  let sum = 0;
  for (let mask = 0; mask < 2 ** asks.length; mask++) {
    const isYes = (ask: number) => ((mask >> asks.indexOf(ask)) & 1) === 1;
    if (!routes.some((route) => route.every(isYes))) continue;
    sum += asks.reduce((p, ask) => p * (isYes(ask) ? probability[ask]! : 1 - probability[ask]!), 1);
  }
  return sum;
}

const either = (chances: readonly number[]): number => 1 - chances.reduce((fail, p) => fail * (1 - p), 1);

function drawn({ below, next, pick }: Random, count = 3 + below(4)) {
  const routes = Array.from({ length: count }, () => [...new Set([below(7), below(7), below(7)])]);
  return { routes, probability: Array.from({ length: 7 }, () => pick([0.5, 1, next(), next()])) };
}

describe("the chance of any of some routes", () => {
  it("is that of all answers where splits are left, and tells where they were not", () => {
    const random = seededRandom(51);
    for (let i = 0; i < 40; i++) {
      const { routes, probability } = drawn(random);
      const want = joint(routes, probability);
      const { lower, upper, open } = boundsOfSets(routes, probability, 100);
      expect(open).toBe(false);
      expect(upper).toBe(lower);
      expect(lower).toBeCloseTo(want, 12);
      let splits = 0;
      for (; boundsOfSets(routes, probability, splits).open; splits++) {
        const part = boundsOfSets(routes, probability, splits);
        expect(part.lower).toBeLessThanOrEqual(want + 1e-12);
        expect(part.upper).toBeGreaterThanOrEqual(want - 1e-12);
      }
      expect(boundsOfSets(routes, probability, splits).lower).toBe(lower);
    }
  });

  it("without a split is at least that of its best routes that share nothing, at most as if none shared", () => {
    const random = seededRandom(52);
    let open = 0;
    for (let i = 0; i < 60; i++) {
      const { routes, probability } = drawn(random);
      const bounds = boundsOfSets(routes, probability, 0);
      if (!bounds.open) continue;
      const distinct = [...new Map(routes.map((route) => [[...route].sort().join(), route])).values()];
      const kept = distinct.filter(
        (route) => !distinct.some((inner) => inner !== route && inner.every((ask) => route.includes(ask))),
      );
      const chanceOf = (route: Route) => route.reduce((p, ask) => p * probability[ask]!, 1);
      // Common asks and groups apart would be taken out first: of those the two formulas below do not tell.
      if (kept[0]!.some((ask) => kept.every((route) => route.includes(ask)))) continue;
      open++;
      const byChance = [...kept].sort((a, b) => chanceOf(b) - chanceOf(a));
      const tied = byChance.some((route, at) => at > 0 && chanceOf(route) === chanceOf(byChance[at - 1]!));
      const taken: Route[] = [];
      for (const route of byChance)
        if (!taken.some((other) => other.some((ask) => route.includes(ask)))) taken.push(route);
      expect(bounds.upper).toBeCloseTo(either(kept.map(chanceOf)), 12);
      if (!tied) expect(bounds.lower).toBeCloseTo(either(taken.map(chanceOf)), 12);
    }
    expect(open).toBeGreaterThan(20);
  });

  it("takes no more splits than measured, since what is redundant, common or apart is taken out", () => {
    const { below } = seededRandom(53);
    const splitsOf = (routes: readonly Route[]): number => {
      let splits = 0;
      while (boundsOfSets(routes, new Array<number>(15).fill(0.5), splits).open) splits++;
      return splits;
    };
    const crossed = Array.from({ length: 10 }, () =>
      Array.from({ length: 9 }, () => [...new Set([below(15), below(15), below(15)])]),
    );
    expect(crossed.reduce((sum, routes) => sum + splitsOf(routes), 0)).toBeLessThanOrEqual(48);
    // A chain of pairs: in the middle of it a split leaves two chains.
    expect(splitsOf(Array.from({ length: 12 }, (_, i) => [i, i + 1]))).toBeLessThanOrEqual(9);
  });

  it("is told from both sides where a call asks for fewer splits, and refused where 50,000 do not do", () => {
    const asks = Array.from({ length: 6 }, (_, i) => ({ id: `${i}`, probability: 0.5, cost: 0 }));
    const routes = [
      ["0", "1"],
      ["1", "2"],
      ["2", "3"],
      ["3", "0"],
    ];
    expect(jointSuccessBounds({ asks, routes, maxSplits: 0 })).toEqual({ lower: 7 / 16, upper: 175 / 256 });
    const crossed = [...routes, ["4", "0"], ["5", "4"], ["1", "5"], ["2", "5"]];
    const { lower, upper } = jointSuccessBounds({ asks, routes: crossed, maxSplits: 1 });
    expect(lower).toBeLessThan(upper);
    expect(jointSuccessBounds({ asks, routes })).toEqual({ lower: 9 / 16, upper: 9 / 16 });
    expect(jointSuccess({ asks, routes })).toBe(9 / 16);
  });

  it("does not depend on the order of routes and of their asks, however few splits are left", () => {
    const { below, next, pick } = seededRandom(54);
    const shuffled = <T>(list: readonly T[]): T[] =>
      list
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
    for (let i = 0; i < 60; i++) {
      const size = 7 + below(3);
      const routes = Array.from({ length: 4 + below(6) }, () => [
        ...new Set([below(size), below(size), below(size)]),
      ]);
      // On a grid many routes are as likely as one another.
      const probability = Array.from({ length: size }, () => pick([0.5, 0.5, 0.25]));
      const other = shuffled(routes.map(shuffled));
      for (const splits of [0, 1, 2, 4, 200]) {
        const [a, b] = [routes, other].map((some) => boundsOfSets(some, probability, splits));
        expect(b!.open).toBe(a!.open);
        expect(b!.lower).toBeCloseTo(a!.lower, 12);
        expect(b!.upper).toBeCloseTo(a!.upper, 12);
        if (!a!.open) expect(a!.lower).toBeCloseTo(joint(routes, probability), 12);
      }
    }
    expect(
      boundsOfSets(
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 0],
        ],
        [0.5, 0.5, 0.5, 0.5],
        200,
      ).open,
    ).toBe(false);
  });
});
