import { describe, expect, it } from "vitest";
import {
  type HubSpotOptions,
  type Import,
  readHubSpotContacts,
  readPipedrivePersons,
  readSalesforceContacts,
} from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const codes = ({ issues }: Import) => issues.map(({ code, row, source }) => [code, row, source]);
const rows = (header: string, cells: readonly string[]) =>
  `Record ID,First Name,Email,${header}\n${cells.map((cell, id) => `${id},Bob${id},,"${cell}"`).join("\n")}`;
const read = (text: string, more: Partial<HubSpotOptions> = {}) =>
  readHubSpotContacts(text, { owner, ...more });

describe("the scale of satisfaction is the column's", () => {
  const levels = (result: Import) =>
    result.people
      .slice(1)
      .map(({ tags }) => tags?.find(({ code }) => code.startsWith("satisfaction:"))?.evidence);
  const told = (cells: readonly string[], more: Partial<HubSpotOptions> = {}) =>
    levels(read(rows("Satisfaction", cells), more));

  it.each([
    [
      ["9", "4", "10"],
      [undefined, undefined, undefined],
    ],
    [
      ["85", "5"],
      ["satisfaction 85%", undefined],
    ],
    [
      ["5", "85"],
      [undefined, "satisfaction 85%"],
    ],
    [
      ["0", "1", "2"],
      [undefined, undefined, undefined],
    ],
    [
      ["0.85", "1"],
      [undefined, undefined],
    ],
    [
      ["5", "4,5", "1"],
      ["satisfaction 5 of 5", "satisfaction 4.5 of 5", "satisfaction 1 of 5"],
    ],
    [
      ["9", "4/5", "good", "8 of 10"],
      [undefined, "satisfaction 4 of 5", "satisfaction in words", "satisfaction 8 of 10"],
    ],
  ])("%j", (cells, expected) => {
    expect(told(cells)).toEqual(expected);
    const unread = cells.map((_, at) => at).filter((at) => expected[at] === undefined);
    expect(codes(read(rows("Satisfaction", cells)))).toEqual(
      unread.map((at) => ["SATISFACTION_UNREADABLE", at + 2, undefined]),
    );
  });

  it("or the caller's", () => {
    const satisfaction = (scale: number) => ({ satisfaction: { scale } });
    expect(told(["9", "4", "10", "0"], satisfaction(10))).toEqual([
      "satisfaction 9 of 10",
      "satisfaction 4 of 10",
      "satisfaction 10 of 10",
      "satisfaction 0 of 10",
    ]);
    expect(told(["85", "5"], satisfaction(100))).toEqual(["satisfaction 85%", "satisfaction 5%"]);
    expect(told(["7", "4", "4/5"], satisfaction(5))).toEqual([
      undefined,
      "satisfaction 4 of 5",
      "satisfaction 4 of 5",
    ]);
    for (const scale of [0, 1, -5, Number.NaN, Number.POSITIVE_INFINITY, "5" as never]) {
      expect(() => told([], satisfaction(scale))).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
  });

  it("each column's and each table's own, and NPS has ten", () => {
    const both = read("Record ID,First Name,Email,CSAT,Satisfaction,NPS\n1,A,,4,9,\n2,B,,5,,3\n");
    expect(levels(both)).toEqual(["CSAT 4 of 5", "NPS 3 of 10"]);
    const deals =
      "Deal Stage,CSAT,Associated Contact IDs\nWon,4,0\nWon,70,1\nOpen,3,1\nDeal won,5,2\nDeal won,5/5,3";
    expect(levels(read(rows("Satisfaction", ["4", "", "", ""]), { deals }))).toEqual([
      "satisfaction 4 of 5",
      "CSAT 70%",
      undefined,
      "CSAT 5 of 5",
    ]);
    const companies = "Record ID,Company name,CSAT\n7,Acme,5\n8,Globex,85\n";
    const contacts = "Record ID,First Name,Associated Company IDs,Email\n1,A,7,\n2,B,8,\n";
    expect(levels(read(contacts, { companies }))).toEqual([undefined, "CSAT 85%"]);
    const salesforce = "Id,LastName,AccountId,CSAT__c\n1,A,,4\n2,B,,9\n3,C,,5\n";
    expect(levels(readSalesforceContacts(salesforce, { owner }))).toEqual([undefined, undefined, undefined]);
  });
});

describe("the order of dates is the column's", () => {
  it("for HubSpot's days of becoming a customer, in any order of rows", () => {
    const since = (cells: readonly string[], more: Partial<HubSpotOptions> = {}) =>
      read(
        rows("Lifecycle Stage,Became a Customer Date", []) +
          cells.map((cell, id) => `${id},Bob${id},,customer,${cell}\n`).join(""),
        more,
      )
        .people.slice(1)
        .map(({ tags }) => tags?.[0]?.at);
    expect(since(["25/03/2021", "05/03/2021"])).toEqual(["2021-03-25", "2021-03-05"]);
    expect(since(["05/03/2021", "25/03/2021"])).toEqual(["2021-03-05", "2021-03-25"]);
    expect(since(["05/03/2021", "03/25/2021"])).toEqual(["2021-05-03", "2021-03-25"]);
    expect(since(["05/03/2021", "25/03/2021", "03/25/2021"])).toEqual([
      undefined,
      "2021-03-25",
      "2021-03-25",
    ]);
    expect(since(["05/03/2021"])).toEqual([undefined]);
    expect(since(["05/03/2021", "25/03/2021"], { dateOrder: "mdy" })[0]).toBe("2021-05-03");
  });

  it("for Pipedrive's last mails, each column's own", () => {
    const result = readPipedrivePersons(
      "Person - Name,Person - Organization,Person - Last email sent,Person - Last email received\n" +
        "Bob,Acme,25/03/2021,03/25/2021\nEve,Acme,05/03/2021 10:00,05/03/2021\nTom,Acme,some day,",
      { owner },
    );
    expect(result.interactions.map(({ at, direction }) => [at, direction])).toEqual([
      ["2021-03-25", "out"],
      ["2021-03-25", "in"],
      ["2021-03-05T10:00:00Z", "out"],
      ["2021-05-03", "in"],
    ]);
    expect(codes(result)).toEqual([["DATE_UNREADABLE", 4, undefined]]);
  });
});

it("what a CRM told of a contact is its owner's", () => {
  const deals = "Deal Stage,CSAT,Associated Contact IDs\nWon,4,0\nLost,1,1";
  const pipedrive =
    "Person - Name,Person - Organization,Person - Labels\nBob,Acme,Customer\nEve,Acme,Vendor\nTom,Acme,";
  const salesforce = "Id,LastName,AccountId,NPS__c\n1,A,,9\n2,B,,3\n";
  for (const { people } of [
    read(rows("Lifecycle Stage", ["customer", "partner", ""]), { deals }),
    readPipedrivePersons(pipedrive, { owner }),
    readSalesforceContacts(salesforce, { owner }),
  ]) {
    const tags = people.flatMap(({ tags = [] }) => tags);
    expect(tags.length).toBeGreaterThan(1);
    expect(new Set(tags.map((tag) => tag.owner))).toEqual(new Set(["me"]));
  }
});
