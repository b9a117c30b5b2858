import { expect, it } from "vitest";
import type { PlannerEvent } from "../../src/index.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

it.each<[string, Partial<PlannerEvent>]>([
  ["who does not know the target", { type: "ask.declined", answer: "not-tied" }],
  ["of whom a request was taken back", { type: "ask.withdrawn" }],
])("somebody %s can be asked otherwise on the same day, and again", (_, answer) => {
  const { planner, network } = practiceWorld();
  network.addTie({ from: "ann", to: "cho", evidence: { closeness: 0.9 } });
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    const ask = [...planForBob(planner).asks, ...planForBob(planner).waiting].find(
      ({ connector }) => connector === "ann",
    );
    expect(ask).toBeDefined();
    planner.record({ id: `s${i}`, type: "ask.sent", at: MONDAY, ask: ask as never });
    planner.record({ id: `a${i}`, at: MONDAY, ask: ask?.id as string, ...answer } as PlannerEvent);
    ids.push(ask?.id as string);
  }
  expect(new Set(ids).size).toBe(3);
});
