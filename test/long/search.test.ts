import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Graph from "graphology";
import { bidirectional } from "graphology-shortest-path/dijkstra.js";
import { describe, expect, test } from "vitest";
import { ArcIndex, bestPath, kBestPaths, reach, SearchScratch } from "warmpath/search";
import { withProbabilities } from "../bench/search/social-graph.js";
import { indexOf, seeded } from "../support/search-graphs.js";
import { type OracleArc, oraclePaths } from "../support/search-oracle.js";

const GRAPHS = Number(process.env["WARMPATH_LONG_GRAPHS"] ?? 100_000);
const DATA = new URL("../../../shared/data/", import.meta.url).pathname;
const PALETTES = [
  [0.5],
  [1],
  [0.5, 1],
  [0.6, 0.8, 1],
  [0.5, 0.25, 0.125, 1],
  [1, 1 - 4e-13, 1 - 9e-13, 0.5],
  [],
];

test(`${GRAPHS} random small graphs agree with the full enumeration`, { timeout: 3_600_000 }, () => {
  const scratch = new SearchScratch();
  let paths = 0;
  for (let seed = 0; seed < GRAPHS; seed++) {
    const random = seeded(seed);
    const below = (n: number) => Math.floor(random() * n);
    const nodeCount = 2 + below(6);
    const palette = PALETTES[below(PALETTES.length)]!;
    const p = () => (palette.length > 0 ? palette[below(palette.length)]! : 0.05 + 0.95 * random());
    const isMutual = random() < 0.5;
    const arcs: OracleArc[] = [];
    for (let i = below(nodeCount * nodeCount + 1); i > 0; i--) {
      const arc = { source: below(nodeCount), target: below(nodeCount), probability: p() };
      arcs.push(arc);
      if (isMutual) arcs.push({ ...arc, source: arc.target, target: arc.source });
    }
    const ends = {
      sources: Array.from({ length: 1 + below(2) }, () => below(nodeCount)),
      targets: Array.from({ length: 1 + below(2) }, () => below(nodeCount)),
    };
    const maxHops = random() < 0.5 ? undefined : 1 + below(nodeCount);
    const k = [1, 3, 10, 5000][below(4)]!;
    const index = indexOf({ nodeCount, arcs });
    const expected = oraclePaths(nodeCount, arcs, { ...ends, maxHops });
    const found = kBestPaths(index, { ...ends, k, maxHops, scratch }).paths;
    const isSame =
      String(found.map((path) => path.nodes)) === String(expected.slice(0, k).map((path) => path.nodes));
    if (!isSame || found.length !== Math.min(k, expected.length))
      expect({ seed, found }).toEqual({ seed, expected });
    for (const [i, path] of found.entries()) {
      const ratio = path.probability / expected[i]!.probability;
      if (!(Math.abs(ratio - 1) <= 1e-12)) expect({ seed, ratio }).toEqual({ seed, ratio: 1 });
    }
    paths += found.length;
  }
  console.log(`${GRAPHS} graphs, ${paths} paths compared`);
  expect(paths).toBeGreaterThan(GRAPHS);
});

describe.skipIf(!existsSync(DATA))("real networks against graphology-shortest-path", () => {
  test.each(["ego-facebook", "advogato"])("%s", { timeout: 3_600_000 }, (name) => {
    const random = seeded(11);
    const input = name === "advogato" ? advogato() : facebook(random);
    const index = ArcIndex.build(input);
    const graph = new Graph({ type: "directed" });
    for (let v = 0; v < input.nodeCount; v++) graph.addNode(String(v));
    for (let i = 0; i < input.sources.length; i++) {
      const [u, v] = [String(input.sources[i]), String(input.targets[i])];
      if (u !== v)
        graph.mergeDirectedEdge(u, v, { weight: 0 - Math.log(index.probability(Number(u), Number(v))) });
    }
    const rows = 500;
    const source = Math.floor(random() * input.nodeCount);
    const table = reach(index, { sources: source, maxHops: 254 });
    for (let row = 0; row < rows; row++) {
      const from = row < rows / 2 ? source : Math.floor(random() * input.nodeCount);
      const target = Math.floor(random() * input.nodeCount);
      const theirs =
        from === target ? [String(from)] : bidirectional(graph, String(from), String(target), "weight");
      const ours = bestPath(index, { source: from, target });
      expect(ours === undefined).toBe(!theirs);
      if (!theirs || ours === undefined) continue;
      const cost = theirs
        .slice(1)
        .reduce((sum, v, i) => sum + graph.getEdgeAttribute(theirs[i]!, v, "weight"), 0);
      expect(Math.abs(ours.probability / Math.exp(-cost) - 1)).toBeLessThan(1e-11);
      expect(ours.nodes.length).toBeLessThanOrEqual(theirs.length);
      if (from === source)
        expect(Math.abs(table.probability[target]! / ours.probability - 1)).toBeLessThan(1e-11);
    }
  });
});

function facebook(random: () => number) {
  const text = gunzipSync(readFileSync(`${DATA}ego-facebook/facebook_combined.txt.gz`)).toString();
  const ends = text.trim().split(/\s+/).map(Number);
  return withProbabilities(ends.reduce((most, end) => Math.max(most, end), 0) + 1, ends, false, random);
}

function advogato() {
  const rows = readFileSync(`${DATA}advogato/out.advogato`, "utf8")
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const good = rows.filter((row) => row.length === 3 && row.every((value) => value > 0));
  return {
    nodeCount: good.reduce((most, [from, to]) => Math.max(most, from!, to!), 0) + 1,
    sources: good.map((row) => row[0]!),
    targets: good.map((row) => row[1]!),
    probabilities: good.map((row) => row[2]!),
  };
}
