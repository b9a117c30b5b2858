import { checkId, sha256Hex } from "../base/index.js";
import { foldCompany, foldName, normalizeEmail, type Person } from "../people/index.js";

/** A row as a reader understands it, given to `idOf`. */
export interface ReadRow extends Omit<Person, "id" | "spells" | "tags" | "sources" | "kind"> {
  /** The row as a spreadsheet counts it, from 1. */
  readonly row: number;
  /** The day on which the two connected, where the export tells it. */
  readonly connectedOn?: string;
  /** The file's own id of the record, with the name of its format before it: `hubspot:301`. */
  readonly recordId?: string;
}

/** Gives a row's person an id of the caller's own; undefined leaves it to the reader. */
export type IdOf = (row: ReadRow) => string | undefined;

/**
 * The id of a row's person: the caller's, else `p_` and the first 16 hex digits of SHA-256 over the normalised profile
 * URL, else the file's own record id with its format, else the first e-mail with the name, else `name|company|date`, folded (a name of
 * which folding leaves nothing, such as an emoji, as it is). So two who share a mailbox are two. It holds no name, and it is the same for
 * the same row in every export, order of rows and re-save.
 * @throws WarmpathError `INVALID_ID` where `idOf` returns what is no id.
 */
export function idOfRow(row: ReadRow, idOf: IdOf | undefined): string {
  const own = idOf?.(row);
  if (own !== undefined) return checkId(own);
  return madeId(row.profileUrl ?? row.recordId ?? namedKey(row));
}

/** What tells a row without an address of its own or a record id from others. */
function namedKey({ emails, name: written = "", company = "", connectedOn = "" }: ReadRow): string {
  const name = nameKey(written);
  const address = emails?.[0] === undefined ? undefined : normalizeEmail(emails[0]);
  if (address !== undefined) return `${address}|${name}`;
  return [name, foldCompany(company), connectedOn].join("|");
}

/** The id that readers make of a key. */
export function madeId(key: string): string {
  return `p_${sha256Hex(key).slice(0, 16)}`;
}

/** True for an id that {@link madeId} may have made. */
export function isMadeId(id: string): boolean {
  return /^p_[0-9a-f]{16}$/.test(id);
}

/** What tells a name from others: folded, or as it is where folding leaves nothing of it. */
export function nameKey(name: string): string {
  return foldName(name) || name;
}
