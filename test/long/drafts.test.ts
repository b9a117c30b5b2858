import fc from "fast-check";
import { expect, it } from "vitest";
import { draftAsk } from "warmpath/drafts";
import { askArb } from "../support/drafts-input.js";
import { KINDS } from "../support/drafts-kinds.js";

it("40,000 asks and 2,000 of every kind pass their own lint without errors", () => {
  const clean = (message: { lint: readonly { level: string }[] }): void => {
    expect(message.lint.filter((one) => one.level === "error")).toEqual([]);
  };
  fc.assert(
    fc.property(askArb(), (ask) => {
      clean(draftAsk(ask));
    }),
    { numRuns: 40_000 },
  );
  for (const draft of Object.values(KINDS))
    fc.assert(
      fc.property(askArb(), (ask) => {
        clean(draft(ask));
      }),
      { numRuns: 2000 },
    );
}, 1_200_000);
