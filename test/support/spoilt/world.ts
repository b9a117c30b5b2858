import type * as drafts from "../../../src/drafts/index.js";
import type * as german from "../../../src/drafts/locales/de.js";
import type * as warmpath from "../../../src/index.js";
import type * as ingest from "../../../src/ingest/index.js";
import type * as insightsRoom from "../../../src/insights/index.js";
import type * as journalRoom from "../../../src/journal/index.js";
import type * as learning from "../../../src/learning/index.js";
import type * as paths from "../../../src/paths/index.js";
import type * as people from "../../../src/people/index.js";
import type * as remote from "../../../src/remote/index.js";
import type * as report from "../../../src/report/index.js";
import type * as search from "../../../src/search/index.js";
import type * as ties from "../../../src/ties/index.js";
import type * as tracking from "../../../src/tracking/index.js";

/** All that the package exports, under one roof: of the source, or of a packed copy. */
export type Offers = typeof warmpath &
  typeof drafts &
  typeof german &
  typeof ingest &
  typeof insightsRoom &
  typeof journalRoom &
  typeof learning &
  typeof paths &
  typeof people &
  typeof remote &
  typeof report &
  typeof search &
  typeof ties &
  typeof tracking;

export const NOW = "2026-06-15";

/** A small world with a valid value of each kind that some function takes; made anew for whoever changes it. */
export function validWorld(api: Offers) {
  const names = { me: "Ada Park", sam: "Sam Hill", ann: "Ann Lee", bob: "Bob Stone", cai: "Cai Wu" };
  const persons = Object.entries(names).map(([id, name], at) => ({
    id,
    name,
    company: at < 2 ? "Northwind" : "Acme",
    title: at < 2 ? "Sales Manager" : "Chief Executive Officer",
    emails: [`${id}@firm.example`],
    location: "Ulm",
    profileUrl: `https://www.linkedin.com/in/${id}-x`,
    spells: [{ kind: "work" as const, organization: "Acme", title: "CEO", from: "2020", headcount: 40 }],
    sources: [{ owner: "me", file: "a.csv", row: at + 1 }],
    tags: [{ code: "source:clients", evidence: "list", at: "2024-01-02" }],
    kind: "person" as const,
  }));
  const interaction = { at: "2026-05-01", direction: "both" as const, kind: "meeting" as const };
  const evidence = {
    interactions: [interaction, { ...interaction, at: "2026-04-01", direction: "out" as const }],
    connectedOn: "2024-01-02",
    closeness: 0.8,
    contexts: ["work:former-colleague"],
    overlap: 0.2,
    vouches: [{ kind: "endorsement" as const, direction: "in" as const, at: "2025-01-01", count: 2 }],
  };
  const pairs = ["me ann", "ann bob", "me cai", "cai bob", "me sam", "sam ann"];
  const records = pairs.map((pair) => {
    const [from, to] = pair.split(" ") as [string, string];
    return { from, to, evidence, owner: from, visibility: "shared" as const, source: "a" };
  });
  const network = new api.Network();
  network.import({ people: persons, ties: records });
  const journal = new api.Journal();
  const planner = new api.IntroductionPlanner({ network, journal });
  const request = { seeker: "me", target: "bob", now: NOW };
  const plan = planner.plan({ ...request, value: 3 });
  const ask = plan.asks[0]!;
  for (const event of events(ask)) planner.record(event as never);
  const tracker = new api.AskTracker(journal);
  const ledger = new api.Ledger(journal);
  const insights = api.insights(journal, { now: NOW });
  const cases = api.casesOf(journal, tracker, api.DEFAULT_INSIGHTS_SETTINGS, { now: NOW });
  const requests = api.requestsOf(tracker, { now: NOW });
  const outcomes = Array.from({ length: 24 }, (_, at) => ({
    kind: "first",
    source: "clients",
    method: "happy-customer",
    connector: at % 2 ? "ann" : "cai",
    weight: 1,
    predicted: 0.4,
    at: `2026-0${1 + (at % 5)}-1${at % 9}`,
    result: at % 3 ? ("yes" as const) : ("no" as const),
    medium: "email",
  }));
  const profile = api.learnProfile(outcomes, { now: NOW, enough: 5 });
  const compiled = api.compiledOn(network, { now: NOW });
  const index = api.ArcIndex.build({
    nodeCount: 4,
    sources: [0, 1, 2],
    targets: [1, 2, 3],
    probabilities: [0.5, 0.5, 0.5],
  });
  const arcs = [...api.arcsOf(network, { now: NOW })];
  const actions = planner.next({ seeker: "me", now: NOW, limit: 4 });
  const view = api.describePlan(plan, planner);
  const viewpoint = network.seenBy("me");
  const legs = plan.paths[0]!.legs;
  return {
    ...{ persons, person: persons[2]!, records, record: records[0]!, evidence, interaction },
    ...{ network, viewpoint, journal, planner, request, plan, tracker, ledger, insights, cases, requests },
    ...{ outcomes, profile, compiled, seen: compiled.seenBy(["me"]), index, arcs, actions, view },
    ...{ ask, legs, leg: legs[0]!, paths: plan.paths, path: plan.paths[0]! },
    asked: tracker.asks({ now: NOW }),
    leads: tracker.leads({ now: NOW }),
    courtesies: tracker.courtesies({ now: NOW }),
    targets: new api.TargetIndex(persons),
    scorer: new api.TieScorer({ now: NOW }),
    vault: new api.Vault(),
    suppression: new api.SuppressionList("0123456789abcdef", ["ab"]),
    scratch: new api.SearchScratch(),
    fold: new api.InsightsFold(journal, { team: ["me"] }),
    source: api.memoryNeighborSource(arcs, persons),
    week: api.describeActions(actions, planner),
    event: journal.events()[0]!,
    planInput: { paths: plan.paths, target: "bob", day: NOW, value: 3 },
    policy: {
      asks: [
        { id: "a", probability: 0.5, cost: 1 },
        { id: "b", probability: 0.4, cost: 1 },
      ],
      routes: [["a", "b"], ["a"]],
    },
    signal: { aborted: false, reason: "the caller's reason" },
    ...{
      german: api.GERMAN,
      settings: api.DEFAULT_INSIGHTS_SETTINGS,
      learning: api.DEFAULT_LEARNING_SETTINGS,
    },
    ...{ tieModel: api.defaultTieModel, shared: api.newSharedWork(), otherJournal: new api.Journal() },
    reasons: api.reasonsOf(legs, () => "CEO"),
    sentences: api.reportSentences([api.ENGLISH_REPORT], api.ENGLISH.months),
    message: planner.draft(ask, { reason: "r", offer: "o" }),
    book: api.describeBook(planner, { seeker: "me", now: NOW }),
    account: planner.account({ seeker: "me", company: "Acme", now: NOW }),
    told: api.describeInsights(insights, planner),
    answers: api.alertActions({ openWith: "touch", people: ["ann"] }, actions, network),
  };
}

export type ValidWorld = ReturnType<typeof validWorld>;

/** A journal's worth of what may happen, of each type some. */
function events(ask: warmpath.PlanAsk): readonly object[] {
  const at = (day: number): string =>
    `2026-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, "0")}`;
  const listed = [
    { type: "favor.given", giver: "me", receiver: "ann", kind: "advice", size: 1, note: "n" },
    { type: "sale.delivered", seller: "me", customer: "cai", solved: "s" },
    { type: "ask.sent", ask, note: "to Ann" },
    { type: "ask.agreed", ask: ask.id, answer: "make-it" },
    { type: "introduction.made", ask: ask.id, how: "introduced" },
    { type: "meeting.held", ask: ask.id, useful: true },
    { type: "thanks.sent", ask: ask.id },
    { type: "ask.sent", kind: "issue", seeker: "me", connector: "cai", issue: "billing" },
    { type: "introduction.brokered", broker: "me", between: ["ann", "cai"] },
    { type: "lead.received", source: "fair", lead: "l1", seeker: "me", target: "bob", active: true, cost: 2 },
    { type: "opportunity.opened", lead: "l1" },
    { type: "deal.won", lead: "l1", value: 3 },
    { type: "lead.received", source: "clients", lead: "l2", seeker: "me", target: "cai" },
    { type: "deal.lost", lead: "l2", reason: "price" },
    { type: "activity.done", source: "fair", hours: 2, cost: 1, member: "me" },
    { type: "gift.given", giver: "me", receiver: "ann", to: "receiver" },
    { type: "contact.stated", seeker: "me", person: "cai", knows: "well" },
  ];
  return listed.map((event, day) => ({ id: `e${day}`, at: at(day * 7), ...event }));
}
