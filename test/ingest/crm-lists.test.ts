import { expect, it } from "vitest";
import { type Import, readApolloContacts, readPipedrivePersons } from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const shape = ({ people }: Import) => people.slice(1).map(({ id: _, sources: __, ...fields }) => fields);

it("reads Pipedrive's persons of both layouts, with the last mails and plain labels", () => {
  const now = readPipedrivePersons(
    'Person - Name,Person - Email - Work,Person - Email - Home,Person - Organization,Person - Labels,Person - Last email sent,Person - Last email received\nBob Smith,bob@acme.example,b@x.example,Acme,"Customer, Hot lead",2024-03-05 10:00:00,2024-03-04\nEve Fox,,,,Cold lead,sometime,\n,,,,,2024-03-05,\n',
    { owner },
  );
  expect(shape(now)).toEqual([
    {
      name: "Bob Smith",
      company: "Acme",
      emails: ["bob@acme.example", "b@x.example"],
      tags: [
        { code: "source:clients", evidence: "customer by label", owner: "me" },
        { code: "method:happy-customer", evidence: "customer by label, satisfaction not known", owner: "me" },
      ],
    },
    { name: "Eve Fox" },
  ]);
  const to = now.people[1]?.id;
  expect(now.interactions).toEqual([
    { from: "me", to, at: "2024-03-05T10:00:00Z", direction: "out", kind: "message" },
    { from: "me", to, at: "2024-03-04", direction: "in", kind: "message" },
  ]);
  expect(now.issues.map(({ code, row }) => [code, row])).toEqual([
    ["DATE_UNREADABLE", 3],
    ["ROW_WITHOUT_NAME", 4],
  ]);
  const older = readPipedrivePersons(
    "Person - ID,Person - Name,Person - First name,Person - Last name,Person - Email,Person - Phone,Person - Organization\n7,Bob Smith,Bob,Smith,bob@acme.example,1,Acme",
    { owner },
  );
  expect(shape(older)).toEqual([
    { name: "Bob Smith", firstName: "Bob", lastName: "Smith", company: "Acme", emails: ["bob@acme.example"] },
  ]);
  expect(older.sides).toBeUndefined();
});

it("reads Apollo's contacts as people to be reached, without ties", () => {
  const result = readApolloContacts(
    "First Name,Last Name,Title,Company Name,Company Name for Emails,Email,Email Status,Person Linkedin Url,Website,Company Linkedin Url,City\nBob,Smith,VP,Acme,Acme,bob@acme.example,Verified,http://www.linkedin.com/in/bob-s,acme.example,http://www.linkedin.com/company/acme,Berlin",
    { owner },
  );
  expect(shape(result)).toEqual([
    {
      name: "Bob Smith",
      firstName: "Bob",
      lastName: "Smith",
      company: "Acme",
      title: "VP",
      location: "Berlin",
      emails: ["bob@acme.example"],
      profileUrl: "https://www.linkedin.com/in/bob-s",
    },
  ]);
  expect(result.ties).toEqual([]);
  expect(result.report).toEqual({ rowsRead: 1, rowsKept: 1, rowsSkipped: 0 });
});
