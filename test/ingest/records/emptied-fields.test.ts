import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromRecords, readLinkedInConnections } from "../../../src/ingest/index.js";
import { Network } from "../../../src/network/index.js";
import type { Person } from "../../../src/people/index.js";

const owner = { id: "me", name: "Ada Park" };
const name = { first: "Ben", last: "Ito" };
const link = "https://www.linkedin.com/in/ben-ito";
const email = "ben@acme.example";

/** A contact as each system's API writes them: with all fields, with emptied ones, and with nothing but the name. */
const SYSTEMS: Readonly<Record<string, readonly [full: object, emptied: object, bare: object]>> = {
  hubspot: [
    hubspot({ jobtitle: "CTO", company: "Acme", city: "Ulm", email, hs_linkedin_url: link }),
    hubspot({ jobtitle: "", company: null, city: null, email: "", hs_linkedin_url: null }),
    hubspot({}),
  ],
  salesforce: [
    salesforce({
      Title: "CTO",
      Account: { Name: "Acme" },
      MailingCity: "Ulm",
      Email: email,
      LinkedIn__c: link,
    }),
    salesforce({ Title: null, Account: null, MailingCity: null, Email: null, LinkedIn__c: null }),
    salesforce({}),
  ],
  pipedrive: [
    pipedrive({
      job_title: "CTO",
      org_name: "Acme",
      email: [{ value: email }],
      postal_address: { locality: "Ulm" },
      linkedin: link,
    }),
    pipedrive({
      job_title: null,
      org_name: null,
      email: [{ value: "", primary: true }],
      postal_address: null,
      linkedin: "",
    }),
    pipedrive({}),
  ],
  twenty: [
    twenty({
      jobTitle: "CTO",
      company: { name: "Acme" },
      emails: { primaryEmail: email, additionalEmails: [] },
      city: "Ulm",
      linkedinLink: { primaryLinkUrl: link },
    }),
    twenty({
      jobTitle: "",
      company: null,
      emails: { primaryEmail: "", additionalEmails: null },
      city: "",
      linkedinLink: { primaryLinkUrl: "" },
    }),
    twenty({}),
  ],
  attio: [
    attio({
      job_title: [{ value: "CTO" }],
      email_addresses: [{ email_address: email }],
      primary_location: [{ locality: "Ulm" }],
      linkedin: [{ value: link }],
    }),
    attio({ job_title: [], email_addresses: [], primary_location: [], linkedin: [] }),
    attio({}),
  ],
  generic: [
    { id: 1, name: "Ben Ito", title: "CTO", company: "Acme", city: "Ulm", email, linkedin: link },
    { id: 1, name: "Ben Ito", title: "", company: null, city: " ", email: null, linkedin: "" },
    { id: 1, name: "Ben Ito" },
  ],
};

function hubspot(properties: object): object {
  return { id: "1", properties: { firstname: name.first, lastname: name.last, ...properties } };
}
function salesforce(fields: object): object {
  return { attributes: { type: "Contact" }, Id: "1", FirstName: name.first, LastName: name.last, ...fields };
}
function pipedrive(fields: object): object {
  return { id: 1, add_time: "2026-01-01", first_name: name.first, last_name: name.last, ...fields };
}
function twenty(fields: object): object {
  return { id: "1", name: { firstName: name.first, lastName: name.last }, ...fields };
}
function attio(values: object): object {
  return {
    id: { record_id: "1" },
    values: { name: [{ first_name: name.first, last_name: name.last, full_name: "Ben Ito" }], ...values },
  };
}

const textsOf = ({ title, company, location, emails, profileUrl }: Partial<Person> = {}) => ({
  title,
  company,
  location,
  emails,
  profileUrl,
});
const ben = (network: Network) => network.people().find((person) => person.name === "Ben Ito") as Person;

describe.each(Object.entries(SYSTEMS))("a field of %s", (format, [full, emptied, bare]) => {
  const network = new Network();
  const take = (contact: object) =>
    network.import(fromRecords([contact], { owner, format: format as "generic" }));

  test("that a record does not have stays; one that it has emptied goes", () => {
    take(full);
    const before = textsOf(ben(network));
    expect(before).toMatchObject({ title: "CTO", location: "Ulm", emails: [email] });
    take(bare);
    expect(textsOf(ben(network))).toEqual(before);
    take(emptied);
    const { title, location, emails, profileUrl, company, spells, ...rest } = ben(network);
    expect([title, location, emails, profileUrl, company]).toEqual(Array(5).fill(undefined));
    expect(rest).toMatchObject({ name: "Ben Ito" });
    const former = before.company === undefined ? undefined : [["Acme", true]];
    expect(spells?.map(({ organization, past }) => [organization, past])).toEqual(former);
    expect(Network.fromJSON(JSON.parse(JSON.stringify(network))).toJSON()).toEqual(network.toJSON());
    take(bare);
    expect(textsOf(ben(network))).toEqual(textsOf());
    take(full);
    expect(textsOf(ben(network))).toEqual(before);
  });
});

test("what others told, and the owner's other files, stays", () => {
  const network = new Network();
  const csv =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBen,Ito,,,Acme,CTO,12 Mar 2021";
  const file = readLinkedInConnections(csv, { owner });
  network.import(file, { owner: "me" });
  const record = fromRecords([{ id: 1, name: "Ben Ito", title: "CEO", company: "Hooli" }], { owner });
  network.import(record);
  const [keep, gone] = [file.people[1]?.id as string, record.people[1]?.id as string];
  network.merge({ merged: [{ keep, gone }] });
  network.import(
    { people: [{ id: "ed" }, { id: keep, location: "Ulm" }], ties: [{ from: "ed", to: keep, evidence: {} }] },
    { owner: "ed" },
  );
  expect(network.person(keep)).toMatchObject({ title: "CEO", company: "Hooli", location: "Ulm" });
  network.import(fromRecords([{ id: 1, name: "Ben Ito", title: null, company: "", city: null }], { owner }));
  expect(network.person(keep)).toMatchObject({ title: "CTO", company: "Acme", location: "Ulm" });
});

test("a company that a record names by its id is not emptied, though the company is not known yet", () => {
  const network = new Network();
  const contact = { id: 1, name: "Ben Ito", companyId: 9, company: "" };
  const first = fromRecords({ contacts: [contact], companies: [{ id: 9, name: "Acme" }] }, { owner });
  network.import(first);
  network.import(fromRecords({ contacts: [contact] }, { owner }));
  expect(ben(network)).toMatchObject({ company: "Acme" });
});

test("after any states of a record each field is as the last one told it", () => {
  const cell = fc.constantFrom("x", "y", "", null, undefined);
  const state = fc.record({ title: cell, city: cell });
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 5 }), (states) => {
      const network = new Network();
      const last: Record<string, string | undefined> = {};
      for (const one of states) {
        network.import(fromRecords([{ id: 1, name: "Ben Ito", ...one }], { owner }));
        for (const [field, value] of Object.entries(one))
          if (value !== undefined) last[field] = value || undefined;
      }
      const { title, location } = ben(network);
      expect({ title, city: location }).toEqual({ title: last["title"], city: last["city"] });
    }),
    { numRuns: 60 },
  );
});

test("an import names emptied fields of records alone that come again, as a list of texts or addresses", () => {
  const network = new Network();
  const told = { people: [{ id: "ben", title: "CTO" }], ties: [], owner: "me" };
  const emptied = [{ id: "ben", fields: ["title"] as const }];
  expect(() => network.import({ ...told, emptied })).toThrow(/refresh/);
  for (const wrong of [5, [5], [{ id: "ben", fields: ["name"] }], [{ id: "ben" }], [{ id: 5, fields: [] }]]) {
    expect(() => network.import({ ...told, refresh: true, emptied: wrong as never })).toThrow();
  }
  network.import({ ...told, refresh: true });
  network.import({ ...told, people: [{ id: "ben" }], refresh: true, emptied });
  expect(network.person("ben")?.title).toBeUndefined();
});
