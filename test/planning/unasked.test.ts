import fc from "fast-check";
import { expect, it } from "vitest";
import { Journal } from "../../src/journal/index.js";
import { Network } from "../../src/network/index.js";
import { unasked } from "../../src/planning/index.js";

const LOW = { code: "satisfaction:low", evidence: "NPS 3 of 10", private: true };
const CONTENT = { code: "satisfaction:high", evidence: "NPS 9 of 10" };

function team(): Network {
  const network = new Network();
  for (const id of ["me", "col", "ann", "ben", "cho", "dan", "eve", "bob"]) {
    network.addPerson({ id, ...(id === "eve" ? { tags: [LOW] } : id === "ann" ? { tags: [CONTENT] } : {}) });
  }
  for (const to of ["col", "ann", "ben", "cho", "eve"]) network.addTie({ from: "me", to, evidence: {} });
  network.addTie({ from: "col", to: "dan", evidence: {}, visibility: "private" });
  network.addTie({ from: "ann", to: "bob", evidence: {} });
  return network;
}

const ask = (id: string, seeker: string, connector: string, target: string) => ({
  id: `e-${id}`,
  type: "ask.sent" as const,
  at: "2026-11-02",
  ask: {
    id,
    seeker,
    connector,
    target,
    legs: [
      { asker: seeker, asked: connector },
      ...(connector === target ? [] : [{ asker: connector, asked: target }]),
    ].map((leg) => ({ ...leg, consent: 0.5, inferred: false })),
    cost: 1,
    price: 1,
  },
});

it("lists own contacts who may be asked, are not known to be dissatisfied, and were asked by nobody", () => {
  const network = team();
  const journal = new Journal();
  expect(unasked(network, journal, { seeker: "me" })).toEqual(["ann", "ben", "cho", "col"]);
  expect(unasked(network, journal, { seeker: ["me", "col"] })).toEqual(["ann", "ben", "cho", "dan"]);
  expect(unasked(network, journal, { seeker: "me", notNow: [] })).toContain("eve");
  expect(unasked(network, journal, { seeker: "bob" })).toEqual(["ann"]);
  // Without a seeker those of all who told of ties: here "me", "col" and "ann".
  expect(unasked(network, journal)).toEqual(["ben", "bob", "cho", "dan"]);
  network.setDoNotAsk("ben", true);
  journal.append(ask("1", "col", "cho", "bob"));
  journal.append({ id: "a", type: "ask.declined", at: "2026-11-03", ask: "1" });
  expect(unasked(network, journal, { seeker: "me" })).toEqual(["ann", "col"]);
  journal.append(ask("2", "me", "ann", "ann"));
  expect(unasked(network, journal, { seeker: "me" })).toEqual(["col"]);
});

it("leaves nobody out for what another owner told in private", () => {
  const [network, journal] = [team(), new Journal()];
  const before = unasked(network, journal, { seeker: "me" });
  const low = { code: "satisfaction:low", evidence: "NPS 2", private: true };
  network.addPerson({ id: "ann", tags: [{ ...low, owner: "col" }] });
  expect(unasked(network, journal, { seeker: "me" })).toEqual(before);
  expect(unasked(network, journal, { seeker: ["me", "col"] })).not.toContain("ann");
  expect(unasked(network, journal, { seeker: "bob" })).toEqual(["ann"]);
  expect(unasked(network, journal)).not.toContain("ann");
  network.mergePeople([["col", "col@old"]]);
  expect(unasked(network, journal, { seeker: ["me", "col@old"] })).not.toContain("ann");
  for (const owner of ["me", undefined]) {
    network.addPerson({ id: "ann", tags: [{ ...low, ...(owner && { owner }) }] });
    expect(unasked(network, journal, { seeker: "me" })).not.toContain("ann");
  }
});

it("is one shorter with each ask of somebody new, and as long with each ask of the same", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("ann", "ben", "cho", "col"), { maxLength: 8 }), (connectors) => {
      const [network, journal] = [team(), new Journal()];
      const before = new Set(unasked(network, journal, { seeker: "me" }));
      connectors.forEach((connector, place) => {
        const length = before.size;
        const isNew = before.delete(connector);
        journal.append(ask(`${place}`, "me", connector, "bob"));
        expect(unasked(network, journal, { seeker: "me" })).toEqual([...before].sort());
        expect(before.size).toBe(isNew ? length - 1 : length);
      });
    }),
    { numRuns: 50 },
  );
});

it("knows merged people under either id, in network and journal", () => {
  const [network, journal] = [team(), new Journal()];
  journal.append(ask("1", "me", "cho", "bob"));
  network.mergePeople([["ben", "cho"]]);
  expect(unasked(network, journal, { seeker: "me" })).toEqual(["ann", "col"]);
});

it("takes for the team all who told of ties, each of several who told of one", () => {
  const network = new Network();
  for (const id of ["ann", "ben", "cho", "dan"]) network.addPerson({ id });
  for (const owner of ["cho", "dan", "gone"]) network.addTie({ from: "ann", to: "ben", evidence: {}, owner });
  network.addTie({ from: "ann", to: "dan", evidence: {}, owner: "gone" });
  expect(unasked(network, new Journal())).toEqual(["ann"]);
});

it("refuses a bad call with a code", () => {
  const [network, journal] = [team(), new Journal()];
  const code = (name: string) => expect.objectContaining({ code: name });
  expect(() => unasked(network, journal, { seeker: "nobody" })).toThrow(code("UNKNOWN_PERSON"));
  expect(() => unasked(network, journal, { seeker: "\ud800" })).toThrow(code("INVALID_ID"));
  expect(() => unasked(network, journal, { seeker: null as never })).toThrow(code("INVALID_ID"));
  expect(() => unasked(network, journal, { seeker: [] })).toThrow(code("INVALID_ARGUMENT"));
  for (const bad of [undefined, null, {}, 7]) {
    expect(() => unasked(bad as never, journal, { seeker: "me" })).toThrow(code("INVALID_ARGUMENT"));
    expect(() => unasked(network, bad as never, { seeker: "me" })).toThrow(code("INVALID_ARGUMENT"));
  }
});
