/**
 * `npm test` draws a fifth of the cases that a property names, 30 at least and where it names none: the suite is to stay under three minutes.
 * `npm run test:long`, which does without this file, draws them all.
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
  return Math.min(runs, Math.max(30, Math.ceil(runs / 5)));
}
