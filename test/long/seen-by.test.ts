import { expect, it } from "vitest";
import { compareWithSnapshots } from "../support/pooled-worlds.js";

it("every public result for a seeker is that on what the seeker may be handed of the network, over 10,000 plans", () => {
  let plans = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const compared = compareWithSnapshots(seed, 75);
    expect(compared.differences, `seed ${seed}`).toEqual([]);
    plans += compared.plans;
  }
  expect(plans).toBeGreaterThanOrEqual(10_000);
}, 3_600_000);
