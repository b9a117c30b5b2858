/**
 * Two sellers of one firm look for three buyers over twelve weeks. Every Monday they read what to do, do the first three things,
 * and record what came of them.
 *
 *   npx tsx examples/stories/sellers-team.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network } from "warmpath";
import { daysAfter, done, tellDay } from "../support/tell-day.js";

const TEAM = ["ada", "ben"] as const;
const FIRST_MONDAY = "2026-09-07";

/** The twelve weeks as text. */
export function twelveWeeks(): string {
  const planner = firm();
  const lines = ["Ada Park and Ben Ortiz look for three buyers", ""];
  for (const target of ["bob", "ines", "omar"]) {
    const [ask] = planner.plan({ seeker: TEAM, target, now: FIRST_MONDAY }).asks;
    if (ask !== undefined)
      planner.record({
        id: `first ${target}`,
        type: "ask.sent",
        at: FIRST_MONDAY,
        ask,
        reason: REASON,
      } as never);
  }
  for (let week = 1; week <= 12; week++) {
    const day = daysAfter(FIRST_MONDAY, 7 * week);
    for (const line of answers(planner, daysAfter(day, -3), week)) lines.push(`  (${line})`);
    const actions = planner.next({ seeker: TEAM, now: day, limit: 3 });
    lines.push(...tellDay(planner, actions, { day: `Week ${week}, ${day}`, drafts: week === 1 }));
    for (const action of actions) done(planner, action, day);
  }
  return [...lines, summary(planner)].join("\n");
}

/** The connectors answer by turns: yes and an introduction, then a no. */
function answers(planner: IntroductionPlanner, at: string, week: number): string[] {
  const open = planner.journal
    .events()
    .flatMap((event) => (event.type === "ask.sent" && event.ask !== undefined ? [event.ask] : []))
    .filter(
      ({ id }) =>
        !planner.journal
          .events()
          .some((event) => "ask" in event && event.ask === id && event.type !== "ask.reminded"),
    );
  return open.slice(0, 1).flatMap((ask) => {
    const [who, whom] = [planner.name(ask.connector), planner.name(ask.target)];
    if (week % 3 === 2) {
      planner.record({ id: `no ${ask.id}`, type: "ask.declined", at, ask: ask.id });
      return [`${who} would rather not introduce you to ${whom}.`];
    }
    planner.recordAll([
      { id: `yes ${ask.id}`, type: "ask.agreed", at, ask: ask.id },
      { id: `made ${ask.id}`, type: "introduction.made", at, ask: ask.id },
    ]);
    return [`${who} has introduced you to ${whom}.`];
  });
}

function summary(planner: IntroductionPlanner): string {
  const count = (type: string): number =>
    planner.journal.events().filter((event) => event.type === type).length;
  return [
    "After twelve weeks",
    `  ${count("ask.sent")} requests, ${count("introduction.made")} introductions, ${count("meeting.held")} meetings, ${count("thanks.sent")} thanks, ${count("update.sent")} words without a request`,
  ].join("\n");
}

function firm(): IntroductionPlanner {
  const network = new Network();
  const people = [
    ["ada", "Ada Park", "Northwind", "Account Executive"],
    ["ben", "Ben Ortiz", "Northwind", "Account Executive"],
    ["ann", "Ann Reed", "Delta Foods", "Head of Operations"],
    ["cho", "Clara Lindt", "Beta Parts", "Head of Operations"],
    ["dan", "Dan Voss", "Acme", "Plant Manager"],
    ["eve", "Eve Holt", "Gamma", "Head of Finance"],
    ["fay", "Fay Brook", "Omega", "Head of Purchasing"],
    ["bob", "Bob Smith", "Acme", "VP Operations"],
    ["ines", "Ines Duarte", "Sigma", "Head of Logistics"],
    ["omar", "Omar Nasser", "Kappa", "COO"],
  ] as const;
  for (const [id, name, company, title] of people) network.addPerson({ id, name, company, title });
  const tie = (from: string, to: string, at: string): void =>
    void network.addTie({
      from,
      to,
      owner: from,
      evidence: { connectedOn: "2022-03-01", interactions: [{ at, direction: "both", kind: "meeting" }] },
    });
  tie("ada", "ann", "2026-08-20");
  tie("ada", "cho", "2026-06-11");
  tie("ada", "eve", "2026-01-15");
  tie("ben", "eve", "2026-08-01");
  tie("ben", "fay", "2026-07-02");
  tie("ann", "bob", "2026-05-01");
  tie("cho", "bob", "2026-04-02");
  tie("ann", "dan", "2026-03-02");
  tie("dan", "bob", "2026-08-02");
  tie("eve", "ines", "2026-06-02");
  tie("fay", "ines", "2026-05-12");
  tie("fay", "omar", "2026-07-12");
  tie("cho", "omar", "2026-02-12");
  return new IntroductionPlanner({ network });
}

const REASON = "You open a second plant in May, and we have set up two like it.";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(twelveWeeks());
