import { checkKeys, checkShape, keysOf, SuppressionList, unfit, WarmpathError } from "../base/index.js";
import type { Vault, VaultSnapshot } from "./vault.js";

/** What a journal may be given beside its events. */
export interface JournalOptions {
  /** The words saved beside the chain: a vault, its snapshot, or the snapshot's text. Absent: an empty vault. */
  readonly vault?: Vault | VaultSnapshot | string;
  /** Words of people on this list are never kept; `erase` adds to it. */
  readonly suppression?: SuppressionList;
}

/** Guard of an append. */
export interface AppendOptions {
  /** The length the journal had when the caller last read it. */
  readonly expectedLength?: number;
}

/** A journal as JSON: the chain as JSONL and the vault. */
export interface JournalSnapshot {
  readonly chain: string;
  readonly vault: VaultSnapshot;
}

/** What an erasure is to look for beside the id. */
export interface EraseOptions {
  /** Names of the person: a text that holds one of them goes too. */
  readonly names?: readonly string[];
}

const JOURNAL_KEYS: readonly string[] = keysOf<JournalOptions>({ vault: true, suppression: true });
const SNAPSHOT_KEYS: readonly string[] = keysOf<JournalSnapshot>({ chain: true, vault: true });
export const APPEND_KEYS: readonly string[] = keysOf<AppendOptions>({ expectedLength: true });
export const ERASE_KEYS: readonly string[] = keysOf<EraseOptions>({ names: true });

/** @throws WarmpathError `JOURNAL_CONFLICT` where a length was expected and is another one. */
export function checkLength(length: number, expectedLength: number | undefined): void {
  if (expectedLength === undefined || expectedLength === length) return;
  const details = { expectedLength, length };
  throw new WarmpathError("JOURNAL_CONFLICT", "the journal has another length than expected", details);
}

/** @throws WarmpathError `JOURNAL_CORRUPT` for no snapshot, `INVALID_ARGUMENT` for options that cannot be read. */
export function checkSnapshot(json: JournalSnapshot, options: object): void {
  checkKeys(json, SNAPSHOT_KEYS, "a journal's snapshot", "JOURNAL_CORRUPT");
  checkShape(options, "object", "options");
}

/** @throws WarmpathError `INVALID_ARGUMENT` for an unknown key and for what is no suppression list. */
export function checkJournalOptions(options: JournalOptions): void {
  checkKeys(options, JOURNAL_KEYS, "options");
  const { suppression } = options;
  if (suppression === undefined || SuppressionList.isOne(suppression)) return;
  throw unfit("suppression", "a suppression list");
}
