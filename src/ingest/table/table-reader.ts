import { type Issue, WarmpathError } from "../../base/index.js";
import { foldText } from "../../people/index.js";
import { HEAD_LENGTH } from "../bytes/head-of.js";
import type { ReadLimits } from "../import.js";
import { CsvReader, type CsvRecord } from "./csv-reader.js";
import { checkLimits } from "./limits.js";

/** The columns that a reader knows, by our own names, and how its header is told from other rows. */
export interface TableSpec<Column extends string> {
  /** For each column the names that exports give it, folded (lower case, punctuation as blanks), separated by `|`. */
  readonly columns: Readonly<Record<Column, string>>;
  /** True where the columns found make a header of this kind. */
  readonly isHeader: (found: ReadonlySet<Column>) => boolean;
  /** True where no cell spans lines, so that one which has swallowed a row is known. */
  readonly singleLine?: boolean;
  /** What the error says was expected. */
  readonly expected: readonly string[];
}

/** One row of data: cells by our own column names, trimmed; an absent column or cell is the empty string. */
export interface TableRow<Column extends string> {
  readonly row: number;
  readonly cell: (column: Column) => string;
}

/**
 * Finds the header among a table's first records, with the delimiter (comma, semicolon or tab) under which it is found, and
 * hands on the rows below it. Blank lines and rows of empty cells are no rows; rows over a limit, and headers that come again, are reported and not
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
  }

  #start(): void {
    const { header, delimiter } = requireHeader(this.#spec, this.#head, this.#limits);
    this.#header = header;
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
    const cell = (column: Column): string => {
      const place = header.places.get(column);
      return place === undefined || place >= readable ? "" : (cells[place]?.trim() ?? "");
    };
    this.#onRow({ row, cell });
  }

  /** Reports what is wrong with a record; true where it is not to be handed on. */
  #report({ row, cells, flaw }: CsvRecord, header: Header<Column>): boolean {
    const add = (code: string, severity: Issue["severity"], message: string, column?: number) =>
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
      if (cells.every((cell, place) => cell === header.cells[place])) {
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

/** The first records of a text under each delimiter that a table may have. */
export type HeadRecords = readonly { readonly delimiter: string; readonly records: readonly CsvRecord[] }[];

/** Reads the first records of a text, once for however many kinds of table it is then held against. */
export function headRecords(text: string, limits: ReadLimits): HeadRecords {
  const bounds = checkLimits(limits);
  const head = text.slice(0, HEAD_LENGTH);
  return [",", ";", "\t"].map((delimiter) => {
    const records: CsvRecord[] = [];
    const reader = new CsvReader(delimiter, bounds, (record) => {
      if (record.row <= HEADER_ROWS) records.push(record);
    });
    reader.push(head);
    reader.end();
    return { delimiter, records };
  });
}

/** True where a text begins as a table of this kind. */
export function hasHeader<Column extends string>(spec: TableSpec<Column>, head: HeadRecords): boolean {
  return "header" in findHeader(spec, head);
}

function requireHeader<Column extends string>(
  spec: TableSpec<Column>,
  text: string,
  limits: Required<ReadLimits>,
): { header: Header<Column>; delimiter: string } {
  const found = findHeader(spec, headRecords(text, limits));
  if ("header" in found) return found;
  throw new WarmpathError(
    "COLUMNS_NOT_FOUND",
    `no header found in the first ${HEADER_ROWS} rows; expected columns such as ${spec.expected.join(", ")}; ` +
      `the nearest row has ${found.most} that are known`,
    { expected: spec.expected, found: found.most },
  );
}

function findHeader<Column extends string>(
  spec: TableSpec<Column>,
  head: HeadRecords,
): { header: Header<Column>; delimiter: string } | { most: number } {
  let most = 0;
  for (const { delimiter, records } of head) {
    for (const { row, cells } of records) {
      const places = placesOf(spec, cells);
      most = Math.max(most, places.size);
      if (spec.isHeader(new Set(places.keys())))
        return { header: { row, width: cells.length, cells, places }, delimiter };
    }
  }
  return { most };
}

interface Header<Column extends string> {
  readonly row: number;
  readonly width: number;
  readonly cells: readonly string[];
  readonly places: ReadonlyMap<Column, number>;
}

/** Where each known column stands in a record; of two with the same name the first counts. */
function placesOf<Column extends string>(
  spec: TableSpec<Column>,
  cells: readonly string[],
): Map<Column, number> {
  const names = new Map<string, number>();
  cells.forEach((cell, place) => {
    const name = foldText(cell.slice(0, 80));
    if (name !== "" && !names.has(name)) names.set(name, place);
  });
  const places = new Map<Column, number>();
  for (const column of Object.keys(spec.columns) as Column[]) {
    const alias = spec.columns[column].split("|").find((name) => names.has(name));
    if (alias !== undefined) places.set(column, names.get(alias) as number);
  }
  return places;
}

/** White space, controls and zero-width marks at most: what a spreadsheet pads its rows with. */
const NO_TEXT = /^[\s\p{Cc}\p{Cf}]*$/u;
/** LinkedIn's preamble has 3 rows; hand-made ones have been met with up to a page. */
const HEADER_ROWS = 50;
