import { parseIso, WarmpathError } from "../base/index.js";
import type { AskSent, EventType, JournalEvent, QuestionSent, RecordedAsk } from "./event.js";
import { isQuestion } from "./event-people.js";
import { eventSchemas } from "./event-schema.js";
import { FAVOR_KINDS } from "./favor-kinds.js";
import { fieldsOf, misfitOf, type ObjectSchema } from "./field-schema.js";

/**
 * Checks one event and returns a fresh copy that holds only the fields its kind has.
 * @param form `input` as callers give it, `stored` as the chain holds it (words are vault keys; the journal reads `at`).
 * @throws WarmpathError `INVALID_EVENT` with the field's name, `INVALID_ID`, `INVALID_DATE`.
 */
export function checkEvent(event: unknown, form: "input" | "stored"): JournalEvent {
  if (typeof event !== "object" || event === null) throw invalid("an event is to be an object");
  const schema = schemaOf(event, form);
  const misfit = misfitOf(schema, event);
  if (misfit !== undefined) {
    const { path: field, isBadId } = misfit;
    const asked = { type: (event as { type: string }).type, field };
    if (field === "id" || isBadId)
      throw new WarmpathError("INVALID_ID", "an id is to be a well-formed string", asked);
    if (field === "at") throw invalidDate();
    throw invalid(`${field} is not as events of this type have it`, asked);
  }
  const checked = fieldsOf(schema, event) as JournalEvent;
  if (form === "input" && Number.isNaN(parseIso(checked.at))) throw invalidDate();
  checkSense(checked);
  return checked;
}

/** The schema of an event's kind. */
export function schemaOf(event: object, form: "input" | "stored"): ObjectSchema {
  const type = (event as { type?: unknown }).type;
  const schema = typeof type === "string" ? eventSchemas()[form].get(type as EventType) : undefined;
  if (schema === undefined) throw invalid("the event's type is not one of those that a journal knows");
  return schema;
}

/** What no schema of single fields can say. */
function checkSense(event: JournalEvent): void {
  switch (event.type) {
    case "favor.given":
      apart(event.type, event.giver, event.receiver);
      if (event.size === undefined && !Object.hasOwn(FAVOR_KINDS, event.kind)) {
        throw invalid("a favor of a kind without default size is to state its size", { field: "size" });
      }
      break;
    case "sale.delivered":
      apart(event.type, event.seller, event.customer);
      break;
    case "introduction.received":
      apart(event.type, event.seeker, event.connector, ...(event.target === undefined ? [] : [event.target]));
      break;
    case "gift.given":
      apart(event.type, event.giver, event.receiver);
      break;
    case "contact.stated":
      apart(event.type, event.seeker, event.person);
      break;
    case "meeting.held":
    case "opportunity.opened":
    case "deal.won":
    case "deal.lost":
      if ((event.ask === undefined) === (event.lead === undefined)) {
        throw invalid("name either the ask or the lead", { type: event.type, field: "ask" });
      }
      break;
    case "introduction.offered": {
      const { by, answer, between } = event;
      if ((by === undefined) !== (answer === undefined) || (by !== undefined && !between.includes(by)))
        throw invalid("an answer is by one of the two", { type: event.type, field: "by" });
      apart(event.type, event.broker, ...between);
      break;
    }
    case "introduction.brokered":
      apart(event.type, event.broker, ...event.between);
      break;
    case "balance.asserted":
      apart(event.type, event.a, event.b);
      break;
    case "thanks.sent":
    case "update.sent":
      if ((event.ask === undefined) !== (event.giver !== undefined && event.receiver !== undefined)) {
        throw invalid("name either the ask, or giver and receiver", { type: event.type, field: "ask" });
      }
      if (event.ask === undefined) apart(event.type, event.giver, event.receiver);
      break;
    case "ask.sent":
      checkRequest(event);
  }
}

function checkRequest(event: AskSent | QuestionSent): void {
  const given: Partial<AskSent & Omit<QuestionSent, "kind" | "ask">> = event as object;
  if (isQuestion(event)) {
    if (given.ask !== undefined) throw invalid("a question names no ask", { type: event.type, field: "ask" });
    for (const field of ["seeker", "connector"] as const) {
      if (event[field] === undefined)
        throw invalid("a question names its seeker and its connector", { type: event.type, field });
    }
    apart(event.type, event.seeker, event.connector);
    return;
  }
  if (given.ask === undefined)
    throw invalid("a request for an introduction holds the ask", { type: event.type, field: "ask" });
  for (const field of ["seeker", "connector", "issue"] as const) {
    if (given[field] !== undefined)
      throw invalid("only a question has this field", { type: event.type, field });
  }
  checkLegs(given.ask);
}

function checkLegs(ask: RecordedAsk): void {
  const { legs } = ask;
  const first = legs[0];
  const seeker = ask.seeker ?? first?.asker;
  const chained = legs.every((leg, i) => leg.asker === (i === 0 ? seeker : legs[i - 1]?.asked));
  const people = [seeker, ...legs.map((leg) => leg.asked)];
  if (!chained || first?.asked !== ask.connector || people.at(-1) !== ask.target) {
    throw invalid("an ask's legs are to lead from the seeker over the connector to the target", {
      field: "ask.legs",
    });
  }
  apart("ask.sent", ...people);
}

function apart(type: EventType, ...people: readonly (string | undefined)[]): void {
  if (new Set(people).size < people.length) {
    throw invalid("the people of an event are to be different ones", { type });
  }
}

function invalidDate(): WarmpathError {
  return new WarmpathError("INVALID_DATE", "at is to be an ISO 8601 date or instant", { field: "at" });
}

function invalid(message: string, details: Record<string, string> = {}): WarmpathError {
  return new WarmpathError("INVALID_EVENT", message, details);
}
