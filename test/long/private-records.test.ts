import { expect, it } from "vitest";
import { compareWithoutPrivate } from "../support/private-records.js";

/** `WARMPATH_LONG_PRIVATE=10000` for the whole run. */
const WORLDS = Number(process.env["WARMPATH_LONG_PRIVATE"] ?? 1_000);

it("an owner's private records change no byte of what anybody else is told, in many worlds", () => {
  const { results, differences } = compareWithoutPrivate(7, WORLDS);
  expect(differences).toEqual([]);
  expect(results).toBe(4 * WORLDS);
}, 7_200_000);
