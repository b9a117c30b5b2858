import { type Cell, PERSON_COLUMNS, personRows, TIE_COLUMNS, tieRows } from "./export-rows.js";
import type { Network } from "./network.js";

/** How a table is written. */
export interface CsvOptions {
  /**
   * `on`: a text that a spreadsheet could run as a formula gets an apostrophe before it and quotes around it (SECURITY.md, row 1), and so does
   * what stands in it behind a semicolon, tab or line end, where a spreadsheet of another country begins a cell. `off` writes texts as they are, for programs that read them back. @defaultValue "on"
   */
  readonly formulaGuard?: "on" | "off";
}

/** Everybody as CSV (RFC 4180, one header line): id, name, first and last name, company, title, emails and so on. */
export function peopleToCsv(network: Network, options: CsvOptions = {}): string {
  return table([[...PERSON_COLUMNS], ...personRows(network)], options);
}

/** Every tie as CSV: its two ids, who may use it, and what was seen; an edge list for any graph tool. */
export function tiesToCsv(network: Network, options: CsvOptions = {}): string {
  return table([[...TIE_COLUMNS], ...tieRows(network)], options);
}

function table(rows: readonly Cell[][], { formulaGuard = "on" }: CsvOptions): string {
  return rows
    .map((row) => `${row.map((cell) => cellText(cell, formulaGuard === "on")).join(",")}\r\n`)
    .join("");
}

function cellText(cell: Cell, guarded: boolean): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const [start] = (guarded && FORMULA.exec(cell)) || [];
  const rest = start === undefined ? cell : cell.slice(start.length);
  const text = `${start === undefined ? "" : `'${start}`}${guarded ? rest.replace(INNER_FORMULA, "$&'") : rest}`;
  return text !== cell || SPECIAL.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Starts that spreadsheets take for a formula, full-width forms and what stands before them unseen included. */
const FORMULA = /^(?:[\s\u0000-\u001f\u00a0\u200b-\u200f\ufeff"']*[=+\-@＝＋－＠|%]|[\t\r\n\u0000])/u;
/** Where such a start stands behind what may be a delimiter; matches up to it. */
const INNER_FORMULA = /[;\t\r\n](?=[\s\u0000-\u001f\u00a0\u200b-\u200f\ufeff"']*[=+\-@＝＋－＠|%])/gu;
const SPECIAL = /[",\r\n\u0000]|^\s|\s$/;
