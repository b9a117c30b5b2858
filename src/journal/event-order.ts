import { canonicalJson, checkShape, compareCodeUnits, parseIso, WarmpathError } from "../base/index.js";
import type { JournalEvent } from "./event.js";
import type { SplitEvent } from "./store-event.js";
import type { Vault } from "./vault.js";

/** The order of every fold: by time, equal times by the code units of the ids. */
export function compareEvents(a: JournalEvent, b: JournalEvent): number {
  checkShape(a, { id: "text", at: "text" }, "a");
  checkShape(b, { id: "text", at: "text" }, "b");
  return parseIso(a.at) - parseIso(b.at) || compareCodeUnits(a.id, b.id);
}

/** The events in that order; `millis` are their times. */
export function inOrderOfTime(
  events: readonly JournalEvent[],
  millis: readonly number[],
): readonly JournalEvent[] {
  return events
    .map((event, index) => ({ event, at: millis[index] ?? 0 }))
    .sort((a, b) => a.at - b.at || compareCodeUnits(a.event.id, b.event.id))
    .map(({ event }) => event);
}

/** The history that two journals began with, then the rest of both in order of time and id, repeats included. */
export function mergedOrder(a: readonly JournalEvent[], b: readonly JournalEvent[]): readonly JournalEvent[] {
  let shared = 0;
  for (; shared < Math.min(a.length, b.length); shared++) {
    if (!sameEvent(a[shared] as JournalEvent, b[shared] as JournalEvent)) break;
  }
  return [...a.slice(0, shared), ...[...a.slice(shared), ...b.slice(shared)].sort(compareEvents)];
}

/** True where two stored events hold the same. */
export function sameEvent(a: JournalEvent, b: JournalEvent): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/** What is thrown where one id has two contents. */
export function conflict(): WarmpathError {
  return new WarmpathError("JOURNAL_ID_CONFLICT", "an event with this id and other content is there already");
}

/** @throws WarmpathError `JOURNAL_ID_CONFLICT` where an event that is held comes again with another content or other words. */
export function checkSame(
  held: JournalEvent,
  { event, words }: SplitEvent,
  pending: ReadonlyMap<string, string> | undefined,
  vault: Vault,
): void {
  const other = [...words].some(([key, text]) => (pending?.get(key) ?? vault.get(key) ?? text) !== text);
  if (other || !sameEvent(held, event)) throw conflict();
}
