import { type JournalEvent, reversedEvent } from "../journal/index.js";
import { type BookedCase, caseOf } from "./booked-case.js";
import type { IdNumbers } from "./id-numbers.js";
import { FAVOR, type IndexedEvents, NEWS, NotesOfPairs, type Said, STEP, THANKS } from "./notes-of-pairs.js";
import type { PairTable } from "./pair-table.js";

/**
 * Which thanks and which news post a favor: of several notes from one person to another one for each thing that they are about.
 * The first posts in any case, since what it is for may be on no record. A later one posts if since the last that did there was a
 * favor the other way. For news it also takes another step of a case of the two. What was taken back is as if it had not been.
 */
export class CountedNotes {
  readonly #events: IndexedEvents;
  readonly #booked: (event: JournalEvent) => BookedCase | undefined;
  /** By the notes' giver and receiver. */
  readonly #pairs: NotesOfPairs;
  /** Indices of events whose case is not there yet. */
  #unplaced: number[] = [];

  constructor(
    events: IndexedEvents,
    booked: (event: JournalEvent) => BookedCase | undefined,
    people: IdNumbers,
    pairs: PairTable,
  ) {
    this.#events = events;
    this.#booked = booked;
    this.#pairs = new NotesOfPairs(events, people, pairs);
  }

  /** Takes an event in, in any order; true where a note that was there before may count otherwise by it. */
  take(index: number): boolean {
    const event = this.#events.at(index);
    const said = saidBy(event);
    if (said === undefined) return event.type === "entry.reversed" && this.#takeBack(event);
    const ends = this.#endsOf(event, said);
    if (ends === undefined) this.#unplaced.push(index);
    const late = ends?.map(([giver, receiver]) => this.#pairs.add(giver, receiver, index, said));
    return late?.includes(true) === true;
  }

  /** Takes in that an event counts no more, or again. */
  #takeBack(reversal: JournalEvent): boolean {
    const base = reversedEvent(this.#events, reversal);
    const said = base && saidBy(base);
    if (base === undefined || said === undefined) return false;
    const changed = this.#endsOf(base, said)?.map(([giver, receiver]) =>
      this.#pairs.recount(giver, receiver),
    );
    return changed?.includes(true) === true;
  }

  /** Who would give notes to whom, of each pair that an event is about; undefined while its case is not there. */
  #endsOf(event: JournalEvent, said: Said): readonly (readonly [string, string])[] | undefined {
    // Whatever else began the same lead, the favor is of whoever introduced.
    if (event.type === "introduction.received") return [[event.seeker, event.connector]];
    const booked = this.#bookedOf(event);
    if (booked === "missing") return undefined;
    if (event.type === "introduction.brokered")
      return event.between.map((person) => [person, event.broker] as const);
    const ends = booked ?? endsOf(event, said);
    return ends === undefined ? [] : [[ends.seeker, ends.connector]];
  }

  /** Takes in again what waited for its case; true as above. */
  retry(): boolean {
    const waiting = this.#unplaced;
    this.#unplaced = [];
    return waiting.map((index) => this.take(index)).includes(true);
  }

  /** False for a note about what an earlier one was about; its case is there, or it has none. */
  counts(event: JournalEvent): boolean {
    const said = saidBy(event);
    if (said !== THANKS && said !== NEWS) return true;
    const { seeker, connector } = this.#booked(event) ?? (endsOf(event, said) as Ends);
    return this.#pairs.counts(seeker, connector, event.id);
  }

  #bookedOf(event: JournalEvent): BookedCase | "missing" | undefined {
    return this.#booked(event) ?? (caseOf(event)?.isAsk === true ? "missing" : undefined);
  }
}

function saidBy(event: JournalEvent): Said | undefined {
  switch (event.type) {
    case "thanks.sent":
      return THANKS;
    case "update.sent":
      return NEWS;
    case "favor.given":
      return event.kind === "thanks" ? THANKS : event.kind === "update" ? NEWS : FAVOR;
    case "gift.given":
    case "introduction.brokered":
    case "introduction.received":
    case "ask.agreed":
    case "introduction.made":
    case "deal.won":
      return FAVOR;
    case "target.agreed":
    case "target.declined":
    case "meeting.held":
    case "opportunity.opened":
    case "deal.lost":
      return STEP;
    default:
      return undefined;
  }
}

type Ends = Pick<BookedCase, "seeker" | "connector">;

/** Of an event without a case: who would give notes to whom, if it names two people. */
function endsOf(event: JournalEvent, said: Said): Ends | undefined {
  if (!("giver" in event)) return undefined;
  const { giver, receiver } = event as { readonly giver: string; readonly receiver: string };
  return said === THANKS || said === NEWS
    ? { seeker: giver, connector: receiver }
    : { seeker: receiver, connector: giver };
}
