import { describe, expect, it } from "vitest";
import {
  readSalesforceContacts,
  readSalesforceExport,
  type SalesforceOptions,
} from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const CONTACTS = "Id,LastName,FirstName,AccountId\n003A,Smith,Bob,\n003B,Case,Ann,\n";
const HEADER = "WhoId,ActivityDate,Status,OwnerId,Type,IsDeleted\n";
const GOOD = "003A,2024-03-05,Completed,005A,Call,0\n";

const read = (tasks: string, more: Partial<SalesforceOptions> = {}) => {
  const { interactions, issues } = readSalesforceContacts(CONTACTS, { owner, tasks, ...more });
  return [interactions.length, issues.map(({ code, row }) => [code, row])];
};

describe("whose activities they are", () => {
  it.each([
    ["a deleted row without a user", "003A,2024-03-05,Completed,,Call,1\n", "ROW_DELETED"],
    ["a deleted row of another", "003A,2024-03-05,Completed,005B,Call,1\n", "ROW_DELETED"],
    ["an open task of another", "003A,2024-03-05,Open,005B,Call,0\n", "TASK_OPEN"],
    ["a letter of another", "003A,2024-03-05,Completed,005B,Letter,0\n", "KIND_UNKNOWN"],
    ["a stranger's call of another", "003Z,2024-03-05,Completed,005B,Call,0\n", "CONTACT_UNKNOWN"],
    ["a call without a day of another", "003A,,Completed,005B,Call,0\n", "DATE_MISSING"],
    ["a call of nobody", "003A,2024-03-05,Completed,,Call,0\n", "USER_UNKNOWN"],
  ])("is not told by %s", (_, row, code) => {
    expect(read(HEADER + GOOD + row)).toEqual([1, [[code, 3]]]);
  });

  it("is told by no row where several users have some, or none has", () => {
    const other = "003B,2024-03-06,Completed,005B,Call,0\n";
    expect(read(HEADER + GOOD + other)).toEqual([
      0,
      [
        ["USER_UNKNOWN", 2],
        ["USER_UNKNOWN", 3],
      ],
    ]);
    expect(read(HEADER + GOOD + other, { userId: "005B" })).toEqual([1, [["USER_OTHER", 2]]]);
    expect(read("WhoId,ActivityDate,Status,Type\n003A,2024-03-05,Completed,Call\n")).toEqual([
      0,
      [["USER_UNKNOWN", 2]],
    ]);
    const nobody = "003A,2024-03-05,Completed,,Call,0\n";
    expect(read(HEADER + nobody, { userId: "" })).toEqual([0, [["USER_UNKNOWN", 2]]]);
    expect(read(HEADER + GOOD + nobody, { userId: "005A" })).toEqual([1, [["USER_UNKNOWN", 3]]]);
  });

  it("is counted over tasks and events together", () => {
    const events = (user: string) => `WhoId,StartDateTime,OwnerId\n003B,2024-03-06,${user}\n`;
    expect(read(HEADER + GOOD, { events: events("005A") })[0]).toBe(2);
    expect(read(HEADER + GOOD, { events: events("005B") })[0]).toBe(0);
  });
});

it("reads an export whose files are in the encoding that the caller names", () => {
  const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const files = [
    { name: "Contact.csv", text: latin(`${CONTACTS}003C,Müller,Jörg,001A\n`) },
    { name: "Account.csv", text: latin("Id,Name,Industry\n001A,Süd,\n") },
  ];
  const { people, sides } = readSalesforceExport(files, { owner, encoding: "windows-1252" });
  expect(people.map(({ name, company }) => [name, company]).at(-1)).toEqual(["Jörg Müller", "Süd"]);
  expect(Object.keys(sides ?? {})).toEqual(["accounts"]);
});

it("what a machine logged is no meeting, call or mail, unless somebody wrote what was said", () => {
  const header = "WhoId,ActivityDate,Status,OwnerId,Type,IsDeleted,Subject,Description\n";
  const row = (subject: string, body = "") => `003A,2024-03-05,Completed,005A,Meeting,0,${subject},${body}\n`;
  for (const subject of [
    "Badge scan",
    "List import",
    "Mass Email: spring",
    "Automatic reply: away",
    "Newsletter May",
    "Form submission",
    "Email blast",
    "Scanned badge at the fair",
    "Data import 2024",
    "Link clicked",
  ])
    expect(read(header + row(subject))).toEqual([0, [["ACTIVITY_AUTOMATIC", 2]]]);
  for (const subject of ["Lunch", "Call about the import duties", "Scan of the contract"])
    expect(read(header + row(subject))).toEqual([1, []]);
  expect(read(header + row("", "We spoke about the plant."))).toEqual([1, []]);
  expect(read(header + row("Newsletter", "We spoke about the plant."))).toEqual([1, []]);
  // A scan or an import is one whatever text the system adds, and a block without any word is no meeting.
  expect(read(header + row("Badge scan", "Scanned at booth 12."))).toEqual([0, [["ACTIVITY_AUTOMATIC", 2]]]);
  expect(read(header + row("List import", "Spring list"))).toEqual([0, [["ACTIVITY_AUTOMATIC", 2]]]);
  expect(read(header + row(""))).toEqual([0, [["ACTIVITY_AUTOMATIC", 2]]]);
});
