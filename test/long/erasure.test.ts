import { expect, it } from "vitest";
import { checkErasures } from "../support/check-erasures.js";

/** `WARMPATH_LONG_ERASURE=10000` for more. */
const WORLDS = Number(process.env["WARMPATH_LONG_ERASURE"] ?? 300);

it("no letter of an erased one is left anywhere, in many worlds", () => {
  const known = checkErasures(1_000, WORLDS);
  expect(known).toBeGreaterThan(WORLDS / 2);
  expect(known).toBeLessThan(WORLDS);
}, 3_600_000);
