import {
  checkKeys,
  isoDay,
  type PartialSettings,
  roundForPlan,
  type UtcDay,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import type { Journal, JournalEvent } from "../journal/index.js";
import { AskTracker } from "../tracking/index.js";
import { adoption, type MemberAdoption } from "./adoption.js";
import { alertsOf, type InsightAlert } from "./alerts.js";
import { type Cadence, cadence } from "./cadence.js";
import { type Concentration, concentration } from "./concentration.js";
import { type ForecastRow, forecast, type PlannedCase } from "./forecast.js";
import { type FunnelStage, funnel } from "./funnel.js";
import { type InsightsSettings, insightsSettings } from "./insights-settings.js";
import { type ConnectorLoad, connectorLoad, type Request } from "./load.js";
import { type Loss, losses } from "./losses.js";
import { type NextHour, nextHour } from "./next-hour.js";
import { AGREED } from "./request-outcome.js";
import { casesOf, isLead, leadDay, type SalesCase, sourceInWords, type TagsOf } from "./sales-case.js";
import { type Effort, type SourceResult, sourceResults } from "./source-results.js";

/** Of what insights are told. */
export interface InsightsRequest {
  readonly now: Date | string;
  /** First day that counts. @defaultValue the whole journal */
  readonly from?: Date | string;
  /** Whose requests and leads count; leads without a seeker always do. @defaultValue everybody's */
  readonly team?: readonly string[];
  /** Tells the source of a connector by their tags. @defaultValue every introduction counts as `referral` */
  readonly network?: TagsOf;
  /** Asks that are planned and not made yet, for the forecast. @defaultValue none */
  readonly planned?: readonly PlannedCase[];
  /** Prospecting acts a week. @defaultValue `settings.weeklyGoal` */
  readonly goals?: { readonly weekly?: number };
  readonly settings?: PartialSettings<InsightsSettings>;
}

/** Where leads come from and what they bring: plain JSON. Every rate has a 90% interval. */
export interface Insights {
  readonly day: string;
  readonly sources: readonly SourceResult[];
  /** Share of the leads that one's own effort brought, in [0, 1]; 0 without leads. */
  readonly control: number;
  /** Leads that we asked or acted for first, and leads that came to us. */
  readonly initiated: number;
  readonly received: number;
  readonly concentration: Concentration;
  readonly cadence: Cadence;
  /** Of the asks for introductions: asked, introduced, met, opportunity, won. */
  readonly funnel: readonly FunnelStage[];
  /** Of the leads that came without an ask. */
  readonly leadFunnel: readonly FunnelStage[];
  readonly losses: readonly Loss[];
  readonly forecast: readonly ForecastRow[];
  readonly load: readonly ConnectorLoad[];
  readonly adoption: readonly MemberAdoption[];
  /** Introductions that we made for others; `share` is of all made and received. */
  readonly hub: { readonly brokered: number; readonly accepted: number; readonly share: number };
  readonly nextHour: NextHour;
  /** Ids of requests that somebody helped with and that nobody thanked for. */
  readonly unthanked: readonly string[];
  /** Parts on which too little is on record to say anything. */
  readonly notEnoughData: readonly string[];
  readonly alerts: readonly InsightAlert[];
}

/**
 * Reads the whole of a journal: sources, control, concentration, cadence, funnel, losses, forecast, load, adoption, hub and alerts.
 * The order of recording and the ids do not matter. Linear in the events; each part is a function of its own too.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no journal, unknown keys and settings out of range; `INVALID_DATE`.
 * @example
 * const { control, concentration, alerts } = insights(journal, { now: "2026-11-28" });
 */
export function insights(journal: Journal, request: InsightsRequest): Insights {
  if (typeof journal?.folded !== "function")
    throw new WarmpathError("INVALID_ARGUMENT", "insights are to be of a Journal");
  checkKeys(request, ["now", "from", "team", "network", "planned", "goals", "settings"], "insights");
  const { now, network, planned = [], goals } = request;
  if (goals !== undefined) checkKeys(goals, ["weekly"], "goals");
  const given = insightsSettings(request.settings);
  const settings = goals?.weekly === undefined ? given : { ...given, weeklyGoal: goals.weekly };
  const today = utcDay(now, "now");
  const from = request.from === undefined ? Number.NEGATIVE_INFINITY : utcDay(request.from, "from");
  const isOfTeam = teamOf(request.team);
  const tracker = new AskTracker(journal);
  const all = casesOf(journal, tracker, settings, { now, network }).filter(({ seeker }) => isOfTeam(seeker));
  const cases = all.filter((one) => leadDay(one) >= from);
  const leads = cases.filter(isLead);
  const events = journal.folded().filter(({ at }) => utcDay(at) <= today);
  const recent = events.filter(({ at }) => utcDay(at) >= from);
  const requests = requestsOf(tracker, now).filter(
    ({ seeker, steps }) => isOfTeam(seeker) && utcDay(steps[0]?.at ?? now) >= from,
  );
  const efforts = recent.flatMap((event) => effortOf(journal, event, isOfTeam));
  const sources = sourceResults(cases, efforts);
  const active = leads.filter((one) => one.active).length;
  const initiated = leads.filter((one) => one.initiated).length;
  const helped = requests.filter(({ steps }) => steps.some(({ type }) => AGREED.has(type)));
  const figures = {
    day: isoDay(today),
    sources,
    control: leads.length === 0 ? 0 : roundForPlan(active / leads.length),
    initiated,
    received: leads.length - initiated,
    concentration: concentration(new Map(sources.map((row) => [row.source, row.leads])), settings),
    cadence: cadence(actsOf(recent, requests, isOfTeam), pipelineOf(all), {
      today,
      first: Math.max(from, Math.min(today, ...firstDay(events))),
      settings,
    }),
    funnel: funnel(cases.filter(({ isAsk }) => isAsk)),
    leadFunnel: funnel(
      cases.filter(({ isAsk }) => !isAsk),
      "introduced",
    ),
    losses: losses(cases),
    forecast: forecast(all, planned, settings, today),
    load: connectorLoad(requests, { today, yearlyAsks: settings.yearlyAsks }),
    adoption: adoption(requests),
    hub: hubOf(recent, leads, isOfTeam),
    nextHour: nextHour(sources, settings),
    unthanked: helped
      .filter(({ steps }) => !steps.some(({ type }) => type === "thanks.sent"))
      .map(({ id }) => id),
    notEnoughData: notEnough(leads, requests, settings),
  };
  return { ...figures, alerts: alertsOf(figures, cases, settings) };
}

function teamOf(team: readonly string[] | undefined): (person: string | undefined) => boolean {
  if (team === undefined) return () => true;
  if (!Array.isArray(team)) throw new WarmpathError("INVALID_ARGUMENT", "team is to be a list of ids");
  const members = new Set(team);
  return (person) => person === undefined || members.has(person);
}

/** Every request that was sent, whatever it asked for. */
function requestsOf(tracker: AskTracker, now: Date | string): readonly Request[] {
  const asks = tracker.asks({ now }).map(({ ask, steps, state, playbook }) => {
    const { id, connector, seeker } = ask;
    return {
      id,
      connector,
      seeker,
      kind: "introduction" as const,
      steps,
      state,
      ...(playbook === undefined ? {} : { playbook }),
    };
  });
  return [...asks, ...tracker.questions({ now })];
}

function effortOf(
  journal: Journal,
  event: JournalEvent,
  isOfTeam: (id: string | undefined) => boolean,
): Effort[] {
  if (event.type !== "activity.done" || !isOfTeam(event.member)) return [];
  return [{ source: sourceInWords(journal, event.source), hours: event.hours ?? 0, cost: event.cost ?? 0 }];
}

/** Days of prospecting acts: requests sent, work put into a source, introductions made for others. */
function actsOf(
  events: readonly JournalEvent[],
  requests: readonly Request[],
  isOfTeam: (id: string | undefined) => boolean,
): UtcDay[] {
  const others = events.filter(
    (event) =>
      (event.type === "activity.done" && isOfTeam(event.member)) ||
      (event.type === "introduction.brokered" && isOfTeam(event.broker)),
  );
  return [...requests.flatMap(({ steps }) => steps.slice(0, 1)), ...others].map(({ at }) => utcDay(at));
}

function pipelineOf(cases: readonly SalesCase[]): { from: UtcDay; to?: UtcDay }[] {
  return cases.flatMap(({ days, lost }) => {
    const from = days.met ?? days.opportunity;
    const to = days.won ?? lost;
    return from === undefined ? [] : [{ from, ...(to === undefined ? {} : { to }) }];
  });
}

function firstDay(events: readonly JournalEvent[]): UtcDay[] {
  const [first] = events;
  return first === undefined ? [] : [utcDay(first.at)];
}

function hubOf(
  events: readonly JournalEvent[],
  leads: readonly SalesCase[],
  isOfTeam: (id: string | undefined) => boolean,
): Insights["hub"] {
  const brokered = events.filter(
    (event) => event.type === "introduction.brokered" && isOfTeam(event.broker),
  ).length;
  const received = leads.filter(({ connector }) => connector !== undefined).length;
  const both = brokered + received;
  return { brokered, accepted: brokered, share: both === 0 ? 0 : roundForPlan(brokered / both) };
}

function notEnough(
  leads: readonly SalesCase[],
  requests: readonly Request[],
  settings: InsightsSettings,
): readonly string[] {
  const closed = leads.filter(({ days, lost }) => days.won !== undefined || lost !== undefined).length;
  const few = leads.length < settings.leastLeads;
  return [
    ...(few ? ["concentration", "control", "sources"] : []),
    ...(requests.length < settings.leastLeads ? ["adoption", "funnel", "load"] : []),
    ...(closed < settings.leastLeads ? ["forecast", "losses"] : []),
  ].sort();
}
