import { addTo, type UtcDay, utcDay, WarmpathError } from "../base/index.js";
import { askOf, type Journal, type JournalEvent, leadOf } from "../journal/index.js";
import {
  AskTracker,
  type CourtesyShown,
  courtesyOf,
  unaskedIntroductions,
  withCourtesies,
} from "../tracking/index.js";
import type { Insights, InsightsRequest } from "./insights.js";
import { type InsightsScope, scopeOf } from "./insights-scope.js";
import { type CountedCase, helpOf, InsightsTallies } from "./insights-tallies.js";
import type { Request } from "./load.js";
import { outcomeOf } from "./request-outcome.js";
import { caseOfAsk, caseOfLead, keptId, type SalesCase, sourceInWords } from "./sales-case.js";

/**
 * Insights that follow a journal as it grows. Each look reads the events appended since, and again those of the requests and leads
 * that they are about. All else is kept. Another day, a changed network and a reversed entry are read anew, in O(events).
 *
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no journal, as `insights` does for the request; `INVALID_DATE`.
 * @example
 * const live = new InsightsFold(journal, { network, viewer: "me" });
 * live.at("2026-11-28").alerts;
 */
export class InsightsFold {
  readonly #journal: Journal;
  readonly #request: Omit<InsightsRequest, "now">;
  #tracker: AskTracker;
  #scope: InsightsScope;
  #tallies: InsightsTallies;
  readonly #cases = new Map<string, CountedCase>();
  /** Courtesies outside of any ask, and requests, by giver and receiver or seeker and connector. */
  readonly #courtesies = new Map<string, CourtesyShown[]>();
  readonly #pairs = new Map<string, Set<string>>();
  readonly #marks: { shape: number | undefined; words: number };
  #place = 0;
  #read = 0;
  #madeBefore = 0;

  constructor(journal: Journal, request: Omit<InsightsRequest, "now"> = {}) {
    if (typeof journal?.folded !== "function")
      throw new WarmpathError("INVALID_ARGUMENT", "insights are to be of a Journal");
    this.#journal = journal;
    this.#request = request;
    this.#tracker = new AskTracker(journal);
    this.#marks = this.#marksNow();
    this.#scope = scopeOf({ ...request, now: "1970-01-01" });
    this.#tallies = new InsightsTallies(this.#scope);
  }

  /** How many events were read so far, again and again as often as they were. */
  get eventsRead(): number {
    return this.#read;
  }

  /**
   * How many entries were made so far: requests and leads put in or taken out, rows of connectors, sums and rates of the forecast. One
   * more event makes as many as it touches, whatever the length of the journal.
   */
  get entriesMade(): number {
    return this.#madeBefore + this.#tallies.entriesMade;
  }

  /** Insights as of a day. @throws WarmpathError `INVALID_DATE`. */
  at(now: Date | string): Insights {
    const today = utcDay(now, "now");
    const marks = this.#marksNow();
    if (today !== this.#scope.today || marks.shape !== this.#marks.shape || marks.words < this.#marks.words)
      this.#begin(now);
    Object.assign(this.#marks, marks);
    if (!this.#follow()) {
      this.#begin(now);
      this.#follow();
    }
    return this.#tallies.figures();
  }

  #marksNow(): { shape: number | undefined; words: number } {
    const { shape } = (this.#request.network ?? {}) as { shape?: number };
    return { shape, words: this.#journal.vault.size };
  }

  #begin(now: Date | string): void {
    this.#scope = scopeOf({ ...this.#request, now });
    this.#madeBefore += this.#tallies.entriesMade;
    this.#tallies = new InsightsTallies(this.#scope);
    this.#tracker = new AskTracker(this.#journal);
    for (const map of [this.#cases, this.#courtesies, this.#pairs]) map.clear();
    this.#place = 0;
  }

  /** Takes in what was appended; false where something that was counted no longer holds. */
  #follow(): boolean {
    const touched: Touched = { asks: new Set(), leads: new Set() };
    const isWhole = this.#place === 0;
    for (; this.#place < this.#journal.length; this.#place++) {
      const event = this.#journal.at(this.#place);
      this.#read++;
      const day = utcDay(event.at);
      if (day > this.#scope.today) continue;
      if (event.type === "entry.reversed" && !isWhole) return false;
      this.#takeEvent(event, day, touched);
    }
    let holds = true;
    for (const id of touched.asks) holds = this.#recount(`a${id}`, id) && holds;
    for (const id of touched.leads) holds = this.#recount(`l${id}`, id) && holds;
    return holds;
  }

  #takeEvent(event: JournalEvent, day: UtcDay, touched: Touched): void {
    const [ask, lead, courtesy] = [askOf(event), leadOf(event), courtesyOf(event)];
    if (ask !== undefined) touched.asks.add(ask);
    if (lead !== undefined) touched.leads.add(lead);
    if (courtesy !== undefined) {
      const pair = this.#pairKey(courtesy.giver, courtesy.receiver);
      addTo(this.#courtesies, pair, courtesy);
      for (const key of this.#pairs.get(pair) ?? [])
        (key.startsWith("l") ? touched.leads : touched.asks).add(key.slice(1));
      this.#tallies.addThanks(courtesy.giver, courtesy.receiver, courtesy.at);
    }
    if (this.#journal.reversalOf(event.id) !== undefined) return;
    this.#tallies.addEvent(event, day, (source) => sourceInWords(this.#journal, source));
  }

  /** Counts a request or lead as it stands now in place of how it stood; false where it took back that two people met. */
  #recount(key: string, id: string): boolean {
    const before = this.#cases.get(key);
    if (before !== undefined) this.#tallies.apply(before, -1);
    const after = key.startsWith("l") ? this.#lead(key, id) : (this.#ask(key, id) ?? this.#question(key, id));
    const dealt = after?.salesCase && dealingDay(after.salesCase);
    if (after === undefined) this.#cases.delete(key);
    else {
      this.#cases.set(key, after);
      this.#tallies.apply(after, 1);
      const { seeker, target } = after.salesCase ?? {};
      if (dealt !== undefined && seeker !== undefined && target !== undefined)
        this.#tallies.addDealing(seeker, target, dealt);
    }
    const was = before?.salesCase && dealingDay(before.salesCase);
    return was === undefined || (dealt !== undefined && dealt >= was);
  }

  #ask(key: string, id: string): CountedCase | undefined {
    const { now, network, isOfTeam } = this.#scope;
    const status = this.#tracker.ask(id, { now });
    if (status === undefined) return undefined;
    this.#read += status.steps.length + status.ignored.length;
    const salesCase = caseOfAsk(this.#journal, status, network);
    if (!isOfTeam(salesCase.seeker)) return undefined;
    const { connector, seeker } = salesCase as { connector: string; seeker: string };
    const { playbook } = status;
    const outcome = outcomeOf(this.#stepsWithCourtesies(key, { seeker, connector, steps: status.steps }));
    const request = { connector, seeker, kind: "introduction" as const, outcome };
    const help = helpOf(id, connector, outcome);
    return { salesCase, request: playbook === undefined ? request : { ...request, playbook }, help };
  }

  #question(key: string, id: string): CountedCase | undefined {
    const { now, network, isOfTeam } = this.#scope;
    const question = this.#tracker.question(id, { now });
    if (question === undefined || !isOfTeam(question.seeker)) return undefined;
    this.#read += question.steps.length + question.ignored.length;
    const [connector, seeker] = [keptId(question.connector, network), keptId(question.seeker, network)];
    const outcome = outcomeOf(this.#stepsWithCourtesies(key, { seeker, connector, steps: question.steps }));
    const { kind, playbook } = question;
    const request = { connector, seeker, kind, outcome, ...(playbook === undefined ? {} : { playbook }) };
    return { request, help: helpOf(id, connector, outcome) };
  }

  #lead(key: string, id: string): CountedCase | undefined {
    const { now, network, isOfTeam, settings } = this.#scope;
    const lead = this.#tracker.lead(id, { now });
    if (lead === undefined) return undefined;
    this.#read += lead.steps.length + lead.ignored.length;
    const salesCase = caseOfLead(this.#journal, lead, settings, network);
    if (!isOfTeam(salesCase.seeker)) return undefined;
    const [unasked] = unaskedIntroductions([lead]);
    const { seeker, connector } = salesCase;
    if (unasked === undefined || seeker === undefined || connector === undefined) return { salesCase };
    const steps = this.#stepsWithCourtesies(key, { seeker, connector, steps: unasked.steps });
    return { salesCase, help: helpOf(id, connector, outcomeOf(steps)) };
  }

  /** The steps of a request with the courtesies that its seeker has shown its connector since. */
  #stepsWithCourtesies(
    key: string,
    request: Pick<Request, "seeker" | "connector" | "steps">,
  ): Request["steps"] {
    const { seeker, connector, steps } = request;
    const pair = this.#pairKey(seeker, connector);
    const keys = this.#pairs.get(pair);
    if (keys === undefined) this.#pairs.set(pair, new Set([key]));
    else keys.add(key);
    const courtesies = this.#courtesies.get(pair);
    if (courtesies === undefined) return steps;
    const begun = utcDay(steps[0]?.at ?? "9999-12-31");
    const shown = courtesies
      .filter(({ at }) => utcDay(at) >= begun)
      .map((courtesy) => ({ ...courtesy, giver: seeker, receiver: connector }));
    return withCourtesies(request, steps, shown);
  }

  #pairKey(giver: string, receiver: string): string {
    const { network } = this.#scope;
    const kept = keptId(giver, network);
    return `${kept.length}:${kept}${keptId(receiver, network)}`;
  }
}

/** The day on which the buyer of a case was met or dealt with. */
function dealingDay({ days }: SalesCase): number | undefined {
  return days.won ?? days.opportunity ?? days.met;
}

/** Requests and leads that are to be counted anew. */
interface Touched {
  readonly asks: Set<string>;
  readonly leads: Set<string>;
}
