import { utcDay } from "../base/index.js";
import type { EntryReversed, JournalEvent, Reversals } from "../journal/index.js";
import { type BookedCase, caseKey } from "./booked-case.js";
import type { LedgerModel } from "./ledger-model.js";
import { type Posting, postingsOf } from "./postings.js";

/** Where an entry's event, its case and its reversal are found. */
export interface EntryLookup {
  get(id: string): JournalEvent | undefined;
  reversalOf(id: string): string | undefined;
  /** The case that an event is a step of. */
  booked(event: JournalEvent): BookedCase | undefined;
  /** False for thanks or news that post nothing, see `CountedNotes`. */
  counts(event: JournalEvent): boolean;
}

/** What an event puts into the books. */
export interface ResolvedEntry {
  readonly postings: readonly Posting[];
  /** The day of the favor itself, from which it decays. */
  readonly origin: number;
  /** The day from which it counts: its own, of a reversal not before the day of what it reverses. */
  readonly day: number;
}

/**
 * The entry of an event. A reversal posts the opposite of what it reverses, decaying from the same day. From its own
 * day on nothing is left of either. A reversal can be reversed in turn.
 * @param ownDay The event's day, where the caller knows it: parsing it again is half the work of a fold.
 * @returns The id that is missing where something it rests on is not there yet: of an ask `a` + id, of an event `e` +
 * id.
 */
export function resolveEntry(
  event: JournalEvent,
  lookup: EntryLookup,
  model: LedgerModel,
  ownDay?: number,
): ResolvedEntry | string {
  if (event.type !== "entry.reversed") {
    const postings = postingsOf(event, lookup.booked(event), model);
    if (postings === undefined) return caseKey(event) ?? "";
    if (!lookup.counts(event)) return NOTHING;
    const day = ownDay ?? (postings.length === 0 ? 0 : utcDay(event.at));
    return { postings, origin: day, day };
  }
  const found = reversedBase(event, lookup);
  if (typeof found === "string") return found;
  if (found === undefined) return NOTHING;
  const { base, day, sign } = found;
  const entry = resolveEntry(base, lookup, model);
  if (typeof entry === "string") return entry;
  const postings = entry.postings.map((posting) => ({ ...posting, amount: sign * posting.amount }));
  return { postings, origin: entry.origin, day };
}

/** True for a reversal of what is on record, of whatever kind but an assertion, which puts nothing there to take back. */
export function takesBack(event: EntryReversed, lookup: Reversals): boolean {
  const found = reversedBase(event, lookup);
  return found !== undefined && typeof found !== "string" && found.base.type !== "balance.asserted";
}

/** What a reversal, or a reversal of one, is of in the end; undefined for one that does not count, the missing id as above. */
function reversedBase(
  event: EntryReversed,
  lookup: Reversals,
): { readonly base: BaseEvent; readonly day: number; readonly sign: number } | string | undefined {
  let base: JournalEvent = event;
  let day = utcDay(event.at);
  let sign = 1;
  const seen = new Set<string>();
  while (base.type === "entry.reversed") {
    const next = lookup.get(base.entry);
    if (next === undefined) return `e${base.entry}`;
    if (lookup.reversalOf(base.entry) !== base.id || seen.has(base.id)) return undefined;
    seen.add(base.id);
    base = next;
    sign = -sign;
    day = Math.max(day, utcDay(base.at));
  }
  return { base, day, sign };
}

type BaseEvent = Exclude<JournalEvent, EntryReversed>;

const NOTHING: ResolvedEntry = { postings: [], origin: 0, day: 0 };
