import { describe, expect, test } from "vitest";
import { isWarmpathError } from "../../../src/base/index.js";
import {
  fromRecords,
  type KeptRecords,
  type RecordsInput,
  type RecordsOptions,
} from "../../../src/ingest/index.js";
import { Network } from "../../../src/network/index.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const read = (records: RecordsInput, options: Partial<RecordsOptions> = {}) =>
  fromRecords(records, { owner, ...options });
const codes = ({ issues }: { issues: readonly { code: string }[] }) => issues.map(({ code }) => code);
const account = ({ report, sides = {} }: Pick<ReturnType<typeof read>, "report" | "sides">) =>
  [report, ...Object.values(sides)].reduce(
    (sum, { rowsKept, rowsSkipped }) => sum + rowsKept + rowsSkipped,
    0,
  );

type Json = Readonly<Record<string, unknown>>;

/** A system's record of a person, the hooks that tell of it whole, and the hook of its deletion. */
interface Hooks {
  readonly record: Json;
  readonly whole: readonly ((record: Json) => unknown)[];
  readonly deleted: readonly ((record: Json) => unknown)[];
}

const salesforceEvent = (changeType: string, body: Json, more: Json = {}) => ({
  ChangeEventHeader: { entityName: "Contact", recordIds: ["003000000000001AAA"], changeType, ...more },
  ...body,
});
const {
  Id: _,
  attributes: __,
  ...salesforceBody
} = {
  attributes: { type: "Contact" },
  Id: "003000000000001AAA",
  FirstName: "Ben",
  LastName: "Ito",
  Title: "CTO",
  Email: "ben@acme.example",
};
const pipedrivePerson = {
  id: 7,
  name: "Ben Ito",
  first_name: "Ben",
  last_name: "Ito",
  org_id: null,
  emails: [{ value: "ben@acme.example", primary: true, label: "work" }],
  add_time: "2026-01-02T03:04:05Z",
};
const twentyPerson = {
  id: "0f2a",
  name: { firstName: "Ben", lastName: "Ito" },
  emails: { primaryEmail: "ben@acme.example", additionalEmails: [] },
  jobTitle: "CTO",
  deletedAt: null,
};
const SYSTEMS: Readonly<Record<string, Hooks>> = {
  pipedrive: {
    record: pipedrivePerson,
    whole: [
      (current) => ({
        v: 1,
        event: "updated.person",
        meta: { action: "updated", object: "person", id: 7, timestamp: 1727447128 },
        current,
        previous: { ...current, name: "Benjamin Ito" },
      }),
      (data) => ({
        data,
        previous: { name: "Benjamin Ito" },
        meta: { action: "change", entity: "person", entity_id: "7", id: "a-uuid", version: "2.0" },
      }),
    ],
    deleted: [
      (previous) => ({ meta: { action: "deleted", object: "person", id: 7 }, current: null, previous }),
      (previous) => ({
        data: null,
        previous,
        meta: { action: "delete", entity: "person", entity_id: "7", id: "b-uuid", version: "2.0" },
      }),
      () => ({ data: null, previous: null, meta: { action: "delete", entity: "person", entity_id: "7" } }),
    ],
  },
  twenty: {
    record: twentyPerson,
    whole: [
      (record) => ({
        eventName: "person.updated",
        objectMetadata: { id: "m", nameSingular: "person" },
        record,
        updatedFields: ["jobTitle"],
      }),
      (data) => ({ event: "person.created", data, timestamp: "2026-02-10T15:30:50Z" }),
    ],
    deleted: [
      (record) => ({ eventName: "person.deleted", objectMetadata: { nameSingular: "person" }, record }),
      (record) => ({ event: "person.destroyed", data: { id: record["id"] }, objectMetadata: {} }),
    ],
  },
  salesforce: {
    record: { attributes: { type: "Contact" }, Id: "003000000000001AAA", ...salesforceBody },
    whole: [
      () => salesforceEvent("CREATE", salesforceBody),
      () => ({ schema: "x", payload: salesforceEvent("UNDELETE", salesforceBody), event: { replayId: 1 } }),
      () => ({
        channel: "/data/ContactChangeEvent",
        data: { schema: "x", payload: salesforceEvent("CREATE", salesforceBody) },
      }),
    ],
    deleted: [() => salesforceEvent("DELETE", {}), () => salesforceEvent("GAP_DELETE", {})],
  },
  generic: {
    record: { id: "9", name: "Ben Ito", email: "ben@acme.example", title: "CTO" },
    whole: [
      (data) => ({ type: "contact.updated", data }),
      (record) => ({ event: "contact:created", record }),
    ],
    deleted: [(data) => ({ type: "contact.deleted", data })],
  },
};

describe.each(Object.entries(SYSTEMS))("hooks of %s", (format, { record, whole, deleted }) => {
  const plain = read({ contacts: [record] }, { format: format as "generic" });

  test.each(whole.map((hook, at) => [at, hook(record)] as const))("whole record %i", (_, hook) => {
    for (const input of [hook, [hook], JSON.stringify(hook)]) {
      const { people, kept, report } = read(input as RecordsInput);
      expect(people).toEqual(plain.people);
      expect(kept).toEqual(plain.kept);
      expect(report).toEqual({ rowsRead: 1, rowsKept: 1, rowsSkipped: 0 });
    }
  });

  test.each(deleted.map((hook, at) => [at, hook(record)] as const))("deletion %i", (_, hook) => {
    const gone = read(hook as RecordsInput, { before: plain.kept });
    expect(gone.deleted).toEqual([plain.people[1]?.id]);
    expect(codes(gone)).toEqual(["ROW_DELETED"]);
    const network = new Network();
    network.import(plain);
    network.import(gone);
    expect(network.people().map(({ id }) => id)).toEqual(["me"]);
  });
});

/** A book with one contact, their company and a deal that is won, and a network of those. */
function known(records: RecordsInput): { kept: KeptRecords; network: Network; id: string } {
  const first = read(records);
  const network = new Network();
  network.import(first);
  return { kept: first.kept, network, id: first.people[1]?.id as string };
}

const HUBSPOT = {
  contacts: [
    {
      id: "1",
      properties: {
        firstname: "Ben",
        lastname: "Ito",
        jobtitle: "CTO",
        email: "ben@acme.example",
        lifecyclestage: "lead",
        associatedcompanyid: "9",
      },
    },
  ],
  companies: [{ id: "9", properties: { name: "Acme" } }],
  deals: [
    {
      id: "4",
      properties: {
        dealstage: "closedwon",
        hs_is_closed: "true",
        hs_is_closed_won: "true",
        closedate: "2026-03-04",
      },
      associations: { contacts: { results: [{ id: "1" }] } },
    },
  ],
  calls: [
    {
      id: "5",
      properties: { hs_timestamp: "2026-04-01T09:00:00Z", hs_call_status: "COMPLETED" },
      associations: { contacts: { results: [{ id: "1" }] } },
    },
  ],
};
const changed = (
  object: string,
  objectId: number,
  propertyName: string,
  propertyValue: unknown,
  more: Json = {},
) => ({
  subscriptionType: `${object}.propertyChange`,
  objectId,
  propertyName,
  propertyValue,
  portalId: 62515,
  occurredAt: 1700000000000,
  ...more,
});

describe("an event of some fields", () => {
  test("changes what is known of the record and nothing else", () => {
    const { kept, network, id } = known({ ...HUBSPOT, deals: [] });
    const before = network.person(id);
    const events = [
      changed("contact", 1, "lastname", "Ito-Roe"),
      changed("object", 1, "jobtitle", "CEO", { objectTypeId: "0-1" }),
      changed("contact", 1, "lifecyclestage", "customer"),
      changed("contact", 1, "email", ""),
    ];
    const next = read(events, { before: kept });
    expect(codes(next)).toEqual([]);
    expect(next.report).toEqual({ rowsRead: 4, rowsKept: 4, rowsSkipped: 0 });
    network.import(next);
    const { name, firstName, lastName, title, company, emails, tags } = network.person(id) ?? {};
    expect([name, firstName, lastName, title, company, emails]).toEqual([
      "Ben Ito-Roe",
      "Ben",
      "Ito-Roe",
      "CEO",
      "Acme",
      undefined,
    ]);
    expect(before?.tags).toBeUndefined();
    expect(tags?.some(({ evidence }) => evidence?.includes("customer by lifecycle stage"))).toBe(true);
    expect(network.tie("me", id)?.evidence.interactions).toHaveLength(1);
  });

  test("is the same as the whole record after it", () => {
    const { kept, network, id } = known(HUBSPOT);
    const next = read([changed("contact", 1, "lastname", "Roe"), changed("contact", 1, "city", "Oslo")], {
      before: kept,
    });
    network.import(next);
    const [contact] = HUBSPOT.contacts;
    const properties = { ...contact?.properties, lastname: "Roe", city: "Oslo" };
    const whole = known({ ...HUBSPOT, contacts: [{ id: "1", properties }] });
    expect(next.kept).toEqual(whole.kept);
    const told = (one: Network) => ({ ...one.person(id), sources: undefined });
    expect(told(network)).toEqual(told(whole.network));
  });

  test("counts by the time at which it happened, in whatever order it comes", () => {
    const { kept, network, id } = known(HUBSPOT);
    const events = [
      changed("contact", 1, "jobtitle", "CEO", { occurredAt: 1700000002000 }),
      changed("contact", 1, "jobtitle", "COO", { occurredAt: 1700000001000 }),
    ];
    network.import(read(events, { before: kept }));
    expect(network.person(id)?.title).toBe("CEO");
  });

  test("of a company, a deal or an activity changes those who have a part in it", () => {
    const { kept, network, id } = known(HUBSPOT);
    const next = read(
      [
        changed("company", 9, "name", "Acme Robotics"),
        changed("deal", 4, "hs_is_closed_won", "false"),
        changed("deal", 4, "dealstage", "closedlost"),
        changed("object", 5, "hs_call_status", "NO_ANSWER", { objectTypeId: "0-48" }),
      ],
      { before: kept },
    );
    network.import(next);
    const { company, tags } = network.person(id) ?? {};
    expect(company).toBe("Acme Robotics");
    expect(tags?.map(({ evidence }) => evidence)).toEqual(["lost deal, 2026-03"]);
    expect(network.tie("me", id)?.evidence.interactions ?? []).toEqual([]);
  });

  test("joins and parts two records", () => {
    const { kept, network, id } = known({ ...HUBSPOT, deals: [], companies: [] });
    const joined = {
      subscriptionType: "contact.associationChange",
      associationType: "CONTACT_TO_COMPANY",
      fromObjectId: 1,
      toObjectId: 8,
      associationRemoved: false,
    };
    const generic = {
      subscriptionType: "object.associationChange",
      fromObjectTypeId: "0-3",
      toObjectTypeId: "0-1",
      fromObjectId: 4,
      toObjectId: 1,
    };
    const next = read([joined, generic], { before: kept });
    expect(next.sides?.["associations"]).toEqual({ rowsRead: 2, rowsKept: 2, rowsSkipped: 0 });
    const after = read(
      { deals: HUBSPOT.deals.map(({ associations, ...deal }) => deal) },
      { before: next.kept },
    );
    network.import(next);
    network.import(after);
    expect(network.person(id)?.tags?.some(({ code }) => code === "source:clients")).toBe(true);
    const parted = read({ ...generic, associationRemoved: true }, { before: after.kept });
    network.import(parted);
    expect(network.person(id)?.tags ?? []).toEqual([]);
  });
});

describe("Salesforce's changes of several records at once", () => {
  const contact = (Id: string, LastName: string) => ({
    attributes: { type: "Contact" },
    Id,
    FirstName: "Ben",
    LastName,
    Title: "CTO",
    MailingCity: "Oslo",
  });

  test("change each, and empty only what the event names as changed", () => {
    const first = read([contact("1", "Ito"), contact("2", "Roe")]);
    const network = new Network();
    network.import(first);
    const event = {
      ChangeEventHeader: {
        entityName: "Contact",
        recordIds: ["1", "2"],
        changeType: "UPDATE",
        changedFields: ["Title", "Name.FirstName"],
      },
      Name: { FirstName: "Cy" },
      Title: null,
      MailingCity: null,
    };
    const next = read(event, { before: first.kept });
    expect(next.report).toEqual({ rowsRead: 2, rowsKept: 2, rowsSkipped: 0 });
    network.import(next);
    const told = first.people.slice(1).map(({ id }) => network.person(id));
    expect(told.map((person) => [person?.name, person?.title, person?.location])).toEqual([
      ["Cy Ito", undefined, "Oslo"],
      ["Cy Roe", undefined, "Oslo"],
    ]);
  });
});

const ATTIO = [
  {
    id: { record_id: "r1", object_id: "o" },
    values: { name: [{ first_name: "Ben", last_name: "Ito", full_name: "Ben Ito" }] },
  },
];
const attio = (event_type: string, record_id: string, more: Json = {}) => ({
  webhook_id: "w",
  events: [{ event_type, id: { workspace_id: "ws", object_id: "o", record_id }, ...more }],
});

describe("what an event does not tell is named, to be fetched", () => {
  test.each([
    ["HubSpot, of a record that is not known", changed("contact", 2, "lastname", "Roe"), "contacts", "2"],
    ["HubSpot, without what came", { subscriptionType: "contact.creation", objectId: 3 }, "contacts", "3"],
    ["HubSpot, restored", { subscriptionType: "company.restore", objectId: 8 }, "companies", "8"],
    ["HubSpot, a stage of the account's own", changed("deal", 4, "dealstage", "8812"), "deals", "4"],
    [
      "HubSpot, an activity that is not known",
      changed("object", 6, "hs_timestamp", 1, { objectTypeId: "0-48" }),
      "activities",
      "6",
    ],
  ])("%s", (_, event, kind, id) => {
    const { kept } = known(HUBSPOT);
    const next = read(event as RecordsInput, { before: kept });
    expect(codes(next)).toEqual(["RECORD_TO_FETCH"]);
    expect(next.toFetch).toEqual([{ kind, id }]);
    expect(account(next)).toBe(1);
    expect(next.kept).toEqual(kept);
  });

  test("Salesforce's gaps, and Attio's events, which never tell a value", () => {
    const { kept } = known([{ attributes: { type: "Contact" }, Id: "1", LastName: "Ito" }]);
    const gap = { ChangeEventHeader: { entityName: "Contact", recordIds: ["1"], changeType: "GAP_UPDATE" } };
    expect(read(gap, { before: kept }).toFetch).toEqual([{ kind: "contacts", id: "1" }]);
    const people = known({ people: ATTIO } as RecordsInput);
    const next = read(attio("record.updated", "r1", { attribute_id: "a" }), { before: people.kept });
    expect(next.toFetch).toEqual([{ kind: "contacts", id: "r1" }]);
    const other = read([attio("record.created", "r2"), attio("record.created", "r2")], {
      before: people.kept,
    });
    expect(codes(other)).toEqual(["RECORD_TO_FETCH", "RECORD_TO_FETCH"]);
    expect(other.toFetch).toEqual([{ id: "r2" }]);
  });

  test("Attio's deletion of a known record takes it back", () => {
    const { kept, network, id } = known({ people: ATTIO } as RecordsInput);
    const gone = read(attio("record.deleted", "r1"), { before: kept });
    expect(gone.deleted).toEqual([id]);
    network.import(gone);
    expect(network.has(id)).toBe(false);
  });
});

test("every event is kept or told of, whatever it is", () => {
  const { kept } = known(HUBSPOT);
  const events = [
    changed("contact", 1, "num_notes", "3"),
    { ChangeEventHeader: { entityName: "Contact", changeType: "UPDATE" } },
    {
      ChangeEventHeader: {
        entityName: "Contact",
        changeType: "GAP_OVERFLOW",
        recordIds: ["000000000000000AAA"],
      },
    },
    { ChangeEventHeader: { entityName: "Contact", changeType: "UPDATE", recordIds: "1" }, Title: "CEO" },
    { event: "person.created", data: [] },
    changed("ticket", 1, "subject", "x"),
    { subscriptionType: "conversation.newMessage", objectId: 1 },
    { subscriptionType: "contact.propertyChange" },
    { subscriptionType: "" },
    { subscriptionType: "contact.associationChange", fromObjectId: 1 },
    { subscriptionType: "contact.deletion", objectId: 1 },
    changed("contact", 1, "lastname", "late"),
    attio("note.created", "n"),
    { meta: { object: "person", action: "updated" }, current: "?" },
    { event: "person.created", data: [null, 5] },
  ];
  for (const event of [...events, events]) {
    const next = read(event as RecordsInput, { before: kept });
    const { rowsKept = 0 } = next.sides?.["associations"] ?? {};
    expect(account(next)).toBeGreaterThan(0);
    expect(next.issues.length + next.report.rowsKept + rowsKept).toBeGreaterThanOrEqual(account(next));
  }
});

test("an event with anything in any place is counted whole, or refused with a code", () => {
  const { kept } = known(HUBSPOT);
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const trap = {
    get id() {
      throw new TypeError("no");
    },
  };
  const garbage = [
    null,
    undefined,
    -1,
    "",
    "__proto__",
    1n,
    Symbol("s"),
    {},
    [],
    [[]],
    new Map(),
    revoked(),
    trap,
  ];
  const make = () => [
    changed("object", 1, "lastname", "Roe", { objectTypeId: "0-1" }),
    { subscriptionType: "contact.merge", primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 3 },
    { subscriptionType: "contact.associationChange", fromObjectId: 1, toObjectId: 9 },
    salesforceEvent("UPDATE", { Name: { LastName: "Roe" } }, { changedFields: ["Name.LastName"] }),
    { data: null, previous: { id: 7 }, meta: { action: "delete", entity: "person", merged_to_id: "8" } },
    attio("record.merged", "a", { duplicate_record_id: "b" }),
  ];
  for (const path of placesIn(make()))
    for (const value of garbage) {
      const events = make();
      const [last, ...before] = [...path].reverse();
      const parent = before
        .reverse()
        .reduce<Record<string, unknown>>((at, key) => at[key] as never, events as never);
      parent[last as string] = value;
      try {
        const { report, sides, issues } = read(events as RecordsInput, { before: kept });
        for (const { rowsRead, rowsKept, rowsSkipped } of [report, ...Object.values(sides ?? {})])
          expect(rowsKept + rowsSkipped).toBe(rowsRead);
        const told = [report, ...Object.values(sides ?? {})].reduce(
          (sum, { rowsSkipped }) => sum + rowsSkipped,
          0,
        );
        expect(new Set(issues.map(({ row }) => row)).size).toBeGreaterThanOrEqual(told);
      } catch (error) {
        if (!isWarmpathError(error)) throw error;
      }
    }
});

function placesIn(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, one]) => placesIn(one, [...place, key]))
      : [];
  return place.length === 0 ? inner : [place, ...inner];
}

test("bodies of several hooks, raw or read, are what they are one after another", () => {
  const { kept } = known(HUBSPOT);
  const bodies = [
    [changed("contact", 1, "jobtitle", "CEO"), changed("contact", 1, "city", "Oslo")],
    [changed("contact", 1, "lastname", "Roe", { occurredAt: 1700000009000 })],
  ];
  const at = read(bodies.flat(), { before: kept });
  expect(at.report.rowsKept).toBe(3);
  expect(read(bodies, { before: kept })).toEqual(at);
  expect(read(new TextEncoder().encode(JSON.stringify(bodies)), { before: kept })).toEqual(at);
  expect(read([...bodies, undefined, bodies[0]] as never, { before: kept }).report.rowsRead).toBe(5);
  expect(() => read(new Uint8Array([0xff]))).toThrow(expect.objectContaining({ code: "FORMAT_UNKNOWN" }));
});

test.each([new Map([["contacts", []]]), new Set([{ id: "1" }]), Promise.resolve([]), new Date(0)])(
  "what holds its content where no name leads is refused, or told of inside: %s",
  (given) => {
    expect(() => read(given as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    const inside = [{ contacts: given }, { contacts: [given] }, [given, given]];
    for (const input of inside) expect(codes(read(input as never))).toContain("RECORD_UNREADABLE");
  },
);
