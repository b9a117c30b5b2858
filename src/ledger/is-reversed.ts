import { utcDay } from "../base/index.js";
import type { EntryLookup } from "./resolve-entry.js";

/** Whether an event is taken back on a day: a reversal counts from its own day on, and can be reversed in turn. */
export function isReversed(
  id: string,
  day: number,
  lookup: Pick<EntryLookup, "get" | "reversalOf">,
): boolean {
  let reversed = false;
  for (let last = id; ; reversed = !reversed) {
    const next = lookup.reversalOf(last);
    const at = next === undefined ? undefined : lookup.get(next)?.at;
    if (next === undefined || at === undefined || utcDay(at) > day) return reversed;
    last = next;
  }
}
