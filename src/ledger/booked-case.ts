import {
  askPeople,
  isQuestion,
  type JournalEvent,
  leadOf,
  type Reversals,
  reversedEvent,
} from "../journal/index.js";

/** What events are booked along: a sent ask, a question, or an introduction that nobody asked for. */
export interface BookedCase {
  readonly seeker: string;
  readonly connector: string;
  /** Seeker first, then the connectors in their order, then the target where one is known. */
  readonly people: readonly string[];
  readonly target?: string;
}

/** The ask, or else the lead, that an event is a step of. */
export function caseOf(event: JournalEvent): { readonly isAsk: boolean; readonly id: string } | undefined {
  if ("ask" in event && typeof event.ask === "string") return { isAsk: true, id: event.ask };
  const lead = leadOf(event);
  return lead === undefined ? undefined : { isAsk: false, id: lead };
}

/** The key of the same: of an ask `a` + its id, of a lead `l` + its id. */
export function caseKey(event: JournalEvent): string | undefined {
  const name = caseOf(event);
  return name && (name.isAsk ? "a" : "l") + name.id;
}

/** The key of the case that an event begins. */
export function begunKey(event: JournalEvent): string | undefined {
  if (event.type === "ask.sent") return `a${isQuestion(event) ? event.id : event.ask.id}`;
  return event.type === "introduction.received" ? `l${event.lead ?? event.id}` : undefined;
}

/** The case that an event begins. */
export function begunCase(event: JournalEvent): BookedCase | undefined {
  if (event.type === "ask.sent") {
    if (isQuestion(event)) {
      const { seeker, connector } = event;
      return { seeker, connector, people: [seeker, connector] };
    }
    const { seeker, connector, target } = event.ask;
    return { seeker, connector, target, people: askPeople(event.ask) };
  }
  if (event.type !== "introduction.received") return undefined;
  const { seeker, connector, target } = event;
  const people = [seeker, connector, ...(target === undefined ? [] : [target])];
  return { seeker, connector, people, ...(target === undefined ? {} : { target }) };
}

/** True for a reversal of what began a case, or of such a reversal. */
export function undoesBeginning(event: JournalEvent, lookup: Pick<Reversals, "get">): boolean {
  if (event.type !== "entry.reversed") return false;
  const begun = reversedEvent(lookup, event);
  return begun !== undefined && begunKey(begun) !== undefined;
}
