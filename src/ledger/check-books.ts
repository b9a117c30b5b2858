import { parseIso, WarmpathError } from "../base/index.js";
import { compareEvents, type Journal, type JournalEvent } from "../journal/index.js";
import { type BrokenAssertion, brokenAssertions } from "./assertions.js";
import { type BookedCase, begunCase, caseKey } from "./booked-case.js";
import type { Books } from "./books.js";
import { CountedNotes } from "./counted-notes.js";
import type { LedgerModel } from "./ledger-model.js";
import type { Posting } from "./postings.js";
import { type EntryLookup, resolveEntry, takesBack } from "./resolve-entry.js";

/**
 * Says whether events that are not in the journal yet may come into it, all together.
 * @throws WarmpathError `UNKNOWN_ENTRY`, `ALREADY_REVERSED`, `BALANCE_MISMATCH`.
 */
export function checkBooks(
  fresh: readonly JournalEvent[],
  journal: Journal,
  books: Books,
  model: LedgerModel,
): void {
  const lookup = lookupWith(fresh, books.lookup);
  const reversed = new Set<string>();
  for (const event of fresh) {
    if (event.type !== "entry.reversed") continue;
    if (journal.reversalOf(event.entry) !== undefined || reversed.has(event.entry)) {
      throw new WarmpathError("ALREADY_REVERSED", "this entry was reversed before");
    }
    reversed.add(event.entry);
    if (!takesBack(event, lookup)) {
      throw new WarmpathError("UNKNOWN_ENTRY", "no event of this id is on record that can be taken back");
    }
  }
  const most = postingsIn(lookup, model);
  if (!fresh.some((event) => books.touchesAssertion(event, most(event)))) return;
  const all = [...journal.events(), ...fresh].sort(compareEvents);
  const events = {
    at: (index: number) => all[index] as JournalEvent,
    millisAt: (index: number) => parseIso(events.at(index).at),
    get: lookup.get,
    reversalOf: lookup.reversalOf,
  };
  const notes = new CountedNotes(events, lookup.booked);
  for (const index of all.keys()) notes.take(index);
  const broken = brokenAssertions(
    all,
    postingsIn({ ...lookup, counts: (event) => notes.counts(event) }, model),
  )[0];
  if (broken !== undefined) throw mismatch(broken);
}

/** The error of a balance assertion that does not hold. */
export function mismatch({ event, found }: BrokenAssertion): WarmpathError {
  const details = { expected: event.amount, found };
  return new WarmpathError("BALANCE_MISMATCH", "a balance assertion does not hold", details);
}

function postingsIn(lookup: EntryLookup, model: LedgerModel): (event: JournalEvent) => readonly Posting[] {
  return (event) => {
    const entry = resolveEntry(event, lookup, model);
    return typeof entry === "string" ? [] : entry.postings;
  };
}

function lookupWith(fresh: readonly JournalEvent[], lookup: EntryLookup): EntryLookup {
  const events = new Map<string, JournalEvent>();
  const reversals = new Map<string, string>();
  const cases = new Map<string, BookedCase>();
  for (const event of fresh) {
    events.set(event.id, event);
    if (event.type === "entry.reversed" && !reversals.has(event.entry)) reversals.set(event.entry, event.id);
    const begins = begunCase(event);
    if (begins !== undefined) cases.set(begins.key, begins.begun);
  }
  return {
    get: (id) => lookup.get(id) ?? events.get(id),
    reversalOf: (id) => lookup.reversalOf(id) ?? reversals.get(id),
    booked: (event) => lookup.booked(event) ?? cases.get(caseKey(event) ?? ""),
    // Whether a note counts is known once all events are looked at; until then each may.
    counts: () => true,
  };
}
