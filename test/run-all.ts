/**
 * Runs every check that a change has to pass, and ends with the plain line `N passed, N failed`: the count of unit tests, plus one for
 * each of the other checks. Unit tests run beside the others, so that two cores have work to the end.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

type Step = readonly [name: string, args: readonly string[]];

const REPORT = "coverage/unit.json";
const UNIT: Step = ["unit", ["--", "--reporter=default", "--reporter=json", `--outputFile=${REPORT}`]];
const OTHERS: readonly Step[] = ["lint", "types", "package", "size", "unused"].map((name) => [name, []]);

let passed = 0;
let failed = 0;
rmSync(REPORT, { force: true });
await Promise.all([runAll([UNIT]), runAll(OTHERS)]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One step after the other, each shown whole once it has ended. */
async function runAll(steps: readonly Step[]): Promise<void> {
  for (const [name, args] of steps) {
    const { status, output } = await run(["run", "--silent", name, ...args]);
    count(name, status);
    console.log(`\n== ${name}\n${output.trim()}\n== ${name}: ${status === 0 ? "passed" : "FAILED"}`);
  }
}

function run(args: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn("npm", args, {
      env: { ...process.env, CI: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.on("error", (error) => {
      output += error.message;
    });
    child.on("close", (status) => done({ status, output }));
  });
}

function count(name: string, status: number | null): void {
  if (name !== "unit" || !existsSync(REPORT)) {
    if (status === 0) passed++;
    else failed++;
    return;
  }
  const report = JSON.parse(readFileSync(REPORT, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that could not be read at all has no test that failed.
  if (status !== 0 && report.numFailedTests === 0) failed++;
}
