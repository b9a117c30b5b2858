import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromRecords,
  type KeptRecords,
  type RecordsOptions,
  readLinkedInConnections,
} from "../../../src/ingest/index.js";
import { Network, snapshotFor } from "../../../src/network/index.js";
import { type Tie, tellersOf } from "../../../src/people/index.js";

const owner = { id: "me", name: "Ada Park" };

/** A record of some kind: `[kind, record]`, with an id of its own. */
type Given = readonly [kind: string, record: Readonly<Record<string, unknown>>];

const NAMES = ["Ben Ito", "Cy Roe", "Di Fox", "Ed Poe", "Flo Rey", "Gus Lee"];
const id = fc.nat({ max: 5 });
const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-03-${String(one).padStart(2, "0")}`);
const some = fc.uniqueArray(id, { maxLength: 3 });
const contact = fc.record({
  companyId: fc.option(
    id.map((one) => `c${one}`),
    { nil: undefined },
  ),
  title: fc.constantFrom("CTO", "Buyer", ""),
  stage: fc.constantFrom("customer", "lead", ""),
});
const world = fc
  .record({
    contacts: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
    own: fc.array(contact, { minLength: 6, maxLength: 6 }),
    companies: fc.uniqueArray(id, { maxLength: 3 }),
    deals: fc.array(
      fc.record({ status: fc.constantFrom("won", "lost", "open"), closedAt: day, contactIds: some }),
      {
        maxLength: 4,
      },
    ),
    activities: fc.array(
      fc.record({
        type: fc.constantFrom("call", "meeting", "note"),
        at: day,
        contactIds: some,
        userId: fc.constantFrom("u1", "u2"),
      }),
      { maxLength: 5 },
    ),
    links: fc.array(fc.tuple(id, id), { maxLength: 3 }),
  })
  .map(({ contacts, own, companies, deals, activities, links }): Given[] => [
    ...contacts.map((one): Given => ["contacts", { id: one, name: NAMES[one], ...own[one] }]),
    ...companies.map((one): Given => ["companies", { id: `c${one}`, name: `Firm ${one}` }]),
    ...deals.map((one, at): Given => ["deals", { id: `d${at}`, ...one }]),
    ...activities.map((one, at): Given => ["activities", { id: `a${at}`, subject: "x", ...one }]),
    ...links.map(([deal, of]): Given => ["associations", { dealId: `d${deal}`, contactId: of }]),
  ]);

function listed(records: readonly Given[]): Record<string, unknown[]> {
  const lists: Record<string, unknown[]> = {};
  for (const [kind, record] of records) lists[kind] = [...(lists[kind] ?? []), record];
  return lists;
}

function take(
  network: Network,
  records: readonly Given[],
  before?: KeptRecords,
  more: Partial<RecordsOptions> = {},
): KeptRecords {
  const read = fromRecords(listed(records), { owner, format: "generic", ...more, ...(before && { before }) });
  for (const { rowsRead, rowsKept, rowsSkipped } of [read.report, ...Object.values(read.sides ?? {})])
    expect(rowsRead).toBe(rowsKept + rowsSkipped);
  network.import(read);
  return read.kept;
}

function atOnce(records: readonly Given[], more: Partial<RecordsOptions> = {}): Network {
  const network = new Network();
  network.addPerson(owner);
  take(network, records, undefined, more);
  return network;
}

/** People and ties; of the owner, who tells of nobody, the name alone. */
function told(network: Network): unknown {
  const { people, ties } = network.toJSON();
  return { people: people.map((one) => (one.id === "me" ? one.name : one)), ties };
}

describe("records in pages", () => {
  test("in any order, and twice, are the records at once", () => {
    fc.assert(
      fc.property(
        world.chain((records) =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray([...records, ...records], { minLength: 2 * records.length }),
          ),
        ),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(undefined, "u1"),
        ([records, shuffled], size, userId) => {
          const more = userId === undefined ? {} : { userId };
          const network = new Network();
          network.addPerson(owner);
          let kept: KeptRecords | undefined;
          for (let at = 0; at < shuffled.length; at += size)
            kept = take(
              network,
              shuffled.slice(at, at + size),
              kept && JSON.parse(JSON.stringify(kept)),
              more,
            );
          const once = new Network();
          once.addPerson(owner);
          expect(take(once, records, undefined, more)).toEqual(kept);
          expect(told(network)).toEqual(told(once));
          const again = Network.fromJSON(JSON.parse(JSON.stringify(network)));
          expect(again.toJSON()).toEqual(network.toJSON());
        },
      ),
    );
  });

  test("deleted ones leave what the others tell, and no more", () => {
    fc.assert(
      fc.property(
        world.chain((records) => fc.tuple(fc.constant(records), fc.subarray([...records]))),
        ([records, gone]) => {
          const network = new Network();
          network.addPerson(owner);
          const kept = take(network, records);
          const marked = gone.map(([kind, record]): Given => [kind, { ...record, deleted: true }]);
          take(network, marked, kept);
          // Names of firms and former firms stay with those who were told to be there.
          const left = records.filter((one) => !gone.includes(one) || one[0] === "companies");
          if (gone.every(([kind]) => kind !== "companies")) expect(told(network)).toEqual(told(atOnce(left)));
          const others = new Set(
            gone.flatMap(([kind, record]) => (kind === "contacts" ? [NAMES[record["id"] as number]] : [])),
          );
          expect(network.people().filter(({ name }) => others.has(name))).toEqual([]);
        },
      ),
    );
  });
});

describe("what a record told", () => {
  const ben = { id: 1, name: "Ben Ito", company: "Acme", title: "CTO" };

  test("goes with it; what the owner's other files told of the same human stays", () => {
    const network = new Network();
    const csv =
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBen,Ito,,,Acme,CTO,12 Mar 2021";
    const file = readLinkedInConnections(csv, { owner });
    network.import(file, { owner: "me" });
    const before = network.toJSON();
    const call = { id: 7, type: "call", at: "2026-04-01", contactIds: [1] };
    const read = fromRecords(
      { contacts: [{ ...ben, title: "CEO", company: "Hooli" }], activities: [call] },
      { owner },
    );
    network.import(read);
    const [, inFile] = file.people;
    network.merge({ merged: [{ keep: inFile?.id as string, gone: read.people[1]?.id as string }] });
    const both = network.person(inFile?.id as string);
    expect(both).toMatchObject({ company: "Hooli", title: "CEO" });
    expect(both?.spells?.map(({ organization, past }) => [organization, past])).toEqual([["Acme", true]]);
    expect(network.tie("me", inFile?.id as string)?.evidence).toMatchObject({
      connectedOn: "2021-03-12",
      interactions: [{ kind: "call" }],
    });
    network.import(fromRecords([{ id: 1, deleted: true }], { owner, before: read.kept }));
    const { people, ties } = network.toJSON();
    expect({ people, ties }).toEqual({ people: before.people, ties: before.ties });
  });

  test("of two records of one human, one that is deleted leaves what the other told", () => {
    const network = new Network();
    const won = { id: "d", status: "won", closedAt: "2026-01-02", contactIds: [2] };
    const read = fromRecords({ contacts: [ben, { ...ben, id: 2 }], deals: [won] }, { owner });
    network.import(read);
    const [, keep, gone] = read.people.map((one) => one.id) as [string, string, string];
    network.merge({ merged: [{ keep, gone }] });
    expect(network.person(keep)?.tags).toHaveLength(2);
    network.import(fromRecords([{ id: 2, deleted: true }], { owner, before: read.kept }));
    expect(network.person(keep)).toMatchObject({ name: "Ben Ito" });
    expect(network.person(keep)?.tags).toBeUndefined();
    expect(network.tie("me", keep)).toBeDefined();
  });

  test("changes with it: another day, another contact, a deal that is open again", () => {
    const network = new Network();
    const contacts = [ben, { id: 2, name: "Cy Roe" }];
    const deal = { id: "d", status: "won", closedAt: "2026-01-02", contactIds: [1] };
    const call = { id: "c", type: "call", at: "2026-02-01", contactIds: [1] };
    const read = fromRecords({ contacts, deals: [deal], activities: [call] }, { owner });
    network.import(read);
    const [, one, two] = read.people.map((person) => person.id) as [string, string, string];
    const next = fromRecords(
      { deals: [{ ...deal, status: "open" }], activities: [{ ...call, at: "2026-02-03", contactIds: [2] }] },
      { owner, before: read.kept },
    );
    expect(next.people.map((person) => person.id)).toEqual(["me", one, two]);
    network.import(next);
    expect(network.person(one)).toMatchObject({ name: "Ben Ito", title: "CTO" });
    expect(network.person(one)?.tags).toBeUndefined();
    expect(network.tie("me", one)?.evidence.interactions).toBeUndefined();
    expect(network.tie("me", two)?.evidence.interactions?.map(({ at }) => at.slice(0, 10))).toEqual([
      "2026-02-03",
    ]);
  });

  test("is kept without anybody's name or address", () => {
    const contacts = [{ ...ben, email: "ben@acme.example", city: "Oslo" }];
    const text = JSON.stringify(fromRecords({ contacts }, { owner }).kept);
    for (const word of ["Ben", "Ito", "ben@", "Oslo", "CTO"]) expect(text).not.toContain(word);
  });

  test("is its owner's business: nobody else's snapshot tells which record it was", () => {
    const network = new Network();
    network.addPerson({ id: "ed", name: "Ed" });
    network.import(fromRecords([ben], { owner }));
    const source = network.people().find(({ name }) => name === "Ben Ito")?.id;
    network.addTie({ from: "me", to: source as string, owner: "ed", evidence: {} });
    expect(network.tieRecords("me", source as string).map((tie) => tie.source)).toEqual([undefined, source]);
    expect(tellersOf(network.tie("me", source as string) as Tie)).toEqual(["ed", "me"]);
    const seen = (viewer: string) => snapshotFor(network, viewer).ties.map((tie) => tie.source);
    expect([seen("ed"), seen("me")]).toEqual([
      [undefined, undefined],
      [undefined, source],
    ]);
    expect(() => network.import({ people: [ben as never], ties: [], refresh: true })).toThrow("owner");
  });
});
