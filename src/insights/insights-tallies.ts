import { compareCodeUnits, isoDay, roundForPlan, type UtcDay, utcDay } from "../base/index.js";
import type { JournalEvent } from "../journal/index.js";
import { AdoptionTally } from "./adoption.js";
import { alertsOf } from "./alerts.js";
import { CadenceTally } from "./cadence.js";
import { CaseEvidence, MOST_EVIDENCE } from "./case-evidence.js";
import { concentration } from "./concentration.js";
import { ForecastTally } from "./forecast.js";
import { FunnelTally } from "./funnel.js";
import { HubTally } from "./hub.js";
import type { Insights } from "./insights.js";
import type { InsightsScope } from "./insights-scope.js";
import { LoadTally, type Request } from "./load.js";
import { LossTally } from "./losses.js";
import { nextHour } from "./next-hour.js";
import { AGREED } from "./request-outcome.js";
import { isLead, keptId, leadDay, type SalesCase } from "./sales-case.js";
import { SortedRows } from "./sorted-rows.js";
import { SourceTally } from "./source-results.js";

/** One request or lead with all that the tallies take of it. */
export interface CountedCase {
  readonly key: string;
  /** Absent for a question without a target. */
  readonly salesCase?: SalesCase | undefined;
  /** Absent for a lead. */
  readonly request?: Request | undefined;
  /** Where somebody helped: the event, who did, and whether they were thanked. */
  readonly help?: Help | undefined;
}

interface Help {
  readonly id: string;
  readonly day: UtcDay;
  readonly event: string;
  readonly connector: string;
  readonly thanked: boolean;
}

/** All figures of insights, each kept so that one case may be taken out and put back in O(log n). */
export class InsightsTallies {
  readonly #scope: InsightsScope;
  readonly #sources = new SourceTally();
  readonly #askFunnel = new FunnelTally("asked");
  readonly #leadFunnel = new FunnelTally("introduced");
  readonly #losses = new LossTally();
  readonly #forecast = new ForecastTally();
  readonly #load: LoadTally;
  readonly #adoption = new AdoptionTally();
  readonly #cadence = new CadenceTally();
  readonly #hub = new HubTally();
  readonly #evidence = new CaseEvidence();
  readonly #unthanked = new SortedRows<string>(compareCodeUnits);
  readonly #latestUnthanked = new SortedRows<Help>((a, b) => b.day - a.day || compareCodeUnits(a.id, b.id));
  readonly #counts = { leads: 0, active: 0, initiated: 0, brought: 0, closed: 0, requests: 0, helped: 0 };
  #first = Number.POSITIVE_INFINITY;

  constructor(scope: InsightsScope) {
    this.#scope = scope;
    this.#load = new LoadTally({ today: scope.today, yearlyAsks: scope.settings.yearlyAsks });
  }

  /** Puts a case in, or takes it out as it was put in. */
  apply({ key, salesCase, request, help }: CountedCase, sign: 1 | -1): void {
    if (salesCase !== undefined) this.#applyCase(key, salesCase, sign);
    if (request !== undefined) this.#applyRequest(request, sign);
    if (help === undefined || help.day < this.#scope.from) return;
    this.#counts.helped += sign;
    const row = sign === 1 && !help.thanked ? help : undefined;
    this.#unthanked.put(key, row?.id);
    this.#latestUnthanked.put(key, row);
  }

  /** Takes an event that belongs to no case. `source` is its source in words. */
  addEvent(event: JournalEvent, source?: string): void {
    const { from, isOfTeam, network } = this.#scope;
    const day = utcDay(event.at);
    const kept = (id: string): string => keptId(id, network);
    this.#first = Math.min(this.#first, day);
    if (event.type === "activity.done" && source !== undefined && day >= from && isOfTeam(event.member)) {
      this.#sources.addEffort({ source, hours: event.hours ?? 0, cost: event.cost ?? 0 }, 1);
      this.#cadence.addAct(day, 1, event.id);
    }
    if (event.type === "introduction.brokered" && day >= from && isOfTeam(event.broker)) {
      const [a, b] = event.between;
      this.#hub.addBrokered(kept(event.broker), [kept(a), kept(b)], day);
      this.#cadence.addAct(day, 1, event.id);
    }
    if (event.type === "favor.given" || event.type === "gift.given")
      this.#hub.addDealing(kept(event.giver), kept(event.receiver), day);
    if (event.type === "sale.delivered") this.#hub.addDealing(kept(event.seller), kept(event.customer), day);
  }

  /** Thanks or news from one person to another. */
  addThanks(giver: string, receiver: string, at: string): void {
    const { network } = this.#scope;
    this.#hub.addThanks(keptId(giver, network), keptId(receiver, network), utcDay(at));
  }

  /** Two people met or dealt with each other. */
  addDealing(a: string, b: string, day: UtcDay): void {
    this.#hub.addDealing(a, b, day);
  }

  /** The figures as they stand. */
  figures(): Insights {
    const { today, settings, planned, from } = this.#scope;
    const { leads, active, initiated, brought, helped } = this.#counts;
    const sources = this.#sources.result();
    const first = Math.max(from, Math.min(today, this.#first));
    const cadence = this.#cadence.result({ today, first, settings });
    const load = this.#load.result();
    const figures = {
      day: isoDay(today),
      sources,
      control: leads === 0 ? 0 : roundForPlan(active / leads),
      initiated,
      received: leads - initiated,
      concentration: concentration(new Map(sources.map((row) => [row.source, row.leads])), settings),
      cadence,
      funnel: this.#askFunnel.result(),
      leadFunnel: this.#leadFunnel.result(),
      losses: this.#losses.result(),
      forecast: this.#forecast.result(planned, settings, today),
      stageRates: this.#forecast.rates(settings),
      load,
      adoption: this.#adoption.result(),
      hub: this.#hub.result(brought),
      nextHour: nextHour(sources, settings),
      unthanked: this.#unthanked.rows(),
      notEnoughData: this.#notEnough(),
    };
    const spent = load.filter(({ left }) => left === 0).slice(0, MOST_EVIDENCE);
    const unthanked = this.#latestUnthanked.rows(MOST_EVIDENCE);
    const groups: Readonly<Record<string, { events: readonly string[]; people: readonly string[] }>> = {
      gap: { events: this.#cadence.aroundGap(cadence, today).slice(0, MOST_EVIDENCE), people: [] },
      spent: {
        events: spent.flatMap(({ connector }) => this.#load.lastRequest(connector)),
        people: spent.map(({ connector }) => connector),
      },
      unthanked: {
        events: unthanked.map(({ event }) => event),
        people: [...new Set(unthanked.map(({ connector }) => connector))],
      },
    };
    const evidence = {
      events: (group: string) => groups[group]?.events ?? this.#evidence.events(group),
      people: (group: string) => groups[group]?.people ?? this.#evidence.people(group),
    };
    return { ...figures, alerts: alertsOf(figures, evidence, { helped, settings }) };
  }

  #applyCase(key: string, one: SalesCase, sign: 1 | -1): void {
    const { days, lost } = one;
    this.#forecast.add(one, sign);
    const begun = days.met ?? days.opportunity;
    const last = days.opportunity ?? begun;
    if (begun !== undefined && last !== undefined)
      this.#cadence.addDeal(begun, days.won ?? lost ?? last + this.#scope.settings.staleDays, sign);
    if (leadDay(one) < this.#scope.from) return;
    this.#sources.addCase(one, sign);
    (one.isAsk ? this.#askFunnel : this.#leadFunnel).add(one, sign);
    this.#losses.add(one, sign);
    this.#evidence.put(key, one, sign === 1);
    if (!isLead(one)) return;
    this.#counts.leads += sign;
    if (one.active) this.#counts.active += sign;
    if (one.initiated) this.#counts.initiated += sign;
    if (one.connector !== undefined) this.#counts.brought += sign;
    if (days.won !== undefined || lost !== undefined) this.#counts.closed += sign;
  }

  #applyRequest(request: Request, sign: 1 | -1): void {
    this.#load.add(request, sign);
    const sent = request.steps[0];
    if (sent === undefined || utcDay(sent.at) < this.#scope.from) return;
    this.#counts.requests += sign;
    this.#adoption.add(request, sign);
    this.#cadence.addAct(utcDay(sent.at), sign, sent.event);
  }

  #notEnough(): readonly string[] {
    const { leads, closed, requests } = this.#counts;
    const { leastLeads } = this.#scope.settings;
    return [
      ...(leads < leastLeads ? ["concentration", "control", "sources"] : []),
      ...(requests < leastLeads ? ["adoption", "funnel", "load"] : []),
      ...(closed < leastLeads ? ["forecast", "losses"] : []),
    ].sort();
  }
}

/** Where somebody helped with a request: the first event that says so. */
export function helpOf(request: Pick<Request, "id" | "connector" | "steps">): Help | undefined {
  const step = request.steps.find(({ type }) => AGREED.has(type));
  if (step === undefined) return undefined;
  return {
    id: request.id,
    day: utcDay(step.at),
    event: step.event,
    connector: request.connector,
    thanked: request.steps.some(({ type }) => type === "thanks.sent"),
  };
}
