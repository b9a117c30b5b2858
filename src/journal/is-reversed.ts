import { checkShape, madeOf, type UtcDay, unfit, utcDay } from "../base/index.js";
import type { JournalEvent } from "./event.js";

/** Where events and their reversals are found: a journal, or one with more in hand. */
export interface Reversals {
  get(id: string): JournalEvent | undefined;
  reversalOf(id: string): string | undefined;
}

/**
 * Whether an event is taken back on a day; without one, by all on record. A reversal counts from its own day on, and can be reversed in
 * turn. O(1) and one step more for each reversal of a reversal.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no journal.
 */
export function isReversed(lookup: Reversals, id: string, day?: UtcDay): boolean {
  try {
    return isTakenBack(lookup, id, day);
  } catch {
    // No check beforehand: it is read of every event.
    throw unfit("lookup", "a journal");
  }
}

function isTakenBack(lookup: Reversals, id: string, day: UtcDay | undefined): boolean {
  let reversed = false;
  for (let last = id; ; reversed = !reversed) {
    const next = lookup.reversalOf(last);
    const at = next === undefined ? undefined : lookup.get(next)?.at;
    // Reversals that take back each other take back nothing.
    if (next === undefined || next === id || next === last || at === undefined) return reversed;
    if (day !== undefined && utcDay(at) > day) return reversed;
    last = next;
  }
}

/**
 * The event that a reversal is about in the end, itself where it is none; undefined where that is on no record.
 * @throws WarmpathError `INVALID_ARGUMENT`.
 */
export function reversedEvent(lookup: Pick<Reversals, "get">, event: JournalEvent): JournalEvent | undefined {
  checkShape(lookup, { get: "function" }, "lookup");
  checkShape(event, { type: "text" }, "event");
  let base: JournalEvent | undefined = event;
  for (const seen = new Set<string>(); base?.type === "entry.reversed"; base = lookup.get(base.entry)) {
    if (seen.has(base.id)) return undefined;
    seen.add(base.id);
  }
  return base;
}

/**
 * The events that are not taken back, of a day and before or all, in the order of the journal; no reversals.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no journal.
 */
export function standingEvents(
  journal: Reversals & { events(): readonly JournalEvent[] },
  day?: UtcDay,
): readonly JournalEvent[] {
  return madeOf("journal", () =>
    journal.events().filter(({ id, at, type }) => {
      const isToCome = day !== undefined && utcDay(at) > day;
      return type !== "entry.reversed" && !isToCome && !isReversed(journal, id, day);
    }),
  );
}
