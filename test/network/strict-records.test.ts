import { expect, it } from "vitest";
import { Network } from "../../src/index.js";
import type { NetworkImport } from "../../src/network/index.js";

const NAMES: readonly [record: string, nearest: string, code: string, records: object, options?: object][] = [
  ["a tie", "visibility", "INVALID_TIE", tie({ visiblity: "private" })],
  ["a tie's evidence", "closeness", "INVALID_EVIDENCE", tie({ evidence: { closenes: 1 } })],
  [
    "an interaction",
    "automatic",
    "INVALID_EVIDENCE",
    tie({
      evidence: { interactions: [{ at: "2026-01-01", direction: "out", kind: "call", automatik: true }] },
    }),
  ],
  [
    "a vouch",
    "count",
    "INVALID_EVIDENCE",
    tie({ evidence: { vouches: [{ kind: "endorsement", direction: "in", cuont: 2 }] } }),
  ],
  ["a person", "emails", "INVALID_PERSON", { people: [{ id: "a", email: ["a@x.example"] }] }],
  [
    "a tag",
    "private",
    "INVALID_PERSON",
    { people: [{ id: "a", tags: [{ code: "x", evidence: "y", privat: true }] }] },
  ],
  [
    "a spell",
    "owner",
    "INVALID_PERSON",
    { people: [{ id: "a", spells: [{ kind: "work", organization: "x", ownr: "b" }] }] },
  ],
  ["a source", "file", "INVALID_PERSON", { people: [{ id: "a", sources: [{ owner: "b", fil: "c" }] }] }],
  ["an import", "visibility", "INVALID_ARGUMENT", { people: [], visiblity: "private" }],
  ["its options", "visibility", "INVALID_ARGUMENT", { people: [] }, { visability: "private" }],
];

it.each(NAMES)("%s with a misspelt key is refused, and %s is named", (_, nearest, code, records, options) => {
  const network = new Network();
  network.import({ people: [{ id: "a" }, { id: "b" }], ties: [] });
  const before = JSON.stringify(network);
  const refused = expect.objectContaining({ code, details: expect.objectContaining({ nearest }) });
  const whole = { ties: [], people: [], ...records } as NetworkImport;
  expect(() => network.import(whole, options)).toThrow(refused);
  for (const one of whole.ties) expect(() => network.addTie(one)).toThrow(refused);
  for (const one of whole.people) expect(() => network.addPerson(one)).toThrow(refused);
  expect(JSON.stringify(network)).toBe(before);
});

it("what the network gives may be given again", () => {
  const network = new Network();
  network.import({
    people: [{ id: "a" }, { id: "b" }],
    ties: ["a", "b", "c"].map((owner) => ({ from: "a", to: "b", owner, evidence: { closeness: 0.5 } })),
  });
  const known = network.tie("a", "b");
  if (known === undefined) throw new Error("no tie");
  expect(known.sightings).toHaveLength(3);
  network.addTie(known);
  expect(network.tieCount).toBe(1);
});

function tie(fields: object): object {
  return { ties: [{ from: "a", to: "b", evidence: {}, ...fields }] };
}

it.each([
  ["a key more", { visiblity: "private" }],
  ["a key of every object", JSON.parse('{"__proto__": {}, "privat": true}')],
  ["a key in place of another", { name: undefined, nam: "Ann Lee" }],
])("a record that is known but for %s is refused as a new one is", (_, more) => {
  const network = new Network();
  const known = { id: "a", name: "Ann Lee", tags: [{ code: "x", evidence: "y" }] };
  network.import({ people: [known], ties: [] }, { owner: "me" });
  network.import({ people: [structuredClone(known)], ties: [] }, { owner: "you" });
  const record = Object.defineProperties({ ...known }, Object.getOwnPropertyDescriptors(more));
  expect(() => network.import({ people: [record], ties: [] }, { owner: "you" })).toThrow(
    expect.objectContaining({ code: "INVALID_PERSON" }),
  );
});
