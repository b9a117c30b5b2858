import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

const now = "2026-11-23";
function planner(askKey?: string): IntroductionPlanner {
  const network = new Network();
  for (const id of ["me", "ann", "bob"]) network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.8 } });
  network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.8 } });
  return new IntroductionPlanner({ network, ...(askKey === undefined ? {} : { askKey }) });
}
const idsOf = (one: IntroductionPlanner): string[] => [
  ...one.plan({ seeker: "me", target: "bob", now }).asks.map(({ id }) => id),
  ...one.account({ seeker: "me", company: "Acme", roles: ["CFO"], now }).asks.map(({ id }) => id),
  ...one.campaign({ seeker: "me", targets: ["bob"], now }).asks.map(({ ask }) => ask.id),
];

describe("a planner with a secret for the ids of asks", () => {
  it("keys every id by it: the same each time, another with another secret or none", () => {
    const [one, again, other, plain] = [
      "secret-of-ours-01",
      "secret-of-ours-01",
      "secret-of-ours-02",
      undefined,
    ].map((key) => idsOf(planner(key)));
    expect(again).toEqual(one);
    expect(one?.length).toBeGreaterThan(2);
    for (const id of one ?? []) {
      expect(other).not.toContain(id);
      expect(plain).not.toContain(id);
      expect(id).toMatch(/^ask_[0-9a-f]{16}$/);
    }
  });

  it("never saves it, and takes it again with the snapshot", () => {
    const one = planner("secret-of-ours-01");
    const saved = JSON.stringify(one);
    expect(saved).not.toContain("secret-of-ours");
    const restored = IntroductionPlanner.fromJSON(JSON.parse(saved), { askKey: "secret-of-ours-01" });
    expect(idsOf(restored)).toEqual(idsOf(one));
  });

  it("refuses a short one", () => {
    for (const bad of ["short", 5, null] as unknown[])
      expect(() => planner(bad as string)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});

it("a campaign takes buyers by their words alone, at the assumed value", () => {
  const [bare, valued] = [["bob"], [{ target: "bob", value: 100 }]].map((targets) =>
    planner().campaign({ seeker: "me", targets, now }),
  );
  expect(bare).toEqual(valued);
});
