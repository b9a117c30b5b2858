/**
 * A consultant lives on what customers tell others. Half a year of it, month by month: what to do with each customer, and how one
 * question after a success becomes the next customer.
 *
 *   npx tsx examples/stories/consultant.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network } from "warmpath";
import { bothSayYes, daysAfter, done, tellDay } from "../support/tell-day.js";

const START = "2026-06-01";

/** The half year as text. */
export function halfYear(): string {
  const planner = practice();
  const lines = ["Nora Vance, consultant: half a year of customers and what they tell others", ""];
  for (let month = 0; month < 6; month++) {
    const day = daysAfter(START, 30 * month);
    lines.push(...happened(planner, day, month).map((line) => `  (${line})`));
    const actions = planner.next({ seeker: "me", now: day, limit: 3 });
    lines.push(...tellDay(planner, actions, { day, drafts: month < 2 }));
    for (const action of actions) {
      done(planner, action, day);
      if (action.kind === "broker") lines.push(...bothSayYes(planner, action, daysAfter(day, 1)));
    }
  }
  lines.push("When each contact is next to be heard from");
  const names = new Map(planner.network.people().map(({ id, name }) => [id, name]));
  for (const { person, due, every } of planner.touchPlan({ seeker: "me", now: daysAfter(START, 180) }))
    lines.push(`  ${due}  ${names.get(person)} (every ${every} days)`);
  return lines.join("\n");
}

/** What happens beside what the consultant does. */
function happened(planner: IntroductionPlanner, day: string, month: number): string[] {
  if (month === 1) {
    planner.record({
      id: "i",
      type: "introduction.received",
      at: daysAfter(day, -2),
      seeker: "me",
      connector: "ann",
      target: "dan",
    });
    return ["Ann Reed has told Dan Voss about you, and Dan has called."];
  }
  if (month === 2) {
    planner.record({ id: "won", type: "deal.won", at: daysAfter(day, -3), lead: "i", value: 60 });
    return ["Dan Voss is a customer now."];
  }
  if (month === 3) {
    planner.record({
      id: "s3",
      type: "sale.delivered",
      at: daysAfter(day, -2),
      seller: "me",
      customer: "dan",
      solved: "stock that nobody could find",
    });
    return ["The work for Dan Voss is done, and Dan is happy with it."];
  }
  if (month === 4) {
    planner.record({
      id: "s4",
      type: "sale.delivered",
      at: daysAfter(day, -2),
      seller: "me",
      customer: "eve",
      complaint: "late",
    });
    return ["Eve Holt has complained."];
  }
  return [];
}

function practice(): IntroductionPlanner {
  const network = new Network();
  const client = [{ code: "source:clients", evidence: "client since 2025", owner: "me" }];
  const people = [
    ["ann", "Ann Reed", "Delta Foods", "Head of Operations"],
    ["cho", "Clara Lindt", "Beta Parts", "Head of Operations"],
    ["eve", "Eve Holt", "Gamma", "Head of Finance"],
  ] as const;
  network.addPerson({ id: "me", name: "Nora Vance", company: "Vance Consulting", title: "Consultant" });
  for (const [id, name, company, title] of people) {
    network.addPerson({ id, name, company, title, tags: client });
    network.addTie({
      from: "me",
      to: id,
      evidence: { interactions: [{ at: "2026-03-10", direction: "both", kind: "meeting" }] },
    });
  }
  network.addPerson({ id: "dan", name: "Dan Voss", company: "Delta Foods", title: "Plant Manager" });
  network.addPerson({ id: "kim", name: "Kim Sato", company: "Iota", title: "Head of Operations" });
  network.addTie({ from: "ann", to: "dan", owner: "ann", evidence: { closeness: 0.7 } });
  network.addTie({ from: "ann", to: "kim", owner: "ann", evidence: { closeness: 0.5 } });
  const planner = new IntroductionPlanner({ network });
  planner.record({
    id: "s0",
    type: "sale.delivered",
    at: "2026-05-28",
    seller: "me",
    customer: "ann",
    solved: "late supplier audits",
  });
  planner.record({
    id: "s1",
    type: "sale.delivered",
    at: "2026-03-20",
    seller: "me",
    customer: "cho",
    solved: "stock that nobody could find",
  });
  return planner;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(halfYear());
