import type { JournalEvent, RecordedAsk } from "./event.js";

/** The people of an ask along its legs: seeker first, target last. */
export function askPeople(ask: RecordedAsk): readonly string[] {
  return [ask.seeker, ...ask.legs.map((leg) => leg.asked)];
}

/** The id of the ask that an event names, undefined where it names none. */
export function askOf(event: JournalEvent): string | undefined {
  if (!("ask" in event) || event.ask === undefined) return undefined;
  return typeof event.ask === "string" ? event.ask : event.ask.id;
}

/** The people whom an event names itself, without those of an ask that it only points to. */
export function eventPeople(event: JournalEvent): readonly string[] {
  switch (event.type) {
    case "favor.given":
      return [event.giver, event.receiver];
    case "sale.delivered":
      return [event.seller, event.customer];
    case "ask.sent":
      return askPeople(event.ask);
    case "thanks.sent":
    case "update.sent":
      return [event.giver, event.receiver].filter((id) => id !== undefined);
    case "introduction.brokered":
      return [event.broker, ...event.between];
    case "balance.asserted":
      return [event.a, event.b];
    case "lead.received":
      return event.person === undefined ? [] : [event.person];
    default:
      return [];
  }
}
