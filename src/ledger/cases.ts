import { compareEvents, isReversed, type JournalEvent } from "../journal/index.js";
import { type BookedCase, begunCase, caseKey, caseOf } from "./booked-case.js";
import type { IndexedEvents } from "./notes-of-pairs.js";

type CaseEvents = Pick<IndexedEvents, "at" | "get" | "reversalOf">;

/** The cases on record, each by the index of the event that begins it. */
export class Cases {
  readonly #events: CaseEvents;
  /** Of those whose beginning was taken back, the indices of such. What was a step of theirs stays one in what is past. */
  readonly #undone = new Map<string, number[]>();
  readonly #asks = new Map<string, number>();
  readonly #leads = new Map<string, number>();
  /** The case that was read last: a fold asks for one again and again. */
  #read: { readonly index: number; readonly begun: BookedCase | undefined } = { index: -1, begun: undefined };

  constructor(events: CaseEvents) {
    this.#events = events;
  }

  /** Puts the event at an index in as the one that begins the case under a key of `caseKey`. */
  set(key: string, index: number): void {
    this.#under(key).set(key.slice(1), index);
  }

  /** Notes the event at an index as one that began the case under a key and was taken back. */
  setUndone(key: string, index: number): void {
    const known = this.#undone.get(key);
    if (known === undefined) this.#undone.set(key, [index]);
    else known.push(index);
  }

  /** The index of the event that begins the case under a key. */
  get(key: string): number | undefined {
    return this.#under(key).get(key.slice(1));
  }

  /** Forgets all. */
  clear(): void {
    this.#asks.clear();
    this.#leads.clear();
    this.#undone.clear();
  }

  /** The case that an event is a step of. */
  of(event: JournalEvent): BookedCase | undefined {
    const name = caseOf(event);
    const index = name && (this.#undoneOf(event) ?? (name.isAsk ? this.#asks : this.#leads).get(name.id));
    if (index === undefined) return undefined;
    if (index !== this.#read.index) this.#read = { index, begun: begunCase(this.#events.at(index))?.begun };
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
