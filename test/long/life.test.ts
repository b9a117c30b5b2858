import { expect, it } from "vitest";
import { live } from "../support/life/live.js";

/** `WARMPATH_LONG_LIVES=1000` for more. */
const LIVES = Number(process.env["WARMPATH_LONG_LIVES"] ?? 200);
const DAYS = 10;

it("all that is told of made-up teams keeps the rules of texts, of who may be named and of who may be asked, over many lives", () => {
  const faults: string[] = [];
  let asks = 0;
  let saved = 0;
  for (let seed = 1; seed <= LIVES; seed++) {
    const lived = live(seed, DAYS);
    faults.push(...lived.faults);
    asks += lived.asks;
    saved += lived.saved;
  }
  expect(faults).toEqual([]);
  expect(asks).toBeGreaterThan(LIVES);
  expect(saved).toBeGreaterThan(LIVES);
}, 7_200_000);
