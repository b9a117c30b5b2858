import { JOURNAL_VERSION } from "./chain.js";

/** Lifts an event from one version of the format to the next; returns it unchanged where nothing differs. */
export type Migration = (event: unknown) => unknown;

/** The step from version n at index n - 1. */
const MIGRATIONS: readonly Migration[] = [codesOfLoss];

/** Version 2: a loss has a code beside its words, and what went wrong with a sale is a complaint. */
function codesOfLoss(event: unknown): unknown {
  if (typeof event !== "object" || event === null) return event;
  const { reason, problem, ...rest } = event as Record<string, unknown>;
  if (rest["type"] === "deal.lost" && reason !== undefined)
    return { ...rest, reason: "other", reasonWords: reason };
  if (rest["type"] === "sale.delivered" && problem !== undefined) return { ...rest, complaint: problem };
  return event;
}

/** Lifts an event step by step to the newest version. */
export function migrateEvent(
  event: unknown,
  version: number,
  steps: readonly Migration[] = MIGRATIONS,
  newest: number = JOURNAL_VERSION,
): { readonly event: unknown; readonly changed: boolean } {
  let lifted = event;
  for (let from = version; from < newest; from++) lifted = steps[from - 1]?.(lifted) ?? lifted;
  return { event: lifted, changed: lifted !== event };
}
