import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile, learnRates, type Outcome, weighOutcomes } from "../../src/learning/index.js";
import { betaByBinomial, betaDraw, sharesOfGroups, uniforms } from "../support/learning-oracle.js";

const now = "2026-11-22";
const ago = (days: number) => new Date(Date.UTC(2026, 10, 22 - days)).toISOString().slice(0, 10);
const noDecay = { now, halfLifeDays: Number.POSITIVE_INFINITY };
const outcomeArb: fc.Arbitrary<Outcome> = fc.record(
  {
    kind: fc.constantFrom("remote", "relay", "lastWeak"),
    source: fc.constantFrom("clients", "friends", "__proto__"),
    method: fc.constantFrom("social", "vendor"),
    connector: fc.constantFrom("a", "b", "constructor", "d"),
    predicted: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    at: fc.integer({ min: -3, max: 900 }).map(ago),
    result: fc.constantFrom("yes" as const, "no" as const, "pending" as const),
    medium: fc.constantFrom("email", "linkedin"),
  },
  { requiredKeys: ["kind", "predicted", "at", "result"] },
);
const outcomesArb = fc.array(outcomeArb, { maxLength: 40 });
const yes = (n: number, extra: Partial<Outcome> = {}): Outcome[] =>
  Array.from({ length: n }, () => ({ kind: "remote", predicted: 0.45, at: now, result: "yes", ...extra }));
const no = (n: number, extra: Partial<Outcome> = {}) => yes(n, { result: "no", ...extra });

describe("weighOutcomes", () => {
  it("halves an answer's weight every 365 days and leaves out what is dated later", () => {
    const weights = [0, 365, 730].map((days) => weighOutcomes(yes(1, { at: ago(days) }), { now })[0]?.weight);
    expect(weights).toEqual([1, 0.5, 0.25]);
    expect(weighOutcomes(yes(1, { at: ago(-1) }), { now })).toEqual([]);
  });

  it("weighs what is as far off as a date can be", () => {
    const [first, last] = [-1, 1].map((sign) => new Date(sign * 8.64e15)) as [Date, Date];
    const asked = yes(1, { at: first as never, result: "pending" });
    const weighing = { now: last, halfLifeDays: Number.POSITIVE_INFINITY, calendar: { weekdays: [1] } };
    expect(weighOutcomes(asked, weighing)).toEqual([expect.objectContaining({ success: 0, weight: 1 })]);
    expect(weighOutcomes(yes(1, { at: last as never }), { ...weighing, now: first })).toEqual([]);
  });

  it("counts a pending ask by 1 - q/p: not at all on the day, wholly in the end, never falling", () => {
    const pending = (days: number, medium = "email") =>
      weighOutcomes(yes(1, { at: ago(days), result: "pending", medium }), noDecay)[0] ?? {
        weight: 0,
        success: 0,
      };
    expect(pending(0).weight).toBe(0);
    const hope = 0.5 ** 2;
    const q = (0.45 * hope) / (0.55 + 0.45 * hope);
    expect(pending(2).weight).toBeCloseTo(1 - q / 0.45, 12);
    expect(pending(2, "linkedin").weight).toBeLessThan(pending(2).weight);
    expect(pending(400).weight).toBeCloseTo(1, 12);
    expect(pending(9).success).toBe(0);
    const rising = [0, 1, 2, 3, 5, 9, 20].map((days) => pending(days).weight);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
  });

  it.each([
    [{ predicted: 0 }],
    [{ predicted: 1 }],
    [{ predicted: Number.NaN }],
    [{ result: "maybe" }],
    [{ kind: 3 }],
    [{ weight: -0.1 }],
    [{ weight: 1.1 }],
    [{ weight: Number.NaN }],
  ])("refuses %j", (wrong) => {
    expect(() => weighOutcomes(yes(1, wrong as Partial<Outcome>), { now })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("refuses a time that cannot be read, and half-lives that are none", () => {
    expect(() => weighOutcomes(yes(1, { at: "May" }), { now })).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
    expect(() => weighOutcomes([], { now, halfLifeDays: 0 })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    for (const none of [null, 3, undefined])
      expect(() => weighOutcomes([none as never], { now })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    for (const weight of [0, 1])
      expect(weighOutcomes(yes(1, { weight }), noDecay).map((one) => one.weight)).toEqual(weight ? [1] : []);
  });
});

describe("learnRates", () => {
  it("is (M mu + s)/(M + n), level by level", () => {
    const rates = learnRates([...yes(6, { source: "clients" }), ...no(4, { source: "friends" })], noDecay);
    const find = (key: string) => rates.find((rate) => rate.key === key);
    expect(find("remote")?.mean).toBeCloseTo((10 * 0.45 + 6) / 20, 12);
    const kind = (10 * 0.45 + 6) / 20;
    expect(find("clients")?.prior).toBeCloseTo(kind, 12);
    expect(find("clients")?.mean).toBeCloseTo((10 * kind + 6) / 16, 12);
    expect(find("friends")?.mean).toBeCloseTo((10 * kind) / 14, 12);
    expect(learnRates([], { now })).toEqual([]);
  });

  it("a mean lies between prior and raw rate, inside its interval", () => {
    fc.assert(
      fc.property(outcomesArb, (outcomes) => {
        for (const { prior, mean, interval, successes, trials } of learnRates(outcomes, { now })) {
          const raw = successes / trials;
          expect(mean).toBeGreaterThanOrEqual(Math.min(prior, raw) - 1e-12);
          expect(mean).toBeLessThanOrEqual(Math.max(prior, raw) + 1e-12);
          expect(interval[0]).toBeLessThan(mean);
          expect(interval[1]).toBeGreaterThan(mean);
        }
      }),
    );
  });

  it("one more success raises it, one more failure lowers it", () => {
    fc.assert(
      fc.property(outcomesArb, outcomeArb, (outcomes, one) => {
        const at = { ...one, at: now };
        const meanOf = (result: "yes" | "no") =>
          learnRates([...outcomes, { ...at, result }], { now }).find(
            ({ key, level }) => level === "kind" && key === one.kind,
          );
        const before = learnRates([...outcomes, { ...at, result: "pending" }], { now }).find(
          ({ key, level }) => level === "kind" && key === one.kind,
        );
        expect(meanOf("yes")?.mean).toBeGreaterThan(meanOf("no")?.mean ?? 1);
        if (before === undefined) return;
        const raised = (10 * before.prior + before.successes + 1) / (10 + before.trials + 1);
        expect(raised).toBeGreaterThan(before.mean);
      }),
    );
  });

  it("order is irrelevant to the last bit", () => {
    fc.assert(
      fc.property(outcomesArb, fc.nat(50), (outcomes, cut) => {
        const shuffled = [...outcomes.slice(cut), ...outcomes.slice(0, cut)].reverse();
        expect(learnRates(shuffled, { now })).toEqual(learnRates(outcomes, { now }));
      }),
    );
  });

  it("sequential equals batch with decay off: a posterior is the next one's prior", () => {
    const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const asked = (list: boolean[], predicted: number) =>
          list.flatMap((ok) => (ok ? yes(1, { predicted }) : no(1, { predicted })));
        const one = learnRates(asked(first, 0.3), noDecay)[0];
        const two = learnRates(asked(second, one?.mean ?? 0), {
          ...noDecay,
          priorStrength: 10 + first.length,
        })[0];
        const batch = learnRates(asked([...first, ...second], 0.3), noDecay)[0];
        expect(two?.mean).toBeCloseTo(batch?.mean ?? 0, 12);
        expect(two?.interval[0]).toBeCloseTo(batch?.interval[0] ?? 0, 9);
      }),
    );
  });

  it("does not credit a source for its stronger ties", () => {
    const strong = [...yes(70, { source: "s", predicted: 0.7 }), ...no(30, { source: "s", predicted: 0.7 })];
    const weak = [...yes(20, { source: "w", predicted: 0.2 }), ...no(80, { source: "w", predicted: 0.2 })];
    for (const { shift } of learnRates([...strong, ...weak], noDecay))
      expect(Math.abs(shift)).toBeLessThan(1e-9);
  });

  it("learns the weight of the prior from eight groups on, within [2, 200]", () => {
    const random = uniforms(5);
    const world = (m: number, groups: number) =>
      Array.from({ length: groups }, (_, g) => {
        const rate = betaDraw(m * 0.4, m * 0.6, random);
        return Array.from({ length: 60 }, () => (random() < rate ? yes(1) : no(1))[0] as Outcome).map(
          (outcome) => ({
            ...outcome,
            predicted: 0.4,
            connector: `c${g}`,
          }),
        );
      }).flat();
    const strength = (outcomes: Outcome[]) =>
      learnRates(outcomes, noDecay).find(({ level }) => level === "connector")?.priorStrength ?? 0;
    expect(strength(world(5, 7))).toBe(40);
    expect(strength(world(5, 120))).toBeGreaterThan(3.5);
    expect(strength(world(5, 120))).toBeLessThan(7.5);
    expect(strength(world(30, 200))).toBeGreaterThan(18);
    expect(strength(world(30, 200))).toBeLessThan(50);
    expect(strength(world(1e6, 60))).toBeGreaterThan(80);
    expect(strength(world(0.1, 60))).toBe(2);
  });

  it("gives the prior the weight by which groups differ more than by luck, and intervals for less", () => {
    const group = fc.record({
      trials: fc.integer({ min: 1, max: 6 }),
      rate: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const usual = fc.constantFrom(5, 40, 120);
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 6, maxLength: 24 }),
        usual,
        (groups, connectorPriorStrength) => {
          const outcomes = groups.flatMap(({ trials, rate }, g) => {
            const [connector, said] = [`c${g}`, Math.round(rate * trials)];
            return [...yes(said, { connector }), ...no(trials - said, { connector })];
          });
          const rates = learnRates(outcomes, { ...noDecay, connectorPriorStrength });
          expect(rates.find(({ level }) => level === "kind")?.priorStrength).toBe(10);
          const found = rates.filter(({ level }) => level === "connector");
          const { raw, share, noise, error, groups: many } = sharesOfGroups(found);
          const strengthOf = (part: number) => Math.min(200, Math.max(2, 1 / Math.max(part, 1e-9) - 1));
          const before = 1 / (connectorPriorStrength + 1);
          // As far towards what was thought before as groups that are all alike would scatter.
          const trust = before ** 2 / (before ** 2 + noise ** 2);
          const mean = strengthOf(trust * share + (1 - trust) * before);
          // As if eight more groups had come that are as was thought before; and a part of the standard error more.
          const interval = strengthOf(Math.max(0, (many * raw + 8 * before) / (many + 8)) + 0.75 * error);
          const enough = many >= 8;
          for (const rate of found) {
            expect(rate.priorStrength).toBeCloseTo(enough ? mean : connectorPriorStrength, 6);
            const m = enough ? interval : connectorPriorStrength;
            const [a, b] = [
              m * rate.prior + rate.successes,
              m * (1 - rate.prior) + rate.trials - rate.successes,
            ];
            expect(rate.interval[0]).toBeCloseTo(Math.min(rate.mean, betaQuantile(0.05, a, b)), 9);
            expect(rate.interval[1]).toBeCloseTo(Math.max(rate.mean, betaQuantile(0.95, a, b)), 9);
          }
        },
      ),
    );
  });

  it("states intervals that hold: 87 to 93% of known connectors lie in their 90%", () => {
    const random = uniforms(11);
    let [inside, all] = [0, 0];
    for (let world = 0; world < 30; world++) {
      const truth = new Map<string, number>();
      const outcomes: Outcome[] = [];
      for (let c = 0; c < 60; c++) {
        const rate = betaDraw(10 * 0.45, 10 * 0.55, random);
        truth.set(`c${c}`, rate);
        const asks = 1 + Math.floor(12 * random());
        for (let k = 0; k < asks; k++) {
          outcomes.push(
            ...(random() < rate ? yes(1, { connector: `c${c}` }) : no(1, { connector: `c${c}` })),
          );
        }
      }
      for (const { level, key, interval } of learnRates(outcomes, noDecay)) {
        if (level !== "connector") continue;
        const rate = truth.get(key) ?? -1;
        all++;
        if (rate >= interval[0] && rate <= interval[1]) inside++;
      }
    }
    expect(inside / all).toBeGreaterThan(0.87);
    expect(inside / all).toBeLessThan(0.93);
  });

  it.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN])("refuses a prior that weighs %d", (weight) => {
    for (const what of ["priorStrength", "connectorPriorStrength"])
      expect(() => learnRates([], { now, [what]: weight })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT", details: { what } }),
      );
  });
});

describe("betaQuantile", () => {
  it("inverts the binomial sum for whole parameters", () => {
    const whole = fc.integer({ min: 1, max: 25 });
    fc.assert(
      fc.property(whole, whole, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, share) => {
        expect(betaByBinomial(betaQuantile(share, a, b), a, b)).toBeCloseTo(share, 9);
      }),
    );
  });

  it("mirrors, and holds for small and large parameters", () => {
    expect(betaQuantile(0.05, 0.3, 0.7)).toBeCloseTo(1 - betaQuantile(0.95, 0.7, 0.3), 9);
    expect(betaQuantile(0.5, 1e5, 1e5)).toBeCloseTo(0.5, 9);
    expect(betaQuantile(0.95, 1e6, 0.01)).toBeCloseTo(1, 5);
    expect(betaQuantile(0.05, 0.01, 1e6)).toBeLessThan(1e-9);
    expect(betaQuantile(0.95, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI / 2) * 0.95) ** 2, 9);
  });
});
