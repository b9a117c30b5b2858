import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromRecords } from "../../../src/ingest/index.js";
import { Network } from "../../../src/network/index.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const VALUES: Readonly<Record<string, readonly string[]>> = {
  firstname: ["Ben", "Benjamin", "Ann Marie", ""],
  lastname: ["Ito", "Ito-Roe", "Lee, Jr", "van der Berg", ""],
  jobtitle: ["CTO", "VP Operations", ""],
  email: ["a@x.example", "b@y.example", "no mail", ""],
  company: ["Acme", "Globex", "Acme; Beta", ""],
  city: ["Oslo", "Rome", ""],
  lifecyclestage: ["customer", "lead", "evangelist", ""],
  hs_linkedin_url: ["https://www.linkedin.com/in/ben", "https://www.linkedin.com/in/ann", "x", ""],
  associatedcompanyid: ["8", "9", "10", ""],
  contact_type: ["Partner", "Customer", "Competitor", ""],
  industry: ["BANKING", "Retail", ""],
};
const COMPANY: Readonly<Record<string, readonly string[]>> = {
  name: ["Initech", "Initrode"],
  type: ["PARTNER", "PROSPECT", ""],
  lifecyclestage: ["customer", "lead", ""],
  industry: ["BANKING", "Retail", ""],
};
const changeOf = (values: typeof VALUES) =>
  fc
    .constantFrom(...Object.keys(values))
    .chain((field) => fc.tuple(fc.constant(field), fc.constantFrom(...(values[field] as readonly string[]))));
const contactChange = changeOf(VALUES).map(([field, value]) => ["contact", field, value] as const);
const companyChange = changeOf(COMPANY).map(([field, value]) => ["company", field, value] as const);
const event = (kind: string, objectId: number, propertyName: string, propertyValue: string) => ({
  subscriptionType: `${kind}.propertyChange`,
  objectId,
  propertyName,
  propertyValue,
});

describe("an event of one field", () => {
  it("leaves book and network as the whole record after it does, however many come", () => {
    const starts = fc.uniqueArray(changeOf(VALUES), { selector: ([field]) => field });
    const changes = fc.array(fc.oneof(contactChange, companyChange), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(starts, changes, (start, list) => {
        const now = {
          contact: { firstname: "Ben", lastname: "Ito", ...Object.fromEntries(start) } as Record<
            string,
            string
          >,
          company: { name: "Initech", type: "PARTNER" } as Record<string, string>,
        };
        fc.pre(now.contact["firstname"] !== "" || now.contact["lastname"] !== "");
        const companies = () => [
          { id: "8", properties: { ...now.company } },
          { id: "9", properties: { name: "Hooli" } },
        ];
        const contacts = () => [{ id: "1", properties: { ...now.contact } }];
        const first = fromRecords({ contacts: contacts(), companies: companies() }, { owner });
        let [byEvents, byRecords] = [first.kept, first.kept];
        const [one, other] = [new Network(), new Network()];
        for (const network of [one, other]) network.import(first);
        for (const [kind, field, value] of list) {
          const wasNamed = { ...now.contact, ...(kind === "contact" && { [field]: value }) };
          if (wasNamed["firstname"] === "" && wasNamed["lastname"] === "") continue;
          now[kind][field] = value;
          const part = fromRecords(event(kind, kind === "contact" ? 1 : 8, field, value), {
            owner,
            before: byEvents,
          });
          const records = kind === "contact" ? { contacts: contacts() } : { companies: companies() };
          const whole = fromRecords(records, { owner, before: byRecords });
          one.import(part);
          other.import(whole);
          [byEvents, byRecords] = [part.kept, whole.kept];
          expect(byEvents).toEqual(byRecords);
          expect(JSON.stringify(one)).toBe(JSON.stringify(other));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("of a position that names a company moves nobody there who works elsewhere", () => {
    const properties = { firstname: "Ben", lastname: "Ito", company: "Acme Inc", jobtitle: "CTO" };
    const first = fromRecords({ contacts: [{ id: "1", properties }] }, { owner });
    const network = new Network();
    network.import(first);
    const title = "CTO at Acme, Board member at Globex";
    network.import(fromRecords(event("contact", 1, "jobtitle", title), { owner, before: first.kept }));
    const person = network.person(first.people[1]?.id as string);
    expect(person).toMatchObject({ company: "Acme Inc", title });
    expect(person?.spells?.map(({ organization, past }) => [organization, past])).toEqual([
      ["Globex", undefined],
    ]);
  });

  it("of one part of a name keeps what stands between its parts", () => {
    const record = {
      attributes: { type: "Contact" },
      Id: "1",
      FirstName: "Ben",
      MiddleName: "Q",
      LastName: "Ito",
    };
    const first = fromRecords([record], { owner });
    const network = new Network();
    network.import(first);
    const header = { entityName: "Contact", recordIds: ["1"], changeType: "UPDATE" };
    const change = { ChangeEventHeader: header, Name: { LastName: "Roe $& Roe" } };
    network.import(fromRecords(change, { owner, before: first.kept }));
    expect(network.person(first.people[1]?.id as string)?.name).toBe("Ben Q Roe $& Roe");
  });
});
