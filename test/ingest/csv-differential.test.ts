import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CsvReader, type CsvRecord } from "../../src/ingest/table/csv-reader.js";
import { parseTable } from "../support/people-csv-oracle.js";

const LIMITS = { maxFieldLength: 65_536, maxColumns: 1000 };

function read(text: string, delimiter: string, size = text.length + 1): CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvReader(delimiter, LIMITS, (record) => records.push(record));
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  reader.end();
  return records;
}

const DELIMITERS = [",", ";", "\t"] as const;
/** What a cell can hold to be mistaken: quotes, delimiters, line ends, blanks that are none of ours, marks, bytes of other worlds. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 8 }) },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '"',
          '""',
          ",",
          ";",
          "\t",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\0",
          "é",
          "伟",
          "=1+1",
          "-5",
          "'",
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.constantFrom("", " ", "x".repeat(300)) },
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 10 });

/** Writes a table as each of the programs does that we know: only the quotes needed, all quoted, or blanks after quotes. */
function write(
  rows: readonly (readonly string[])[],
  delimiter: string,
  newline: string,
  style: "needed" | "all" | "blanks",
): string {
  const needs = (text: string) => /["\n\r]/.test(text) || text.includes(delimiter);
  const blank = style === "blanks" ? " " : "";
  const one = (text: string) =>
    style === "all" || needs(text) ? `"${text.replace(/"/g, '""')}"${blank}` : text;
  return rows.map((row) => row.map(one).join(delimiter)).join(newline) + newline;
}

describe("the CSV layer against a second parser", () => {
  it("reads every generated table as the machine of RFC 4180 does, and as it was meant", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom("needed", "all", "blanks"),
        fc.integer({ min: 1, max: 30 }),
        (rows, delimiter, newline, style, size) => {
          const text = write(rows, delimiter, newline, style);
          const meant = rows.map((row) => row.map((one) => one.replace(/\r\n?/g, "\n")));
          expect(parseTable(text, delimiter)).toEqual(meant);
          const records = read(text, delimiter, size);
          expect(records.map(({ cells }) => cells)).toEqual(meant);
          expect(records.filter(({ flaw }) => flaw !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("finds a fault in a text exactly where the machine does, and reads all others alike", () => {
    const piece = fc.constantFrom(
      '"',
      '""',
      ",",
      ";",
      "\t",
      "\n",
      "\r\n",
      "\r",
      " ",
      "a",
      'b"',
      '"c',
      "é",
      '","',
      '"\n"',
    );
    let sound = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }).map((parts) => parts.join("")),
        fc.constantFrom(...DELIMITERS),
        (text, delimiter) => {
          const expected = parseTable(text, delimiter);
          const records = read(text, delimiter);
          const faults = records.filter(({ flaw }) => flaw !== undefined);
          expect(faults.length === 0).toBe(expected !== undefined);
          if (expected === undefined) return;
          sound++;
          expect(records.map(({ cells }) => cells)).toEqual(expected);
        },
      ),
      { numRuns: 8000 },
    );
    expect(sound).toBeGreaterThan(100);
  });

  it("agrees with papaparse, whole and unhelped, on tables with one kind of line end", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, newline) => {
          const plain = rows.map((row) => row.map((one) => one.replace(/\r\n?|\n/g, " ")));
          const text = write(plain, delimiter, newline, "needed");
          // A mark at the start of a text it takes for one of the file, which ours has lost by then.
          const whole = text.startsWith("\ufeff") ? `\ufeff${text}` : text;
          const { data } = Papa.parse<string[]>(whole, { delimiter, newline });
          expect(read(text, delimiter).map(({ cells }) => cells)).toEqual(data.slice(0, -1));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("keeps a byte order mark that stands at the start of a later row, wherever chunks are cut", () => {
    const text = 'a,b\n\ufeff"x",y\n';
    expect(read(text, ",", 4)).toEqual(read(text, ","));
  });

  const spectrum = createRequire(import.meta.url).resolve("csv-spectrum");
  it.each([
    "comma_in_quotes",
    "empty",
    "empty_crlf",
    "escaped_quotes",
    "json",
    "location_coordinates",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
  ])("both parsers read csv-spectrum's %s alike", (name) => {
    const text = readFileSync(spectrum.replace("index.js", `csvs/${name}.csv`), "utf8");
    const expected = parseTable(text, ",");
    expect(expected?.length).toBeGreaterThan(1);
    expect(read(text, ",").map(({ cells }) => cells)).toEqual(expected);
  });
});
