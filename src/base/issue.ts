import type { IssueCode } from "./issue-code.js";

/** How much an issue matters: an `error` lost something, a `warning` may have, an `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/**
 * Something wrong with data, reported beside the good data. It holds positions and codes, never a cell's text.
 * `row` counts the file's records from 1 as a spreadsheet shows them (preamble and header included). `column` is our
 * own name of the column, or its number from 1.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** What was expected and what was got, in words without personal data. */
  readonly message: string;
  readonly row?: number;
  readonly column?: string | number;
  /** What says more: a column's header, a file's name; never a cell's text. */
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Where the input was one of several files: its index in the list, from 0, or our own name of its kind. */
  readonly source?: string | number;
}
