import fc from "fast-check";
import { expect, test } from "vitest";
import { disjointPaths } from "../../src/search/more.js";
import { indexOf, smallGraph } from "../support/search-graphs.js";
import { type OraclePath, oraclePaths } from "../support/search-oracle.js";

/** The cheapest set of at most k paths that share no connector, by trying all sets; most paths first. */
function bestSet(paths: readonly OraclePath[], k: number): { count: number; cost: number } {
  let best = { count: 0, cost: 0 };
  const extend = (from: number, count: number, cost: number, used: ReadonlySet<number>) => {
    if (count > best.count || (count === best.count && cost < best.cost)) best = { count, cost };
    if (count === k) return;
    for (let i = from; i < paths.length; i++) {
      const inner = paths[i]!.nodes.slice(1, -1);
      if (inner.some((node) => used.has(node))) continue;
      extend(i + 1, count + 1, cost + paths[i]!.cost, new Set([...used, ...inner]));
    }
  };
  extend(0, 0, 0, new Set());
  return best;
}

test("disjointPaths finds as many paths as there are, of least cost in sum", () => {
  let several = 0;
  fc.assert(
    fc.property(smallGraph(7), fc.integer({ min: 1, max: 4 }), (graph, k) => {
      fc.pre(graph.nodeCount > 1);
      const ends = { source: 0, target: graph.nodeCount - 1 };
      const index = indexOf(graph);
      const paths = disjointPaths(index, { ...ends, k });
      const all = oraclePaths(graph.nodeCount, graph.arcs, {
        sources: [ends.source],
        targets: [ends.target],
      });
      fc.pre(all.length < 200);
      const expected = bestSet(all, k);
      fc.pre(expected.cost < 600); // beyond, a probability is 0
      expect(paths.length).toBe(expected.count);
      if (paths.length > 1) several++;
      const inner = paths.flatMap((path) => path.nodes.slice(1, -1));
      expect(new Set(inner).size).toBe(inner.length);
      const keys = new Set(all.map((path) => String(path.nodes)));
      for (const path of paths) expect(keys).toContain(String(path.nodes));
      const cost = paths.reduce((sum, path) => sum - Math.log(path.probability), 0);
      expect(Math.abs(cost - expected.cost)).toBeLessThan(1e-9 * Math.max(1, expected.cost));
      for (let i = 1; i < paths.length; i++) {
        expect(paths[i]!.probability).toBeLessThanOrEqual(paths[i - 1]!.probability * (1 + 1e-11));
      }
    }),
    { numRuns: 2000 },
  );
  expect(several).toBeGreaterThan(200);
});

test("the best path alone need not be among them", () => {
  const index = indexOf({
    nodeCount: 6,
    arcs: [
      { source: 0, target: 1, probability: 0.9 },
      { source: 1, target: 2, probability: 0.9 },
      { source: 2, target: 5, probability: 0.9 },
      { source: 0, target: 2, probability: 0.5 },
      { source: 1, target: 5, probability: 0.5 },
    ],
  });
  expect(disjointPaths(index, { source: 0, target: 5, k: 1 }).map((path) => path.nodes)).toEqual([
    [0, 1, 2, 5],
  ]);
  expect(disjointPaths(index, { source: 0, target: 5, k: 2 }).map((path) => path.nodes)).toEqual([
    [0, 1, 5],
    [0, 2, 5],
  ]);
  expect(disjointPaths(index, { source: 0, target: 0, k: 2 })).toEqual([{ nodes: [0], probability: 1 }]);
  expect(disjointPaths(index, { source: 0, target: 5, k: 2, blockedNodes: [1] }).length).toBe(1);
  expect(disjointPaths(index, { source: 0, target: 5, k: 2, blockedNodes: [5] })).toEqual([]);
  expect(() => disjointPaths(index, { source: 0, target: 5, k: 0 })).toThrowError(
    expect.objectContaining({ code: "INVALID_ARGUMENT" }),
  );
});
