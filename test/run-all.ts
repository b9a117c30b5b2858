/**
 * Runs every check that a change has to pass, one after the other, and ends with the plain line `N passed, N failed`:
 * the count of unit tests, plus one for each of the other checks.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

const REPORT = "coverage/unit.json";
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ["lint", ["run", "--silent", "lint"]],
  ["types", ["run", "--silent", "types"]],
  [
    "unit",
    ["run", "--silent", "unit", "--", "--reporter=default", "--reporter=json", `--outputFile=${REPORT}`],
  ],
  ["package", ["run", "--silent", "package"]],
  ["size", ["run", "--silent", "size"]],
  ["unused", ["run", "--silent", "unused"]],
];

let passed = 0;
let failed = 0;
rmSync(REPORT, { force: true });
for (const [name, args] of STEPS) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync("npm", args, { stdio: "inherit", env: { ...process.env, CI: "true" } });
  if (name === "unit" && existsSync(REPORT)) {
    const report = JSON.parse(readFileSync(REPORT, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    if (status !== 0 && report.numFailedTests === 0) failed++;
  } else if (status === 0) passed++;
  else failed++;
  console.log(`== ${name}: ${status === 0 ? "passed" : "FAILED"}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
