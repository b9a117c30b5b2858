import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LegAnswer, planAsks, whatWouldFlip } from "../../src/planning/index.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const base = { target: "bob", day: "2026-03-02" };
const paths = [
  path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
  path(leg("me", "cai", 0.5), leg("cai", "dov", 0.4), leg("dov", "bob", 0.3)),
  path(leg("me", "eva", 0.4), leg("eva", "bob", 0.1, 0.3)),
];
const answer = (asker: string, asked: string, value: LegAnswer["answer"]): LegAnswer => ({
  asker,
  asked,
  answer: value,
});
const planAfter = (...answers: LegAnswer[]) => planAsks({ ...base, paths, answers });

describe("planAsks after answers", () => {
  it("turns to the next connector after a no, after silence, and where the connector does not know the target", () => {
    const plan = planAfter();
    expect(plan.nextLeg).toEqual({ asker: "me", asked: "ann" });
    const rest = plan.asks.slice(1).map((ask) => ask.connector);
    for (const value of ["no", "silent", "not-tied"] as const) {
      expect(planAfter(answer("me", "ann", value)).nextLeg).toEqual({ asker: "me", asked: rest[0] });
    }
    const untied = planAfter(answer("me", "ann", "yes"), answer("ann", "bob", "not-tied"));
    expect(untied.nextLeg).toEqual({ asker: "me", asked: rest[0] });
  });

  it("leaves the move to those who carry on, and ends at the target's own no", () => {
    expect(planAfter(answer("me", "ann", "yes")).nextLeg).toEqual({ asker: "ann", asked: "bob" });
    expect(planAfter(answer("me", "ann", "no"), answer("me", "cai", "yes")).nextLeg).toEqual({
      asker: "cai",
      asked: "dov",
    });
    expect(planAfter(answer("me", "ann", "yes"), answer("ann", "bob", "no")).nextLeg).toBeUndefined();
  });

  it("names the day on which somebody can be asked later, but not one who declined", () => {
    const later = { gate: "open" as const, unmet: ["cooldown"], readyAt: "2026-04-01" };
    const readiness = new Map(["ann", "cai", "eva"].map((connector) => [connector, later]));
    const plan = (...answers: LegAnswer[]) => planAsks({ ...base, paths, readiness, answers });
    expect(plan().nextLeg).toBeUndefined();
    expect(plan().waiting[0]?.readiness.readyAt).toBe("2026-04-01");
    expect(plan(answer("me", "ann", "no")).waiting.map((ask) => ask.connector)).not.toContain("ann");
    // One who agreed carries on whatever their cooldown says.
    expect(plan(answer("me", "ann", "yes")).nextLeg).toEqual({ asker: "ann", asked: "bob" });
  });

  it("takes a connector's no to one seeker as a no to the team", () => {
    const team = [...paths, path(leg("you", "ann", 0.9), leg("ann", "bob", 0.45))];
    const plan = planAsks({ ...base, paths: team });
    expect(plan.asks.filter((ask) => ask.connector === "ann")).toHaveLength(1);
    const askedAfter = (value: LegAnswer["answer"]) =>
      planAsks({ ...base, paths: team, answers: [answer("you", "ann", value)] }).asks.map(
        (ask) => ask.connector,
      );
    expect(askedAfter("no")).not.toContain("ann");
    for (const value of ["silent", "not-tied"] as const) expect(askedAfter(value)).toContain("ann");
  });

  it("lets nobody wait for a target who declined", () => {
    const readiness = new Map([["cai", { gate: "closed" as const, unmet: ["deposit"] }]]);
    const plan = (...answers: LegAnswer[]) => planAsks({ ...base, paths, readiness, answers });
    expect(plan().waiting.map((ask) => ask.connector)).toEqual(["cai"]);
    expect(plan(answer("me", "ann", "yes"), answer("ann", "bob", "no")).waiting).toEqual([]);
  });

  it("ignores answers to legs on no route", () => {
    const plan = planAsks({ ...base, paths });
    expect(
      planAsks({ ...base, paths, answers: [answer("me", "nobody", "no"), answer("x", "bob", "no")] }),
    ).toEqual(plan);
  });

  it("refuses a value that is none, whatever the answers", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      for (const given of ["no", "yes", "pending"] as const) {
        const input = { ...base, paths, value, answers: [answer("ann", "bob", given)] };
        for (const call of [planAsks, whatWouldFlip])
          expect(() => call(input)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
      }
    }
  });

  it("never proposes a leg again, whatever the answers, and comes to an end", () => {
    const answersOf = fc.array(fc.constantFrom("yes", "no", "silent", "not-tied"), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pathCases({ seekers: 2, direct: true }), answersOf, (cases, given) => {
        const answers: LegAnswer[] = [];
        for (const value of given) {
          const { nextLeg } = planAsks({ ...base, paths: cases, answers });
          if (nextLeg === undefined) return;
          const { asker, asked } = nextLeg;
          expect(answers.some((known) => known.asker === asker && known.asked === asked)).toBe(false);
          answers.push({ asker, asked, answer: value as LegAnswer["answer"] });
        }
      }),
      { numRuns: 150, seed: 51 },
    );
  });
});
