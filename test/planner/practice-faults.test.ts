import { describe, expect, it } from "vitest";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

const consentOf = (planner: ReturnType<typeof practiceWorld>["planner"], connector: string) =>
  planForBob(planner).paths.find(({ people }) => people[1] === connector)?.legs[0]?.consent ?? 0;

describe("a solved problem", () => {
  it("is no complaint: the moment after the sale stays good", () => {
    const sold = (more: object) => {
      const { planner } = practiceWorld();
      planner.record({
        id: "s",
        type: "sale.delivered",
        at: "2026-11-22",
        seller: "me",
        customer: "ann",
        ...more,
      } as never);
      return planner;
    };
    expect(consentOf(sold({ solved: "late supplier audits" }), "ann")).toBe(consentOf(sold({}), "ann"));
    const complained = planForBob(sold({ complaint: "two weeks late" }));
    expect(complained.asks.map(({ connector }) => connector)).toEqual(["cho"]);
    expect(complained.waiting[0]?.readiness.unmet).toContain("discontent");
  });
});

describe("the discontent", () => {
  it("are asked by no plan, no campaign and no next action", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "ann", tags: [{ code: "satisfaction:low", evidence: "NPS 2 of 10" }] });
    expect(planForBob(planner).asks.map(({ connector }) => connector)).toEqual(["cho"]);
    const targets = [{ target: "bob", value: 40 }];
    const campaign = planner.campaign({ seeker: "me", targets, now: MONDAY });
    expect(campaign.asks.map(({ connector }) => connector)).toEqual(["cho"]);
  });
});

describe("a prize", () => {
  it("for the giver lowers what a plan is worth, a gift for the receiver does not", () => {
    const worth = (incentive?: "giver" | "receiver") => {
      const connectors = [{ connector: "ann", ...(incentive === undefined ? {} : { incentive }) }];
      const { planner } = practiceWorld({ settings: { asking: { connectors } } });
      return planForBob(planner, { value: 40 }).expectedValue;
    };
    expect(worth("giver")).toBeLessThan(worth());
    expect(worth("receiver")).toBeGreaterThan(worth());
  });
});

describe("a won target", () => {
  it("is not planned again: refused as reached, with whom to thank", () => {
    const { planner, network } = practiceWorld();
    const ask = planForBob(planner, { now: "2026-01-02" }).asks[0];
    const { id = "" } = ask ?? {};
    planner.recordAll([
      { id: "s", type: "ask.sent", at: "2026-01-02", ask },
      { id: "1", type: "introduction.made", at: "2026-01-03", ask: id },
      { id: "2", type: "target.agreed", at: "2026-01-04", ask: id },
      { id: "3", type: "meeting.held", at: "2026-01-05", ask: id },
      { id: "4", type: "deal.won", at: "2026-02-05", ask: id, value: 40 },
    ]);
    for (let i = 0; i < 5; i++) {
      network.addPerson({ id: `c${i}`, name: `C ${i}`, company: `Q${i}` });
      network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.8 } });
      network.addTie({ from: `c${i}`, to: "bob", owner: `c${i}`, evidence: { closeness: 0.8 } });
    }
    const plan = planForBob(planner);
    expect(plan.asks).toEqual([]);
    expect(plan.refusal).toMatchObject({ code: "reached", thank: [ask?.connector] });
    const targets = [{ target: "bob", value: 40 }];
    expect(planner.campaign({ seeker: "me", targets, now: MONDAY }).left[0]?.refusal.code).toBe("reached");
  });
});

describe("giveFirst.lowers", () => {
  it("is what the price of the asks falls by once the gift is on record", () => {
    for (const kind of ["article", "event-advice", "lunch"]) {
      const { planner } = practiceWorld();
      const price = () => planForBob(planner).asks.find(({ connector }) => connector === "ann")?.price ?? 0;
      const gift = planner
        .giveFirst({ seeker: "me", targets: ["bob"], now: MONDAY })
        .find((one) => one.kind === kind && one.receivers.join() === "ann");
      const before = price();
      planner.record({ id: "g", type: "favor.given", at: MONDAY, giver: "me", receiver: "ann", kind });
      expect(gift?.lowers).toBeGreaterThan(0);
      expect(gift?.lowers).toBeCloseTo(before - price(), 9);
    }
  });
});

describe("a pair", () => {
  it("that was brought together is not proposed again, whoever did it", () => {
    const { planner } = practiceWorld();
    const pairs = (now: string) => planner.giveFirst({ seeker: "me", now }).map(({ receivers }) => receivers);
    const [first] = pairs(MONDAY);
    expect(first).toEqual(["ann", "cho"]);
    const between = ["cho", "ann"] as const;
    planner.record({ id: "b", type: "introduction.brokered", at: MONDAY, broker: "eve", between });
    for (const now of [MONDAY, "2027-11-24"]) expect(pairs(now)).not.toContainEqual(first);
  });
});

describe("a sale told of by a CRM", () => {
  it("opens the gate as one on record does, for whoever told of it alone", () => {
    const gate = (owner: string) => {
      const { planner, network } = practiceWorld({ settings: { ledger: { gate: "strict" } } });
      const tags = [{ code: "source:clients", evidence: "won deal", at: "2026-11-10", owner }];
      network.addPerson({ id: "ann", tags });
      return planForBob(planner).asks.map(({ connector }) => connector);
    };
    expect(gate("me")).toEqual(["ann"]);
    expect(gate("eve")).toEqual([]);
  });
});

describe("the reason of a refusal", () => {
  it("does not say that somebody gave without getting where nothing is on record", () => {
    const { planner } = practiceWorld({ settings: { ledger: { gate: "strict" } } });
    expect(planForBob(planner).refusal?.code).toBe("invest-first");
    expect(planForBob(planner).refusal?.message).not.toContain("given without getting");
  });
});

describe("the tie to warm", () => {
  it("is one of the seeker's own", () => {
    expect(practiceWorld().planner.tieToWarm({ seeker: "me", target: "bob", now: MONDAY })?.asker).toBe("me");
  });
});

describe("a lent name", () => {
  it("is worth less than an introduction", () => {
    const joint = (answer: "make-it" | "use-my-name") => {
      const { planner } = practiceWorld();
      const ask = planForBob(planner, { now: "2026-11-10" }).asks[0];
      planner.record({ id: "1", type: "ask.sent", at: "2026-11-10", ask });
      planner.record({ id: "2", type: "ask.agreed", at: "2026-11-11", ask: ask?.id ?? "", answer });
      return planForBob(planner, { exclude: ["cho"] }).jointProbability;
    };
    expect(joint("use-my-name")).toBeLessThan(joint("make-it"));
  });
});
