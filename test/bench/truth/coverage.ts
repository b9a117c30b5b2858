import { type Coverage, coverageOf, WORLD_KINDS } from "../../support/interval-coverage.js";

const WORLDS = 60;
const LEARN_FROM = 30;

/** Prints of how many plans the true joint probability lies in the interval that the plan states. */
export function printCoverage(): void {
  console.log(
    `\n3.8 Intervals: share of plans whose true joint probability lies in their 90% interval (${WORLDS} worlds of 6 plans a row, each row its own; 0.1: each leg by itself)`,
  );
  console.log(`  ${"world".padEnd(42)} ${"ties seen".padEnd(26)} ${"guessed".padEnd(26)}`);
  let from = 1;
  for (const kind of WORLD_KINDS) {
    for (const asks of [0, LEARN_FROM]) {
      const { seen, guessed } = coverageOf(kind, WORLDS, asks, from);
      from += WORLDS;
      const when = asks === 0 ? "before learning" : `after ${2 * asks} asks`;
      console.log(`  ${kind.name.padEnd(42)} ${share(seen)} ${share(guessed)}  ${when}`);
    }
  }
}

function share({ plans, inside, insideBefore, error }: Coverage): string {
  const percent = (count: number): string => `${((100 * count) / plans).toFixed(1)}%`;
  return `${percent(inside)} ±${(100 * error).toFixed(1)} (0.1: ${percent(insideBefore)})`.padEnd(26);
}
