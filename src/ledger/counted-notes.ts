import { compareCodeUnits } from "../base/index.js";
import type { JournalEvent } from "../journal/index.js";
import { type BookedCase, caseKey } from "./booked-case.js";

/**
 * Which thanks and which news post a favor: of several notes from one person to another one for each thing that they are about.
 * The first posts in any case, since what it is for may be on no record. A later one posts if since the last that did there was a
 * favor the other way. For news it also takes another step of a case of the two.
 */
export class CountedNotes {
  readonly #booked: (key: string) => BookedCase | undefined;
  /** By the notes' giver and receiver. */
  readonly #pairs = new Map<string, Map<string, NotesOfPair>>();
  /** Events whose case is not there yet. */
  #unplaced: { readonly event: JournalEvent; readonly millis: number }[] = [];

  constructor(booked: (key: string) => BookedCase | undefined) {
    this.#booked = booked;
  }

  /** Takes an event in, in any order; true where a note that was there before may count otherwise by it. */
  take(event: JournalEvent, millis: number): boolean {
    const said = saidBy(event);
    if (said === undefined) return false;
    const booked = this.#bookedOf(event);
    if (booked === "missing") {
      this.#unplaced.push({ event, millis });
      return false;
    }
    if (event.type === "introduction.brokered") {
      const [one, other] = event.between.map((person) =>
        this.#add(person, event.broker, event.id, millis, said),
      );
      return one === true || other === true;
    }
    const { seeker, connector } = booked ?? endsOf(event, said);
    return seeker === undefined || connector === undefined
      ? false
      : this.#add(seeker, connector, event.id, millis, said);
  }

  /** Takes in again what waited for its case; true as above. */
  retry(): boolean {
    const waiting = this.#unplaced;
    this.#unplaced = [];
    return waiting.map(({ event, millis }) => this.take(event, millis)).includes(true);
  }

  /** False for a note about what an earlier one was about. */
  counts(event: JournalEvent): boolean {
    const said = saidBy(event);
    if (said !== THANKS && said !== NEWS) return true;
    const booked = this.#bookedOf(event);
    if (booked === "missing") return true;
    const { seeker = "", connector = "" } = booked ?? endsOf(event, said);
    return this.#pairs.get(seeker)?.get(connector)?.counts(event.id) ?? true;
  }

  #bookedOf(event: JournalEvent): BookedCase | "missing" | undefined {
    const key = caseKey(event);
    if (key === undefined) return undefined;
    return this.#booked(key) ?? (key.startsWith("a") ? "missing" : undefined);
  }

  #add(giver: string, receiver: string, id: string, millis: number, said: Said): boolean {
    const others = this.#pairs.get(giver) ?? new Map<string, NotesOfPair>();
    if (others.size === 0) this.#pairs.set(giver, others);
    const known = others.get(receiver);
    const pair = known ?? new NotesOfPair();
    if (known === undefined) others.set(receiver, pair);
    return pair.add(id, millis, said);
  }
}

/** The notes from one person to another and what they may be about; those that do not count follow as they come in. */
class NotesOfPair {
  readonly #all: { readonly id: string; readonly millis: number; readonly said: Said }[] = [];
  #isSorted = true;
  #idle = new Set<string>();
  /** True once a note of the kind counted and nothing came since. */
  #isThanked = false;
  #isTold = false;

  /** True where the event comes before one that was there. */
  add(id: string, millis: number, said: Said): boolean {
    const last = this.#all.at(-1);
    this.#all.push({ id, millis, said });
    const isLate =
      last !== undefined &&
      (last.millis > millis || (last.millis === millis && compareCodeUnits(last.id, id) > 0));
    if (isLate) this.#isSorted = false;
    else if (this.#isSorted) this.#walk(id, said);
    return isLate;
  }

  counts(id: string): boolean {
    if (!this.#isSorted) {
      this.#all.sort((a, b) => a.millis - b.millis || compareCodeUnits(a.id, b.id));
      this.#idle = new Set();
      this.#isThanked = false;
      this.#isTold = false;
      for (const one of this.#all) this.#walk(one.id, one.said);
      this.#isSorted = true;
    }
    return !this.#idle.has(id);
  }

  #walk(id: string, said: Said): void {
    if (said === THANKS) {
      if (this.#isThanked) this.#idle.add(id);
      this.#isThanked = true;
    } else if (said === NEWS) {
      if (this.#isTold) this.#idle.add(id);
      this.#isTold = true;
    } else {
      this.#isTold = false;
      if (said === FAVOR) this.#isThanked = false;
    }
  }
}

/** What an event is between the giver of notes and their receiver: a note, a favor of the receiver, or another step to tell of. */
const [THANKS, NEWS, FAVOR, STEP] = [0, 1, 2, 3] as const;
type Said = typeof THANKS | typeof NEWS | typeof FAVOR | typeof STEP;

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

/** Of an event without a case: who would give notes to whom. */
function endsOf(
  event: JournalEvent,
  said: Said,
): { readonly seeker?: string | undefined; readonly connector?: string | undefined } {
  if (event.type === "introduction.received") return { seeker: event.seeker, connector: event.connector };
  const { giver, receiver } = event as { readonly giver?: string; readonly receiver?: string };
  return said === THANKS || said === NEWS
    ? { seeker: giver, connector: receiver }
    : { seeker: receiver, connector: giver };
}
