import { describe, expect, it } from "vitest";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

type Planner = ReturnType<typeof practiceWorld>["planner"];

const firstLeg = (planner: Planner, connector = "ann") =>
  planForBob(planner).paths.find(({ people }) => people[1] === connector)?.legs[0];

describe("levers of a yes (4.7, 3.14)", () => {
  it("taught: whoever was prepared is likelier to say yes", () => {
    const { planner } = practiceWorld();
    const before = firstLeg(planner)?.consent ?? 1;
    planner.record({ id: "p", type: "person.prepared", at: "2026-11-20", person: "ann" });
    expect(firstLeg(planner)?.consent).toBeGreaterThan(before);
    expect(firstLeg(planner)?.factors.map(({ name }) => name)).toContain("taught");
    expect(firstLeg(planner, "cho")?.factors.map(({ name }) => name)).not.toContain("taught");
  });

  it("reminded: a reminder lifts the chance that silence has left, and silence takes it away again", () => {
    const joint = (now: string, reminded: boolean) => {
      const { planner } = practiceWorld();
      const ask = planForBob(planner, { now: "2026-11-16" }).asks[0];
      planner.record({ id: "s", type: "ask.sent", at: "2026-11-16", ask });
      if (reminded) planner.record({ id: "r", type: "ask.reminded", at: "2026-11-18", ask: ask?.id ?? "" });
      return planForBob(planner, { now, exclude: ["cho"] }).jointProbability;
    };
    for (const now of ["2026-11-18", "2026-11-19", "2026-11-20"])
      expect(joint(now, true)).toBeGreaterThan(joint(now, false));
    expect(joint("2026-11-20", true)).toBeLessThan(joint("2026-11-18", true));
  });

  it("effort: a request that brings its text takes fewer minutes and gets a yes more often", () => {
    const world = (bringsText: boolean) => practiceWorld({ settings: { asking: { bringsText } } }).planner;
    const [minutes, without] = [true, false].map((text) => planForBob(world(text)).asks[0]?.minutes ?? 0);
    expect(minutes).toBeLessThan(without ?? 0);
    expect(firstLeg(world(false))?.consent).toBeLessThan(firstLeg(world(true))?.consent ?? 0);
  });
});

describe("trust (1.5, 2.5)", () => {
  it("keeps a strong tie from being asked too often, at any value", () => {
    const { planner, network } = practiceWorld({
      settings: {
        asking: { trust: { limit: 0.1 }, readiness: { cooldownDays: 0, quarterCap: 9, yearCap: 9 } },
      },
    });
    network.addTie({ from: "me", to: "ann", evidence: { closeness: 1 } });
    const unmet = () => {
      const plan = planForBob(planner, { value: 1e9 });
      return [...plan.asks, ...plan.waiting].find(({ connector }) => connector === "ann")?.readiness;
    };
    expect(unmet()?.unmet).not.toContain("trust");
    const ask = planForBob(planner, { now: "2026-10-05" }).asks.find(({ connector }) => connector === "ann");
    for (const week of ["05", "12", "19", "26"]) {
      const one = {
        ...ask,
        id: `a${week}`,
        target: `x${week}`,
        legs: ask?.legs.map((leg, i) => (i === 0 ? leg : { ...leg, asked: `x${week}` })),
      };
      planner.record({ id: `s${week}`, type: "ask.sent", at: `2026-10-${week}`, ask: one as never });
      planner.record({ id: `y${week}`, type: "ask.agreed", at: `2026-10-${week}`, ask: one.id });
    }
    expect(unmet()?.unmet).toContain("trust");
    expect(unmet()?.trustLoss).toBeGreaterThan(0.1);
  });
});

describe("preparation before the first ask (2.8)", () => {
  const prepared = () => practiceWorld({ settings: { asking: { prepareFirst: true } } }).planner;

  it("is needed, or overridden on record", () => {
    const planner = prepared();
    const ask = planForBob(planner).waiting.find(({ connector }) => connector === "ann");
    expect(ask?.readiness.unmet).toContain("preparation");
    expect(() => planner.record({ id: "s", type: "ask.sent", at: MONDAY, ask })).toThrow(/prepared/);
    expect(planner.journal.length).toBe(0);
    planner.record({ id: "s", type: "ask.sent", at: MONDAY, ask, override: ["preparation"] });
    expect(planner.journal.at(0)).toMatchObject({ type: "ask.sent", override: ["preparation"] });
    // The same again is no new request.
    expect(planner.record({ id: "s", type: "ask.sent", at: MONDAY, ask, override: ["preparation"] })).toBe(
      "exists",
    );
  });

  it("is told by an event of the same batch too", () => {
    const planner = prepared();
    const ask = planForBob(planner).waiting.find(({ connector }) => connector === "cho");
    planner.recordAll([
      { id: "p", type: "person.prepared", at: MONDAY, person: "cho" },
      { id: "s", type: "ask.sent", at: MONDAY, ask },
    ]);
    expect(planner.journal.length).toBe(2);
  });
});
