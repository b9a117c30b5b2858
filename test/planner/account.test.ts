import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointSuccess } from "../../src/ask-order/index.js";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { codeOf } from "../support/journal-codes.js";

const now = "2026-11-28";

function world(): { network: Network; planner: IntroductionPlanner } {
  const network = new Network();
  for (const [id, name, company, title] of [
    ["me", "Ada Park", "Northwind", "Founder"],
    ["ann", "Ann Lee", "Acme GmbH", "Engineer"],
    ["cho", "Cho Min", "Halden", "Partner"],
    ["vp", "Vera Poe", "Acme", "VP Operations"],
    ["cfo", "Carl Fox", "Acme Inc.", "Chief Financial Officer"],
    ["ex", "Eva Xu", "Elsewhere", "Consultant"],
  ] as const)
    network.addPerson({
      id,
      name,
      company,
      title,
      ...(id === "vp" ? { emails: ["vera@acme.example"] } : {}),
    });
  network.addPerson({
    id: "ex",
    name: "Eva Xu",
    spells: [{ kind: "work", organization: "Acme", past: true }],
  });
  for (const [from, to, closeness] of [
    ["me", "ann", 0.8],
    ["me", "cho", 0.5],
    ["me", "ex", 0.4],
    ["cho", "vp", 0.6],
    ["cho", "cfo", 0.6],
    ["ann", "vp", 0.3],
  ] as const)
    network.addTie({ from, to, evidence: { closeness }, owner: "me" });
  return { network, planner: new IntroductionPlanner({ network }) };
}

describe("planner.account", () => {
  it("tells who is known at a company, whatever its form, and who of one's contacts is or was inside", () => {
    const { planner } = world();
    for (const company of ["Acme", "ACME GmbH", "acme inc"]) {
      const plan = planner.account({ seeker: "me", company, now });
      expect(plan.people.map(({ person }) => person).sort()).toEqual(["ann", "cfo", "vp"]);
      expect(
        plan.people.every(({ probability, path }) =>
          path === undefined ? probability === 0 : probability > 0,
        ),
      ).toBe(true);
      expect(plan.insiders.map(({ person, former }) => [person, former])).toEqual([
        ["ann", false],
        ["ex", true],
      ]);
      expect(plan.insiders[0]?.mayKnow).toEqual(expect.arrayContaining(["vp", "cfo"]));
      expect(plan.refusal).toBeUndefined();
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
    expect(
      planner.account({ seeker: "me", company: "acme.example", now }).people.map(({ person }) => person),
    ).toEqual(["vp"]);
  });

  it("plans for any of several roles, asking a connector who leads to two of them once", () => {
    const { planner } = world();
    const plan = planner.account({
      seeker: "me",
      company: "Acme",
      roles: ["VP Operations", "Chief Financial Officer"],
      now,
    });
    expect(plan.people.map(({ person }) => person).sort()).toEqual(["cfo", "vp"]);
    const connectors = plan.asks.map(({ connector }) => connector);
    expect(new Set(connectors).size).toBe(connectors.length);
    expect(connectors).toContain("cho");
    const alone = ["vp", "cfo"].map((target) => planner.plan({ seeker: "me", target, now }).jointProbability);
    expect(plan.jointProbability).toBeGreaterThanOrEqual(Math.max(...alone) - 1e-9);
    expect(plan.jointProbability).toBeLessThan(1 - alone.reduce((left, p) => left * (1 - p), 1));
  });

  it("seeks a role that nobody known holds through those who may know its holder", () => {
    const { planner } = world();
    const plan = planner.account({ seeker: "me", company: "Acme", roles: ["Head of Procurement"], now });
    expect(plan.people).toHaveLength(1);
    expect(plan.people[0]).toMatchObject({
      role: "Head of Procurement",
      company: expect.stringMatching(/Acme/),
    });
    expect(plan.people[0]?.person).toBeUndefined();
    expect(plan.asks[0]?.buyer).toMatchObject({ title: "Head of Procurement" });
  });

  it("says what was looked at, and why there is nobody", () => {
    const { planner } = world();
    const plan = planner.account({ seeker: "me", company: "Nowhere", now });
    expect(plan).toMatchObject({
      people: [],
      insiders: [],
      asks: [],
      jointProbability: 0,
      refusal: { code: "no-path" },
    });
    expect([...plan.checked, ...plan.notChecked].sort()).toEqual(
      [
        ...planner.plan({ seeker: "me", target: "vp", now }).checked,
        ...planner.plan({ seeker: "me", target: "vp", now }).notChecked,
      ].sort(),
    );
    expect(plan.notChecked).toContain("messages");
  });

  it("shows nobody whom the seeker may not see", () => {
    const { network } = world();
    network.addPerson({ id: "secret", name: "Sam Quiet", company: "Acme", title: "CEO" });
    network.addTie({
      from: "cho",
      to: "secret",
      evidence: { closeness: 0.9 },
      owner: "cho",
      visibility: "private",
    });
    const plan = new IntroductionPlanner({ network }).account({ seeker: "me", company: "Acme", now });
    expect(JSON.stringify(plan)).not.toContain("secret");
  });

  it("refuses no company, no list of roles, unknown keys and unknown seekers", () => {
    const { planner } = world();
    for (const [bad, code] of [
      [{ company: " " }, "INVALID_ARGUMENT"],
      [{ company: 7 }, "INVALID_ARGUMENT"],
      [{ roles: "CEO" }, "INVALID_ARGUMENT"],
      [{ rolls: [] }, "INVALID_ARGUMENT"],
      [{ k: 0 }, "INVALID_ARGUMENT"],
      [{ seeker: "nobody" }, "UNKNOWN_PERSON"],
    ] as const)
      expect(codeOf(() => planner.account({ seeker: "me", company: "Acme", now, ...bad } as never))).toBe(
        code,
      );
  });

  it("counts a consent that serves several people once: the joint chance of both by hand", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (closeness) => {
        const network = new Network();
        for (const id of ["me", "cho"]) network.addPerson({ id, name: id });
        for (const id of ["x", "y"]) network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
        network.addTie({ from: "me", to: "cho", evidence: { closeness } });
        for (const id of ["x", "y"]) network.addTie({ from: "cho", to: id, evidence: { closeness: 0.5 } });
        const plan = new IntroductionPlanner({ network }).account({ seeker: "me", company: "Acme", now });
        const [x, y] = plan.people.map(({ path }) => path?.legs);
        const asks = [
          { id: "cho", probability: x?.[0]?.consent as number, cost: 0 },
          { id: "x", probability: x?.[1]?.consent as number, cost: 0 },
          { id: "y", probability: y?.[1]?.consent as number, cost: 0 },
        ];
        const routes = [
          ["cho", "x"],
          ["cho", "y"],
        ];
        expect(plan.jointProbability).toBeCloseTo(jointSuccess({ asks, routes }), 9);
      }),
      { numRuns: 20 },
    );
  });
});
