import { readFileSync } from "node:fs";
import type { AskMessage, IntroductionPlan } from "warmpath";
import { IntroductionPlanner, Network, readLinkedInConnections } from "warmpath";
import { insights } from "warmpath/insights";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import {
  bookPage,
  describeActions,
  describeBook,
  describeInsights,
  describePlan,
  insightsPage,
  planPage,
  weekPage,
} from "../../src/report/index.js";

export const NOW = "2026-11-22";
const me = { id: "me", name: "Ada Park", company: "Northwind", emails: ["ada@northwind.example"] };

/** The example's planner with a quarter of work on record: invented people, invented asks. */
export function exampleWorld(): { planner: IntroductionPlanner; plan: IntroductionPlan } {
  const network = new Network();
  const file = (name: string) =>
    readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), "utf8");
  network.import(readLinkedInConnections(file("Connections.csv"), { owner: me }));
  const planner = new IntroductionPlanner({ network });
  const [ben] = planner.find({ name: "Ben Cho", company: "Northwind" });
  if (ben !== undefined)
    network.import(
      readLinkedInConnections(file("Connections-ben.csv"), { owner: network.person(ben.person)! }),
    );
  const contact = (name: string, at: string, kind: "meeting" | "call" | "message") => {
    const [match] = planner.find({ name, company: "Acme" });
    if (match === undefined) throw new Error(`the example has no ${name}`);
    network.addTie({
      from: "me",
      to: match.person,
      evidence: { interactions: [{ at, direction: "both", kind }], closeness: 0.7 },
    });
    network.addPerson({
      id: match.person,
      emails: [`${name.toLowerCase().replace(/\W+/g, ".")}@acme.example`],
    });
    return match.person;
  };
  const maria = contact("Maria Lopez", "2026-10-14", "meeting");
  contact("Devon Price", "2026-08-03", "call");
  planner.recordAll([
    {
      id: "g1",
      type: "favor.given",
      at: "2026-05-04",
      giver: "me",
      receiver: maria,
      kind: "introduction",
      size: 1,
    },
  ]);
  workOnRecord(planner);
  const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW });
  return { planner, plan };
}

function workOnRecord(planner: IntroductionPlanner): void {
  const days = ["2026-03-02", "2026-04-06", "2026-06-01", "2026-07-13", "2026-09-07", "2026-11-09"];
  const companies = planner.network
    .people()
    .filter(({ company }) => company !== undefined && company !== "Northwind");
  for (const [i, day] of days.entries()) {
    const buyer = companies[i * 37];
    const plan = planner.plan({
      seeker: "me",
      target: { name: `Invented Buyer${i}`, company: buyer?.company ?? "Beta" },
      now: day,
    });
    const [ask] = plan.asks;
    if (ask === undefined) continue;
    planner.record({ id: `s${i}`, type: "ask.sent", at: day, ask });
    if (i === 5) continue;
    planner.record({
      id: `y${i}`,
      type: i === 3 ? "ask.declined" : "ask.agreed",
      at: later(day, 3),
      ask: ask.id,
    });
    if (i === 3 || i === 4) continue;
    planner.record({ id: `i${i}`, type: "introduction.made", at: later(day, 5), ask: ask.id });
    if (i < 2) planner.record({ id: `m${i}`, type: "meeting.held", at: later(day, 12), ask: ask.id });
  }
  const channels = ["trade-show", "cold-call", "tender", "inbound-web", "trade-show", "inbound-web"];
  for (const [i, source] of channels.entries())
    planner.record({ id: `l${i}`, type: "lead.received", at: later("2026-02-02", i * 40), source });
  planner.record({ id: "a1", type: "activity.done", at: "2026-08-10", source: "trade-show", hours: 6 });
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function draftsOf(
  planner: IntroductionPlanner,
  plan: IntroductionPlan,
  locale?: typeof GERMAN,
): Record<string, AskMessage> {
  const reason =
    "Acme is opening a second plant, and we shortened the supplier audit for three plants like it.";
  return Object.fromEntries(
    plan.asks.map((ask) => [
      ask.id,
      planner.draft(ask, { reason, ...(locale === undefined ? {} : { locale }) }),
    ]),
  );
}

/** Every page by its file name. */
export function reportGallery(): ReadonlyMap<string, string> {
  const { planner, plan } = exampleWorld();
  const actions = planner.next({ seeker: "me", now: NOW });
  const figures = insights(planner.journal, { now: NOW });
  const refused = planner.plan({
    seeker: "me",
    target: { name: "Zed Nobody", company: "Nowhere Ltd" },
    now: NOW,
  });
  return new Map([
    ["plan.html", planPage(describePlan(plan, planner), { drafts: draftsOf(planner, plan) })],
    ["plan-without-drafts.html", planPage(describePlan(plan, planner))],
    ["plan-refused.html", planPage(describePlan(refused, planner))],
    [
      "plan-de.html",
      planPage(describePlan(plan, planner, { locale: GERMAN }), { drafts: draftsOf(planner, plan, GERMAN) }),
    ],
    [
      "plan-es.html",
      planPage(describePlan(plan, planner, { locale: SPANISH }), {
        drafts: draftsOf(planner, plan, SPANISH),
      }),
    ],
    ["week.html", weekPage(describeActions(actions, planner))],
    ["insights.html", insightsPage(describeInsights(figures, planner))],
    ["insights-de.html", insightsPage(describeInsights(figures, planner, { locale: GERMAN }))],
    ["book.html", bookPage(describeBook(planner, { seeker: "me", now: NOW }))],
  ]);
}
