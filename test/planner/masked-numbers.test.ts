import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { coarse } from "../../src/paths/coarse.js";

const now = "2026-06-15";
const maskKey = "0123456789abcdef";

/** A plan over a masked tie of o's, and an open way beside it. */
function planWith(closeness: number, company?: string) {
  const network = new Network();
  for (const id of ["s", "o", "x", "y", "t"]) network.addPerson({ id, name: `${id} Stone` });
  network.addPerson({ id: "t", company: "Acme" });
  if (company !== undefined) network.addPerson({ id: "x", company });
  network.addTie({ from: "s", to: "o", evidence: { closeness: 0.8 } });
  network.addTie({ from: "o", to: "x", evidence: { closeness }, visibility: "masked" });
  network.addTie({ from: "x", to: "t", owner: "x", evidence: { closeness: 0.7 } });
  network.addTie({ from: "s", to: "y", evidence: { closeness: 0.73 } });
  network.addTie({ from: "y", to: "t", evidence: { closeness: 0.61 } });
  const planner = new IntroductionPlanner({ network });
  return planner.plan({ seeker: "s", target: "t", now, maskKey, inferTies: false });
}

const digits = (x: number): number =>
  String(Math.abs(Number(x.toPrecision(12))))
    .replace(/^0\.0*|\.|-|e.*/g, "")
    .replace(/0+$/, "").length;

it("whatever is computed from a masked tie has as few digits as the tie itself", () => {
  const plan = planWith(0.61234567);
  const hidden = plan.asks.filter(({ reveal }) => reveal !== undefined);
  expect(hidden).toHaveLength(1);
  for (const { legs, probability, cost, price } of hidden) {
    expect(probability).toBeCloseTo(
      legs.reduce((product, { consent }) => product * consent, 1),
      12,
    );
    expect([cost, price].map(digits)).toEqual([1, 1]);
  }
  const { jointProbability, jointInterval, expectedCost, expectedValue } = plan;
  for (const sum of [jointProbability, ...jointInterval, expectedCost, expectedValue])
    expect(digits(sum)).toBeLessThanOrEqual(1);
  expect(plan).not.toHaveProperty("flip");
});

it("a change of a masked tie too small for its digit changes no byte of a plan, and prices rise in the order of asks", () => {
  const plans = [0.6, 0.6003, 0.6007].map((closeness) => planWith(closeness));
  expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(1);
  const prices = plans[0]?.asks.map(({ price }) => price) ?? [];
  expect(prices).toHaveLength(2);
  expect([...prices].sort((a, b) => a - b)).toEqual(prices);
});

it("1.21 that a hidden one works where the buyer does changes no cost and no order", () => {
  const numbers = (company: string) => {
    const { asks, expectedCost } = planWith(0.6, company);
    return { asks: asks.map(({ cost, price }) => [cost, price]), expectedCost };
  };
  expect(numbers("Acme")).toEqual(numbers("Beta"));
});

it("nothing behind a mask is told as certain, and what is unlikely is not told as none", () => {
  expect([1, 0.96, 0.94, 0.5, 0.04, 0.001, 0].map(coarse)).toEqual([0.9, 0.9, 0.9, 0.5, 0.04, 0.001, 0]);
});
