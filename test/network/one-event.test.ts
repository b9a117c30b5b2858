import fc from "fast-check";
import { expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import type { Interaction } from "../../src/people/index.js";
import { tieStrength } from "../../src/ties/index.js";

/** One instant, as different files write it. */
const SPELLINGS = [
  "2026-03-02T10:00:00Z",
  "2026-03-02T10:00Z",
  "2026-03-02T10:00:00.000Z",
  "2026-03-02T10:00:00.0004Z",
  "2026-03-02T12:00:00+02:00",
  "2026-03-02T05:00-0500",
  "2026-03-02 10:00",
];
const told = (at: string): Interaction => ({ at, direction: "both", kind: "meeting" });
const person = (id: string) => ({ id });

function networkOf(files: readonly (readonly Interaction[])[], isTold: boolean): Network {
  const network = new Network();
  for (const interactions of files) {
    const both = { from: "me", to: "ann" };
    network.import({
      people: [person("me"), person("ann")],
      ties: isTold ? [{ ...both, evidence: { interactions } }] : [],
      interactions: isTold ? [] : interactions.map((one) => ({ ...one, ...both })),
    });
  }
  return network;
}

it("a meeting told again counts once, however its instant is spelt: in a file, over files, in a tie's evidence and in its strength", () => {
  const lists = fc.array(fc.array(fc.constantFrom(...SPELLINGS).map(told), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  });
  const once = told("2026-03-02T10:00:00Z");
  const now = "2026-06-01";
  const strength = tieStrength({ interactions: [once] }, { now });
  fc.assert(
    fc.property(lists, fc.boolean(), (files, isTold) => {
      expect(networkOf(files, isTold).toJSON()).toEqual(networkOf([[once]], isTold).toJSON());
      expect(tieStrength({ interactions: files.flat() }, { now })).toEqual(strength);
    }),
  );
});

it("what differs in its instant, kind or direction is told apart, and a day may have several", () => {
  const apart: readonly Interaction[] = [
    told("2026-03-02T10:00:00Z"),
    told("2026-03-02T10:00:01Z"),
    { ...told("2026-03-02T10:00:00Z"), kind: "message" },
    { ...told("2026-03-02T10:00:00Z"), kind: "message", direction: "in" },
    told("2026-03-02"),
    told("2026-03-02"),
  ];
  expect(networkOf([apart], true).tie("me", "ann")?.evidence.interactions).toHaveLength(apart.length);
});
