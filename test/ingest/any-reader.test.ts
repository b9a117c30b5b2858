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
      expect(() => read(bad as never)).toThrow(expect.objectContaining({ name: "WarmpathError" }));
    }
  });
});
