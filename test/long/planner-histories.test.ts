import { expect, it } from "vitest";
import { checkHistories } from "../support/planner-histories.js";

/** `WARMPATH_LONG_HISTORIES=10000` for the whole run. */
const HISTORIES = Number(process.env["WARMPATH_LONG_HISTORIES"] ?? 1_000);

it("nobody is asked past a limit, and plans follow from the records alone, over many histories", () => {
  const { plans, asks, faults } = checkHistories(1_000, HISTORIES);
  expect(faults).toEqual([]);
  expect(plans).toBe(5 * HISTORIES);
  expect(asks).toBeGreaterThan(HISTORIES);
}, 7_200_000);
