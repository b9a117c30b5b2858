// Two threads share one arc index: 10,000 queries by one thread, then by two, and the speed-up.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { ArcIndex, kBestPaths, SearchScratch } from "warmpath/search";

const QUERIES = 10_000;
const PEOPLE = 20_000;

if (isMainThread) await main();
else answer();

async function main() {
  const index = ArcIndex.build(network(), { shared: true });
  const one = await timed(index.buffer, 1);
  const two = await timed(index.buffer, 2);
  if (one.paths !== two.paths) throw new Error("the threads disagree");
  console.log(
    `${QUERIES} queries, ${one.paths} paths: one thread ${one.ms.toFixed(0)} ms, two ${two.ms.toFixed(0)} ms, ` +
      `${(one.ms / two.ms).toFixed(2)} times as fast`,
  );
}

/** Shares the queries out among threads that all read the same buffer; the clock runs once all are ready. */
async function timed(buffer, threads) {
  const workers = Array.from(
    { length: threads },
    (_, part) => new Worker(new URL(import.meta.url), { workerData: { buffer, part, threads } }),
  );
  const next = (worker) => new Promise((done) => worker.once("message", done));
  await Promise.all(workers.map(next));
  const start = performance.now();
  const answers = workers.map(next);
  for (const worker of workers) worker.postMessage("go");
  const counts = await Promise.all(answers);
  return { ms: performance.now() - start, paths: counts.reduce((sum, count) => sum + count, 0) };
}

function answer() {
  const { buffer, part, threads } = workerData;
  const index = ArcIndex.fromBuffer(buffer);
  const scratch = new SearchScratch();
  parentPort.once("message", () => {
    let paths = 0;
    for (let query = part; query < QUERIES; query += threads) {
      const random = seeded(query);
      const sources = Math.floor(random() * PEOPLE);
      const targets = Math.floor(random() * PEOPLE);
      paths += kBestPaths(index, { sources, targets, k: 5, maxHops: 4, scratch }).paths.length;
    }
    parentPort.postMessage(paths);
  });
  parentPort.postMessage("ready");
}

/** Everyone knows ten others, the well-known more often. */
function network() {
  const random = seeded(1);
  const arcs = PEOPLE * 20;
  const sources = new Int32Array(arcs);
  const targets = new Int32Array(arcs);
  const probabilities = new Float64Array(arcs);
  for (let i = 0; i < arcs; i += 2) {
    sources[i] = targets[i + 1] = Math.floor(i / 20);
    targets[i] = sources[i + 1] = Math.floor(PEOPLE * random() ** 2);
    probabilities[i] = 0.05 + 0.9 * random();
    probabilities[i + 1] = 0.05 + 0.9 * random();
  }
  return { nodeCount: PEOPLE, sources, targets, probabilities };
}

function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
