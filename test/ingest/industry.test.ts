import { describe, expect, it } from "vitest";
import {
  fromRecords,
  type Import,
  readHubSpotContacts,
  readPipedrivePersons,
  readSalesforceContacts,
} from "../../src/ingest/index.js";
import { targetFit } from "../../src/people/index.js";

const owner = { id: "me", name: "Ada Park" };
const SOFTWARE = ["computer-software"];

/** One contact, and what their system says of the industry of them or of their company. */
const READ: Readonly<Record<string, () => Import>> = {
  "HubSpot, own column": () =>
    readHubSpotContacts(
      "Record ID,First Name,Last Name,Email,Company name,Industry\n1,Bob,Smith,b@a.example,Acme,Computer Software\n",
      { owner },
    ),
  "HubSpot, German, the company's": () =>
    readHubSpotContacts(
      "Datensatz-ID,Vorname,Nachname,E-Mail,Associated Company IDs (Primary)\n1,Bob,Smith,b@a.example,7\n",
      {
        owner,
        companies: "Record ID,Company name,Branche\n7,Acme,COMPUTER_SOFTWARE\n",
      },
    ),
  "Salesforce, a report": () =>
    readSalesforceContacts(
      "First Name,Last Name,Account Name,Email,Industry\nBob,Smith,Acme,b@a.example,Computer Software\n",
      { owner },
    ),
  "Salesforce, accounts": () =>
    readSalesforceContacts("Id,FirstName,LastName,AccountId,Email\n1,Bob,Smith,a1,b@a.example\n", {
      owner,
      accounts: "Id,Name,Industry\na1,Acme,Computer software\n",
    }),
  Pipedrive: () =>
    readPipedrivePersons(
      "Person - ID,Person - Name,Person - Email - Work,Person - Organization,Organization - Industry\n1,Bob Smith,b@a.example,Acme,Computer Software\n",
      { owner },
    ),
  "HubSpot's JSON": () =>
    fromRecords(
      {
        contacts: [
          { id: "1", properties: { firstname: "Bob", lastname: "Smith", associatedcompanyid: "7" } },
        ],
        companies: [{ id: "7", properties: { name: "Acme", industry: "COMPUTER_SOFTWARE" } }],
      },
      { owner },
    ),
  "Salesforce's JSON": () =>
    fromRecords(
      {
        contacts: [
          {
            attributes: { type: "Contact" },
            Id: "1",
            FirstName: "Bob",
            LastName: "Smith",
            Account: { Name: "Acme", Industry: "Computer Software" },
          },
        ],
      },
      { owner },
    ),
  "Pipedrive's JSON": () =>
    fromRecords(
      {
        contacts: [{ id: 1, name: "Bob Smith", org_id: 7, add_time: "2024-01-01" }],
        companies: [{ id: 7, name: "Acme", add_time: "2024-01-01", industry: "Computer Software" }],
      },
      { owner },
    ),
  "Attio's JSON": () =>
    fromRecords(
      {
        contacts: [
          {
            id: { record_id: "1" },
            values: { name: [{ full_name: "Bob Smith" }], company: [{ target_record_id: "7" }] },
          },
        ],
        companies: [
          {
            id: { record_id: "7" },
            values: { name: ["Acme"], categories: [{ option: { title: "Computer Software" } }] },
          },
        ],
      },
      { owner },
    ),
  "plain objects": () =>
    fromRecords({ contacts: [{ id: "1", name: "Bob Smith", industry: "computer software" }] }, { owner }),
};

describe("the industry that a CRM tells of", () => {
  it.each(Object.entries(READ))("is a tag that target profiles read: %s", (_, read) => {
    const bob = read().people.find(({ id }) => id !== "me");
    const tags = bob?.tags?.filter(({ code }) => code.startsWith("industry:")) ?? [];
    expect(tags).toEqual(
      SOFTWARE.map((one) => ({ code: `industry:${one}`, evidence: "industry by their record", owner: "me" })),
    );
    expect(targetFit(bob ?? { id: "" }, { industries: ["Computer Software"] }).score).toBe(1);
    expect(targetFit(bob ?? { id: "" }, { industries: ["Food"] }).score).toBe(0);
  });

  it("is several where the cell tells several, and none where it holds an option's number or nothing", () => {
    const read = (industry: unknown) =>
      fromRecords({ contacts: [{ id: "1", name: "Bob Smith", industry }] }, { owner })
        .people.find(({ id }) => id !== "me")
        ?.tags?.map(({ code }) => code);
    expect(read("Food & Beverages; Retail;food & beverages")).toEqual([
      "industry:food-beverages",
      "industry:retail",
    ]);
    expect(read(17)).toBeUndefined();
    expect(read("")).toBeUndefined();
  });
});
