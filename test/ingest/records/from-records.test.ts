import { describe, expect, test } from "vitest";
import { isWarmpathError } from "../../../src/base/index.js";
import {
  fromRecords,
  type KeptRecords,
  type RecordsInput,
  type RecordsOptions,
  readHubSpotContacts,
} from "../../../src/ingest/index.js";
import { Network } from "../../../src/network/index.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const read = (records: RecordsInput, options: Partial<RecordsOptions> = {}) =>
  fromRecords(records, { owner, ...options });

/** The same three contacts, deal and two activities as each system writes them. */
const SYSTEMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  hubspot: {
    contacts: {
      results: [
        {
          id: "1",
          properties: { firstname: "Ben", lastname: "Ito", email: "ben@acme.example", jobtitle: "CTO" },
          associations: { companies: { results: [{ id: "9", type: "contact_to_company" }] } },
        },
        { id: "2", properties: { firstname: "Cy", lastname: "Roe", company: "Globex" }, archived: false },
        { id: "3", archived: true, properties: { firstname: "Di", lastname: "Fox" } },
      ],
    },
    companies: { results: [{ id: "9", properties: { name: "Acme" } }] },
    deals: {
      results: [
        {
          id: "4",
          properties: {
            dealstage: "1234",
            hs_is_closed: "true",
            hs_is_closed_won: "true",
            closedate: "2026-03-04T00:00:00Z",
          },
        },
      ],
    },
    associations: [
      { from: { id: "4" }, to: [{ toObjectId: 1, associationTypes: [] }], type: "deal_to_contact" },
    ],
    calls: [
      {
        id: "5",
        properties: {
          hs_timestamp: "2026-04-01T09:00:00Z",
          hs_call_direction: "OUTBOUND",
          hs_call_status: "COMPLETED",
          hubspot_owner_id: "7",
        },
        associations: { contacts: { results: [{ id: "1" }] } },
      },
    ],
    meetings: [
      {
        id: "6",
        properties: {
          hs_timestamp: "2026-04-02T09:00:00Z",
          hs_meeting_outcome: "CANCELED",
          hubspot_owner_id: "7",
        },
        associations: { contacts: { results: [{ id: "1" }] } },
      },
    ],
  },
  salesforce: {
    records: [
      {
        attributes: { type: "Contact" },
        Id: "1",
        FirstName: "Ben",
        LastName: "Ito",
        Email: "ben@acme.example",
        Title: "CTO",
        AccountId: "9",
      },
      {
        attributes: { type: "Contact" },
        Id: "2",
        Name: "Cy Roe",
        Account: { attributes: { type: "Account" }, Name: "Globex" },
      },
      { attributes: { type: "Contact" }, Id: "3", LastName: "Fox", IsDeleted: true },
      { attributes: { type: "Account" }, Id: "9", Name: "Acme" },
      {
        attributes: { type: "Opportunity" },
        Id: "4",
        StageName: "Closed Won",
        IsClosed: true,
        IsWon: true,
        CloseDate: "2026-03-04",
        OpportunityContactRoles: { records: [{ ContactId: "1" }] },
      },
      {
        attributes: { type: "Task" },
        Id: "5",
        WhoId: "1",
        OwnerId: "7",
        TaskSubtype: "Call",
        CallType: "Outbound",
        Status: "Completed",
        ActivityDate: "2026-04-01",
        Subject: "Call",
      },
      {
        attributes: { type: "Task" },
        Id: "6",
        WhoId: "1",
        OwnerId: "7",
        TaskSubtype: "Call",
        Status: "Not Started",
        ActivityDate: "2026-04-02",
        Subject: "Call",
      },
    ],
  },
  pipedrive: {
    persons: {
      success: true,
      data: [
        {
          id: 1,
          first_name: "Ben",
          last_name: "Ito",
          name: "Ben Ito",
          email: [{ value: "ben@acme.example", primary: true }],
          org_id: { value: 9, name: "Acme" },
          job_title: "CTO",
        },
        { id: 2, name: "Cy Roe", emails: [], org_id: null, org_name: "Globex" },
        { id: 3, name: "Di Fox", active_flag: false, org_id: null },
      ],
    },
    organizations: [{ id: 9, name: "Acme" }],
    deals: [
      { id: 4, status: "won", won_time: "2026-03-04 10:00:00", person_id: { value: 1, name: "Ben Ito" } },
    ],
    activities: [
      {
        id: 5,
        type: "call",
        done: true,
        due_date: "2026-04-01",
        person_id: 1,
        user_id: 7,
        subject: "Call Ben",
      },
      {
        id: 6,
        type: "meeting",
        done: false,
        due_date: "2026-04-02",
        person_id: 1,
        user_id: 7,
        subject: "Meet",
      },
    ],
  },
  twenty: {
    people: [
      {
        id: "1",
        name: { firstName: "Ben", lastName: "Ito" },
        emails: { primaryEmail: "ben@acme.example", additionalEmails: [] },
        jobTitle: "CTO",
        companyId: "9",
        deletedAt: null,
      },
      { id: "2", name: { firstName: "Cy", lastName: "Roe" }, company: { id: "8", name: "Globex" } },
      { id: "3", name: { firstName: "Di", lastName: "Fox" }, deletedAt: "2026-01-01T00:00:00.000Z" },
    ],
    companies: [{ id: "9", name: "Acme" }],
    opportunities: [
      {
        id: "4",
        name: "Deal",
        stage: "CUSTOMER",
        closeDate: "2026-03-04T00:00:00.000Z",
        pointOfContactId: "1",
      },
    ],
    calendarEvents: [
      {
        id: "5",
        title: "Kickoff",
        startsAt: "2026-04-01T09:00:00Z",
        isCanceled: false,
        calendarEventParticipants: [{ personId: "1" }],
      },
      {
        id: "6",
        title: "Later",
        startsAt: "2026-04-02T09:00:00Z",
        isCanceled: true,
        calendarEventParticipants: [{ personId: "1" }],
      },
    ],
  },
  attio: {
    people: {
      data: [
        {
          id: { workspace_id: "w", object_id: "o", record_id: "1" },
          values: {
            name: [{ first_name: "Ben", last_name: "Ito", full_name: "Ben Ito" }],
            email_addresses: [{ email_address: "ben@acme.example" }],
            job_title: [{ value: "CTO" }],
            company: [{ target_object: "companies", target_record_id: "9" }],
            last_calendar_interaction: [{ interacted_at: "2026-04-01T09:00:00.447000000Z" }],
          },
        },
        {
          id: { record_id: "2" },
          values: { name: [{ full_name: "Cy Roe" }], company: [{ target_record_id: "8" }] },
        },
        { id: { record_id: "3" }, values: {}, is_deleted: true },
      ],
    },
    companies: [
      { id: { record_id: "9" }, values: { name: [{ value: "Acme" }] } },
      { id: { record_id: "8" }, values: { name: [{ value: "Globex" }] } },
    ],
    deals: [
      {
        id: { record_id: "4" },
        values: {
          stage: [{ status: { title: "Won 🎉" } }],
          close_date: [{ value: "2026-03-04" }],
          associated_people: [{ target_record_id: "1" }],
        },
      },
    ],
  },
  generic: {
    people: [
      { id: 1, name: "Ben Ito", email: "ben@acme.example", title: "CTO", companyId: 9 },
      { id: 2, firstName: "Cy", lastName: "Roe", company: "Globex" },
      { id: 3, deleted: true },
    ],
    companies: [{ id: 9, name: "Acme" }],
    deals: [{ id: 4, status: "won", closedAt: "2026-03-04", contactId: 1 }],
    activities: [
      { id: 5, type: "call", at: "2026-04-01T09:00:00Z", direction: "out", contactIds: [1] },
      { id: 6, type: "call", at: "2026-04-02", direction: "sideways", contactIds: [1] },
    ],
  },
};

describe.each(Object.entries(SYSTEMS))("records of %s", (format, records) => {
  const got = read(records);

  test("people with company and title, a tie each, tags of the won deal and dated contact", () => {
    const [, ben, cy] = got.people;
    expect(ben).toMatchObject({
      name: "Ben Ito",
      company: "Acme",
      title: "CTO",
      emails: ["ben@acme.example"],
    });
    expect(cy).toMatchObject({ name: "Cy Roe", company: "Globex" });
    expect(got.people).toHaveLength(3);
    expect(got.ties.map(({ to }) => to)).toEqual([ben?.id, cy?.id]);
    expect(ben?.tags?.map(({ code, owner: teller }) => [code, teller])).toContainEqual([
      "source:clients",
      "me",
    ]);
    expect(ben?.tags?.[0]?.at).toBe("2026-03-04");
    expect(got.interactions.map(({ to, at }) => [to, at.slice(0, 10)])).toEqual([[ben?.id, "2026-04-01"]]);
  });

  test("every record is accounted for: read = kept + skipped, and what is skipped has an issue at its place", () => {
    for (const { rowsRead, rowsKept, rowsSkipped } of [got.report, ...Object.values(got.sides ?? {})])
      expect(rowsRead).toBe(rowsKept + rowsSkipped);
    const all = [got.report, ...Object.values(got.sides ?? {})];
    const skipped = all.reduce((sum, { rowsSkipped }) => sum + rowsSkipped, 0);
    expect(new Set(got.issues.map(({ row }) => row)).size).toBe(skipped);
    expect(got.report).toEqual({ rowsRead: 3, rowsKept: 2, rowsSkipped: 1 });
  });

  test("text gives the same, and the record's own id the person's", () => {
    expect(read(JSON.stringify(records))).toEqual(got);
    const named = read(records, { idOf: ({ recordId }) => recordId });
    expect(named.people.map(({ id }) => id)).toEqual(["me", `${format}:1`, `${format}:2`]);
    expect(named.deleted).toEqual([`${format}:3`]);
  });

  test("the same again doubles nothing; a deletion takes back what the owner told, and no more", () => {
    const network = new Network();
    network.import(got);
    const once = JSON.stringify(network);
    network.import(got);
    expect(JSON.stringify(network)).toBe(once);
    const [, ben, cy] = got.people.map(({ id }) => id) as [string, string, string];
    network.import(
      {
        people: [
          { id: "ed", name: "Ed" },
          { id: cy, title: "Chair" },
        ],
        ties: [{ from: "ed", to: cy, evidence: {} }],
      },
      { owner: "ed" },
    );
    network.import({ people: [], ties: [], owner: "me", deleted: [ben, cy] });
    expect(network.has(ben)).toBe(false);
    // What a colleague told of the other one stays theirs.
    expect(network.person(cy)).toMatchObject({ title: "Chair" });
    expect(network.person(cy)?.name).toBeUndefined();
    expect(network.tie("me", cy)).toBeUndefined();
    expect(network.tie("ed", cy)?.owner).toBe("ed");
  });
});

describe("a record that comes again", () => {
  test("updates its person, keeps what it does not tell, and makes the employer of before one of before", () => {
    const network = new Network();
    const first = read(SYSTEMS["hubspot"] as RecordsInput);
    network.import(first);
    const records = {
      contacts: [
        {
          id: "1",
          properties: {
            firstname: "Ben",
            lastname: "Ito",
            company: "Hooli",
            jobtitle: "CEO",
            hs_linkedin_url: "https://www.linkedin.com/in/ben-ito",
          },
        },
      ],
    };
    const next = read(records, { before: first.kept });
    network.import(next);
    const ben = network.person(next.people[1]?.id as string);
    expect(ben).toMatchObject({ company: "Hooli", title: "CEO", emails: ["ben@acme.example"] });
    expect(ben?.spells).toEqual([
      { kind: "work", organization: "Acme", title: "CTO", past: true, owner: "me" },
    ]);
    expect(ben?.tags?.some(({ code }) => code === "source:clients")).toBe(true);
    expect(network.tie("me", ben?.id as string)?.evidence.interactions).toHaveLength(1);
    expect(Network.fromJSON(JSON.parse(JSON.stringify(network))).toJSON()).toEqual(network.toJSON());
  });

  test("a deal or an activity alone finds the one who is known, and nobody else", () => {
    const network = new Network();
    const first = read(SYSTEMS["pipedrive"] as RecordsInput);
    network.import(first);
    const later = {
      deals: [{ id: 8, status: "lost", lost_time: "2026-05-01 10:00:00", person_id: 2, org_id: null }],
      activities: [1, 99].map((person_id) => ({
        id: 10 + person_id,
        type: "call",
        done: 1,
        due_date: "2026-05-02",
        person_id,
        user_id: 7,
        subject: "Call",
      })),
    };
    expect(read(later).interactions).toEqual([]);
    const got = read(later, { before: first.kept });
    expect(got.issues).toMatchObject([{ code: "CONTACT_UNKNOWN", row: 3, source: "activities" }]);
    network.import(got);
    expect(network.size).toBe(3);
    const cy = network.people().find(({ name }) => name === "Cy Roe");
    expect(cy?.tags?.map(({ code }) => code)).toEqual(["source:business-contacts"]);
    expect(cy?.company).toBe("Globex");
  });

  test("of two records of one id the later counts; one that says only that it is deleted is of the system of the others", () => {
    const got = read({
      contacts: [
        { id: "1", properties: { firstname: "Ben", lastname: "Ito" } },
        { id: "2", properties: { firstname: "Cy", lastname: "Roe" } },
        { id: "1", archived: true },
      ],
    });
    expect(got.people.map(({ name }) => name)).toEqual(["Ada Park", "Cy Roe"]);
    expect(got.issues.map(({ code, row }) => [code, row])).toEqual([
      ["ID_REPEATED", 1],
      ["ROW_DELETED", 3],
    ]);
    expect(read([{ id: "1", archived: true }], { format: "hubspot" }).deleted).toEqual(got.deleted);
  });

  test("the id is that of the same contact in the system's file", () => {
    const csv = "Record ID,First Name,Last Name,Email\n1,Ben,Ito,ben@acme.example\n";
    const [, inFile] = readHubSpotContacts(csv, { owner }).people;
    expect(read(SYSTEMS["hubspot"] as RecordsInput).people[1]?.id).toBe(inFile?.id);
  });
});

describe("associations of HubSpot", () => {
  const contact = (id: string, more: object = {}) => ({
    id,
    properties: { firstname: "Ben", lastname: `Ito${"abc"[+id]}` },
    ...more,
  });
  const deal = { id: "7", properties: { dealstage: "closedwon" } };
  const clients = (records: RecordsInput, before?: KeptRecords) =>
    read(records, before && { before })
      .people.filter(({ tags }) => tags !== undefined)
      .map(({ name }) => name);

  test.each<readonly [string, object]>([
    [
      "v4, told by number",
      {
        results: [
          {
            from: { id: "7" },
            to: [
              { toObjectId: 1, associationTypes: [{ category: "HUBSPOT_DEFINED", typeId: 3, label: null }] },
            ],
          },
        ],
      },
    ],
    [
      "v4, by the names of its list",
      {
        deals_to_contacts: {
          results: [{ from: { id: "7" }, to: [{ toObjectId: 1, associationTypes: [] }] }],
        },
      },
    ],
    [
      "v3, told by each end",
      { results: [{ from: { id: "7" }, to: [{ id: "1", type: "deal_to_contact" }] }] },
    ],
    ["turned round", [{ from: { id: "1" }, to: [{ toObjectId: 7, associationTypes: [{ typeId: 4 }] }] }]],
  ])("%s", (_, associations) => {
    expect(clients({ contacts: [contact("1"), contact("2")], deals: [deal], associations })).toEqual([
      "Ben Itob",
    ]);
  });

  test("as a contact has them itself; the list is whole each time", () => {
    const of = (...ids: string[]) => ({
      associations: { deals: { results: ids.map((id) => ({ id, type: "contact_to_deal" })) } },
    });
    const first = { contacts: [contact("1", of("7")), contact("2")], deals: [deal] };
    expect(clients(first)).toEqual(["Ben Itob"]);
    const { kept } = read(first);
    expect(clients({ contacts: [contact("1", of()), contact("2", of("7"))] }, kept)).toEqual(["Ben Itoc"]);
    expect(
      clients(
        { contacts: [contact("1", { associations: { deals: "x", companies: [], contacts: null } })] },
        kept,
      ),
    ).toEqual(["Ben Itob"]);
  });

  test("as a company has its contacts", () => {
    const company = {
      id: "9",
      properties: { name: "Acme" },
      associations: { contacts: { results: [{ id: "1" }] } },
    };
    expect(read({ contacts: [contact("1")], companies: [company] }).people[1]?.company).toBe("Acme");
  });
});

describe("activities", () => {
  const contacts = [1, 2].map((id) => ({ id, name: `Person ${id === 1 ? "One" : "Two"}` }));
  const call = (more: object) => ({ id: 5, type: "call", at: "2026-04-01", contactIds: [1], ...more });
  const codes = (activities: readonly object[], options = {}) =>
    read({ contacts, activities }, options).issues.map(({ code }) => code);

  test.each([
    [call({ status: "no-answer" }), "EVENT_NOT_ATTENDED"],
    [call({ cancelled: true }), "EVENT_NOT_ATTENDED"],
    [call({ done: false }), "TASK_OPEN"],
    [call({ type: "note" }), "KIND_UNKNOWN"],
    [call({ at: "soon" }), "DATE_UNREADABLE"],
    [call({ at: undefined }), "DATE_MISSING"],
    [call({ subject: "Badge scan at the fair" }), "ACTIVITY_AUTOMATIC"],
    [call({ contactIds: [7] }), "CONTACT_UNKNOWN"],
    [call({ archived: true }), "ROW_DELETED"],
  ])("%j: %s", (activity, code) => {
    expect(codes([activity])).toEqual([code]);
  });

  test("of several users only the owner's count, and those to come do not", () => {
    const two = [call({ userId: "u1" }), call({ id: 6, userId: "u2" })];
    expect(codes(two)).toEqual(["USER_UNKNOWN", "USER_UNKNOWN"]);
    expect(codes(two, { userId: "u1" })).toEqual(["USER_OTHER"]);
    expect(codes([call({})], { now: "2026-03-31" })).toEqual(["DATE_IN_FUTURE"]);
  });

  test("a meeting of two contacts is one of each, and an occasion that both were at", () => {
    const got = read({
      contacts,
      activities: [{ id: 5, type: "meeting", at: "2026-04-01", contactIds: [1, 2] }],
    });
    expect(got.interactions.map(({ kind }) => kind)).toEqual(["meeting", "meeting"]);
    expect(new Set(got.people.map(({ spells }) => spells?.[0]?.organization)).size).toBe(1);
  });
});

describe("hostile records", () => {
  test.each<readonly [string, () => unknown]>([
    ["a list of what is no record", () => [1, null, "x", [], undefined, true, Symbol.iterator]],
    [
      "wrong types everywhere",
      () => ({ contacts: [{ id: {}, name: [], emails: 7 }, { id: [], properties: [] }, {}] }),
    ],
    [
      "names of the engine",
      () =>
        JSON.parse(
          '{"contacts":[{"id":"__proto__","name":"Pro To","__proto__":{"email":"x@y.example"}}],"__proto__":[1]}',
        ),
    ],
  ])("%s: coded issues", (_, make) => {
    const got = read(make() as RecordsInput);
    expect(got.report.rowsRead).toBe(got.report.rowsKept + got.report.rowsSkipped);
    expect(got.issues.length).toBeGreaterThan(0);
    new Network().import(got);
  });

  test("a record that goes round in itself, or as deep as can be, is read by its own fields", () => {
    const round: Record<string, unknown> = { id: 1, name: "Ben Ito", company: "Acme" };
    round["associations"] = round;
    let deep: unknown = { id: 2, name: "Cy Roe", company: "Acme" };
    for (let i = 0; i < 50_000; i++) deep = { id: 2, name: "Cy Roe", custom: deep };
    expect(read({ contacts: [round, deep] }).report.rowsKept).toBe(2);
    expect(codeOf(() => read("[".repeat(200_000)))).toBe("FORMAT_UNKNOWN");
  });

  test("as many records and as long texts as are allowed", () => {
    const contacts = Array.from({ length: 30 }, (_, id) => ({ id, name: "Ben Ito" }));
    const got = read({ contacts }, { maxRows: 20 });
    expect([got.report.rowsRead, got.issues.at(-1)?.code]).toEqual([20, "ROW_LIMIT"]);
    expect(read([{ id: 1, name: "x".repeat(70_000) }]).issues.map(({ code }) => code)).toEqual([
      "FIELD_TOO_LONG",
    ]);
  });

  test("a call that is none", () => {
    for (const bad of [undefined, null, 7, "no JSON"])
      expect(codeOf(() => read(bad as never))).toMatch(/^(?:INVALID_ARGUMENT|FORMAT_UNKNOWN)$/);
    expect(codeOf(() => read([], { format: "sap" as never }))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => read([], { before: {} as never }))).toBe("INVALID_SNAPSHOT");
    const { kept } = read([{ id: 1, name: "Ben Ito" }]);
    expect(codeOf(() => read([], { before: kept, format: "hubspot" }))).toBe("INVALID_ARGUMENT");
    expect(
      codeOf(() => read([], { before: { ...kept, deals: [["1", { outcome: "won", contacts: ["1"] }]] } })),
    ).toBe("INVALID_SNAPSHOT");
    expect(codeOf(() => new Network().import({ people: [], ties: [], deleted: ["x"] }))).toBe(
      "INVALID_ARGUMENT",
    );
  });
});

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return isWarmpathError(error) ? error.code : String(error);
  }
  return "";
}
