/**
 * `npm run bench -- ROOM [arguments]`: runs the benchmark of one room and prints its figures. Times are printed, never
 * gated on; ratios within one run are what counts.
 */
import { existsSync } from "node:fs";

const [room = "", ...args] = process.argv.slice(2);
const file = new URL(`./${room}/run.ts`, import.meta.url);
if (!/^[a-z]+$/.test(room) || !existsSync(file)) {
  console.error(
    "usage: npm run bench -- truth | growth | plan | search | planning | paths | ties | network | journal | ingest | insights | drafts | hosts | remote [arguments]",
  );
  process.exitCode = 2;
} else {
  const { run } = (await import(file.href)) as { run(args: string[]): Promise<void> };
  await run(args);
}
