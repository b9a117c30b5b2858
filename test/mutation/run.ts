/**
 * `npm run test:mutation -- ROOM [TEST...]`: what share of small changes of a room's source its tests notice. Each change is tried against
 * the room's own tests, and those that survive against the further test files or folders that are named. `SAMPLE=0.3` tries that share of
 * the changes, the same in every run; `ONLY=a,b` those of the files a.ts and b.ts; `AGAIN=1` those that survived the last run; `SLOW` is
 * the longest that a test may take, in ms of processor, and six times that what all may take for one change. All is written to `reports/mutation/ROOM`.
 */
import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { type Fate, type Mutant, SLOW } from "./mutant.js";

type Tried = Mutant & { readonly fate: Fate; readonly killer: string };

const [room = "", ...further] = process.argv.slice(2);
const folder = `reports/mutation/${room}`;
const report = `${folder}/report.json`;
const share = Number(process.env["SAMPLE"] ?? 1);
const before =
  process.env["AGAIN"] === undefined ? undefined : (JSON.parse(readFileSync(report, "utf8")) as Tried[]);
mkdirSync(folder, { recursive: true });

const fates = new Map<number, readonly [Fate, string]>();
const mutants = await tryAll([`test/${room}`], (all) =>
  all.flatMap((one, id) => (one !== null && isWanted(one) ? [id] : [])),
);
tell();
if (further.length > 0) {
  await tryAll(further, () => [...fates].flatMap(([id, [fate]]) => (isLeft(fate) ? [id] : [])));
  tell();
}

/** Writes what was found so far and says how much that is. */
function tell(): void {
  const tried = [...fates].map(
    ([id, [fate, killer]]): Tried => ({ ...(mutants[id] as Mutant), fate, killer }),
  );
  const again = new Set(tried.map(keyOf));
  const kept = before?.filter((one) => !isLeft(one.fate) || (share < 1 && !again.has(keyOf(one)))) ?? [];
  const all = [...kept, ...tried].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
  writeFileSync(report, JSON.stringify(all, undefined, 1));
  const left = all.filter((one) => isLeft(one.fate));
  writeFileSync(
    `${folder}/survivors.txt`,
    left
      .map(
        (one) =>
          `${one.file}:${one.line}:${one.column} ${one.fate} ${one.kind}\n  - ${one.original}\n  + ${one.replacement}\n`,
      )
      .join(""),
  );
  const count = (fate: Fate) => all.filter((one) => one.fate === fate).length;
  const found = count("killed") + count("timeout");
  const score = (100 * found) / (found + left.length);
  console.log(
    `${room}: ${all.length} mutants, ${count("killed")} killed, ${count("timeout")} timed out, ${count("survived")} survived, ` +
      `${count("uncovered")} uncovered, ${count("imported")} not tried; score ${score.toFixed(1)}%`,
  );
}

function isLeft(fate: Fate): boolean {
  return fate === "survived" || fate === "uncovered";
}

function isWanted(one: Mutant): boolean {
  if (before?.some((old) => isLeft(old.fate) && keyOf(old) === keyOf(one)) === false) return false;
  let hash = 2_166_136_261;
  for (const char of keyOf(one)) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  return (hash >>> 0) / 2 ** 32 < share;
}

/** The same for the same change after other lines moved. */
function keyOf({ file, column, kind, original, replacement }: Mutant): string {
  return [file, column, kind, original, replacement].join("\n");
}

/** Tries mutants against tests: one run that counts what each test reaches, then as many as it takes, because a hung one is ended. */
async function tryAll(
  tests: readonly string[],
  wantedOf: (all: readonly (Mutant | null)[]) => readonly number[],
) {
  for (const name of ["now", "fates.jsonl", "sound"]) rmSync(`${folder}/${name}`, { force: true });
  const files = tests.flatMap(testFiles).join(" ");
  await run({ MUTATION_TESTS: files, MUTATION_COUNTS: "1" }, Number.POSITIVE_INFINITY);
  const found = JSON.parse(readFileSync(`${folder}/mutants.json`, "utf8")) as (Mutant | null)[];
  const wanted = wantedOf(found);
  writeFileSync(`${folder}/wanted.json`, JSON.stringify(wanted));
  // One change runs tests of six times SLOW, and one more.
  const patience = 20_000 + 5 * 7 * SLOW;
  while (!existsSync(`${folder}/sound`)) await run({ MUTATION_TESTS: files }, patience);
  for (const line of readFileSync(`${folder}/fates.jsonl`, "utf8").split("\n").filter(Boolean)) {
    const [id, fate, killer] = JSON.parse(line) as [number, Fate, string];
    fates.set(id, [fate, killer]);
  }
  return found;
}

function testFiles(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".test.ts")).map((name) => `${path}/${name}`);
}

/** One run of the tests' process; a mutant that takes longer than `patience` (ms) ends it and is noted as timed out. */
function run(settings: Record<string, string>, patience: number): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn("npx", ["vitest", "run", "--config", "test/mutation/vitest.config.ts"], {
      env: { ...process.env, ...settings, MUTATE: room, MUTATION_FOLDER: folder },
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    let output = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    let ended = false;
    const watch = setInterval(() => {
      const now = `${folder}/now`;
      if (!existsSync(now) || Date.now() - statSync(now).mtimeMs < patience) return;
      noteEndless();
      ended = true;
      process.kill(-(child.pid as number), "SIGKILL");
    }, 1000);
    child.on("close", (status) => {
      clearInterval(watch);
      // One that grows something without end takes the process with it.
      if (status === 0 || ended || noteEndless()) done();
      else fail(new Error(`the tests fail by themselves: ${output.slice(-3000)}`));
    });
  });
}

/** Notes the mutant that is being tried as timed out; false where none is. */
function noteEndless(): boolean {
  const [now, fates] = [`${folder}/now`, `${folder}/fates.jsonl`];
  if (!existsSync(now)) return false;
  const id = Number(readFileSync(now, "utf8").trim().split("\n").at(-1));
  const isNoted = existsSync(fates) && readFileSync(fates, "utf8").includes(`[${id},`);
  if (!isNoted) appendFileSync(fates, `${JSON.stringify([id, "timeout", ""])}\n`);
  rmSync(now);
  return !isNoted;
}
