import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { assertUntil } from "../support/assert-until.js";
import { codeOf } from "../support/journal-codes.js";

/** A Monday. */
const NOW = "2026-11-23";
const REPS = ["r1", "r2", "r3"] as const;
const CONTACTS = ["a", "b", "c", "d", "e"] as const;
const BUYERS = ["w", "x", "y", "z"] as const;

interface Tied {
  readonly from: string;
  readonly to: string;
  readonly closeness: number;
  readonly visibility: "shared" | "private";
}

function planner(
  ties: readonly Tied[],
  more: Partial<ConstructorParameters<typeof IntroductionPlanner>[0]> = {},
) {
  const network = new Network();
  for (const id of [...REPS, ...CONTACTS, ...BUYERS])
    network.addPerson({ id, name: `Person ${id}`, company: `Co ${id}` });
  for (const { from, to, closeness, visibility } of ties)
    network.addTie({ from, to, owner: from, evidence: { closeness }, visibility });
  return new IntroductionPlanner({ network, ...more });
}

const teams: fc.Arbitrary<readonly Tied[]> = fc
  .record({
    own: fc.array(
      fc.record({
        from: fc.constantFrom(...REPS),
        to: fc.constantFrom(...CONTACTS, ...BUYERS, ...REPS),
        closeness: fc.double({ min: 0.1, max: 1, noNaN: true }),
        visibility: fc.constantFrom("shared", "shared", "private"),
      }),
      { minLength: 3, maxLength: 12 },
    ),
    others: fc.array(
      fc.record({
        from: fc.constantFrom(...CONTACTS),
        to: fc.constantFrom(...BUYERS, ...CONTACTS),
        closeness: fc.double({ min: 0.1, max: 1, noNaN: true }),
        visibility: fc.constantFrom("shared", "shared", "private"),
      }),
      { minLength: 3, maxLength: 12 },
    ),
  })
  .map(({ own, others }) => [...own, ...others].filter(({ from, to }) => from !== to) as Tied[]);

const wanted = BUYERS.map((target, i) => ({ target, value: 40 + 20 * i }));
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe("team", () => {
  it("lets nobody be asked by two, gives each buyer to one, and keeps capacities, cooldowns and asks a day", async () => {
    let asked = 0;
    await assertUntil(
      () => asked > 60,
      fc.property(
        teams,
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 1, max: 3 }),
        (ties, asksPerDay, capacity) => {
          const plan = planner(ties).team({ seekers: REPS, targets: wanted, asksPerDay, capacity, now: NOW });
          const bySeeker = new Map<string, string[]>();
          for (const one of plan.asks) {
            expect(one.ask.seeker).toBe(one.seeker);
            expect(one.ask.connector).toBe(one.connector);
            expect(REPS).not.toContain(one.connector);
            bySeeker.set(one.ask.seeker, [...(bySeeker.get(one.ask.seeker) ?? []), one.day]);
          }
          for (const kind of ["connector", "target"] as const) {
            for (const id of new Set(plan.asks.map((one) => one[kind]))) {
              const own = plan.asks.filter((one) => one[kind] === id);
              expect(new Set(own.map(({ ask }) => ask.seeker)).size).toBe(1);
              expect(own.length).toBeLessThanOrEqual(kind === "connector" ? capacity : 2);
              for (const [i, { day }] of own.entries())
                if (i > 0)
                  expect(days(own[i - 1]?.day as string, day)).toBeGreaterThanOrEqual(
                    kind === "connector" ? 30 : 7,
                  );
            }
          }
          for (const own of bySeeker.values())
            for (const day of new Set(own)) {
              expect(own.filter((one) => one === day).length).toBeLessThanOrEqual(asksPerDay);
              expect([0, 6]).not.toContain(new Date(day).getUTCDay());
            }
          const takes = new Map(plan.asks.map(({ target, ask }) => [target, ask.seeker]));
          expect(plan.takes).toEqual(
            [...takes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([target, seeker]) => ({ target, seeker })),
          );
          // Each buyer is taken or left; whom the seekers may not name goes by another id.
          const placed = new Set([...takes.keys(), ...plan.left.map(({ target }) => target.id)]);
          expect(placed.size).toBe(BUYERS.length);
          expect(takes.size + plan.left.length).toBe(BUYERS.length);
          expect(plan.value).toBeLessThanOrEqual(plan.bound + 1e-9);
          asked += plan.asks.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(60);
  });

  it("is the same in whatever order seekers, targets and ties come", () => {
    fc.assert(
      fc.property(
        teams,
        fc.shuffledSubarray([...REPS], { minLength: 3 }),
        fc.shuffledSubarray(wanted, { minLength: wanted.length }),
        (ties, seekers, targets) => {
          const plan = planner(ties).team({ seekers: REPS, targets: wanted, now: NOW });
          expect(planner(ties).team({ seekers, targets, now: NOW })).toEqual(plan);
          expect(planner(ties).campaign({ seeker: seekers, targets, now: NOW })).toEqual(plan);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("of one seeker is that seeker's campaign, and of several brings no less than the best of them alone", () => {
    fc.assert(
      fc.property(teams, (ties) => {
        const one = planner(ties);
        const alone = REPS.map((seeker) => one.campaign({ seeker, targets: wanted, now: NOW }));
        expect(one.team({ seekers: ["r1"], targets: wanted, now: NOW })).toEqual(alone[0]);
        const all = one.team({ seekers: REPS, targets: wanted, now: NOW });
        // Whoever of a team stands on another's way asks for themselves, which is no way of the one alone.
        const isClear = !ties.some(({ to }) => (REPS as readonly string[]).includes(to));
        if (isClear && all.exact)
          for (const { value } of alone) expect(all.value).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it("leaves a buyer about whom nobody can be asked, or whom the limits leave no ask for, with why", () => {
    const ties: readonly Tied[] = [
      { from: "r1", to: "a", closeness: 0.9, visibility: "shared" },
      { from: "a", to: "x", closeness: 0.9, visibility: "shared" },
    ];
    const leftOf = (value: number, minimumValue = 0) => {
      const settings = { asking: { connectors: [{ connector: "a", minimumValue }] } };
      const plan = planner(ties, { settings }).team({
        seekers: ["r1"],
        targets: [{ target: "x", value }],
        now: NOW,
      });
      expect(plan.asks).toHaveLength(value > 0 ? 1 - plan.left.length : 0);
      return plan.left.map(({ target, refusal }) => [target.id, refusal.message]);
    };
    expect(leftOf(60)).toEqual([]);
    expect(leftOf(0)).toEqual([["x", expect.stringContaining("within its limits")]]);
    expect(leftOf(60, 90)).toEqual([["x", expect.stringContaining("can be asked now")]]);
  });

  it("gives each buyer to whom they are nearer, by what each may see", () => {
    const one = planner([
      { from: "r1", to: "a", closeness: 0.9, visibility: "shared" },
      { from: "a", to: "x", closeness: 0.9, visibility: "shared" },
      { from: "r2", to: "b", closeness: 0.9, visibility: "private" },
      { from: "b", to: "y", closeness: 0.9, visibility: "shared" },
      { from: "r2", to: "r1", closeness: 0.9, visibility: "shared" },
    ]);
    const targets = ["x", "y"].map((target) => ({ target, value: 60 }));
    const plan = one.team({ seekers: ["r2", "r1"], targets, now: NOW });
    expect(plan.takes).toEqual([
      { target: "x", seeker: "r1" },
      { target: "y", seeker: "r2" },
    ]);
    expect(plan.asks.map(({ connector }) => connector).sort()).toEqual(["a", "b"]);
    const note = one.draft(plan.asks[0]?.ask as never, { reason: "They open a second plant." }).note;
    expect(note).toContain("Person x at Co x");
    expect(one.record({ id: "s", type: "ask.sent", at: NOW, ask: plan.asks[0]?.ask })).toBe("appended");
    const after = one.team({ seekers: ["r1", "r2"], targets, now: NOW });
    expect(after.left.map(({ target }) => target.id)).toEqual([plan.asks[0]?.target]);
  });

  it("asks no more people a day than one can follow up, unless the caller says so", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    const targets = Array.from({ length: 60 }, (_, i) => ({ target: `t${i}`, value: 60 }));
    for (const [i, { target }] of targets.entries()) {
      network.addPerson({ id: `c${i}`, name: `Contact C${i}` });
      network.addPerson({ id: target, name: `Buyer B${i}`, company: `Co ${i}` });
      network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.9 } });
      network.addTie({ from: `c${i}`, to: target, evidence: { closeness: 0.9 } });
    }
    const perDay = (asksPerDay?: number, most?: number) => {
      const settings = most === undefined ? {} : { settings: { asking: { asksPerDay: most } } };
      const plan = new IntroductionPlanner({ network, ...settings }).campaign({
        seeker: "me",
        targets,
        now: NOW,
        ...(asksPerDay === undefined ? {} : { asksPerDay }),
      });
      const counts = new Map<string, number>();
      for (const { day } of plan.asks) counts.set(day, (counts.get(day) ?? 0) + 1);
      return [Math.max(...counts.values()), plan.asks.length];
    };
    expect(perDay()).toEqual([3, 60]);
    expect(perDay(5)).toEqual([5, 60]);
    expect(perDay(undefined, 10)).toEqual([10, 60]);
    expect(perDay(Number.POSITIVE_INFINITY)).toEqual([60, 60]);
  });

  it("refuses no seekers, unknown ones, unknown keys and limits out of range", () => {
    const one = planner([]);
    for (const [bad, code] of [
      [{ seekers: [] }, "INVALID_ARGUMENT"],
      [{ seekers: ["nobody"] }, "UNKNOWN_PERSON"],
      [{ seeker: "r1" }, "INVALID_ARGUMENT"],
      [{ asksPerDay: 0.5 }, "INVALID_ARGUMENT"],
      [{ asksPerDay: -1 }, "INVALID_ARGUMENT"],
      [{ targets: "x" }, "INVALID_ARGUMENT"],
    ] as const)
      expect(codeOf(() => one.team({ seekers: ["r1"], targets: wanted, now: NOW, ...bad } as never))).toBe(
        code,
      );
  });
});
