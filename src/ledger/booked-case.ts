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

/** The case that an event begins, with its key. */
export function begunCase(
  event: JournalEvent,
): { readonly key: string; readonly begun: BookedCase } | undefined {
  if (event.type === "ask.sent") {
    if (isQuestion(event)) {
      const { seeker, connector } = event;
      return { key: `a${event.id}`, begun: { seeker, connector, people: [seeker, connector] } };
    }
    const { ask } = event;
    const { seeker, connector, target } = ask;
    return { key: `a${ask.id}`, begun: { seeker, connector, target, people: askPeople(ask) } };
  }
  if (event.type !== "introduction.received") return undefined;
  const { seeker, connector, target } = event;
  const people = [seeker, connector, ...(target === undefined ? [] : [target])];
  const begun = { seeker, connector, people, ...(target === undefined ? {} : { target }) };
  return { key: `l${event.lead ?? event.id}`, begun };
}

/** True for a reversal of what began a case, or of such a reversal. */
export function undoesBeginning(event: JournalEvent, lookup: Pick<Reversals, "get">): boolean {
  if (event.type !== "entry.reversed") return false;
  const begun = reversedEvent(lookup, event);
  return begun !== undefined && begunCase(begun) !== undefined;
}
