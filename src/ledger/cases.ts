import { compareEvents, isReversed, type JournalEvent, reversedEvent } from "../journal/index.js";
import {
  type Beginning,
  type BookedCase,
  begunCase,
  begunKey,
  caseKey,
  caseOf,
  undoesBeginning,
} from "./booked-case.js";
import type { IndexedEvents } from "./notes-of-pairs.js";

type CaseEvents = Pick<IndexedEvents, "at" | "get" | "reversalOf">;

/** The cases on record, each by the index of the event that begins it. */
export class Cases {
  readonly #events: CaseEvents;
  /** Of those whose beginning was taken back, the indices of such in order of time. What was a step of theirs stays one in what is past. */
  readonly #undone = new Map<string, number[]>();
  readonly #asks = new Map<string, number>();
  readonly #leads = new Map<string, number>();
  /** The case that was read last: a fold asks for one again and again. */
  #read: { readonly index: number; readonly begun: BookedCase } | undefined;

  constructor(events: CaseEvents) {
    this.#events = events;
  }

  /** Puts the event at an index in as the one that begins the case under a key of `caseKey`. */
  set(key: string, index: number): void {
    this.#under(key).set(key.slice(1), index);
  }

  /**
   * Takes in the events from one index up to another. Of two beginnings of one case that stand the earlier counts.
   * @param bareLeads Keys of leads with events in the books and no beginning.
   * @returns False where what is booked already would change by it.
   */
  take(from: number, to: number, bareLeads: ReadonlySet<string>): boolean {
    let fits = true;
    for (let index = from; index < to; index++) {
      const event = this.#events.at(index);
      if (from > 0 && undoesBeginning(event, this.#events)) {
        for (const known of [this.#asks, this.#leads, this.#undone]) known.clear();
        this.take(0, to, bareLeads);
        return false;
      }
      const key = begunKey(event);
      if (key === undefined) {
        // What is a step of a case that was taken back becomes one of it once it is taken back itself.
        if (event.type === "entry.reversed" && this.hasUndone(reversedEvent(this.#events, event)))
          fits = false;
        continue;
      }
      if (isReversed(this.#events, event.id)) {
        const undone = [...(this.#undone.get(key) ?? []), index];
        this.#undone.set(
          key,
          undone.sort((a, b) => compareEvents(this.#events.at(a), this.#events.at(b))),
        );
        fits = false;
        continue;
      }
      const held = this.get(key);
      if (held !== undefined && compareEvents(this.#events.at(held), event) < 0) continue;
      this.set(key, index);
      if ((held !== undefined && held < from) || bareLeads.has(key)) fits = false;
    }
    return fits;
  }

  /** True for a step of a case of which a beginning was taken back. */
  hasUndone(event: JournalEvent | undefined): boolean {
    return event !== undefined && this.#undone.has(caseKey(event) ?? "");
  }

  /** The index of the event that begins the case under a key. */
  get(key: string): number | undefined {
    return this.#under(key).get(key.slice(1));
  }

  /** The case that an event is a step of. */
  of(event: JournalEvent): BookedCase | undefined {
    const name = caseOf(event);
    const index = name && (this.#undoneOf(event) ?? (name.isAsk ? this.#asks : this.#leads).get(name.id));
    if (index === undefined) return undefined;
    if (index !== this.#read?.index)
      this.#read = { index, begun: begunCase(this.#events.at(index) as Beginning) };
    return this.#read.begun;
  }

  /** Of a step that was taken back, the beginning before it that was so too: the last one. */
  #undoneOf(event: JournalEvent): number | undefined {
    if (this.#undone.size === 0 || !isReversed(this.#events, event.id)) return undefined;
    const begun = this.#undone.get(caseKey(event) ?? "") ?? [];
    const before = begun.filter((index) => compareEvents(this.#events.at(index), event) <= 0);
    return before.at(-1) ?? begun[0];
  }

  #under(key: string): Map<string, number> {
    return key.startsWith("a") ? this.#asks : this.#leads;
  }
}
