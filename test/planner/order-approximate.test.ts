import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

/** Contacts at the buyer's firm of whom each is known a different while, so that no two of them are of one type. */
function plan(contacts: number, maxStates: number) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  for (let k = 0; k < contacts; k++) {
    const title = ["Intern", "VP Sales", "Purchasing Manager", "COO"][k % 4]!;
    network.addPerson({ id: `c${k}`, name: `Contact ${k}`, company: "Acme", title });
    const connectedOn = `20${String(10 + k).slice(-2)}-03-01`;
    network.addTie({ from: "me", to: `c${k}`, evidence: { connectedOn, closeness: 0.3 + k / 40 } });
  }
  const planner = new IntroductionPlanner({ network, settings: { search: { maxStates } } });
  const target = { name: "Bob Smith", company: "Acme", title: "VP Operations" };
  return planner.plan({ seeker: "me", target, headcount: 500, k: contacts, value: 200, now: "2026-11-23" });
}

describe("a plan whose order of asks is not proved to be the best", () => {
  it("says so, and how much better any order can be at most", () => {
    const best = plan(10, 200_000);
    expect(best.method).toBe("exact");
    expect(best.issues.map(({ code }) => code)).not.toContain("ORDER_APPROXIMATE");
    const near = plan(10, 1);
    expect(near.method).toBe("approximate");
    const said = near.issues.find(({ code }) => code === "ORDER_APPROXIMATE")!.message;
    const [, most] = /can be better by more than (?:under )?([\d.]+)%\.$/.exec(said)!;
    expect(best.expectedValue * (1 - Number(most) / 100)).toBeLessThanOrEqual(near.expectedValue);
    expect(Number(most)).toBeLessThanOrEqual(1);
  });
});
