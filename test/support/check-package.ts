/**
 * Packs the package, lays the tarball into empty applications and runs the main job there: as an ES module, as CommonJS,
 * without code generation from strings, and under three time zones with equal bytes. Needs `npm run build` before.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";

const root = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "warmpath-package-"));
let tarball = "";
const JOB = `
const csv = fs.readFileSync("Connections.csv");
const network = new Network();
network.import(readLinkedInConnections(csv, { owner: { id: "me", name: "Ada Park", company: "Northwind" } }));
const planner = new IntroductionPlanner({ network });
const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: "2026-11-22" });
if (plan.asks.length === 0) throw new Error("the packed package plans nothing");
const draft = planner.draft(plan.asks[0], { channel: "email", reason: "Acme opens a second plant.", offer: "our checklist" });
planner.record({ id: "e1", type: "ask.sent", at: "2026-11-22", ask: plan.asks[0] });
const copy = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)));
if (JSON.stringify(copy) !== JSON.stringify(planner)) throw new Error("the state does not survive a round trip");
console.log(JSON.stringify({ plan, draft, next: planner.next({ seeker: "me", now: "2026-12-02" }) }));
`;

try {
  layPackage();
  writeFileSync(
    join(folder, "app.mjs"),
    `import fs from "node:fs"; import { IntroductionPlanner, Network, readLinkedInConnections } from "warmpath";\n${JOB}`,
  );
  writeFileSync(
    join(folder, "app.cjs"),
    `const fs = require("node:fs"); const { IntroductionPlanner, Network, readLinkedInConnections } = require("warmpath");\n${JOB}`,
  );
  const expected = run(["app.mjs"], "UTC");
  same("CommonJS", run(["app.cjs"], "UTC"), expected);
  same("no code from strings", run(["--disallow-code-generation-from-strings", "app.mjs"], "UTC"), expected);
  for (const zone of ["Asia/Tokyo", "America/New_York", "Pacific/Apia"])
    same(zone, run(["app.mjs"], zone), expected);
  same("one global, bare engine", inBareEngine("package/dist/warmpath.iife.js"), expected);
  bundleNeutrally("neutral.js");
  same("bundled for --platform=neutral, bare engine", inBareEngine("neutral.js"), expected);
  writeFileSync(
    join(folder, "one-file.mjs"),
    `import fs from "node:fs"; import { IntroductionPlanner, Network, readLinkedInConnections } from "warmpath/warmpath.es2021.mjs";\n${JOB}`,
  );
  same("ES2021 in one file", run(["one-file.mjs"], "UTC"), expected);
  writeFileSync(
    join(folder, "lite.mjs"),
    `import fs from "node:fs"; import { IntroductionPlanner, Network } from "warmpath/lite"; import { readLinkedInConnections } from "warmpath/ingest";\n${JOB}`,
  );
  same("warmpath/lite", run(["lite.mjs"], "UTC"), expected);
  keepsToEs2021();
  importEverySubPath();
  installsItsCommand();
  console.log(
    "packed tarball: ESM, CommonJS, no code from strings, bare engine, neutral bundle, lite, ES2021, four time zones, every sub-path, npx warmpath",
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Installs the tarball as npm does, its dependencies from this checkout, and goes from an export to a page by `npx warmpath`. */
function installsItsCommand(): void {
  const app = join(folder, "app");
  mkdirSync(app);
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>;
  };
  const needed = Object.keys(packages).filter((path) => path !== "" && !packages[path]?.dev);
  const dependencies = Object.fromEntries([
    ...needed.map((path) => [path.replace("node_modules/", ""), `file:${join(root, path)}`]),
    ["warmpath", `file:${join(folder, tarball)}`],
  ]);
  writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, dependencies }));
  const call = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: app, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  call("npm", "install", "--offline", "--install-links", "--no-audit", "--no-fund", "--ignore-scripts");
  const npx = (...args: string[]): string => call("npx", "--no-install", "warmpath", ...args);
  const holds = (text: string, part: string): void => {
    if (!text.includes(part)) throw new Error(`npx warmpath does not say "${part}"`);
  };
  holds(npx("--help"), "whom to ask first");
  npx("me", "Ada Park, Northwind");
  npx("add", "../Connections.csv");
  holds(npx("plan", "Bob Smith at Acme", "--html", "plan.html"), "How to meet Bob Smith at Acme");
  holds(readFileSync(join(app, "plan.html"), "utf8"), "How to meet Bob Smith at Acme");
  holds(npx("plan", "--demo"), "How to meet Bob Smith at Acme");
}

/** Unpacks the tarball as an installed package, with this checkout's dependencies beside it. */
function layPackage(): void {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  tarball = packed.trim().split("\n").at(-1) as string;
  execFileSync("tar", ["-xzf", tarball], { cwd: folder });
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  cpSync(join(folder, "package"), join(modules, "warmpath"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  cpSync(join(root, "examples/data/Connections.csv"), join(folder, "Connections.csv"));
  writeFileSync(join(folder, "package.json"), "{}");
}

/** A bundle as an author for no special platform makes it, which sets the same global. */
function bundleNeutrally(name: string): void {
  buildSync({
    stdin: {
      contents: 'import * as warmpath from "warmpath"; globalThis.warmpath = warmpath;',
      resolveDir: folder,
    },
    bundle: true,
    platform: "neutral",
    format: "iife",
    outfile: join(folder, name),
    logLevel: "error",
  });
}

/** A build with one global in an engine that has the language and nothing else: no web or Node global, and no chance. */
function inBareEngine(build: string): string {
  const printed: string[] = [];
  const fs = { readFileSync: (name: string): Uint8Array => readFileSync(join(folder, name)) };
  const context = createContext({ fs, console: { log: (text: string) => printed.push(`${text}\n`) } });
  const left = runInContext(
    `Math.random = () => { throw new Error("chance"); };
    ["TextEncoder", "TextDecoder", "URL", "setTimeout", "queueMicrotask", "crypto", "process"].filter((name) => name in globalThis).join()`,
    context,
  ) as string;
  if (left !== "") throw new Error(`the bare engine is none: ${left}`);
  runInContext(readFileSync(join(folder, build), "utf8"), context);
  runInContext(
    `{ const { IntroductionPlanner, Network, readLinkedInConnections } = warmpath; ${JOB} }`,
    context,
  );
  return printed.join("");
}

/** What compilers of ES2021 and Secure ECMAScript refuse in the whole builds. */
function keepsToEs2021(): void {
  const refused: readonly (readonly [string, RegExp])[] = [
    ["a static block", /\bstatic\s*\{/],
    ["a private name", /[{};.\s]#[A-Za-z_$]\w*\s*[(=;]/],
    ["what looks like a dynamic import", /(?<!\.)\bimport\s*\(/],
    ["what looks like an HTML comment", /<!--|-->/],
    ["TextEncoder", /\bTextEncoder\b/],
    ["chance", /\bMath\.random\b/],
    ["code from strings", /\bnew Function\b|\beval\s*\(/],
  ];
  const names = ["warmpath", "warmpath-report"].flatMap((name) => [`${name}.iife.js`, `${name}.es2021.mjs`]);
  for (const name of names) {
    const code = readFileSync(join(folder, "package/dist", name), "utf8");
    for (const [what, pattern] of refused) if (pattern.test(code)) throw new Error(`${name} has ${what}`);
    if (Buffer.byteLength(code) >= 1_000_000) throw new Error(`${name} is too large for a Lightning module`);
  }
}

function importEverySubPath(): void {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
  const paths = Object.keys(exports)
    .filter((path) => path !== "./package.json" && !path.includes("*"))
    .map((path) => path.replace(/^\./, "warmpath"));
  writeFileSync(
    join(folder, "all.mjs"),
    paths.map((path) => `await import(${JSON.stringify(path)});`).join("\n"),
  );
  writeFileSync(join(folder, "all.cjs"), paths.map((path) => `require(${JSON.stringify(path)});`).join("\n"));
  run(["all.mjs"], "UTC");
  run(["all.cjs"], "UTC");
}

function run(args: readonly string[], zone: string): string {
  return execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, TZ: zone },
  });
}

function same(what: string, got: string, expected: string): void {
  if (got !== expected) throw new Error(`${what}: other output than the ES module's under UTC`);
}
