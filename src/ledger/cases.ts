import type { JournalEvent } from "../journal/index.js";
import { type BookedCase, begunCase, caseOf } from "./booked-case.js";
import type { IndexedEvents } from "./notes-of-pairs.js";

/** The cases on record, each by the index of the event that begins it. */
export class Cases {
  readonly #events: Pick<IndexedEvents, "at">;
  readonly #asks = new Map<string, number>();
  readonly #leads = new Map<string, number>();
  /** The case that was read last: a fold asks for one again and again. */
  #read: { readonly index: number; readonly begun: BookedCase | undefined } = { index: -1, begun: undefined };

  constructor(events: Pick<IndexedEvents, "at">) {
    this.#events = events;
  }

  /** Puts the event at an index in as the one that begins the case under a key of `caseKey`. */
  set(key: string, index: number): void {
    this.#under(key).set(key.slice(1), index);
  }

  /** The index of the event that begins the case under a key. */
  get(key: string): number | undefined {
    return this.#under(key).get(key.slice(1));
  }

  /** Forgets all. */
  clear(): void {
    this.#asks.clear();
    this.#leads.clear();
  }

  /** The case that an event is a step of. */
  of(event: JournalEvent): BookedCase | undefined {
    const name = caseOf(event);
    const index = name && (name.isAsk ? this.#asks : this.#leads).get(name.id);
    if (index === undefined) return undefined;
    if (index !== this.#read.index) this.#read = { index, begun: begunCase(this.#events.at(index))?.begun };
    return this.#read.begun;
  }

  #under(key: string): Map<string, number> {
    return key.startsWith("a") ? this.#asks : this.#leads;
  }
}
