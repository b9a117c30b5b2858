import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StateFiles } from "../../examples/cli/state-files.js";
import { warmpath, writePile } from "../support/cli-runs.js";
import { killedAt } from "../support/kill-writes.js";

/** From nothing to a won deal, as one would type it. */
const STORY: readonly (readonly string[])[] = [
  ["me", "Ada Park, Northwind"],
  ["add", "Connections.csv", "book.vcf", "meetings.csv"],
  ["teammate", "Ben Cho", "ben.csv"],
  ["same", "--list"],
  ["same", "yes", "1"],
  ["plan", "Carl Jones at Acme", "--html", "plan.html"],
  ["draft", "1", "--reason", "Acme opens a second plant.", "--offer", "our checklist"],
  ["sent", "1"],
  ["reminded", "ann", "--on", "2026-11-25"],
  ["yes", "Ann Lee", "--on", "2026-11-26"],
  ["introduced", "ann", "--on", "2026-11-27"],
  ["met", "ann", "--on", "2026-11-30", "--useful"],
  ["won", "ann", "--on", "2026-12-05", "--value", "20"],
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warmpath-story-"));
  writePile(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stateIn = (cwd: string) => new StateFiles(join(cwd, ".warmpath")).read();

it("a story from nothing to a won deal, killed at every write: the state is the old one or the new one, and the call again ends well", async () => {
  let kills = 0;
  for (const step of STORY) {
    const before = join(folder, ".warmpath");
    const old = kills === 0 ? {} : stateIn(folder);
    const whole = mkdtempSync(join(tmpdir(), "warmpath-whole-"));
    cpSync(folder, whole, { recursive: true });
    expect(await warmpath(whole, step)).toMatchObject({ exit: 0 });
    const fresh = stateIn(whole);
    for (let at = 1; ; at++) {
      const copy = mkdtempSync(join(tmpdir(), "warmpath-killed-"));
      cpSync(folder, copy, { recursive: true });
      const writes = await killedAt(at, () => warmpath(copy, step));
      if (writes >= at) {
        kills++;
        if (readdirSync(copy).includes(".warmpath")) expect([old, fresh]).toContainEqual(stateIn(copy));
        // The state is whole in each case; that the call ends well from it is tried in every third.
        if (kills % 3 === 0) {
          const again = await warmpath(copy, step);
          expect(again, `${step.join(" ")}, killed at write ${at}`).toMatchObject({ exit: 0 });
          expect(stateIn(copy)).toEqual(fresh);
          const left = readdirSync(join(copy, ".warmpath"));
          expect(left.filter((name) => /\.new$|^commit|^lock$/.test(name))).toEqual([]);
        }
      }
      rmSync(copy, { recursive: true, force: true });
      if (writes < at) break;
    }
    rmSync(before, { recursive: true, force: true });
    cpSync(whole, folder, { recursive: true });
    rmSync(whole, { recursive: true, force: true });
  }
  expect(kills).toBeGreaterThan(100);
  const told = await warmpath(folder, ["today", "--now", "2026-12-06", "--json"]);
  const { actions } = JSON.parse(told.out) as { actions: { kind: string }[] };
  expect(actions.map(({ kind }) => kind)).toContain("thank");
  expect((await warmpath(folder, ["find", "Carl Jones"])).out).toContain("Acme");
  expect(readFileSync(join(folder, "plan.html"), "utf8")).toContain("default-src 'none'");
});
