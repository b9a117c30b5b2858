import { expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { coverage, REFERRAL_METHODS, REFERRAL_SOURCES } from "../../src/people/index.js";

it("counts people behind each of nine sources and five methods, each person once for a code", () => {
  const tag = (code: string) => ({ code, evidence: "told by the owner" });
  const result = coverage([
    { id: "a", tags: [tag("source:clients"), tag("source:clients"), tag("method:happy-customer")] },
    { id: "b", tags: [tag("source:clients"), tag("source:staff-and-friends")] },
    { id: "c", tags: [tag("label:other"), tag("source:__proto__")] },
    { id: "d" },
  ]);
  expect(REFERRAL_SOURCES).toHaveLength(9);
  expect(REFERRAL_METHODS).toHaveLength(5);
  expect(result.sources.filter(({ people }) => people > 0)).toEqual([
    { code: "clients", people: 2 },
    { code: "staff-and-friends", people: 1 },
  ]);
  expect(result.sources).toHaveLength(9);
  expect(result.methods.filter(({ people }) => people > 0)).toEqual([{ code: "happy-customer", people: 1 }]);
  expect(result).toMatchObject({ sourcesUsed: 2, methodsUsed: 1, untagged: 2 });
  expect(coverage([])).toMatchObject({ sourcesUsed: 0, methodsUsed: 0, untagged: 0 });
});

it("takes a network as well as its list of people, and names what lies idle", () => {
  const network = new Network();
  network.addPerson({ id: "a", tags: [{ code: "source:clients", evidence: "won deal" }] });
  network.addPerson({ id: "b", tags: [{ code: "method:social", evidence: "LinkedIn" }] });
  const result = coverage(network);
  expect(result).toEqual(coverage(network.people()));
  expect(result.idleSources).toEqual(REFERRAL_SOURCES.filter((code) => code !== "clients"));
  expect(result.idleMethods).toEqual(["happy-customer", "vendor", "friend", "prize"]);
  for (const bad of [undefined, null, {}, 7, "people"]) {
    expect(() => coverage(bad as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  }
});

it("counts who is connected on a network as reached by the social method, but not the one whose export it is", () => {
  const network = new Network();
  for (const id of ["me", "ann", "bob"]) network.addPerson({ id });
  network.addTie({ from: "me", to: "ann", evidence: { connectedOn: "2021-03-05" } });
  network.addTie({ from: "me", to: "bob", evidence: {} });
  expect(coverage(network).methods.filter(({ people }) => people > 0)).toEqual([
    { code: "social", people: 1 },
  ]);
  expect(coverage(network).untagged).toBe(3);
  expect(coverage(network.people()).methodsUsed).toBe(0);
});

it("counts both where each of two told that they are connected, and of two owners' tie with a third them alone", () => {
  const network = new Network();
  for (const id of ["ann", "ben", "cho"]) network.addPerson({ id });
  const tie = { evidence: { connectedOn: "2021-03-05" } };
  network.addTie({ from: "ann", to: "ben", ...tie });
  const social = () => coverage(network).methods.find(({ code }) => code === "social")?.people;
  expect(social()).toBe(1);
  network.addTie({ from: "ben", to: "ann", ...tie });
  expect(social()).toBe(2);
  for (const from of ["ann", "ben"]) network.addTie({ from, to: "cho", ...tie });
  expect(social()).toBe(3);
  network.optOut("ben");
  expect(social()).toBe(2);
});

it("asks any holder of ties who told of them, an owner who is neither end too", () => {
  const holder = (tie: object) => ({
    people: () => [{ id: "a" }, { id: "b" }],
    forEachTie: (callback: (tie: never) => void) =>
      callback({ from: "a", to: "b", evidence: { connectedOn: "2021-03-05" }, ...tie } as never),
  });
  const social = (tie: object) => coverage(holder(tie)).methods.find(({ code }) => code === "social")?.people;
  expect(social({})).toBe(1);
  expect(social({ owner: "c" })).toBe(2);
  expect(social({ owner: "a", sightings: [{ owner: "a" }, { owner: "b" }] })).toBe(2);
  expect(social({ evidence: {} })).toBe(0);
});
