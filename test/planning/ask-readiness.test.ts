import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  askReadiness,
  DEFAULT_READINESS_RULES,
  isReady,
  type PastAsk,
  type ReadinessInput,
} from "../../src/planning/index.js";

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

  it("agrees with the rules read day by day, for anything known of a connector", () => {
    const dayOf = (number: number) => new Date(number * 864e5).toISOString().slice(0, 10);
    const number = (iso: string) => Date.parse(iso) / 864e5;
    const today = number(day);
    const near = fc.integer({ min: -120, max: 30 }).map((offset) => dayOf(today + offset));
    const ask = fc.record(
      {
        askedOn: near,
        answeredOn: near,
        target: fc.constantFrom("bob", "eve"),
        kind: fc.constantFrom("introduction", "advice"),
        answer: fc.constantFrom<PastAsk["answer"]>("open", "yes", "no", "no-to-kind", "not-tied", "silent"),
        namedOther: fc.boolean(),
      },
      { requiredKeys: ["askedOn", "target", "answer"] },
    );
    const few = fc.integer({ min: 0, max: 3 });
    const given = fc.record(
      {
        pastAsks: fc.array(ask, { maxLength: 4 }),
        kind: fc.constantFrom("introduction", "advice"),
        gateUnmet: fc.constantFrom<string[]>([], ["deposit"]),
        strength: fc.constantFrom(0.5, 0.75, 0.8),
        discontent: fc.boolean(),
        unprepared: fc.boolean(),
        doNotAsk: fc.boolean(),
        nurturedOn: near,
        trustLoss: fc.constantFrom(0.1, 0.2, 0.3),
        trustLimit: fc.constantFrom(0.2, 0.25),
        minimumValue: fc.constantFrom(0, 5),
        value: fc.constantFrom(4, 5),
        openForTarget: few,
        parallel: fc.boolean(),
        blackouts: fc.array(
          fc.tuple(near, few).map(([from, length]) => ({ from, to: dayOf(number(from) + 9 * length) })),
          { maxLength: 2 },
        ),
        rules: fc.record(
          {
            cooldownDays: fc.constantFrom(0, 20, 60),
            refusalCooldownDays: fc.constantFrom(10, 40),
            targetRefusalDays: fc.constantFrom(50, 90),
            kindRefusalDays: fc.constantFrom(50, 100),
            openAsks: few,
            quarterCap: few,
            yearCap: few,
            strongBonus: few,
            quarterDays: fc.constantFrom(30, 60),
            yearDays: fc.constantFrom(90, 100),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(given, (known) => {
        const rules = { ...DEFAULT_READINESS_RULES, ...known.rules };
        const kind = known.kind ?? "introduction";
        const asks = (known.pastAsks ?? []).filter(({ askedOn }) => number(askedOn) <= today);
        const answered = asks.filter(({ answer }) => answer !== "open" && answer !== "not-tied");
        const isNo = ({ answer, namedOther }: PastAsk) =>
          !namedOther && (answer === "no" || answer === "no-to-kind");
        /** The first day from the given one on of which all asks say that it is late enough. */
        const first = (list: readonly PastAsk[], days: (ask: PastAsk) => number) => {
          let at = today;
          const isLate = (one: PastAsk) => at >= number(one.answeredOn ?? one.askedOn) + days(one);
          while (!list.every(isLate)) at++;
          return at;
        };
        const below = (cap: number, days: number) => {
          let at = today;
          while (asks.filter(({ askedOn }) => number(askedOn) > at - days).length >= cap) at++;
          return at;
        };
        const expected: [string, number?][] = [];
        const add = (code: string, isUnmet: boolean | undefined) => isUnmet && expected.push([code]);
        const wait = (code: string, until: number) => until > today && expected.push([code, until]);
        const cap = (code: string, most: number, days: number) =>
          most <= 0 ? expected.push([code]) : wait(code, below(most, days));
        add("do-not-ask", known.doNotAsk);
        add("discontent", known.discontent);
        add("preparation", known.unprepared);
        if (known.nurturedOn !== undefined) wait("nurture", number(known.nurturedOn));
        add("trust", (known.trustLoss ?? 0) > (known.trustLimit ?? 1));
        add("minimum-value", known.minimumValue !== undefined && (known.value ?? 0) < known.minimumValue);
        add("open-ask", asks.filter(({ answer }) => answer === "open").length >= rules.openAsks);
        add("open-ask-target", (known.openForTarget ?? 0) > 0 && !known.parallel);
        wait(
          "cooldown",
          first(answered, (one) => Math.max(rules.cooldownDays, isNo(one) ? rules.refusalCooldownDays : 0)),
        );
        const refused = answered.filter((one) => isNo(one) && one.target === "bob");
        wait(
          "declined-target",
          first(refused, () => rules.targetRefusalDays),
        );
        const ofKind = answered.filter(
          (one) => one.answer === "no-to-kind" && (one.kind ?? "introduction") === kind,
        );
        wait(
          "declined-kind",
          first(ofKind, () => rules.kindRefusalDays),
        );
        cap("quarter-cap", rules.quarterCap, rules.quarterDays);
        cap(
          "year-cap",
          rules.yearCap + ((known.strength ?? 0) > 0.75 ? rules.strongBonus : 0),
          rules.yearDays,
        );
        const isOut = (at: number) =>
          known.blackouts?.some(({ from, to }) => number(from) <= at && at <= number(to));
        const clear = Math.max(today, ...expected.map(([, until = today]) => until));
        let free = clear;
        while (isOut(free)) free++;
        if (free > clear || isOut(today)) expected.push(["blackout", free]);
        const gateUnmet = known.gateUnmet ?? [];
        const isDated = expected.length > 0 && expected.every(([, until]) => until !== undefined);
        expect(askReadiness({ ...base, ...known } as ReadinessInput)).toEqual({
          gate: "open",
          unmet: [...gateUnmet, ...expected.map(([code]) => code)],
          ...(known.trustLoss === undefined ? {} : { trustLoss: known.trustLoss }),
          ...(isDated ? { readyAt: dayOf(free) } : {}),
          conditions: [
            ...gateUnmet.map((code) => ({ code })),
            ...expected.map(([code, until]) =>
              until === undefined ? { code } : { code, readyAt: dayOf(until) },
            ),
          ],
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("is ready by the gate, by the day that is named, or where nothing but a gate's code is missing", () => {
    const at = (gate: "open" | "unknown" | "closed", unmet: string[], readyAt?: string) =>
      isReady({ gate, unmet, ...(readyAt === undefined ? {} : { readyAt }) }, day);
    expect([at("closed", []), at("closed", [], "2026-01-01")]).toEqual([false, false]);
    expect([at("open", ["cooldown"], day), at("open", ["cooldown"], "2026-06-02")]).toEqual([true, false]);
    expect([at("unknown", ["deposit", "recent-sale"]), at("unknown", ["deposit", "trust"])]).toEqual([
      true,
      false,
    ]);
  });
});
