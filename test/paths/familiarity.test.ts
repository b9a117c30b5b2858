import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { familiarityOf } from "../../src/paths/index.js";
import type { TieEvidence } from "../../src/people/index.js";

describe("somebody they know, or know of (4.2)", () => {
  it("is told of each leg, and weighs in this order", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
    network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme", title: "Plant Manager" });
    for (const id of ["met", "linked", "colleague"]) {
      network.addPerson({ id, name: `${id} Reed`, company: id === "colleague" ? "Acme" : "Delta" });
      network.addTie({ from: "me", to: id, evidence: { closeness: 0.6 } });
    }
    const met = ["2026-11-02", "2026-10-01", "2026-09-01", "2026-08-03"].map(
      (at) => ({ at, direction: "both", kind: "meeting" }) as const,
    );
    const connectedOn = "2024-01-05";
    network.addTie({
      from: "met",
      to: "bob",
      owner: "met",
      evidence: { connectedOn, closeness: 0.9, interactions: met },
    });
    network.addTie({ from: "linked", to: "bob", owner: "linked", evidence: { connectedOn } });
    const planner = new IntroductionPlanner({ network });
    const plan = planner.plan({ seeker: "me", target: "bob", headcount: 2000, now: "2026-11-23" });
    const lasts = ["met", "linked", "colleague"].map(
      (id) => plan.paths.find(({ people }) => people[1] === id && people.length === 3)?.legs[1],
    );
    expect(lasts.map((leg) => leg && familiarityOf(leg))).toEqual(["knows", "knows-of", "not-seen"]);
    const consents = lasts.map((leg) => leg?.consent ?? 0);
    expect(consents).toEqual([...consents].sort((a, b) => b - a));
    expect(new Set(consents).size, consents.join()).toBe(3);
    const notes = ["met", "linked", "colleague"].map(
      (id) => planner.draft([...plan.asks, ...plan.waiting].find(({ connector }) => connector === id)).note,
    );
    expect(new Set(notes.map((note) => note.replace(/\w+ Reed|\w+,/g, ""))).size).toBe(3);
  });

  it("is no stranger to whom something but contact makes one known, as drafts and reasons say", () => {
    const of = (evidence: TieEvidence) => familiarityOf({ inferred: false, evidence });
    for (const contexts of [["team"], ["work:own-team"], ["former-colleague"], ["family"], ["customer"]])
      expect(of({ contexts }), contexts[0]).toBe("knows");
    expect(of({ vouches: [{ kind: "recommendation", direction: "in" }] })).toBe("knows");
    expect(of({ contexts: ["work:acme"], connectedOn: "2020-01-01" })).toBe("knows-of");
  });

  it("takes what was sent and never answered, or by a machine, for no acquaintance", () => {
    const leg = (direction: "in" | "out", automatic?: true) => ({
      inferred: false,
      evidence: {
        interactions: [
          { at: "2026-01-01", direction, kind: "message" as const, ...(automatic && { automatic }) },
        ],
      },
    });
    expect(familiarityOf(leg("out"))).toBe("knows-of");
    expect(familiarityOf(leg("in", true))).toBe("knows-of");
    expect(familiarityOf(leg("in"))).toBe("knows");
  });
});
