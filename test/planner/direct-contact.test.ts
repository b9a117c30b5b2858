import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import type { TieEvidence } from "../../src/people/index.js";

const NOW = "2026-11-23";
const sent = (at: string) => ({ at, direction: "out", kind: "message" }) as const;

/** The chance of a way to Bob over whoever knows him by this evidence: the seeker, or Ann, whom the seeker knows well. */
function chanceOf(evidence: TieEvidence, by: "me" | "ann", title?: string): number {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park" });
  network.addPerson({ id: "ann", name: "Ann Reed" });
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme", ...(title && { title }) });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.9 } });
  network.addTie({ from: by, to: "bob", evidence });
  const { paths } = new IntroductionPlanner({ network }).plan({ seeker: "me", target: "bob", now: NOW });
  return paths[0]?.legs.at(-1)?.consent as number;
}

const CLOSER: readonly TieEvidence[] = [
  {
    connectedOn: "2023-03-12",
    interactions: ["01", "02", "03", "04", "05"].map((day) => sent(`2026-10-${day}`)),
  },
  { connectedOn: "2023-03-12" },
  { connectedOn: "2023-03-12", closeness: 0.9 },
  { closeness: 0.9, interactions: [{ at: "2026-11-01", direction: "both", kind: "meeting" }] },
];

describe("a buyer whom a seeker knows", () => {
  it("is asked with odds that follow the tie: nobody introduces, so that no introduced request stands behind them", () => {
    const chances = CLOSER.map((evidence) => chanceOf(evidence, "me"));
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(chances[1]).toBeLessThan(0.15);
    expect(chances[3]).toBeGreaterThan(1.5 * (chances[1] as number));
  });

  it("answers no less than a stranger does to an InMail, and where somebody introduces no less than one in four", () => {
    for (const evidence of CLOSER) {
      expect(chanceOf(evidence, "me")).toBeGreaterThanOrEqual(0.1);
      expect(chanceOf(evidence, "ann")).toBeGreaterThanOrEqual(0.25);
      expect(chanceOf(evidence, "me", "CEO")).toBeLessThanOrEqual(chanceOf(evidence, "me"));
    }
  });
});
