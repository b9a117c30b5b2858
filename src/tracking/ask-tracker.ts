import {
  compareCodeUnits,
  type PartialSettings,
  type TimingSettings,
  timingSettings,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import { type AppendInput, askOf, type Journal, type JournalEvent } from "../journal/index.js";
import { inAskOrder, withNext } from "./ask-order.js";
import { type AskStatus, recordOf, walk } from "./ask-status.js";
import { TRANSITIONS } from "./transitions.js";

/** As of when asks are read. */
export interface AsOf {
  /** Events of later days are left out. Absent: all events count and nothing lapses. */
  readonly now?: Date | string;
}

/**
 * The asks of a journal and how each stands; it follows the journal as it grows. A late event counts at its own time: the
 * states are those of the events read in order of time.
 *
 * @example
 * const tracker = new AskTracker(journal);
 * tracker.asks({ now: "2026-03-20" }).filter((record) => record.open);
 */
export class AskTracker {
  readonly #journal: Journal;
  readonly #timing: TimingSettings;
  readonly #events = new Map<string, JournalEvent[]>();
  #read = 0;

  /** @throws WarmpathError `INVALID_ARGUMENT` for a timing that is out of its range. */
  constructor(journal: Journal, timing?: PartialSettings<TimingSettings>) {
    this.#journal = journal;
    this.#timing = timingSettings(timing);
  }

  /** Every ask that was sent, in order of ids. */
  asks({ now }: AsOf = {}): readonly AskStatus[] {
    this.#sync();
    const ids = [...this.#events.keys()].sort(compareCodeUnits);
    return ids.map((id) => this.#record(id, now)).filter((record) => record !== undefined);
  }

  /** One ask, undefined where it was never sent. */
  ask(id: string, { now }: AsOf = {}): AskStatus | undefined {
    this.#sync();
    return this.#record(id, now);
  }

  /**
   * Says whether the table allows these events (all together) where their times put them; changes nothing. Events that name
   * no ask, and ids that are in the journal already, are passed over. An event with the time of another is taken to come
   * after it; a late one is allowed if the ask's whole history is a legal one with it in its place.
   * @throws WarmpathError `INVALID_TRANSITION` with the event's type and the state it met; `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
   */
  check(input: AppendInput | readonly AppendInput[]): void {
    this.#sync();
    const fresh = new Map<string, JournalEvent[]>();
    for (const { event } of this.#journal.prepare(input)) {
      const ask = isStep(event) ? askOf(event) : undefined;
      if (ask === undefined || this.#journal.get(event.id) !== undefined) continue;
      const others = fresh.get(ask) ?? [];
      if (!others.some(({ id }) => id === event.id)) fresh.set(ask, [...others, event]);
    }
    for (const [ask, events] of fresh) checkSteps(this.#events.get(ask) ?? [], events);
  }

  #record(id: string, now: Date | string | undefined): AskStatus | undefined {
    const today = now === undefined ? undefined : utcDay(now, "now");
    const events = this.#events.get(id) ?? [];
    const past = today === undefined ? events : events.filter((event) => utcDay(event.at) <= today);
    const ordered = inAskOrder(past);
    const named = ordered.find((event) => event.type === "ask.declined" && event.suggested !== undefined);
    const words = { ...this.#textOf(named, "suggested"), ...this.#textOf(ordered[0], "channel") };
    return recordOf(ordered, words, today, this.#timing);
  }

  /** A text that came with an event, where the vault still has it. */
  #textOf<Name extends string>(
    event: JournalEvent | undefined,
    name: Name,
  ): { readonly [Key in Name]?: string } {
    if (event === undefined) return {};
    const text = (this.#journal.resolve(event) as unknown as Readonly<Record<string, unknown>>)[name];
    return typeof text === "string" ? ({ [name]: text } as { readonly [Key in Name]?: string }) : {};
  }

  #sync(): void {
    for (; this.#read < this.#journal.length; this.#read++) {
      const event = this.#journal.at(this.#read);
      const ask = isStep(event) ? askOf(event) : undefined;
      if (ask === undefined) continue;
      const events = this.#events.get(ask);
      if (events === undefined) this.#events.set(ask, [event]);
      else events.push(event);
    }
  }
}

function isStep(event: JournalEvent): boolean {
  return Object.hasOwn(TRANSITIONS, event.type);
}

function checkSteps(held: readonly JournalEvent[], fresh: readonly JournalEvent[]): void {
  const ordered = inAskOrder(held);
  const before = new Set(walk(ordered).ignored);
  let meant = ordered;
  for (const event of fresh.length === 1 ? fresh : inAskOrder(fresh)) meant = withNext(meant, event);
  for (const events of [meant, inAskOrder([...held, ...fresh])]) {
    const refused = walk(events).ignored.find((event) => !before.has(event));
    if (refused === undefined) continue;
    const earlier = walk(events.slice(0, events.indexOf(refused)));
    const details = { type: refused.type, state: earlier.state };
    throw new WarmpathError("INVALID_TRANSITION", "the ask's state does not allow this event", details);
  }
}
