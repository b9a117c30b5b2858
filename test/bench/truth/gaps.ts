import { solveAskPolicy } from "../../../src/planning/index.js";
import { type GuessedWorld, guessedWorld } from "../../support/guessed-worlds.js";

const WORLDS = 200;
const KINDS: readonly (Omit<GuessedWorld, "connectors"> & { readonly name: string })[] = [
  { name: "own contacts of all kinds", behind: 0, twoWays: 0 },
  { name: "10% behind a contact, 5% with two ways" },
  { name: "contacts of up to five colleagues", perColleague: 8 },
];

/** Prints in how many worlds of guesses the policy is optimal, and how far above it the proved bound lies in the others. */
export function printGaps(): void {
  console.log(
    `\n3.1 Order of asks: ${WORLDS} worlds a row, 5 to 50 connectors with numbers of their own, 50,000 states`,
  );
  console.log(`  ${"world".padEnd(42)} optimal   gap over 1%   largest gap`);
  for (const { name, ...kind } of KINDS) {
    let optimal = 0;
    let over = 0;
    let largest = 0;
    for (let seed = 0; seed < WORLDS; seed++) {
      const input = guessedWorld(seed, { connectors: 5 + (seed % 46), ...kind });
      const { method, gap } = solveAskPolicy({ ...input, maxStates: 50_000 });
      if (method !== "approximate") optimal++;
      if (!(gap <= 0.01)) over++;
      largest = Math.max(largest, gap);
    }
    console.log(
      `  ${name.padEnd(42)} ${String(optimal).padStart(7)}   ${String(over).padStart(11)}   ${(100 * largest).toFixed(2).padStart(10)}%`,
    );
  }
}
