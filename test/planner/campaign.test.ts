import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network, readLinkedInConnections } from "../../src/index.js";

const NOW = "2026-11-22";
const me = { id: "me", name: "Ada Park", company: "Northwind" };

function examplePlanner(): IntroductionPlanner {
  const csv = readFileSync(new URL("../../examples/data/Connections.csv", import.meta.url));
  const network = new Network();
  network.import(readLinkedInConnections(csv, { owner: me }));
  return new IntroductionPlanner({ network });
}

/** Two buyers, three connectors who know both, at different strengths. */
function teamPlanner(): IntroductionPlanner {
  const network = new Network();
  for (const id of ["me", "a", "b", "c", "x", "y"])
    network.addPerson({ id, name: `Person ${id}`, company: `Co ${id}` });
  for (const [id, closeness] of [
    ["a", 0.9],
    ["b", 0.6],
    ["c", 0.3],
  ] as const) {
    network.addTie({ from: "me", to: id, evidence: { closeness } });
    for (const buyer of ["x", "y"]) network.addTie({ from: id, to: buyer, evidence: { closeness: 0.5 } });
  }
  return new IntroductionPlanner({ network });
}

describe("campaign", () => {
  const both = [
    { target: "x", value: 60 },
    { target: "y", value: 40 },
  ];

  it("never breaks a capacity, a cooldown or the limit of asks about one target, and states a bound", () => {
    const planner = teamPlanner();
    for (const capacity of [1, 2]) {
      const plan = planner.campaign({ seeker: "me", targets: both, capacity, now: NOW });
      for (const id of ["a", "b", "c"]) {
        const asks = plan.asks.filter(({ connector }) => connector === id);
        expect(asks.length).toBeLessThanOrEqual(capacity);
        const days = asks.map(({ day }) => Date.parse(day)).sort((p, q) => p - q);
        for (const [i, day] of days.entries()) {
          if (i > 0) expect(day - (days[i - 1] as number)).toBeGreaterThanOrEqual(30 * 86_400_000);
        }
      }
      for (const id of ["x", "y"]) {
        expect(plan.asks.filter(({ target }) => target === id).length).toBeLessThanOrEqual(2);
      }
      expect(plan.value).toBeLessThanOrEqual(plan.bound + 1e-9);
      expect(plan.value).toBeLessThanOrEqual(100);
      expect(plan.asks.length).toBeGreaterThan(0);
    }
  });

  it("gives asks that can be drafted and recorded, and leaves out whom it cannot plan", () => {
    const planner = examplePlanner();
    const plan = planner.campaign({
      seeker: "me",
      targets: [
        { target: "Bob Smith at Acme", value: 50 },
        { target: "Bob Smith at Acme", value: 50 },
        { target: "Zed Zorn at Nowhere Ltd", value: 50 },
        { target: "Zed", value: 50 },
      ],
      now: NOW,
    });
    expect(plan.left.map(({ refusal }) => refusal.code).sort()).toEqual(["no-path", "not-enough-evidence"]);
    const [first] = plan.asks;
    expect(planner.draft(first?.ask, { reason: "a second plant", offer: "a checklist" }).note).toContain(
      "Bob Smith",
    );
    expect(planner.record({ id: "e", type: "ask.sent", at: NOW, ask: first?.ask })).toBe("appended");
    const after = planner.campaign({
      seeker: "me",
      targets: [{ target: "Bob Smith at Acme", value: 50 }],
      now: NOW,
    });
    expect(after.asks.map(({ connector }) => connector)).not.toContain(first?.connector);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it("takes capacities of single connectors, and asks nobody whose gate is closed", () => {
    const planner = teamPlanner();
    const capacity = [{ connector: "a", capacity: 0 }];
    const plan = planner.campaign({ seeker: "me", targets: both, capacity, now: NOW });
    expect(plan.asks.map(({ connector }) => connector)).not.toContain("a");
    planner.record({
      id: "f",
      type: "favor.given",
      at: NOW,
      giver: "b",
      receiver: "me",
      kind: "introduction",
    });
    const later = planner.campaign({ seeker: "me", targets: both, now: NOW });
    expect(later.asks.map(({ connector }) => connector)).not.toContain("b");
    expect(() => planner.campaign({ seeker: "nobody", targets: both, now: NOW })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_PERSON" }),
    );
    expect(planner.campaign({ seeker: "me", targets: [], now: NOW }).asks).toEqual([]);
  });
});

describe("giveFirst", () => {
  it("ranks what lowers the price of an ask to come, and opens a closed gate first", () => {
    const planner = teamPlanner();
    planner.record({
      id: "f",
      type: "favor.given",
      at: NOW,
      giver: "a",
      receiver: "me",
      kind: "introduction",
      size: 3,
    });
    const gifts = planner.giveFirst({ seeker: "me", targets: ["x"], now: NOW });
    expect(gifts.length).toBeGreaterThan(0);
    const best = gifts[0];
    expect(best?.receivers).toContain("a");
    expect(best?.lowers).toBeGreaterThan(0);
    expect(best?.effects.every(({ priceAfter, priceBefore }) => priceAfter <= priceBefore)).toBe(true);
    const lunch = gifts.find(({ kind, receivers }) => kind === "lunch" && receivers.includes("a"));
    expect(lunch?.effects[0]?.opensGate).toBe(true);
    expect(gifts.map(({ lowers }) => lowers)).toEqual(
      gifts.map(({ lowers }) => lowers).sort((a, b) => b - a),
    );
  });

  it("offers to bring two contacts of alike work together, who are not seen to know each other", () => {
    const planner = examplePlanner();
    const pairs = planner.giveFirst({ seeker: "me", now: NOW }).filter(({ kind }) => kind === "introduction");
    expect(pairs.length).toBeGreaterThan(0);
    for (const { receivers, askBothFirst } of pairs) {
      const [a, b] = receivers as [string, string];
      expect(planner.network.tie(a, b)).toBeUndefined();
      expect(planner.network.person(a)?.company).not.toBe(planner.network.person(b)?.company);
      expect(askBothFirst).toBe(true);
    }
  });

  it("names overdue thanks", () => {
    const planner = teamPlanner();
    const [ask] = planner.plan({ seeker: "me", target: "x", now: NOW }).asks;
    planner.recordAll([
      { id: "1", type: "ask.sent", at: NOW, ask },
      { id: "2", type: "ask.agreed", at: "2026-11-23", ask: ask?.id as string },
      { id: "3", type: "introduction.made", at: "2026-11-24", ask: ask?.id as string },
    ] as never);
    const gifts = planner.giveFirst({ seeker: "me", now: "2026-12-04" });
    expect(gifts.find(({ kind }) => kind === "thanks")).toMatchObject({
      receivers: [ask?.connector],
      overdueDays: 8,
    });
  });
});

describe("schedule", () => {
  it("lays the asks out one open at a time, on working days", () => {
    const { network } = teamPlanner();
    const weekdays = [1, 2, 3, 4, 5];
    const planner = new IntroductionPlanner({ network, policy: { calendar: { weekdays } } });
    const plan = planner.plan({ seeker: "me", target: "x", now: NOW });
    const steps = planner.schedule(plan);
    const asks = steps.filter(({ step }) => step === "ask");
    expect(asks.map(({ connector }) => connector)).toEqual(plan.asks.map(({ connector }) => connector));
    for (const { day } of steps) expect(weekdays).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
    for (const [i, ask] of asks.entries()) {
      const before =
        i === 0 ? undefined : steps.find((s) => s.step === "move-on" && s.ask === asks[i - 1]?.ask);
      if (before !== undefined) expect(ask.day >= before.day).toBe(true);
    }
  });
});
