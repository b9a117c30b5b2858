import type { AnswerProgram, Outlook } from "./answer-program.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { DONE, type ResidualRoutes, type State } from "./residual-routes.js";

/** Plays of a policy whose states are too many to go through. Standard error of a probability: at most 0.011. */
export const SAMPLED_PLAYS = 2_000;

/** Success and cost of a policy as the mean of plays with a fixed seed (mulberry32), the same on every machine. */
export function sampleOutlook(
  program: AnswerProgram,
  residual: ResidualRoutes,
  start: State,
  { probability, cost }: NumberedRoutes,
): Outlook {
  let seed = 0x5eed;
  const random = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  let successes = 0;
  let spent = 0;
  for (let play = 0; play < SAMPLED_PLAYS; play++) {
    let state = start;
    for (let ask = program.choice(state, 0); ask >= 0; ask = program.choice(state, 0)) {
      spent += cost[ask]!;
      state = random() < probability[ask]! ? residual.agreed(state, ask) : residual.declined(state, ask);
    }
    if (state === DONE) successes++;
  }
  return { ask: program.choice(start, 0), success: successes / SAMPLED_PLAYS, cost: spent / SAMPLED_PLAYS };
}
