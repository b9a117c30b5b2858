import { askOf, type GiftGiven, type JournalEvent, leadOf } from "../journal/index.js";

/** The requests or leads that gifts are said to be for and that are on no record, once for each such gift. */
export function giftsForNothing(events: readonly JournalEvent[]): readonly string[] {
  const named = events.flatMap((event) => (event as Partial<GiftGiven>).for ?? []);
  if (named.length === 0) return named;
  const begun = new Set(
    events.flatMap((event) => [event.type === "ask.sent" ? askOf(event) : undefined, leadOf(event)]),
  );
  return named.filter((id) => !begun.has(id));
}
