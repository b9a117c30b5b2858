/**
 * A firm right after a delivery: the customer is happy, cannot think of anyone, and is helped with names out of the ties that are
 * known. One of the names becomes a request for an introduction. Another customer has complained and is left in peace.
 *
 *   npx tsx examples/stories/after-delivery.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network } from "warmpath";
import { describePlan, planText } from "warmpath/report";
import { done, tellDay } from "../support/tell-day.js";

/** The week after the delivery as text. */
export function weekAfter(): string {
  const planner = firm();
  const lines = ["Northwind has delivered to Delta Foods and to Gamma", ""];
  planner.recordAll([
    {
      id: "s1",
      type: "sale.delivered",
      at: "2026-11-20",
      seller: "me",
      customer: "ann",
      solved: "late supplier audits",
    },
    {
      id: "s2",
      type: "sale.delivered",
      at: "2026-11-20",
      seller: "me",
      customer: "eve",
      complaint: "two pallets were missing",
    },
  ]);
  const actions = planner.next({ seeker: "me", now: "2026-11-23" });
  lines.push(...tellDay(planner, actions, { day: "Monday, 2026-11-23", drafts: true }));
  const question = actions.find(({ kind }) => kind === "ask-after-success");
  if (question === undefined) return lines.join("\n");
  const asked = done(planner, question, "2026-11-23");
  const candidates = question.candidates ?? [];
  lines.push(
    "Ann says: I can't think of anyone. But you named Dan, and Dan may well have the same trouble.",
    `  (named with the question: ${candidates.map((id) => question.names[id]).join(", ")})`,
    "",
  );
  planner.record({
    id: "yes",
    type: "ask.agreed",
    at: "2026-11-24",
    ask: asked,
  });
  const plan = planner.plan({ seeker: "me", target: "dan", now: "2027-01-04" });
  lines.push("Six weeks later the way to Dan", planText(describePlan(plan, planner)));
  return lines.join("\n");
}

function firm(): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind", title: "Account Executive" });
  const people = [
    ["ann", "Ann Reed", "Delta Foods", "Head of Operations"],
    ["dan", "Dan Voss", "Delta Foods", "Plant Manager"],
    ["bob", "Bob Smith", "Acme", "VP Operations"],
    ["eve", "Eve Holt", "Gamma", "Head of Finance"],
  ] as const;
  for (const [id, name, company, title] of people) network.addPerson({ id, name, company, title });
  for (const id of ["ann", "eve"])
    network.addTie({
      from: "me",
      to: id,
      evidence: { interactions: [{ at: "2026-11-10", direction: "both", kind: "call" }] },
    });
  network.addTie({ from: "ann", to: "dan", owner: "ann", evidence: { closeness: 0.8 } });
  network.addTie({ from: "ann", to: "bob", owner: "ann", evidence: { closeness: 0.5 } });
  return new IntroductionPlanner({ network });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(weekAfter());
