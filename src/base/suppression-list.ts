import { checkShape, madeOf } from "./check-shape.js";
import { unfit } from "./error.js";
import { compareCodeUnits } from "./order.js";
import { hexOf, hmacSha256 } from "./sha256.js";
import { encodeUtf8 } from "./utf8.js";

/**
 * Who is not to come back after an erasure: HMAC-SHA-256 of ids or other keys (an address, a profile URL) under the
 * caller's own secret. Without it the list names nobody to a reader. Save `list.entries()` where the journal is saved
 * and the secret elsewhere.
 *
 * @example
 * const list = new SuppressionList(secret, savedEntries);
 * const journal = Journal.fromJSONL(chain, { vault, suppression: list });
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
      throw unfit("secret", "of 16 characters or more");
    }
    this.#secret = encodeUtf8(secret);
    checkShape(entries, "object", "entries");
    if (!madeOf("entries", () => Symbol.iterator in entries && [...entries].length >= 0))
      throw unfit("entries", "a list");
    this.#entries = new Set(entries);
  }

  /** True for a suppression list; a proxy is none. */
  static isOne(value: unknown): value is SuppressionList {
    return typeof value === "object" && value !== null && #entries in value;
  }

  /** Puts a person on the list, by their id or by any other key that a re-import would bring. */
  add(key: string): void {
    this.#entries.add(this.#digest(key));
  }

  /** True where this key is on the list. */
  has(key: string): boolean {
    return this.#entries.has(this.#digest(key));
  }

  /** True where nobody is on it. */
  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The digests, in code-unit order. */
  entries(): readonly string[] {
    return [...this.#entries].sort(compareCodeUnits);
  }

  #digest(key: string): string {
    checkShape(key, "text", "key");
    return hexOf(hmacSha256(this.#secret, encodeUtf8(key)));
  }
}
