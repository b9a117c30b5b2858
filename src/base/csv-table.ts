/** How a table is written. */
export interface CsvOptions {
  /**
   * `on`: a text that a spreadsheet could run as a formula gets an apostrophe before it and quotes around it (SECURITY.md, row 1). So does
   * what stands in it behind a semicolon, tab or line end, where a spreadsheet of another country begins a cell. Marks that turn the reading order are left out, as a
   * cell could else show another text than it holds. `off` writes texts as they are, for programs that read them back. @defaultValue "on"
   */
  readonly formulaGuard?: "on" | "off";
}

/** Rows as CSV (RFC 4180). */
export function csvTable(
  rows: readonly (readonly (string | number | undefined)[])[],
  { formulaGuard = "on" }: CsvOptions = {},
): string {
  return rows
    .map((row) => `${row.map((cell) => cellText(cell, formulaGuard === "on")).join(",")}\r\n`)
    .join("");
}

function cellText(cell: string | number | undefined, guarded: boolean): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = guarded ? guardedText(cell.replace(TURNS, "")) : cell;
  return text !== cell || SPECIAL.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function guardedText(cell: string): string {
  return `${FORMULA.test(cell) ? "'" : ""}${cell.replace(INNER_FORMULA, "$&'")}`;
}

/** Embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX #9). */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Starts that spreadsheets take for a formula, full-width forms and what stands before them unseen included. */
const FORMULA =
  /^(?:[\s\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2060-\u2064\ufeff"']*[=+\-@＝＋－＠|%]|[\t\r\n\u0000])/u;
/** Where such a start stands behind what may be a delimiter, the nearest one; matches that. */
const INNER_FORMULA =
  /[;\t\r\n\u0085\u2028\u2029](?=[\u0000-\u0008\u000b\u000c\u000e-\u0020\u007f-\u0084\u0086-\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff"']*[=+\-@＝＋－＠|%])/gu;
const SPECIAL = /[",\r\n\u0000]|^\s|\s$/;
