import { describe, expect, it } from "vitest";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

/** Ada's world, and Rae, a colleague who knows Ann and Eve. */
function team() {
  const { planner, network } = practiceWorld();
  network.addPerson({ id: "rae", name: "Rae Two", company: "Northwind" });
  network.addPerson({ id: "zed", name: "Zed Zorn", company: "Zeta" });
  for (const to of ["ann", "eve"]) network.addTie({ from: "rae", to, evidence: { closeness: 0.9 } });
  for (const to of ["bob", "zed"])
    network.addTie({ from: "eve", to, owner: "eve", evidence: { closeness: 0.9 } });
  network.addTie({ from: "ann", to: "zed", owner: "ann", evidence: { closeness: 0.9 } });
  const sent = (id: string, target: string, connector: string, at: string): string => {
    const plan = planner.plan({ seeker: "rae", target, now: at });
    const ask = [...plan.asks, ...plan.waiting].find((one) => one.connector === connector);
    planner.record({ id, type: "ask.sent", at, ask });
    return ask?.id ?? "";
  };
  const issues = (now = MONDAY) =>
    planForBob(planner, { now })
      .issues.filter(({ code }) => code.startsWith("COLLEAGUE"))
      .map(({ code, severity, details }) => ({ code, severity, details }));
  return { planner, sent, issues };
}

describe("a colleague's request", () => {
  it("about the same target is told of, with its id, while it is open or fresh", () => {
    const { sent, issues } = team();
    expect(issues()).toEqual([]);
    const ask = sent("s", "bob", "eve", "2026-11-20");
    const told = { code: "COLLEAGUE_ASKED_ABOUT_TARGET", severity: "warning", details: { asks: [ask] } };
    expect(issues()).toEqual([told]);
    expect(issues("2027-06-01")).toEqual([]);
  });

  it("to the same connector about somebody else is told of, with whom it went to", () => {
    const { sent, issues, planner } = team();
    const ask = sent("s", "zed", "ann", "2026-11-20");
    expect(issues()).toEqual([
      {
        code: "COLLEAGUE_ASKED_CONNECTOR",
        severity: "warning",
        details: { asks: [ask], connectors: ["ann"] },
      },
    ]);
    planner.record({ id: "n", type: "ask.withdrawn", at: "2026-11-21", ask });
    expect(issues()).toHaveLength(1);
    expect(issues("2027-06-01")).toEqual([]);
  });

  it("is no news to a plan that the two share, and one's own are none", () => {
    const { sent, planner } = team();
    sent("s", "zed", "ann", "2026-11-20");
    const shared = planner.plan({ seeker: ["me", "rae"], target: "bob", now: MONDAY });
    expect(shared.issues.map(({ code }) => code).filter((code) => code.startsWith("COLLEAGUE"))).toEqual([]);
  });
});
