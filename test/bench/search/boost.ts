import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ArcIndex } from "warmpath/search";
import { type SocialGraph, socialGraph } from "./social-graph.js";

/**
 * Builds the same arcs by Boost's CSR graph and by ours, in one run, in processor time. Boost's takes arcs as they come; ours also refuses bad ones, drops
 * parallel ones and loops, sorts each node's by cost, sees whether every arc has a mirror, and seals the bytes with a checksum.
 */
export function boost(): void {
  const folder = mkdtempSync(join(tmpdir(), "warmpath-boost-"));
  try {
    const program = join(folder, "boost-csr");
    const source = new URL("./boost-csr.cpp", import.meta.url).pathname;
    try {
      execFileSync("g++", ["-O3", "-DNDEBUG", "-o", program, source], { stdio: "pipe" });
    } catch {
      console.log("not measured: no g++ or no Boost headers here (Debian: g++ libboost-graph-dev)");
      return;
    }
    for (const [people, tiesEach] of [
      [100_000, 10],
      [1_000_000, 10],
    ] as const) {
      for (const mutual of [true, false]) {
        const graph = socialGraph(people, tiesEach, mutual, 1);
        const file = join(folder, "arcs");
        writeArcs(file, graph);
        const ask = () => execFileSync(program, [file], { encoding: "utf8" }).trim().split(" ").map(Number);
        const [one = 0, both = 0] = ask();
        const ours = least(() => ArcIndex.build(graph));
        const [oneAgain = 0, bothAgain = 0] = ask();
        const [direct, whole] = [Math.min(one, oneAgain), Math.min(both, bothAgain)];
        console.log(
          `${people} people, ${graph.sources.length} arcs, ${mutual ? "mutual" : "directed"}: Boost ${direct.toFixed(0)} ms one way, ` +
            `${whole.toFixed(0)} both ways; ours ${ours.toFixed(0)} ms both ways: ${(ours / direct).toFixed(2)} and ${(ours / whole).toFixed(2)} times`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function least(build: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    build();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function writeArcs(path: string, { nodeCount, sources, targets, probabilities }: SocialGraph): void {
  const file = openSync(path, "w");
  for (const part of [Int32Array.of(nodeCount, sources.length), sources, targets, probabilities])
    for (let at = 0; at < part.byteLength; )
      at += writeSync(
        file,
        new Uint8Array(part.buffer, part.byteOffset + at, Math.min(2 ** 26, part.byteLength - at)),
      );
  closeSync(file);
}
