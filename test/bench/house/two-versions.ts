import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import type * as root from "../../../src/index.js";
import type * as ledger from "../../../src/ledger/index.js";
import type { CompiledNetwork } from "../../../src/paths/compiled-network.js";
import type * as paths from "../../../src/paths/index.js";
import type * as search from "../../../src/search/index.js";
import type * as tracking from "../../../src/tracking/index.js";

/** What is measured of a version: the root entry and four rooms, in one bundle. */
export interface Version {
  readonly root: typeof root;
  readonly ledger: typeof ledger;
  readonly paths: typeof paths;
  readonly search: typeof search;
  readonly tracking: typeof tracking;
  readonly CompiledNetwork: typeof CompiledNetwork;
}

/** A row of the table: what is made ready is not counted, and made anew for each round where `work` uses it up. */
export interface Row<T> {
  readonly what: string;
  readonly ready: (version: Version) => T;
  readonly work: (ready: T, version: Version) => unknown;
  readonly usesUp?: boolean;
}

/** The version in the checkout `baseline`, bundled from its `src` in the same way as this one. */
export async function twoVersions(baseline: string): Promise<[old: Version, now: Version]> {
  const folder = mkdtempSync(join(tmpdir(), "warmpath-house-"));
  const load = async (home: string, name: string): Promise<Version> => {
    const outfile = join(folder, `${name}.mjs`);
    const rooms = ["ledger", "paths", "search", "tracking"];
    const contents = [
      `export * as root from "./src/index.ts";`,
      `export { CompiledNetwork } from "./src/paths/compiled-network.ts";`,
      ...rooms.map((room) => `export * as ${room} from "./src/${room}/index.ts";`),
    ].join("\n");
    const stdin = { contents, resolveDir: home, loader: "ts" } as const;
    await build({ stdin, outfile, bundle: true, platform: "node", format: "esm" });
    return (await import(pathToFileURL(outfile).href)) as Version;
  };
  const here = fileURLToPath(new URL("../../..", import.meta.url));
  const both: [Version, Version] = [await load(baseline, "old"), await load(here, "now")];
  rmSync(folder, { recursive: true });
  return both;
}

/** Milliseconds of processor that each version takes for a row at best, in turn; the first round counts as another. */
export function measureRow<T>(
  { ready, work, usesUp }: Row<T>,
  versions: readonly Version[],
  rounds: number,
): number[] {
  const kept = versions.map((version) => (usesUp ? undefined : ready(version)));
  const best = versions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    // Whoever was second comes first in the next round.
    for (const turn of versions.keys()) {
      const i = (turn + round) % versions.length;
      const version = versions[i] as Version;
      const state = usesUp ? ready(version) : (kept[i] as T);
      (globalThis as { gc?: () => void }).gc?.();
      const before = process.cpuUsage();
      work(state, version);
      const { user, system } = process.cpuUsage(before);
      best[i] = Math.min(best[i] as number, (user + system) / 1000);
    }
  }
  return best;
}
