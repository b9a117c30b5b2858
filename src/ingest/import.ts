import type { Issue } from "../base/index.js";
import type { InteractionRecord, Person, Tie } from "../people/index.js";

/** What a reader makes of one export, ready for `network.import`. */
export interface Import {
  /** The owner first, then one entry for each kept row, repeats included: merging is the network's work. */
  readonly people: readonly Person[];
  /** Ties of the owner, each told from their side; one between two of their contacts has them as its `owner`. */
  readonly ties: readonly Tie[];
  readonly interactions: readonly InteractionRecord[];
  /** What was wrong or odd, by row; no issue holds a cell's text. */
  readonly issues: readonly Issue[];
  readonly report: ImportReport;
  /** Rows of the further tables that were given, by our own name of each; their issues have it as `source`. */
  readonly sides?: Readonly<Record<string, ImportReport>>;
}

/** Rows of data (header, text above it, blank lines and rows without any text are none): `rowsRead = rowsKept + rowsSkipped`. */
export interface ImportReport {
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Each of them has an issue with its row. */
  readonly rowsSkipped: number;
}

/** Bounds on hostile or broken input, the same for every reader of tables. */
export interface ReadLimits {
  /** Data rows read at most; the rest is left with one `ROW_LIMIT` issue. @defaultValue 1,000,000 */
  readonly maxRows?: number;
  /** UTF-16 units in one cell; a row with a longer one is skipped. @defaultValue 65,536 */
  readonly maxFieldLength?: number;
  /** Cells in one row; a wider row is skipped. @defaultValue 1,000 */
  readonly maxColumns?: number;
}
