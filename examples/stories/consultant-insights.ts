/**
 * A consultant who lives on customer referrals looks back on two years and asks eight questions of the record.
 *
 *   npx tsx examples/stories/consultant-insights.ts             # the answers as text
 *   npx tsx examples/stories/consultant-insights.ts page.html   # the same figures as a page too
 *
 * Everybody is invented; the record comes from a seeded generator, so that the answers are the same every time.
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type EventInput, IntroductionPlanner, Journal, Network } from "warmpath";
import { alertActions, type Insights, insights, stressTest } from "warmpath/insights";
import { describeInsights, type InsightsView, insightsPage } from "warmpath/report";

/** The day on which the consultant looks back. */
export const TODAY = "2026-11-28";

/** Two years of a consultant's record, and whom it is about. */
export function twoYears(seed = 7): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Nora Vance", company: "Vance Consulting", title: "Consultant" });
  for (const [i, name] of CLIENTS.entries()) {
    const tags = [{ code: "source:clients", evidence: "client since 2023" }];
    network.addPerson({ id: `c${i}`, name, company: COMPANIES[i % COMPANIES.length] as string, tags });
    network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.5 + (i % 5) / 10 } });
  }
  const journal = new Journal();
  journal.appendAll(eventsOf(seed));
  return new IntroductionPlanner({ network, journal });
}

/** The eight questions with their answers, as a person would read them. */
export function eightAnswers(planner: IntroductionPlanner): string {
  const told = figuresOf(planner);
  const answers: readonly (readonly [question: string, answer: readonly string[]])[] = [
    ["What does a lead cost me, and a client?", costs(told)],
    ["What do I lose deals to?", lost(told)],
    ["How much of it do I bring about myself?", own(told)],
    ["Whom may I still ask this year?", left(told, planner)],
    ["Where should my next hour go?", hour(told)],
    ["What if my best source dried up?", dried(told)],
    ["Do I depend on too little?", dependent(told)],
    ["Do I look for work steadily, or only when it is quiet?", steady(told)],
  ];
  const lines = answers.flatMap(([question, answer], i) => [
    `${i + 1}. ${question}`,
    ...answer.map((text) => `   ${text}`),
    "",
  ]);
  return [
    `Nora Vance, two years up to ${TODAY}`,
    "",
    ...lines,
    "What to do about it",
    ...viewOf(planner).alerts.items.map((text) => `   ${text}`),
  ].join("\n");
}

/** The same figures as the page of the report room. */
export function consultantPage(planner: IntroductionPlanner): string {
  return insightsPage(viewOf(planner));
}

/** The figures in words, each alert with what to do about it today. */
function viewOf(planner: IntroductionPlanner): InsightsView {
  const told = figuresOf(planner);
  const actions = planner.next({ seeker: "me", now: TODAY, limit: 1_000_000 });
  const answers = told.alerts.map((alert) => alertActions(alert, actions, planner.network));
  return describeInsights(told, planner, { seeker: "me", answers });
}

/** One act a week is a fair goal for who works alone. */
function figuresOf({ journal, network }: IntroductionPlanner): Insights {
  return insights(journal, { now: TODAY, network, viewer: "me", goals: { weekly: 1 } });
}

function costs({ sources }: Insights): string[] {
  return sources.map((row) => {
    const { source, hours, cost, leads, won } = row;
    const came = `${leads === 1 ? "1 lead" : `${leads} leads`} and ${won === 1 ? "1 client" : `${won} clients`}`;
    if (cost === 0 && hours === 0)
      return `${headed(source)}: ${came}; neither hours nor money are on record for it.`;
    const each = [
      ...money(row.costPerLead, row.costPerLeadInterval, "a lead"),
      ...(won === 0 ? ["no client yet"] : money(row.costPerWin, row.costPerWinInterval, "a client")),
    ];
    return `${headed(source)}: ${Math.round(hours)} hours and $${cost} for ${came}: ${each.join(", ")}.`;
  });
}

/** "$40 a lead (likely $24 to $71)"; nothing where nothing was spent. */
function money(each: number | undefined, interval: readonly number[] | undefined, what: string): string[] {
  if (each === undefined || interval === undefined) return [];
  const [low, high] = interval.map((end) => Math.round(Number(end.toPrecision(2))));
  return [`$${Math.round(each)} ${what} (likely $${low} to $${high})`];
}

function lost({ losses }: Insights): string[] {
  const all = losses.reduce((sum, { count }) => sum + count, 0);
  return losses.map(({ reason, count, bySource }) => {
    const [most = "", times = 0] = Object.entries(bySource).sort(([, a], [, b]) => b - a)[0] ?? [];
    return `${REASONS[reason] ?? reason}: ${count} of ${all}, most from ${named(most)} (${times}).`;
  });
}

function own({ control, controlInterval, initiated, received }: Insights): string[] {
  const all = initiated + received;
  return [
    `${initiated} of ${all} leads, ${likely(control, controlInterval)}, came of what you did yourself; ${received} came to you.`,
  ];
}

function left({ load }: Insights, planner: IntroductionPlanner): string[] {
  const spent = load.filter((row) => row.left === 0);
  const free = load.filter((row) => row.left > 0);
  const asks = free.reduce((sum, row) => sum + row.left, 0);
  const name = ({ connector }: { connector: string }): string => planner.name(connector) ?? "somebody";
  return [
    `${spent.length === 0 ? "Nobody" : spent.map(name).join(", ")} has been asked as often as is fair in a year.`,
    `${free.length} whom you have asked before can take ${asks} more requests together; most room: ${free
      .slice(-4)
      .map((row) => `${name(row)} ${row.left}`)
      .join(", ")}.`,
    `${planner.unasked({ seeker: "me" }).length} of ${CLIENTS.length} clients have never been asked.`,
  ];
}

function hour({ nextHour: { best, tied, yields } }: Insights): string[] {
  const hours = (each: number): number => Math.round(Number((1 / each).toPrecision(2)));
  const rows = yields.map(
    ({ source, leadsPerHour, winsPerHour, leadsInterval, winsInterval }) =>
      `${headed(source)}: expect one lead in ${hours(leadsPerHour)} hours (likely ${hours(leadsInterval[1])} to ${hours(leadsInterval[0])}), one client in ${hours(winsPerHour)} (likely ${hours(winsInterval[1])} to ${hours(winsInterval[0])}).`,
  );
  if (tied !== undefined)
    return [
      ...rows,
      `Not enough is on record to tell which is best: it may be ${listed(tied.map(named), "or")}.`,
    ];
  if (best === undefined) return [...rows, "Too little is on record to say where the next hour goes."];
  return [...rows, `The next hour goes to ${named(best.source)} rather than to ${named(best.insteadOf)}.`];
}

function dried(told: Insights): string[] {
  const { top } = told.concentration;
  if (top === undefined) return ["Nothing is on record yet."];
  const { lostLeads, share, interval } = stressTest(told, top.source);
  return [
    `If nothing had come from ${named(top.source)}, ${lostLeads} leads of two years would be missing: ${likely(share, interval)} of all.`,
  ];
}

function dependent({ concentration: { effectiveSources, alert }, sources }: Insights): string[] {
  const count = sources.filter(({ leads }) => leads > 0).length;
  return [
    `Your ${count} sources weigh as much as ${effectiveSources.toFixed(1)} equal ones: ${alert ? "too few" : "enough"}.`,
  ];
}

function steady({ cadence: { weeks, hitRate, longestGap, counterCyclical } }: Insights): string[] {
  return [
    `In ${Math.round(hitRate * weeks.length)} of the last ${weeks.length} weeks you did something for new work; the longest pause was ${longestGap} weeks.`,
    counterCyclical
      ? "You stop looking while you have work: the next quiet time is being made now."
      : "Whether you are busy or not makes no clear difference.",
  ];
}

/** With five deals open or more there is hardly any time left to look for work. */
function eventsOf(seed: number): EventInput[] {
  const random = generator(seed);
  const events: EventInput[] = [];
  let id = 0;
  const next = (): string => `e${++id}`;
  for (let week = 0; week < 104; week++) {
    const day = (after = 0): string => later(START, week * 7 + after);
    const busy = openDeals(events, day()) >= 5;
    for (const [source, hours, cost, share] of CHANNELS) {
      if (random() > share * (busy ? 0.15 : 1.3)) continue;
      events.push({ id: next(), type: "activity.done", at: day(), source, hours, cost, member: "me" });
      if (random() < LEAD_SHARE[source]) {
        const lead = next();
        events.push({ id: lead, type: "lead.received", at: day(2), source, lead });
        events.push(...dealOf({ lead }, day(9), 0.12, random, next));
      }
    }
    if (random() < 0.5) {
      const lead = next();
      const connector = `c${Math.floor(random() * 7)}`;
      const target = `b${id}`;
      events.push({ id: lead, type: "introduction.received", at: day(3), seeker: "me", connector, target });
      events.push(...dealOf({ lead }, day(12), 0.5, random, next));
      if (random() < 0.5)
        events.push({ id: next(), type: "thanks.sent", at: day(13), giver: "me", receiver: connector });
    }
    if (!busy && random() < 0.3) events.push(...askOf(day, random, next));
    if (week % 26 === 11)
      events.push({
        id: next(),
        type: "introduction.brokered",
        at: day(4),
        broker: "me",
        between: ["c1", `c${8 + (week % 3)}`],
      });
  }
  return events.filter(({ at }) => String(at) <= TODAY);
}

function askOf(day: (after?: number) => string, random: () => number, next: () => string): EventInput[] {
  const ask = next();
  const connector = random() < 0.4 ? "c0" : `c${1 + Math.floor(random() * 10)}`;
  const target = `t${ask}`;
  const legs = [
    { asker: "me", asked: connector, consent: 0.45, inferred: false },
    { asker: connector, asked: target, consent: 0.4, inferred: false },
  ];
  const sent: EventInput = {
    id: next(),
    type: "ask.sent",
    at: day(1),
    ask: { id: ask, seeker: "me", connector, target, legs, cost: 0.6, price: 1 },
  };
  if (random() > 0.55)
    return random() < 0.5 ? [sent] : [sent, { id: next(), type: "ask.declined", at: day(4), ask }];
  return [
    sent,
    { id: next(), type: "introduction.made", at: day(6), ask },
    ...dealOf({ ask }, day(14), 0.45, random, next),
  ];
}

/** What becomes of a lead: a meeting, an opportunity, a deal or none, as far as the two years reach. */
function dealOf(
  name: { readonly ask: string } | { readonly lead: string },
  from: string,
  close: number,
  random: () => number,
  next: () => string,
): EventInput[] {
  if (random() > 0.7) return [];
  const steps: EventInput[] = [{ id: next(), type: "meeting.held", at: from, ...name }];
  if (random() > 0.7) return steps;
  steps.push({ id: next(), type: "opportunity.opened", at: later(from, 14), ...name });
  const end = later(from, 30 + Math.floor(random() * 60));
  if (random() < close) steps.push({ id: next(), type: "deal.won", at: end, value: 20, ...name });
  else {
    const reason = random() < 0.5 ? "no-decision" : random() < 0.5 ? "price" : "competitor";
    steps.push({ id: next(), type: "deal.lost", at: end, reason, ...name });
  }
  return steps;
}

/** Buyers whom the consultant has met by a day and who are neither won nor lost, those of long ago left out. */
function openDeals(events: readonly EventInput[], day: string): number {
  const nameOf = (event: EventInput): unknown => ("lead" in event ? event.lead : "ask" in event && event.ask);
  const past = events.filter(({ at }) => String(at) <= day && String(at) > later(day, -100));
  const ended = new Set(past.filter(({ type }) => type === "deal.won" || type === "deal.lost").map(nameOf));
  return past.filter((event) => event.type === "meeting.held" && !ended.has(nameOf(event))).length;
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function named(source: string): string {
  return source.replace(/-/g, " ");
}

/** "a, b or c". */
function listed(names: readonly string[], last: "and" | "or"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

/** "35% (likely 26% to 44%)". */
function likely(share: number, interval: readonly number[]): string {
  const [of, low, high] = [share, ...interval].map((end) => `${Math.round(end * 100)}%`);
  return `${of} (likely ${low} to ${high})`;
}

/** The name at the head of a sentence. */
function headed(source: string): string {
  return named(source).replace(/^./, (letter) => letter.toUpperCase());
}

/** Mulberry32, public domain: numbers in [0, 1) that are the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const START = "2024-12-01";
const CHANNELS = [
  ["networking", 2, 15, 0.45],
  ["trade-show", 9, 900, 0.07],
  ["cold-call", 3, 0, 0.25],
  ["content", 4, 20, 0.3],
] as const;
const LEAD_SHARE: Readonly<Record<(typeof CHANNELS)[number][0], number>> = {
  networking: 0.3,
  "trade-show": 0.6,
  "cold-call": 0.12,
  content: 0.12,
};
const REASONS: Readonly<Record<string, string>> = {
  "no-decision": "To no decision at all",
  price: "To the price",
  competitor: "To a competitor",
};
const CLIENTS = [
  "Ada Brook",
  "Ben Castle",
  "Cleo Dunn",
  "Dov Engel",
  "Ema Falk",
  "Finn Grove",
  "Gia Hale",
  "Hugo Ives",
  "Ines Jong",
  "Jona Kern",
  "Kaya Lund",
  "Levi Moss",
  "Mina Noor",
  "Nils Oda",
];
const COMPANIES = ["Alder Foods", "Birch Tools", "Cedar Rail", "Dune Logistics", "Elm Water"];

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const planner = twoYears();
  console.log(eightAnswers(planner));
  const file = process.argv[2];
  if (file !== undefined) writeFileSync(file, consultantPage(planner));
}
