import { describe, expect, test } from "vitest";
import { kBestPaths, reach } from "warmpath/search";
import { findRoutes, TUNING, type Tuning } from "../../src/search/find-routes.js";
import { newMeter } from "../../src/search/meter.js";
import { checkQuery } from "../../src/search/query.js";
import { borrow, SearchScratch } from "../../src/search/search-scratch.js";
import { indexOf, listOf, seeded } from "../support/search-graphs.js";
import { isChained, type OracleArc, oraclePaths } from "../support/search-oracle.js";

const PALETTES: readonly (readonly number[])[] = [
  [0.5],
  [1],
  [0.5, 1],
  [0.9, 0.81, 0.729, 0.3],
  [0.5, 0.25, 0.125, 1],
  [1, 1 - 4e-13, 1 - 9e-13, 1 - 5e-12, 0.5],
];

/** A small graph with a query of it: dense and full of ties, sparse, or with distinct costs. */
function caseOf(seed: number) {
  const random = seeded(seed);
  const int = (below: number) => Math.floor(random() * below);
  const nodeCount = 5 + int(4);
  const palette = PALETTES[seed % 9];
  const probability = () => palette?.[int(palette.length)] ?? 0.05 + 0.95 * random();
  const some = (count: number): OracleArc[] =>
    Array.from({ length: count }, () => ({
      source: int(nodeCount),
      target: int(nodeCount),
      probability: probability(),
    }));
  const arcs = some(nodeCount * (1 + int(4)));
  const nodes = (most: number) => Array.from({ length: int(most + 1) }, () => int(nodeCount));
  return {
    nodeCount,
    arcs: seed % 4 === 0 ? arcs.flatMap((a) => [a, { ...a, source: a.target, target: a.source }]) : arcs,
    k: [1, 2, 3, 7, 12, 100][int(6)]!,
    ends: {
      sources: [0, ...nodes(1)],
      targets: [nodeCount - 1, ...nodes(1)],
      maxHops: [undefined, 1, 2, 3, 4, 5, 6, 7][int(8)],
      blockedNodes: seed % 5 === 0 ? nodes(2) : [],
      overlay: seed % 3 === 0 ? some(4).map((arc) => (int(3) === 0 ? { ...arc, probability: 0 } : arc)) : [],
    },
  };
}

type Routes = readonly { readonly nodes: readonly number[] }[];
const begins = (whole: Routes, part: Routes) =>
  part.every(({ nodes }, i) => String(nodes) === String(whole[i]?.nodes));

const CASES = Array.from({ length: 120 }, (_, seed) => {
  const one = caseOf(seed);
  const expected = oraclePaths(one.nodeCount, one.arcs, one.ends);
  // A chain of near ties longer than the group limit is followed for one tolerance only, see withinGroup.
  return { ...one, expected: isChained(expected.map(({ cost }) => cost)) ? undefined : expected };
});

/*
 * What a search does is counted, and a caller's budget ends it by that count. So the counts are written down here: nodes visited and arcs looked
 * at, and under budgets how many routes are given and what bounds are told. Whoever changes them changes what callers with a budget get.
 */
describe("each search, however small its limits", () => {
  test.each<[Partial<Tuning>, ...number[]]>([
    [{}, 2369, 4154, 987, 471.42411],
    [{ groupLimit: 1 }, 2345, 7896, 1047, 485.9802],
    [{ groupLimit: 3, workLimit: 3 }, 2217, 35475, 1019, 509.98979],
    [{ workLimit: 0, groupLimit: 2, firstSlack: 0.05, growth: 1.2 }, 2040, 34670, 824, 228.17827],
    [{ firstSlack: 0.01, growth: 1.1, rounds: 40 }, 6281, 8636, 812, 245.52493],
    [{ firstSlack: 3, rounds: 1, groupLimit: 0 }, 1552, 9199, 939, 379.97812],
  ])("finds what the enumeration finds, and does the work written down: %o", (forced, ...work) => {
    const sums = [0, 0, 0, 0];
    const wrong: string[] = [];
    const scratch = new SearchScratch();
    for (const [seed, { nodeCount, arcs, k, ends, expected }] of CASES.entries()) {
      const overlay = ends.overlay.length > 0 ? listOf(ends.overlay) : undefined;
      const index = indexOf({ nodeCount, arcs });
      const query = checkQuery(index, ends.sources, ends.targets, { ...ends, overlay });
      const find = (budget: { maxVisited?: number; maxScanned?: number }) => {
        const meter = newMeter({ budget }, Number.MAX_SAFE_INTEGER);
        const found = borrow(scratch, nodeCount, (space) =>
          findRoutes(query, k, meter, space, { ...TUNING, ...forced }),
        );
        return { ...found, ...meter };
      };
      const { routes: all, visited, scanned } = find({});
      if (expected && (all.length !== Math.min(k, expected.length) || !begins(expected, all)))
        wrong.push(`${seed}`);
      sums[0]! += visited;
      sums[1]! += scanned;
      for (const share of [0, 0.2, 0.5, 0.8, 0.99]) {
        for (const budget of [
          { maxVisited: 1 + Math.floor(share * visited) },
          { maxScanned: 1 + Math.floor(share * scanned) },
        ]) {
          const { routes, bound = Number.POSITIVE_INFINITY } = find(budget);
          const missing = all[routes.length]?.cost ?? Number.POSITIVE_INFINITY;
          if (expected && (!begins(all, routes) || missing < bound - 1e-11))
            wrong.push(`${seed} ${JSON.stringify(budget)}`);
          sums[2]! += routes.length;
          if (bound < 1e9) sums[3]! += bound;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(sums.map((sum) => Number(sum.toPrecision(8)))).toEqual(work);
  });
});

describe("searches of graphs beyond the enumeration", () => {
  /** Some 600 people of whom a few have most ties, as networks do; `hasTies`: with few distinct costs. */
  const graphOf = (seed: number, hasTies: boolean) => {
    const random = seeded(seed);
    const node = () => Math.floor(600 * random() ** 2);
    const arcs = Array.from({ length: 2400 }, () => ({
      source: node(),
      target: node(),
      probability: hasTies ? [0.5, 0.7, 0.9, 1][Math.floor(random() * 4)]! : 0.05 + 0.95 * random(),
    }));
    const mirror = ({ source, target, probability }: OracleArc) => ({
      source: target,
      target: source,
      probability: seed % 2 === 0 ? probability : probability / 2,
    });
    return indexOf({ nodeCount: 600, arcs: arcs.flatMap((arc) => [arc, mirror(arc)]) });
  };
  const graphs = [1, 2, 3, 4].map((seed) => graphOf(seed, seed > 2));

  test.each<[number | undefined, number, ...number[]]>([
    [undefined, 1, 7741, 25479, 7.4536586],
    [undefined, 10, 25524, 347061, 70.927425],
    [undefined, 20, 42233, 709251, 139.9203],
    [1, 10, 36, 134, 0],
    [2, 10, 44, 319, 2.8001583],
    [3, 10, 299, 3723, 24.169008],
    [3, 80, 339, 4033, 29.339261],
    [4, 10, 556, 6020, 44.857635],
    [4, 80, 1327, 10790, 184.66354],
    [5, 10, 1700, 12693, 55.135388],
    [5, 80, 4763, 35983, 314.11043],
    [6, 10, 39574, 946061, 61.545621],
    [7, 10, 66591, 1593343, 64.589086],
  ])(
    "of at most %o hops, the best %d: nodes visited, arcs looked at, sum of chances",
    (maxHops, k, ...work) => {
      const sums = [0, 0, 0];
      const scratch = new SearchScratch();
      for (const index of graphs) {
        for (const target of [20, 250, 599]) {
          const overlay = listOf([
            { source: 300, target: 15, probability: 0.8 },
            { source: 30, target, probability: 0 },
            { source: 31, target, probability: 0.4 },
          ]);
          const { paths } = kBestPaths(index, {
            sources: [300, 301],
            targets: target,
            k,
            maxHops,
            scratch,
            overlay,
          });
          sums[0]! += scratch.visited;
          sums[1]! += scratch.scanned;
          for (const { probability } of paths) sums[2]! += probability;
        }
      }
      expect(sums.map((sum) => Number(sum.toPrecision(8)))).toEqual(work);
    },
  );

  test("reach looks at each node's arcs again only where a layer made it cheaper", () => {
    const sums = [0, 0, 0, 0];
    const scratch = new SearchScratch();
    for (const index of graphs) {
      for (const maxHops of [1, 2, 3, 5, 254]) {
        const { probability, hops } = reach(index, {
          sources: [300, 301],
          maxHops,
          blockedNodes: [5],
          scratch,
        });
        sums[0]! += scratch.visited;
        sums[1]! += scratch.scanned;
        sums[2]! += probability.reduce((sum, p) => sum + p, 0);
        sums[3]! += hops.reduce((sum, h) => sum + h, 0);
      }
    }
    expect(sums.map((sum) => Number(sum.toPrecision(8)))).toEqual([12_008, 96_126, 3990.2431, 1_095_310]);
  });
});
