/**
 * Runs one program in every engine that can be had, and asks for the same bytes of plan, account, draft, actions and state in all:
 * `npm run test:engines`, after `npm run build`. Names as arguments pick engines; `--write` puts the table into
 * examples/hosts/README.md. An engine that cannot be installed or is not here is skipped, with its reason.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NotHere, type Outcome } from "./bench.js";
import { ENGINES, type Engine } from "./engines.js";
import { folderWith } from "./folder-with.js";

const root = new URL("../..", import.meta.url).pathname;
const dist = join(root, "dist");
if (!existsSync(join(dist, "warmpath.iife.js"))) throw new Error("the package is not built: npm run build");
const program = readFileSync(new URL("program.mjs", import.meta.url), "utf8").replace(
  "export function",
  "function",
);
const picked = process.argv.slice(2).filter((name) => !name.startsWith("--"));
const engines = ENGINES.filter(
  ({ name }) => picked.length === 0 || picked.some((part) => name.toLowerCase().includes(part.toLowerCase())),
);

let expected: string | undefined;
let failed = 0;
const rows: string[] = [];
for (const engine of engines) {
  const row = await rowOf(engine);
  rows.push(`| ${row.join(" | ")} |`);
  console.log(row.join(" | "));
}
const table = [
  "| engine or host | version | build | plan | bytes, SHA-256 | |",
  "| --- | --- | --- | --- | --- | --- |",
  ...rows,
].join("\n");
if (process.argv.includes("--write")) write(table);
const skipped = rows.filter((row) => row.includes("SKIPPED")).length;
console.log(`${rows.length - failed - skipped} the same, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

async function rowOf(engine: Engine): Promise<readonly string[]> {
  const { name, takes } = engine;
  try {
    const { version, text } = await outcomeOf(engine);
    const { id } = JSON.parse(text) as { readonly id: string };
    const sum = createHash("sha256").update(text).digest("hex");
    expected ??= sum;
    if (sum !== expected) failed++;
    const judged = sum === expected ? "same" : "DIFFERS";
    return [name, version, takes, `\`${id}\``, `${Buffer.byteLength(text)}, \`${sum.slice(0, 16)}\``, judged];
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0] as string;
    if (error instanceof NotHere) {
      console.warn(`SKIPPED: ${name}: ${reason}`);
      return [name, "", takes, "", "", `SKIPPED: ${reason}`];
    }
    failed++;
    return [name, "", takes, "", "", `FAILED: ${reason.slice(0, 300)}`];
  }
}

async function outcomeOf(engine: Engine): Promise<Outcome> {
  return engine.run({ folder: folderWith(engine.name, engine.packages), dist, program });
}

/** Puts the table between its two marks in the README of the hosts. */
function write(text: string): void {
  const file = join(root, "examples/hosts/README.md");
  const marks = /(<!-- engines -->\n)[\s\S]*?(<!-- \/engines -->)/;
  const page = readFileSync(file, "utf8");
  if (!marks.test(page)) throw new Error("examples/hosts/README.md has no place for the table");
  writeFileSync(
    file,
    page.replace(marks, (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`),
  );
}
