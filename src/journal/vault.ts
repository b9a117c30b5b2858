import {
  canonicalJson,
  checkId,
  checkKeys,
  checkShape,
  compareCodeUnits,
  isReadable,
  keysOf,
  madeOf,
  sha256Hex,
  shortId,
  unfit,
  WarmpathError,
} from "../base/index.js";
import type { JournalEvent } from "./event.js";

/** A vault as it is saved: texts by key, people's own words with the id they are about, and what was erased. */
export interface VaultSnapshot {
  readonly format: "warmpath.vault";
  readonly version: 1;
  /** Key and text, and the person where the text is their own (`write`); a null text was erased. In order of keys. */
  readonly entries: readonly (readonly [string, string | null] | readonly [string, string | null, string])[];
  /** SHA-256 of the entries' canonical JSON. */
  readonly checksum: string;
  /** Digest of the first event of the journal that the words belong to. Absent: of none yet, or written by 0.1. */
  readonly journal?: string;
}

const KEYS: readonly string[] = keysOf<VaultSnapshot>({
  format: true,
  version: true,
  entries: true,
  checksum: true,
  journal: true,
});

/** The key of a person's own words of a name such as `name`. @throws WarmpathError `INVALID_ARGUMENT`. */
export function ownKey(person: string, field: string): string {
  checkShape([person, field], ["text"], "person and field");
  return shortId("n_", person, field);
}

/**
 * The words of a journal, free texts and names, are kept beside the chain under keys that tell nothing. So a person can
 * be erased while sums and chain hold. `JSON.stringify(vault)` saves it; `Journal.fromJSONL(text, { vault })` takes it
 * back.
 *
 * @example
 * journal.vault.write("ann", "notes", "prefers a call");
 * const copy = Vault.fromJSON(JSON.stringify(journal.vault));
 */
export class Vault {
  readonly #entries = new Map<string, { text: string | null; about?: string }>();
  /** The first event of its journal, or the digest of it that was saved. */
  #first: JournalEvent | string | undefined;

  /**
   * Reads a saved vault, parsed or as text.
   * @throws WarmpathError `VAULT_CORRUPT`, `SNAPSHOT_NEWER`.
   */
  static fromJSON(saved: VaultSnapshot | string): Vault {
    const vault = new Vault();
    const snapshot = parse(saved);
    for (const [key, text, about] of snapshot.entries) {
      vault.#entries.set(key, about === undefined ? { text } : { text, about });
    }
    vault.#first = snapshot.journal;
    return vault;
  }

  /** Number of texts held. */
  get size(): number {
    let count = 0;
    for (const { text } of this.#entries.values()) if (text !== null) count++;
    return count;
  }

  /** The text under a key, undefined where there is none or it was erased. */
  get(key: string): string | undefined {
    return this.#entries.get(key)?.text ?? undefined;
  }

  /** True where a text was erased under this key: it never comes back. */
  isErased(key: string): boolean {
    return this.#entries.get(key)?.text === null;
  }

  /** Keeps a text under a key, unless one is there or was erased. */
  put(key: string, text: string): void {
    checkShape([key, text], ["text"], "key and text");
    if (!this.#entries.has(key)) this.#entries.set(key, { text });
  }

  /**
   * Keeps a person's own words under a name such as `name`, `address`, `notes` or `draft:e1`, in place of what was there.
   * @throws WarmpathError `INVALID_ID`.
   */
  write(person: string, field: string, text: string): void {
    const about = checkId(person, "person");
    checkShape([field, text], ["text"], "field and text");
    const key = ownKey(about, field);
    if (!this.isErased(key)) this.#entries.set(key, { text, about });
  }

  /** A person's own words, undefined where there are none. */
  read(person: string, field: string): string | undefined {
    checkShape([person, field], ["text"], "person and field");
    return this.get(ownKey(person, field));
  }

  /** From now on the words belong to the journal that begins with this event, unless they belong to one. */
  belongTo(first: JournalEvent): void {
    this.#first ??= first;
  }

  /** @throws WarmpathError `VAULT_FOREIGN` where the words belong to a journal that holds none of these events. */
  checkIsOf(events: readonly JournalEvent[]): void {
    checkShape(events, ["object"], "events");
    const first = this.#digest();
    if (first !== undefined && !events.some((event) => digestOf(event) === first))
      throw new WarmpathError("VAULT_FOREIGN", "the vault belongs to another journal");
  }

  /** Erases what stands under the keys; a key that is not there yet is closed for good. */
  eraseKeys(keys: Iterable<string>): void {
    if ((typeof keys !== "string" && !isReadable(keys)) || typeof keys?.[Symbol.iterator] !== "function")
      throw unfit("keys", "a list");
    const list = madeOf("keys", () => [...keys]);
    checkShape(list, ["text"], "keys");
    for (const key of list) this.#entries.set(key, { text: null });
  }

  /** True for a vault; a proxy is none. */
  static isOne(value: unknown): value is Vault {
    return typeof value === "object" && value !== null && #entries in value;
  }

  /** Erases the own words of every person of whom `isGone` says so. */
  eraseAbout(isGone: (person: string) => boolean): void {
    checkShape(isGone, "function", "isGone");
    for (const [key, { about }] of this.#entries) {
      if (about !== undefined && isGone(about)) this.#entries.set(key, { text: null });
    }
  }

  /** Keys and texts that are there, in order of keys; with a person, only their own words. */
  texts(person?: string): readonly (readonly [key: string, text: string])[] {
    const found: [string, string][] = [];
    for (const [key, { text, about }] of this.#entries) {
      if (text !== null && (person === undefined || about === person)) found.push([key, text]);
    }
    return found.sort(([a], [b]) => compareCodeUnits(a, b));
  }

  /** What `JSON.stringify` saves: equal bytes for equal words. */
  toJSON(): VaultSnapshot {
    const entries = [...this.#entries]
      .sort(([a], [b]) => compareCodeUnits(a, b))
      .map(([key, { text, about }]) =>
        about === undefined ? ([key, text] as const) : ([key, text, about] as const),
      );
    const journal = this.#digest();
    return {
      format: "warmpath.vault",
      version: 1,
      entries,
      checksum: sha256Hex(canonicalJson(entries)),
      ...(journal === undefined ? {} : { journal }),
    };
  }

  #digest(): string | undefined {
    return typeof this.#first === "object" ? digestOf(this.#first) : this.#first;
  }

  /**
   * Takes over another vault's words; what either has erased stays erased.
   * @throws WarmpathError `JOURNAL_ID_CONFLICT` where both hold different texts under an event's key.
   */
  absorb(other: Vault): void {
    if (!Vault.isOne(other)) throw unfit("other", "a Vault");
    for (const [key, theirs] of other.#entries) {
      const own = this.#entries.get(key);
      if (own === undefined || theirs.text === null) this.#entries.set(key, theirs);
      else if (own.text !== null && own.text !== theirs.text) {
        if (own.about === undefined) {
          throw new WarmpathError(
            "JOURNAL_ID_CONFLICT",
            "the same event id has other words in the two journals",
          );
        }
        if (compareCodeUnits(own.text, theirs.text) < 0) this.#entries.set(key, theirs);
      }
    }
  }
}

function digestOf(event: JournalEvent): string {
  return sha256Hex(canonicalJson(event));
}

function parse(saved: VaultSnapshot | string): VaultSnapshot {
  let snapshot: Partial<VaultSnapshot> | null;
  try {
    // What cannot be read to its last part is no JSON either.
    snapshot = JSON.parse(typeof saved === "string" ? saved : canonicalJson(saved));
  } catch {
    throw damaged("a vault is to be JSON");
  }
  if (!isReadable(snapshot)) throw damaged("this is no vault");
  const { format, version, entries, checksum, journal } = snapshot;
  if (format !== "warmpath.vault" || typeof version !== "number" || !Array.isArray(entries)) {
    throw damaged("this is no vault");
  }
  if (version > 1) throw new WarmpathError("SNAPSHOT_NEWER", "a later version of warmpath wrote this vault");
  if (version !== 1 || !entries.every(isEntry) || sha256Hex(canonicalJson(entries)) !== checksum) {
    throw damaged("the vault's checksum does not fit its entries");
  }
  checkKeys(snapshot, KEYS, "a vault", "VAULT_CORRUPT");
  if (journal !== undefined && typeof journal !== "string") throw damaged("a vault is to name its journal");
  return { format, version, entries, checksum, ...(journal === undefined ? {} : { journal }) };
}

function isEntry(entry: unknown): boolean {
  if (!Array.isArray(entry) || entry.length < 2 || entry.length > 3) return false;
  const [key, text, about = ""] = entry as unknown[];
  return typeof key === "string" && (text === null || typeof text === "string") && typeof about === "string";
}

function damaged(message: string): WarmpathError {
  return new WarmpathError("VAULT_CORRUPT", message);
}
