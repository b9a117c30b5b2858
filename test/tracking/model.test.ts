import fc from "fast-check";
import { describe, it } from "vitest";
import { commands, setup } from "../support/journal-model.js";
import { runs } from "../support/journal-runs.js";

describe("journal, ledger and tracking", () => {
  it("do what a small model does, command by command", () => {
    fc.assert(
      fc.property(commands(40), (cmds) => {
        fc.modelRun(setup, cmds);
      }),
      { numRuns: runs(15) },
    );
  });
});
