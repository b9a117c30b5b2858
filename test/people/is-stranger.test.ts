import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { isStranger, type TieEvidence } from "../../src/people/index.js";
import { describePlan } from "../../src/report/index.js";

const NOW = "2026-11-28";
const KNOWN: readonly TieEvidence[] = [
  { closeness: 1 },
  { closeness: 0.3, connectedOn: "2020-01-01" },
  { contexts: ["work:own-team"] },
  { contexts: ["team:northwind"] },
  { contexts: ["worked-together"] },
  { contexts: ["former-colleague"], connectedOn: "2020-01-01" },
  { contexts: ["customer"] },
  { contexts: ["vendor"] },
  { contexts: ["family"] },
  { contexts: ["investor"] },
  { contexts: ["partner:acme"] },
  { vouches: [{ kind: "recommendation", direction: "in", at: "2022-05-01" }] },
];
const UNKNOWN: readonly TieEvidence[] = [
  {},
  { connectedOn: "2020-01-01" },
  { closeness: 0 },
  { contexts: ["work:team"] },
  { contexts: ["competitor"] },
  { vouches: [{ kind: "endorsement", direction: "in", count: 2 }] },
];

/** What is said of a seeker's tie in a plan, its reasons, every language's draft and the page of the plan. */
function saidOf(evidence: TieEvidence): string {
  const network = new Network();
  for (const [id, name, company] of [
    ["me", "Ada Park", "Northwind"],
    ["ann", "Ann Reed", "Northwind"],
    ["bob", "Bob Smith", "Acme"],
  ] as const)
    network.addPerson({ id, name, company });
  network.addTie({ from: "me", to: "ann", evidence });
  network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.8 } });
  const planner = new IntroductionPlanner({ network });
  const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
  const ask = plan.asks[0];
  expect(ask?.connector).toBe("ann");
  const drafts = [undefined, GERMAN, SPANISH].map((locale) =>
    planner.draft(ask as never, { channel: "email", reason: "audits", ...(locale && { locale }) }),
  );
  const report = describePlan(plan, planner);
  return JSON.stringify([ask?.why, plan.paths[0]?.legs[0]?.why, drafts.map(({ note }) => note), report]);
}
const STRANGERS =
  /never spoken|out of the blue|sicher überraschend|de improviso|nothing was ever heard|You have never spoken/;

describe("somebody of whom no contact is on record", () => {
  it.each(KNOWN.map((one) => [JSON.stringify(one), one] as const))("%s is no stranger", (_, evidence) => {
    expect(isStranger({ state: "never-spoken", evidence })).toBe(false);
    expect(saidOf(evidence)).not.toMatch(STRANGERS);
  });

  it.each([
    [{ closeness: 0.3 }, /you know them/, /"You said that you know Ann Reed\."/],
    [{ contexts: ["customer"] }, /they buy from you/, /"Ann Reed buys from you\."/],
    [{ contexts: ["vendor"] }, /you buy from them/, /"You buy from Ann Reed\."/],
    [{ contexts: ["family"] }, /they are family/, /"Ann Reed is family\."/],
  ] as const)("says of %j how they are known", (evidence, why, because) => {
    expect(saidOf(evidence)).toMatch(why);
    expect(saidOf(evidence)).toMatch(because);
  });

  it.each(UNKNOWN.map((one) => [JSON.stringify(one), one] as const))("%s is one", (_, evidence) => {
    expect(isStranger({ state: "never-spoken", evidence })).toBe(true);
    expect(isStranger({ state: "active", evidence })).toBe(false);
    expect(saidOf(evidence)).toMatch(STRANGERS);
  });
});
