import { JOURNAL_VERSION } from "./chain.js";

/** Lifts an event from one version of the format to the next; returns it unchanged where nothing differs. */
export type Migration = (event: unknown) => unknown;

/** The step from version n at place n - 1. Version 1 is the first, so there is none yet. */
export const MIGRATIONS: readonly Migration[] = [];

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
