import { type Issue, type IssueCode, safeText } from "../../base/index.js";
import { HEAD_LENGTH } from "../bytes/head-of.js";
import type { ReadLimits } from "../import.js";
import { CsvReader, type CsvRecord } from "./csv-reader.js";
import { type Header, MAX_HEADER, requireHeader, type TableSpec, unreadColumns } from "./find-header.js";
import { checkLimits } from "./limits.js";

/** One row of data: cells by our own column names, trimmed; an absent column or cell is the empty string. */
export interface TableRow<Column extends string> {
  readonly row: number;
  readonly cell: (column: Column) => string;
  /** What stands in all columns of a kind, the one with the best known name first, without the empty ones. */
  readonly cells: (column: Column) => readonly string[];
}

/**
 * Finds the header among a table's first records, with the delimiter (comma, semicolon or tab) under which it is found. Then
 * it hands on the rows below it. Blank lines and rows of empty cells are no rows; rows over a limit, and headers that come again, are reported and not
 * handed on. Text may come whole or in chunks.
 */
export class TableReader<Column extends string> {
  readonly #spec: TableSpec<Column>;
  readonly #limits: Required<ReadLimits>;
  readonly #issues: Issue[];
  readonly #onRow: (row: TableRow<Column>) => void;
  #head = "";
  #reader: CsvReader | undefined;
  #header: Header<Column> | undefined;
  #rowsRead = 0;
  #full = false;
  /** Places of columns that nothing reads, until a value is met there. */
  #unread: readonly number[] = [];
  readonly #notUsed = new Set<number>();

  constructor(
    spec: TableSpec<Column>,
    limits: ReadLimits,
    issues: Issue[],
    onRow: (row: TableRow<Column>) => void,
  ) {
    this.#spec = spec;
    this.#limits = checkLimits(limits);
    this.#issues = issues;
    this.#onRow = onRow;
  }

  /** Rows of data met so far, those over a limit included. */
  get rowsRead(): number {
    return this.#rowsRead;
  }

  /** True once the limit of rows is reached. */
  get isFull(): boolean {
    return this.#full;
  }

  /** @throws WarmpathError `COLUMNS_NOT_FOUND` where no record of the first 50 is a header of this kind. */
  push(chunk: string): void {
    if (this.#full) return;
    if (this.#reader !== undefined) {
      this.#reader.push(chunk);
      return;
    }
    this.#head += chunk;
    if (this.#head.length >= HEAD_LENGTH) this.#start();
  }

  /** @throws WarmpathError `COLUMNS_NOT_FOUND` like {@link push}. */
  end(): void {
    if (this.#reader === undefined) this.#start();
    if (!this.#full) this.#reader?.end();
    for (const index of [...this.#notUsed].sort((a, b) => a - b)) this.#tellUnread(index);
  }

  /** True for a column that was found in the header. */
  has(column: Column): boolean {
    return this.#header?.indices.has(column) === true;
  }

  /** Headers of columns that hold values and that nothing reads; known at the end. */
  get notUsed(): readonly string[] {
    return [...this.#notUsed].sort((a, b) => a - b).map((index) => this.#headerAt(index));
  }

  #headerAt(index: number): string {
    return safeText(this.#header?.cells[index] ?? "").slice(0, MAX_HEADER);
  }

  #tellUnread(index: number): void {
    this.#issues.push({
      code: "COLUMN_NOT_USED",
      severity: "warning",
      message: "A column with values that was not understood, and not read.",
      column: index + 1,
      details: { header: this.#headerAt(index) },
    });
  }

  #start(): void {
    const { header, delimiter } = requireHeader(this.#spec, this.#head, this.#limits);
    this.#header = header;
    this.#unread = this.#spec.guesses === undefined ? [] : unreadColumns(header);
    const swallowed = this.#spec.singleLine ? { swallowed: Math.max(2, header.width - 1) } : {};
    this.#reader = new CsvReader(delimiter, { ...this.#limits, ...swallowed }, (record) =>
      this.#take(record),
    );
    this.#reader.push(this.#head);
    this.#head = "";
  }

  #take(record: CsvRecord): void {
    const header = this.#header as Header<Column>;
    const { row, cells, flaw } = record;
    if (row <= header.row || this.#full) return;
    if (flaw === undefined && cells.every((cell) => NO_TEXT.test(cell))) return;
    if (this.#rowsRead >= this.#limits.maxRows) {
      this.#full = true;
      const message = `Reading stopped here: the limit is ${this.#limits.maxRows} rows.`;
      this.#issues.push({ code: "ROW_LIMIT", severity: "error", message, row });
      return;
    }
    this.#rowsRead++;
    if (this.#report(record, header)) return;
    const readable = flaw?.kind === "quote" && cells.length !== header.width ? flaw.from : cells.length;
    const { textOf } = this.#spec;
    const at = (index: number): string => {
      const text = index >= readable ? "" : (cells[index]?.trim() ?? "");
      return textOf === undefined || text === "" ? text : textOf(text).trim();
    };
    const cell = (column: Column): string => {
      for (const index of header.indices.get(column) ?? []) {
        const text = at(index);
        if (text !== "") return text;
      }
      return "";
    };
    const all = (column: Column) => (header.indices.get(column) ?? []).map(at).filter((text) => text !== "");
    if (this.#unread.length > 0) {
      const met = this.#unread.filter((index) => at(index) !== "");
      for (const index of met) this.#notUsed.add(index);
      if (met.length > 0) this.#unread = this.#unread.filter((index) => !this.#notUsed.has(index));
    }
    this.#onRow({ row, cell, cells: all });
  }

  /** Reports what is wrong with a record; true where it is not to be handed on. */
  #report({ row, cells, flaw }: CsvRecord, header: Header<Column>): boolean {
    const add = (code: IssueCode, severity: Issue["severity"], message: string, column?: number) =>
      this.#issues.push({ code, severity, message, row, ...(column === undefined ? {} : { column }) });
    if (flaw?.kind === "field" || flaw?.kind === "columns") {
      const field = flaw.kind === "field";
      const code = field ? "FIELD_TOO_LONG" : "TOO_MANY_COLUMNS";
      const limit = field ? this.#limits.maxFieldLength : this.#limits.maxColumns;
      add(code, "error", `Row skipped: over the limit of ${limit}.`, flaw.from + 1);
      return true;
    }
    if (flaw?.kind === "quote") {
      add(
        "QUOTE_UNBALANCED",
        "error",
        "A quote opened here was never closed; read up to the line's end.",
        flaw.from + 1,
      );
      return false;
    }
    if (flaw !== undefined) add("QUOTE_STRAY", "info", "A bare quote inside a quoted cell was kept as text.");
    if (cells.length === header.width) {
      if (cells.every((cell, index) => cell === header.cells[index])) {
        add("HEADER_AGAIN", "info", "Row skipped: the header comes again.");
        return true;
      }
    } else if (cells.slice(header.width).some((cell) => cell.trim() !== "")) {
      add(
        "COLUMN_COUNT",
        "warning",
        `Expected ${header.width} cells, got ${cells.length}; the first ones are used.`,
      );
    }
    return false;
  }
}

/** White space, controls and zero-width marks at most: what a spreadsheet pads its rows with. */
const NO_TEXT = /^[\s\p{Cc}\p{Cf}]*$/u;
