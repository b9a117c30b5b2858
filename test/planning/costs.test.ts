import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfLeg, type LegFavor } from "../../src/planning/ask-cost.js";
import {
  chanceThrough,
  expectedTrustLoss,
  planAsks,
  planRoutes,
  valueOfDeal,
} from "../../src/planning/index.js";
import { jointOracle } from "../support/planning-oracle.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const invalid = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const model = { attention: 0.2, introduction: 3, colleague: 0.25, targetTime: 0.7, risk: 0.4 };

describe("the cost of a leg", () => {
  it("is attention, and on a yes the favor and the risk; half a favor of a colleague, no risk of the target", () => {
    const cost = (role: LegFavor["role"], isColleague = false) =>
      costOfLeg({ asker: "me", asked: "ann" }, role, 0.5, { model, isColleague: () => isColleague });
    for (const role of ["first", "relay"] as const) {
      expect(cost(role)).toBeCloseTo(0.2 + 0.5 * (3 + 0.4), 12);
      expect(cost(role, true)).toBeCloseTo(0.2 + 0.5 * (0.75 + 0.4), 12);
    }
    expect(cost("last")).toBeCloseTo(0.2 + 0.5 * 0.7, 12);
    expect(cost("last", true)).toBe(cost("last"));
    expect(costOfLeg({ asker: "me", asked: "ann" }, "first", 1)).toBeCloseTo(0.1 + 1 + 0.1, 12);
  });

  it("tells the caller which favor it is, and takes their price and risk", () => {
    const seen: LegFavor[] = [];
    const costs = {
      model,
      priceOf: (favor: LegFavor) => {
        seen.push(favor);
        return 5;
      },
      riskOf: () => 2,
    };
    planRoutes([path(leg("me", "ann", 0.5), leg("ann", "cai", 0.4), leg("cai", "bob", 0.3))], costs);
    expect(seen.map(({ asker, asked, role, size }) => [asker, asked, role, size])).toEqual([
      ["cai", "bob", "last", 0.7],
      ["me", "ann", "first", 3],
      ["ann", "cai", "relay", 3],
    ]);
    expect(costOfLeg({ asker: "me", asked: "ann" }, "last", 0.5, costs)).toBeCloseTo(0.2 + 0.5 * 7, 12);
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      for (const part of [{ priceOf: () => bad }, { riskOf: () => bad }, { model: { attention: bad } }])
        expect(() => costOfLeg({ asker: "me", asked: "ann" }, "first", 0.5, part)).toThrow(invalid);
  });
});

describe("what is at stake", () => {
  it("is the deal's amount by its close rate in favor points", () => {
    expect(valueOfDeal({ amount: 20_000, closeRate: 0.15, favorPointWorth: 150 })).toBe(20);
    expect(valueOfDeal({ amount: 0, closeRate: 1, favorPointWorth: 1 })).toBe(0);
    expect(valueOfDeal({ amount: 7, closeRate: 0, favorPointWorth: 1 })).toBe(0);
    for (const bad of [
      { amount: -1, closeRate: 1, favorPointWorth: 1 },
      { amount: 1, closeRate: -0.1, favorPointWorth: 1 },
      { amount: 1, closeRate: 1.1, favorPointWorth: 1 },
      { amount: 1, closeRate: 1, favorPointWorth: 0 },
      { amount: -1, closeRate: 1, favorPointWorth: -1 },
      { amount: Number.POSITIVE_INFINITY, closeRate: 1, favorPointWorth: 1 },
      { amount: 1e308, closeRate: 1, favorPointWorth: 1e-10 },
    ])
      expect(() => valueOfDeal(bad)).toThrow(invalid);
  });

  it("is strength by the chance of a no by what a no puts at stake, all of it at most", () => {
    const loss = (strength: number, consent: number, recentAsks?: number) =>
      expectedTrustLoss({ strength, consent, recentAsks }, { refused: 0.2, recentAsk: 0.3, limit: 1 });
    expect([loss(0.5, 0.6), loss(0.5, 0.6, 1), loss(0.5, 0.6, 9)]).toEqual([0.04, 0.1, 0.2]);
    expect([loss(0, 0.5), loss(1, 1), loss(1, 0, 0)]).toEqual([0, 0, 0.2]);
    expect(expectedTrustLoss({ strength: 1, consent: 0 }, { refused: 0, recentAsk: 0, limit: 1 })).toBe(0);
    for (const [strength, consent, asks] of [
      [-0.1, 0.5, 0],
      [1.1, 0.5, 0],
      [0.5, -0.1, 0],
      [0.5, 1.1, 0],
      [0.5, 0.5, -1],
    ] as const)
      expect(() => loss(strength, consent, asks)).toThrow(invalid);
    for (const settings of [
      { refused: -1, recentAsk: 1 },
      { refused: 1, recentAsk: -1 },
    ])
      expect(() => expectedTrustLoss({ strength: 1, consent: 0 }, { ...settings, limit: 1 })).toThrow(
        invalid,
      );
  });
});

describe("the chance through what is under way", () => {
  it("is the joint success of the routes that are pending, agreed to or asked beside", () => {
    const answered = fc.constantFrom("pending", "yes", "none");
    fc.assert(
      fc.property(
        pathCases({ seekers: 2 }),
        answered,
        answered,
        fc.subarray(["ann", "cai", "dov", "eva"]),
        (paths, a, b, beside) => {
          const of = (asked: string, answer: string) =>
            answer === "none"
              ? []
              : ["me", "you"].map((asker) => ({ asker, asked, answer: answer as "yes" | "pending" }));
          const answers = [...of("ann", a), ...of("cai", b)];
          const isAsked = ({ people }: { people: readonly string[] }) => beside.includes(people[1]!);
          const isUnderWay = (asked: string) => answers.some((one) => one.asked === asked);
          const used = paths.filter((one) => isUnderWay(one.people[1]!) || isAsked(one));
          // A yes is certain; a pending one has its own chance, which is the leg's where none is told.
          const sure = used.map((one) =>
            path(
              ...one.legs.map((own) =>
                answers.some(
                  ({ asker, asked, answer }) =>
                    answer === "yes" && asker === own.asker && asked === own.asked,
                )
                  ? { ...own, consent: 1, consentIfTied: 1 }
                  : own,
              ),
            ),
          );
          const { asks, ways } = planRoutes(sure);
          const expected = jointOracle({ asks, routes: ways.map(({ route }) => route) });
          expect(chanceThrough({ paths, answers }, isAsked)).toBeCloseTo(expected, 9);
        },
      ),
      { numRuns: 150 },
    );
    const paths = [path(leg("me", "ann", 0.5), leg("ann", "bob", 0.5))];
    expect(chanceThrough({ paths })).toBe(0);
    expect(chanceThrough({ paths }, () => true)).toBe(
      planAsks({ paths, target: "bob", day: "2026-03-02" }).jointProbability,
    );
  });
});
