import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestPath, kBestPaths, type RawPath, SearchScratch, withArcs } from "warmpath/search";
import { assertUntil } from "../support/assert-until.js";
import { indexOf, listOf, type SmallGraph, seeded, smallGraph } from "../support/search-graphs.js";

/** Random graphs too large for the oracle, with distinct costs or with ties. */
function graphOf(seed: number, nodeCount = 40, mutual = false): SmallGraph {
  const random = seeded(seed);
  const hasTies = random() < 0.5;
  const arcs = Array.from({ length: nodeCount * 4 }, () => ({
    source: Math.floor(random() * nodeCount),
    target: Math.floor(random() * nodeCount),
    probability: hasTies ? [0.5, 0.7, 0.9, 1][Math.floor(random() * 4)]! : 0.05 + 0.95 * random(),
  }));
  return {
    nodeCount,
    arcs: mutual ? arcs.flatMap((a) => [a, { ...a, source: a.target, target: a.source }]) : arcs,
  };
}

const nodesOf = (paths: readonly RawPath[]) => paths.map((path) => path.nodes);
const anySeed = fc.integer({ min: 0, max: 1e6 });
const anyHops = fc.constantFrom(undefined, 2, 3, 4, 5, 6, 9);
const RUNS = { numRuns: 150 };

describe("laws of path ranking on graphs beyond the oracle", () => {
  test("costs rise, paths are loopless and as probable as their arcs", () => {
    fc.assert(
      fc.property(anySeed, anyHops, (seed, maxHops) => {
        const graph = graphOf(seed);
        const index = indexOf(graph);
        const { paths } = kBestPaths(index, { sources: 0, targets: 1, k: 30, maxHops });
        for (const [i, { nodes, probability }] of paths.entries()) {
          if (i > 0) expect(probability).toBeLessThanOrEqual(paths[i - 1]!.probability * (1 + 1e-10));
          expect(new Set(nodes).size).toBe(nodes.length);
          expect(nodes.length - 1).toBeLessThanOrEqual(maxHops ?? 99);
          let product = 1;
          for (let n = 1; n < nodes.length; n++) product *= index.probability(nodes[n - 1]!, nodes[n]!);
          expect(Math.abs(probability / product - 1)).toBeLessThan(1e-12);
        }
        expect(new Set(nodesOf(paths).map(String)).size).toBe(paths.length);
      }),
      RUNS,
    );
  });

  test("the first k of more are the k; bestPath is the first", () => {
    fc.assert(
      fc.property(anySeed, anyHops, fc.integer({ min: 1, max: 30 }), (seed, maxHops, k) => {
        const index = indexOf(graphOf(seed));
        const query = { sources: 0, targets: 1, maxHops };
        const more = kBestPaths(index, { ...query, k: k + 1 }).paths;
        expect(nodesOf(kBestPaths(index, { ...query, k }).paths)).toEqual(nodesOf(more).slice(0, k));
        expect(bestPath(index, { source: 0, target: 1, maxHops })?.nodes).toEqual(more[0]?.nodes);
      }),
      RUNS,
    );
  });

  test("relabelling in order and adding nodes elsewhere changes nothing", () => {
    fc.assert(
      fc.property(anySeed, anyHops, (seed, maxHops) => {
        const graph = graphOf(seed);
        const before = kBestPaths(indexOf(graph), { sources: 0, targets: 1, k: 12, maxHops }).paths;
        const moved = graph.arcs.map((a) => ({ ...a, source: 3 * a.source + 1, target: 3 * a.target + 1 }));
        const elsewhere = graph.arcs.map((a) => ({ ...a, source: 3 * a.source, target: 3 * a.target }));
        const index = indexOf({ nodeCount: 3 * graph.nodeCount, arcs: [...elsewhere, ...moved] });
        const after = kBestPaths(index, { sources: 1, targets: 4, k: 12, maxHops }).paths;
        expect(nodesOf(after)).toEqual(nodesOf(before).map((nodes) => nodes.map((node) => 3 * node + 1)));
      }),
      RUNS,
    );
  });

  test("a power of all probabilities keeps the order", () => {
    fc.assert(
      fc.property(anySeed, anyHops, fc.constantFrom(0.25, 0.5, 2, 3), (seed, maxHops, power) => {
        const graph = graphOf(seed);
        const arcs = graph.arcs.map((a) => ({ ...a, probability: a.probability ** power }));
        const query = { sources: 0, targets: 1, k: 12, maxHops };
        expect(nodesOf(kBestPaths(indexOf({ ...graph, arcs }), query).paths)).toEqual(
          nodesOf(kBestPaths(indexOf(graph), query).paths),
        );
      }),
      RUNS,
    );
  });

  test("an arc on no path may go; a lower probability raises nothing", () => {
    fc.assert(
      fc.property(anySeed, anyHops, fc.nat(), (seed, maxHops, pick) => {
        const graph = graphOf(seed);
        const index = indexOf(graph);
        const query = { sources: 0, targets: 1, k: 8, maxHops };
        const { paths } = kBestPaths(index, query);
        const { source, target } = graph.arcs[pick % graph.arcs.length]!;
        const isUsed = paths.some(({ nodes }) =>
          nodes.some((n, i) => n === source && nodes[i + 1] === target),
        );
        const without = kBestPaths(index, { ...query, blockedArcs: [[source, target]] }).paths;
        if (!isUsed) expect(nodesOf(without)).toEqual(nodesOf(paths));
        const lower = withArcs(
          index,
          listOf([{ source, target, probability: index.probability(source, target) / 3 }]),
        );
        const best = kBestPaths(index, { ...query, overlay: lower }).paths[0]?.probability ?? 0;
        expect(best).toBeLessThanOrEqual((paths[0]?.probability ?? 0) * (1 + 1e-12));
      }),
      RUNS,
    );
  });

  test("arcs laid over arcs are as one list in which the later takes the place of the earlier", () => {
    fc.assert(
      fc.property(anySeed, anyHops, (seed, maxHops) => {
        const index = indexOf(graphOf(seed));
        const random = seeded(seed + 1);
        const some = (count: number) =>
          Array.from({ length: count }, () => ({
            source: Math.floor(random() * 12),
            target: random() < 0.3 ? 39 : Math.floor(random() * 12),
            probability: random() < 0.3 ? 0 : random(),
          })).filter(({ source, target }) => source !== target);
        const unique = (arcs: ReturnType<typeof some>) => [
          ...new Map(arcs.map((arc) => [`${arc.source} ${arc.target}`, arc])).values(),
        ];
        const [below, above] = [unique(some(12)), unique(some(8))];
        const query = { sources: 0, targets: 39, k: 12, maxHops };
        const layered = withArcs(index, listOf(above), withArcs(index, listOf(below)));
        const whole = withArcs(index, listOf(unique([...below, ...above])));
        expect(kBestPaths(index, { ...query, overlay: layered }).paths).toEqual(
          kBestPaths(index, { ...query, overlay: whole }).paths,
        );
      }),
      RUNS,
    );
  });

  test("on a mutual graph the way back costs the same", () => {
    fc.assert(
      fc.property(anySeed, anyHops, (seed, maxHops) => {
        const index = indexOf(graphOf(seed, 40, true));
        const there = kBestPaths(index, { sources: 0, targets: 1, k: 12, maxHops }).paths;
        const back = kBestPaths(index, { sources: 1, targets: 0, k: 12, maxHops }).paths;
        expect(back.length).toBe(there.length);
        for (const [i, path] of there.entries()) {
          expect(Math.abs(path.probability / back[i]!.probability - 1)).toBeLessThan(1e-11);
          const isAlone = [i - 1, i + 1].every(
            (j) => there[j] === undefined || Math.abs(there[j].probability / path.probability - 1) > 1e-9,
          );
          if (isAlone && i < there.length - 1) expect([...back[i]!.nodes].reverse()).toEqual(path.nodes);
        }
      }),
      RUNS,
    );
  });

  test("an aborted search throws the reason and leaves the memory clean", () => {
    fc.assert(
      fc.property(smallGraph(7), anySeed, fc.integer({ min: 0, max: 3 }), (small, seed, looks) => {
        const index = indexOf(graphOf(seed, 300));
        const scratch = new SearchScratch();
        let left = looks;
        const signal = {
          get aborted() {
            return left-- <= 0;
          },
          reason: "enough",
        };
        const query = { sources: 0, targets: 1, k: 200, scratch };
        try {
          kBestPaths(index, { ...query, signal });
        } catch (error) {
          expect(error).toBe("enough");
        }
        expect(() => kBestPaths(index, { ...query, signal: { aborted: true, reason: "enough" } })).toThrow(
          "enough",
        );
        for (const maxHops of [undefined, 4]) {
          expect(kBestPaths(index, { ...query, k: 5, maxHops })).toEqual(
            kBestPaths(index, { ...query, k: 5, maxHops, scratch: new SearchScratch() }),
          );
        }
        const other = indexOf(small);
        expect(kBestPaths(other, { sources: 0, targets: 0, k: 2, scratch }).paths).toEqual([
          { nodes: [0], probability: 1 },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test("a query inside a callback of another is right", () => {
    const index = indexOf(graphOf(7, 2000));
    const inner: unknown[] = [];
    const signal = {
      get aborted() {
        inner.push(kBestPaths(index, { sources: 3, targets: 4, k: 5 }));
        return false;
      },
    };
    const outer = kBestPaths(index, { sources: 0, targets: 1, k: 40, signal });
    let looks = 0;
    const aborting = {
      get aborted() {
        return looks++ > 0;
      },
      reason: "enough",
    };
    expect(() => kBestPaths(index, { sources: 0, targets: 1, k: 40, signal: aborting })).toThrow("enough");
    expect(inner.length).toBeGreaterThan(2);
    expect(outer).toEqual(kBestPaths(index, { sources: 0, targets: 1, k: 40 }));
    for (const result of inner) expect(result).toEqual(kBestPaths(index, { sources: 3, targets: 4, k: 5 }));
  });

  test("a budget that bites gives a certain beginning and a bound on the rest", async () => {
    let bitten = 0;
    await assertUntil(
      () => bitten > 10,
      fc.property(anySeed, anyHops, fc.integer({ min: 1, max: 600 }), (seed, maxHops, maxVisited) => {
        const index = indexOf(graphOf(seed));
        const query = { sources: 0, targets: 1, k: 30, maxHops };
        const full = kBestPaths(index, query);
        const part = kBestPaths(index, { ...query, budget: { maxVisited } });
        expect(part.visited).toBeLessThanOrEqual(maxVisited);
        expect(part.stopped).toBe(full.visited <= maxVisited ? "complete" : "budget");
        expect(nodesOf(part.paths)).toEqual(nodesOf(full.paths).slice(0, part.paths.length));
        if (part.stopped === "complete") {
          expect(part).toEqual(full);
          return;
        }
        bitten++;
        const missing = full.paths[part.paths.length]?.probability ?? 0;
        expect(missing).toBeLessThanOrEqual(part.bound! * (1 + 1e-12));
      }),
      { numRuns: 300 },
    );
    expect(bitten).toBeGreaterThan(10);
  });
});
