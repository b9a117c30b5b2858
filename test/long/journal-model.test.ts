import fc from "fast-check";
import { describe, it } from "vitest";
import { commands, setup } from "../support/journal-model.js";

describe("journal, ledger and tracking, at length", () => {
  it("do what a small model does, command by command", () => {
    fc.assert(
      fc.property(commands(120), (cmds) => {
        fc.modelRun(setup, cmds);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 1000) },
    );
  }, 3_600_000);
});
