import { checkShape, soundOf } from "../base/index.js";
import { wordKeys } from "./erase.js";
import type { JournalEvent } from "./event.js";
import type { Vault } from "./vault.js";

/** A stored event with its vault keys replaced by their words; words that are not there are left out. */
export function resolveEvent(
  event: JournalEvent,
  vault: Vault,
): JournalEvent & Readonly<Record<string, unknown>> {
  checkShape(event, { id: "text", type: "text" }, "event");
  return soundOf("event", () => {
    const { words, ...whole } = { ...event } as JournalEvent & Record<string, unknown>;
    const keys = new Set<unknown>(wordKeys(event));
    for (const field of ["solved", "complaint", "issue", "reasonWords", "suggested", "source"]) {
      if (!keys.has(whole[field])) continue;
      const text = vault.get(whole[field] as string);
      delete whole[field];
      if (text !== undefined) whole[field === "reasonWords" ? "words" : field] = text;
    }
    const extra = words === undefined ? undefined : vault.get(words);
    return (extra === undefined ? whole : { ...(JSON.parse(extra) as object), ...whole }) as JournalEvent &
      Record<string, unknown>;
  });
}
