import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Graph from "graphology";
import { bidirectional } from "graphology-shortest-path/dijkstra.js";
import createGraph from "ngraph.graph";
import { nba } from "ngraph.path";
import { ArcIndex, bestPath, kBestPaths, reach, SearchScratch } from "warmpath/search";
import { seeded } from "../../support/search-graphs.js";
import { allSimplePaths } from "../../support/search-simple-paths.js";
import { yenLawler } from "../../support/search-yen.js";
import { boost } from "./boost.js";
import { measure } from "./measure.js";
import { type SocialGraph, socialGraph, withProbabilities } from "./social-graph.js";
import { tricks } from "./tricks.js";

const SHARED = new URL("../../../../shared/data/", import.meta.url).pathname;

/**
 * `npm run bench -- search [10k] [100k] [1m] [facebook] [tricks] [boost] [seed=N]`: every speed line of the path engine, as ratios of
 * medians over the same queries, peers interleaved. Without names: 10k, 100k and facebook; seeds 1 and 2.
 */
export async function run(args: string[]): Promise<void> {
  const seeds = args.filter((arg) => arg.startsWith("seed=")).map((arg) => Number(arg.slice(5)));
  const names = args.filter((arg) => !arg.startsWith("seed="));
  console.log(`node ${process.version}, ${process.arch}`);
  if (names.includes("tricks")) tricks(socialGraph(100_000, 10, false, 1));
  if (names.includes("boost")) boost();
  for (const name of names.length > 0
    ? names.filter((name) => name !== "tricks" && name !== "boost")
    : ["10k", "100k", "facebook"]) {
    for (const seed of seeds.length > 0 ? seeds : [1, 2]) {
      for (const mutual of [true, false]) bench(name, mutual, seed);
    }
  }
}

function bench(name: string, mutual: boolean, seed: number): void {
  const graph = graphOf(name, mutual, seed);
  if (graph === undefined) return;
  console.log(`\n## ${name}, ${mutual ? "mutual" : "directed"}, seed ${seed}`);
  const index = buildLine(graph);
  const queries = queriesOf(graph, seed);
  const count = name === "1m" ? 100 : 200;
  const pair = (q: number) => ({ source: queries[2 * q]!, target: queries[2 * q + 1]! });
  const ends = (q: number) => ({ sources: queries[2 * q]!, targets: queries[2 * q + 1]! });
  const scratch = new SearchScratch();
  const ours = [
    {
      name: "best path",
      queries: count,
      answer: (q: number) => bestPath(index, { ...pair(q), scratch })?.probability ?? 0,
    },
    ...[4, 5].map((maxHops) => ({
      name: `10 best, ${maxHops} hops`,
      queries: count,
      answer: (q: number) => kBestPaths(index, { ...ends(q), k: 10, maxHops, scratch }).paths.length,
    })),
    {
      name: "10 best",
      queries: count,
      answer: (q: number) => kBestPaths(index, { ...ends(q), k: 10, scratch }).paths.length,
    },
    {
      name: "Yen with Lawler's rule",
      queries: name === "1m" ? 5 : name === "100k" ? 20 : 40,
      answer: (q: number) => yenLawler(index, pair(q).source, pair(q).target, 10).length,
    },
  ];
  const peers = name === "1m" ? [] : peersOf(graph, name, pair);
  const timings = measure([...ours, ...peers]);
  for (const { name: what, median, p95, queries: n } of timings) {
    console.log(
      `${what.padEnd(32)} median ${median.toFixed(3).padStart(10)} ms   p95/median ${(p95 / median).toFixed(1).padStart(6)}   n ${n}`,
    );
  }
  const median = (what: string) => timings.find((timing) => timing.name === what)?.median ?? Number.NaN;
  /** Peers that were not asked at this size have no median. */
  const ratio = (slow: string, fast: string): void => {
    const times = median(slow) / median(fast);
    if (Number.isFinite(times)) console.log(`${slow} / ${fast}: ${times.toPrecision(3)}`);
  };
  for (const peer of ["graphology bidirectional", "ngraph.path nba"]) ratio(peer, "best path");
  ratio("Yen with Lawler's rule", "10 best");
  ratio("10 best", "best path");
  ratio("10 best, 4 hops", "best path");
  ratio("all simple paths, 4 hops", "10 best, 4 hops");
  counts(index, ends, scratch, count);
  reachLine(index, queries[0]!, 3);
}

/** Build time against passes of -ln over the same array, bytes an arc, peak memory against the index. */
function buildLine(graph: SocialGraph): ArcIndex {
  const pass = passOfLogs(graph.probabilities);
  const before = process.memoryUsage().arrayBuffers;
  let peak = before;
  const start = performance.now();
  const index = ArcIndex.build(graph, {
    progress: () => {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers);
    },
  });
  const time = performance.now() - start;
  peak = Math.max(peak, process.memoryUsage().arrayBuffers);
  const bytes = index.buffer.byteLength;
  console.log(
    `${index.nodeCount} people, ${index.arcCount} arcs: ${(bytes / index.arcCount).toFixed(2)} bytes an arc; ` +
      `build ${time.toFixed(0)} ms = ${(time / pass).toFixed(1)} passes of -ln; peak ${((peak - before) / bytes).toFixed(2)} x index`,
  );
  return index;
}

function passOfLogs(probabilities: Float64Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    let sum = 0;
    const start = performance.now();
    for (let i = 0; i < probabilities.length; i++) sum -= Math.log(probabilities[i]!);
    if (sum >= 0) best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** What the machine's speed does not change. */
function counts(
  index: ArcIndex,
  ends: (q: number) => { sources: number; targets: number },
  scratch: SearchScratch,
  count: number,
): void {
  for (const options of [{ k: 1 }, { k: 10 }, { k: 10, maxHops: 4 }, { k: 10, maxHops: 5 }]) {
    const scanned: number[] = [];
    const visited: number[] = [];
    for (let q = 0; q < count; q++) {
      kBestPaths(index, { ...ends(q), ...options, scratch });
      scanned.push(scratch.scanned);
      visited.push(scratch.visited);
    }
    const mid = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!;
    console.log(
      `${JSON.stringify(options)}: median ${mid(scanned)} arcs scanned, ${mid(visited)} nodes visited`,
    );
  }
}

function reachLine(index: ArcIndex, source: number, maxHops: number): void {
  const scratch = new SearchScratch();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    reach(index, { sources: source, maxHops, scratch });
    times.push(performance.now() - start);
  }
  const time = Math.min(...times);
  const words = new Float64Array(index.buffer, 32, Math.min(scratch.scanned, index.arcCount));
  let sum = 0;
  let pass = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (let i = 0; i < words.length; i++) sum += words[i]!;
    pass = Math.min(pass, performance.now() - start);
  }
  console.log(
    `reach, ${maxHops} hops: ${time.toFixed(2)} ms, ${scratch.scanned} arcs, ${((1e6 * time) / scratch.scanned).toFixed(2)} ns an arc; ` +
      `a plain pass ${((1e6 * pass) / words.length).toFixed(2)} ns (${sum > 0})`,
  );
}

function peersOf(graph: SocialGraph, name: string, pair: (q: number) => { source: number; target: number }) {
  const { nodeCount, sources, targets, probabilities } = graph;
  const big = new Graph({ type: "directed" });
  const other = createGraph<undefined, number>();
  for (let v = 0; v < nodeCount; v++) {
    big.addNode(String(v));
    other.addNode(v);
  }
  for (let i = 0; i < sources.length; i++) {
    const weight = 0 - Math.log(probabilities[i]!);
    big.addDirectedEdge(String(sources[i]), String(targets[i]), { weight });
    other.addLink(sources[i]!, targets[i]!, weight);
  }
  const finder = nba(other, { oriented: true, distance: (_from, _to, link) => link.data });
  const queries = name === "10k" ? 100 : name === "100k" ? 100 : 40;
  return [
    {
      name: "graphology bidirectional",
      queries,
      answer: (q: number) =>
        bidirectional(big, String(pair(q).source), String(pair(q).target), "weight")?.length ?? 0,
    },
    {
      name: "ngraph.path nba",
      queries,
      answer: (q: number) => finder.find(pair(q).source, pair(q).target).length,
    },
    ...(name === "10k"
      ? [
          {
            name: "all simple paths, 4 hops",
            queries: 10,
            answer: (q: number) => tenOfAll(big, String(pair(q).source), String(pair(q).target)),
          },
        ]
      : []),
  ];
}

function tenOfAll(graph: Graph, source: string, target: string): number {
  const cost = (path: string[]) =>
    path.reduce(
      (sum, node, i) => (i === 0 ? 0 : sum + graph.getEdgeAttribute(path[i - 1]!, node, "weight")),
      0,
    );
  const all = allSimplePaths(graph, source, target, 4).map((path) => ({ path, cost: cost(path) }));
  return all.sort((a, b) => a.cost - b.cost).slice(0, 10).length;
}

function graphOf(name: string, mutual: boolean, seed: number): SocialGraph | undefined {
  const nodes = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 }[name];
  if (nodes !== undefined) return socialGraph(nodes, 10, mutual, seed);
  const file = `${SHARED}ego-facebook/facebook_combined.txt.gz`;
  if (name !== "facebook" || !existsSync(file)) {
    console.log(`no graph named ${name} here`);
    return undefined;
  }
  const ends = gunzipSync(readFileSync(file)).toString().trim().split(/\s+/).map(Number);
  return withProbabilities(
    ends.reduce((most, end) => Math.max(most, end), 0) + 1,
    ends,
    mutual,
    seeded(seed),
  );
}

function queriesOf({ nodeCount }: SocialGraph, seed: number): Int32Array {
  const random = seeded(seed + 1000);
  const ends = new Int32Array(400);
  for (let q = 0; q < ends.length; q += 2) {
    ends[q] = Math.floor(random() * nodeCount);
    do ends[q + 1] = Math.floor(random() * nodeCount);
    while (ends[q + 1] === ends[q]);
  }
  return ends;
}
