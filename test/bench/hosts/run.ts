import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { folderWith } from "../../engines/folder-with.js";
import { kBest } from "./k-best.js";

const root = new URL("../../..", import.meta.url).pathname;
const timed = readFileSync(new URL("timed.mjs", import.meta.url), "utf8").replace(
  "export function",
  "function",
);
const STEPS = ["import of 5,000", "first plan", "plan after a record", "save and restore"];

/**
 * `npm run bench -- hosts [baseline=FOLDER] [node] [chromium] [quickjs] [kbest] [rounds=N]`, after `npm run build`: what a user of a
 * plugin waits for, in three engines, beside another build of the package (`dist/` of its tarball). Builds take turns, each run
 * is in a fresh engine, and medians are printed. `kbest` sets the ES2021 build of the path engine beside that of ES2022.
 */
export async function run(args: string[]): Promise<void> {
  const given = (name: string) => args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  const names = args.filter((arg) => !arg.includes("="));
  const isWanted = (name: string) => names.length === 0 || names.includes(name);
  const baseline = given("baseline");
  const rounds = Number(given("rounds") ?? 3);
  const dists = [...(baseline === undefined ? [] : [baseline]), join(root, "dist")];
  const builds = await Promise.all(dists.map(async (dist) => ({ dist, code: await bundle(dist) })));
  for (const [name, engine] of Object.entries(ENGINES)) {
    if (!isWanted(name)) continue;
    const runs = builds.map(() => [] as (readonly number[])[]);
    for (let round = 0; round < rounds; round++)
      for (const [i, { code }] of builds.entries()) runs[i]?.push(await engine(code));
    for (const [i, { dist }] of builds.entries()) {
      const medians = STEPS.map((_, step) => median((runs[i] ?? []).map((times) => times[step] as number)));
      console.log(
        `${name}, ${dist}: ${STEPS.map((step, s) => `${step} ${medians[s]?.toFixed(0)} ms`).join(", ")}`,
      );
    }
  }
  if (isWanted("kbest")) await kBest();
}

const ENGINES: Readonly<Record<string, (code: string) => Promise<readonly number[]>>> = {
  node: async (code) => {
    const file = join(tmpdir(), `warmpath-bench-${process.pid}.js`);
    writeFileSync(
      file,
      `${code}\n${timed}\nconsole.log(JSON.stringify(timed(warmpath, () => performance.now())))`,
    );
    return JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" })) as number[];
  },
  chromium: async (code) => {
    const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
    if (!existsSync(executablePath)) return skipped("no Chromium here; name it in CHROMIUM");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      return (await page.evaluate(`${code}\n${timed}\ntimed(warmpath, () => performance.now())`)) as number[];
    } finally {
      await browser.close();
    }
  },
  quickjs: async (code) => {
    const folder = folderWith("QuickJS bench", ["quickjs-emscripten@0.32"]);
    const { getQuickJS } = (await import(
      createRequire(join(folder, "package.json")).resolve("quickjs-emscripten")
    )) as {
      getQuickJS(): Promise<{
        newRuntime(): { setMaxStackSize(bytes: number): void; newContext(): Context; dispose(): void };
      }>;
    };
    const runtime = (await getQuickJS()).newRuntime();
    runtime.setMaxStackSize(4 * 1024 * 1024);
    const context = runtime.newContext();
    const result = context.evalCode(`${UTF8}\n${code}\n${timed}\ntimed(warmpath, () => Date.now())`);
    if (result.error !== undefined) throw new Error(JSON.stringify(context.dump(result.error)));
    const times = context.dump(result.value) as number[];
    result.value.dispose();
    context.dispose();
    runtime.dispose();
    return times;
  },
};

interface Context {
  evalCode(code: string): { error?: unknown; value: { dispose(): void } };
  dump(value: unknown): unknown;
  dispose(): void;
}

/** Version 0.1 needs a `TextEncoder`, which QuickJS lacks. */
const UTF8 = `globalThis.TextEncoder = class { encode(text) { const out = []; for (const c of text) { const p = c.codePointAt(0);
  if (p < 128) out.push(p); else if (p < 2048) out.push(192 | p >> 6, 128 | p & 63);
  else if (p < 65536) out.push(224 | p >> 12, 128 | p >> 6 & 63, 128 | p & 63);
  else out.push(240 | p >> 18, 128 | p >> 12 & 63, 128 | p >> 6 & 63, 128 | p & 63); } return new Uint8Array(out); } };`;

/** A build in one file with the global `warmpath`, minified as a plugin ships it. */
async function bundle(dist: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(dist, "index.js")],
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    globalName: "warmpath",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text as string;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

function skipped(reason: string): readonly number[] {
  console.warn(`SKIPPED: ${reason}`);
  return STEPS.map(() => Number.NaN);
}
