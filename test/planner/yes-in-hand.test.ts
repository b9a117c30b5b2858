import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { Network } from "../../src/network/index.js";
import type { IntroductionPlan, PlanAsk } from "../../src/planner/introduction-plan.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { describePlan } from "../../src/report/index.js";

const TARGET = { name: "Bob Smith", company: "Acme", title: "VP Operations" };
const [sent, later] = ["2026-11-23", "2026-11-25"];

/** What every call says of writing oneself, after one of two colleagues of the buyer was asked and `events` came of it. */
function directAfter(
  ...events: readonly ("ask.agreed" | "ask.declined" | "introduction.made" | "meeting.held")[]
) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  for (const id of ["c0", "c1"]) {
    network.addPerson({ id, name: `Contact ${id}`, company: "Acme", title: "COO" });
    network.addTie({ from: "me", to: id, evidence: { connectedOn: "2021-03-12" } });
  }
  const planner = new IntroductionPlanner({ network });
  const ask = planner.plan({ seeker: "me", target: TARGET, now: sent }).asks[0] as PlanAsk;
  planner.record({ id: "s", type: "ask.sent", at: sent, ask });
  events.forEach((type, i) => {
    planner.record({ id: `e${i}`, type, at: later, ask: ask.id });
  });
  const request = { seeker: "me", now: later };
  const plan = planner.plan({ ...request, target: TARGET });
  return {
    planner,
    summary: describePlan(plan, planner).summary,
    told: describePlan(plan, planner).direct?.text,
    issues: plan.issues.map(({ code }) => code),
    better: [
      plan.direct?.better,
      planner.reach({ ...request, targets: [TARGET], joint: true })[0]?.direct?.better,
    ],
  };
}

describe("an ask under way against writing oneself", () => {
  it("a yes in hand is worth more than a note to a stranger, in every call; silence and a no are not", () => {
    expect(directAfter().better).toEqual([true, true]);
    expect(directAfter("ask.declined").better).toEqual([true, true]);
    expect(directAfter("ask.declined").told).toContain("write yourself");
    const waits = directAfter();
    expect(waits.issues).not.toContain("DIRECT_IS_BETTER");
    expect(waits.told).toMatch(/write yourself: 10 in 100\.$/);
    const yes = directAfter("ask.agreed");
    expect(yes.told).toContain("An introduction is worth more");
    expect(yes.better).toEqual([false, false]);
    expect(yes.issues).not.toContain("DIRECT_IS_BETTER");
  });

  it("whoever was introduced is told of no guesses any more", () => {
    const { better, issues } = directAfter("ask.agreed", "introduction.made");
    expect(better).toEqual([false, false]);
    expect(issues).not.toContain("TARGET_NOT_IN_NETWORK");
    expect(issues).not.toContain("ONLY_INFERRED_TIES");
  });

  it("to a contact of one's own writing is the ask itself, before and after it was sent", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
    network.addPerson({ id: "bob", ...TARGET });
    network.addTie({ from: "me", to: "bob", evidence: { connectedOn: "2021-03-12" } });
    const planner = new IntroductionPlanner({ network });
    const plan = (): IntroductionPlan => planner.plan({ seeker: "me", target: "bob", now: sent });
    const ask = plan().asks[0] as PlanAsk;
    const told = (): unknown => [
      plan().issues.filter(({ code }) => code === "DIRECT_IS_BETTER"),
      describePlan(plan(), planner).direct,
    ];
    expect(told()).toEqual([[], undefined]);
    planner.record({ id: "s", type: "ask.sent", at: sent, ask });
    expect(told()).toEqual([[], undefined]);
    planner.record({ id: "y", type: "ask.agreed", at: sent, ask: ask.id });
    expect(describePlan(plan(), planner).summary).toMatch(/^Bob Smith has said yes to you/);
  });

  it("what to do today says it beside the next request, as the plan does, in each language", () => {
    for (const [locale, words] of [
      [undefined, "Writing to the buyer yourself is worth more: it works about 10 of 100 times"],
      [GERMAN, "Selbst zu schreiben ist mehr wert: Es klappt in etwa 10 von 100 Fällen"],
      [SPANISH, "Escribir directamente vale más: funciona unas 10 de cada 100 veces"],
    ] as const) {
      const { planner } = directAfter("ask.declined");
      const told = planner
        .next({ seeker: "me", now: later, ...(locale && { locale }) })
        .filter(({ kind }) => kind === "ask");
      expect(told.map(({ why }) => why.includes(words))).toEqual([true]);
    }
  });

  it("a yes of the buyer's own is told as one, and no introduction where there was none", () => {
    const steps = ["ask.agreed", "introduction.made", "meeting.held"] as const;
    const summaries = steps.map((_, i) => directAfter(...steps.slice(0, i + 1)).summary);
    expect(summaries[1]).toBe("You have been introduced: the next step is yours.");
    expect(summaries[2]).toBe("Bob Smith has said yes to you: the next step is yours.");
  });
});
