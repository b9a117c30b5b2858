import { BLANK, cutRecords } from "./cut-records.js";

/** One record of a table: a line, or several where a quoted cell holds line breaks. */
export interface CsvRecord {
  /** Counted from 1 over all records of the file, blank ones included: the row that a spreadsheet shows. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Set where something was wrong with the record. */
  readonly flaw?: CsvFlaw;
}

/**
 * `quote`: a quote was opened and never soundly closed. The cells from `from` on were read up to the end of the line with
 * quotes as plain characters. The next line is a record again. `stray-quote`: a bare quote inside a quoted cell, kept.
 * `field`, `columns`: over the limit; `cells` is empty.
 */
export interface CsvFlaw {
  readonly kind: "quote" | "stray-quote" | "field" | "columns";
  readonly from: number;
}

/** Bounds of one record; what is over them is kept out and flagged. */
export interface CsvLimits {
  readonly maxFieldLength: number;
  readonly maxColumns: number;
  /**
   * A quoted cell that spans lines and holds so many delimiters has swallowed a row: its quote counts as never closed. Only for tables
   * whose cells are single lines. @defaultValue none
   */
  readonly swallowed?: number;
  /** UTF-16 units of one record; in a longer one the cell that stands there counts as never closed. @defaultValue 16 Mi */
  readonly maxRecordLength?: number;
}

/**
 * Cuts text, given whole or in chunks, into the records of a delimited table. `cutRecords` cuts sound stretches into cells.
 * This class finds where records end (RFC 4180, any line ends). One unbalanced quote then costs one line and not
 * the rest of the file, and no cell grows without bound. What comes out does not depend on where chunks are cut. Linear
 * in the text: each quote is looked at a bounded number of times. A scan stops at the first quote that cannot belong to
 * a sound cell. A record that is still open is looked at again only when it has doubled.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #limits: CsvLimits;
  readonly #sink: (record: CsvRecord) => void;
  readonly #most: number;
  #text = "";
  #heldReturn = false;
  #hasLine = false;
  #next = 0;
  #row = 0;
  #dropping = false;

  constructor(delimiter: string, limits: CsvLimits, sink: (record: CsvRecord) => void) {
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#sink = sink;
    this.#most = limits.maxRecordLength ?? MOST;
  }

  /** Takes the next piece of the text and hands out the records that it completes. */
  push(chunk: string): void {
    let text = this.#heldReturn ? `\r${chunk}` : chunk;
    this.#heldReturn = text.endsWith("\r");
    if (this.#heldReturn) text = text.slice(0, -1);
    const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    this.#text += lines;
    this.#hasLine ||= lines.includes("\n");
    const { length } = this.#text;
    // An open record is looked at again when it has doubled, so that it costs no more than twice its length in all.
    if (length > this.#most || (this.#hasLine && length >= this.#next)) this.#cut(false);
  }

  /** Hands out what is left; the last record needs no line end. */
  end(): void {
    if (this.#heldReturn) this.#text += "\n";
    this.#heldReturn = false;
    this.#cut(true);
  }

  #cut(final: boolean): void {
    const text = this.#text;
    let scan = scanOf(text);
    let at = this.#dropping ? this.#lineAfter(text, 0) : 0;
    let stretch = at;
    let count = 0;
    while (at < text.length) {
      const found = recordEnd(scan, at, this.#delimiter, final, this.#limits.swallowed);
      const long = found.end - at > this.#most;
      if (found.state === "sound" && !long) {
        count++;
        at = found.end + 1;
        continue;
      }
      if (found.state === "more" && !long) break;
      this.#handOut(text.slice(stretch, at), count);
      if (long) {
        at = this.#handLong(text, at);
        // Back to before the places that the scan has gone past.
        scan = scanOf(text);
      } else if (found.state === "stray") at = this.#handStray(text, at, found);
      else at = this.#handBroken(text, at, found.opened, text.length);
      stretch = at;
      count = 0;
    }
    this.#handOut(text.slice(stretch, at), count);
    this.#text = text.slice(at);
    this.#hasLine = false;
    this.#next = 2 * this.#text.length;
  }

  /** Cuts a stretch of `count` sound records, each with its line end but perhaps the last. */
  #handOut(stretch: string, count: number): void {
    if (count === 0) return;
    for (const cells of cutRecords(stretch, this.#delimiter)) this.#give(cells);
  }

  #handStray(text: string, at: number, found: Found): number {
    for (const cells of cutRecords(text.slice(at, found.end), this.#delimiter)) {
      this.#give(cells, { kind: "stray-quote", from: 0 });
    }
    return found.end + 1;
  }

  /** Ends a record that is over the limit in the line of the cell that stands there, as if that were never closed. */
  #handLong(text: string, at: number): number {
    const head = text.slice(at, at + this.#most);
    const { state, opened } = recordEnd(scanOf(head), 0, this.#delimiter, false, undefined);
    return this.#handBroken(text, at, at + (state === "more" ? opened : 0), at + this.#most);
  }

  /** Hands out the record at `at`, whose cell from `opened` on ends with its line; no more of it than up to `most`. */
  #handBroken(text: string, at: number, opened: number, most: number): number {
    const lineEnd = indexFrom(text, "\n", -1, opened);
    const sound = opened > at ? (cutRecords(text.slice(at, opened - 1), this.#delimiter)[0] ?? []) : [];
    const rest = text.slice(opened, Math.min(lineEnd, most)).replace(/^"/, "").split(this.#delimiter);
    this.#give([...sound, ...rest], { kind: "quote", from: sound.length });
    return this.#lineAfter(text, opened);
  }

  /** The start of the next line, or the text's end where that line has not come yet: then what comes of this one is dropped. */
  #lineAfter(text: string, at: number): number {
    const lineEnd = text.indexOf("\n", at);
    this.#dropping = lineEnd < 0;
    return lineEnd < 0 ? text.length : lineEnd + 1;
  }

  #give(cells: readonly string[], flaw?: CsvFlaw): void {
    this.#row++;
    if (cells.length > this.#limits.maxColumns) {
      this.#sink({ row: this.#row, cells: [], flaw: { kind: "columns", from: this.#limits.maxColumns } });
      return;
    }
    const long = cells.findIndex((cell) => cell.length > this.#limits.maxFieldLength);
    if (long >= 0) this.#sink({ row: this.#row, cells: [], flaw: { kind: "field", from: long } });
    else this.#sink(flaw === undefined ? { row: this.#row, cells } : { row: this.#row, cells, flaw });
  }
}

/** A text with the next places of its marks at or after the scan, so that no stretch is searched twice. */
interface Scan {
  readonly text: string;
  quote: number;
  delimiter: number;
  newline: number;
}

function scanOf(text: string): Scan {
  return { text, quote: -1, delimiter: -1, newline: -1 };
}

interface Found {
  readonly state: "sound" | "stray" | "broken" | "more";
  /** Place of the record's line end, of what shows that it is broken, or the length of the text. */
  readonly end: number;
  /** Where the quote stands that was opened and not soundly closed. */
  readonly opened: number;
}

function recordEnd(
  scan: Scan,
  start: number,
  delimiter: string,
  final: boolean,
  swallowed: number | undefined,
): Found {
  const { text } = scan;
  let stray = false;
  let at = start;
  scan.newline = indexFrom(text, "\n", scan.newline, at);
  scan.quote = indexFrom(text, '"', scan.quote, at);
  if (scan.quote > scan.newline) return { state: "sound", end: scan.newline, opened: -1 };
  for (;;) {
    if (text[at] === '"') {
      const cell = quotedEnd(text, at, delimiter, final);
      if (cell.state === "broken" || cell.state === "more") return cell;
      if (swallowed !== undefined && hasSwallowed(text.slice(at, cell.end), delimiter, swallowed)) {
        return { state: "broken", end: cell.end, opened: at };
      }
      stray ||= cell.state === "stray";
      if (text[cell.end] !== delimiter) return stray ? { ...cell, state: "stray" } : cell;
      at = cell.end + 1;
      continue;
    }
    scan.delimiter = indexFrom(text, delimiter, scan.delimiter, at);
    scan.newline = indexFrom(text, "\n", scan.newline, at);
    if (scan.delimiter < scan.newline) {
      at = scan.delimiter + 1;
      continue;
    }
    if (scan.newline < text.length)
      return { state: stray ? "stray" : "sound", end: scan.newline, opened: -1 };
    if (!final) return { state: "more", end: text.length, opened: at };
    return { state: stray ? "stray" : "sound", end: text.length, opened: -1 };
  }
}

function hasSwallowed(cell: string, delimiter: string, count: number): boolean {
  return cell.includes("\n") && cell.split(delimiter, count + 1).length > count;
}

/** The end of the quoted cell that opens at `open`: the delimiter or line end after it. */
function quotedEnd(text: string, open: number, delimiter: string, final: boolean): Found {
  let quote = open;
  let stray = false;
  let lineEnd = -1;
  for (;;) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0) return { state: final ? "broken" : "more", end: text.length, opened: open };
    if (text[quote + 1] === '"') {
      quote++;
      continue;
    }
    let after = quote + 1;
    while (after < text.length && text[after] !== delimiter && BLANK.test(text[after] as string)) after++;
    if (after >= text.length && !final) return { state: "more", end: text.length, opened: open };
    const closes = after >= text.length || text[after] === delimiter || text[after] === "\n";
    if (stray || !closes) {
      lineEnd = indexFrom(text, "\n", lineEnd, open);
      if (lineEnd < quote) return { state: "broken", end: after, opened: open };
    }
    if (closes) return { state: stray ? "stray" : "sound", end: after, opened: open };
    stray = true;
  }
}

function indexFrom(text: string, mark: string, known: number, at: number): number {
  if (known >= at) return known;
  const index = text.indexOf(mark, at);
  return index < 0 ? text.length : index;
}

/** Some 250 times the longest cell that is allowed by default, so that what is only long is told as such. */
const MOST = 16 * 1024 * 1024;
