import { WarmpathError } from "../base/index.js";
import { EVENT_FIELDS } from "./event-fields.js";
import { askIdOf, unknownAsk } from "./named-ask.js";
import type { ToolContext } from "./tool.js";

type RecordedEvent = ReturnType<ToolContext["planner"]["journal"]["folded"]>[number];

/**
 * Refuses an event about a request, a lead or an event of somebody else, as if it were on no record.
 * @throws WarmpathError `UNKNOWN_ASK`, `INVALID_TRANSITION` for a lead, `UNKNOWN_ENTRY`.
 */
export function checkOwn(context: ToolContext, event: Readonly<Record<string, unknown>>): void {
  const { type, ask, lead, entry } = event;
  const isStep = !BEGINNINGS.has(String(type));
  if (isStep && ask !== undefined && !isOwnCase(context, `ask:${askIdOf(ask)}`)) unknownAsk();
  if (isStep && lead !== undefined && !isOwnCase(context, `lead:${lead}`))
    throw new WarmpathError("INVALID_TRANSITION", "no lead of this id is known");
  if (entry !== undefined && !isOwnEvent(context, context.planner.journal.get(String(entry))))
    throw new WarmpathError("UNKNOWN_ENTRY", "no event of this id is on record that can be taken back");
}

/** The request or lead that an event begins or is about. */
function caseOf(event: RecordedEvent): string | undefined {
  if (event.type === "ask.sent") return `ask:${event.kind === undefined ? event.ask.id : event.id}`;
  if (event.type === "lead.received" || event.type === "introduction.received")
    return `lead:${event.lead ?? event.id}`;
  if ("ask" in event && event.ask !== undefined) return `ask:${event.ask}`;
  return "lead" in event && event.lead !== undefined ? `lead:${event.lead}` : undefined;
}

/** True for a request or lead of the seeker's, or one that is nobody's in particular. */
function isOwnCase({ planner, seeker }: ToolContext, id: string): boolean {
  const me = planner.network.canonical(seeker);
  return planner.journal.folded().some((event) => {
    if (!BEGINNINGS.has(event.type) || caseOf(event) !== id) return false;
    const { ask, seeker: of = ask?.seeker } = event as {
      readonly ask?: { readonly seeker: string };
      readonly seeker?: string;
    };
    return of === undefined || planner.network.canonical(of) === me;
  });
}

/** True for an event of a case of the seeker's, one that names them, and one that names nobody. A reversal is as what it takes back. */
function isOwnEvent(context: ToolContext, named: RecordedEvent | undefined): boolean {
  const { network, journal } = context.planner;
  let event = named;
  for (const seen = new Set<string>(); event?.type === "entry.reversed"; event = journal.get(event.entry)) {
    if (seen.has(event.id)) return false;
    seen.add(event.id);
  }
  if (event === undefined) return false;
  const id = caseOf(event);
  if (id !== undefined) return isOwnCase(context, id);
  const told = event as unknown as Readonly<Record<string, string | readonly string[] | undefined>>;
  const people = EVENT_FIELDS[event.type].people.flatMap((field) => told[field] ?? []);
  const me = network.canonical(context.seeker);
  return people.length === 0 || people.some((person) => network.canonical(person) === me);
}

/** Events that begin a request or a lead. */
const BEGINNINGS: ReadonlySet<string> = new Set(["ask.sent", "lead.received", "introduction.received"]);
