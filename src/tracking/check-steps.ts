import { WarmpathError } from "../base/index.js";
import { type EventType, isReversed, type JournalEvent, type Reversals } from "../journal/index.js";
import { inAskOrder, withNext } from "./ask-order.js";
import type { Taken } from "./take-steps.js";

/** What one ask or lead has on record, and what is to come. */
export interface StepsToCheck {
  readonly held: readonly JournalEvent[];
  readonly fresh: readonly JournalEvent[];
  /** What is taken back before these events and with them. */
  readonly before: Reversals;
  readonly after: Reversals;
}

/**
 * Says whether a table of states allows the fresh events, and whether it still allows all that were held.
 * @throws WarmpathError `INVALID_TRANSITION`.
 */
export function checkSteps(
  { held, fresh, before, after }: StepsToCheck,
  walk: (events: readonly JournalEvent[]) => Taken<string>,
): void {
  const standing = (events: readonly JournalEvent[], by: Reversals): readonly JournalEvent[] =>
    events.filter(({ id }) => !isReversed(by, id));
  const known = new Set(walk(inAskOrder(standing(held, before))).ignored);
  const left = standing(held, after);
  const coming = standing(fresh, after);
  const isGone = ({ id, type }: JournalEvent): boolean =>
    BEGINNINGS.has(type) && isReversed(after, id) && !isReversed(before, id);
  if (held.some(isGone) && left.some(({ type }) => !BEGINNINGS.has(type)))
    throw refusal("entry.reversed", walk(inAskOrder(left)).state);
  let meant = inAskOrder(left);
  for (const event of inAskOrder(coming)) meant = withNext(meant, event);
  for (const events of [meant, inAskOrder([...left, ...coming])]) {
    const refused = walk(events).ignored.find((event) => !known.has(event));
    if (refused === undefined) continue;
    throw refusal(refused.type, walk(events.slice(0, events.indexOf(refused))).state);
  }
}

function refusal(type: EventType, state: string): WarmpathError {
  return new WarmpathError("INVALID_TRANSITION", "the ask's state does not allow this event", {
    type,
    state,
  });
}

/** What all other steps rest on. */
const BEGINNINGS: ReadonlySet<EventType> = new Set(["ask.sent", "introduction.received", "lead.received"]);
