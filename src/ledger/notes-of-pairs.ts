import { compareCodeUnits, widened } from "../base/index.js";
import { isReversed, type JournalEvent, type Reversals } from "../journal/index.js";
import type { IdNumbers } from "./id-numbers.js";
import type { PairTable } from "./pair-table.js";

/** Where events are found by their index, as in a journal. */
export interface IndexedEvents extends Reversals {
  at(index: number): JournalEvent;
  millisAt(index: number): number;
}

/** What an event is between the giver of notes and their receiver: a note, a favor of the receiver, or another step to tell of. */
export type Said = 0 | 1 | 2 | 3;
export const THANKS = 0;
export const NEWS = 1;
export const FAVOR = 2;
export const STEP = 3;

/**
 * The notes from one person to another and what they may be about, for very many pairs. A pair's events are linked backwards in
 * columns of numbers. Which notes do not count follows as events come in; after a late one its pair is walked anew.
 */
export class NotesOfPairs {
  readonly #events: IndexedEvents;
  readonly #people: IdNumbers;
  readonly #pairs: PairTable;
  /** Of each pair and direction the last link, and what is known of it. */
  #last = new Int32Array(4);
  #known = new Uint8Array(4);
  /** Of each link the event's index times four plus what it says, and the link before it. */
  #said = new Int32Array(4);
  #before = new Int32Array(4);
  #links = 0;
  /** Notes that do not count. */
  readonly #idle = new Set<string>();

  constructor(events: IndexedEvents, people: IdNumbers, pairs: PairTable) {
    this.#events = events;
    this.#people = people;
    this.#pairs = pairs;
  }

  /** True where a note that was there before may count otherwise by the event. */
  add(giver: string, receiver: string, index: number, said: Said): boolean {
    const way = this.#newWay(this.#people.add(giver), this.#people.add(receiver));
    const last = this.#last[way] as number;
    const isLate = last !== 0 && this.#compare(this.#indexOf(last), index) > 0;
    this.#link(way, index, said);
    if (isLate) this.#known[way] = (this.#known[way] as number) | UNSORTED;
    else if (!this.#is(way, UNSORTED)) this.#walk(way, index, said);
    return isLate && this.#is(way, NOTED);
  }

  /** False for a note that does not count. */
  counts(giver: string, receiver: string, id: string): boolean {
    const way = this.#wayOf(this.#people.find(giver), this.#people.find(receiver));
    if (this.#is(way, UNSORTED)) this.#sort(way);
    return !this.#idle.has(id);
  }

  /** True where other notes count than before, now that one of the events was taken back. */
  recount(giver: string, receiver: string): boolean {
    const way = this.#wayOf(this.#people.find(giver), this.#people.find(receiver));
    if (this.#is(way, UNSORTED)) return false;
    const before = this.#idle.size;
    const idle = this.#idleOf(way);
    this.#sort(way);
    return before !== this.#idle.size || idle.some((id) => !this.#idle.has(id));
  }

  #idleOf(way: number): readonly string[] {
    const ids: string[] = [];
    for (let link = this.#last[way] as number; link !== 0; link = this.#before[link] as number)
      ids.push(this.#events.at(this.#indexOf(link)).id);
    return ids.filter((id) => this.#idle.has(id));
  }

  #sort(way: number): void {
    const links: number[] = [];
    for (let link = this.#last[way] as number; link !== 0; link = this.#before[link] as number)
      links.push(link);
    const said = links
      .map((link) => this.#said[link] as number)
      .sort((a, b) => this.#compare(a >> 2, b >> 2));
    this.#known[way] = 0;
    links.reverse();
    for (const [i, link] of links.entries()) {
      const one = said[i] as number;
      this.#said[link] = one;
      this.#idle.delete(this.#events.at(one >> 2).id);
      this.#walk(way, one >> 2, (one & 3) as Said);
    }
  }

  #walk(way: number, index: number, said: Said): void {
    let known = this.#known[way] as number;
    const { id } = this.#events.at(index);
    if (said === THANKS || said === NEWS) {
      const told = said === THANKS ? THANKED : TOLD;
      if ((known & told) !== 0) this.#idle.add(id);
      known |= isReversed(this.#events, id) ? NOTED : told | NOTED;
    } else if (!isReversed(this.#events, id)) {
      known &= said === FAVOR ? ~(THANKED | TOLD) : ~TOLD;
    }
    this.#known[way] = known;
  }

  #link(way: number, index: number, said: Said): void {
    const link = ++this.#links;
    if (link >= this.#said.length) {
      const length = Math.ceil(link * 1.5);
      this.#said = widened(this.#said, length);
      this.#before = widened(this.#before, length);
    }
    this.#said[link] = index * 4 + said;
    this.#before[link] = this.#last[way] as number;
    this.#last[way] = link;
  }

  /** Where what is known of a giver and a receiver stands. Of two without notes that is 0 or 1, where nothing is. */
  #wayOf(giver: number, receiver: number): number {
    const pair = giver < receiver ? this.#pairs.find(giver, receiver) : this.#pairs.find(receiver, giver);
    const way = pair * 2 + (giver < receiver ? 0 : 1);
    return way < this.#last.length ? way : 0;
  }

  #newWay(giver: number, receiver: number): number {
    const gives = giver < receiver;
    const pair = gives ? this.#pairs.add(giver, receiver) : this.#pairs.add(receiver, giver);
    const way = pair * 2 + (gives ? 0 : 1);
    if (way >= this.#last.length) {
      const length = Math.ceil(way * 1.5);
      this.#last = widened(this.#last, length);
      this.#known = widened(this.#known, length);
    }
    return way;
  }

  #indexOf(link: number): number {
    return (this.#said[link] as number) >> 2;
  }

  /** The order of every fold. */
  #compare(a: number, b: number): number {
    const events = this.#events;
    return events.millisAt(a) - events.millisAt(b) || compareCodeUnits(events.at(a).id, events.at(b).id);
  }

  #is(way: number, what: number): boolean {
    return ((this.#known[way] as number) & what) !== 0;
  }
}

/** An event came late; a note of the kind counted and nothing came since; there is a note at all. */
const [UNSORTED, THANKED, TOLD, NOTED] = [1, 2, 4, 8] as const;
