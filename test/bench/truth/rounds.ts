import { AnsweringWorld, AS_FORECAST, meanError, type Truth } from "../../support/answering-world.js";
import { learnRoundsAs0_1 } from "./rounds-of-0-1.js";

const SEEDS = 8;
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
    print(
      "learning of 0.1, first legs",
      Array.from({ length: SEEDS }, (_, k) => learnRoundsAs0_1(truth, k + 1, ROUNDS, 2 * FIRMS)),
    );
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
  console.log(`    ${name.padEnd(28)} ${row.join("  ")}`);
  return mean(ROUNDS - 1);
}
