import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import * as ingest from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const OWN = new Set(["me"]);

/** Every reader of one text or bytes, with a header of its kind to get past the door. */
const readers: readonly (readonly [string, (input: string | Uint8Array) => ingest.Import, string])[] = [
  [
    "connections",
    (input) => ingest.readLinkedInConnections(input, { owner }),
    "First Name,Last Name,URL,Connected On",
  ],
  [
    "google",
    (input) => ingest.readGoogleContacts(input, { owner }),
    "Given Name,Family Name,E-mail 1 - Value",
  ],
  [
    "outlook",
    (input) => ingest.readOutlookContacts(input, { owner }),
    "First Name,Last Name,Company,E-mail Address",
  ],
  [
    "hubspot",
    (input) =>
      ingest.readHubSpotContacts(input, { owner, deals: "Deal Stage,Associated Contact IDs\nwon,1" }),
    "Record ID,First Name,Last Name,Email",
  ],
  [
    "salesforce",
    (input) => ingest.readSalesforceContacts(input, { owner }),
    "First Name,Last Name,Account Name,Email",
  ],
  ["contacts", (input) => ingest.readContacts(input, { owner, columns: { name: "N", email: "E" } }), "N,E"],
  ["interactions", (input) => ingest.readInteractions(input, { owner }), "who,when,direction,kind"],
  ["vcards", (input) => ingest.readVCards(input, { owner }), "BEGIN:VCARD\nFN:zzcanary"],
];

const pieces = fc.constantFrom(
  "\n",
  "\r\n",
  '"',
  ",",
  ";",
  "\t",
  ":",
  "=",
  "=D0",
  "\\",
  "ZZCANARY",
  "05 Mar 2021",
  "3/4/21, 1:00 PM",
  "zzcanary@example.com",
  "https://www.linkedin.com/in/zzcanary",
  "\u0000",
  "\ud800",
  "\u202e",
  "__proto__",
  "END:VCARD",
  "BEGIN:VCARD",
  "EMAIL:",
  "N:",
  " ",
  "out",
  "call",
);

describe.each(readers)("%s", (_, read, header) => {
  it("keeps the laws and throws nothing but coded errors, on any text and any bytes", () => {
    const text = fc.array(pieces, { maxLength: 40 }).map((parts) => `${header}\n${parts.join("")}`);
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 120 })), (input) => {
        try {
          const { people, ties, interactions, issues, report } = read(input);
          expect(report.rowsRead).toBe(report.rowsKept + report.rowsSkipped);
          const skipped = issues
            .filter(({ message }) => message.startsWith("Row skipped"))
            .map(({ row }) => row);
          expect(new Set(skipped).size).toBe(report.rowsSkipped);
          const ids = new Set(people.map(({ id }) => id));
          for (const { from, to } of [...ties, ...interactions]) {
            expect(OWN.has(from) && !OWN.has(to) && ids.has(to)).toBe(true);
          }
          expect(JSON.stringify(issues)).not.toMatch(/zzcanary/i);
          expect(people.every(({ id }) => OWN.has(id) || /^p_[0-9a-f]{16}$/.test(id))).toBe(true);
        } catch (error) {
          if (!isWarmpathError(error)) throw error;
          expect(`${error}${JSON.stringify(error)}${error.stack}`).not.toMatch(/zzcanary/i);
        }
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  it("refuses bad calls with a code", () => {
    for (const bad of [null, undefined, 7, {}, []]) {
      expect(() => read(bad as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    }
  });
});

it("refuses an archive and messages that are none, with a code", async () => {
  const code = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  const bad = [null, undefined, 7, true, {}, [null], [{ name: "a.csv" }], [{ name: "a.csv", text: 7 }]];
  for (const input of bad) {
    expect(() => ingest.readLinkedInArchive(input as never, { owner })).toThrow(code);
    await expect(ingest.readLinkedInMessages(input as never, { owner })).rejects.toEqual(code);
  }
  expect(() => ingest.readLinkedInArchive([], null as never)).toThrow(code);
  await expect(ingest.readLinkedInMessages("", null as never)).rejects.toEqual(code);
});

describe("rows without any text", () => {
  const tables = [
    ...readers.filter(([name]) => name !== "vcards"),
    [
      "archive",
      (input: string | Uint8Array) =>
        ingest.readLinkedInArchive([{ name: "a.csv", text: input as string }], { owner }),
      "Company Name,Title,Started On,Finished On",
    ],
  ] as const;
  it.each(tables)("are no rows of %s", (_, read, header) => {
    const row = `Ada,B${",".repeat(header.split(",").length - 2)}`;
    const commas = ",".repeat(header.split(",").length - 1);
    const plain = read(`${header}\n${row}\n`);
    const padded = read(`${header}\n${row}\n${commas}\n,\n ${commas}\t,,,,\n""${commas}\n\u200b,\u00a0\n`);
    expect(padded).toEqual(plain);
    expect(plain.report.rowsRead).toBe(1);
  });

  it("are no rows of messages, and do not count for a limit", async () => {
    const header = "FROM,TO,DATE,CONTENT";
    const { report } = await ingest.readLinkedInMessages(`${header}\n,,,\nBob,Ada Park,x,y\n,,,\n`, {
      owner,
    });
    expect(report).toEqual({ rowsRead: 1, rowsKept: 1, rowsSkipped: 0 });
    const limited = ingest.readLinkedInConnections(`First Name,Last Name\n,\nA,B\n,\n`, {
      owner,
      maxRows: 1,
    });
    expect(limited.issues).toEqual([]);
  });
});
