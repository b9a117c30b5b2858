import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { Network } from "../../src/network/index.js";
import type { PlanAsk } from "../../src/planner/introduction-plan.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { describePlan, planText } from "../../src/report/index.js";

const [then, now] = ["2026-03-02", "2026-11-23"];

type Step = "ask.agreed" | "ask.declined" | "ask.withdrawn";

/** What a plan for another buyer says of a contact of LinkedIn alone, after these events of a first request to them. */
function wordsAfter(...events: readonly Step[]) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "c", name: "Cho Kim", company: "Beta", title: "CFO" });
  network.addTie({ from: "me", to: "c", evidence: { connectedOn: "2021-03-12" } });
  for (const id of ["b", "z"]) {
    network.addPerson({ id, name: `Buyer ${id}`, company: "Acme", title: "VP Operations" });
    network.addTie({ from: "c", to: id, evidence: { closeness: 0.9 } });
  }
  const planner = new IntroductionPlanner({ network });
  const first = planner.plan({ seeker: "me", target: "b", now: then }).asks[0] as PlanAsk;
  planner.record({ id: "s", type: "ask.sent", at: then, ask: first });
  events.forEach((type, i) => {
    planner.record({ id: `e${i}`, type, at: "2026-03-04", ask: first.id });
  });
  const plan = planner.plan({ seeker: "me", target: "z", now });
  const [ask] = [...plan.asks, ...plan.waiting] as [PlanAsk];
  const texts = [undefined, GERMAN, SPANISH].map((locale) =>
    planText(describePlan(plan, planner, { locale })),
  );
  const message = planner.draft(ask, { channel: "email", reason: "Acme opens a second plant." });
  return { ask, words: [ask.why, ask.legs[0]?.why, ...texts, JSON.stringify(message)].join("\n") };
}

const NEVER = /never spoken|never (been in touch|written|heard)|nie (gesprochen|Kontakt)|nunca/;

describe("a contact of LinkedIn alone who was asked before", () => {
  it("is not said to be one never spoken with once they answered, yes or no; silence is no word", () => {
    const silent = wordsAfter("ask.withdrawn");
    expect(wordsAfter("ask.agreed").ask.legs[0]?.why).toMatch(
      /: few days of contact are on record, connected 2021-03-12/,
    );
    expect(silent.words).toMatch(NEVER);
    for (const type of ["ask.agreed", "ask.declined"] as const)
      expect(wordsAfter(type).words).not.toMatch(NEVER);
  });

  it("is not likelier by a no than by silence", () => {
    const chance = (...events: readonly Step[]) => wordsAfter(...events).ask.probability;
    expect(chance("ask.agreed")).toBeGreaterThan(chance("ask.withdrawn"));
    expect(chance("ask.declined")).toBeLessThan(chance("ask.withdrawn"));
  });
});
