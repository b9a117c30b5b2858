/**
 * `npm test` draws an eighth of the cases that a property names, 15 at least and where it names none: the suite is to stay under three minutes.
 * `npm run test:long`, which does without this file, draws them all; the mutation run (`QUICK`), which repeats each test a thousand
 * times, a 25th, 10 at least.
 */
import type * as FastCheck from "fast-check";
import { vi } from "vitest";

vi.mock("fast-check", async (importOriginal) => {
  const real = await importOriginal<typeof FastCheck>();
  const assert = (property: never, given?: FastCheck.Parameters<unknown>): unknown =>
    real.assert(property, { ...given, numRuns: fewer(given?.numRuns) });
  return { ...real, assert, default: { ...real.default, assert } };
});

function fewer(runs = 100): number {
  const [least, share] = process.env["QUICK"] === undefined ? [15, 8] : [10, 25];
  return Math.min(runs, Math.max(least, Math.ceil(runs / share)));
}
