/** Engines that are commands, and those that need a process of their own. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bench, iife, load, type Outcome, versionOf } from "./bench.js";

/** Runs a script file by a command and gives its last line: the version, a space, the program's text. */
function byCommand(command: string, args: readonly string[], cwd: string): Outcome {
  const printed = execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const line = printed.trimEnd().split("\n").at(-1) as string;
  const gap = line.indexOf(" ");
  return { version: line.slice(0, gap), text: line.slice(gap + 1) };
}

/** An application beside the engine that has the package as npm would lay it. */
function layApplication({ folder, dist, program }: Bench, version: string): string {
  const link = join(folder, "node_modules/warmpath");
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  // What an earlier run of another checkout left there would be tried in place of this one.
  rmSync(link, { force: true });
  symlinkSync(join(dist, ".."), link);
  const file = join(folder, "app.mjs");
  writeFileSync(
    file,
    `import * as warmpath from "warmpath";\n${program}\nconsole.log(${version} + " " + program(warmpath));\n`,
  );
  return file;
}

export function onNode(bench: Bench, command: string): Outcome {
  const file = layApplication(bench, `(process.versions.bun ?? process.versions.node)`);
  return byCommand(command, [file], bench.folder);
}

export async function onDeno(bench: Bench): Promise<Outcome> {
  const file = layApplication(bench, "Deno.version.deno");
  const args = ["run", "--no-lock", "--node-modules-dir=manual", "--allow-read", file];
  return byCommand(join(bench.folder, "node_modules/.bin/deno"), args, bench.folder);
}

/** In a process of its own: lockdown is for good. The compartment has no chance and no clock; typed arrays are given to it, as it holds none. */
export async function onSes(bench: Bench): Promise<Outcome> {
  const file = join(bench.folder, "ses.mjs");
  writeFileSync(join(bench.folder, "warmpath.iife.js"), iife(bench));
  writeFileSync(
    file,
    `import { readFileSync } from "node:fs"; import "ses";
    lockdown();
    const compartment = new Compartment({ ArrayBuffer, DataView, Float64Array, Int8Array, Int32Array, Uint8Array, Uint16Array, Uint32Array });
    const code = readFileSync("warmpath.iife.js", "utf8");
    const text = compartment.evaluate(code + ${JSON.stringify(`\n${bench.program}\nprogram(warmpath)`)});
    console.log(${JSON.stringify(versionOf(bench, "ses"))} + " " + text);`,
  );
  return byCommand(process.execPath, [file], bench.folder);
}

/** Compiles the ES2021 module as a module of a Lightning component, and runs what comes out. */
export async function onLwc(bench: Bench): Promise<Outcome> {
  const { transformSync } = (await load(bench, "@lwc/compiler")) as {
    transformSync(code: string, file: string, options: object): { code: string };
  };
  const source = readFileSync(join(bench.dist, "warmpath.es2021.mjs"), "utf8");
  const { code } = transformSync(source, "warmpath.js", { name: "warmpath", namespace: "c" });
  writeFileSync(join(bench.folder, "warmpath.mjs"), code);
  const file = join(bench.folder, "app.mjs");
  writeFileSync(
    file,
    `import * as warmpath from "./warmpath.mjs";\n${bench.program}\nconsole.log("${versionOf(bench, "@lwc/compiler")} " + program(warmpath));`,
  );
  return byCommand(process.execPath, [file], bench.folder);
}
