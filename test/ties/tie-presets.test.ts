import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import type { TieEvidence } from "../../src/people/index.js";
import { colleagueTie, consent, tieStrength } from "../../src/ties/index.js";

const now = "2026-11-23";
const model = { preset: "0.1" } as const;
const strengthOf = (evidence: TieEvidence): number => tieStrength(evidence, { now, model }).strength;

describe("the preset 0.1", () => {
  it("gives a guess what 0.1 gave it, and ten of them the joint chance that shares one view of strangers", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
    for (let k = 0; k < 10; k++) {
      network.addPerson({ id: `c${k}`, name: `Contact ${k}`, company: "Acme" });
      network.addTie({ from: "me", to: `c${k}`, evidence: { connectedOn: "2021-03-01" } });
    }
    const planner = new IntroductionPlanner({ network, settings: { ties: model } });
    const target = { name: "Bob Smith", company: "Acme" };
    const plan = planner.plan({ seeker: "me", target, headcount: 5_000, k: 10, now });
    expect(plan.paths[0]!.probability).toBeCloseTo(0.0241, 4);
    expect(plan.jointProbability).toBeCloseTo(0.081, 3);
  });

  it("has its numbers of strength, consent and colleagues, and reads nothing that 0.1 did not read", () => {
    const days = ["2026-10-01", "2026-10-09", "2026-11-01"];
    const messages = days.map((at, k) => ({
      at,
      direction: k === 0 ? ("in" as const) : ("out" as const),
      kind: "message" as const,
    }));
    // Printed by commit 2be9220.
    expect(strengthOf({ interactions: messages, closeness: 0.6 })).toBeCloseTo(STRENGTH, 12);
    expect(consent({ strength: 0.4, role: "first" }, { model }).probability).toBeCloseTo(CONSENT, 12);
    expect(colleagueTie({ headcount: 500, sameFunction: true, sameRank: true }, { model })).toBeCloseTo(
      COLLEAGUE,
      12,
    );
    const plain = strengthOf({ interactions: messages });
    const vouches = [
      { kind: "recommendation", direction: "in", at: "2022-05-06" },
      { kind: "endorsement", direction: "in", count: 3 },
      { kind: "invitation-note", direction: "in" },
    ] as const;
    expect(strengthOf({ interactions: messages, vouches })).toBeCloseTo(plain, 12);
    expect(strengthOf({ interactions: messages, contexts: ["worked-together"] })).toBeCloseTo(plain, 12);
  });
});

const STRENGTH = 0.27158168383940345;
const CONSENT = 0.40115120876685295;
const COLLEAGUE = 0.18225505586015434;
