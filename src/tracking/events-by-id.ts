import { widened } from "../base/index.js";
import type { Journal, JournalEvent } from "../journal/index.js";

/** The events of very many asks or leads by their ids: those of one id are linked backwards in columns of numbers. */
export class EventsById {
  readonly #journal: Pick<Journal, "at">;
  /** The last link of each id. */
  readonly #last = new Map<string, number>();
  /** Of each link the event's index in the journal, and the link before it. */
  #index = new Int32Array(64);
  #before = new Int32Array(64);
  #links = 0;

  constructor(journal: Pick<Journal, "at">) {
    this.#journal = journal;
  }

  /** Puts the event at an index of the journal at the end of an id's. */
  add(id: string, index: number): void {
    const link = ++this.#links;
    if (link >= this.#index.length) {
      const length = Math.ceil(link * 1.5);
      this.#index = widened(this.#index, length);
      this.#before = widened(this.#before, length);
    }
    this.#index[link] = index;
    this.#before[link] = this.#last.get(id) ?? 0;
    this.#last.set(id, link);
  }

  has(id: string): boolean {
    return this.#last.has(id);
  }

  /** The events of an id in the order in which they came, none for one that never came. */
  of(id: string): readonly JournalEvent[] {
    const events: JournalEvent[] = [];
    for (let link = this.#last.get(id) ?? 0; link !== 0; link = this.#before[link] as number)
      events.push(this.#journal.at(this.#index[link] as number));
    return events.reverse();
  }

  /** Every id, in the order in which they first came. */
  ids(): readonly string[] {
    return [...this.#last.keys()];
  }
}
