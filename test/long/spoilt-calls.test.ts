import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Spoilt, SpoiltWorld } from "../support/spoilt/spoil.js";
import { surface } from "../support/spoilt/surface.js";

/**
 * Every function of every entry, its valid call with one part spoilt: all parts in all ways. `SPOILT_PACKAGE` names the folder of an
 * unpacked tarball to try in place of the source, `SPOILT_REPORT` a file for all faults, `SPOILT_ONLY` a pattern of functions.
 */
it("a valid call with any one part spoilt works or refuses with a code", async () => {
  const { offers, held } = await surface();
  const world = new SpoiltWorld(offers);
  const only = new RegExp(process.env["SPOILT_ONLY"] ?? "");
  const all: Spoilt[] = [];
  for (const one of held.filter(({ name }) => only.test(name))) all.push(await world.spoil(one));
  const faults = all.flatMap(({ name, faults }) => faults.map((fault) => `${name}\t${fault}`));
  const report = process.env["SPOILT_REPORT"];
  if (report !== undefined) writeFileSync(report, faults.join("\n"));
  const calls = all.reduce((sum, { calls }) => sum + calls, 0);
  console.log(`${all.length} functions, ${calls} calls, ${faults.length} faults`);
  console.log(byRoot(faults).join("\n"));
  expect(all.filter(({ valid }) => valid !== undefined)).toEqual([]);
  expect(faults.slice(0, 20)).toEqual([]);
});

/** How many faults begin at one place of the source, the most first. */
function byRoot(faults: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const fault of faults) {
    const root = fault.replace(/^.*?: (?=\w*Error|gave)/, "").replace(/:\d+:\d+/g, "");
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const listed = [...counts].sort(([, a], [, b]) => b - a).slice(0, 40);
  return listed.map(([root, count]) => `${String(count).padStart(5)} ${root}`);
}
