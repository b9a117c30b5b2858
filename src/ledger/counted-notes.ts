import { compareEvents, type JournalEvent } from "../journal/index.js";
import { type BookedCase, caseKey } from "./booked-case.js";

/**
 * Which thanks and which news post a favor: of several notes from one person to another one for each thing that they are about.
 * The first posts in any case, since what it is for may be on no record. A later one posts if since the last that did there was a
 * favor the other way; for news also another step of a case of the two.
 */
export class CountedNotes {
  readonly #booked: (key: string) => BookedCase | undefined;
  readonly #pairs = new Map<string, Pair>();
  /** Events whose case is not there yet. */
  #unplaced: JournalEvent[] = [];

  constructor(booked: (key: string) => BookedCase | undefined) {
    this.#booked = booked;
  }

  /** Takes events in, in any order; true where a note that was there before may count otherwise by them. */
  take(events: readonly JournalEvent[]): boolean {
    const fresh = [...this.#unplaced, ...events];
    this.#unplaced = [];
    let isChanged = false;
    for (const event of fresh) {
      const booked = this.#bookedOf(event);
      if (booked === "missing") this.#unplaced.push(event);
      else for (const place of placesOf(event, booked)) isChanged = this.#place(event, place) || isChanged;
    }
    return isChanged;
  }

  /** False for a note about what an earlier one was about. */
  counts(event: JournalEvent): boolean {
    const kind = noteOf(event);
    if (kind === undefined) return true;
    const booked = this.#bookedOf(event);
    const ends = booked === "missing" ? undefined : endsOfNote(event, booked);
    const pair = ends && this.#pairs.get(JSON.stringify(ends));
    return pair?.[kind].counts(event.id) ?? true;
  }

  #bookedOf(event: JournalEvent): BookedCase | "missing" | undefined {
    const key = caseKey(event);
    if (key === undefined) return undefined;
    return this.#booked(key) ?? (key.startsWith("a") ? "missing" : undefined);
  }

  #place(event: JournalEvent, { ends, kind, isNote }: Place): boolean {
    const key = JSON.stringify(ends);
    const pair = this.#pairs.get(key) ?? { thanks: new NoteList(), update: new NoteList() };
    this.#pairs.set(key, pair);
    return pair[kind].add(event, isNote);
  }
}

/** The notes of one kind from one person to another and what they may be about; those that count follow as they come in. */
class NoteList {
  readonly #all: { readonly event: JournalEvent; readonly isNote: boolean }[] = [];
  #last: JournalEvent | undefined;
  #counted = new Set<string>();
  /** True where something came since the last note. */
  #isNew = true;
  #isSorted = true;

  /** True where the event comes before one that was there. */
  add(event: JournalEvent, isNote: boolean): boolean {
    this.#all.push({ event, isNote });
    const isLate = this.#last !== undefined && compareEvents(this.#last, event) > 0;
    if (!isLate) this.#last = event;
    if (isLate) this.#isSorted = false;
    else if (this.#isSorted) this.#walk(event, isNote);
    return isLate;
  }

  counts(id: string): boolean {
    if (!this.#isSorted) {
      this.#all.sort((a, b) => compareEvents(a.event, b.event));
      this.#counted = new Set();
      this.#isNew = true;
      for (const { event, isNote } of this.#all) this.#walk(event, isNote);
      this.#isSorted = true;
    }
    return this.#counted.has(id);
  }

  #walk({ id }: JournalEvent, isNote: boolean): void {
    if (isNote && this.#isNew) this.#counted.add(id);
    this.#isNew = !isNote;
  }
}

type NoteKind = "thanks" | "update";
type Pair = Readonly<Record<NoteKind, NoteList>>;

interface Place {
  /** The note's giver and receiver. */
  readonly ends: readonly [string, string];
  readonly kind: NoteKind;
  readonly isNote: boolean;
}

function noteOf(event: JournalEvent): NoteKind | undefined {
  if (event.type === "thanks.sent") return "thanks";
  if (event.type === "update.sent") return "update";
  if (event.type !== "favor.given") return undefined;
  return event.kind === "thanks" || event.kind === "update" ? event.kind : undefined;
}

function endsOfNote(
  event: JournalEvent,
  booked: BookedCase | undefined,
): readonly [string, string] | undefined {
  if (booked !== undefined) return [booked.seeker, booked.connector];
  const { giver, receiver } = event as { readonly giver?: string; readonly receiver?: string };
  return giver === undefined || receiver === undefined ? undefined : [giver, receiver];
}

function placesOf(event: JournalEvent, booked: BookedCase | undefined): readonly Place[] {
  const kind = noteOf(event);
  if (kind !== undefined) {
    const ends = endsOfNote(event, booked);
    return ends === undefined ? [] : [{ ends, kind, isNote: true }];
  }
  const reasons = (ends: readonly [string, string], kinds: readonly NoteKind[]): readonly Place[] =>
    kinds.map((one) => ({ ends, kind: one, isNote: false }));
  switch (event.type) {
    case "favor.given":
    case "gift.given":
      return reasons([event.receiver, event.giver], BOTH);
    case "introduction.brokered":
      return event.between.flatMap((one) => reasons([one, event.broker], BOTH));
    case "introduction.received":
      return reasons([event.seeker, event.connector], BOTH);
    case "ask.agreed":
    case "introduction.made":
    case "deal.won":
      return booked === undefined ? [] : reasons([booked.seeker, booked.connector], BOTH);
    case "target.agreed":
    case "target.declined":
    case "meeting.held":
    case "opportunity.opened":
    case "deal.lost":
      return booked === undefined ? [] : reasons([booked.seeker, booked.connector], ["update"]);
    default:
      return [];
  }
}

const BOTH: readonly NoteKind[] = ["thanks", "update"];
