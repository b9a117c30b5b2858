import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";

import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { arcsOf, findPathsIn, memoryNeighborSource } from "../../src/remote/index.js";
import { kBestPaths } from "../../src/search/index.js";

const now = "2026-11-28";

function world(): Network {
  const network = new Network();
  const ids = Array.from({ length: 30 }, (_, i) => `p${i}`);
  for (const id of ids) network.addPerson({ id, name: `Person ${id}` });
  for (let i = 0; i < 30; i++) {
    for (const step of [1, 3, 7]) {
      const [from, to] = [ids[i] as string, ids[(i * step + step) % 30] as string];
      if (from === to || network.tie(from, to) !== undefined) continue;
      const evidence = { connectedOn: `20${10 + (i % 15)}-05-01`, closeness: (i % 5) / 5 };
      network.addTie({ from, to, evidence, visibility: i % 9 === 8 ? "private" : "shared", owner: from });
    }
  }
  return network;
}

describe("arcsOf", () => {
  it("fills a store in which the same paths are found as in the compiled network", async () => {
    const network = world();
    const source = memoryNeighborSource(arcsOf(network, { now }));
    const { index, ids } = CompiledNetwork.compile(network, { now });
    for (const [from, to] of [
      ["p0", "p9"],
      ["p3", "p28"],
      ["p14", "p1"],
    ] as const) {
      const found = await findPathsIn(source, { sources: from, targets: to, k: 8, maxHops: 4 });
      const query = { sources: ids.indexOf(from), targets: ids.indexOf(to), k: 8, maxHops: 4 };
      const wanted = kBestPaths(index, query).paths.map(({ nodes }) => nodes.map((node) => ids[node]));
      expect(found.paths.map(({ people }) => people)).toEqual(wanted);
      expect(wanted.length).toBeGreaterThan(0);
    }
  });

  it("leaves out what not everybody may use", () => {
    const network = world();
    const arcs = [...arcsOf(network, { now })];
    const shared = network.ties().filter(({ visibility }) => visibility === "shared").length;
    expect(arcs).toHaveLength(2 * shared);
    expect(shared).toBeLessThan(network.ties().length);
    expect(arcs.every(({ evidence }) => evidence !== undefined)).toBe(true);
  });
});
