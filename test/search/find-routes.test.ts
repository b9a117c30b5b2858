import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRoutes, TUNING, type Tuning } from "../../src/search/find-routes.js";
import type { Meter } from "../../src/search/meter.js";
import { checkQuery } from "../../src/search/query.js";
import { borrow, SearchScratch } from "../../src/search/search-scratch.js";
import { indexOf, smallGraph, someNodes } from "../support/search-graphs.js";
import { isChained, oraclePaths } from "../support/search-oracle.js";

/** Settings under which each search hands over to the next at once: on small graphs the defaults seldom do. */
const FORCED: readonly Partial<Tuning>[] = [
  { groupLimit: 1 },
  { groupLimit: 3, workLimit: 3 },
  { workLimit: 0 },
  { workLimit: 0, groupLimit: 2, firstSlack: 0.05, growth: 1.2 },
  { firstSlack: 0.01, growth: 1.1, rounds: 40 },
  { firstSlack: 0.01, rounds: 0 },
  { firstSlack: 3, rounds: 1, groupLimit: 2 },
];

describe("the searches that take over from each other", () => {
  test.each(FORCED)("agree with the full enumeration under %o", (forced) => {
    const scratch = new SearchScratch();
    const anyCase = smallGraph(7).chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        sources: someNodes(graph.nodeCount, 2),
        targets: someNodes(graph.nodeCount, 2),
        k: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(100)),
        maxHops: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(anyCase, ({ graph, k, ...ends }) => {
        const expected = oraclePaths(graph.nodeCount, graph.arcs, ends);
        // A chain of near ties longer than the group limit is followed for one tolerance only, see withinGroup.
        fc.pre(!isChained(expected.map((path) => path.cost)));
        const index = indexOf(graph);
        const query = checkQuery(index, ends.sources, ends.targets, ends);
        const meter: Meter = {
          visited: 0,
          scanned: 0,
          maxVisited: Number.POSITIVE_INFINITY,
          maxScanned: Number.POSITIVE_INFINITY,
          signal: undefined,
        };
        const { routes } = borrow(scratch, graph.nodeCount, (space) =>
          findRoutes(query, k, meter, space, { ...TUNING, ...forced }),
        );
        expect(routes.map((route) => route.nodes)).toEqual(expected.slice(0, k).map((path) => path.nodes));
      }),
      { numRuns: 400 },
    );
  });
});
