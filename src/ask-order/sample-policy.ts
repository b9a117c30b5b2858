import type { NumberedRoutes } from "./ask-problem.js";
import type { PolicySearch } from "./policy-search.js";
import type { Result } from "./policy-value.js";
import { DONE, type ResidualRoutes, type State } from "./residual-routes.js";

/** Plays of a policy whose states are too many to go through. Standard error of a probability: at most 0.023. */
const PLAYS = 500;
/** Plays are fewer where routes are very many: routes times asks made, over all plays; but never fewer than the least. */
const MOST_WORK = 200_000;
const LEAST_PLAYS = 25;

/** Success and cost of a policy as the mean of plays with a fixed seed (mulberry32), the same on every machine. */
export function samplePolicy(
  search: Pick<PolicySearch, "choice">,
  residual: ResidualRoutes,
  start: State,
  { probability, cost }: NumberedRoutes,
): Result {
  let seed = 0x5eed;
  const random = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  let successes = 0;
  let spent = 0;
  let work = 0;
  let plays = 0;
  for (; plays < PLAYS && (plays < LEAST_PLAYS || work < MOST_WORK); plays++) {
    let state = start;
    for (let ask = search.choice(state, 0); ask >= 0; ask = search.choice(state, 0)) {
      spent += cost[ask]!;
      work += state.length;
      state = random() < probability[ask]! ? residual.agreed(state, ask) : residual.declined(state, ask);
    }
    if (state === DONE) successes++;
  }
  return { success: successes / plays, cost: spent / plays };
}
