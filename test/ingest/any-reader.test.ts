import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import * as ingest from "../../src/ingest/index.js";
import { streamOf } from "../support/stream-of.js";

const owner = { id: "me", name: "Ada Park" };
const OWN = new Set(["me"]);

/** Every reader of one text or bytes, with a header of its kind to get past the door. */
const readers: readonly (readonly [
  string,
  <Input extends ingest.ReadInput>(input: Input, control?: ingest.ReadControl) => ingest.Reading<Input>,
  string,
])[] = [
  [
    "connections",
    (input, control) => ingest.readLinkedInConnections(input, { ...control, owner }),
    "First Name,Last Name,URL,Connected On",
  ],
  [
    "google",
    (input, control) => ingest.readGoogleContacts(input, { ...control, owner }),
    "Given Name,Family Name,E-mail 1 - Value",
  ],
  [
    "outlook",
    (input, control) => ingest.readOutlookContacts(input, { ...control, owner }),
    "First Name,Last Name,Company,E-mail Address",
  ],
  [
    "hubspot",
    (input, control) =>
      ingest.readHubSpotContacts(input, {
        ...control,
        owner,
        deals: "Deal Stage,Associated Contact IDs\nwon,1",
      }),
    "Record ID,First Name,Last Name,Email",
  ],
  [
    "salesforce",
    (input, control) => ingest.readSalesforceContacts(input, { ...control, owner }),
    "First Name,Last Name,Account Name,Email",
  ],
  [
    "contacts",
    (input, control) => ingest.readContacts(input, { ...control, owner, columns: { name: "N", email: "E" } }),
    "N,E",
  ],
  [
    "pipedrive",
    (input, control) => ingest.readPipedrivePersons(input, { ...control, owner }),
    "Person - Name,Person - Email,Person - Last email sent",
  ],
  [
    "apollo",
    (input, control) => ingest.readApolloContacts(input, { ...control, owner }),
    "First Name,Last Name,Company Name,Email",
  ],
  [
    "interactions",
    (input, control) => ingest.readInteractions(input, { ...control, owner }),
    "who,when,direction,kind",
  ],
  ["vcards", (input, control) => ingest.readVCards(input, { ...control, owner }), "BEGIN:VCARD\nFN:zzcanary"],
];

async function outcomeOf(reading: () => unknown): Promise<unknown> {
  try {
    return await reading();
  } catch (error) {
    if (!isWarmpathError(error)) throw error;
    return { code: error.code };
  }
}

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

  it("reads the same from chunks cut anywhere, refusals included", async () => {
    const text = fc
      .array(pieces, { maxLength: 40 })
      .map((parts) => Buffer.from(`${header}\n${parts.join("")}`).toString("utf8"));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (whole, size, asBytes) => {
        const file = asBytes ? new TextEncoder().encode(whole) : whole;
        const chunks: (string | Uint8Array)[] = [];
        for (let at = 0; at < file.length; at += size) chunks.push(file.slice(at, at + size));
        const seen: number[] = [];
        const onProgress = ({ rowsRead }: { rowsRead: number }) => seen.push(rowsRead);
        const streamed = await outcomeOf(() => read(streamOf(chunks), { onProgress }));
        expect(streamed).toEqual(await outcomeOf(() => read(file)));
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it("ends with the signal's reason between two chunks", async () => {
    const signal = { aborted: false, reason: new Error("enough") };
    const onProgress = () => {
      signal.aborted = true;
    };
    const chunks = streamOf([`${header}\n`, "a,b\n"]);
    await expect(read(chunks, { signal, onProgress })).rejects.toBe(signal.reason);
    expect(() => read(`${header}\n`, { signal })).toThrow(signal.reason);
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
