import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  answerHalfLife,
  chanceAfterSilence,
  planAsks,
  scheduleAsks,
  waitingDays,
} from "../../src/planning/index.js";
import { leg, path } from "../support/planning-paths.js";

const code = (value: string) => expect.objectContaining({ code: value });

describe("chanceAfterSilence", () => {
  it("starts at p, falls to 0 and never rises", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        (p, h) => {
          const chances = [0, 1, 2, 5, 20, 1e6].map((days) => chanceAfterSilence(p, days, h));
          expect(chances[0]).toBeCloseTo(p, 12);
          expect(chances).toEqual([...chances].sort((a, b) => b - a));
          expect(chances.at(-1)).toBeCloseTo(0, 6);
        },
      ),
    );
    expect(chanceAfterSilence(0.5, 1, 1)).toBeCloseTo(1 / 3, 12);
    expect(() => chanceAfterSilence(1.1, 0, 1)).toThrow(code("INVALID_ARGUMENT"));
    expect(() => chanceAfterSilence(0.5, 0, 0)).toThrow(code("INVALID_ARGUMENT"));
  });
});

describe("answerHalfLife", () => {
  it("is the medium's without history and their own with much of it", () => {
    expect(answerHalfLife("email")).toBe(1);
    expect(answerHalfLife("linkedin")).toBe(3);
    expect(answerHalfLife("constructor")).toBe(2);
    expect(answerHalfLife("fax", [], { halfLife: {} })).toBe(2);
    expect(answerHalfLife("email", Array<number>(4000).fill(10))).toBeCloseTo(10 * Math.LN2, 1);
    expect(answerHalfLife("email", [0, 0])).toBeGreaterThan(0);
    expect(() => answerHalfLife("email", [-1])).toThrow(code("INVALID_ARGUMENT"));
  });
});

describe("waitingDays", () => {
  it("nudges and moves on after the silence that the model says, on working days", () => {
    // p = .5: half of it is reached at S = 1/3, a quarter at S = 1/7.
    expect(waitingDays({ sentOn: "2026-03-02", probability: 0.5, medium: "email" })).toEqual({
      nudgeOn: "2026-03-04",
      moveOnOn: "2026-03-09",
      halfLife: 1,
    });
    const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: ["2026-03-04"] };
    expect(waitingDays({ sentOn: "2026-03-02", probability: 0.5, medium: "email", calendar })).toMatchObject({
      nudgeOn: "2026-03-05",
      moveOnOn: "2026-03-10",
    });
    const certain = waitingDays({ sentOn: "2026-03-02", probability: 1, medium: "email" });
    expect(certain.nudgeOn).toBe("2026-03-04");
    const slow = waitingDays({
      sentOn: "2026-03-02",
      probability: 0.5,
      medium: "linkedin",
      delays: [40, 60, 50],
    });
    expect(slow.nudgeOn > "2026-03-20").toBe(true);
  });

  it("counts working days", () => {
    const calendar = { weekdays: [1, 2, 3, 4, 5] };
    const friday = 20_520;
    expect(new Date(friday * 864e5).getUTCDay()).toBe(0);
    expect(addWorkingDays(friday, 0, calendar)).toBe(friday + 1);
    expect(addWorkingDays(friday, 1, calendar)).toBe(friday + 1);
    expect(addWorkingDays(friday + 1, 0, calendar)).toBe(friday + 1);
    expect(addWorkingDays(friday + 1, 5, calendar)).toBe(friday + 8);
    expect(addWorkingDays(-3, 1)).toBe(-2);
    expect(() => addWorkingDays(friday, 1, { weekdays: [] })).toThrow(code("INVALID_ARGUMENT"));
  });
});

describe("scheduleAsks", () => {
  const paths = ["ann", "cai", "dov"].map((who, i) =>
    path(leg("me", who, 0.6 - i / 10), leg(who, "bob", 0.4)),
  );
  const { asks } = planAsks({ paths, target: "bob", day: "2026-03-02" });
  const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: [] };

  it("keeps one ask open at a time, with warming touches ahead, on working days", () => {
    const steps = scheduleAsks(asks, { from: "2026-02-28", calendar, warmFirst: new Map([["cai", 12]]) });
    for (const { day } of steps) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay());
    expect(steps.map(({ day }) => day)).toEqual(steps.map(({ day }) => day).sort());
    const of = (step: string, connector: string) =>
      steps.find((s) => s.step === step && s.connector === connector)?.day;
    expect(of("ask", "ann")).toBe("2026-03-02");
    expect(of("warm", "cai")).toBe("2026-03-02");
    expect(of("ask", "cai")).toBe("2026-03-18");
    expect(of("ask", "dov")).toBe(of("move-on", "cai"));
    expect(of("warm", "ann")).toBeUndefined();
  });

  it("waits for readyAt", () => {
    const later = [
      { ...asks[0]!, readiness: { gate: "open" as const, unmet: ["cooldown"], readyAt: "2026-04-04" } },
    ];
    expect(scheduleAsks(later, { from: "2026-03-01", calendar })[0]).toMatchObject({
      step: "ask",
      day: "2026-04-06",
    });
  });
});
