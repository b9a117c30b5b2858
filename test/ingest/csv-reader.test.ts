import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CsvReader, type CsvRecord } from "../../src/ingest/table/csv-reader.js";
import { expectLinear } from "../support/linear.js";

const LIMITS = { maxFieldLength: 65_536, maxColumns: 1000 };

function read(text: string, delimiter = ",", pieces: readonly number[] = [], limits = LIMITS): CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvReader(delimiter, limits, (record) => records.push(record));
  let from = 0;
  for (const piece of pieces) {
    reader.push(text.slice(from, from + piece));
    from += piece;
  }
  reader.push(text.slice(from));
  reader.end();
  return records;
}

const cellsOf = (text: string, delimiter?: string) => read(text, delimiter).map(({ cells }) => cells);

describe("CsvReader", () => {
  const spectrum = createRequire(import.meta.url).resolve("csv-spectrum");
  it.each([
    "comma_in_quotes",
    "empty",
    "empty_crlf",
    "escaped_quotes",
    "json",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
  ])("agrees with csv-spectrum on %s", (name) => {
    const file = (path: string) => readFileSync(spectrum.replace("index.js", path), "utf8");
    const [header = [], ...rows] = cellsOf(file(`csvs/${name}.csv`));
    const objects = rows
      .filter((row) => row.length > 1)
      .map((row) => Object.fromEntries(header.map((column, place) => [column, row[place]])));
    const expected = JSON.parse(file(`json/${name}.json`).replace(/\\r\\n/g, "\\n"));
    expect(objects).toEqual(expected);
  });

  it("reads what csv-spectrum's location_coordinates.csv holds (its JSON names another number)", () => {
    const bytes = readFileSync(spectrum.replace("index.js", "csvs/location_coordinates.csv"), "latin1");
    expect(cellsOf(bytes)[1]?.[0]).toBe("2095257564");
    expect(cellsOf(bytes)[1]).toHaveLength(4);
  });

  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.string({ maxLength: 6 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('"', '""', "a\nb", ",", ";", "\t", " ", "", "é", '"x', 'x"', "\u2028"),
    },
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  const write = (rows: readonly (readonly string[])[], delimiter: string, newline: string, all: boolean) =>
    rows
      .map((row) =>
        row
          .map((text) =>
            all || /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replace(/"/g, '""')}"` : text,
          )
          .join(delimiter),
      )
      .join(newline);

  it("reads back every well-written table, whole or in any chunks, under any line end", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.array(fc.nat(12), { maxLength: 12 }),
        (rows, delimiter, newline, all, pieces) => {
          const text = write(rows, delimiter, newline, all);
          const expected = rows.map((row) => row.map((value) => value.replace(/\r\n?/g, "\n")));
          // An empty last record cannot be told from the end of the text, unless it is quoted.
          const last = expected.at(-1) as string[];
          if (!all && last.length === 1 && last[0] === "") expected.pop();
          const records = read(text, delimiter, pieces);
          expect(records.map(({ cells }) => cells)).toEqual(expected);
          expect(records.map(({ row }) => row)).toEqual(expected.map((_, place) => place + 1));
          expect(records.every(({ flaw }) => flaw === undefined)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("agrees with papaparse on texts without broken quotes, and with itself on chunks of any text", () => {
    const text = fc
      .array(fc.constantFrom('"', ",", "\n", "a", "b ", " ", '""', '","', '"\n"', "\r\n", "é"), {
        maxLength: 30,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.array(fc.nat(5), { maxLength: 8 }), (raw, pieces) => {
        const records = read(raw);
        expect(read(raw, ",", pieces)).toEqual(records);
        if (records.some(({ flaw }) => flaw !== undefined)) return;
        const plain = raw.replace(/\r\n?/g, "\n");
        const lines = plain === "" || plain.endsWith("\n") ? plain : `${plain}\n`;
        const parsed = Papa.parse<string[]>(lines, { delimiter: ",", newline: "\n" });
        expect(parsed.errors).toEqual([]);
        expect(records.map(({ cells }) => cells)).toEqual(parsed.data.slice(0, -1));
      }),
      { numRuns: 5000 },
    );
  });

  it("gives an unbalanced quote one line, where it opened, and reads on", () => {
    expect(read('a,b\n"x,2\n3,4\n5,"6"')).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 2, cells: ["x", "2"], flaw: { kind: "quote", from: 0 } },
      { row: 3, cells: ["3", "4"] },
      { row: 4, cells: ["5", "6"] },
    ]);
    expect(read('1,"2\n3","4"\n5,6').map(({ row, cells, flaw }) => [row, cells, flaw?.kind])).toEqual([
      [1, ["1", "2\n3", "4"], undefined],
      [2, ["5", "6"], undefined],
    ]);
    expect(read('1,"2, x\n3,"4, y"\n5,6').map(({ row, cells, flaw }) => [row, cells, flaw])).toEqual([
      [1, ["1", "2", " x"], { kind: "quote", from: 1 }],
      [2, ["3", "4, y"], undefined],
      [3, ["5", "6"], undefined],
    ]);
    expect(read('"a, b","c\nd,e').map(({ cells, flaw }) => [cells, flaw])).toEqual([
      [["a, b", "c"], { kind: "quote", from: 1 }],
      [["d", "e"], undefined],
    ]);
  });

  it("keeps a bare quote inside a quoted cell", () => {
    expect(read('"Sam "O" Neil",x\ny,z')).toEqual([
      { row: 1, cells: ['Sam "O" Neil', "x"], flaw: { kind: "stray-quote", from: 0 } },
      { row: 2, cells: ["y", "z"] },
    ]);
  });

  it("counts blank lines as rows and mixed line ends as one kind", () => {
    expect(read("a,b\r\n1,2\n\n3,4\r5,6\n").map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "2"]],
      [3, [""]],
      [4, ["3", "4"]],
      [5, ["5", "6"]],
    ]);
  });

  it("keeps out what is over the limits, and reads on", () => {
    const limits = { maxFieldLength: 10, maxColumns: 3 };
    expect(read('a,b\n"12345678901",x\n1,2,3,4\n"ok"', ",", [], limits)).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 2, cells: [], flaw: { kind: "field", from: 0 } },
      { row: 3, cells: [], flaw: { kind: "columns", from: 3 } },
      { row: 4, cells: ["ok"] },
    ]);
  });

  it("reads any text the same however it is cut, records over the limit too", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '"', ",", "\n", "\r", "a", "b", " "), maxLength: 80 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom({}, { swallowed: 1 }, { swallowed: 2 }),
        (text, pieces, maxRecordLength, swallowed) => {
          const limits = { maxFieldLength: 8, maxColumns: 4, maxRecordLength, ...swallowed };
          expect(read(text, ",", pieces, limits)).toEqual(read(text, ",", [], limits));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it("never throws, never loses a line, and numbers its rows without a gap", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ", "\t"), maxLength: 60 }),
        (text) => {
          const records = read(text);
          expect(records.map(({ row }) => row)).toEqual(records.map((_, place) => place + 1));
          const letters = (value: string) => value.replace(/[^a]/g, "").length;
          expect(records.reduce((sum, { cells }) => sum + letters(cells.join("")), 0)).toBe(letters(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it("is linear on hostile quotes", async () => {
    const texts: readonly ((length: number) => string)[] = [
      (length) => '"a\n'.repeat(length),
      (length) => `"${'"a'.repeat(2 * length)}\n"`,
      (length) => 'a,"\n""\n'.repeat(length),
      (length) => `x,"${" ".repeat(2 * length)}`,
      (length) => '"" "'.repeat(length),
    ];
    for (const make of texts) {
      await expectLinear((length) => {
        const text = make(length);
        return () => read(text);
      }, 12_500);
    }
  });

  it("gives up an endless open quote in streamed text and drops the rest of its line", () => {
    const records: CsvRecord[] = [];
    const reader = new CsvReader(",", LIMITS, (record) => records.push(record));
    const piece = "x".repeat(1 << 20);
    reader.push('a,b\n1,"');
    for (let count = 0; count < 20; count++) reader.push(piece);
    reader.push(',tail\n3,4\n5,"6"\n');
    reader.end();
    expect(records.map(({ row, cells, flaw }) => [row, cells, flaw?.kind])).toEqual([
      [1, ["a", "b"], undefined],
      [2, [], "field"],
      [3, ["3", "4"], undefined],
      [4, ["5", "6"], undefined],
    ]);
  });
});
