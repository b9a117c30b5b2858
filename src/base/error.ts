/** Every code that a {@link WarmpathError} can carry. Codes are stable; messages are not. */
export type WarmpathErrorCode =
  | "INVALID_ARGUMENT"
  | "INVALID_ID"
  | "INVALID_DATE"
  | "INVALID_PERSON"
  | "INVALID_TIE"
  | "INVALID_EVIDENCE"
  | "INVALID_ARC"
  | "INVALID_ASK"
  | "INVALID_EVENT"
  | "INVALID_TRANSITION"
  | "INVALID_SNAPSHOT"
  | "SNAPSHOT_NEWER"
  | "UNKNOWN_PERSON"
  | "UNKNOWN_TIE"
  | "UNKNOWN_ASK"
  | "UNKNOWN_ENTRY"
  | "ALREADY_REVERSED"
  | "BALANCE_MISMATCH"
  | "INDEX_CORRUPT"
  | "LIMIT_EXCEEDED"
  | "JOURNAL_ID_CONFLICT"
  | "JOURNAL_CONFLICT"
  | "JOURNAL_CORRUPT"
  | "VAULT_CORRUPT"
  | "VAULT_FOREIGN"
  | "COLUMNS_NOT_FOUND"
  | "ENCODING_UNKNOWN"
  | "FORMAT_UNKNOWN"
  | "ARCHIVE_CORRUPT"
  | "INVALID_ADDRESS"
  | "TEMPLATE_INVALID"
  | "TEMPLATE_UNKNOWN_NAME"
  | "PLAYBOOK_INVALID"
  | "PROFILE_INVALID"
  | "NETWORK_CHANGED";

/** Numbers, codes and positions that say more; never a name, an address or a cell's text. */
export type ErrorDetails = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

const BRAND = Symbol.for("warmpath.error");

/**
 * What warmpath throws on a bad call: a stable `code`, a message for developers, `details` free of personal data.
 *
 * @example
 * if (isWarmpathError(error) && error.code === "UNKNOWN_PERSON") askAgain();
 */
export class WarmpathError extends Error {
  override readonly name = "WarmpathError";
  readonly code: WarmpathErrorCode;
  readonly details: ErrorDetails;

  constructor(code: WarmpathErrorCode, message: string, details: ErrorDetails = {}) {
    super(typeof message === "string" ? message : "");
    this.code = code;
    this.details = details;
    (this as unknown as Record<symbol, unknown>)[BRAND] = true;
  }
}

/** The refusal of an argument that is not what it is to be. @param what How the message calls it; no more than a name of the library's. */
export function unfit(what: string, expected: string = "as documented"): WarmpathError {
  return new WarmpathError("INVALID_ARGUMENT", `${what} is to be ${expected}`, { what });
}

/** True for a {@link WarmpathError}, also for one thrown by another copy of the package (ESM beside CJS). */
export function isWarmpathError(value: unknown): value is WarmpathError {
  try {
    return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[BRAND] === true;
  } catch {
    // What cannot be read is none of ours.
    return false;
  }
}
