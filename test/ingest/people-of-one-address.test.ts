import { describe, expect, it } from "vitest";
import { readExport } from "../../src/ingest/index.js";
import { resolvePeople } from "../../src/people/index.js";

const owner = { id: "me", name: "Ada Park" };
const mail = "twins@x.example";
const card = (name: string, n: string) =>
  `BEGIN:VCARD\nVERSION:3.0\nN:${n}\nFN:${name}\nEMAIL:${mail}\nEND:VCARD\n`;
const both = (header: string, row: (first: string, id: number, last: string) => string) =>
  `${header}\n${row("Ann", 1, "Twin")}\n${row("Ben", 2, "Twin")}\n`;

/** A couple with one address, in the files of each program. */
const COUPLES: readonly (readonly [string, string])[] = [
  [
    "Outlook",
    both("First Name,Last Name,Company,Job Title,E-mail Address", (f) => `${f},Twin,Acme,CEO,${mail}`),
  ],
  [
    "Salesforce",
    both(
      "Contact ID,First Name,Last Name,Account Name,Email",
      (f, id) => `00300000000000${id}AAA,${f},Twin,Acme,${mail}`,
    ),
  ],
  [
    "Salesforce without ids",
    both("First Name,Last Name,Account Name,Email", (f) => `${f},Twin,Acme,${mail}`),
  ],
  [
    "HubSpot",
    both("Record ID,First Name,Last Name,Email,Company name", (f, id) => `${id},${f},Twin,${mail},Acme`),
  ],
  [
    "HubSpot with one id for both",
    both("Record ID,First Name,Last Name,Email,Company name", (f) => `7,${f},Twin,${mail},Acme`),
  ],
  [
    "LinkedIn",
    both(
      "First Name,Last Name,URL,Email Address,Company,Connected On",
      (f) => `${f},Twin,,${mail},Acme,05 Mar 2021`,
    ),
  ],
  ["Google", both("First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value", (f) => `${f},Twin,Home,${mail}`)],
  [
    "Pipedrive",
    both("Person - ID,Person - Name,Person - Email - Work", (f, id) => `${id},${f} Twin,${mail}`),
  ],
  ["any list", both("Name,Email,Company", (f) => `${f} Twin,${mail},Acme`)],
  ["cards", card("Ann Twin", "Twin;Ann;;;") + card("Ben Twin", "Twin;Ben;;;")],
  [
    "Senior and Junior in cards",
    card("Bob Hale Sr.", "Hale;Bob;;;Sr.") + card("Bob Hale Jr.", "Hale;Bob;;;Jr."),
  ],
  [
    "Senior and Junior in Outlook",
    `First Name,Last Name,Suffix,E-mail Address\nBob,Hale,Sr.,${mail}\nBob,Hale,Jr.,${mail}\n`,
  ],
  [
    "Senior and Junior in Google",
    `First Name,Last Name,Name Suffix,E-mail 1 - Value\nBob,Hale,II,${mail}\nBob,Hale,III,${mail}\n`,
  ],
  [
    "Senior and Junior in Google's old layout",
    both(
      "Name,Given Name,Family Name,E-mail 1 - Value",
      (_, id) => `Bob Hale ${["Sr.", "Jr."][id - 1]},Bob,Hale,${mail}`,
    ),
  ],
  [
    "LinkedIn under one profile address",
    "First Name,Last Name,URL,Company,Connected On\nAnn,Twin,https://www.linkedin.com/in/x,Acme,05 Mar 2021\nBob,Stone,https://www.linkedin.com/in/x,Acme,05 Mar 2021\n",
  ],
];

describe("two people of one address", () => {
  it.each(COUPLES)("are two in %s, and are asked about", (_, text) => {
    const people = readExport(text, { owner }).people.slice(1);
    expect(new Set(people.map(({ id }) => id)).size).toBe(2);
    const { merged, reviews } = resolvePeople(people);
    expect([merged.length, reviews.length]).toEqual([0, 1]);
  });

  it("are no card of both, and a name that changes in part stays one human's", () => {
    const couple = readExport(`Name,Email,Company\nAnn & Ben Twin,${mail},Acme\nAnn Twin,${mail},Acme\n`, {
      owner,
    });
    expect(resolvePeople(couple.people).merged).toEqual([]);
    const profileUrl = "https://www.linkedin.com/in/x";
    const merged = (a: string, b: string) =>
      resolvePeople([
        { id: "a", name: a, profileUrl },
        { id: "b", name: b, profileUrl },
      ]).merged.length;
    expect(
      ["Jora Lund", "Kesten Jora", "Йора Лунд", "J. K."].map((name) => merged("Jora Kesten", name)),
    ).toEqual([1, 1, 1, 1]);
    expect(merged("Jora Kesten", "Bob Stone")).toBe(0);
  });

  it("keep their ids whatever the order of rows, and one name with one id is one", () => {
    const [, text = ""] = COUPLES[4] ?? [];
    const [header, ...rows] = text.trim().split("\n");
    const idsOf = (lines: readonly string[]) =>
      Object.fromEntries(
        readExport([header, ...lines].join("\n"), { owner })
          .people.slice(1)
          .map(({ name, id }) => [name, id]),
      );
    expect(idsOf([...rows].reverse())).toEqual(idsOf(rows));
    expect(
      new Set(readExport([header, rows[0], rows[0]].join("\n"), { owner }).people.map(({ id }) => id)).size,
    ).toBe(2);
  });
});
