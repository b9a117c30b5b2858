import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network, type NetworkImport } from "../../src/network/index.js";
import type { Person } from "../../src/people/index.js";

const bytes = (network: Network): string => JSON.stringify(network);

const text = fc.constantFrom("Ann", "Annie Lee");
const person: fc.Arbitrary<Person> = fc.record(
  {
    id: fc.constantFrom("a", "b"),
    name: text,
    firstName: text,
    lastName: text,
    company: text,
    title: text,
    emails: fc.array(fc.constantFrom("a@x.example", "b@x.example"), { maxLength: 2 }),
    profileUrl: text,
    location: text,
    spells: fc.constant([{ kind: "work" as const, organization: "Acme", from: "2020", title: "CEO" }]),
    tags: fc.constant([{ code: "x", evidence: "y", at: "2024-01-01", private: true, owner: "o" }]),
  },
  { requiredKeys: ["id"] },
);

/** The same plain data with all keys the other way round. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, turned(part)])) as T;
}

describe("a person's record", () => {
  it("has one form: whatever order its fields have, and however often it is read", () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const [once, again, added] = [new Network(), new Network(), new Network()];
        once.import({ people: [one, other], ties: [] });
        for (const _ of [1, 2]) again.import(turned({ people: [one, other], ties: [] }));
        expect(bytes(again)).toBe(bytes(once));
        for (const given of once.people()) added.addPerson(turned(given));
        expect(added.people()).toEqual(once.people());
      }),
    );
  });

  it("is the same when its fields are added one by one in any order", () => {
    const fields = [{ company: "Acme" }, { emails: ["a@x.example"] }, { name: "Ann" }, { title: undefined }];
    const networks = [fields, [...fields].reverse()].map((list) => {
      const network = new Network();
      for (const field of list) network.addPerson({ id: "a", ...field } as Person);
      return bytes(network);
    });
    expect(networks[1]).toBe(networks[0]);
    expect(networks[0]).toContain('[{"id":"a","name":"Ann","company":"Acme","emails":["a@x.example"]}]');
  });

  it("holds known fields only, from the first time on", () => {
    const odd = {
      id: "a",
      nickname: "CANARY",
      spells: [{ kind: "work", organization: "Acme", boss: "CANARY" }],
      tags: [{ code: "x", evidence: "y", by: "CANARY" }],
    } as unknown as Person;
    const [imported, added] = [new Network(), new Network()];
    imported.import({ people: [odd], ties: [] });
    added.addPerson(odd);
    expect(bytes(imported)).not.toContain("CANARY");
    expect(added.people()).toEqual(imported.people());
    const before = bytes(imported);
    imported.import({ people: [odd], ties: [] });
    expect(bytes(imported)).toBe(before);
  });

  it("of interactions has one form too", () => {
    const call = { at: "2026-01-02", direction: "out", kind: "call" } as const;
    const networks = [call, turned({ ...call, note: "CANARY" })].map((interaction) => {
      const network = new Network();
      const tie = { from: "a", to: "b", evidence: { interactions: [interaction] } };
      network.import({ people: [{ id: "a" }, { id: "b" }], ties: [tie] });
      return bytes(network);
    });
    expect(networks[1]).toBe(networks[0]);
  });
});

describe("an import with something bad in it", () => {
  const good: NetworkImport = { people: [{ id: "a" }, { id: "b" }], ties: [] };
  const withPerson = (fields: object): unknown => ({
    ...good,
    people: [{ id: "new" }, { id: "z", ...fields }],
  });
  const withInteractions = (interactions: unknown): unknown => ({
    people: [{ id: "new" }, ...good.people],
    ties: [{ from: "a", to: "b", evidence: { interactions } }],
  });
  const bad: readonly [string, readonly unknown[]][] = [
    [
      "INVALID_ARGUMENT",
      [{}, null, undefined, 7, { people: [] }, { ties: [] }, { ...good, interactions: 7 }],
    ],
    [
      "INVALID_PERSON",
      [
        { tags: [null] },
        { tags: [7] },
        { tags: [{ code: "x" }] },
        { tags: [{ code: 7, evidence: "y" }] },
        { tags: [{ code: "x", evidence: "y", at: 7 }] },
        { tags: [{ code: "x", evidence: "y", private: "yes" }] },
        { tags: [{ code: "x", evidence: "y", owner: 7 }] },
        { tags: [{ code: "x", evidence: "y", owner: "\ud800" }] },
        { spells: [null] },
        { spells: [{ kind: "play", organization: "Acme" }] },
        { spells: [{ kind: "work" }] },
        { spells: [{ kind: "work", organization: "Acme", from: 2020 }] },
        { emails: [5] },
        { emails: [null] },
      ].map(withPerson),
    ],
    ["INVALID_PERSON", [{ people: [{ id: "new" }, null], ties: [] }]],
    [
      "INVALID_ID",
      [
        { ...good, owner: 7 },
        { ...good, ties: [{ from: 3, to: "a", evidence: {} }] },
        { ...good, ties: [{ from: "a", to: "\ud800", evidence: {} }] },
        { ...good, ties: [{ from: "a", to: "b", evidence: {}, owner: null }] },
        { ...good, interactions: [{ to: "b", at: "2026-01-02", direction: "in", kind: "call" }] },
      ],
    ],
    [
      "UNKNOWN_PERSON",
      [
        { ...good, ties: [{ from: "a", to: "zz", evidence: {} }] },
        { ...good, interactions: [{ from: "zz", to: "b", at: "2026-01-02", direction: "in", kind: "call" }] },
      ],
    ],
    ["INVALID_TIE", [{ people: [{ id: "new" }], ties: [null] }]],
    ["INVALID_EVIDENCE", [[null], [7], [{ at: "2026-01-02" }]].map(withInteractions)],
    [
      "INVALID_EVIDENCE",
      [[null], [{ from: "a", to: "b" }]].map((interactions) => ({ ...good, interactions })),
    ],
  ];

  it("is refused whole with a code", () => {
    for (const [code, imports] of bad) {
      for (const one of imports) {
        const network = new Network();
        network.addPerson({ id: "a" });
        const before = bytes(network);
        expect(() => network.import(one as NetworkImport), JSON.stringify(one)).toThrow(
          expect.objectContaining({ name: "WarmpathError", code }),
        );
        expect(bytes(network), JSON.stringify(one)).toBe(before);
      }
    }
  });
});

describe("what goes in and what comes out", () => {
  /** Changes all that can be changed in plain data. */
  function spoil(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const part of Object.values(value)) spoil(part);
    for (const key of Object.keys(value)) Reflect.set(value, key, "SPOILED");
    if (Array.isArray(value)) value.push("SPOILED");
  }
  const records = () => ({
    people: [
      {
        id: "a",
        emails: ["a@x.example"],
        spells: [{ kind: "work" as const, organization: "Acme" }],
        tags: [{ code: "x", evidence: "y" }],
      },
      { id: "b" },
    ],
    ties: [
      {
        from: "a",
        to: "b",
        evidence: {
          contexts: ["work:acme"],
          interactions: [{ at: "2026-01-02", direction: "both" as const, kind: "call" as const }],
        },
      },
    ],
  });

  it("is the caller's own: changing it changes nothing in the network", () => {
    const network = new Network();
    const given = records();
    network.import(given);
    network.addPerson({ id: "c" });
    network.mergePeople([["b", "c"]]);
    network.setDoNotAsk("a", true);
    network.setVisibility("a", ["a", "b"], "masked");
    network.optOut("c9");
    const before = bytes(network);
    spoil(network.toJSON());
    expect(bytes(network)).toBe(before);
    spoil(given);
    expect(bytes(network)).toBe(before);
    const snapshot = JSON.parse(before);
    const back = Network.fromJSON(snapshot);
    spoil(snapshot);
    expect(bytes(back)).toBe(before);
    const added = { ...records().people[0], id: "d" };
    network.addPerson(added);
    const after = bytes(network);
    spoil(added);
    expect(bytes(network)).toBe(after);
  });

  it("is saved once for all who told it alike, whatever the order in which they told", () => {
    const owners = ["o1", "o2", "o3", "o4"];
    const telling = fc.array(
      fc.tuple(fc.constantFrom(...owners), person, fc.constantFrom("shared", "masked")),
      {
        maxLength: 12,
      },
    );
    const told = (files: readonly (readonly [string, Person, string])[]): Network => {
      const network = new Network();
      for (const [owner, one, visibility] of files)
        network.import({ people: [one], ties: [], owner, visibility: visibility as "shared" });
      return network;
    };
    fc.assert(
      fc.property(telling, (files) => {
        const network = told(files);
        const saved = network.toJSON();
        const alike = (saved.told ?? []).map((record) => JSON.stringify({ ...record, owners: undefined }));
        expect(new Set(alike).size).toBe(alike.length);
        expect(bytes(told([...files].reverse()))).toBe(bytes(network));
        const restored = Network.fromJSON(JSON.parse(bytes(network)));
        expect(bytes(restored)).toBe(bytes(network));
        for (const one of [...owners, "a"])
          expect(restored.seenBy(one).people()).toEqual(network.seenBy(one).people());
      }),
    );
    const network = told(owners.map((owner) => [owner, { id: "a", name: "Ann" }, "shared"]));
    expect(network.toJSON().told).toEqual([
      { person: { id: "a", name: "Ann" }, visibility: "shared", owners, inView: "listed" },
    ]);
  });
});
