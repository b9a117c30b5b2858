import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { Network } from "../../src/network/index.js";
import type { PlanAsk } from "../../src/planner/introduction-plan.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { describePlan } from "../../src/report/index.js";

const TARGET = { name: "Bob Smith", company: "Acme", title: "CFO" };
const now = "2026-11-23";

function world(): { planner: IntroductionPlanner; network: Network; ask: PlanAsk } {
  const network = new Network();
  for (const id of ["me", "you"]) network.addPerson({ id, name: `Seller ${id}`, company: "Northwind" });
  for (const [id, title] of Object.entries({ c0: "COO", c1: "CEO", c2: "Buyer" })) {
    network.addPerson({ id, name: `Contact ${id}`, company: "Acme GmbH", title });
    for (const from of ["me", "you"]) network.addTie({ from, to: id, evidence: { closeness: 0.6 } });
  }
  const planner = new IntroductionPlanner({ network });
  const ask = planner.plan({ seeker: "me", target: TARGET, now }).asks[0] as PlanAsk;
  planner.record({ id: "s", type: "ask.sent", at: now, ask });
  return { planner, network, ask };
}

describe("an account after asks for a buyer whom the network does not hold", () => {
  const account = (planner: IntroductionPlanner, seeker = "me", roles = ["CFO"]) =>
    planner.account({ seeker, company: "Acme", roles, now });

  it("takes them for who holds the position: an open ask counts, a no is asked no second time", () => {
    const { planner, ask } = world();
    const plan = planner.plan({ seeker: "me", target: TARGET, now });
    expect(account(planner)).toMatchObject({ open: [ask.id], jointProbability: plan.jointProbability });
    planner.record({ id: "d", type: "ask.declined", at: now, ask: ask.id, answer: "not-tied" });
    const asked = ({ asks, waiting }: { asks: readonly PlanAsk[]; waiting: readonly PlanAsk[] }) =>
      [...asks, ...waiting].map(({ connector }) => connector);
    expect(asked(account(planner))).not.toContain(ask.connector);
    expect(asked(account(planner))).toEqual(asked(planner.plan({ seeker: "me", target: TARGET, now })));
  });

  it("tells nobody else of them, and lists them once when the network knows them by now", () => {
    const { planner, network } = world();
    const named = (seeker: string, roles?: string[]) =>
      account(planner, seeker, roles).people.filter(({ name }) => name === TARGET.name).length;
    expect([named("me"), named("you")]).toEqual([1, 0]);
    expect([named("me", []), named("you", [])]).toEqual([1, 0]);
    network.addPerson({ id: "bob", ...TARGET });
    expect([named("me"), named("me", [])]).toEqual([1, 1]);
  });
});

describe("a position at a company", () => {
  it("is planned for as an account where nobody known holds it", () => {
    const { planner } = world();
    for (const target of ["Head of Procurement at Acme", { title: "Head of Procurement", company: "Acme" }])
      expect(planner.plan({ seeker: "me", target, now }).refusal).toMatchObject({ openWith: "account" });
    for (const [locale, words] of [
      [GERMAN, "plane für die ganze Firma"],
      [SPANISH, "planifica para toda la empresa"],
      [undefined, "plan for the whole company"],
    ] as const)
      for (const target of ["someone at Acme", "Head of Procurement at Acme"]) {
        const plan = planner.plan({ seeker: "me", target, now });
        expect(describePlan(plan, planner, { locale }).refusal?.text).toContain(words);
      }
    expect(planner.plan({ seeker: "me", target: "Zed Zorn", now }).refusal?.openWith).toBeUndefined();
  });
});
