import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromRecords,
  type KeptRecords,
  type RecordsInput,
  type RecordsOptions,
} from "../../../src/ingest/index.js";
import { Network } from "../../../src/network/index.js";
import { IntroductionPlanner } from "../../../src/planner/index.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const read = (records: RecordsInput, options: Partial<RecordsOptions> = {}) =>
  fromRecords(records, { owner, ...options });
const codes = ({ issues }: { issues: readonly { code: string }[] }) => issues.map(({ code }) => code);
type Json = Readonly<Record<string, unknown>>;

/** How a system writes a contact, a won deal of one, and that one record was merged into another; and what it sends besides. */
interface Merging {
  readonly contact: (id: string, last: string, more?: Json) => Json;
  readonly deal: (id: string, contact: string) => Json;
  /** `into` stands for `gone` from now on; with the whole record of it where the system tells that. */
  readonly merge: (gone: string, into: string) => RecordsInput;
  /** The deletion of what was merged away, as it comes too. */
  readonly deletion?: (gone: string) => RecordsInput;
  readonly lists: (contacts: readonly Json[], deals: readonly Json[]) => RecordsInput;
}

const named = (contacts: readonly Json[], deals: readonly Json[]): RecordsInput => ({ contacts, deals });
const hubspot: Merging = {
  contact: (id, lastname, properties) => ({ id, properties: { firstname: "Ben", lastname, ...properties } }),
  deal: (id, contact) => ({
    id,
    properties: { hs_is_closed_won: "true", closedate: "2026-03-04" },
    associations: { contacts: { results: [{ id: contact }] } },
  }),
  merge: (gone, into) => ({
    contacts: [hubspot.contact(into, "Kept", { hs_merged_object_ids: `77;${gone}` })],
  }),
  deletion: (gone) => [{ subscriptionType: "contact.deletion", objectId: Number(gone) }],
  lists: named,
};
const salesforce: Merging = {
  contact: (Id, LastName, more) => ({
    attributes: { type: "Contact" },
    Id,
    FirstName: "Ben",
    LastName,
    ...more,
  }),
  deal: (Id, ContactId) => ({
    attributes: { type: "Opportunity" },
    Id,
    ContactId,
    IsWon: true,
    IsClosed: true,
    CloseDate: "2026-03-04",
  }),
  merge: (gone, into) => [
    salesforce.contact(into, "Kept"),
    salesforce.contact(gone, "Gone", { IsDeleted: true, MasterRecordId: into }),
  ],
  deletion: (gone) => ({
    ChangeEventHeader: { entityName: "Contact", recordIds: [gone], changeType: "DELETE" },
  }),
  lists: (contacts, deals) => [...contacts, ...deals],
};
const pipedrive: Merging = {
  contact: (id, last_name, more) => ({ id: Number(id), name: `Ben ${last_name}`, org_id: null, ...more }),
  deal: (id, person_id) => ({ id, status: "won", won_time: "2026-03-04", person_id: Number(person_id) }),
  merge: (gone, into) => ({
    event: "merged.person",
    meta: { action: "merged", object: "person", id: Number(into) },
    current: pipedrive.contact(into, "Kept", { merge_what_id: Number(gone) }),
    previous: pipedrive.contact(gone, "Gone"),
  }),
  lists: named,
};
const pipedriveV2: Merging = {
  ...pipedrive,
  merge: (gone, into) => [
    {
      data: null,
      previous: pipedrive.contact(gone, "Gone"),
      meta: { action: "delete", entity: "person", entity_id: gone, merged_to_id: into },
    },
    {
      data: pipedrive.contact(into, "Kept"),
      previous: {},
      meta: { action: "change", entity: "person", entity_id: into },
    },
  ],
};
const generic: Merging = {
  contact: (id, last, more) => ({ id, name: `Ben ${last}`, ...more }),
  deal: (id, contactId) => ({ id, status: "won", closedAt: "2026-03-04", contactId }),
  merge: (gone, into) => ({ contacts: [generic.contact(into, "Kept", { mergedRecordIds: [gone] })] }),
  lists: named,
};

describe.each(Object.entries({ hubspot, salesforce, pipedrive, pipedriveV2, generic }))(
  "what %s merges",
  (system, { contact, deal, merge, deletion, lists }) => {
    const options = { format: system.replace("V2", "") as "generic" };
    const whole = (network: Network) => {
      const { people, told, ties } = network.toJSON();
      return JSON.stringify({ people, told, ties });
    };
    /** Takes pages in, one after another. */
    const taken = (pages: readonly RecordsInput[]) => {
      const network = new Network();
      let before: KeptRecords | undefined;
      for (const page of pages) {
        const next = read(page, { ...options, ...(before && { before }) });
        network.import(next);
        before = next.kept;
      }
      return { network, before: before as KeptRecords };
    };
    const [idOfKept, idOfGone] = read(lists([contact("2", "Kept"), contact("1", "Gone")], []), options)
      .people.slice(1)
      .map(({ id }) => id) as [string, string];

    test("is one human, who has what either had", () => {
      const { network } = taken([lists([contact("1", "Gone")], [deal("5", "1")]), merge("1", "2")]);
      expect(network.people().map(({ id }) => id)).toEqual(["me", idOfKept].sort());
      expect(network.canonical(idOfGone)).toBe(idOfKept);
      const { name, tags } = network.person(idOfGone) ?? {};
      expect(name).toBe("Ben Kept");
      expect(tags?.map(({ code }) => code)).toContain("source:clients");
    });

    test("is the same whatever came first", () => {
      const parts = [lists([], [deal("5", "1")]), merge("1", "2"), lists([], [deal("6", "2")])];
      const at = whole(taken([lists([contact("1", "Gone")], []), ...parts]).network);
      fc.assert(
        fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (pages) => {
          expect(whole(taken(pages).network)).toBe(at);
          expect(whole(taken([lists([contact("1", "Gone")], []), ...pages]).network)).toBe(at);
          expect(whole(taken([lists([contact("1", "Gone")], []), ...pages, ...pages]).network)).toBe(at);
        }),
      );
    });

    test("is found by the id that is gone, and not deleted by it", () => {
      const { network, before } = taken([lists([contact("1", "Gone")], []), merge("1", "2")]);
      const late = read(lists([contact("1", "Late")], [deal("7", "1")]), { ...options, before });
      network.import(late);
      expect(network.people().map(({ id }) => id)).toEqual(["me", idOfKept].sort());
      expect(network.person(idOfKept)).toMatchObject({ name: "Ben Late", tags: expect.any(Array) });
      if (deletion === undefined) return;
      const gone = read(deletion("1"), { before: late.kept });
      expect(codes(gone)).toEqual(["ROW_MERGED"]);
      expect(gone.deleted).toEqual([]);
    });

    test("goes through several merges, and never in a ring", () => {
      const { network } = taken([
        lists([contact("1", "Gone")], [deal("5", "1")]),
        merge("1", "2"),
        merge("2", "3"),
        merge("3", "1"),
      ]);
      expect(network.people()).toHaveLength(2);
      expect(network.canonical(idOfGone)).toBe(network.canonical(idOfKept));
    });
  },
);

const mergeEvent = (primaryObjectId: number, mergedObjectIds: readonly number[], newObjectId?: number) => [
  { subscriptionType: "contact.merge", primaryObjectId, mergedObjectIds, newObjectId, objectId: newObjectId },
];

describe("an event of a merge without the record", () => {
  const two = [hubspot.contact("1", "Ito", { email: "ben@acme.example" }), hubspot.contact("2", "Itoh")];

  test("makes one human of two at once, and names the record to be fetched", () => {
    const first = read({ contacts: two, deals: [hubspot.deal("5", "2")] });
    const [ben] = first.people.slice(1).map(({ id }) => id) as [string];
    const network = new Network();
    network.import(first);
    const merged = read(mergeEvent(1, [2], 9), { before: first.kept });
    expect(merged.toFetch).toEqual([{ kind: "contacts", id: "9" }]);
    network.import(merged);
    expect(network.people().map(({ id }) => id)).toEqual(["me", ben].sort());
    expect(network.person(ben)).toMatchObject({ name: "Ben Ito", emails: ["ben@acme.example"] });
    expect(network.person(ben)?.tags?.map(({ code }) => code)).toContain("source:clients");

    const fetched = read({ contacts: [hubspot.contact("9", "Ito")] }, { before: merged.kept });
    network.import(fetched);
    const id = fetched.people[1]?.id as string;
    expect(network.people().map((one) => one.id)).toEqual(["me", id].sort());
    expect(network.canonical(ben)).toBe(id);
    expect(network.person(id)?.tags?.map(({ code }) => code)).toContain("source:clients");
  });

  test("of Attio knows the kind by either record", () => {
    const person = (record_id: string) => ({
      id: { record_id, object_id: "o" },
      values: { name: [{ full_name: "Ben Ito" }] },
    });
    const first = read({ people: [person("a"), person("b")] });
    const event = {
      webhook_id: "w",
      events: [
        { event_type: "record.merged", id: { record_id: "c", object_id: "o" }, duplicate_record_id: "a" },
        { event_type: "record.merged", id: { record_id: "c", object_id: "o" }, duplicate_record_id: "b" },
      ],
    };
    const network = new Network();
    network.import(first);
    const merged = read(event, { before: first.kept });
    expect(merged.toFetch).toEqual([{ kind: "contacts", id: "c" }]);
    network.import(merged);
    expect(network.people()).toHaveLength(2);
  });

  test("keeps what was asked of the one that is gone, and that they are not to be asked", () => {
    const first = read({ contacts: two });
    const [ben, other] = first.people.slice(1).map(({ id }) => id) as [string, string];
    const network = new Network();
    network.import(first);
    network.addPerson({ id: "buyer", name: "Cy Roe", company: "Globex" });
    network.addTie({ from: other, to: "buyer", evidence: { closeness: 0.9 } });
    const planner = new IntroductionPlanner({ network });
    const now = "2026-11-02";
    const plan = planner.plan({ seeker: "me", target: "buyer", now });
    planner.record({ id: "e", type: "ask.sent", at: now, ask: plan.asks[0] as (typeof plan.asks)[0] });
    network.import(read(mergeEvent(1, [2]), { before: first.kept }));
    expect(network.tie(ben, "buyer")?.evidence.closeness).toBe(0.9);
    const [action] = planner.next({ seeker: "me", now: "2026-11-10" });
    expect(Object.values(action?.names ?? {})).toContain("Ben Ito");
    const marked = new Network();
    marked.import(first);
    marked.setDoNotAsk(other, true);
    marked.import(read(mergeEvent(1, [2]), { before: first.kept }));
    expect(marked.isDoNotAsk(ben)).toBe(true);
  });

  test("of whom nobody has the kept one takes back what the gone one told", () => {
    const first = read({ contacts: two });
    const [ben, other] = first.people.slice(1).map(({ id }) => id) as [string, string];
    const network = new Network();
    network.import(first);
    network.removePerson(ben);
    network.import(read(mergeEvent(1, [2]), { before: first.kept }));
    expect(network.has(ben) || network.has(other)).toBe(false);
  });
});

test("companies and deals that were merged are one, with the contacts of both", () => {
  const records = {
    contacts: [
      { id: "1", properties: { firstname: "Ben", lastname: "Ito", associatedcompanyid: "8" } },
      { id: "2", properties: { firstname: "Cy", lastname: "Roe" } },
    ],
    companies: [
      { id: "8", properties: { name: "Acme Inc" } },
      { id: "9", properties: { name: "Globex" } },
    ],
    deals: [hubspot.deal("5", "1"), hubspot.deal("6", "1")],
  };
  const first = read(records);
  const network = new Network();
  network.import(first);
  const [ben] = first.people.slice(1).map(({ id }) => id) as [string];
  const events = [
    { subscriptionType: "company.merge", primaryObjectId: 9, mergedObjectIds: [8] },
    { subscriptionType: "deal.merge", primaryObjectId: 6, mergedObjectIds: [5] },
  ];
  const next = read(events, { before: first.kept });
  network.import(next);
  expect(next.toFetch).toEqual([
    { kind: "companies", id: "9" },
    { kind: "deals", id: "6" },
  ]);
  const { company, tags } = network.person(ben) ?? {};
  expect(company).toBe("Globex");
  expect(tags?.find(({ code }) => code === "source:clients")?.evidence).toBe(
    "client since 2026-03, won deal",
  );
});

test("what says itself that it was merged never takes the place of what it went into, in whatever order they come", () => {
  const gone = { id: "1", name: "A Gone", company: "Old", mergedInto: "2" };
  const kept = { id: "2", name: "B Kept", company: "New" };
  const companies = [
    { id: "c1", name: "Gone Co", mergedInto: "c2" },
    { id: "c2", name: "Kept Co" },
  ];
  const of = { id: "3", name: "Cy Both", companyId: "c1" };
  const peopleOf = (calls: readonly object[][], firms: readonly object[]): unknown => {
    const network = new Network();
    let before: KeptRecords | undefined;
    for (const contacts of calls) {
      const told = read({ contacts, companies: firms }, before && { before });
      expect(told.report.rowsRead).toBe(told.report.rowsKept + told.report.rowsSkipped);
      network.import(told);
      before = told.kept;
    }
    return network.people().map(({ name, company }) => `${name ?? ""} at ${company ?? ""}`);
  };
  for (const firms of [companies, [...companies].reverse()]) {
    for (const calls of [
      [[gone, kept, of]],
      [[of, kept, gone]],
      [[gone], [kept], [of]],
      [[kept], [gone], [of]],
    ])
      expect((peopleOf(calls, firms) as string[]).sort()).toEqual([
        "Ada Park at ",
        "B Kept at New",
        "Cy Both at Kept Co",
      ]);
  }
});

test("what a record told before it was merged away changes nothing of the one that stands for it", () => {
  const whole = (id: string, last: string, email: string) => hubspot.contact(id, last, { email });
  const first = read({
    contacts: [whole("1", "Kept", "kept@beta.example"), whole("2", "Gone", "gone@beta.example")],
  });
  const change = {
    subscriptionType: "contact.propertyChange",
    objectId: 2,
    propertyName: "email",
    propertyValue: "late@beta.example",
    occurredAt: 1,
  };
  const merge = {
    subscriptionType: "contact.merge",
    objectId: 1,
    primaryObjectId: 1,
    mergedObjectIds: [2],
    occurredAt: 2,
  };
  const network = new Network();
  network.import(first);
  const both = read([change, merge], { format: "hubspot", before: first.kept });
  network.import(both);
  expect(codes(both)).toEqual(["ROW_MERGED", "RECORD_TO_FETCH"]);
  expect(network.people().map(({ name }) => name)).toEqual(["Ada Park", "Ben Kept"]);
  expect(JSON.stringify(network)).not.toContain("late@beta.example");
});
