import fc from "fast-check";
import { expect, it } from "vitest";
import { readLinkedInConnections } from "../../src/ingest/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import type { Person } from "../../src/people/index.js";

/** Whose files name whom: nothing that others may see tells of a file or of its owner. */
const SECRET_OWNER = "owner-canary";
const SECRET_FILE = "canary-file.csv";

function peopleOfTwoFiles(): Network {
  const network = new Network();
  for (const id of ["sam", SECRET_OWNER]) network.addPerson({ id });
  const from = (owner: string, file: string) => [{ owner, file, row: 2 }];
  const bob = { id: "bob", name: "Bob Smith" };
  network.import({ people: [{ ...bob, sources: from("sam", "sam.csv") }], ties: [] });
  network.import({ people: [{ ...bob, sources: from(SECRET_OWNER, SECRET_FILE) }], ties: [] });
  network.addTie({ from: "sam", to: "bob", evidence: {} });
  return network;
}

it("a viewer sees their own files, and neither the owner nor the name of others'", () => {
  const network = peopleOfTwoFiles();
  const own = [{ owner: "sam", file: "sam.csv", row: 2 }];
  expect(network.seenBy("sam").person("bob")?.sources).toEqual(own);
  expect(network.seenBy([]).person("bob")?.sources).toBeUndefined();
  expect(network.seenBy("bob").mayHear("bob", "sources")).toBe(false);
  expect(JSON.stringify(network.seenBy("sam").people())).not.toContain(SECRET_FILE);
  network.removePerson(SECRET_OWNER);
  expect(JSON.stringify(network)).not.toContain("canary");
});

it("a seeker's snapshot holds no file of anybody else", () => {
  const snapshot = snapshotFor(peopleOfTwoFiles(), "sam");
  expect(snapshot.people.find(({ id }) => id === "bob")?.sources).toHaveLength(1);
  expect(JSON.stringify(snapshot)).not.toContain(SECRET_FILE);
  expect(JSON.stringify(Network.fromJSON(snapshot))).not.toContain(SECRET_FILE);
});

it("an owner who opts out takes the names of their files along, before an import or after it, and with another id too", () => {
  const csv =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBob,Smith,https://www.linkedin.com/in/bob,,Acme,CEO,12 Mar 2024\n";
  const of = (id: string) => readLinkedInConnections(csv, { owner: { id }, file: `${id}.csv` });
  const networks = [0, 1, 2].map((out) => {
    const network = new Network();
    network.addPerson({ id: "olga" });
    if (out === 0) network.optOut("olga");
    network.import(of("sam"));
    network.import(of(out === 2 ? "olga2" : "olga"));
    if (out === 2) network.merge({ merged: [{ keep: "olga", gone: "olga2" }] });
    if (out > 0) network.optOut("olga");
    return network;
  });
  for (const network of networks) {
    expect(JSON.stringify(network.people())).toContain("sam.csv");
    expect(JSON.stringify(network.toJSON())).not.toContain("olga.csv");
    expect(JSON.stringify(network.toJSON())).not.toContain("olga2.csv");
    expect(network.people()).toEqual(networks[0]?.people());
  }
});

/** Yan under an open id, and under one that a private import of olga's made of an address. */
function yanTwice(first: "import" | "merge"): Network {
  const network = new Network();
  for (const id of ["sam", "olga", "yan"]) network.addPerson({ id });
  network.addTie({ from: "sam", to: "yan", evidence: {} });
  const merge = () => network.merge({ merged: [{ keep: "yan", gone: "p_canary" }] });
  if (first === "merge") merge();
  network.import(
    { people: [{ id: "p_canary", emails: ["y@x.example"] }], ties: [] },
    { owner: "olga", visibility: "private" },
  );
  if (first === "import") merge();
  return network;
}

it("an id that came by a private import alone is its owner's, also after it was merged", () => {
  for (const first of ["import", "merge"] as const) {
    const network = yanTwice(first);
    const saved = Network.fromJSON(JSON.parse(JSON.stringify(network)));
    expect(JSON.stringify(saved)).toBe(JSON.stringify(network));
    for (const one of [network, saved]) {
      expect(JSON.stringify(snapshotFor(one, "sam"))).not.toContain("canary");
      expect(snapshotFor(one, "olga").merged).toEqual([["p_canary", "yan"]]);
      expect(one.seenBy("sam").mayName("p_canary")).toBe(false);
      expect(one.seenBy("sam").person("p_canary")).toBeUndefined();
      expect(one.seenBy("yan").mayName("p_canary")).toBe(true);
    }
    network.import({ people: [{ id: "p_canary" }], ties: [] });
    expect(snapshotFor(network, "sam").merged).toEqual([["p_canary", "yan"]]);
  }
  expect(JSON.stringify(yanTwice("merge"))).toBe(JSON.stringify(yanTwice("import")));
});

it("property: another's private import, files and merges change no byte of what a viewer is handed", () => {
  const ids = ["a", "b", "c"];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom("k1", "k2")), { maxLength: 3 }),
      fc.boolean(),
      (open, hidden, before) => {
        const [plain, told] = [0, 1].map(() => {
          const network = new Network();
          for (const id of ["sam", "olga", ...ids]) network.addPerson({ id });
          for (const id of new Set(open)) network.addTie({ from: "sam", to: id, evidence: {} });
          return network;
        }) as [Network, Network];
        const people: Person[] = hidden.map(([, key]) => ({
          id: key,
          sources: [{ owner: "olga", file: "f.csv" }],
        }));
        const read = () => told.import({ people, ties: [] }, { owner: "olga", visibility: "private" });
        const merge = () => told.merge({ merged: hidden.map(([keep, gone]) => ({ keep, gone })) });
        for (const step of before ? [read, merge] : [merge, read]) step();
        const merged = hidden.map(([id]) => told.canonical(id));
        // Two open people who are one now are so to everybody.
        fc.pre(new Set(merged).size === new Set(hidden.map(([id]) => id)).size);
        expect(snapshotFor(told, "sam")).toEqual(snapshotFor(plain, "sam"));
      },
    ),
  );
});
