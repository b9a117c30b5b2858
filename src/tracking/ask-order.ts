import { compareCodeUnits, MILLIS_PER_DAY, parseIso, type UtcDay, utcDay } from "../base/index.js";
import type { JournalEvent } from "../journal/index.js";
import { stageOf } from "./transitions.js";

/**
 * The events of one ask in the order in which they are read: by time. Equal times by their index in the table, then by id.
 * A date without a time says only the day, so on a day that has one all events go by the table.
 */
export function inAskOrder(events: readonly JournalEvent[]): readonly JournalEvent[] {
  return risesByDay(events, undefined) ? events : sorted(events);
}

/** Those of the events that are of no later day, in that order. */
export function inAskOrderUpTo(
  events: readonly JournalEvent[],
  today: UtcDay | undefined,
): readonly JournalEvent[] {
  if (risesByDay(events, today)) return events;
  return sorted(today === undefined ? events : events.filter(({ at }) => utcDay(at) <= today));
}

function sorted(events: readonly JournalEvent[]): readonly JournalEvent[] {
  const vague = new Set(events.filter(isDateOnly).map((event) => utcDay(event.at)));
  const time = (event: JournalEvent): number => {
    const day = utcDay(event.at);
    return vague.has(day) ? day * MILLIS_PER_DAY : parseIso(event.at);
  };
  return events
    .map((event) => ({ event, time: time(event) }))
    .sort(
      (x, y) =>
        x.time - y.time ||
        stageOf(x.event.type) - stageOf(y.event.type) ||
        compareCodeUnits(x.event.id, y.event.id),
    )
    .map(({ event }) => event);
}

/** True where each event is of a later day than the one before, as most are recorded, and none of one after today. */
function risesByDay(events: readonly JournalEvent[], today: UtcDay | undefined): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of events) {
    const day = utcDay(at);
    if (day <= last) return false;
    last = day;
  }
  return today === undefined || last <= today;
}

/** The events with a new one put where someone who records it now means it: after all that are not later than it. */
export function withNext(events: readonly JournalEvent[], next: JournalEvent): readonly JournalEvent[] {
  let index = events.length;
  while (index > 0 && isLater(events[index - 1] as JournalEvent, next)) index--;
  return [...events.slice(0, index), next, ...events.slice(index)];
}

function isLater(event: JournalEvent, than: JournalEvent): boolean {
  if (isDateOnly(event) || isDateOnly(than)) return utcDay(event.at) > utcDay(than.at);
  return parseIso(event.at) > parseIso(than.at);
}

function isDateOnly(event: JournalEvent): boolean {
  return event.at.length === 10;
}
