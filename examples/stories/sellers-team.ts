/**
 * Two sellers of one firm look for three buyers over twelve weeks, and later for a fourth. Every Monday they read what to do, do the first three things,
 * and record what came of them. In the fifth week something is delivered to a customer.
 *
 *   npx tsx examples/stories/sellers-team.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network } from "warmpath";
import { bothSayYes, daysAfter, done, tellDay } from "../support/tell-day.js";

const TEAM = ["ada", "ben"] as const;
const FIRST_MONDAY = "2026-09-07";

/** The twelve weeks as text. */
export function twelveWeeks(): string {
  const planner = firm();
  const lines = ["Ada Park and Ben Ortiz look for three buyers", ""];
  for (const target of ["bob", "ines", "omar"]) askFirst(planner, target, FIRST_MONDAY);
  for (let week = 1; week <= 12; week++) {
    const day = daysAfter(FIRST_MONDAY, 7 * week);
    if (week === 5) {
      planner.record({
        id: "sale",
        type: "sale.delivered",
        at: daysAfter(day, -4),
        seller: "ben",
        customer: "eve",
        solved: "invoices that nobody could match",
      });
      lines.push("  (Ben Ortiz has delivered to Eve Holt, and Eve is happy with it.)");
    }
    if (week === 7) {
      askFirst(planner, "kim", daysAfter(day, -5));
      lines.push("  (They look for a fourth buyer, Kim Sato, and have asked the first one about it.)");
    }
    for (const line of answers(planner, daysAfter(day, -3), week)) lines.push(`  (${line})`);
    const actions = planner.next({ seeker: TEAM, now: day, limit: 3 });
    if (actions.length === 0) {
      lines.push(`Week ${week}, ${day}: nothing is due.`, "");
      continue;
    }
    lines.push(
      ...tellDay(planner, actions, { day: `Week ${week}, ${day}`, drafts: week === 1 || week === 5 }),
    );
    for (const action of actions) {
      done(planner, action, day);
      if (action.kind === "broker") lines.push(...bothSayYes(planner, action, daysAfter(day, 1)));
    }
  }
  return [...lines, summary(planner, daysAfter(FIRST_MONDAY, 84))].join("\n");
}

/** The first request for a buyer, as the plan of the day has it. */
function askFirst(planner: IntroductionPlanner, target: string, at: string): void {
  const [ask] = planner.plan({ seeker: TEAM, target, now: at }).asks;
  if (ask !== undefined)
    planner.record({ id: `first ${target}`, type: "ask.sent", at, ask, reason: REASON } as never);
}

/** Two answers a week at most: yes with an introduction, every third week no. Who has not answered by then is asked in vain. */
function answers(planner: IntroductionPlanner, at: string, week: number): string[] {
  const events = planner.journal.events();
  const answered = new Set(
    events.flatMap((event) => ("ask" in event && typeof event.ask === "string" ? [event.ask] : [])),
  );
  const open = events
    .flatMap((event) => (event.type === "ask.sent" && event.ask !== undefined ? [event.ask] : []))
    .filter(({ id }) => !answered.has(id));
  return open.slice(0, 2).flatMap((ask) => {
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

function summary(planner: IntroductionPlanner, now: string): string {
  const count = (type: string, one: string, several: string): string => {
    const n = planner.journal.events().filter((event) => event.type === type).length;
    return `${n} ${n === 1 ? one : several}`;
  };
  const { step, rows } = planner.workflow({ seeker: TEAM, now });
  const place = rows.findIndex((row) => row.step === step) + 1;
  return [
    "After twelve weeks",
    `  ${count("ask.sent", "request", "requests")}, ${count("introduction.made", "introduction", "introductions")}, ${count("meeting.held", "meeting", "meetings")}, ${count("thanks.sent", "thank-you", "thank-yous")}`,
    `  The team is at step ${place} of 5: ${STEPS[step]}.`,
  ].join("\n");
}

const STEPS = {
  "identify-sources": "find out who could recommend you",
  "build-database": "write down who knows whom",
  "create-debt": "do something for others first",
  "obtain-referrals": "ask",
  iterate: "ask, and learn from the answers",
} as const;

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
    ["kim", "Kim Sato", "Iota", "Head of Logistics"],
  ] as const;
  for (const [id, name, company, title] of people) network.addPerson({ id, name, company, title });
  const tags = [{ code: "source:clients", evidence: "client since 2024" }];
  for (const id of ["ann", "eve"]) network.addPerson({ id, tags });
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
  tie("ann", "kim", "2026-09-12");
  tie("fay", "kim", "2026-06-12");
  return new IntroductionPlanner({ network });
}

const REASON = "You open a second plant in May, and we have set up two like it.";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(twelveWeeks());
