import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arc, findPathsIn, type NeighborSource } from "../../src/remote/index.js";
import { runs } from "./journal-runs.js";
import { remoteGraph, wholePaths } from "./remote-graphs.js";

/** What every store has to do: the same paths in the same order as one search over the whole graph in memory. */
export function conformance(
  name: string,
  sourceOf: (arcs: readonly Arc[]) => Promise<NeighborSource>,
  numRuns: number,
): void {
  describe(`${name} as a source of ties`, () => {
    it("gives the paths of the whole graph, in their order", async () => {
      await fc.assert(
        fc.asyncProperty(remoteGraph, async (graph) => {
          const source = await sourceOf(graph.arcs);
          const { sources, targets, k, maxHops } = graph;
          const found = await findPathsIn(source, { sources, targets, k, maxHops });
          const wanted = wholePaths(graph);
          expect(found.paths.map(({ people }) => people)).toEqual(wanted.map(({ people }) => people));
          for (const [i, { probability }] of found.paths.entries())
            expect(probability).toBeCloseTo(wanted[i]?.probability as number, 9);
          expect(found.stopped).toBe("complete");
          expect(found.roundTrips).toBeLessThanOrEqual(maxHops <= 2 ? 1 : maxHops === 3 ? 2 : 3);
        }),
        { numRuns: runs(numRuns) },
      );
    });

    it("keeps within a budget, and gives then only paths that are certain", async () => {
      await fc.assert(
        fc.asyncProperty(remoteGraph, fc.integer({ min: 1, max: 20 }), async (graph, maxArcs) => {
          const { sources, targets, k, maxHops } = graph;
          const found = await findPathsIn(await sourceOf(graph.arcs), {
            sources,
            targets,
            k,
            maxHops,
            maxArcs,
          });
          const wanted = wholePaths(graph).map(({ people }) => people);
          expect(found.arcs).toBeLessThanOrEqual(maxArcs);
          const people = found.paths.map((path) => path.people);
          expect(people).toEqual(wanted.slice(0, people.length));
          if (found.stopped === "complete") expect(people).toEqual(wanted);
        }),
        { numRuns: runs(numRuns) },
      );
    });
  });
}
