import { checkShape, madeOf, unfit } from "../base/index.js";
import type { AskSent, JournalEvent, QuestionSent, RecordedAsk } from "./event.js";

/** The people of an ask along its legs: seeker first, target last. */
export function askPeople(ask: RecordedAsk): readonly string[] {
  // Read without a check beforehand: a fold asks it of every request.
  return madeOf("ask", () => {
    const people = [ask.seeker, ...ask.legs.map(({ asked }) => asked)];
    checkShape(people, ["text"], "ask");
    return people;
  });
}

/** True for a question without a named target. */
export function isQuestion(event: AskSent | QuestionSent): event is QuestionSent {
  return inEvent(event, kindIn) !== undefined;
}

/** The id of the ask that an event names, undefined where it names none. A question's is its event's own. */
export function askOf(event: JournalEvent): string | undefined {
  return inEvent(event, askIn);
}

/** The id of the lead that an event begins or names, undefined where it does neither. */
export function leadOf(event: JournalEvent): string | undefined {
  return inEvent(event, leadIn);
}

/** What is read of every event of a journal, without a check beforehand. @throws WarmpathError `INVALID_ARGUMENT` for what is none. */
function inEvent<Event, Told>(event: Event, read: (event: Event) => Told): Told {
  try {
    return read(event);
  } catch {
    throw unfit("event", "one of a journal");
  }
}

function kindIn(event: AskSent | QuestionSent): QuestionSent["kind"] | undefined {
  return "kind" in event ? event.kind : undefined;
}

function askIn(event: JournalEvent): string | undefined {
  if (event.type === "ask.sent") return event.kind === undefined ? event.ask.id : event.id;
  return "ask" in event ? event.ask : undefined;
}

function leadIn(event: JournalEvent): string | undefined {
  if (event.type === "lead.received" || event.type === "introduction.received") return event.lead ?? event.id;
  return "lead" in event ? event.lead : undefined;
}

/** The people whom an event names itself, without those of an ask that it only points to. */
export function eventPeople(event: JournalEvent): readonly string[] {
  return inEvent(event, () => {
    const people = peopleIn(event);
    checkShape(people, ["text"], "event");
    return people;
  });
}

function peopleIn(event: JournalEvent): readonly string[] {
  switch (event.type) {
    case "favor.given":
      return [event.giver, event.receiver];
    case "sale.delivered":
      return [event.seller, event.customer];
    case "ask.sent":
      return isQuestion(event) ? [event.seeker, event.connector] : askPeople(event.ask);
    case "ask.declined":
      return event.suggestedPerson === undefined ? [] : [event.suggestedPerson];
    case "introduction.received":
      return [event.seeker, event.connector, event.target].filter((id) => id !== undefined);
    case "gift.given":
      return [event.giver, event.receiver];
    case "person.prepared":
      return [event.person];
    case "contact.stated":
      return [event.seeker, event.person];
    case "activity.done":
      return event.member === undefined ? [] : [event.member];
    case "thanks.sent":
    case "update.sent":
      return [event.giver, event.receiver].filter((id) => id !== undefined);
    case "introduction.offered":
    case "introduction.brokered":
      return [event.broker, ...event.between];
    case "balance.asserted":
      return [event.a, event.b];
    case "lead.received":
      return [event.seeker, event.person, event.target, event.referredBy].filter((id) => id !== undefined);
    default:
      return [];
  }
}
