import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError, sha256Hex } from "../../src/base/index.js";
import { type Import, readLinkedInConnections } from "../../src/ingest/index.js";
import { adaConnections, benConnections } from "../support/example-exports.js";
import { type Era, inventContacts, writeConnections } from "../support/exports-connections.js";

const owner = { id: "me", name: "Ada Park", company: "Northwind" };
const HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const read = (text: string | Uint8Array, options = {}) =>
  readLinkedInConnections(text, { owner, ...options });
const codes = ({ issues }: Import) => issues.map(({ code, row }) => [code, row]);

/** What holds for every import: the counts add up, each skipped row has its issue, and every tie has its person. */
function checkLaws({ people, ties, issues, report }: Import): void {
  expect(report.rowsRead).toBe(report.rowsKept + report.rowsSkipped);
  const skips = issues.filter(({ message }) => message.startsWith("Row skipped"));
  expect(new Set(skips.map(({ row }) => row)).size).toBe(report.rowsSkipped);
  const ids = new Set(people.map(({ id }) => id));
  for (const tie of ties)
    expect(ids.has(tie.to) && tie.from === people[0]?.id && tie.to !== tie.from).toBe(true);
  expect(people).toHaveLength(ties.length + 1);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

describe("every era and re-save", () => {
  const contacts = inventContacts(3, 300);
  const restricted = contacts.filter((contact) => contact.restricted).length;
  const eras: Era[] = ["2018", "2020", "2021", "2023"];
  const saves = [
    {},
    { preamble: true },
    { preamble: false },
    { newline: "\r\n", dates: "excel", delimiter: ";" },
    { newline: "\r", dates: "iso", delimiter: "\t" },
  ] as const;
  it.each(eras.flatMap((era) => saves.map((save) => [era, save] as const)))("reads %s %j", (era, save) => {
    const text = writeConnections(contacts, era, save);
    const result = read(text);
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 300, rowsKept: 300 - restricted, rowsSkipped: restricted });
    expect(result.issues.every(({ code }) => code === "ROW_RESTRICTED")).toBe(true);
    const days = contacts.filter((contact) => !contact.restricted).map(({ day }) => day);
    expect(result.ties.map(({ evidence }) => evidence.connectedOn)).toEqual(days);
    const crlf = text.replace(/\r\n?|\n/g, "\r\n");
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    for (const other of [`\ufeff${text}`, crlf, new TextEncoder().encode(text), new Uint8Array(utf16)]) {
      expect(read(other)).toEqual(result);
    }
    expect(read(new Uint8Array(Buffer.from(utf16).swap16()))).toEqual(result);
  });

  it("gives the same ids in every re-save and order of rows, and they hold no name", () => {
    const ids = (text: string) =>
      read(text)
        .people.map(({ id }) => id)
        .sort();
    const plain = ids(writeConnections(contacts));
    expect(
      ids(writeConnections([...contacts].reverse(), "2023", { delimiter: ";", dates: "excel" })),
    ).toEqual(plain);
    expect(plain.filter((id) => /^p_[0-9a-f]{16}$/.test(id))).toHaveLength(plain.length - 1);
    expect(read(`${HEADER}\nA,B,https://de.linkedin.com/in/Zo%C3%AB-1/,,,,`).people[1]?.id).toBe(
      `p_${sha256Hex("https://www.linkedin.com/in/zoë-1").slice(0, 16)}`,
    );
    expect(read(`${HEADER}\nA,B,,X@Example.com,,,`).people[1]?.id).toBe(
      `p_${sha256Hex("x@example.com|a b").slice(0, 16)}`,
    );
    expect(read(`${HEADER}\nÄnn,B,,,"Acme, Inc.",,05 Mar 2021`).people[1]?.id).toBe(
      `p_${sha256Hex("ann b|acme|2021-03-05").slice(0, 16)}`,
    );
  });

  it("reads reordered columns, a quoted preamble, padding, other cases and repeated columns", () => {
    const text = [
      '"Notes:",,,,,,',
      '"When exporting, note ""this""",,,,,,',
      "LAST NAME,first name,Connected On,Company,company,\ufeffURL,x",
      "Doe,Jane,19-Nov-23,Acme,Other,www.linkedin.com/in/jd,",
    ].join("\r\n");
    const { people, ties, report } = read(text);
    expect(report).toEqual({ rowsRead: 1, rowsKept: 1, rowsSkipped: 0 });
    expect(people[1]).toMatchObject({
      name: "Jane Doe",
      company: "Acme",
      profileUrl: "https://www.linkedin.com/in/jd",
    });
    expect(ties[0]?.evidence).toEqual({ connectedOn: "2023-11-19" });
  });

  it("reads the old Outlook layout, which has no dates", () => {
    const text =
      '"Title","First Name","Middle Name","Last Name","Suffix","E-mail Address","Company","Job Title"\n"","Jane","","Doe","","j@example.com","Acme","CEO"\n';
    expect(read(text).people[1]).toMatchObject({
      name: "Jane Doe",
      emails: ["j@example.com"],
      company: "Acme",
      title: "CEO",
    });
    expect(read(text).ties[0]?.evidence).toEqual({});
  });
});

describe("rows", () => {
  it("shows a name without credentials and hidden marks, and keeps what was written", () => {
    const { people } = read(`${HEADER}\nJ\u200bane ,"\u00a0Doe, PMP, Jr.",,,,,\n李 🚀,王,,,,,`);
    expect(people[1]).toMatchObject({
      name: "Jane Doe Jr.",
      firstName: "J\u200bane",
      lastName: "Doe, PMP, Jr.",
    });
    expect(people[2]).toMatchObject({ name: "李 🚀 王" });
  });

  it("skips rows that name nobody, each with its row as a spreadsheet shows it", () => {
    const text = `Notes:\n"a\nb"\n\n${HEADER}\n,,,,,,07 Jun 2026\n\nA,B,,,,,\n,,https://www.linkedin.com/in/x,,,,\n\u200b,\u00a0,,,,,\n   \n,,,,,,\n,,,,,,07 Jun 2026,\n,,,,,,,x`;
    const result = read(text);
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 5, rowsKept: 1, rowsSkipped: 4 });
    expect(codes(result)).toEqual([
      ["ROW_RESTRICTED", 5],
      ["ROW_WITHOUT_NAME", 8],
      ["ROW_RESTRICTED", 12],
      ["COLUMN_COUNT", 13],
      ["ROW_WITHOUT_NAME", 13],
    ]);
  });

  it("keeps repeats, namesakes, and rows with one name only", () => {
    const result = read(
      `${HEADER}\nA,B,,,,,\nA,B,,,,,\nA,,,,,,\n,B,,,,,\nA,B,https://www.linkedin.com/in/a,,,,`,
    );
    checkLaws(result);
    expect(result.report.rowsKept).toBe(5);
    expect(result.people[1]?.id).toBe(result.people[2]?.id);
    expect(new Set(result.people.map(({ id }) => id)).size).toBe(5);
  });

  it("drops what cannot be read, with row and column, and keeps the row", () => {
    const result = read(
      `${HEADER}\nA,B,https://www.linkedin.com/company/x,a@b,Acme,CEO,30 Feb 2021\nC,D,,,,,3/4/2021\nE,F,,,,,1/1/2099`,
      { now: "2026-11-22" },
    );
    checkLaws(result);
    expect(result.issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["URL_UNREADABLE", 2, "URL"],
      ["EMAIL_UNREADABLE", 2, "Email Address"],
      ["DATE_UNREADABLE", 2, "Connected On"],
      ["DATE_AMBIGUOUS", 3, "Connected On"],
      ["DATE_IN_FUTURE", 4, "Connected On"],
    ]);
    expect(result.people[1]).not.toHaveProperty("emails");
    expect(result.ties.map(({ evidence }) => evidence)).toEqual([{}, {}, { connectedOn: "2099-01-01" }]);
    expect(read(`${HEADER}\nC,D,,,,,3/4/2021`, { dateOrder: "dmy" }).ties[0]?.evidence.connectedOn).toBe(
      "2021-04-03",
    );
  });

  it("makes no tie of the owner to themselves", () => {
    const me = { ...owner, profileUrl: "https://www.linkedin.com/in/ada", emails: ["Ada@example.com"] };
    const text = `${HEADER}\nAda,Park,https://www.linkedin.com/in/ada,,,,\nA,P,,ada@EXAMPLE.com,,,\nX,Y,,,,,`;
    const result = read(text, { owner: me });
    expect(result.ties).toHaveLength(1);
    expect(result.people).toHaveLength(2);
    expect(result.report).toEqual({ rowsRead: 3, rowsKept: 3, rowsSkipped: 0 });
    expect(codes(result)).toEqual([
      ["SELF_ROW", 2],
      ["SELF_ROW", 3],
    ]);
    expect(read(text, { idOf: () => "me" }).ties).toEqual([]);
  });

  it("names the shared workplace of owner and contact, and makes up no interaction", () => {
    const { ties, interactions } = read(`${HEADER}\nA,B,,,"NORTHWIND, Inc.",,\nC,D,,,Acme,,`);
    expect(ties.map(({ evidence }) => evidence)).toEqual([{ contexts: ["work:northwind"] }, {}]);
    expect(interactions).toEqual([]);
  });

  it("costs one line where a quote is unbalanced", () => {
    const result = read(
      `${HEADER}\n"A,B,,,Acme,CEO,05 Mar 2021\nC,D,,,"Foo, Bar",X,19-Nov-23\nE,F,,,"Acme, Inc,CEO,05 Mar 2021\nG,H,,,,,`,
    );
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 4, rowsKept: 4, rowsSkipped: 0 });
    expect(codes(result)).toEqual([
      ["QUOTE_UNBALANCED", 2],
      ["QUOTE_UNBALANCED", 4],
    ]);
    expect(result.people.map(({ name, company }) => [name, company]).slice(1)).toEqual([
      ["A B", "Acme"],
      ["C D", "Foo, Bar"],
      ["E F", undefined],
      ["G H", undefined],
    ]);
  });

  it("notices rows swallowed between two lone quotes, and keeps a cell of two lines", () => {
    const rows = [
      'A,B,,,"Acme,CEO,05 Mar 2021',
      "C,D,,,Foo,X,19-Nov-23",
      'E,F,,,5",CTO,05 Mar 2021',
      'G,H,,,Acme,"VP\nOperations",05 Mar 2021',
    ];
    const result = read([HEADER, ...rows].join("\n"));
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 4, rowsKept: 4, rowsSkipped: 0 });
    expect(codes(result)).toEqual([["QUOTE_UNBALANCED", 2]]);
    expect(result.people.map(({ name }) => name).slice(1)).toEqual(["A B", "C D", "E F", "G H"]);
    expect(result.people[4]?.title).toBe("VP\nOperations");
  });

  it("keeps out huge cells and wide rows, with their rows, and reads the rest", () => {
    const text = `${HEADER}\n"${"x".repeat(70_000)}",B,,,,,\nA,${",".repeat(2000)}\n"${"a\n".repeat(50_000)}",B\nC,D,,,,,\nE,F,,,,,,extra`;
    const result = read(text);
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 5, rowsKept: 2, rowsSkipped: 3 });
    expect(codes(result)).toEqual([
      ["FIELD_TOO_LONG", 2],
      ["TOO_MANY_COLUMNS", 3],
      ["FIELD_TOO_LONG", 4],
      ["COLUMN_COUNT", 6],
    ]);
  });

  it("stops at maxRows and says where; skips a header that comes again", () => {
    const result = read(`${HEADER}\nA,B,,,,,\n${HEADER}\nC,D,,,,,\nE,F,,,,,`, { maxRows: 3 });
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 3, rowsKept: 2, rowsSkipped: 1 });
    expect(codes(result)).toEqual([
      ["HEADER_AGAIN", 3],
      ["ROW_LIMIT", 5],
    ]);
  });

  it("treats names of Object.prototype as any other", () => {
    const header = `${HEADER},__proto__,constructor`;
    const result = read(`${header}\n__proto__,constructor,,,toString,valueOf,,1,2`);
    checkLaws(result);
    expect(result.people[1]).toMatchObject({ name: "__proto__ constructor", company: "toString" });
  });
});

describe("refusals", () => {
  it("says which columns were expected and how many found, and no word of the file", () => {
    for (const text of ["", "\ufeff", "\n\n", "secret,words\n1,2", "First Name,Secret\nA,B"]) {
      let caught: unknown;
      try {
        read(text);
      } catch (error) {
        caught = error;
      }
      expect(isWarmpathError(caught)).toBe(true);
      expect(caught).toMatchObject({
        code: "COLUMNS_NOT_FOUND",
        details: { found: text.startsWith("First") ? 1 : 0 },
      });
      expect(String(caught) + JSON.stringify(caught)).not.toMatch(/secret|words/i);
    }
    expect(read(HEADER).report).toEqual({ rowsRead: 0, rowsKept: 0, rowsSkipped: 0 });
  });

  it("refuses bad calls before it reads", () => {
    for (const options of [undefined, {}, { owner: null }, { owner: "me" }]) {
      expect(() => readLinkedInConnections(HEADER, options as never)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => read(HEADER, { owner: { id: "\ud800" } })).toThrow(
      expect.objectContaining({ code: "INVALID_ID" }),
    );
    expect(() => read(HEADER, { maxRows: 0 })).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    expect(() => read(7 as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    expect(() => read(HEADER, { now: "yesterday" })).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
    expect(() => read(`${HEADER}\nA,B,,,,,`, { idOf: () => 7 })).toThrow(
      expect.objectContaining({ code: "INVALID_ID" }),
    );
  });
});

describe("any bytes", () => {
  const pieces = fc.constantFrom(
    HEADER,
    "First Name;Last Name;Connected On",
    "\n",
    "\r\n",
    '"',
    ",",
    ";",
    "\t",
    "ZZCANARY",
    "05 Mar 2021",
    "3/4/21, 1:00 PM",
    "zzcanary@example.com",
    "https://www.linkedin.com/in/zzcanary",
    "\u0000",
    "\ud800",
    "\u202e",
    "=HYPERLINK(1)",
    "{{x}}",
    "__proto__",
    " ",
  );
  const messy = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

  it("keeps the laws, throws nothing but coded errors and lets no cell's text into issues or errors", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          messy,
          messy.map((text) => `${HEADER}\n${text}`),
        ),
        (text) => {
          try {
            const result = read(text);
            checkLaws(result);
            // A header is told where nothing reads its column; a cell never is.
            const told = result.issues.map(({ details: _, ...issue }) => issue);
            expect(JSON.stringify(told)).not.toMatch(/zzcanary|hyperlink/i);
            expect(read(text)).toEqual(result);
          } catch (error) {
            if (!isWarmpathError(error)) throw error;
            expect(String(error) + JSON.stringify(error) + error.stack).not.toMatch(/zzcanary|hyperlink/i);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("survives random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, allowed) => {
        try {
          checkLaws(read(bytes, allowed ? { encoding: "windows-1252" } : {}));
        } catch (error) {
          if (!isWarmpathError(error)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it("keeps the examples as their generator writes them", () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), "utf8");
  expect(file("Connections.csv")).toBe(adaConnections());
  expect(file("Connections-ben.csv")).toBe(benConnections());
  const { people, report } = read(adaConnections());
  expect(report).toEqual({ rowsRead: 900, rowsKept: 882, rowsSkipped: 18 });
  expect(people.filter(({ name }) => /smith/i.test(name ?? ""))).toEqual([]);
  expect(people.filter(({ company }) => /^acme\b/i.test(company ?? "")).length).toBe(8);
  const other = new Set(read(benConnections()).people.map(({ id }) => id));
  expect(people.filter(({ id }) => other.has(id)).length).toBeGreaterThan(90);
});

const shared = new URL("../../../shared/data/linkedin-synthetic/", import.meta.url);
it.skipIf(!existsSync(shared))("loads the synthetic export of 1,869 rows", () => {
  const { report, issues } = read(readFileSync(new URL("yang-db_Connections.csv", shared), "utf8"));
  expect(report).toEqual({ rowsRead: 1869, rowsKept: 1869, rowsSkipped: 0 });
  expect(issues).toEqual([]);
});
