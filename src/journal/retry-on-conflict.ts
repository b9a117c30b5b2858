import { checkShape, isWarmpathError, unfit } from "../base/index.js";

/** How often `retryOnConflict` tries. */
export interface RetryOptions {
  /** Tries in all, the first included: a whole number from 1. @defaultValue 5 */
  readonly tries?: number;
}

/**
 * Runs `attempt` until it comes through, again wherever somebody else has appended meanwhile (`JOURNAL_CONFLICT`). Each
 * attempt is to read the journal anew, check, append and save. Events must keep their ids from attempt to attempt. One
 * that is there already, after an attempt whose answer was lost, then gives `exists` and counts once. It waits for
 * nothing between attempts, for it has no clock; an attempt may.
 * @param attempt Gets the number of the attempt, from 1.
 * @throws WarmpathError `INVALID_ARGUMENT` for `tries`; `JOURNAL_CONFLICT` of the last try; at once whatever else an attempt throws.
 * @example
 * await retryOnConflict(async () => {
 *   const { chain, length } = await store.load();
 *   const journal = Journal.fromJSONL(chain);
 *   journal.append(event);
 *   await store.saveIf(length, journal.toJSONL()); // throws JOURNAL_CONFLICT where its length is another by now
 * });
 */
export async function retryOnConflict<T>(
  attempt: (number: number) => T | Promise<T>,
  options: RetryOptions = {},
): Promise<T> {
  checkShape(attempt, "function", "attempt");
  checkShape(options, { tries: "finite?" }, "options");
  const { tries = 5 } = options;
  if (!Number.isSafeInteger(tries) || tries < 1) {
    throw unfit("tries", "a whole number from 1");
  }
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (number >= tries || !isWarmpathError(error) || error.code !== "JOURNAL_CONFLICT") throw error;
    }
  }
}
