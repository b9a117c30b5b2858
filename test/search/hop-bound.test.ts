import { expect, test } from "vitest";
import { kBestPaths } from "warmpath/search";
import { indexOf, seeded } from "../support/search-graphs.js";
import { oraclePaths } from "../support/search-oracle.js";

test("bounds of 2 to 8 hops that bind, on graphs of ten nodes with cheap detours", () => {
  let bound = 0;
  for (let seed = 0; seed < 60; seed++) {
    const random = seeded(seed);
    const nodeCount = 10;
    const arcs = Array.from({ length: 26 }, () => ({
      source: Math.floor(random() * nodeCount),
      target: Math.floor(random() * nodeCount),
      probability: seed % 3 === 0 ? [0.9, 0.99, 1][Math.floor(random() * 3)]! : 0.7 + 0.3 * random(),
    }));
    for (let v = 1; v < nodeCount; v++) arcs.push({ source: v - 1, target: v, probability: 0.99 });
    const index = indexOf({ nodeCount, arcs });
    const all = oraclePaths(nodeCount, arcs, { sources: [0], targets: [9] });
    for (let maxHops = 2; maxHops <= 8; maxHops++) {
      for (const k of [1, 4, 1000]) {
        const expected = oraclePaths(nodeCount, arcs, { sources: [0], targets: [9], maxHops }).slice(0, k);
        const { paths } = kBestPaths(index, { sources: 0, targets: 9, k, maxHops });
        expect(paths.map((path) => path.nodes)).toEqual(expected.map((path) => path.nodes));
        if (all[0]!.nodes.length - 1 > maxHops) bound++;
      }
    }
  }
  expect(bound).toBeGreaterThan(80);
});
