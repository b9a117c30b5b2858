import { AnsweringWorld, AS_FORECAST, meanError, type Truth } from "../../support/answering-world.js";
import { firstLegRounds } from "./rounds-of-first-legs.js";

const SEEDS = 8;
/** Worlds of first legs alone, which cost little. */
const LEG_SEEDS = 200;
const ROUNDS = 6;
const FIRMS = 20;
const WORLDS: readonly (readonly [string, Truth])[] = [
  ["a world that agrees", AS_FORECAST],
  [
    "turned (first -1, last +.7, slope .8, knows +1)",
    { ...AS_FORECAST, first: -1, last: 0.7, slope: 0.8, knows: 1 },
  ],
  [
    "turned, people differ by .5",
    { ...AS_FORECAST, first: -1, last: 0.7, slope: 0.8, knows: 1, connectors: 0.5, targets: 0.5 },
  ],
];

/** Prints the error of forecasts over rounds of plan, record and learn, against never learning and the learning of 0.1. */
export function printRounds(): void {
  console.log(
    `\n3.7 Learning: mean |consent - truth| of plans not yet answered, by round of ${2 * FIRMS} asks (${SEEDS} seeds; answers by luck)`,
  );
  for (const [name, truth] of WORLDS) {
    const runs = Array.from({ length: SEEDS }, (_, k) => errorsOf(truth, k + 1));
    console.log(`  ${name}`);
    const learned = print(
      "planner.learn",
      runs.map((run) => run.learned),
    );
    const plain = print(
      "never learning (baseline)",
      runs.map((run) => run.plain),
    );
    for (const rule of ["now", "0.1"] as const) {
      const given = { rounds: ROUNDS, asks: 2 * FIRMS, rule };
      print(
        rule === "now" ? "first legs alone" : "first legs alone, rule of 0.1",
        Array.from({ length: LEG_SEEDS }, (_, k) => firstLegRounds(truth, k + 1, given)),
      );
    }
    if (plain < learned) console.log("    => BASELINE WINS in the last round: never learning");
  }
}

function errorsOf(truth: Truth, seed: number): { readonly learned: number[]; readonly plain: number[] } {
  const world = new AnsweringWorld(FIRMS * ROUNDS, truth, seed);
  const [learned, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const now = new Date(Date.UTC(2026, 10, 2 + 21 * round)).toISOString();
    const plans = world.round(
      Array.from({ length: FIRMS }, (_, i) => round * FIRMS + i),
      now,
    );
    const legs = plans.flatMap((plan) => world.legsOf(plan));
    learned.push(meanError(legs));
    plain.push(meanError(legs.map((leg) => ({ ...leg, said: leg.predicted }))));
    world.planner.learn({ now });
  }
  return { learned, plain };
}

/** Prints the mean of each round, and gives that of the last. */
function print(name: string, runs: readonly (readonly number[])[]): number {
  const mean = (round: number): number => runs.reduce((sum, run) => sum + run[round]!, 0) / runs.length;
  const row = Array.from({ length: ROUNDS }, (_, round) => mean(round).toFixed(4));
  console.log(`    ${name.padEnd(30)} ${row.join("  ")}`);
  return mean(ROUNDS - 1);
}
