import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  type Import,
  readSalesforceContacts,
  readSalesforceExport,
  type SalesforceOptions,
} from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";

const owner = { id: "me", name: "Ada Park" };
const codes = ({ issues }: Import) => issues.map(({ code, row, source }) => [code, row, source]);
const read = (text: string, more: Partial<SalesforceOptions> = {}) =>
  readSalesforceContacts(text, { owner, ...more });

it("reads reports without their footer", () => {
  const report =
    'First Name,Last Name,Title,Account Name,Email,Reports To\nBob,Smith,VP,Acme,bob@acme.example,Eve Fox\n\n\n"Grand Totals (1 records)"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\nConfidential Information - Do Not Distribute';
  const result = read(report);
  expect(result.report).toEqual({ rowsRead: 4, rowsKept: 1, rowsSkipped: 3 });
  expect(result.ties).toHaveLength(1);
  expect(codes(result)).toEqual([
    // A report's "Reports To" is a name, which is not read.
    ["COLUMN_NOT_USED", undefined, undefined],
    ["ROW_FOOTER", 5, undefined],
    ["ROW_FOOTER", 6, undefined],
    ["ROW_FOOTER", 7, undefined],
  ]);
  expect(result.issues[0]?.details).toEqual({ header: "Reports To" });
});

const CONTACTS =
  '"Id","IsDeleted","AccountId","LastName","FirstName","Name","ReportsToId","Email","Title"\n' +
  '"003AAAAAAAAAAA1AAA","0","001AAAAAAAAAAAbXYZ","Smith","Bob","Bob Smith","003AAAAAAAAAAa1","bob@acme.example","VP"\n' +
  '"003AAAAAAAAAAA2AAA","1","001AAAAAAAAAAAb","Old","Row","Row Old","","",""\n' +
  '"003AAAAAAAAAAA3AAA","false","001AAAAAAAAAAAB","Case","Ann","Ann Case","003AAAAAAAAAAA1","",""\n' +
  '"003AAAAAAAAAAa1AAA","false","001AAAAAAAAAAAb","Lead","Zoe","Zoe Lead","003GONE","",""\n';
const ACCOUNTS =
  '"Id","IsDeleted","Name","ParentId","Website","Industry","Type"\n"001AAAAAAAAAAAb","0","Acme","","","","Customer - Direct"\n"001AAAAAAAAAAAB","0","Globex","","","","Technology Partner"\n"001AAAAAAAAAAAC","true","Gone","","","",""\n';
const OPPORTUNITIES =
  "Id,IsDeleted,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ContactId\n" +
  "006A,false,,x,Anything,1,2024-03-05,true,true,\n006B,false,,x,Closed Won,1,2025-03-05,true,true,003AAAAAAAAAAA3\n" +
  "006C,false,,x,Closed Lost,1,2023-03-05,true,false,003AAAAAAAAAAA3AAA\n006D,false,,x,Closed Won,1,2023-03-05,false,false,003AAAAAAAAAAA3\n" +
  "006E,true,,x,Closed Won,1,2020-03-05,true,true,003AAAAAAAAAAA3\n006F,0,,x,Closed Won,1,2020-03-05,1,1,\n006G,0,,x,Closed Won,1,2020-03-05,1,1,003AAAAAAAAAAA2";
const ROLES =
  "Id,OpportunityId,ContactId,Role,IsPrimary,IsDeleted\n1,006A,003AAAAAAAAAAA1,Decision Maker,1,0\n2,006A,003AAAAAAAAAAA3,,0,0\n3,006A,003NOBODY,,0,0\n4,006D,003AAAAAAAAAAA3,,0,0\n5,006A,003AAAAAAAAAAa1,,0,1\n6,,003AAAAAAAAAAa1,,0,0";

it("joins contacts, accounts, opportunities and roles of a data export by ids of 15 and 18 characters", () => {
  const result = read(CONTACTS, { accounts: ACCOUNTS, opportunities: OPPORTUNITIES, roles: ROLES });
  expect(result.people.slice(1).map(({ name, company }) => [name, company])).toEqual([
    ["Bob Smith", "Acme"],
    ["Ann Case", "Globex"],
    ["Zoe Lead", "Acme"],
  ]);
  expect(
    result.people.slice(1).map(({ tags }) => tags?.map(({ code, evidence }) => `${code}: ${evidence}`)),
  ).toEqual([
    [
      "source:clients: client since 2024-03, won deal",
      "method:happy-customer: won deal, satisfaction not known",
    ],
    [
      "source:clients: client since 2024-03, 2 won deals",
      "method:happy-customer: 2 won deals, satisfaction not known",
      "source:business-contacts: lost deal, 2023-03",
      "source:key-referral-partners: partner by company type",
    ],
    [
      "source:clients: customer by company type",
      "method:happy-customer: customer by company type, satisfaction not known",
    ],
  ]);
  expect(result.report).toEqual({ rowsRead: 4, rowsKept: 3, rowsSkipped: 1 });
  expect(result.sides).toEqual({
    accounts: { rowsRead: 3, rowsKept: 2, rowsSkipped: 1 },
    opportunities: { rowsRead: 7, rowsKept: 3, rowsSkipped: 4 },
    roles: { rowsRead: 6, rowsKept: 2, rowsSkipped: 4 },
  });
  expect(codes(result)).toEqual([
    ["ROW_DELETED", 3, undefined],
    ["MANAGER_ELSEWHERE", 4, undefined],
    ["CONTACT_UNKNOWN", 5, undefined],
    ["ROW_DELETED", 4, "accounts"],
    ["DEAL_OPEN", 5, "opportunities"],
    ["ROW_DELETED", 6, "opportunities"],
    ["DEAL_WITHOUT_CONTACT", 7, "opportunities"],
    ["CONTACT_UNKNOWN", 8, "opportunities"],
    ["CONTACT_UNKNOWN", 4, "roles"],
    ["DEAL_UNUSED", 5, "roles"],
    ["ROW_DELETED", 6, "roles"],
    ["ROW_WITHOUT_ID", 7, "roles"],
  ]);
});

it("tells of roles whose opportunities are not given", () => {
  const { sides, issues, people } = read(CONTACTS, { roles: ROLES });
  expect(sides).toEqual({ roles: { rowsRead: 6, rowsKept: 0, rowsSkipped: 6 } });
  expect(issues.filter(({ code }) => code === "DEAL_UNUSED")).toHaveLength(4);
  expect(people.some(({ tags }) => tags !== undefined)).toBe(false);
});

it("tells that a contact and their manager know each other, as the owner's word", () => {
  const result = read(CONTACTS, { accounts: ACCOUNTS });
  const [bob, , zoe] = result.people.slice(1).map(({ id }) => id);
  expect(result.ties.slice(3)).toEqual([
    { from: bob, to: zoe, owner: "me", evidence: { contexts: ["work:acme"] } },
  ]);
  const network = new Network();
  network.import(result);
  expect(network.tie(bob as string, zoe as string)?.evidence.contexts).toEqual(["work:acme"]);
  network.optOut("me");
  expect(network.tie(bob as string, zoe as string)).toBeUndefined();
  expect(
    read(CONTACTS.replaceAll(/001A\w+/g, ""))
      .ties.slice(3)
      .map(({ evidence }) => evidence),
  ).toEqual([{ contexts: ["work"] }, { contexts: ["work"] }]);
});

describe("activities", () => {
  const tasks =
    "Id,WhoId,WhatId,Subject,ActivityDate,Status,OwnerId,Type,TaskSubtype,CallType,IsDeleted\n" +
    "1,003AAAAAAAAAAA1AAA,,zzsecret,2024-03-05,Completed,005AAAAAAAAAAA1AAA,Call,,Outbound,0\n" +
    "2,003AAAAAAAAAAA1,,zzsecret,2024-03-06,Completed,005AAAAAAAAAAA1,,Email,,0\n" +
    "3,003AAAAAAAAAAA1,,zzsecret,2024-03-07,Not Started,005AAAAAAAAAAA1,Call,,,0\n" +
    "4,003AAAAAAAAAAA1,,zzsecret,2024-03-08,Completed,005AAAAAAAAAAA2,Call,,,0\n" +
    "5,00QLEAD,,zzsecret,2024-03-09,Completed,005AAAAAAAAAAA1,Call,,,0\n" +
    "6,003AAAAAAAAAAA3,,zzsecret,,Completed,005AAAAAAAAAAA1,Meeting,,,0\n" +
    "7,003AAAAAAAAAAA3,,zzsecret,2024-03-09,Completed,005AAAAAAAAAAA1,Send Quote,Task,,0\n" +
    "8,003AAAAAAAAAAA3,,zzsecret,2024-03-09,Completed,005AAAAAAAAAAA1,Call,,Inbound,1\n" +
    "9,003AAAAAAAAAAA3,,zzsecret,someday,Completed,005AAAAAAAAAAA1,Call,,Inbound,0\n";
  const events =
    "Id,WhoId,Subject,StartDateTime,OwnerId,Type\n1,003AAAAAAAAAAA3,zzsecret,2024-05-05T10:00:00.000+0000,005AAAAAAAAAAA1,\n2,003AAAAAAAAAAA3,zzsecret,2024-05-06T10:00:00.000Z,005AAAAAAAAAAA1,Call\n";
  it("become the owner's interactions, where they are theirs and done", () => {
    const result = read(CONTACTS, { tasks, events, userId: "005AAAAAAAAAAA1AAA" });
    const [bob, ann] = result.people.slice(1).map(({ id }) => id);
    expect(result.interactions).toEqual([
      { from: "me", to: bob, at: "2024-03-05", direction: "out", kind: "call" },
      { from: "me", to: bob, at: "2024-03-06", direction: "both", kind: "message" },
      { from: "me", to: ann, at: "2024-05-05T10:00:00Z", direction: "both", kind: "meeting" },
      { from: "me", to: ann, at: "2024-05-06T10:00:00Z", direction: "both", kind: "call" },
    ]);
    expect(codes(result).filter(([, , source]) => source !== undefined)).toEqual([
      ["TASK_OPEN", 4, "tasks"],
      ["USER_OTHER", 5, "tasks"],
      ["CONTACT_UNKNOWN", 6, "tasks"],
      ["DATE_MISSING", 7, "tasks"],
      ["KIND_UNKNOWN", 8, "tasks"],
      ["ROW_DELETED", 9, "tasks"],
      ["DATE_UNREADABLE", 10, "tasks"],
      ["DATE_MISSING", 10, "tasks"],
    ]);
    expect(result.sides).toEqual({
      tasks: { rowsRead: 9, rowsKept: 2, rowsSkipped: 7 },
      events: { rowsRead: 2, rowsKept: 2, rowsSkipped: 0 },
    });
    expect(JSON.stringify(result)).not.toContain("zzsecret");
    new Network().import(result);
  });

  it("with themselves are none, nor is anybody their own manager or client", () => {
    const me = { id: "me", name: "Ada Park", emails: ["bob@acme.example"] };
    const result = readSalesforceContacts(CONTACTS, {
      owner: me,
      tasks,
      opportunities: OPPORTUNITIES,
      roles: ROLES,
      userId: "005AAAAAAAAAAA1",
    });
    new Network().import(result);
    expect([...result.ties, ...result.interactions].filter(({ to }) => to === "me")).toEqual([]);
    expect(result.interactions).toEqual([]);
    expect(result.people[0]).toEqual(me);
    expect(codes(result).filter(([code]) => code === "SELF_ROW")).toHaveLength(1);
    expect(
      codes(result).filter(([code, , source]) => code === "CONTACT_UNKNOWN" && source === "tasks"),
    ).toHaveLength(3);
  });

  it("of several users are nobody's until the caller says whose the export is", () => {
    const several = read(CONTACTS, { tasks, events });
    expect(several.interactions).toEqual([]);
    expect(several.issues.filter(({ code }) => code === "USER_UNKNOWN")).toHaveLength(5);
    const one = read(CONTACTS, { events });
    expect(one.interactions).toHaveLength(2);
  });
});

describe("readSalesforceExport", () => {
  const files = [
    { name: "a.csv", text: "Id,Username,LastName,FirstName,Email,AccountId\n005,u,Park,Ada,a@x.example,\n" },
    { name: "b.csv", text: ROLES },
    { name: "c.csv", text: OPPORTUNITIES },
    { name: "d.csv", text: ACCOUNTS },
    { name: "e.csv", text: CONTACTS },
    {
      name: "f.csv",
      text: "Id,LastName,FirstName,Company,Name,Industry,IsConverted\n00Q,Doe,Jane,Acme,Jane Doe,x,0\n",
    },
    { name: "g.csv", text: "Id,OpportunityId,StageName,CloseDate\n008,006A,Closed Won,2024-01-01\n" },
    { name: "h.csv", text: ACCOUNTS },
    { name: "i.csv", text: new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) },
  ];
  it("knows the files by their headers, unpacked or in a zip", () => {
    const expected = read(CONTACTS, { accounts: ACCOUNTS, opportunities: OPPORTUNITIES, roles: ROLES });
    const result = readSalesforceExport(files, { owner });
    expect(result.people).toEqual(expected.people);
    expect(result.ties).toEqual(expected.ties);
    expect(result.sides).toEqual(expected.sides);
    expect(result.issues.slice(0, 5).map(({ code, source }) => [code, source])).toEqual([
      ["FILE_NOT_USED", 0],
      ["FILE_NOT_USED", 5],
      ["FILE_NOT_USED", 6],
      ["FILE_REPEATED", 7],
      ["ENCODING_UNKNOWN", 8],
    ]);
    const bytes = (text: string | Uint8Array) =>
      typeof text === "string" ? new TextEncoder().encode(text) : text;
    const zip = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, bytes(text)])));
    expect(readSalesforceExport(zip, { owner })).toEqual(result);
  });

  it("refuses what holds no contacts, and bad calls, with a code", () => {
    const code = (expected: string) => expect.objectContaining({ code: expected });
    expect(() => readSalesforceExport(files.slice(0, 4), { owner })).toThrow(code("COLUMNS_NOT_FOUND"));
    expect(() => readSalesforceExport(7 as never, { owner })).toThrow(code("INVALID_ARGUMENT"));
    expect(() => readSalesforceExport(files, null as never)).toThrow(code("INVALID_ARGUMENT"));
    expect(() => readSalesforceExport(new Uint8Array(9), { owner })).toThrow(code("ARCHIVE_CORRUPT"));
    for (const bad of [7, null, {}, [7]]) {
      expect(() => read(CONTACTS, { tasks: bad as never })).toThrow(code("INVALID_ARGUMENT"));
    }
    expect(() => read(CONTACTS, { roles: "a,b\n1,2" })).toThrow(code("COLUMNS_NOT_FOUND"));
  });
});

it("reads a table in pieces as it reads it whole", async () => {
  const pieces = (text: string) => text.match(/[\s\S]{1,7}/g) ?? [];
  const whole = read(CONTACTS, { accounts: ACCOUNTS, opportunities: OPPORTUNITIES, roles: ROLES });
  const sides = { accounts: pieces(ACCOUNTS), opportunities: pieces(OPPORTUNITIES), roles: pieces(ROLES) };
  async function* chunks() {
    yield* pieces(CONTACTS);
  }
  expect(await readSalesforceContacts(chunks(), { owner, ...sides })).toEqual(whole);
  const aborted = { signal: { aborted: true, reason: new Error("enough") } };
  expect(() => read(CONTACTS, { accounts: ACCOUNTS, ...aborted })).toThrow("enough");
});
