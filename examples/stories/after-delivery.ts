/**
 * A firm right after a delivery: the customer is happy, cannot think of anyone, and is helped with names out of the ties that are
 * known. One of them is introduced at once. Another customer has complained and is asked nothing. At the end it reads how near each
 * customer has come.
 *
 *   npx tsx examples/stories/after-delivery.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network } from "warmpath";
import { targetBrief } from "warmpath/drafts";
import { done, tellDay } from "../support/tell-day.js";

/** Whom Northwind can help best. */
const PROFILE = { titles: ["Plant Manager", "VP Operations"], issue: "late supplier audits" } as const;

/** The week after the delivery as text. */
export function weekAfter(): string {
  const planner = firm();
  const lines = [
    "Northwind has delivered to Ann Reed of Delta Foods and to Eve Holt of Gamma",
    "",
    "What every customer hears from Northwind",
    `  ${targetBrief(PROFILE)}`,
    "",
  ];
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
  const monday = planner.next({ seeker: "me", profile: PROFILE, now: "2026-11-23" });
  lines.push(...tellDay(planner, monday, { day: "Monday, 2026-11-23", drafts: true }));
  const question = monday.find(({ kind }) => kind === "ask-after-success");
  if (question === undefined) return lines.join("\n");
  const asked = done(planner, question, "2026-11-23");
  for (const action of monday) if (action !== question) done(planner, action, "2026-11-23");
  const named = (question.candidates ?? []).map((id) => question.names[id]).join(" and ");
  lines.push(
    "  (Ann Reed says: I could not have thought of anyone. But Dan Voss has the very same trouble.",
    `   I have just told Dan about you. You had named ${named}.)`,
    "",
  );
  planner.recordAll([
    { id: "yes", type: "ask.agreed", at: "2026-11-24", ask: asked },
    {
      id: "dan",
      type: "introduction.received",
      at: "2026-11-24",
      seeker: "me",
      connector: "ann",
      target: "dan",
    },
  ]);
  const thursday = planner.next({ seeker: "me", profile: PROFILE, now: "2026-11-26" });
  lines.push(...tellDay(planner, thursday, { day: "Thursday, 2026-11-26", drafts: true }));
  for (const action of thursday) done(planner, action, "2026-11-26");
  lines.push("How near everybody has come");
  for (const { person, stage, next = "" } of planner.ladder({ seeker: "me", now: "2026-11-27" }))
    lines.push(`  ${planner.name(person)}: ${STAGES[stage]}. ${next}`.trimEnd());
  return lines.join("\n");
}

const STAGES = {
  contact: "somebody you know",
  customer: "a customer",
  source: "a customer who has recommended you",
  advocate: "recommends you again and again",
} as const;

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
      evidence: {
        connectedOn: "2023-04-03",
        interactions: [
          { at: "2026-09-08", direction: "both", kind: "meeting" },
          { at: "2026-11-10", direction: "both", kind: "call" },
        ],
      },
    });
  network.addTie({ from: "ann", to: "dan", owner: "ann", evidence: { closeness: 0.8 } });
  network.addTie({
    from: "ann",
    to: "bob",
    owner: "ann",
    evidence: { closeness: 0.9, interactions: [{ at: "2026-10-20", direction: "both", kind: "meeting" }] },
  });
  return new IntroductionPlanner({ network });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(weekAfter());
