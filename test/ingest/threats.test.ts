/**
 * The threats of SECURITY.md that meet what is read and written: for each row the tests that hold it. `TESTS` names those that
 * stand elsewhere, and a test checks that they are there; the others follow below under the number of their row, and run over every reader.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import type { Import } from "../../src/ingest/index.js";
import * as ingest from "../../src/ingest/index.js";
import { Network, peopleToCsv, tiesToCsv } from "../../src/network/index.js";
import { foldTitle } from "../../src/people/fold-title.js";
import * as fold from "../../src/people/index.js";
import { ArcIndex } from "../../src/search/index.js";
import { bundled } from "../support/bundle.mjs";
import { expectLinear } from "../support/linear.js";
import { parseTable } from "../support/people-csv-oracle.js";
import { checkLaws, outcomeOf } from "../support/people-laws.js";
import { CORPUS_FILES, OWNER, READERS, type Read } from "../support/people-readers.js";

/** Row of SECURITY.md: what it is about, and tests of other files by their names. */
const TESTS: Readonly<Record<number, readonly [threat: string, ...tests: string[]]>> = {
  1: [
    "formula injection on export",
    "network/exports: guards every start that a spreadsheet runs, and leaves numbers numbers",
    "network/exports: come back cell by cell, but for apostrophes before what a spreadsheet could run",
  ],
  2: [
    "prototype keys as ids and columns",
    "network/network: takes ids that are names on Object.prototype, and keeps NFC and NFD apart",
    "ingest/linkedin-connections: treats names of Object.prototype as any other",
  ],
  3: [
    "regular expressions that run away",
    "people/fold: is linear on long and hostile texts",
    "ingest/csv-reader: is linear on hostile quotes",
    "ingest/contacts: is linear on hostile cards",
  ],
  4: [
    "huge fields and wide rows",
    "ingest/linkedin-connections: keeps out huge cells and wide rows, with their rows, and reads the rest",
    "ingest/csv-reader: keeps out what is over the limits, and reads on",
  ],
  5: [
    "NUL and control characters",
    "base/base: is made safe to show: no controls, no bidi, no hidden marks, single blanks",
    "drafts/draft-ask: lets nothing of a name out of its place: no slot, markup, header or hidden character",
  ],
  6: ["byte order mark", "ingest/decode: reads UTF-8 and UTF-16 of both orders, with byte order mark"],
  7: [
    "UTF-16 and Latin-1",
    "ingest/decode: refuses what is no UTF-8 unless the caller allows windows-1252, and refuses binary data",
    "base/utf8: decodes as the platform does, refusals included",
    "ingest/contacts: reads Google's old layout in UTF-16",
  ],
  8: [
    "wrong delimiter",
    "ingest/linkedin-connections: says which columns were expected and how many found, and no word of the file",
  ],
  9: ["mixed line ends", "ingest/csv-reader: counts blank lines as rows and mixed line ends as one kind"],
  10: [
    "unbalanced quotes",
    "ingest/csv-reader: gives an unbalanced quote one line, where it opened, and reads on",
    "ingest/linkedin-connections: costs one line where a quote is unbalanced",
  ],
  11: [
    "text above the header",
    "ingest/linkedin-connections: reads reordered columns, a quoted preamble, padding, other cases and repeated columns",
  ],
  12: [
    "a million rows",
    "ingest/any-reader: reads the same from chunks cut anywhere, refusals included",
    "ingest/any-reader: ends with the signal's reason between two chunks",
    "ingest/linkedin-connections: stops at maxRows and says where; skips a header that comes again",
  ],
  13: [
    "people told twice, and namesakes",
    "people/resolve-people: merges no two humans of a world with 1% namesakes, and finds most of the rest",
    "people/resolve-people: is the same in any order, again, and in stages",
    "people/resolve-people: holds whatever lies between the two, and costs no more than the way between them",
  ],
  14: [
    "ties with oneself",
    "ingest/linkedin-connections: makes no tie of the owner to themselves",
    "network/network: refuses a bad call with a code and stays as it was",
  ],
  15: ["weights that are none", "network/records: is refused whole with a code"],
  16: [
    "dates",
    "ingest/calendar-date: reads back every day in every style",
    "ingest/calendar-date: reads numeric dates in the order given, unless the numbers say otherwise",
    "ingest/calendar-date: takes the order of a column from its own dates",
  ],
  17: [
    "locale",
    "people/fold: is idempotent and does not depend on Unicode form or case of ASCII",
    "tidy: reads no clock, no chance, no locale, and no global of Node or the DOM",
  ],
  18: [
    "bidi controls, zero-width marks, look-alike letters",
    "ingest/linkedin-connections: shows a name without credentials and hidden marks, and keeps what was written",
    "people/fold: joins names for display: hidden marks and credentials go, generations stay",
    "drafts/draft-ask: lets nothing of a name out of its place: no slot, markup, header or hidden character",
  ],
  30: [
    "ids that differ in Unicode form only",
    "base/base: are any well-formed strings; a lone surrogate and what is no string are refused",
    "network/network: takes ids that are names on Object.prototype, and keeps NFC and NFD apart",
  ],
  31: ["numbers that a spreadsheet would spoil", "ingest/contacts: takes ids as they are"],
};

it.each(
  Object.entries(TESTS).flatMap(([row, [threat, ...tests]]) => tests.map((test) => [row, threat, test])),
)("row %s, %s: there is a test %s", (_, __, test = "") => {
  const place = test.indexOf(": ");
  const code = readFileSync(new URL(`../${test.slice(0, place)}.test.ts`, import.meta.url), "utf8");
  expect(code).toMatch(new RegExp(`\\bit(?:\\.each\\([^]*?\\))?\\(\\s*"${escaped(test.slice(place + 2))}"`));
});

const SMALL: Readonly<Record<string, string>> = {
  connections: "connections-2023.csv",
  messages: "messages-2022.csv",
  google: "google-new.csv",
  outlook: "outlook-en.csv",
  hubspot: "hubspot-en.csv",
  salesforce: "salesforce-report.csv",
  pipedrive: "pipedrive-new.csv",
  apollo: "apollo.csv",
  contacts: "contacts-any.csv",
  interactions: "interactions.csv",
};

/** A CSV reader with one small sound file: its header, and rows without quotes and line breaks. */
const TABLES = READERS.filter(({ name }) => name !== "vcards").map(({ name, read }) => {
  const file = CORPUS_FILES.find((one) => one.name === SMALL[name]);
  const rows = parseTable(new TextDecoder().decode(file?.bytes).replace(/^\ufeff/, ""), ",") ?? [];
  const at = rows.findIndex((row) => row.length > 2);
  const header = rows[at] as string[];
  const plain = rows.slice(at + 1).map((row) => row.map((cell) => cell.replace(/[",;\n]/g, "")));
  const [row = []] = plain.filter((cells) => cells.some((cell) => /zzcanary/i.test(cell)));
  return { name, read, header, row };
});
const name = (header: readonly string[]) =>
  header.findIndex((one) =>
    /^(?:last name|lastname|nachname|from|who|wer|person - name|family name)$/i.test(one),
  );
const all = async (read: Read, text: string) => {
  const outcome = await outcomeOf(() => read(text));
  checkLaws(outcome, { ownIds: true, sided: true });
  return outcome as Import;
};
const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(",")).join("\n");

it("every reader has a table to try it with", () => {
  for (const { name: reader, header, row } of TABLES) {
    expect([reader, name(header) >= 0, row.length]).toEqual([reader, true, header.length]);
  }
});

describe("1: formulas on export", () => {
  const starts = [
    "=",
    "+44",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    '"=1',
    "'=1",
    " =1",
    "|x",
    "%x",
  ];
  it("are read as they are, and written behind an apostrophe, or as they are where the caller asks for it", () => {
    const text = csv(["id", "when"], ...starts.map((_, place) => [`p${place}`, "2026-01-02"]));
    const network = new Network();
    network.import(ingest.readInteractions(text, { owner: OWNER }));
    for (const [place, start] of starts.entries()) network.addPerson({ id: `p${place}`, name: `${start}x` });
    const written = parseTable(peopleToCsv(network), ",") as string[][];
    const bare = parseTable(peopleToCsv(network, { formulaGuard: "off" }), ",") as string[][];
    for (const [place, start] of starts.entries()) {
      const meant = `${start}x`.replace(/\r/g, "\n");
      // Behind a tab or a line end a spreadsheet may see a cell of its own, which has an apostrophe too.
      expect(written.find(([id]) => id === `p${place}`)?.[1]).toBe(`'${meant.replace(/^[\t\n]/, "$&'")}`);
      expect(bare.find(([id]) => id === `p${place}`)?.[1]).toBe(meant);
      expect(network.person(`p${place}`)?.name).toBe(`${start}x`);
    }
    expect(tiesToCsv(network).split("\r\n")[1]).toMatch(/^me,p0,/);
  });

  it("are not run behind a delimiter of another country either", () => {
    const network = new Network();
    network.addPerson({ id: "a", name: "x;=HYPERLINK(1)" });
    // A spreadsheet set to German takes the semicolon for the end of a cell, inside quotes that do not begin one too.
    const cells = peopleToCsv(network).split(/[;\r\n]/);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });
});

describe("2: names of Object.prototype", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"];
  it.each(TABLES)("are columns and cells like any other to $name", async ({ read, header, row }) => {
    const plain = await all(read, csv(header, row));
    const spiced = await all(read, csv([...header, ...names], [...row, ...names]));
    expect(spiced.people).toEqual(plain.people);
    const cells = row.map((cell, place) => (place === name(header) ? "__proto__" : cell));
    expect((await all(read, csv(header, cells))).report.rowsRead).toBe(1);
  });

  it("are ids like any other, and pollute nothing from a snapshot", () => {
    const ids = new Set<string>();
    const network = new Network();
    const people = csv(["First Name", "Last Name"], ...names.map((id) => [id, "Zz"]));
    network.import(
      ingest.readLinkedInConnections(people, { owner: OWNER, idOf: ({ firstName = "" }) => firstName }),
    );
    for (const { id } of network.people()) ids.add(id);
    expect([...ids].sort()).toEqual([...names, "me"].sort());
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"format":"x","people":[{"__proto__":{"polluted":1}}]}',
    );
    expect(() => Network.fromJSON(hostile)).toThrow(expect.objectContaining({ name: "WarmpathError" }));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("3: texts made to run away", () => {
  /** Hostile texts of some length; the work on them is to grow as their length does. */
  const hostile: readonly ((length: number) => string)[] = [
    (length) => `${" ".repeat(length)}!`,
    (length) => `${"a".repeat(length)}@`,
    (length) => "Inc. ".repeat(length / 5),
    (length) => "a.".repeat(length / 2),
    (length) => ", PhD".repeat(length / 5),
    (length) => "(".repeat(length),
    (length) => "%25".repeat(length / 3),
    (length) => "\u0301".repeat(length),
    (length) => `${"at ".repeat(length / 3)}Acme`,
    (length) => "intro to ".repeat(length / 9),
    (length) => `linkedin.com/in/${"%E0%A4%A".repeat(length / 8)}`,
  ];
  const functions: Readonly<Record<string, (text: string) => unknown>> = {
    foldName: fold.foldName,
    foldText: fold.foldText,
    foldCompany: fold.foldCompany,
    foldTitle,
    emailKey: fold.emailKey,
    normalizeProfileUrl: fold.normalizeProfileUrl,
    parseTargetQuery: fold.parseTargetQuery,
    joinName: (text) => fold.joinName(text, text, (part) => part),
  };
  it.each(Object.entries(functions))("cost %s no more than their length", async (_, run) => {
    for (const make of hostile) {
      await expectLinear((length) => {
        const text = make(length);
        return () => run(text);
      }, 25_000);
    }
  });

  it.each(TABLES)("cost $name no more than their length, in any column", async ({ read, header, row }) => {
    // Half a cell's limit at most, so that no text is kept out for its length.
    const table = (length: number) => {
      const cells = hostile.map((make) => make(length).replace(/[",\n]/g, " "));
      const rows = row.flatMap((_, place) =>
        cells.map((cell) => row.map((one, at) => (at === place ? cell : one))),
      );
      const text = csv(header, ...rows);
      return () => read(text);
    };
    await expectLinear(table, 8000);
  });
});

describe("4: huge fields and wide rows", () => {
  it.each(TABLES)(
    "are kept out by $name, and the rest is read",
    async ({ name: reader, read, header, row }) => {
      const huge = row.map((cell, place) => (place === name(header) ? "x".repeat(70_000) : cell));
      const outcome = await all(read, csv(header, row, huge, [...row, ...new Array<string>(1_000_000)], row));
      expect(outcome.report).toEqual({ rowsRead: 4, rowsKept: 2, rowsSkipped: 2 });
      const own = outcome.issues.filter(({ source }) => source === undefined);
      const limits = own.filter(({ code }) => /^(?:FIELD_TOO_LONG|TOO_MANY_COLUMNS)$/.test(code));
      expect([reader, limits.map(({ code, row: at }) => [code, at])]).toEqual([
        reader,
        [
          ["FIELD_TOO_LONG", 3],
          ["TOO_MANY_COLUMNS", 4],
        ],
      ]);
    },
  );

  it("are kept out at 50 MB too", () => {
    const text = `First Name,Last Name\nA,B\n"${"x".repeat(50_000_000)}",C\nD,E\n`;
    const { report, issues } = ingest.readLinkedInConnections(text, { owner: OWNER });
    expect(report).toEqual({ rowsRead: 3, rowsKept: 2, rowsSkipped: 1 });
    expect(issues.map(({ code, row }) => [code, row])).toEqual([["FIELD_TOO_LONG", 3]]);
  });
});

describe("5 and 18: controls, bidi and zero-width marks", () => {
  const marks =
    "\0 \u001b \u0085 \u2028 \u202e \u2066 \u2069 \u200e \u200f \u061c \u200b \u200d \ufeff \u00ad".split(
      " ",
    );
  const expectShown = async ({ read, header, row }: (typeof TABLES)[number]) => {
    const at = name(header);
    const clean = await all(read, csv(header, row));
    const cells = row.map((cell, place) =>
      place === at ? `${cell.slice(0, 2)}${marks.join("")}${cell.slice(2)}` : cell,
    );
    const outcome = await all(read, csv(header, cells));
    const shown = outcome.people.map((person) => person.name ?? "").join("|");
    expect(shown).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
    );
    expect(outcome.people.length).toBe(clean.people.length);
  };
  const safe = TABLES.filter((table) => table.name !== "interactions");
  it.each(safe)("are gone from the names that $name shows", expectShown);
  it("are gone from the names that interactions show", () =>
    expectShown(TABLES.find((table) => table.name === "interactions") as (typeof TABLES)[number]));

  it("and look-alike letters do not hinder matching", () => {
    for (const alike of [
      "Jo\u200bhn Smith",
      "\u202eJohn Smith",
      "John\u00a0Smith",
      "Jоhn Smith",
      "JOHN SMITH",
    ]) {
      expect(fold.foldName(alike)).toBe("john smith");
      expect(fold.findTargets([{ id: "a", name: alike }], "John Smith")[0]?.score).toBe(1);
    }
  });
});

describe("6 and 7: marks and encodings", () => {
  it.each(TABLES)("are the same to $name", async ({ read, header, row }) => {
    const text = csv(header, row);
    const plain = await all(read, text);
    const utf8 = new TextEncoder().encode(text);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    const swapped = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16());
    for (const input of [`\ufeff${text}`, utf8, Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), utf16, swapped]) {
      const outcome = (await outcomeOf(() => read(input, { encoding: "utf-8" }))) as Import;
      expect(outcome.people).toEqual(plain.people);
    }
  });

  it.each(TABLES)("that are none are refused by $name", async ({ read, header, row }) => {
    const text = new TextEncoder().encode(csv(header, row));
    const code = { code: "ENCODING_UNKNOWN" };
    expect(await outcomeOf(() => read(Uint8Array.of(...text, 0xe9), { encoding: "utf-8" }))).toEqual(code);
    expect(await outcomeOf(() => read(new Uint8Array(100), { encoding: "utf-8" }))).toEqual(code);
    const legacy = (await outcomeOf(() =>
      read(Uint8Array.of(...text, 0x0a), { encoding: "windows-1252" }),
    )) as Import;
    expect(legacy.issues.map((issue) => issue.code)).toContain("ENCODING_LEGACY");
  });
});

describe("8, 9 and 11: delimiters, line ends, text above the header", () => {
  it.each(TABLES)("change nothing of what $name reads", async ({ read, header, row }) => {
    const plain = await all(read, csv(header, row, row));
    for (const delimiter of [";", "\t"]) {
      const text = [header, row, row].map((cells) => cells.join(delimiter)).join("\n");
      expect((await all(read, text)).people).toEqual(plain.people);
    }
    const lines = [header, row, row].map((cells) => cells.join(","));
    for (const text of [lines.join("\r\n"), lines.join("\r"), `${lines[0]}\r\n${lines[1]}\n${lines[2]}\r`]) {
      expect(await all(read, text)).toEqual(plain);
    }
    const noted = await all(read, `Notes:\n"A text, of two\nlines"\n\n${lines.join("\n")}`);
    // The rows are further down there, and nothing else differs.
    const unplaced = (read: ingest.Import) => read.people.map(({ sources: _, ...person }) => person);
    expect(unplaced(noted)).toEqual(unplaced(plain));
    const without = await outcomeOf(() => read("a;b\n1;2\n"));
    expect(without).toEqual({ code: "COLUMNS_NOT_FOUND" });
  });
});

describe("2 to 9 and 12: cards", () => {
  const read = (input: string | Uint8Array, maxRows = 10) =>
    ingest.readVCards(input, { owner: OWNER, maxRows });
  const card = (...lines: readonly string[]) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD"];
  const lines = card("N:Zzcanary;Ann;;;", "FN:Ann Zzcanary", "ORG:Zzcanary Works", "EMAIL:ann@example.com");

  it("are the same under every line end, mark and encoding", () => {
    const plain = read(lines.join("\n"));
    expect(plain.people[1]?.name).toBe("Ann Zzcanary");
    for (const end of ["\r\n", "\r", "\n\n", "\n\r\n"]) expect(read(lines.join(end))).toEqual(plain);
    const text = `\ufeff${lines.join("\r\n")}`;
    for (const input of [
      text,
      new TextEncoder().encode(text),
      new Uint8Array(Buffer.from(text, "utf16le")),
    ]) {
      expect(read(input)).toEqual(plain);
    }
  });

  it("show names without hidden marks, keep huge values out and end at the limit", () => {
    const odd = card("FN:Jo\u200bhn\0 \u202eSmith\u2028", "__proto__:x", `NOTE:${"x".repeat(70_000)}`);
    const { people, issues, report } = read([...odd, ...card("FN:B B"), ...card("FN:C C")].join("\n"), 2);
    expect(people.map((person) => person.name)).toEqual(["Ada Park", "John Smith", "B B"]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["FIELD_TOO_LONG", 1],
      ["ROW_LIMIT", 3],
    ]);
    expect(report).toEqual({ rowsRead: 2, rowsKept: 2, rowsSkipped: 0 });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("10: unbalanced quotes", () => {
  it.each(TABLES)("cost $name one row, which is named, and never the next", async ({ read, header, row }) => {
    const broken = row.map((cell, place) => (place === name(header) ? `"${cell}` : cell));
    const outcome = await all(read, csv(header, row, broken, row, row));
    expect(outcome.report.rowsRead).toBe(4);
    expect(outcome.report.rowsKept).toBeGreaterThanOrEqual(3);
    expect(outcome.issues).toContainEqual(expect.objectContaining({ code: "QUOTE_UNBALANCED", row: 3 }));
  });
});

describe("12: too many rows", () => {
  it.each(TABLES)("end $name's reading, with one issue", async ({ read, header, row }) => {
    const outcome = await read(csv(header, row, row, row, row), { maxRows: 2 });
    expect(outcome.report).toMatchObject({ rowsRead: 2, rowsKept: 2 });
    const own = outcome.issues.filter(({ code }) => code === "ROW_LIMIT");
    expect(own.map(({ row: at, severity }) => [at, severity])).toEqual([[4, "error"]]);
  });
});

describe("15: weights", () => {
  it("that are none are refused with their place, and nothing is kept of them", () => {
    const network = new Network();
    for (const id of ["a", "b"]) network.addPerson({ id });
    for (const closeness of [Number.NaN, Number.POSITIVE_INFINITY, -0.1, 1.1, 1e308, "3", null]) {
      const tie = { from: "a", to: "b", evidence: { closeness: closeness as number } };
      expect(() => network.addTie(tie)).toThrow(expect.objectContaining({ code: "INVALID_EVIDENCE" }));
    }
    expect(network.tieCount).toBe(0);
    for (const bad of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      0,
      -0,
      1.5,
      1e308,
      "3" as never,
      null as never,
    ]) {
      const arcs = { nodeCount: 2, sources: [0, 1], targets: [1, 0], probabilities: [0.5, bad] };
      expect(() => ArcIndex.build(arcs)).toThrow(expect.objectContaining({ code: "INVALID_ARC" }));
    }
  });
});

describe("16: dates", () => {
  it("that do not exist, lie ahead or are not clear are told, and no other day is made up", () => {
    const rows = ["31 Dec 2999", "1 Jan 1900", "2024-02-30", "01/02/2024", "29 Feb 2023", "32 Mar 2021"];
    const text = csv(["First Name", "Last Name", "Connected On"], ...rows.map((date) => ["A", "B", date]));
    const read = ingest.readLinkedInConnections(text, { owner: OWNER, now: "2026-11-22" });
    expect(read.ties.map(({ evidence }) => evidence.connectedOn)).toEqual([
      "2999-12-31",
      "1900-01-01",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(read.issues.map(({ code, row }) => [row, code])).toEqual([
      [2, "DATE_IN_FUTURE"],
      [4, "DATE_UNREADABLE"],
      [5, "DATE_AMBIGUOUS"],
      [6, "DATE_UNREADABLE"],
      [7, "DATE_UNREADABLE"],
    ]);
  });
});

describe("16 and 17: place and language of the machine", () => {
  it("change no byte of what any reader gives", async () => {
    const script = await bundled("test/support/people-corpus-hash.ts");
    const run = async (TZ: string, LANG: string) => {
      const env = { ...process.env, TZ, LANG, LC_ALL: LANG };
      const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
      return stdout.trim().split("\n").at(-1);
    };
    const first = await run("UTC", "C");
    expect(first).toMatch(/^\{".*[0-9a-f]{64}$/);
    const others = [run("Pacific/Apia", "tr_TR.UTF-8"), run("America/New_York", "de_DE.UTF-8")];
    for (const other of await Promise.all(others)) {
      expect(other?.slice(-64)).toBe(first?.slice(-64));
      expect(other?.slice(0, -65)).not.toBe(first?.slice(0, -65));
    }
  });
});

describe("30 and 31: ids", () => {
  it("stay code unit by code unit what they are, numbers too", () => {
    const ids = [
      "e\u0301",
      "\u00e9",
      "007",
      "7",
      "1e9",
      "12345678901234567",
      "-5",
      "0x10",
      "1,5",
      "TRUE",
      "__proto__",
    ];
    const text = csv(["id", "when"], ...ids.map((id) => [`"${id}"`, "2026-01-02"]));
    const { people, interactions } = ingest.readInteractions(text, { owner: OWNER });
    expect(people.slice(1).map(({ id }) => id)).toEqual(ids);
    expect(interactions.map(({ to }) => to)).toEqual(ids);
    const network = new Network();
    network.import(ingest.readInteractions(text, { owner: OWNER }));
    expect(network.size).toBe(ids.length + 1);
  });

  it("with a lone surrogate are refused, and no one gets such an id", () => {
    for (const id of ["\ud800", "a\udc00"]) {
      try {
        const { people } = ingest.readInteractions(csv(["id", "when"], [id, "2026-01-02"]), { owner: OWNER });
        expect(people.map((person) => person.id)).toEqual(["me"]);
      } catch (error) {
        expect(isWarmpathError(error) && error.code).toBe("INVALID_ID");
      }
      const idOf = () => id;
      expect(() =>
        ingest.readLinkedInConnections("First Name,Last Name\nA,B\n", { owner: OWNER, idOf }),
      ).toThrow(expect.objectContaining({ code: "INVALID_ID" }));
    }
  });

  it("of a CRM are joined as texts: 007 is not 7", () => {
    const contacts = csv(["Record ID", "First Name", "Last Name"], ["007", "Ann", "A"], ["7", "Ben", "B"]);
    const deals = csv(["Deal Stage", "Associated Contact IDs"], ["won", "007"]);
    const { people } = ingest.readHubSpotContacts(contacts, { owner: OWNER, deals });
    expect(people.map(({ tags }) => tags?.length ?? 0)).toEqual([0, 2, 0]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
