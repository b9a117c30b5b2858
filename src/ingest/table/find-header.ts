import { addTo, WarmpathError } from "../../base/index.js";
import { foldText } from "../../people/index.js";
import { HEAD_LENGTH } from "../bytes/head-of.js";
import type { ReadLimits } from "../import.js";
import { CsvReader, type CsvRecord } from "./csv-reader.js";
import { type GuessedColumn, guessColumn, headerWords, isNotNeeded } from "./header-words.js";
import { checkLimits } from "./limits.js";

/** The columns that a reader knows, by our own names, and how its header is told from other rows. */
export interface TableSpec<Column extends string> {
  /** For each column the names that exports give it, folded (lower case, punctuation as blanks), separated by `|`. */
  readonly columns: Readonly<Record<Column, string>>;
  /** True where the columns found make a header of this kind. */
  readonly isHeader: (found: ReadonlySet<Column>) => boolean;
  /** True where no cell spans lines, so that one which has swallowed a row is known. */
  readonly singleLine?: boolean;
  /**
   * For a table of people: our own columns that a header in words of its own may name beside the aliases. Columns that are then still
   * not understood and hold values are told.
   */
  readonly guesses?: Readonly<Record<GuessedColumn, Column>>;
  /** What becomes of a cell before it is handed on. @defaultValue as it is, trimmed */
  readonly textOf?: (cell: string) => string;
  /** Name of the format, which stands before record ids and for a file without a name. */
  readonly format?: string;
  /** What the error says was expected. */
  readonly expected: readonly string[];
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
    // A row that is cut off here has no end: half a header would name other columns.
    if (text.length < HEAD_LENGTH) reader.end();
    return { delimiter, records };
  });
}

/** True where a text begins as a table of this kind. */
export function hasHeader<Column extends string>(spec: TableSpec<Column>, head: HeadRecords): boolean {
  return "header" in findHeader(spec, head);
}

/** @throws WarmpathError `COLUMNS_NOT_FOUND` where no record of the first ones is a header of this kind. */
export function requireHeader<Column extends string>(
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
      const indices = indicesOf(spec, cells);
      most = Math.max(most, indices.size);
      if (spec.isHeader(new Set(indices.keys())))
        return { header: { row, width: cells.length, cells, indices }, delimiter };
    }
  }
  return { most };
}

/** A header as it was found. */
export interface Header<Column extends string> {
  readonly row: number;
  readonly width: number;
  readonly cells: readonly string[];
  readonly indices: ReadonlyMap<Column, readonly number[]>;
}

/**
 * Where each known column stands in a record. It is under its best alias (of two with the same name the first counts). It is behind that where a
 * header in words of its own names it.
 */
function indicesOf<Column extends string>(
  { columns, guesses }: TableSpec<Column>,
  cells: readonly string[],
): Map<Column, number[]> {
  const names = new Map<string, number>();
  const headers = cells.map((cell) => cell.slice(0, MAX_HEADER));
  for (const fold of [foldText, headerWords]) {
    for (const [index, header] of headers.entries()) {
      const name = fold(header);
      if (name !== "" && !names.has(name)) names.set(name, index);
    }
  }
  const indices = new Map<Column, number[]>();
  const used = new Set<number>();
  for (const column of Object.keys(columns) as Column[]) {
    const alias = columns[column].split("|").find((name) => names.has(name));
    const index = alias === undefined ? undefined : (names.get(alias) as number);
    if (index === undefined) continue;
    indices.set(column, [index]);
    used.add(index);
  }
  if (guesses === undefined) return indices;
  for (const [index, header] of headers.entries()) {
    const guess = used.has(index) || header === "" ? undefined : guessColumn(headerWords(header));
    if (guess === undefined) continue;
    addTo(indices, guesses[guess], index);
  }
  return indices;
}

/** Indices of columns that nothing reads though somebody may need what they hold. */
export function unreadColumns({ cells, indices }: Header<string>): number[] {
  const read = new Set([...indices.values()].flat());
  return [...cells.keys()].filter((index) => {
    const header = (cells[index] as string).slice(0, MAX_HEADER);
    const words = headerWords(header);
    // What stands in brackets makes a column of companies none that nobody needs.
    const bare = headerWords(header.replace(/(?!^)\([^()]*\)/g, " ")) || words;
    return !read.has(index) && words !== "" && !isNotNeeded(bare);
  });
}

/** A longer header is cut. */
export const MAX_HEADER = 80;

/** LinkedIn's preamble has 3 rows; hand-made ones have been met with up to a page. */
const HEADER_ROWS = 50;
