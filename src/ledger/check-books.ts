import { parseIso, WarmpathError } from "../base/index.js";
import { compareEvents, type Journal, type JournalEvent } from "../journal/index.js";
import type { BrokenAssertion } from "./assertions.js";
import { begunKey } from "./booked-case.js";
import { Books, type FoldedEvents } from "./books.js";
import type { LedgerModel } from "./ledger-model.js";
import { takesBack } from "./resolve-entry.js";

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
  const undone = fresh.filter((event) => event.type === "entry.reversed");
  const reversals = new Map<string, string>();
  const events = withFresh(journal, fresh, reversals);
  for (const { entry, id } of undone) {
    if (events.reversalOf(entry) !== undefined)
      throw new WarmpathError("ALREADY_REVERSED", "this entry was reversed before");
    reversals.set(entry, id);
  }
  if (!undone.every((event) => takesBack(event, events)))
    throw new WarmpathError("UNKNOWN_ENTRY", "no event of this id is on record that can be taken back");
  // What begins a case together with others may be what these rest on.
  const isTouched = (event: JournalEvent): boolean =>
    books.touchesAssertion(event, events) || (fresh.length > 1 && begunKey(event) !== undefined);
  if (!fresh.some(isTouched)) return;
  const trial = new Books(events, model);
  trial.fold();
  const broken = trial.broken[0];
  if (broken !== undefined) throw mismatch(broken);
}

/** The error of a balance assertion that does not hold. */
export function mismatch({ event, found }: BrokenAssertion): WarmpathError {
  const details = { expected: event.amount, found };
  return new WarmpathError("BALANCE_MISMATCH", "a balance assertion does not hold", details);
}

/** A journal as it would be with these events, some of which are reversals. */
function withFresh(
  journal: Journal,
  fresh: readonly JournalEvent[],
  reversals: ReadonlyMap<string, string>,
): FoldedEvents {
  const { length } = journal;
  const byId = new Map(fresh.map((event) => [event.id, event]));
  const at = (index: number): JournalEvent => fresh[index - length] ?? journal.at(index);
  return {
    length: length + fresh.length,
    at,
    millisAt: (index) => (index < length ? journal.millisAt(index) : parseIso(at(index).at)),
    get: (id) => journal.get(id) ?? byId.get(id),
    reversalOf: (id) => journal.reversalOf(id) ?? reversals.get(id),
    folded: () => [...journal.folded(), ...fresh].sort(compareEvents),
  };
}
