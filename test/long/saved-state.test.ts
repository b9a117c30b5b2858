import { expect, it } from "vitest";
import { seededRandom } from "../support/random.js";
import { damage, outcomeOf, savedStates } from "../support/saved-states.js";

it.each(["network", "planner", "chain", "vault"])("10,000 faults in a saved %s: none is silent", (name) => {
  const random = seededRandom(Date.now() % 2 ** 31);
  for (let world = 0; world < 100; world++) {
    const state = savedStates(random.below(2 ** 31)).find((one) => one.name === name);
    if (state === undefined) throw new Error(name);
    const right = state.read(state.text);
    for (let run = 0; run < 100; run++) {
      const damaged = damage(state.text, random);
      if (damaged === state.text) continue;
      const outcome = outcomeOf(state, damaged, right);
      if (/SILENT|RAW/.test(outcome)) expect.fail(`${outcome}: ${JSON.stringify(damaged)}`);
    }
  }
});
