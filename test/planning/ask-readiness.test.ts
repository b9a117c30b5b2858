import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askReadiness, isReady, type PastAsk, type ReadinessInput } from "../../src/planning/index.js";

const day = "2026-06-01";
const base: ReadinessInput = { day, target: "bob", gate: "open" };
const past = (askedOn: string, answer: PastAsk["answer"], more: Partial<PastAsk> = {}): PastAsk => ({
  askedOn,
  answer,
  target: "eve",
  ...more,
});
const unmet = (input: Partial<ReadinessInput>) => {
  const { unmet: codes, readyAt } = askReadiness({ ...base, ...input });
  return [codes.join(), readyAt];
};

describe("askReadiness", () => {
  it("is ready where nothing stands against it, and where only the deposit is unknown", () => {
    expect(askReadiness(base)).toStrictEqual({ gate: "open", unmet: [], conditions: [] });
    expect(askReadiness({ ...base, trustLoss: 0.1 }).trustLoss).toBe(0.1);
    const unknown = askReadiness({ ...base, gate: "unknown", gateUnmet: ["deposit"] });
    expect(unknown).toEqual({ gate: "unknown", unmet: ["deposit"], conditions: [{ code: "deposit" }] });
    expect(isReady(unknown, day)).toBe(true);
    expect(isReady({ ...unknown, gate: "closed" }, day)).toBe(false);
  });

  it("names and dates each condition", () => {
    expect(unmet({ pastAsks: [past("2026-05-20", "yes")] })).toEqual(["cooldown", "2026-06-19"]);
    expect(unmet({ pastAsks: [past("2026-05-01", "yes", { answeredOn: "2026-05-20" })] })).toEqual([
      "cooldown",
      "2026-06-19",
    ]);
    expect(unmet({ pastAsks: [past("2026-04-01", "silent")] })).toEqual(["", undefined]);
    expect(unmet({ pastAsks: [past("2026-04-01", "no")] })).toEqual(["cooldown", "2026-06-30"]);
    expect(unmet({ pastAsks: [past("2026-02-01", "no", { target: "bob" })] })).toEqual([
      "declined-target",
      "2026-07-31",
    ]);
    expect(unmet({ pastAsks: [past("2025-12-01", "no-to-kind")] })).toEqual(["declined-kind", "2026-12-01"]);
    expect(unmet({ pastAsks: [past("2025-12-01", "no-to-kind")], kind: "event-advice" })).toEqual([
      "",
      undefined,
    ]);
    expect(unmet({ pastAsks: [past("2026-04-20", "yes"), past("2026-04-10", "yes")] })).toEqual([
      "quarter-cap",
      "2026-07-09",
    ]);
    expect(unmet({ pastAsks: [past("2026-05-25", "open")] })).toEqual(["open-ask", undefined]);
    expect(
      unmet({
        blackouts: [
          { from: "2026-06-10", to: "2026-06-12" },
          { from: "2026-05-30", to: "2026-06-09" },
        ],
      }),
    ).toEqual(["blackout", "2026-06-13"]);
    expect(unmet({ doNotAsk: true, pastAsks: [past("2026-05-20", "yes")] })).toEqual([
      "do-not-ask,cooldown",
      undefined,
    ]);
    expect(unmet({ minimumValue: 5, value: 4 })).toEqual(["minimum-value", undefined]);
    expect(unmet({ minimumValue: 5 })).toEqual(["minimum-value", undefined]);
    expect(unmet({ minimumValue: 5, value: 5 })).toEqual(["", undefined]);
    expect(unmet({ openForTarget: 1 })).toEqual(["open-ask-target", undefined]);
    expect(unmet({ openForTarget: 1, parallel: true })).toEqual(["", undefined]);
    expect(unmet({ pastAsks: [past("2026-07-20", "no")] })).toEqual(["", undefined]);
    expect(unmet({ rules: { quarterCap: 0 } })).toEqual(["quarter-cap", undefined]);
  });

  it("counts the year's asks, two more for a strong tie", () => {
    const four = ["2025-07-01", "2025-09-01", "2025-11-01", "2026-01-15"].map((on) => past(on, "yes"));
    expect(unmet({ pastAsks: four })).toEqual(["year-cap", "2026-07-01"]);
    expect(unmet({ pastAsks: four, strength: 0.8 })).toEqual(["", undefined]);
  });

  it("adds a blackout that begins before the other conditions end", () => {
    const input = {
      pastAsks: [past("2026-05-20", "yes")],
      blackouts: [{ from: "2026-06-15", to: "2026-06-25" }],
    };
    expect(unmet(input)).toEqual(["cooldown,blackout", "2026-06-26"]);
  });

  it("is ready on the day it names, and not the day before", () => {
    const asks = fc.array(
      fc.record({
        askedOn: fc
          .integer({ min: 0, max: 500 })
          .map((ago) => new Date(Date.UTC(2026, 5, 1) - ago * 864e5).toISOString().slice(0, 10)),
        answer: fc.constantFrom("yes", "no", "no-to-kind", "silent") as fc.Arbitrary<PastAsk["answer"]>,
        target: fc.constantFrom("bob", "eve"),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 40 }), (pastAsks, from) => {
        const at = (offset: number) =>
          new Date(Date.UTC(2026, 5, 1) + offset * 864e5).toISOString().slice(0, 10);
        const input = { ...base, pastAsks, blackouts: [{ from: at(from), to: at(from + 9) }] };
        const { readyAt, unmet: codes } = askReadiness(input);
        if (readyAt === undefined) {
          expect(codes).toEqual([]);
          return;
        }
        expect(askReadiness({ ...input, day: readyAt }).unmet).toEqual([]);
        const before = new Date(Date.parse(readyAt) - 864e5).toISOString().slice(0, 10);
        expect(askReadiness({ ...input, day: before }).unmet).not.toEqual([]);
      }),
      { numRuns: 300, seed: 61 },
    );
  });
});
