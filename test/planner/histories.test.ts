import { expect, it } from "vitest";
import { checkHistories } from "../support/planner-histories.js";

it("nobody is asked past a limit, and plans follow from the records alone, over histories of plan, ask, answer, save and load", () => {
  const { plans, asks, faults } = checkHistories(0, 8);
  expect(faults).toEqual([]);
  expect(plans).toBe(40);
  expect(asks).toBeGreaterThan(10);
});
