import { expect, it } from "vitest";
import { readExports, readLinkedInConnections } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { resolvePeople } from "../../src/people/index.js";

const owner = { id: "me", name: "Ada Park" };
const csv = "First Name,Last Name,Company,Connected On\nAnn,Case,Acme,05 Mar 2021\n";
const sourcesOf = (network: Network, name: string) =>
  network.people().find((person) => person.name === name)?.sources;

it("network.import names the file that people were read from, as a reader's own option does", () => {
  const [given, read] = [new Network(), new Network()];
  given.import(readLinkedInConnections(csv, { owner }), { file: "mine.csv" });
  read.import(readLinkedInConnections(csv, { owner, file: "mine.csv" }));
  expect(sourcesOf(given, "Ann Case")).toEqual([{ owner: "me", file: "mine.csv", row: 2 }]);
  expect(JSON.stringify(given)).toBe(JSON.stringify(read));
});

it("records without a place get one where it is known whose they are, the owner none; tables of one archive stay apart", () => {
  const network = new Network();
  const ann = { id: "a", name: "Ann Case" };
  network.import({ people: [owner, ann], ties: [], owner: "me" }, { file: "hand.json" });
  expect(sourcesOf(network, "Ann Case")).toEqual([{ owner: "me", file: "hand.json" }]);
  expect(sourcesOf(network, "Ada Park")).toBeUndefined();
  const tables = ["connections", "notes"].map((file, i) => ({
    id: `t${i}`,
    name: `T${i}`,
    sources: [{ owner: "me", file, row: 2 }],
  }));
  network.import({ people: tables, ties: [], file: "archive.zip" });
  expect(sourcesOf(network, "T0")).toEqual([{ owner: "me", file: "archive.zip/connections", row: 2 }]);
  const own = new Network();
  own.import({ people: [ann], ties: [] }, { file: "hand.json" });
  expect(sourcesOf(own, "Ann Case")).toBeUndefined();
});

it("an owner who stands in others' files keeps these places, and what readExports named is named once", () => {
  const network = new Network();
  const add = (who: { id: string; name: string }, name: string, text: string): void => {
    for (const read of readExports([{ name, text }], { owner: network.person(who.id) ?? who }))
      network.import(read);
  };
  const ben = { id: "ben", name: "Ben Cho" };
  network.addPerson({ ...ben, sources: [{ owner: "me", file: "mine.csv", row: 5 }] });
  for (let i = 0; i < 3; i++) add(ben, "ben.csv", csv);
  expect(sourcesOf(network, "Ben Cho")).toEqual([{ owner: "me", file: "mine.csv", row: 5 }]);
  expect(sourcesOf(network, "Ann Case")).toEqual([{ owner: "ben", file: "ben.csv", row: 2 }]);
});

it("two imports of one owner under two names merge by name and company, under one name they are two people of a file", () => {
  const merged = (...files: readonly string[]) => {
    const network = new Network();
    files.forEach((file, i) => {
      const again = csv
        .replace("Connected On", "URL,Connected On")
        .replace("05 Mar", `https://x.example/${i},05 Mar`);
      network.import(readLinkedInConnections(again, { owner, idOf: () => `${i}` }), { file });
    });
    return resolvePeople(network.people()).merged.length;
  };
  expect(merged("one.csv", "two.csv")).toBe(1);
  expect(merged("one.csv", "one.csv")).toBe(0);
});

it.each([[""], [7]])("a file that is no name (%j) is refused, and nothing is taken in", (file) => {
  const network = new Network();
  expect(() => network.import(readLinkedInConnections(csv, { owner }), { file: file as string })).toThrow(
    expect.objectContaining({ code: "INVALID_ARGUMENT" }),
  );
  expect(network.people()).toEqual([]);
});
