/**
 * Runs the tests of a room once and counts which mutants each reaches; started again with those counts, it runs no test by itself, but for
 * each mutant the tests that reach it, in this one process, until one fails. What it found goes to `fates.jsonl` line by line.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { type RunnerTestCase as Test, TestRunner } from "vitest";
import { type Fate, type MutationState, type Seen, type SeenTest, SLOW } from "./mutant.js";

/** A mutant that runs so much oftener than the source has no end. */
const HITS_ALLOWED = 100;

/** A change counts as a survivor once it passed tests that take so many ms. */
const ENOUGH = 6 * SLOW;

const folder = process.env["MUTATION_FOLDER"] ?? "";
const fileCount = (process.env["MUTATION_TESTS"] ?? "").split(" ").length;
const counts = process.env["MUTATION_COUNTS"] !== undefined;

class EndlessMutant extends Error {}

const hits = new Uint32Array(1 << 16);
let left = Number.POSITIVE_INFINITY;
const mutation: MutationState = {
  active: -1,
  hit() {
    if (left-- <= 0) throw new EndlessMutant("a mutant runs without end");
    return true;
  },
  cover(...ids) {
    for (const id of ids) hits[id] = (hits[id] as number) + 1;
  },
};
Object.assign(globalThis, { mutation });

export default class MutationRunner extends TestRunner {
  private readonly tests = new Map<string, () => unknown>();
  private readonly names = new Set<string>();
  private readonly seen: SeenTest[] = [];
  private readonly onImport = new Set<number>();
  private filesDone = 0;

  async runTask(test: Test): Promise<void> {
    let name = fullName(test);
    // Tests of one name are told apart by their order.
    while (this.names.has(name)) name += "+";
    this.names.add(name);
    const run = TestRunner.getTestFn(test) as () => unknown;
    if (!counts) {
      this.tests.set(name, run);
      return;
    }
    for (const [id] of takeHits()) this.onImport.add(id);
    let ms = await timed(run);
    const reached = takeHits();
    // Once more, without the time that compiling took: and a test that cannot be repeated could not be trusted.
    if (ms < 10 * SLOW) ms = await timed(run);
    this.seen.push({ name, ms, hits: reached });
    takeHits();
  }

  // Vitest awaits it, whatever its type says.
  override onAfterRunFiles(): never {
    super.onAfterRunFiles();
    return this.afterFile() as never;
  }

  private async afterFile(): Promise<void> {
    this.filesDone++;
    if (this.filesDone < fileCount) return;
    if (!counts) await this.runMutants();
    else
      writeFileSync(
        `${folder}/seen.json`,
        JSON.stringify({ tests: this.seen, onImport: [...this.onImport] } satisfies Seen),
      );
  }

  private async passes(name: string): Promise<boolean> {
    try {
      await this.tests.get(name)?.();
      return true;
    } catch {
      return false;
    }
  }

  private async runMutants(): Promise<void> {
    const { tests, onImport } = JSON.parse(readFileSync(`${folder}/seen.json`, "utf8")) as Seen;
    // Without vitest around it no inline snapshot can be looked at: such a test would kill everything.
    const seen: SeenTest[] = [];
    for (const test of tests) if (test.ms <= SLOW && (await this.passes(test.name))) seen.push(test);
    const ids = JSON.parse(readFileSync(`${folder}/wanted.json`, "utf8")) as number[];
    const path = `${folder}/fates.jsonl`;
    const done = new Set(
      existsSync(path)
        ? readFileSync(path, "utf8")
            .split("\n")
            .filter(Boolean)
            .map((line) => JSON.parse(line)[0])
        : [],
    );
    const reaching = new Map<number, { test: SeenTest; count: number }[]>();
    for (const test of seen)
      for (const [id, count] of test.hits) reaching.set(id, [...(reaching.get(id) ?? []), { test, count }]);
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
    // Tests that killed neighbours come first, and quick ones that reach little else: of those that time allows they tell most.
    const kills = new Map<string, number>();
    for (const id of ids) {
      if (done.has(id)) continue;
      const own = reaching.get(id) ?? [];
      const cost = ({ test }: { test: SeenTest }) =>
        ((test.ms + 0.5) * test.hits.length) / (1 + (kills.get(test.name) ?? 0));
      own.sort((a, b) => cost(a) - cost(b));
      let fate: Fate = own.length === 0 ? (onImport.includes(id) ? "imported" : "uncovered") : "survived";
      let killer = "";
      appendFileSync(`${folder}/now`, `${id}\n`);
      let spent = 0;
      for (const { test, count } of own) {
        if (spent > ENOUGH) break;
        spent += test.ms;
        left = count * HITS_ALLOWED;
        mutation.active = id;
        const passes = await this.passes(test.name);
        if (!passes) fate = left < 0 ? "timeout" : "killed";
        mutation.active = -1;
        if (fate === "survived") continue;
        killer = test.name;
        kills.set(killer, (kills.get(killer) ?? 0) + 1);
        break;
      }
      appendFileSync(path, `${JSON.stringify([id, fate, killer])}\n`);
    }
    // A mutant that left something behind would have killed the later ones.
    for (const { name } of seen)
      if (!(await this.passes(name))) throw new Error(`${name} fails without a mutant by now`);
    writeFileSync(`${folder}/sound`, "");
  }
}

/** The ms of processor that it took. */
async function timed(run: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** How often each mutant was reached since the last call. */
function takeHits(): [id: number, count: number][] {
  const taken = [...hits].flatMap((count, id): [number, number][] => (count > 0 ? [[id, count]] : []));
  hits.fill(0);
  return taken;
}

function fullName(test: Test): string {
  const names = [test.name];
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name);
  return [test.file.name, ...names].join(" > ");
}
