import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { compareInteractions, flipEvidence, mergeEvidence } from "../../src/network/merge-evidence.js";
import { keepPerson, mergePerson } from "../../src/network/merge-person.js";
import type { Interaction, Person, TieEvidence } from "../../src/people/index.js";

const nastyIds = [
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "é",
  "e\u0301",
  "😀",
  "",
  "p:a",
];

const evidence: fc.Arbitrary<TieEvidence> = fc.record(
  {
    interactions: fc.array(
      fc.record({
        at: fc.constantFrom("2024-01-02", "2025-06-30T10:00:00Z", "2026-02-03"),
        direction: fc.constantFrom("out", "in", "both"),
        kind: fc.constantFrom("meeting", "call", "message"),
      }),
      { maxLength: 4 },
    ),
    connectedOn: fc.constantFrom("2019-01-01", "2020-05-06"),
    closeness: fc.constantFrom(0, 0.25, 1),
    contexts: fc.uniqueArray(fc.constantFrom("work:acme", "school:mit")).map((list) => list.sort()),
    overlap: fc.constantFrom(0, 0.5),
  },
  { requiredKeys: [] },
);

/** As a network keeps them: what an owner told stands once. */
const person: fc.Arbitrary<Person> = fc
  .record(
    {
      id: fc.constant("p"),
      name: fc.constantFrom("Ann Lee", "Ann M. Lee", "ann lee"),
      company: fc.constantFrom("Acme", "Acme Inc", "Globex Corporation", "Initech", "Freelance"),
      emails: fc.uniqueArray(fc.constantFrom("a@x.example", "b@x.example", "c@x.example", "d@x.example")),
      tags: fc.array(
        fc.record(
          {
            code: fc.constantFrom("source:clients", "method:vendor"),
            evidence: fc.constant("won deal"),
            owner: fc.constantFrom("n0", "n3", "nobody"),
          },
          { requiredKeys: ["code", "evidence"] },
        ),
        { maxLength: 3 },
      ),
      spells: fc.array(
        fc.oneof(
          fc.record(
            {
              kind: fc.constant("meeting" as const),
              organization: fc.constantFrom("m0", "m1"),
              owner: fc.constantFrom("n0", "n3", "nobody"),
            },
            { requiredKeys: ["kind", "organization"] },
          ),
          fc.record(
            {
              kind: fc.constant("work" as const),
              organization: fc.constantFrom("Acme", "ACME, Inc.", "Initech GmbH"),
              past: fc.constant(true),
              headcount: fc.constantFrom(9, 90),
              owner: fc.constantFrom("n0", "n3"),
            },
            { requiredKeys: ["kind", "organization"] },
          ),
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ["id"] },
  )
  .map((told) => keepPerson(told, { canonical: (id) => id, isOptedOut: () => false }));

describe("Network", () => {
  it("takes ids that are names on Object.prototype, and keeps NFC and NFD apart", () => {
    const network = new Network();
    for (const id of nastyIds) network.addPerson({ id, name: id });
    for (const a of nastyIds) {
      for (const b of nastyIds) expect(network.tie(a, b)).toBeUndefined();
      expect(network.neighbors(a)).toEqual([]);
    }
    network.addTie({ from: "__proto__", to: "constructor", evidence: { closeness: 0.5 } });
    expect(network.neighbors("constructor")).toEqual(["__proto__"]);
    expect(network.tie("valueOf", "constructor")).toBeUndefined();
    expect(network.size).toBe(nastyIds.length);
    expect(network.tieCount).toBe(1);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Network.fromJSON(JSON.parse(JSON.stringify(network))).toJSON()).toEqual(network.toJSON());
  });

  it("refuses a bad call with a code and stays as it was", () => {
    const network = new Network();
    network.addPerson({ id: "a" });
    const before = JSON.stringify(network);
    const refused: [() => void, string][] = [
      [() => network.addPerson({ id: "\ud800" }), "INVALID_ID"],
      [() => network.addPerson({ id: 3 as never }), "INVALID_ID"],
      [() => network.addPerson({ id: "b", name: 7 as never }), "INVALID_PERSON"],
      [() => network.addPerson({ id: "b", emails: "x" as never }), "INVALID_PERSON"],
      [() => network.addPerson(null as never), "INVALID_PERSON"],
      [() => network.addTie({ from: "a", to: "a", evidence: {} }), "INVALID_TIE"],
      [() => network.addTie({ from: "a", to: "zz", evidence: {} }), "UNKNOWN_PERSON"],
      [() => network.addTie({ from: "a", to: "a", evidence: { closeness: 2 } }), "INVALID_EVIDENCE"],
      [
        () => network.addTie({ from: "a", to: "a", evidence: { connectedOn: "2024-02-30" } }),
        "INVALID_EVIDENCE",
      ],
      [() => network.addTie({ from: "a", to: "a", evidence: { overlap: Number.NaN } }), "INVALID_EVIDENCE"],
      [
        () => network.addTie({ from: "a", to: "a", evidence: { contexts: [1] as never } }),
        "INVALID_EVIDENCE",
      ],
      [() => network.addTie({ from: "a", to: "a", evidence: null as never }), "INVALID_EVIDENCE"],
      [() => network.addTie({ from: "a", to: "a", evidence: {}, visibility: "x" as never }), "INVALID_TIE"],
      [() => network.addTie(null as never), "INVALID_TIE"],
      [
        () =>
          network.import({
            people: [{ id: "c" }],
            ties: [],
            interactions: [{ from: "c", to: "gone", at: "2024-01-01", direction: "out", kind: "call" }],
          }),
        "UNKNOWN_PERSON",
      ],
      [() => network.setDoNotAsk("gone", true), "UNKNOWN_PERSON"],
    ];
    for (const at of ["x", "2024-13-01"]) {
      const interactions = [{ at, direction: "out" as const, kind: "call" as const }];
      refused.push([
        () => network.addTie({ from: "a", to: "a", evidence: { interactions } }),
        "INVALID_EVIDENCE",
      ]);
    }
    for (const bad of [{ direction: "up" }, { kind: "fax" }]) {
      const interactions = [{ at: "2024-01-01", direction: "out", kind: "call", ...bad }] as never;
      refused.push([
        () => network.addTie({ from: "a", to: "a", evidence: { interactions } }),
        "INVALID_EVIDENCE",
      ]);
    }
    for (const [call, code] of refused) expect(call).toThrow(expect.objectContaining({ code }));
    expect(JSON.stringify(network)).toBe(before);
  });

  it("refuses a snapshot that is none, or newer", () => {
    const good = new Network().toJSON();
    for (const bad of [null, 1, {}, { ...good, version: 0 }, { ...good, people: {} }]) {
      expect(() => Network.fromJSON(bad)).toThrow(expect.objectContaining({ code: "INVALID_SNAPSHOT" }));
    }
    const twice = { ...good, people: [{ id: "a" }, { id: "a" }] };
    expect(() => Network.fromJSON(twice)).toThrow(expect.objectContaining({ code: "INVALID_SNAPSHOT" }));
    expect(() => Network.fromJSON({ ...good, version: 3 })).toThrow(
      expect.objectContaining({ code: "SNAPSHOT_NEWER" }),
    );
  });

  it("tells a tie from the side it is asked for", () => {
    const network = new Network();
    for (const id of ["z", "a"]) network.addPerson({ id });
    const out = { at: "2024-01-01", direction: "out" as const, kind: "call" as const };
    network.addTie({ from: "z", to: "a", evidence: { interactions: [out] } });
    expect(network.tie("z", "a")?.evidence.interactions).toEqual([out]);
    expect(network.tie("a", "z")?.evidence.interactions).toEqual([{ ...out, direction: "in" }]);
  });

  it("lets the given win over the known, and the read join it", () => {
    const network = new Network();
    network.addPerson({ id: "a", company: "Acme Incorporated", title: "CEO" });
    network.addPerson({ id: "a", company: "Beta" });
    expect(network.person("a")).toEqual({ id: "a", company: "Beta", title: "CEO" });
    network.import({ people: [{ id: "a", company: "Acme Incorporated" }, { id: "b" }], ties: [] });
    expect(network.person("a")?.company).toBe("Acme Incorporated");
    network.addTie({ from: "a", to: "b", evidence: { closeness: 0.9 } });
    network.addTie({ from: "b", to: "a", evidence: { closeness: 0.2, contexts: ["x"] } });
    expect(network.tie("a", "b")?.evidence).toEqual({ closeness: 0.2, contexts: ["x"] });
  });

  it("counts common neighbours, and remembers who is not to be asked", () => {
    const network = new Network();
    for (const id of ["a", "b", "c", "d"]) network.addPerson({ id });
    for (const [from, to] of [
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
      ["b", "d"],
    ] as const) {
      network.addTie({ from, to, evidence: {} });
    }
    expect(network.commonNeighbors("a", "b")).toBe(1);
    expect(network.commonNeighbors("a", "d")).toBe(1);
    expect(network.commonNeighbors("a", "nobody")).toBe(0);
    for (const visibility of ["masked", "private"] as const) {
      network.setVisibility("b", ["b", "c"], visibility);
      expect(network.commonNeighbors("a", "b")).toBe(0);
      expect(network.commonNeighbors("a", "b", ["a", "d"])).toBe(0);
      expect(network.commonNeighbors("a", "b", ["d", "c"])).toBe(1);
      expect(network.commonNeighbors("a", "b", ["b"])).toBe(1);
    }
    network.addTie({ from: "c", to: "b", evidence: {}, owner: "d" });
    network.mergePeople([["d", "d@old"]]);
    // Against the private mark of one of its ends, who told of a tie as well may not use it.
    expect(network.commonNeighbors("b", "a", ["d@old"])).toBe(0);
    network.setVisibility("b", ["b", "c"], "shared");
    expect(network.commonNeighbors("a", "b")).toBe(1);
    const { shape } = network;
    network.setDoNotAsk("d", true);
    network.setDoNotAsk("d", true);
    expect(network.shape).toBe(shape + 1);
    expect(network.isDoNotAsk("d")).toBe(true);
    expect(Network.fromJSON(network.toJSON()).doNotAsk()).toEqual(["d"]);
    network.setDoNotAsk("d", false);
    expect(network.doNotAsk()).toEqual([]);
  });

  it("tells which ties changed since its shape did", () => {
    const network = new Network();
    for (const id of ["a", "b", "c"]) network.addPerson({ id });
    network.addTie({ from: "a", to: "b", evidence: {} });
    const { shape } = network;
    network.addTie({ from: "b", to: "a", evidence: { closeness: 1 } });
    expect(network.shape).toBe(shape);
    expect(network.tieChanges).toEqual([{ from: "a", to: "b" }]);
    network.addTie({ from: "a", to: "c", evidence: {} });
    expect(network.tieChanges).toEqual([]);
    network.addTie({ from: "a", to: "c", evidence: {}, visibility: "private" });
    expect(network.tie("c", "a")?.visibility).toBe("private");
    network.addTie({ from: "a", to: "c", evidence: {}, visibility: "shared" });
    expect(network.tie("c", "a")?.visibility).toBe("private");
  });

  it("is the same network in whichever order records come, and when they come twice", () => {
    const records = fc.array(fc.record({ a: fc.nat(3), b: fc.nat(3), evidence, person }), { maxLength: 8 });
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, stream) => {
        const imports = list.map(({ a, b, evidence, person }) => ({
          people: [0, 1, 2, 3].map((n) => ({ ...person, id: `n${n}` })),
          ties: [{ from: `n${a}`, to: `n${b}`, evidence }],
        }));
        const keys = stream.take(imports.length).map((key) => key);
        const shuffled = imports
          .map((item) => ({ item, key: keys.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ item }) => item);
        const [one, other] = [new Network(), new Network()];
        for (const item of imports) one.import(item);
        for (const item of [...shuffled, ...shuffled]) other.import(item);
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
    );
  });
});

describe("merging", () => {
  it("is commutative, associative and idempotent for evidence", () => {
    const merge = (a: TieEvidence, b: TieEvidence) => JSON.stringify(mergeEvidence(a, b));
    fc.assert(
      fc.property(evidence, evidence, evidence, (a, b, c) => {
        expect(merge(a, b)).toBe(merge(b, a));
        expect(merge(mergeEvidence(a, b), c)).toBe(merge(a, mergeEvidence(b, c)));
        expect(merge(mergeEvidence(a, b), b)).toBe(merge(a, b));
        expect(flipEvidence(flipEvidence(a))).toEqual(a);
      }),
    );
  });

  it("orders interactions as their words in one string are ordered", () => {
    const interaction: fc.Arbitrary<Interaction> = fc.record({
      at: fc.constantFrom(
        "2026-01-02",
        "2026-01-02T10:00",
        "2026-01-02 10:00Z",
        "2026-01-02t10:00:00.5+01:00",
        "2026-01-03",
      ),
      direction: fc.constantFrom("out", "in", "both"),
      kind: fc.constantFrom("meeting", "call", "message", "comment", "like"),
    });
    const keyOf = ({ at, direction, kind }: Interaction) => `${at}|${direction}|${kind}`;
    fc.assert(
      fc.property(interaction, interaction, (a, b) => {
        const [x, y] = [keyOf(a), keyOf(b)];
        expect(Math.sign(compareInteractions(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    );
  });

  it("keeps first an address that some record has first", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), (people) => {
        const { emails = [] } = people.reduce(mergePerson);
        const firsts = people.flatMap(({ emails: [first] = [] }) => (first === undefined ? [] : [first]));
        expect(emails[0]).toBe([...firsts].sort()[0]);
        expect([...emails].sort()).toEqual(
          [...new Set(people.flatMap(({ emails: all = [] }) => all))].sort(),
        );
      }),
    );
    const work = { id: "p", emails: ["work@x.example", "home@x.example"] };
    expect(mergePerson(work, { id: "p", emails: ["work@x.example", "a@x.example"] }).emails).toEqual([
      "work@x.example",
      "a@x.example",
      "home@x.example",
    ]);
  });

  it("is commutative, associative and idempotent for people", () => {
    fc.assert(
      fc.property(person, person, person, (a, b, c) => {
        expect(mergePerson(a, a)).toEqual(a);
        expect(mergePerson(a, b)).toEqual(mergePerson(b, a));
        expect(mergePerson(mergePerson(a, b), c)).toEqual(mergePerson(a, mergePerson(b, c)));
      }),
    );
  });
});
