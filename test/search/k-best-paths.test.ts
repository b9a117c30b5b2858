import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestPath, kBestPaths, reach, withArcs } from "warmpath/search";
import { indexOf, listOf, type SmallGraph, smallGraph, someNodes } from "../support/search-graphs.js";
import { type OracleArc, oraclePaths } from "../support/search-oracle.js";

const RUNS = { numRuns: 1500 };

interface Case {
  readonly graph: SmallGraph;
  readonly sources: number[];
  readonly targets: number[];
  readonly k: number;
  readonly maxHops: number | undefined;
  readonly blockedNodes: number[];
  readonly blockedArcs: [number, number][];
  readonly overlay: OracleArc[];
}

const anyCase: fc.Arbitrary<Case> = smallGraph().chain((graph) => {
  const node = fc.integer({ min: 0, max: graph.nodeCount - 1 });
  const probability = fc.constantFrom(0, 0.5, 0.25, 1, 0.7);
  return fc.record({
    graph: fc.constant(graph),
    sources: someNodes(graph.nodeCount, 3),
    targets: someNodes(graph.nodeCount, 3),
    k: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(1000)),
    maxHops: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    blockedNodes: fc.oneof(
      { weight: 3, arbitrary: fc.constant<number[]>([]) },
      someNodes(graph.nodeCount, 2),
    ),
    blockedArcs: fc.oneof(
      { weight: 3, arbitrary: fc.constant<[number, number][]>([]) },
      fc.array(fc.tuple(node, node), { maxLength: 3 }),
    ),
    overlay: fc.oneof(
      { weight: 2, arbitrary: fc.constant<OracleArc[]>([]) },
      fc.array(fc.record({ source: node, target: node, probability }), { maxLength: 6 }),
    ),
  });
});

describe("kBestPaths against the full enumeration", () => {
  test("any option, any ties, k above the number of paths", () => {
    fc.assert(
      fc.property(anyCase, ({ graph, overlay, k, ...query }) => {
        const expected = oraclePaths(graph.nodeCount, graph.arcs, { ...query, overlay });
        const index = indexOf(graph);
        const laid = overlay.length === 0 ? undefined : listOf(overlay);
        const result = kBestPaths(index, { ...query, k, overlay: laid });
        expect(result.stopped).toBe("complete");
        expect(result.paths.map((path) => path.nodes)).toEqual(
          expected.slice(0, k).map((path) => path.nodes),
        );
        for (const [i, path] of result.paths.entries()) {
          expect(Math.abs(path.probability - expected[i]!.probability)).toBeLessThanOrEqual(
            1e-12 * expected[i]!.probability + 1e-300,
          );
        }
      }),
      RUNS,
    );
  });

  test("bestPath, reach and a prepared overlay agree with it", () => {
    fc.assert(
      fc.property(anyCase, ({ graph, overlay, k, sources, targets, ...query }) => {
        const index = indexOf(graph);
        const options = { ...query, overlay: withArcs(index, listOf(overlay)) };
        const source = sources[0]!;
        const target = targets[0]!;
        const expected = oraclePaths(graph.nodeCount, graph.arcs, {
          ...query,
          overlay,
          sources: [source],
          targets: [target],
        });
        expect(bestPath(index, { ...options, source, target })?.nodes).toEqual(expected[0]?.nodes);
        const table = reach(index, { ...options, sources, maxHops: query.maxHops ?? 254 });
        for (let node = 0; node < graph.nodeCount; node++) {
          const best = oraclePaths(graph.nodeCount, graph.arcs, {
            ...query,
            overlay,
            sources,
            targets: [node],
          })[0];
          expect(table.hops[node]).toBe(best === undefined ? 255 : best.nodes.length - 1);
          const p = best?.probability ?? 0;
          expect(Math.abs(table.probability[node]! - p)).toBeLessThanOrEqual(1e-11 * p + 1e-300);
          expect(table.path(node)?.nodes).toEqual(best?.nodes);
        }
      }),
      RUNS,
    );
  });
});
