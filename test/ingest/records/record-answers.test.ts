import { expect, test } from "vitest";
import { fromRecords, type RecordsInput } from "../../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
/** What was told of all: contacts by name and company, and how many records were read and not used. */
function told(records: RecordsInput): readonly [people: readonly string[], read: number, unused: number] {
  const { people, report, sides = {}, issues } = fromRecords(records, { owner });
  const tables = [report, ...Object.values(sides)];
  const sum = (of: "rowsRead" | "rowsSkipped"): number => tables.reduce((all, table) => all + table[of], 0);
  expect(issues.length).toBeGreaterThanOrEqual(sum("rowsSkipped"));
  const names = people.slice(1).map(({ name, company }) => [name, company].filter(Boolean).join(", "));
  return [names, sum("rowsRead"), sum("rowsSkipped")];
}

const HUBSPOT = {
  id: "1",
  properties: { firstname: "Ben", lastname: "Ito", company: "Acme" },
  associations: { companies: { results: [{ id: "9", type: "contact_to_company" }] } },
};
const SALESFORCE = {
  attributes: { type: "Contact", url: "/services/data/v60.0/sobjects/Contact/1" },
  Id: "1",
  Name: "Ben Ito",
  Account: { attributes: { type: "Account" }, Name: "Acme" },
};
const PIPEDRIVE = { id: 1, name: "Ben Ito", org_id: { name: "Acme", value: 9 }, email: [{ value: "" }] };
const TWENTY = { id: "1", name: { firstName: "Ben", lastName: "Ito" }, company: { name: "Acme" } };
const ATTIO = {
  id: { record_id: "1" },
  values: { name: [{ full_name: "Ben Ito, Acme", first_name: "Ben", last_name: "Ito" }], company: [] },
};
const GENERIC = { id: 1, name: "Ben Ito", company: { name: "Acme" }, emails: ["ben@acme.example"] };
const COMPANY = { id: "9", name: "Acme" };

test.each<readonly [string, RecordsInput]>([
  ["HubSpot, one record with its associations", HUBSPOT],
  ["HubSpot, one record as text", JSON.stringify(HUBSPOT)],
  ["Salesforce, one record with its account inside", SALESFORCE],
  ["Pipedrive, an answer with one record", { success: true, data: PIPEDRIVE, related_objects: {} }],
  ["Pipedrive, that answer under a kind", { persons: { success: true, data: PIPEDRIVE } }],
  ["Twenty, a list in its data", { data: { people: [TWENTY] }, pageInfo: {}, totalCount: 1 }],
  ["Twenty, that answer under a kind", { people: { data: { people: [TWENTY] }, pageInfo: {} } }],
  ["Twenty, pages", [{ data: { people: [TWENTY] } }, { data: { people: [] } }]],
  ["Twenty, an answer with one record", { data: { person: TWENTY } }],
  ["Twenty by GraphQL", { data: { people: { edges: [{ node: TWENTY, cursor: "x" }] } } }],
  ["plain, one record", GENERIC],
  ["plain, lists of which some are missing", { contacts: [GENERIC], deals: null, companies: undefined }],
])("%s", (_, records) => {
  expect(told(records)).toEqual([["Ben Ito, Acme"], 1, 0]);
});

test("Attio, an answer with one record; companies of Twenty are none of its people", () => {
  expect(told({ data: ATTIO })).toEqual([["Ben Ito"], 1, 0]);
  const people = { ...TWENTY, company: null, companyId: "9" };
  const pages = [{ data: { companies: [COMPANY] } }, { data: { people: [people] } }];
  expect(told(pages)).toEqual([["Ben Ito, Acme"], 2, 0]);
});

test.each<readonly [string, RecordsInput, number]>([
  ["an API's fault", { status: "error", message: "no scope", category: "MISSING_SCOPES" }, 1],
  ["what a hook tells beside a record", { event: "updated.person", current: PIPEDRIVE, previous: {} }, 1],
  ["an answer in answers", { data: { data: { data: {} } } }, 1],
  ["a text in place of a list", { contacts: "Ben Ito" }, 1],
  ["a text beside a list", { contacts: [GENERIC], deals: "none" }, 2],
])("%s is told of", (_, records, read) => {
  const [people, rowsRead, unused] = told(records);
  expect([rowsRead, unused]).toEqual([read, 1]);
  expect(people).toHaveLength(read - 1);
});

test("nothing in, nothing told", () => {
  for (const records of [{}, [], { contacts: [] }, { contacts: null }, { data: { people: [] } }])
    expect(told(records)).toEqual([[], 0, 0]);
});

test("Salesforce's records inside others: contacts of an account, tasks of a contact", () => {
  const inside = (type: string, fields: object) => ({ attributes: { type }, ...fields });
  const task = inside("Task", {
    Id: "5",
    Status: "Completed",
    TaskSubtype: "Call",
    ActivityDate: "2026-04-01",
  });
  const contact = inside("Contact", { Id: "1", Name: "Ben Ito", Tasks: { records: [task] } });
  const account = inside("Account", { Id: "9", Name: "Acme", Contacts: { records: [contact] } });
  expect(told({ records: [account] })).toEqual([["Ben Ito, Acme"], 3, 0]);
  const { interactions } = fromRecords([account], { owner });
  expect(interactions).toMatchObject([{ from: "me", at: "2026-04-01", kind: "call" }]);
});

test("Attio's former values are not those of today", () => {
  const past = { active_until: "2026-05-01T00:00:00Z" };
  const now = { active_until: null };
  const person = {
    id: { record_id: "1" },
    values: {
      name: [
        { ...past, full_name: "Ben Old" },
        { ...now, full_name: "Ben Ito" },
      ],
      email_addresses: [{ ...past, email_address: "old@acme.example" }],
      company: [
        { ...past, target_record_id: "8" },
        { ...now, target_record_id: "9" },
      ],
    },
  };
  const companies = [
    ["8", "Globex"],
    ["9", "Acme"],
  ].map(([id, value]) => ({
    id: { record_id: id },
    values: { name: [{ value }] },
  }));
  const { people, emptied } = fromRecords({ people: [person], companies }, { owner });
  expect(people[1]).toMatchObject({ name: "Ben Ito", company: "Acme" });
  expect(people[1]?.emails).toBeUndefined();
  expect(emptied).toEqual([{ id: people[1]?.id, fields: ["emails"] }]);
});
