import type { Issue, IssueCode } from "../../base/index.js";
import { type FileBytes, isWhole } from "../bytes/as-bytes.js";
import { Feeder } from "../bytes/feed.js";
import type { ImportReport } from "../import.js";
import type { DateOrder, WrittenDate } from "../table/calendar-date.js";
import type { ContactsOptions } from "../table/contact-table.js";
import type { TableSpec } from "../table/find-header.js";
import { TableReader, type TableRow } from "../table/table-reader.js";
import { DateColumn } from "./date-column.js";

/** What a further table comes as: a whole file, or its pieces in order. */
export type SideInput = string | FileBytes | Iterable<string | FileBytes>;

/**
 * A further table of an export, such as its deals. Its rows are not contacts and are counted apart. What is not used of it has an
 * issue that names the table as its source, at the latest when the contacts are known.
 */
export class SideTable<Column extends string> {
  readonly rows: readonly TableRow<Column>[];
  readonly #source: string;
  readonly #issues: Issue[] = [];
  readonly #unused = new Set<number>();
  readonly #rowsRead: number;
  readonly #has: (column: Column) => boolean;

  /** @throws WarmpathError `COLUMNS_NOT_FOUND`, `ENCODING_UNKNOWN`, `INVALID_ARGUMENT` as the table of contacts does. */
  constructor(
    source: string,
    input: SideInput,
    spec: TableSpec<Column>,
    options: Omit<ContactsOptions, "owner">,
  ) {
    const rows: TableRow<Column>[] = [];
    const reader = new TableReader(spec, options, this.#issues, (row) => rows.push(row));
    const { encoding, signal } = options;
    const feeder = new Feeder(
      { ...(encoding && { encoding }), ...(signal && { signal }) },
      this.#issues,
      reader,
    );
    for (const piece of piecesOf(input)) feeder.take(piece);
    feeder.end();
    this.rows = rows;
    this.#source = source;
    this.#rowsRead = reader.rowsRead;
    this.#has = (column) => reader.has(column);
  }

  /** True for a column that the table has. */
  has(column: Column): boolean {
    return this.#has(column);
  }

  /** Tells that a row is not used, once for each row. */
  skip(row: number, code: IssueCode, message: string): void {
    this.#unused.add(row);
    this.tell({ code, severity: "info", message: `Not used: ${message}`, row });
  }

  /** Adds an issue of a row that is used all the same. */
  tell(issue: Issue): void {
    this.#issues.push(issue);
  }

  /** What reads the dates of a column, in the order that the column shows; one that cannot be read gets an issue. */
  dateOf(column: Column, given: DateOrder | undefined): (row: TableRow<Column>) => WrittenDate | undefined {
    const dates = new DateColumn(column, given, (issue) => this.tell(issue));
    for (const { cell } of this.rows) dates.take(cell(column));
    return ({ row, cell }) => dates.read(row, cell(column));
  }

  get issues(): Issue[] {
    return this.#issues
      .map((issue) => ({ ...issue, source: this.#source }))
      .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }

  get report(): ImportReport {
    const rowsKept = this.rows.length - this.#unused.size;
    return { rowsRead: this.#rowsRead, rowsKept, rowsSkipped: this.#rowsRead - rowsKept };
  }

  get source(): string {
    return this.#source;
  }
}

/** What is neither whole nor in pieces goes to the feeder as it is, which refuses it. */
function piecesOf(input: SideInput): Iterable<string | FileBytes> {
  if (isWhole(input)) return [input];
  return typeof input?.[Symbol.iterator] === "function" ? input : [input as unknown as string];
}
