import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { seeded } from "../../support/search-graphs.js";
import { measure } from "../search/measure.js";
import { socialGraph } from "../search/social-graph.js";

type Search = typeof import("warmpath/search");

const QUERIES = 300;

/** Ten best paths in 4 hops over 20,000 people, by the path engine as ES2022 and as ES2021 has it, blocks of queries in turn. */
export async function kBest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "warmpath-search-"));
  try {
    const graph = socialGraph(20_000, 10, true, 1);
    const random = seeded(2);
    const ends = Array.from({ length: QUERIES }, () => ({
      sources: Math.floor(random() * 20_000),
      targets: Math.floor(random() * 20_000),
    }));
    const contestants = [];
    // Each build twice, in both orders: what differs between two copies of one build is noise.
    for (const [i, target] of ["es2022", "es2021", "es2021", "es2022"].entries()) {
      const { ArcIndex, kBestPaths, SearchScratch } = await searchAs(
        target,
        join(folder, `${target}-${i}.mjs`),
      );
      const index = ArcIndex.build(graph);
      const scratch = new SearchScratch();
      contestants.push({
        name: target,
        queries: QUERIES,
        answer: (q: number) =>
          kBestPaths(index, {
            ...(ends[q] as { sources: number; targets: number }),
            k: 10,
            maxHops: 4,
            scratch,
          }).paths.length,
      });
    }
    const timings = measure(contestants);
    const of = (target: string) => timings.filter(({ name }) => name === target).map(({ median }) => median);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const target of ["es2022", "es2021"])
      console.log(
        `${target}: ${of(target)
          .map((ms) => ms.toFixed(3))
          .join(", ")} ms a query`,
      );
    console.log(`ES2021 takes ${(mean(of("es2021")) / mean(of("es2022"))).toFixed(3)} of the time of ES2022`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function searchAs(target: string, file: string): Promise<Search> {
  const source = new URL("../../../src/search/index.ts", import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    platform: "neutral",
    format: "esm",
    target,
    write: false,
  });
  writeFileSync(file, outputFiles[0]?.text as string);
  return (await import(file)) as Search;
}
