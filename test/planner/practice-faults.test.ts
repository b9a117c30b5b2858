import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

const consentOf = (planner: ReturnType<typeof practiceWorld>["planner"], connector: string) =>
  planForBob(planner).paths.find(({ people }) => people[1] === connector)?.legs[0]?.consent ?? 0;

describe("a solved problem (W1)", () => {
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

describe("the discontent (W2)", () => {
  it("are asked by no plan, no campaign and no next action", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "ann", tags: [{ code: "satisfaction:low", evidence: "NPS 2 of 10" }] });
    expect(planForBob(planner).asks.map(({ connector }) => connector)).toEqual(["cho"]);
    const targets = [{ target: "bob", value: 40 }];
    const campaign = planner.campaign({ seeker: "me", targets, now: MONDAY });
    expect(campaign.asks.map(({ connector }) => connector)).toEqual(["cho"]);
  });

  it("are those who complained, in plan, next, ladder and standing alike, until a later sale without a complaint", () => {
    const { planner } = practiceWorld();
    const sale = { type: "sale.delivered", seller: "me", customer: "ann" } as const;
    const asksOf = (now: string) => ({
      kinds: planner
        .next({ seeker: "me", now, limit: 50 })
        .filter(({ person }) => person === "ann")
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "touch"),
      isPlanned: planForBob(planner, { now }).asks.some(({ connector }) => connector === "ann"),
      gate: planner.standing({ seeker: "me", counterpart: "ann", now }).gate,
      isHappy: !/not happy/.test(
        planner.ladder({ seeker: "me", now }).find(({ person }) => person === "ann")?.next ?? "",
      ),
    });
    planner.record({ ...sale, id: "1", at: "2026-02-10", solved: "late audits" });
    planner.record({ ...sale, id: "2", at: "2026-02-20", complaint: "two weeks late" });
    for (const now of ["2026-02-20", "2026-05-22", "2026-05-30", "2026-11-20", "2028-02-20"])
      expect(asksOf(now)).toEqual({ kinds: [], isPlanned: false, gate: "closed", isHappy: false });
    const closed = planner.standing({ seeker: "me", counterpart: "ann", now: "2026-05-30" });
    expect(closed).toMatchObject({ unmet: ["discontent"] });
    expect(closed).not.toHaveProperty("openWith");
    planner.record({ ...sale, id: "3", at: "2026-05-28", solved: "the delay" });
    expect(asksOf("2026-05-30")).toEqual({
      kinds: ["ask-after-success"],
      isPlanned: true,
      gate: "open",
      isHappy: true,
    });
  });
});

describe("a prize (W3)", () => {
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

describe("a won target (W4)", () => {
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

describe("giveFirst.lowers (W5)", () => {
  it("is what the prices of all asks to come fall by once the gift is on record, for whoever gets it", () => {
    const sums = fc.constantFrom(["bob"], ["dan"], ["bob", "dan"]);
    const drawn = fc.constantFrom(0, 1, 3);
    fc.assert(
      fc.property(sums, drawn, fc.nat(), (targets, favors, pick) => {
        const { planner } = practiceWorld();
        for (let i = 0; i < favors; i++)
          planner.record({
            id: `f${i}`,
            type: "favor.given",
            at: "2026-06-01",
            giver: "ann",
            receiver: "me",
            kind: "introduction",
          });
        const prices = (connector: string) =>
          targets.map((target) => {
            const plan = planner.plan({ seeker: "me", target, now: MONDAY });
            const ask = [...plan.asks, ...plan.waiting].find((one) => one.connector === connector);
            return { price: ask?.price ?? 0, isReady: plan.asks.some((one) => one.connector === connector) };
          });
        const gifts = planner
          .giveFirst({ seeker: "me", targets, now: MONDAY })
          .filter(({ receivers }) => receivers.length === 1);
        const gift = gifts[pick % gifts.length];
        if (gift === undefined) return;
        const [receiver = ""] = gift.receivers;
        const before = prices(receiver);
        planner.record({ id: "g", type: "favor.given", at: MONDAY, giver: "me", receiver, kind: gift.kind });
        const after = prices(receiver);
        // A gate that opens lets more routes in: then the prices are of other asks.
        if (before.some(({ isReady }, i) => isReady !== after[i]?.isReady)) return;
        const fall = before.reduce((sum, { price }, i) => sum + price - (after[i]?.price ?? 0), 0);
        expect(gift.lowers).toBeCloseTo(fall, 9);
        expect(gift.lowers > 0).toBe(before.some(({ price }) => price > 0));
      }),
      { numRuns: 8 },
    );
  });
});

describe("a pair (W6)", () => {
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

describe("a sale told of by a CRM (W10)", () => {
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

describe("the reason of a refusal (W11)", () => {
  it("does not say that somebody gave without getting where nothing is on record", () => {
    const { planner } = practiceWorld({ settings: { ledger: { gate: "strict" } } });
    expect(planForBob(planner).refusal?.code).toBe("invest-first");
    expect(planForBob(planner).refusal?.message).not.toContain("given without getting");
  });
});

describe("the tie to warm (W13)", () => {
  it("is one of the seeker's own", () => {
    expect(practiceWorld().planner.tieToWarm({ seeker: "me", target: "bob", now: MONDAY })?.asker).toBe("me");
  });
});

describe("a lent name (W14)", () => {
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

describe("the chance of a plan (W8)", () => {
  it("does not fall when its best ask is sent", () => {
    const { planner } = practiceWorld();
    const before = planForBob(planner);
    planner.record({ id: "s", type: "ask.sent", at: MONDAY, ask: before.asks[0] });
    expect(planForBob(planner).jointProbability).toBeCloseTo(before.jointProbability, 9);
  });
});

describe("a refusal (W9)", () => {
  it("ends when the settings say so", () => {
    const { planner } = practiceWorld({ settings: { asking: { readiness: { targetRefusalDays: 100 } } } });
    const ask = planForBob(planner, { now: "2026-01-05" }).asks.find(({ connector }) => connector === "ann");
    planner.record({ id: "s", type: "ask.sent", at: "2026-01-05", ask });
    planner.record({ id: "d", type: "ask.declined", at: "2026-01-06", ask: ask?.id ?? "", answer: "no" });
    const isAsked = (now: string) =>
      planForBob(planner, { now }).asks.some(({ connector }) => connector === "ann");
    expect([isAsked("2026-04-15"), isAsked("2026-04-16")]).toEqual([false, true]);
  });
});

describe("the flip of two equal asks (W12)", () => {
  it("says that they are level", () => {
    const { asks, flip } = planForBob(practiceWorld().planner);
    expect(flip).toMatchObject({ first: asks[1]?.connector, why: expect.stringContaining("are level") });
  });
});

describe("a proven advocate (W15)", () => {
  it("stands above whoever was never asked, thanked or not", () => {
    const { planner } = practiceWorld();
    const ask = planForBob(planner, { now: "2023-06-01" }).asks.find(({ connector }) => connector === "ann");
    for (const year of ["2023", "2024", "2025"]) {
      const target = `x${year}`;
      const legs = ask?.legs.map((leg, i) => (i === 0 ? leg : { ...leg, asked: target })) ?? [];
      const one = { ...ask, id: `a${year}`, target, legs };
      planner.record({ id: `s${year}`, type: "ask.sent", at: `${year}-06-01`, ask: one as never });
      planner.record({ id: `i${year}`, type: "introduction.made", at: `${year}-06-03`, ask: one.id });
    }
    const unthanked = consentOf(planner, "ann");
    expect(unthanked).toBeGreaterThan(consentOf(planner, "cho"));
    planner.record({ id: "t", type: "thanks.sent", at: "2026-11-01", ask: "a2025" });
    expect(consentOf(planner, "ann")).toBeGreaterThan(unthanked);
  });
});

describe("a campaign of several seekers (W16)", () => {
  /** A second seeker with a strong way of their own, of the given closeness. */
  const team = (closeness: number) => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "r2", name: "Rae Two", company: "Northwind" });
    network.addTie({ from: "r2", to: "eve", evidence: { closeness } });
    network.addTie({ from: "eve", to: "bob", owner: "eve", evidence: { closeness: 1 } });
    return planner;
  };
  const targets = [{ target: "bob", value: 40 }];

  it("weighs every seeker's ways as one plan, and is never worth less than the best of them alone", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (closeness) => {
        const planner = team(closeness);
        const worth = (seeker: string | string[]) => planner.campaign({ seeker, targets, now: MONDAY }).value;
        expect(worth(["me", "r2"])).toBeCloseTo(Math.max(worth("me"), worth("r2")), 9);
        expect(worth(["r2", "me"])).toBe(worth(["me", "r2"]));
      }),
      { numRuns: 5 },
    );
  });

  it("gives a buyer to the seeker whose way is best, and is the same by either name", () => {
    const planner = team(1);
    for (const id of ["ann", "cho"]) planner.network.setDoNotAsk(id, true);
    const both = planner.campaign({ seeker: ["me", "r2"], targets, now: MONDAY });
    expect(both.asks.map(({ ask }) => [ask.seeker, ask.connector])).toEqual([["r2", "eve"]]);
    expect(planner.team({ seekers: ["me", "r2"], targets, now: MONDAY })).toEqual(both);
  });
});

describe("thanks (W17)", () => {
  it("pay no debt, however many notes are sent", () => {
    const { planner } = practiceWorld();
    planner.record({
      id: "d",
      type: "favor.given",
      giver: "ann",
      receiver: "me",
      kind: "introduction",
      at: "2026-10-01",
    });
    const balance = () => planner.standing({ seeker: "me", counterpart: "ann", now: MONDAY }).balance;
    const note = (id: string) =>
      planner.record({ id, type: "thanks.sent", at: "2026-11-22", giver: "me", receiver: "ann" });
    note("t0");
    const once = balance();
    for (let i = 1; i < 10; i++) note(`t${i}`);
    expect(balance()).toBe(once);
    expect(planner.standing({ seeker: "me", counterpart: "ann", now: MONDAY }).gate).toBe("closed");
  });
});
