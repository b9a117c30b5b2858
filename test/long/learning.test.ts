import { expect, it } from "vitest";
import { AS_FORECAST, errorsOfRounds } from "../support/answering-world.js";
import { AS_ASSUMED, coverageOf } from "../support/interval-coverage.js";

it("forecasts come nearer to the truth too where people answer by luck, and differ among themselves", () => {
  const turned = { ...AS_FORECAST, first: -1, last: 0.7, slope: 0.8, knows: 1, cold: 0.5 };
  const errors = errorsOfRounds({ ...turned, connectors: 0.3, targets: 0.3 }, 4);
  for (const error of errors.slice(2)) expect(error).toBeLessThan(0.7 * (errors[0] as number));
});

it("the interval of a joint chance holds in worlds whose people differ", () => {
  const { seen, guessed } = coverageOf(AS_ASSUMED, 20, 0);
  // A world's plans share its luck: 20 worlds scatter by some .05 around .9.
  for (const { plans, inside } of [seen, guessed]) expect(inside / plans).toBeGreaterThan(0.75);
});
