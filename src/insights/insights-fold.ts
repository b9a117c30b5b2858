import { MILLIS_PER_DAY, madeOf, soundOf, utcDay } from "../base/index.js";
import { type EventType, isReversed, type Journal } from "../journal/index.js";
import {
  AskTracker,
  type CourtesyShown,
  type EventNames,
  helpIn,
  isUndecided,
  unaskedIntroductions,
} from "../tracking/index.js";
import type { Insights, InsightsRequest } from "./insights.js";
import { type InsightsScope, scopeOf } from "./insights-scope.js";
import { type CountedCase, InsightsTallies } from "./insights-tallies.js";
import { outcomeOf } from "./request-outcome.js";
import { stepsWithCourtesies } from "./requests-of.js";
import { caseOfAsk, caseOfLead, keptId, type SalesCase, sourceInWords } from "./sales-case.js";
import { helpOf } from "./thanks-owed.js";

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
  #tracker!: AskTracker;
  #scope!: InsightsScope;
  #tallies!: InsightsTallies;
  readonly #asks = new Map<string, CountedCase>();
  readonly #leads = new Map<string, CountedCase>();
  /** Courtesies outside of any ask, and requests, of giver and receiver or seeker and connector. */
  readonly #pairs = new Map<string, Map<string, Pair>>();
  #marks!: { readonly shape: number | undefined; readonly words: number };
  #isBegun = false;
  #read = 0;
  #madeBefore = 0;

  constructor(journal: Journal, request: Omit<InsightsRequest, "now"> = {}) {
    this.#journal = journal;
    this.#request = request;
    madeOf("insights", () => this.#begin("1970-01-01"));
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
    return soundOf("insights", () => {
      const today = utcDay(now, "now");
      const { shape, words } = this.#marks;
      this.#marks = this.#marksNow();
      if (today !== this.#scope.today || this.#marks.shape !== shape || this.#marks.words < words)
        this.#begin(now);
      if (!this.#follow()) {
        this.#begin(now);
        this.#follow();
      }
      return this.#tallies.figures();
    });
  }

  #marksNow(): { shape: number | undefined; words: number } {
    const { shape } = (this.#request.network ?? {}) as { shape?: number };
    return { shape, words: this.#journal.vault.size };
  }

  #begin(now: Date | string): void {
    this.#marks = this.#marksNow();
    this.#scope = scopeOf({ ...this.#request, now });
    this.#madeBefore += this.#tallies?.entriesMade ?? 0;
    this.#tallies = new InsightsTallies(this.#scope);
    this.#tracker = new AskTracker(this.#journal);
    for (const map of [this.#asks, this.#leads, this.#pairs]) map.clear();
    this.#isBegun = false;
  }

  /** Takes in what was appended; false where something that was counted no longer holds. */
  #follow(): boolean {
    const touched: Touched = { asks: new Set(), leads: new Set() };
    const [isWhole, inWords] = [!this.#isBegun, (source: string) => sourceInWords(this.#journal, source)];
    let holds = true;
    this.#isBegun = true;
    this.#tracker.follow((event, index, named) => {
      this.#read++;
      const day = Math.floor(this.#journal.millisAt(index) / MILLIS_PER_DAY);
      if (day > this.#scope.today) return;
      if (event.type === "entry.reversed") {
        if (!isWhole) holds = false;
        return;
      }
      if (isReversed(this.#journal, event.id, this.#scope.today)) return;
      this.#takeNames(named, touched, isWhole && !BEGINNINGS.has(event.type));
      this.#tallies.addEvent(event, day, inWords);
    });
    if (!holds) return false;
    for (const id of touched.asks) {
      const before = isWhole ? undefined : this.#asks.get(id);
      const after = this.#ask(id, before === undefined) ?? this.#question(id, before === undefined);
      holds = this.#recount(this.#asks, id, before, after) && holds;
    }
    for (const id of touched.leads) {
      const before = isWhole ? undefined : this.#leads.get(id);
      holds = this.#recount(this.#leads, id, before, this.#lead(id)) && holds;
    }
    return holds;
  }

  #takeNames({ ask, lead, courtesy }: EventNames, touched: Touched, isListed: boolean): void {
    if (ask !== undefined && !isListed) touched.asks.add(ask);
    if (lead !== undefined && !isListed) touched.leads.add(lead);
    if (courtesy === undefined) return;
    const pair = this.#pairOf(courtesy.giver, courtesy.receiver);
    pair.courtesies.push(courtesy);
    for (const id of pair.asks) touched.asks.add(id);
    for (const id of pair.leads) touched.leads.add(id);
    this.#tallies.addThanks(courtesy.giver, courtesy.receiver, courtesy.at);
  }

  /** Counts a request or lead as it stands now in place of how it stood; false where it took back that two people met. */
  #recount(
    cases: Map<string, CountedCase>,
    id: string,
    before: CountedCase | undefined,
    after: CountedCase | undefined,
  ): boolean {
    if (before !== undefined) this.#tallies.apply(before, -1);
    const dealt = after?.salesCase && dealingDay(after.salesCase);
    if (after === undefined) cases.delete(id);
    else {
      cases.set(id, after);
      this.#tallies.apply(after, 1);
      const { seeker, target } = after.salesCase ?? {};
      if (dealt !== undefined && seeker !== undefined && target !== undefined)
        this.#tallies.addDealing(seeker, target, dealt);
    }
    const was = before?.salesCase && dealingDay(before.salesCase);
    return was === undefined || (dealt !== undefined && dealt >= was);
  }

  #ask(id: string, isNew: boolean): CountedCase | undefined {
    const { now, network, isOfTeam } = this.#scope;
    const status = this.#tracker.ask(id, { now });
    if (status === undefined) return undefined;
    this.#read += status.steps.length + status.ignored.length;
    const salesCase = caseOfAsk(this.#journal, status, network);
    if (!isOfTeam(salesCase.seeker)) return undefined;
    const { connector, seeker } = salesCase as { connector: string; seeker: string };
    const { playbook, channel } = status;
    const pair = this.#pairOf(seeker, connector);
    if (isNew) pair.asks.push(id);
    const steps = stepsWithCourtesies({ seeker, connector, steps: status.steps }, pair.courtesies);
    const outcome = outcomeOf(steps, isUndecided(status));
    const request = { connector, seeker, kind: "introduction" as const, outcome, playbook, channel };
    return { salesCase, request, help: helpOf({ id, connector, steps }, helpIn(status), true) };
  }

  #question(id: string, isNew: boolean): CountedCase | undefined {
    const { now, network, isOfTeam } = this.#scope;
    const question = this.#tracker.question(id, { now });
    if (question === undefined || !isOfTeam(question.seeker)) return undefined;
    this.#read += question.steps.length + question.ignored.length;
    const [connector, seeker] = [keptId(question.connector, network), keptId(question.seeker, network)];
    const pair = this.#pairOf(seeker, connector);
    if (isNew) pair.asks.push(id);
    const steps = stepsWithCourtesies({ seeker, connector, steps: question.steps }, pair.courtesies);
    const outcome = outcomeOf(steps, isUndecided(question));
    const { kind, playbook, channel } = question;
    return {
      salesCase: undefined,
      request: { connector, seeker, kind, outcome, playbook, channel },
      help: helpOf({ id, connector, steps }, helpIn(question), true),
    };
  }

  #lead(id: string): CountedCase | undefined {
    const { now, network, isOfTeam, settings } = this.#scope;
    const lead = this.#tracker.lead(id, { now });
    if (lead === undefined) return undefined;
    this.#read += lead.steps.length + lead.ignored.length;
    const salesCase = caseOfLead(this.#journal, lead, settings, network);
    if (!isOfTeam(salesCase.seeker)) return undefined;
    const { seeker, connector } = salesCase;
    const [unasked] = lead.introducedBy === undefined ? [] : unaskedIntroductions([lead]);
    if (unasked === undefined || seeker === undefined || connector === undefined)
      return { salesCase, request: undefined, help: undefined };
    const pair = this.#pairOf(seeker, connector);
    if (!pair.leads.includes(id)) pair.leads.push(id);
    const steps = stepsWithCourtesies({ seeker, connector, steps: unasked.steps }, pair.courtesies);
    return { salesCase, request: undefined, help: helpOf({ id, connector, steps }, helpIn(unasked), false) };
  }

  #pairOf(giver: string, receiver: string): Pair {
    const { network } = this.#scope;
    const [kept, other] = [keptId(giver, network), keptId(receiver, network)];
    let pairs = this.#pairs.get(other);
    if (pairs === undefined) {
      pairs = new Map();
      this.#pairs.set(other, pairs);
    }
    let pair = pairs.get(kept);
    if (pair === undefined) {
      pair = { courtesies: [], asks: [], leads: [] };
      pairs.set(kept, pair);
    }
    return pair;
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

/** What two people have to do with each other: what one did for the other, and requests and leads from the one to the other. */
interface Pair {
  readonly asks: string[];
  readonly leads: string[];
  readonly courtesies: CourtesyShown[];
}

/** Events without which there is no request and no lead to count. */
const BEGINNINGS: ReadonlySet<EventType> = new Set(["ask.sent", "lead.received", "introduction.received"]);
