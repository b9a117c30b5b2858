import { describe, expect, it } from "vitest";
import { beatsDirect, planAsks } from "../../src/planning/index.js";
import { guess, leg, path } from "../support/planning-paths.js";

const base = { target: "bob", day: "2026-03-02" };
const ways = () => [
  path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
  path(leg("me", "cai", 0.5), guess("cai", "bob", { odds: 0.02, consentIfTied: 0.3 })),
  path(leg("me", "dov", 0.3), leg("dov", "bob", 0.4)),
];

describe("asks and the direct way", () => {
  it("compares what each is worth after its cost; without a value the probabilities", () => {
    expect(beatsDirect({ probability: 0.12, cost: 0.5 }, 0.1, undefined)).toBe(true);
    expect(beatsDirect({ probability: 0.1, cost: 0 }, 0.1, undefined)).toBe(false);
    expect(beatsDirect({ probability: 0.12, cost: 0.5 }, 0.1, 20)).toBe(false);
    expect(beatsDirect({ probability: 0.12, cost: 0.5 }, 0.1, 30)).toBe(true);
  });

  it("puts asks that are worth less after the others, keeps them all and every number of the plan", () => {
    const without = planAsks({ ...base, paths: ways() });
    const plan = planAsks({ ...base, paths: ways(), direct: 0.15 });
    expect(plan.asks.map((ask) => [ask.connector, ask.beatsDirect])).toEqual([
      ["ann", true],
      ["dov", false],
      ["cai", false],
    ]);
    const { asks: _, ...numbers } = plan;
    const { asks: __, ...same } = without;
    expect(numbers).toEqual(same);
    expect(without.asks.every((ask) => !("beatsDirect" in ask))).toBe(true);
  });

  it("never empties the plan, and the next leg is the first of the asks", () => {
    const plan = planAsks({ ...base, paths: ways(), direct: 0.9 });
    expect(plan.asks).toHaveLength(3);
    expect(plan.asks.every(({ beatsDirect }) => beatsDirect === false)).toBe(true);
    // The dearer but likelier ask alone beats the direct way: it goes first.
    const dear = [
      path(leg("me", "ann", 0.2), leg("ann", "bob", 0.4)),
      path(leg("me", "dov", 0.8), leg("dov", "bob", 0.4)),
    ];
    const costs = {
      priceOf: ({ asked, size }: { asked: string; size: number }) => (asked === "dov" ? 9 : size),
    };
    expect(planAsks({ ...base, paths: dear, costs }).asks[0]!.connector).toBe("ann");
    const turned = planAsks({ ...base, paths: dear, costs, direct: 0.2 });
    expect(turned.asks.map(({ connector }) => connector)).toEqual(["dov", "ann"]);
    expect(turned.nextLeg).toEqual({ asker: "me", asked: "dov" });
  });
});

describe("a pending ask", () => {
  const pending = (chance?: number) =>
    planAsks({
      ...base,
      paths: ways(),
      answers: [
        { asker: "me", asked: "ann", answer: "pending", ...(chance === undefined ? {} : { chance }) },
      ],
    });

  it("counts with the chance that silence has left, and is not asked again", () => {
    const before = planAsks({ ...base, paths: ways() });
    const sent = pending();
    expect(sent.jointProbability).toBe(before.jointProbability);
    expect(sent.asks.map(({ connector }) => connector)).toEqual(["dov", "cai"]);
    const chances = [0.6, 0.4, 0.1, 0].map((chance) => pending(chance).jointProbability);
    expect(chances[0]).toBe(before.jointProbability);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    expect(chances[3]).toBeCloseTo(planAsks({ ...base, paths: ways().slice(1) }).jointProbability, 2);
    expect(pending(0.4).jointProbability).toBeCloseTo(
      planAsks({ ...base, paths: [path(leg("me", "ann", 0.4), leg("ann", "bob", 0.45)), ...ways().slice(1)] })
        .jointProbability,
      12,
    );
  });

  it("of the target counts the same way", () => {
    const direct = [path(leg("me", "bob", 0.3)), ...ways()];
    const before = planAsks({ ...base, paths: direct });
    const at = (chance: number) =>
      planAsks({
        ...base,
        paths: direct,
        answers: [{ asker: "me", asked: "bob", answer: "pending", chance }],
      });
    expect(at(0.3).jointProbability).toBeCloseTo(before.jointProbability, 12);
    expect(at(0.1).jointProbability).toBeLessThan(before.jointProbability);
    expect(at(0.1).jointProbability).toBeGreaterThan(planAsks({ ...base, paths: ways() }).jointProbability);
  });
});
