import {
  type AskSent,
  askOf,
  askPeople,
  type IntroductionReceived,
  isQuestion,
  type JournalEvent,
  leadOf,
  type QuestionSent,
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

/** The ask, or else the lead, that an event begins or is a step of. */
export function caseOf(event: JournalEvent): { readonly isAsk: boolean; readonly id: string } | undefined {
  const ask = askOf(event);
  if (ask !== undefined) return { isAsk: true, id: ask };
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
  return event.type === "ask.sent" || event.type === "introduction.received" ? caseKey(event) : undefined;
}

/** An event that begins a case. */
export type Beginning = AskSent | QuestionSent | IntroductionReceived;

/** The case that an event begins. */
export function begunCase(event: Beginning): BookedCase {
  if (event.type === "ask.sent") {
    if (isQuestion(event)) {
      const { seeker, connector } = event;
      return { seeker, connector, people: [seeker, connector] };
    }
    const { seeker, connector, target } = event.ask;
    return { seeker, connector, target, people: askPeople(event.ask) };
  }
  const { seeker, connector, target } = event;
  const people = [seeker, connector, ...(target === undefined ? [] : [target])];
  return { seeker, connector, people, ...(target === undefined ? {} : { target }) };
}

/** True for a reversal of what began a case, or of such a reversal. */
export function undoesBeginning(event: JournalEvent, lookup: Pick<Reversals, "get">): boolean {
  const begun = reversedEvent(lookup, event);
  return begun !== undefined && begun !== event && begunKey(begun) !== undefined;
}
