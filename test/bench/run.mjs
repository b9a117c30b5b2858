/**
 * `npm run bench -- ROOM [arguments]`: runs the benchmark of one room and prints its figures. Times are printed, never
 * gated on; ratios within one run are what counts. The benchmark is bundled first, as the package is published: a loader that
 * names every closure would make the folds of a large journal half as slow again.
 */
import { existsSync } from "node:fs";
import { bundled } from "../support/bundle.mjs";

const [room = "", ...args] = process.argv.slice(2);
const entry = `test/bench/${room}/run.ts`;
if (!/^[a-z]+$/.test(room) || !existsSync(new URL(`../../${entry}`, import.meta.url))) {
  console.error(
    "usage: npm run bench -- truth | house | growth | plan | search | planning | paths | ties | network | journal | ingest | insights | drafts | hosts | remote | size [arguments]",
  );
  process.exitCode = 2;
} else {
  const { run } = await import(await bundled(entry));
  await run(args);
}
