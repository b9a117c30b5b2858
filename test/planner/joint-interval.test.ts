import { describe, expect, it } from "vitest";
import { Network } from "../../src/index.js";
import { IntroductionPlanner } from "../../src/planner/index.js";
import { AS_ASSUMED, coverageOf } from "../support/interval-coverage.js";
import { MONDAY } from "../support/practice-world.js";

/** Contacts of one firm, the buyer there a stranger to all of them as far as anybody has seen. */
function planOverGuesses(
  contacts: number,
  uncertainty: Readonly<Record<string, number>> = {},
  intervalPaths = 60,
) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  for (let k = 0; k < contacts; k++) {
    network.addPerson({ id: `c${k}`, name: `Contact ${k}`, company: "Acme" });
    network.addTie({ from: "me", to: `c${k}`, evidence: { connectedOn: "2021-03-01" } });
  }
  const planner = new IntroductionPlanner({
    network,
    settings: { ties: { uncertainty }, search: { intervalPaths } },
  });
  const target = { name: "Bob Smith", company: "Acme" };
  return planner.plan({ seeker: "me", target, headcount: 200, k: contacts, now: MONDAY });
}

describe("the interval of a joint probability", () => {
  it("holds in worlds whose people differ, before and after learning", () => {
    for (const [worlds, asks] of [
      [6, 0],
      [3, 20],
    ] as const) {
      const { seen, guessed } = coverageOf(AS_ASSUMED, worlds, asks);
      for (const { plans, inside } of [seen, guessed]) {
        expect(plans).toBe(6 * worlds);
        // A world's plans share its luck: few worlds scatter by some .1 around .9. `npm run bench -- truth coverage` has 60.
        expect(inside / plans).toBeGreaterThan(0.72);
      }
      expect(seen.inside).toBeGreaterThan(seen.insideBefore);
      expect(guessed.inside).toBeGreaterThan(guessed.insideBefore);
    }
  });

  it("stays wide where many guesses share one doubt, and narrows only as far as people have doubts of their own", () => {
    const width = ({ jointInterval: [low, high] }: { jointInterval: readonly [number, number] }) =>
      Math.log(high / (1 - high)) - Math.log(low / (1 - low));
    const [few, many] = [planOverGuesses(1), planOverGuesses(10)];
    expect(width(many)).toBeLessThan(width(few));
    expect(width(many)).toBeGreaterThan(0.7 * width(few));
  });

  it("is the narrower the more of each doubt is settled", () => {
    const widthOf = (settled: Readonly<Record<string, number>>) => {
      const [low, high] = planOverGuesses(4, settled).jointInterval;
      return high - low;
    };
    const whole = widthOf({});
    for (const what of ["first", "last", "knows", "cold"]) expect(widthOf({ [what]: 0 })).toBeLessThan(whole);
    expect(widthOf({ common: 0 })).toBeLessThan(whole);
  });

  it("looks at as many of the best paths as the settings say", () => {
    const at = (intervalPaths?: number) => planOverGuesses(6, {}, intervalPaths).jointInterval;
    expect(at(6)).toEqual(at());
    expect(at(1)).not.toEqual(at());
    expect(() => at(0)).toThrow("search.intervalPaths");
  });

  it("holds the joint probability and lies in [0, 1]", () => {
    for (const contacts of [1, 3, 12]) {
      const { jointInterval, jointProbability } = planOverGuesses(contacts);
      expect(jointInterval[0]).toBeGreaterThan(0);
      expect(jointInterval[0]).toBeLessThan(jointProbability);
      expect(jointInterval[1]).toBeGreaterThan(jointProbability);
      expect(jointInterval[1]).toBeLessThan(1);
    }
  });
});
