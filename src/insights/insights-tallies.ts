import { isoDay, type UtcDay, utcDay } from "../base/index.js";
import { eventPeople, type JournalEvent } from "../journal/index.js";
import { AdoptionTally } from "./adoption.js";
import { evidenceOf } from "./alert-evidence.js";
import { alertsOf } from "./alerts.js";
import { CadenceTally } from "./cadence.js";
import { CaseEvidence } from "./case-evidence.js";
import { ChannelTally } from "./channel-results.js";
import { concentration } from "./concentration.js";
import { controlOf } from "./control.js";
import { ForecastTally } from "./forecast.js";
import { FunnelTally } from "./funnel.js";
import { HubTally } from "./hub.js";
import type { Insights } from "./insights.js";
import type { InsightsScope } from "./insights-scope.js";
import { IntroductionTally } from "./introduction-results.js";
import { LoadTally } from "./load.js";
import { LossTally } from "./losses.js";
import { nextHour } from "./next-hour.js";
import { partsWithout } from "./not-enough-data.js";
import type { RequestOutcome } from "./request-outcome.js";
import type { Request } from "./requests-of.js";
import { isLead, keptId, leadDay, type SalesCase } from "./sales-case.js";
import { SourceTally } from "./source-results.js";
import { type Help, ThanksTally } from "./thanks-owed.js";

/** One request or lead with all that the tallies take of it. */
export interface CountedCase {
  /** Absent for a question without a target. */
  readonly salesCase: SalesCase | undefined;
  /** Absent for a lead. */
  readonly request: CountedRequest | undefined;
  /** Where somebody helped: the event, who did, and whether they were thanked. */
  readonly help: Help | undefined;
}

/** What is counted of a request of any kind. */
export interface CountedRequest extends Pick<Request, "connector" | "seeker" | "kind"> {
  readonly playbook: string | undefined;
  readonly outcome: RequestOutcome;
  readonly channel?: string | undefined;
}

/** All figures of insights, each kept so that one case may be taken out and put back in O(log n). */
export class InsightsTallies {
  readonly #scope: InsightsScope;
  readonly #sources = new SourceTally();
  readonly #askFunnel = new FunnelTally("asked");
  readonly #leadFunnel = new FunnelTally("introduced");
  readonly #introductions = new IntroductionTally();
  readonly #channels: ChannelTally;
  readonly #losses = new LossTally();
  readonly #forecast = new ForecastTally();
  readonly #load: LoadTally;
  readonly #adoption = new AdoptionTally();
  readonly #cadence = new CadenceTally();
  readonly #hub = new HubTally();
  readonly #evidence = new CaseEvidence();
  readonly #thanks = new ThanksTally();
  readonly #counts = {
    leads: 0,
    active: 0,
    initiated: 0,
    brought: 0,
    closed: 0,
    requests: 0,
  };
  #first = Number.POSITIVE_INFINITY;
  #applied = 0;

  constructor(scope: InsightsScope) {
    this.#scope = scope;
    this.#channels = new ChannelTally(scope.today);
    this.#load = new LoadTally({ today: scope.today, yearlyAsks: scope.settings.yearlyAsks });
  }

  /** Puts a case in, or takes it out as it was put in. */
  apply({ salesCase, request, help }: CountedCase, sign: 1 | -1): void {
    this.#applied++;
    if (salesCase !== undefined) this.#applyCase(salesCase, sign);
    if (request !== undefined) this.#applyRequest(request, sign);
    if (help === undefined || help.day < this.#scope.from) return;
    this.#thanks.add(help, sign);
  }

  /** How many cases were put in or taken out, and rows, sums and rates made, so far. */
  get entriesMade(): number {
    return this.#applied + this.#load.made + this.#forecast.made;
  }

  /** Takes what an event tells apart from its case. `inWords` gives the words of a source. */
  addEvent(event: JournalEvent, day: UtcDay, inWords: (source: string) => string): void {
    if (day < this.#first && isOfAny(event, this.#scope.isOfTeam)) this.#first = day;
    if (!APART.has(event.type)) return;
    const { from, isOfTeam, network } = this.#scope;
    const kept = (id: string): string => keptId(id, network);
    if (event.type === "activity.done" && day >= from && isOfTeam(event.member)) {
      const source = inWords(event.source);
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
    const sources = this.#sources.result();
    const first = Math.max(from, Math.min(today, this.#first));
    const cadence = this.#cadence.result({ today, first, settings });
    const load = this.#load.result();
    const figures = {
      day: isoDay(today),
      sources,
      ...controlOf(this.#counts),
      concentration: concentration(new Map(sources.map((row) => [row.source, row.leads])), settings),
      cadence,
      funnel: this.#askFunnel.result(),
      leadFunnel: this.#leadFunnel.result(),
      introductions: this.#introductions.result(),
      channels: this.#channels.result(),
      losses: this.#losses.result(),
      forecast: this.#forecast.result(planned, settings, today),
      stageRates: this.#forecast.rates(settings),
      load,
      adoption: this.#adoption.result(),
      hub: this.#hub.result(this.#counts.brought),
      nextHour: nextHour(sources, settings),
      unthanked: this.#thanks.unthanked(),
      notEnoughData: partsWithout({ ...this.#counts, weeks: cadence.weeks.length }, settings),
    };
    const evidence = evidenceOf(figures, {
      cases: this.#evidence,
      cadence: this.#cadence,
      load: this.#load,
      thanks: this.#thanks,
    });
    return { ...figures, alerts: alertsOf(figures, evidence, settings) };
  }

  #applyCase(one: SalesCase, sign: 1 | -1): void {
    const { days, lost } = one;
    this.#forecast.add(one, sign);
    const begun = days.met ?? days.opportunity;
    const last = days.opportunity ?? begun;
    if (begun !== undefined && last !== undefined)
      this.#cadence.addDeal(begun, days.won ?? lost ?? last + this.#scope.settings.staleDays, sign);
    if (leadDay(one) < this.#scope.from) return;
    this.#sources.addCase(one, sign);
    (one.isAsk ? this.#askFunnel : this.#leadFunnel).add(one, sign);
    this.#introductions.add(one, sign);
    this.#losses.add(one, sign);
    this.#evidence.add(one, sign);
    if (!isLead(one)) return;
    this.#counts.leads += sign;
    if (one.active) this.#counts.active += sign;
    if (one.initiated) this.#counts.initiated += sign;
    if (one.connector !== undefined) this.#counts.brought += sign;
    if (days.won !== undefined || lost !== undefined) this.#counts.closed += sign;
  }

  #applyRequest(request: CountedRequest, sign: 1 | -1): void {
    const { connector, outcome } = request;
    this.#load.add(connector, outcome, sign);
    const { sent } = outcome;
    if (sent === undefined || sent.day < this.#scope.from) return;
    this.#counts.requests += sign;
    this.#adoption.add(request, outcome, sign);
    this.#channels.add(request.channel, outcome, sign);
    this.#cadence.addAct(sent.day, sign, sent.event);
  }
}

/** True for an event that names one of the team, and for an act or lead that belongs to nobody in particular. */
function isOfAny(event: JournalEvent, isOfTeam: InsightsScope["isOfTeam"]): boolean {
  if (event.type === "activity.done") return isOfTeam(event.member);
  if (event.type === "lead.received" && isOfTeam(event.seeker)) return true;
  return eventPeople(event).some(isOfTeam);
}

/** Events that are counted although they belong to no case. */
const APART: ReadonlySet<JournalEvent["type"]> = new Set([
  "activity.done",
  "introduction.brokered",
  "favor.given",
  "gift.given",
  "sale.delivered",
] as const);
