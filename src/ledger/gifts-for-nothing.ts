import { askOf, type JournalEvent, leadOf } from "../journal/index.js";

/** The requests or leads that gifts are said to be for and that are on no record, once for each such gift. */
export function giftsForNothing(events: readonly JournalEvent[]): readonly string[] {
  const isFor = (event: JournalEvent): string | undefined =>
    event.type === "gift.given" ? event.for : undefined;
  if (events.every((event) => isFor(event) === undefined)) return [];
  const begun = new Set(
    events.flatMap((event) => [event.type === "ask.sent" ? askOf(event) : undefined, leadOf(event)]),
  );
  return events.flatMap((event) => isFor(event) ?? []).filter((id) => !begun.has(id));
}
