import type { SuppressionList } from "../base/index.js";
import { wordKeys } from "./erase.js";
import type { JournalEvent } from "./event.js";
import { askOf, eventPeople, leadOf } from "./event-people.js";
import type { Vault } from "./vault.js";

/** True where an event, or the ask or lead that it is a step of, names somebody on the list. */
export function namesSuppressed(
  event: JournalEvent,
  events: readonly JournalEvent[],
  list: SuppressionList | undefined,
): boolean {
  if (list === undefined) return false;
  const ask = askOf(event);
  const lead = leadOf(event);
  const people = [...eventPeople(event)];
  for (const other of ask === undefined && lead === undefined ? [] : events) {
    const begins =
      (ask !== undefined && other.type === "ask.sent" && askOf(other) === ask) ||
      (lead !== undefined && leadOf(other) === lead);
    if (begins) people.push(...eventPeople(other));
  }
  return people.some((id) => list.has(id));
}

/** Erases what an older vault brings back of people on the suppression list. */
export function eraseSuppressed(
  events: readonly JournalEvent[],
  vault: Vault,
  list: SuppressionList | undefined,
): void {
  if (list === undefined) return;
  for (const event of events) {
    const keys = wordKeys(event);
    if (keys.length > 0 && namesSuppressed(event, events, list)) vault.eraseKeys(keys);
  }
  vault.eraseAbout((person) => list.has(person));
}
