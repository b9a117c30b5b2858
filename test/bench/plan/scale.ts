import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { pooledWorld } from "../paths/made-up-world.js";

/**
 * From the records of a team to the first plan, and to the next one after a record, a tie and a person more: each version bundled, and in
 * a process of its own, one after the other. `baseline` is a checkout of another version, whose `src` is run.
 */
export async function scale(people: number, owners: number, baseline: string | undefined): Promise<void> {
  const here = fileURLToPath(new URL("../../..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "warmpath-scale-"));
  for (const root of [...(baseline === undefined ? [] : [baseline]), here]) {
    const bundle = join(folder, "src.mjs");
    const entryPoints = [join(root, "src/index.ts")];
    await build({ entryPoints, outfile: bundle, bundle: true, platform: "node", format: "esm" });
    console.log(root);
    const args = [process.argv[1] as string, "plan", "scale-of", bundle, String(people), String(owners)];
    spawnSync(process.execPath, ["--expose-gc", "--max-old-space-size=12000", ...args], { stdio: "inherit" });
  }
  rmSync(folder, { recursive: true });
}

/** The same with one bundle, in this process. */
export async function scaleOf(bundle: string, people: number, owners: number): Promise<void> {
  const { IntroductionPlanner, Network, Journal } = (await import(
    pathToFileURL(bundle).href
  )) as typeof import("../../../src/index.js");
  const before = heap();
  const files = pooledWorld(people, owners);
  const network = new Network();
  timed("import", () => {
    // As 0.1 takes it too.
    for (const [owner, file] of files.entries()) network.import({ ...file, owner: `p${owner}` });
  });
  files.length = 0;
  const ties = network.tieCount;
  const perTie = (): string => `${((heap() - before) / ties).toFixed(0)} bytes a tie`;
  console.log(`  ${network.size} people, ${ties} ties of ${owners} owners; ${perTie()}`);
  const journal = new Journal();
  const planner = new IntroductionPlanner({ network, journal });
  const ask = { seeker: "p7", target: "p99", now: NOW };
  timed("first plan, compiling", () => planner.plan(ask));
  console.log(`  ${perTie()} with all that a plan keeps`);
  again("the same plan again", () => undefined);
  again("plan after a record more", (i) =>
    planner.record({
      id: `r${i}`,
      type: "favor.given",
      at: NOW,
      giver: "p7",
      receiver: `p${50 + i}`,
      kind: "article",
    }),
  );
  again("plan after a tie more", (i) =>
    network.addTie({ from: "p7", to: `p${people - 20 - i}`, evidence: { closeness: 0.5 } }),
  );
  again("plan after a person more", (i) =>
    network.addPerson({ id: `new${i}`, name: `New ${i}`, company: "Company 7" }),
  );
  /** A plan after each of 16 changes: the first, which an engine runs for the first time, and the median of the others. */
  function again(what: string, change: (i: number) => unknown): void {
    const times: number[] = [];
    for (let i = 0; i < 16; i++) {
      change(i);
      const { user, system } = process.cpuUsage();
      planner.plan(ask);
      const now = process.cpuUsage();
      times.push((now.user + now.system - user - system) / 1000);
    }
    const [first, ...others] = times as [number, ...number[]];
    const median = others.sort((a, b) => a - b)[7] as number;
    console.log(
      `  ${what.padEnd(28)} first ${first.toFixed(0)} ms, then ${median.toFixed(0)} of processor (15, median)`,
    );
  }
  let text = "";
  timed("saved", () => {
    text = JSON.stringify(network);
  });
  timed("restored", () => Network.fromJSON(JSON.parse(text)));
  console.log(
    `  ${text.length} units, sha256 ${createHash("sha256").update(text).digest("hex").slice(0, 12)}`,
  );
}

function timed(what: string, work: () => unknown): void {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  const wall = (performance.now() - began).toFixed(0);
  console.log(`  ${what.padEnd(28)} ${wall} ms, ${((user + system) / 1000).toFixed(0)} of processor`);
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const NOW = "2026-11-22";
