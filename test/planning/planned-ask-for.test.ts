import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type PlanAsksInput,
  planAsks,
  plannedAskFor,
  type Readiness,
  readinessKey,
} from "../../src/planning/index.js";
import { assertUntil } from "../support/assert-until.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const base = { target: "bob", day: "2026-03-02" };
const options = { seekers: 2, direct: true };
const closed: Readiness = { gate: "closed", unmet: ["deposit"] };
const numbersOf = <T extends { readonly why: string }>({ why: _, ...rest }: T) => rest;

describe("plannedAskFor", () => {
  it("equals the plan's entry for every connector who is asked or waits", async () => {
    let [asked, waited, crossed] = [0, 0, 0];
    const shut = fc.subarray(["ann", "cai", "dov", "eva", "bob"]);
    const isMet = () => Math.min(asked, waited, crossed) > 0;
    await assertUntil(
      isMet,
      fc.property(pathCases(options), shut, (paths, who) => {
        const readiness = new Map(who.map((id) => [id === "ann" ? readinessKey("me", id) : id, closed]));
        const input: PlanAsksInput = { ...base, paths, readiness };
        const plan = planAsks(input);
        for (const ask of [...plan.asks, ...plan.waiting]) {
          const alone = plannedAskFor(input, ask.seeker, ask.connector)!;
          expect(numbersOf(alone)).toEqual(numbersOf(ask));
        }
        for (const ask of plan.waiting)
          expect(plannedAskFor(input, ask.seeker, ask.connector)!.why).toBe(ask.why);
        asked += plan.asks.length;
        waited += plan.waiting.length;
        if (!plan.pricesExact) crossed++;
      }),
      { numRuns: 300, seed: 71 },
    );
    expect(isMet()).toBe(true);
  });

  it("takes all routes through them, and is there where the order ends before them", () => {
    const paths = [
      path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
      path(leg("me", "ann", 0.6), leg("ann", "cai", 0.5), leg("cai", "bob", 0.2, 0.4)),
      path(leg("me", "bob", 0.45)),
    ];
    expect(planAsks({ ...base, paths }).asks.map(({ connector }) => connector)).toEqual(["bob"]);
    const ask = plannedAskFor({ ...base, paths }, "me", "ann")!;
    // The direct tie's and ann's t are both .45: through cai one comes only where ann's own yes would come too.
    expect(ask.probability).toBeCloseTo(0.6 * 0.45, 12);
    expect(ask.price).toBeCloseTo(ask.cost / ask.probability, 9);
    expect(ask.why).toMatch(
      /^27% chance for about as much goodwill as [\d.]+ favors, or [\d.]+ favors for each success\.$/,
    );
  });

  it("is undefined for a stranger, a hopeless route, a refusal and a consent that is there", () => {
    const paths = [
      path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
      path(leg("me", "cai", 0), leg("cai", "bob", 0.4)),
    ];
    expect(plannedAskFor({ ...base, paths }, "me", "eva")).toBeUndefined();
    expect(plannedAskFor({ ...base, paths }, "you", "ann")).toBeUndefined();
    expect(plannedAskFor({ ...base, paths }, "me", "cai")).toBeUndefined();
    expect(plannedAskFor({ ...base, paths }, "me", "ann")).toBeDefined();
    for (const answer of ["yes", "no", "silent"] as const) {
      const answers = [{ asker: "me", asked: "ann", answer }];
      expect(plannedAskFor({ ...base, paths, answers }, "me", "ann")).toBeUndefined();
    }
    expect(() => plannedAskFor({ ...base, target: "eve", paths }, "me", "ann")).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(() => plannedAskFor({ ...base, day: "soon", paths }, "me", "ann")).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
  });
});
