import { journalRows } from "./journal-rows.js";
import { networkRows } from "./network-rows.js";
import { searchRows } from "./search-rows.js";
import { measureRow, type Row, twoVersions } from "./two-versions.js";

/**
 * `npm run bench -- house BASE [words of a row] [rounds]`: what the calls of another version, a checkout at BASE, and of this one take in
 * one run, interleaved. It is processor time at best of the rounds, of all threads; ratios above 1.05 are marked.
 */
export async function run([baseline, only = "", rounds = "7"]: string[]): Promise<void> {
  if (baseline === undefined) throw new Error("the checkout of another version is to be named");
  const versions = await twoVersions(baseline);
  const rows = [...searchRows(), ...networkRows(), ...journalRows()] as readonly Row<unknown>[];
  console.log(`node ${process.version}, ${process.arch}; milliseconds of processor, best of ${rounds}`);
  const slower: string[] = [];
  for (const row of rows) {
    if (!row.what.includes(only)) continue;
    const [old, now] = measureRow(row, versions, Number(rounds)) as [number, number];
    const isSlower = now / old > 1.05;
    if (isSlower) slower.push(row.what);
    const times = [old, now].map((time) => time.toPrecision(3).padStart(8)).join("");
    console.log(`${row.what.padEnd(52)}${times}   ${(now / old).toFixed(2)}${isSlower ? " slower" : ""}`);
  }
  console.log(slower.length === 0 ? "nothing slower by more than 5%" : `slower: ${slower.join("; ")}`);
}
