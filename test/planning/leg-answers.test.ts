import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LegAnswer, type PlannedAsk, planAsks, whatWouldFlip } from "../../src/planning/index.js";
import { levelAsks } from "../../src/planning/level-asks.js";
import { bySoonest } from "../../src/planning/planned-ask-of.js";
import { guess, leg, path, pathCases } from "../support/planning-paths.js";

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

describe("the order of those who wait and the asks that are level", () => {
  const ask = (connector: string, price: number, readyAt?: string, seeker = "me") =>
    ({
      connector,
      seeker,
      price,
      readiness: { gate: "open", unmet: [], ...(readyAt && { readyAt }) },
    }) as never as PlannedAsk;

  it("is by day, then price, then connector, then seeker; without a day last", () => {
    const sorted = [
      ask("dov", 9, "2026-03-02"),
      ask("eva", 1, "2026-03-03"),
      ask("ann", 2, "2026-03-03"),
      ask("cai", 2, "2026-03-03", "me"),
      ask("cai", 2, "2026-03-03", "you"),
      ask("ann", 0),
      ask("ann", 3),
    ];
    expect([...sorted].reverse().sort(bySoonest)).toEqual(sorted);
    expect([3, 0, 5, 1, 6, 4, 2].map((i) => sorted[i]!).sort(bySoonest)).toEqual(sorted);
  });

  it("ends where chance or price differ by more than the share, or one beats the direct way and another does not", () => {
    const of = (price: number, probability: number, beatsDirect?: boolean) => ({
      price,
      probability,
      ...(beatsDirect === undefined ? {} : { beatsDirect }),
    });
    const count = (...asks: ReturnType<typeof of>[]) => levelAsks(asks, 0.25).length;
    expect(count(of(4, 0.4), of(5, 0.4), of(3, 0.5), of(4, 0.31))).toBe(4);
    expect(count(of(4, 0.4), of(5, 0.4), of(5.1, 0.4), of(4, 0.4))).toBe(2);
    expect(count(of(4, 0.4), of(4, 0.51))).toBe(0);
    expect(count(of(4, 0.4, true), of(4, 0.4, false))).toBe(0);
    expect(count(of(4, 0.4, false), of(4, 0.4, false))).toBe(2);
    expect(count()).toBe(0);
  });

  it("knows a key, so that nobody tells from an id whom it is about", () => {
    const ids = [undefined, "secret", "other"].map(
      (askKey) => planAsks({ ...base, paths, ...(askKey && { askKey }) }).asks[0]!.id,
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^ask_[0-9a-f]{16,}$/);
  });
});

describe("answers of two askers to one person", () => {
  it("let the target's yes to one be certain for the routes through that one alone", () => {
    const both = [
      path(leg("me", "ann", 0.5), guess("ann", "bob", { odds: 0.5, consentIfTied: 0.4 })),
      path(leg("me", "cai", 0.5), leg("cai", "bob", 0.2, 0.4)),
    ];
    const sure = planAsks({ ...base, paths: both, answers: [answer("ann", "bob", "yes")] });
    const { nextLeg, jointProbability } = sure;
    expect(nextLeg).toEqual({ asker: "me", asked: "ann" });
    // Ann's half, or cai's with the tie that cai still needs: the target's own yes is there.
    expect(jointProbability).toBeCloseTo(1 - 0.5 * (1 - 0.5 * 0.5), 9);
  });

  it("leave a pending request's own chance in the plan, that of the target's too", () => {
    const direct = [path(leg("me", "bob", 0)), ...paths];
    const plan = planAsks({
      ...base,
      paths: direct,
      answers: [{ asker: "me", asked: "bob", answer: "pending", chance: 0.2 }],
    });
    expect(plan.jointProbability).toBe(planAsks({ ...base, paths }).jointProbability);
    const one = [path(leg("me", "ann", 0.5), leg("ann", "bob", 0.4))];
    const at = (chance?: number) =>
      planAsks({
        ...base,
        paths: one,
        answers: [{ asker: "ann", asked: "bob", answer: "pending", ...(chance !== undefined && { chance }) }],
      }).jointProbability;
    expect([at(), at(0.4), at(0.1), at(0.9)]).toEqual([0.2, 0.2, 0.05, 0.2]);
  });
});
