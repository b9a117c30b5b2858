import {
  addTo,
  checkShape,
  compareCodeUnits,
  type PartialSettings,
  type TimingSettings,
  timingSettings,
  type UtcDay,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import {
  type AppendInput,
  type AskSent,
  askOf,
  isQuestion,
  isReversed,
  type Journal,
  type JournalEvent,
  leadOf,
  type QuestionSent,
  type Reversals,
  reversedEvent,
} from "../journal/index.js";
import { inAskOrderUpTo } from "./ask-order.js";
import { type AskStatus, type RequestStatus, recordOf, walk } from "./ask-status.js";
import { checkSteps } from "./check-steps.js";
import { type CourtesyShown, courtesyOf } from "./courtesies.js";
import { EventsById } from "./events-by-id.js";
import { type LeadStatus, leadStatus, walkLead } from "./lead-status.js";
import type { QuestionStatus } from "./question-status.js";

/** As of when asks are read. */
export interface AsOf {
  /** Events of later days are left out. Absent: all events count and nothing lapses. */
  readonly now?: Date | string;
}

/** What an event is about, each undefined where it is about none. */
export interface EventNames {
  readonly ask: string | undefined;
  readonly lead: string | undefined;
  readonly courtesy: CourtesyShown | undefined;
}

/**
 * The asks of a journal and how each stands; it follows the journal as it grows. A late event counts at its own time: the
 * states are those of the events read in order of time. What was taken back counts from the day of its reversal on as if it had not been.
 *
 * @example
 * const tracker = new AskTracker(journal);
 * tracker.asks({ now: "2026-03-20" }).filter((record) => record.open);
 */
export class AskTracker {
  readonly #journal: Journal;
  readonly #timing: TimingSettings;
  readonly #events: EventsById;
  readonly #leads: EventsById;
  readonly #courtesies: CourtesyShown[] = [];
  #read = 0;

  /** @throws WarmpathError `INVALID_ARGUMENT` for a timing that is out of its range. */
  constructor(journal: Journal, timing?: PartialSettings<TimingSettings>) {
    checkShape(journal, { length: "number", at: "function", prepare: "function" }, "journal");
    this.#journal = journal;
    this.#events = new EventsById(journal);
    this.#leads = new EventsById(journal);
    this.#timing = timingSettings(timing);
  }

  /** Every ask that was sent, in order of ids. */
  asks(asOf: AsOf = {}): readonly AskStatus[] {
    checkShape(asOf, "object", "asOf");
    const today = dayOf(asOf);
    this.#sync();
    const ids = [...this.#events.ids()].sort(compareCodeUnits);
    return ids.map((id) => this.#ask(id, today)).filter((record) => record !== undefined);
  }

  /** One ask, undefined where it was never sent. */
  ask(id: string, asOf: AsOf = {}): AskStatus | undefined {
    checkShape(asOf, "object", "asOf");
    const today = dayOf(asOf);
    this.#sync();
    return this.#ask(id, today);
  }

  /** Every issue question and soft request that was sent, in order of ids. */
  questions(asOf: AsOf = {}): readonly QuestionStatus[] {
    this.#sync();
    const ids = [...this.#events.ids()].sort(compareCodeUnits);
    return ids.map((id) => this.question(id, asOf)).filter((question) => question !== undefined);
  }

  /** One of them, undefined where it was never sent. */
  question(id: string, asOf: AsOf = {}): QuestionStatus | undefined {
    checkShape(asOf, "object", "asOf");
    const today = dayOf(asOf);
    this.#sync();
    const events = this.#standing(this.#events.of(id), today);
    const sent = sentOf(events);
    const record = sent !== undefined && isQuestion(sent) ? this.#record(events, today) : undefined;
    if (record === undefined) return undefined;
    const { kind, seeker, connector } = sent as QuestionSent;
    return { id, kind, seeker, connector, ...record };
  }

  /** Every lead that came without an ask, introductions nobody asked for among them, in order of ids. */
  leads(asOf: AsOf = {}): readonly LeadStatus[] {
    this.#sync();
    const ids = [...this.#leads.ids()].sort(compareCodeUnits);
    return ids.map((id) => this.lead(id, asOf)).filter((lead) => lead !== undefined);
  }

  /** One of them, undefined where nothing began it. */
  lead(id: string, asOf: AsOf = {}): LeadStatus | undefined {
    checkShape(asOf, "object", "asOf");
    const today = dayOf(asOf);
    this.#sync();
    return leadStatus(id, inAskOrderUpTo(this.#standing(this.#leads.of(id), today), today));
  }

  /** Thanks, news and deeds outside of any ask, in the order of the journal. */
  courtesies(asOf: AsOf = {}): readonly CourtesyShown[] {
    checkShape(asOf, "object", "asOf");
    const today = dayOf(asOf);
    this.#sync();
    return this.#courtesies.filter(
      ({ at, event }) =>
        (today === undefined || utcDay(at) <= today) && !isReversed(this.#journal, event, today),
    );
  }

  /**
   * Says whether the table allows these events (all together) where their times put them; changes nothing. Events that name
   * no ask, and ids that are in the journal already, are passed over. An event with the time of another is taken to come
   * after it. A late one is allowed if the ask's whole history is a legal one with it in its place. A step is taken back
   * after those that rest on it.
   * @throws WarmpathError `INVALID_TRANSITION` with the event's type and the state it met. `UNKNOWN_ASK` for a gift that is for no request
   * or lead on record. `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
   */
  check(input: AppendInput | readonly AppendInput[]): void {
    this.#sync();
    const fresh = new Map<string, JournalEvent>();
    for (const { event } of this.#journal.prepare(input))
      if (this.#journal.get(event.id) === undefined && !fresh.has(event.id)) fresh.set(event.id, event);
    const after = withFresh(this.#journal, fresh);
    const asks = new Map<string, JournalEvent[]>();
    const leads = new Map<string, JournalEvent[]>();
    const begun = new Set([...fresh.values()].flatMap((event) => [askOf(event), leadOf(event)]));
    for (const event of fresh.values()) {
      if (event.type === "gift.given" && event.for !== undefined)
        if (!begun.has(event.for) && !this.#events.has(event.for) && !this.#leads.has(event.for))
          throw new WarmpathError("UNKNOWN_ASK", "a gift is for a request or a lead on record");
      const about = reversedEvent(after, event);
      const ask = about && askOf(about);
      const lead = about && leadOf(about);
      for (const [key, steps] of [[ask, asks] as const, [lead, leads] as const]) {
        if (key === undefined) continue;
        if (event === about) addTo(steps, key, event);
        else if (!steps.has(key)) steps.set(key, []);
      }
    }
    const reversals = { before: this.#journal, after };
    for (const [ask, steps] of asks)
      checkSteps({ held: this.#events.of(ask), fresh: steps, ...reversals }, walk);
    for (const [lead, steps] of leads)
      checkSteps({ held: this.#leads.of(lead), fresh: steps, ...reversals }, walkLead);
  }

  /**
   * Reads the events appended since, for whoever follows the same journal. Each is told with its index, and with the ask, the lead
   * and the courtesy that it names.
   */
  follow(told: (event: JournalEvent, index: number, named: EventNames) => void): void {
    checkShape(told, "function", "told");
    for (; this.#read < this.#journal.length; this.#read++) {
      const event = this.#journal.at(this.#read);
      const ask = askOf(event);
      const lead = leadOf(event);
      const courtesy = courtesyOf(event);
      if (ask !== undefined) this.#events.add(ask, this.#read);
      if (lead !== undefined) this.#leads.add(lead, this.#read);
      if (courtesy !== undefined) this.#courtesies.push(courtesy);
      told(event, this.#read, { ask, lead, courtesy });
    }
  }

  #ask(id: string, today: UtcDay | undefined): AskStatus | undefined {
    const events = this.#standing(this.#events.of(id), today);
    const sent = sentOf(events);
    if (sent === undefined || isQuestion(sent)) return undefined;
    const record = this.#record(events, today);
    return record && { ask: sent.ask, ...record };
  }

  /** Those that are not taken back by a day. */
  #standing(events: readonly JournalEvent[], today: UtcDay | undefined): readonly JournalEvent[] {
    const isGone = ({ id }: JournalEvent): boolean => isReversed(this.#journal, id, today);
    return events.some(isGone) ? events.filter((event) => !isGone(event)) : events;
  }

  #record(events: readonly JournalEvent[], today: UtcDay | undefined): RequestStatus | undefined {
    const textOf = (event: JournalEvent, name: string): string | undefined => this.#textOf(event, name);
    return recordOf(inAskOrderUpTo(events, today), textOf, today, this.#timing);
  }

  /** A text that came with an event, where the vault still has it. */
  #textOf(event: JournalEvent, name: string): string | undefined {
    if (event.words === undefined && !(name in event)) return undefined;
    const text = (this.#journal.resolve(event) as unknown as Readonly<Record<string, unknown>>)[name];
    return typeof text === "string" ? text : undefined;
  }

  #sync(): void {
    if (this.#read < this.#journal.length) this.follow(() => {});
  }
}

function sentOf(events: readonly JournalEvent[]): AskSent | QuestionSent | undefined {
  return events.find((event) => event.type === "ask.sent");
}

/** A journal with events that are not in it yet. */
function withFresh(journal: Journal, fresh: ReadonlyMap<string, JournalEvent>): Reversals {
  const reversals = new Map(
    [...fresh.values()].flatMap((event) =>
      event.type === "entry.reversed" ? [[event.entry, event.id] as const] : [],
    ),
  );
  return {
    get: (id) => journal.get(id) ?? fresh.get(id),
    reversalOf: (id) => journal.reversalOf(id) ?? reversals.get(id),
  };
}

function dayOf({ now }: AsOf): UtcDay | undefined {
  return now === undefined ? undefined : utcDay(now, "now");
}
