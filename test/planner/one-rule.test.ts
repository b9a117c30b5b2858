import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { describePlan } from "../../src/report/index.js";
import { type Random, seededRandom } from "../support/random.js";

const now = "2026-11-28";
const TITLES = ["VP Operations", "CFO", "Head of Procurement"] as const;

/** Contacts, some of whom work where the buyers do, and asks of the last months in every state. */
function world(random: Random): { planner: IntroductionPlanner; targets: readonly string[] } {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  const connectors = Array.from({ length: 2 + random.below(4) }, (_, i) => `c${i}`);
  const targets = TITLES.map((_, i) => `t${i}`);
  for (const id of connectors)
    network.addPerson({ id, name: `Contact ${id}`, company: random.pick(["Acme", "Halden", "Beta"]) });
  TITLES.forEach((title, i) => {
    const emails = random.chance(0.5) ? { emails: [`t${i}@acme.example`] } : {};
    network.addPerson({ id: `t${i}`, name: `Buyer ${i}`, company: "Acme", title, ...emails });
  });
  const tie = (from: string, to: string): void => {
    network.addTie({ from, to, evidence: { closeness: random.below(11) / 10 } });
  };
  for (const id of connectors) if (random.chance(0.8)) tie("me", id);
  for (const id of connectors) for (const to of targets) if (random.chance(0.4)) tie(id, to);
  if (random.chance(0.3)) tie("me", random.pick(targets));
  if (random.chance(0.4)) tie("c0", "c1");
  const planner = new IntroductionPlanner({ network });
  for (let i = random.below(4); i > 0; i--) answerOne(planner, random.pick(targets), i, random);
  return { planner, targets };
}

function answerOne(planner: IntroductionPlanner, target: string, i: number, random: Random): void {
  const at = `2026-${random.pick(["09-03", "10-20", "11-26"])}`;
  const { asks } = planner.plan({ seeker: "me", target, now: at });
  if (asks.length === 0) return;
  const ask = random.pick(asks);
  try {
    planner.record({ id: `s${i}`, type: "ask.sent", at, ask });
    const answer = random.pick(["none", "ask.agreed", "ask.declined", "not-tied"] as const);
    const id = `a${i}`;
    if (answer === "not-tied") planner.record({ id, type: "ask.declined", at, ask: ask.id, answer });
    else if (answer !== "none") planner.record({ id, type: answer, at, ask: ask.id });
  } catch (error) {
    // Two asks of one day and two people are one; the history is drawn without looking.
    expect(error).toMatchObject({ name: "WarmpathError" });
  }
}

describe("all calls go by one rule", () => {
  const count = Number(process.env["WARMPATH_LONG_RULE"] ?? 6);
  const worlds = Array.from({ length: count }, (_, seed) => world(seededRandom(seed)));

  it("reach tells of a buyer what the plan for them tells: chance, all ways together, what is under way, the direct way", () => {
    for (const { planner, targets } of worlds) {
      const request = { seeker: "me", targets, now };
      const fast = planner.reach(request);
      for (const row of planner.reach({ ...request, joint: true })) {
        const plan = planner.plan({ seeker: "me", target: row.target.id, now });
        const { jointProbability, open, direct, paths } = plan;
        const probability = paths[0]?.probability ?? 0;
        const { better: _, ...way } = direct ?? { better: true };
        const quick = fast.find(({ target }) => target.id === row.target.id);
        expect(quick?.probability).toBeCloseTo(probability, 9);
        expect(quick?.open ?? []).toEqual(open);
        expect(quick?.direct ?? {}).toMatchObject(way);
        if (row.refusal !== undefined) expect(plan.refusal).toEqual(row.refusal);
        else expect(row).toMatchObject({ probability, jointProbability, direct });
      }
    }
  });

  it("an account with one who is wanted is the plan for them", () => {
    for (const [seed, { planner }] of worlds.entries()) {
      const i = seed % TITLES.length;
      const role = TITLES[i] as string;
      const account = planner.account({ seeker: "me", company: "Acme", roles: [role], value: 40, now });
      const plan = planner.plan({ seeker: "me", target: `t${i}`, value: 40, now });
      const { asks, waiting, open, jointProbability, expectedCost, expectedValue, stop } = plan;
      expect(account).toMatchObject({
        asks,
        waiting,
        open,
        jointProbability,
        expectedCost,
        expectedValue,
        stop,
      });
      expect(account.issues.filter(({ code }) => code !== "SAME_TRADE")).toEqual(plan.issues);
      if (plan.direct === undefined) expect(account.direct).toBeUndefined();
      else expect(account.direct).toEqual({ ...plan.direct, person: `t${i}` });
    }
  });

  it("a campaign of one buyer within no limit reaches them as a plan does, and counts what is under way", () => {
    for (const [seed, { planner }] of worlds.entries()) {
      const i = seed % TITLES.length;
      const target = `t${i}`;
      const plan = planner.plan({ seeker: "me", target, value: 1e6, now });
      const limits = { perTarget: 99, cooldownDays: 0, targetGapDays: 0, horizonDays: 3_000 };
      const campaign = planner.campaign({
        seeker: "me",
        targets: [{ target, value: 1e6 }],
        capacity: 99,
        asksPerDay: 99,
        k: 5,
        limits,
        now,
      });
      const [buyer] = campaign.buyers;
      if (buyer === undefined) {
        expect(campaign.left).toMatchObject([{ target: { id: target } }]);
        continue;
      }
      expect(buyer.open).toEqual(plan.open);
      const { better: _, ...direct } = plan.direct ?? { better: true };
      expect(buyer.direct).toMatchObject(direct);
      // Whoever waits today is asked later in a campaign, and counts in no plan of today.
      if (plan.waiting.length === 0) expect(buyer.probability).toBeCloseTo(plan.jointProbability, 9);
      else expect(buyer.probability).toBeGreaterThanOrEqual(plan.jointProbability - 1e-9);
      const asked = campaign.asks.map(({ connector }) => connector);
      for (const { connector } of plan.asks) expect(asked).toContain(connector);
    }
  });

  it("says what asking brings up to the stop beside all ways together, in each language", () => {
    const stopped = worlds.filter(({ planner, targets }, i) => {
      const plan = planner.plan({ seeker: "me", target: targets[i % 3] as string, value: 3, now });
      const { successProbability, jointProbability, expectedValue, expectedCost, open, asks } = plan;
      if (open.length > 0) return false;
      expect(successProbability ?? jointProbability).toBeCloseTo((expectedValue + expectedCost) / 3, 9);
      if (successProbability === undefined || asks.length === 0) return false;
      expect(successProbability).toBeLessThan(jointProbability);
      for (const locale of [undefined, GERMAN, SPANISH]) {
        const { summary } = describePlan(plan, planner, { locale });
        expect(summary).not.toBe(
          describePlan({ ...plan, successProbability: undefined } as never, planner, { locale }).summary,
        );
      }
      return true;
    });
    expect(stopped.length).toBeGreaterThan(0);
  });
});
