import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "warmpath-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runPlan(...args: string[]): {
  text: string;
  plan: { paths: { people: string[] }[]; asks: unknown[] };
} {
  const out = join(folder, "plan.json");
  const command = ["--import", "tsx", "examples/plan.ts", "--now", "2026-11-22", "--out", out, ...args];
  const text = execFileSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "test/tsconfig.json") },
  });
  return { text, plan: JSON.parse(readFileSync(out, "utf8")).plan };
}

describe("npm run plan", () => {
  it("prints paths, the order of asks and the message, and tells of skipped rows", () => {
    const { text, plan } = runPlan(
      "--connections",
      "examples/data/Connections.csv",
      "--me",
      "Ada Park, Northwind",
    );
    expect(text).toContain("900 rows read, 882 kept, 18 skipped");
    expect(text).toContain("Introduction to Bob Smith at Acme");
    expect(text).toContain("Whom to ask, one after the other");
    expect(text).toMatch(/Subject: .*Bob Smith/);
    expect(plan.paths.length).toBeGreaterThan(0);
    expect(plan.asks.length).toBeGreaterThan(0);
  });

  it("adds paths over two connectors through a colleague", () => {
    const { plan } = runPlan("--teammate", "Ben Cho=examples/data/Connections-ben.csv");
    expect(plan.paths.some(({ people }) => people.length === 4)).toBe(true);
  });

  it("reads a messy re-save and says why it cannot reach somebody", () => {
    const file = join(folder, "messy.csv");
    writeFileSync(
      file,
      "\ufeffFirst Name;Last Name;URL;Email Address;Company;Position;Connected On\r\nZoë;Doe, PMP;;;Beta GmbH;CTO;19-Nov-23\r\n;;;;;;07-Jun-24\r\n",
    );
    const { text, plan } = runPlan("--connections", file, "--target", "Bob Smith at Acme");
    expect(text).toContain("2 rows read, 1 kept, 1 skipped");
    expect(text).toContain("Nobody in the network knows the target");
    expect(plan.paths).toEqual([]);
  });

  it("fails with a code and no stack where the file is none of ours", () => {
    const file = join(folder, "other.csv");
    writeFileSync(file, "a,b\n1,2\n");
    expect(() => runPlan("--connections", file)).toThrow(/FORMAT_UNKNOWN/);
  });
});
