import { expect, it, vi } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { PlannerState } from "../../src/planner/planner-state.js";

const NOW = "2026-11-22";

it("takes a plan's flip and interval from the one before until a number of it is another, each answer the caller's own", () => {
  const network = new Network();
  for (const id of ["me", "ann", "ben", "cho", "bob"]) network.addPerson({ id, name: `Name ${id}` });
  const tie = (from: string, to: string, closeness: number) =>
    network.addTie({ from, to, evidence: { closeness } });
  for (const [id, closeness] of [
    ["ann", 0.8],
    ["ben", 0.7],
    ["cho", 0.4],
  ] as const)
    for (const other of ["me", "bob"]) tie(other, id, closeness);
  let worked = 0;
  const { pure } = PlannerState.prototype;
  vi.spyOn(PlannerState.prototype, "pure").mockImplementation(function <T>(
    this: PlannerState,
    given: readonly unknown[],
    find: () => T,
  ): T {
    return pure.call(this, given, () => {
      if (given[0] !== "worked") worked++;
      return find();
    }) as T;
  });
  const planner = new IntroductionPlanner({ network });
  const plan = () => planner.plan({ seeker: "me", target: "bob", now: NOW });
  const first = plan();
  expect(first.flip).toBeDefined();
  const asText = JSON.stringify(first);
  Object.assign(first.flip as object, { to: 7 });
  Object.assign(first.jointInterval, [7, 7]);
  const favor = (id: string, giver: string, receiver: string) =>
    planner.record({ id, type: "favor.given", at: NOW, giver, receiver, kind: "introduction" });
  favor("e1", "x", "y");
  expect(JSON.stringify(plan())).toBe(asText);
  expect(worked).toBe(1);
  network.addPerson({ id: "new", name: "New Person" });
  expect(JSON.stringify(plan())).toBe(asText);
  expect(worked).toBe(1);
  favor("e2", "ben", "me");
  const owing = plan();
  expect(worked).toBe(2);
  const anew = new IntroductionPlanner({ network, journal: planner.journal });
  expect(JSON.stringify(owing)).toBe(JSON.stringify(anew.plan({ seeker: "me", target: "bob", now: NOW })));
  vi.restoreAllMocks();
});
