import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { describePlan } from "../../src/report/index.js";

const NOW = "2026-11-23";

/** A seeker with contacts at other firms, of whom some once worked at Acme. */
function world(): { readonly planner: IntroductionPlanner; readonly network: Network } {
  const network = new Network();
  const person = (id: string, name: string, company: string, more: object = {}) => {
    network.addPerson({ id, name, company, ...more });
    if (id !== "me") network.addTie({ from: "me", to: id, evidence: { connectedOn: "2019-01-01" } });
  };
  person("me", "Ada Park", "Northwind");
  person("ann", "Ann Lee", "Beta", { title: "CFO (ex-Acme)" });
  person("cho", "Cho Kim", "Gamma", { spells: [{ kind: "work", organization: "Acme Inc.", past: true }] });
  person("dee", "Dee Ray", "Delta", { title: "CFO (ex-Acme Bikes)" });
  person("eve", "Eve Fox", "Acme", {
    title: "Buyer, ex-Acme",
    spells: [{ kind: "work", organization: "Acme" }],
  });
  return { network, planner: new IntroductionPlanner({ network }) };
}

describe("contacts who once worked at the buyer's company", () => {
  it("are named beside the paths, by their stays and by their titles, and whoever still works there is not", () => {
    const { planner } = world();
    const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW });
    expect(plan.nearby).toEqual([
      { person: "ann", company: "Beta", former: true },
      { person: "cho", company: "Gamma", former: true },
    ]);
    expect(plan.issues.map(({ code }) => code)).toContain("FORMER_COLLEAGUES");
    expect(plan.issues.map(({ code }) => code)).not.toContain("BRANCH_OF_COMPANY");
    for (const [locale, words] of [
      [undefined, "Ann Lee (Beta), Cho Kim (Gamma): once at the same company as Bob Smith"],
      [GERMAN, "Ann Lee (Beta), Cho Kim (Gamma): ehemals in derselben Firma wie Bob Smith"],
      [SPANISH, "Ann Lee (Beta), Cho Kim (Gamma): antes en la misma empresa que Bob Smith"],
    ] as const)
      expect(describePlan(plan, planner, { ...(locale && { locale }) }).caveats.join()).toContain(words);
  });

  it("stand in the order of how close they are, so that of many the closest five are named", () => {
    const { planner, network } = world();
    for (let n = 0; n < 6; n++) {
      network.addPerson({ id: `z${n}`, name: `Zoe Nr${n}`, company: "Beta", title: "Buyer (ex-Acme)" });
      network.addTie({ from: "me", to: `z${n}`, evidence: { closeness: 0.5 + n / 12 } });
    }
    const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW });
    expect(plan.nearby?.map(({ person }) => person)).toEqual(["z5", "z4", "z3", "z2", "z1"]);
  });

  it("are no longer once they are seen to know the buyer, and are insiders of the account", () => {
    const { planner, network } = world();
    network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme" });
    network.addTie({ from: "ann", to: "bob", evidence: {} });
    const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
    expect(plan.nearby).toEqual([{ person: "cho", company: "Gamma", former: true }]);
    const { insiders = [] } = planner.account({ seeker: "me", company: "Acme", now: NOW });
    expect(insiders.filter(({ former }) => former).map(({ person }) => person)).toEqual(["ann", "cho"]);
  });

  it("tell nothing of an owner's private contacts to others", () => {
    const { planner, network } = world();
    network.addPerson({ id: "fay", name: "Fay Orr", company: "Zeta", title: "CFO (ex-Acme)" });
    network.addTie({ from: "ann", to: "fay", owner: "ann", visibility: "private", evidence: {} });
    const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW });
    expect(JSON.stringify(plan)).not.toContain("fay");
  });
});
