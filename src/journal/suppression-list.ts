import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { compareCodeUnits, encodeUtf8, WarmpathError } from "../base/index.js";
import type { JournalEvent } from "./event.js";
import { askOf, eventPeople, leadOf } from "./event-people.js";

/**
 * Who is not to come back after an erasure: HMAC-SHA-256 of ids or other keys (an address, a profile URL) under the
 * caller's own secret. Without it the list names nobody to a reader. Save `list.entries()` where the journal is saved
 * and the secret elsewhere.
 */
export class SuppressionList {
  readonly #secret: Uint8Array;
  readonly #entries: Set<string>;

  /**
   * @param secret At least 16 characters that only the caller knows.
   * @throws WarmpathError `INVALID_ARGUMENT` for a shorter secret.
   */
  constructor(secret: string, entries: Iterable<string> = []) {
    if (typeof secret !== "string" || secret.length < 16) {
      throw new WarmpathError(
        "INVALID_ARGUMENT",
        "a suppression list's secret is to have 16 characters or more",
      );
    }
    this.#secret = encodeUtf8(secret);
    this.#entries = new Set(entries);
  }

  /** Puts a person on the list, by their id or by any other key that a re-import would bring. */
  add(key: string): void {
    this.#entries.add(this.#digest(key));
  }

  /** True where this key is on the list. */
  has(key: string): boolean {
    return this.#entries.has(this.#digest(key));
  }

  /** The digests, in code-unit order. */
  entries(): readonly string[] {
    return [...this.#entries].sort(compareCodeUnits);
  }

  #digest(key: string): string {
    return bytesToHex(hmac(sha256, this.#secret, encodeUtf8(key)));
  }
}

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
