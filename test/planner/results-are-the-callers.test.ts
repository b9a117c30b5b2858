import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

const NOW = "2026-11-22";

/** Writes over everything that a result holds. */
function spoilt(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  for (const [key, part] of Object.entries(value)) {
    spoilt(part, seen);
    try {
      (value as Record<string, unknown>)[key] = "spoilt";
    } catch {
      // What is frozen stays as it is.
    }
  }
  if (Array.isArray(value)) value.push("spoilt");
}

it("what a caller does to one result shows in no later one", () => {
  const network = new Network();
  const ids = Array.from({ length: 20 }, (_, i) => `p${i}`);
  for (const [i, id] of ids.entries())
    network.import({
      people: [{ id, name: `Person Number${i}`, company: i % 3 === 0 ? "Acme" : "Beta" }],
      ties: [],
      owner: `p${i % 4}`,
    });
  for (const [i, from] of ids.entries())
    for (const step of [1, 2, 7])
      network.addTie({ from, to: ids[(i + step) % 20] as string, evidence: { closeness: 0.5 } });
  const planner = new IntroductionPlanner({ network });
  planner.record({
    id: "r",
    type: "favor.given",
    at: "2026-11-01",
    giver: "p1",
    receiver: "p0",
    kind: "article",
  });
  const asking = { seeker: "p0", now: NOW };
  const calls = [
    () => planner.plan({ ...asking, target: "p12", k: 5 }),
    () => planner.plan({ ...asking, target: { name: "Zoe Quill", company: "Acme", isNew: true } }),
    () => planner.account({ ...asking, company: "Acme" }),
    () => planner.campaign({ ...asking, targets: ["p12", "p13", "p17"] }),
    () => planner.reach({ ...asking, targets: ["p12", "p13"] }),
    () => planner.standing({ ...asking, counterpart: "p1" }),
    () => planner.next(asking),
  ];
  const told = () => calls.map((call) => JSON.stringify(call()));
  const before = told();
  for (const call of calls) spoilt(call());
  expect(told()).toEqual(before);
});
