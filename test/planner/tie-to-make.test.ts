import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

/** So that a new tie changes no other one: overlap counts nothing, and ties are not guessed from common acquaintances. */
const settings = {
  ties: { strength: { overlap: 0, bondOverlap: 0, closenessDoubt: 0 } },
  inference: { leastCommon: 1000 },
} as const;
const MET = {
  connectedOn: MONDAY,
  interactions: [{ at: MONDAY, direction: "both", kind: "meeting" }],
} as const;

/** The oracle: each candidate's tie is put into a copy of the network, and all is planned anew. */
function replanned(network: Network, targets: readonly string[], own: object) {
  const reachIn = (one: Network): Map<string, number> => {
    const rows = new IntroductionPlanner({ network: one, settings: own }).reach({
      seeker: "me",
      targets,
      now: MONDAY,
    });
    return new Map(rows.map(({ target, probability }) => [target.id, probability]));
  };
  const before = reachIn(network);
  const known = new Set([...network.neighbors("me"), "me", ...targets]);
  return network
    .people()
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => {
      const copy = Network.fromJSON(network.toJSON());
      copy.addTie({ from: "me", to: id, evidence: MET });
      const after = reachIn(copy);
      const gain = targets.reduce((sum, t) => sum + (after.get(t) ?? 0) - (before.get(t) ?? 0), 0);
      return { person: id, gain };
    })
    .filter(({ gain }) => gain > 1e-9)
    .sort((a, b) => b.gain - a.gain || (a.person < b.person ? -1 : 1));
}

const worlds = fc.record({
  ties: fc.array(
    fc.record({
      a: fc.nat(8),
      b: fc.nat(8),
      closeness: fc.constantFrom(0.2, 0.5, 0.9),
    }),
    { minLength: 5, maxLength: 16 },
  ),
  atAcme: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
});

function networkOf({
  ties,
  atAcme,
}: {
  ties: { a: number; b: number; closeness: number }[];
  atAcme: number[];
}) {
  const network = new Network();
  const idOf = (n: number): string => (n === 0 ? "me" : `p${n}`);
  for (let n = 0; n <= 8; n++)
    network.addPerson({ id: idOf(n), name: `Name ${n}`, ...(atAcme.includes(n) && { company: "Acme" }) });
  for (const { a, b, closeness } of ties)
    if (a !== b) network.addTie({ from: idOf(a), to: idOf(b), evidence: { closeness } });
  return network;
}

describe("3.25: which new tie adds most reach", () => {
  it("gains what a plan anew with each candidate's tie gains, in the same order", () => {
    let compared = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        const network = networkOf(world);
        const targets = ["p7", "p8"];
        const rows = new IntroductionPlanner({ network, settings }).tieToMake({
          seeker: "me",
          targets,
          limit: 100,
          now: MONDAY,
        });
        const expected = replanned(network, targets, settings);
        expect(rows.map(({ person }) => person).sort()).toEqual(expected.map(({ person }) => person).sort());
        for (const { person, gain, nearer } of rows) {
          expect(gain).toBeCloseTo(expected.find((one) => one.person === person)?.gain ?? 0, 8);
          expect(nearer.every(({ before, after }) => after > before)).toBe(true);
          compared++;
        }
        expect(rows.map(({ gain }) => gain)).toEqual(rows.map(({ gain }) => gain).sort((a, b) => b - a));
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it("says what it would do, and who could introduce; buyers of asks on record are the ones meant", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "zoe", name: "Zoe Nash", company: "Iota" });
    network.addTie({ from: "zoe", to: "bob", owner: "zoe", evidence: { closeness: 1 } });
    expect(planner.tieToMake({ seeker: "me", now: MONDAY })).toEqual([]);
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: "2026-11-02" }).asks;
    planner.record({ id: "a", type: "ask.sent", at: "2026-11-02", ask } as never);
    const [first] = planner.tieToMake({ seeker: "me", limit: 1, now: MONDAY });
    expect(first).toMatchObject({ seeker: "me", person: "zoe", nearer: [{ target: "bob" }] });
    expect(first?.why).toMatch(
      /^Get to know them: once you have met, one buyer comes nearer, the best way to one from [\d.]+% to [\d.]+%\.$/,
    );
    const [dan] = planner
      .tieToMake({ seeker: "me", targets: ["bob"], limit: 9, now: MONDAY })
      .filter(({ person }) => person === "dan");
    expect(dan?.people).toEqual(["me", "ann", "dan"]);
  });

  it("names nobody whom the seeker may not name or ask, and refuses what is no request", () => {
    const { planner, network } = practiceWorld();
    const persons = () =>
      planner
        .tieToMake({ seeker: "me", targets: ["bob"], limit: 9, now: MONDAY })
        .map(({ person }) => person);
    expect(persons()).toContain("dan");
    network.setDoNotAsk("dan", true);
    expect(persons()).not.toContain("dan");
    network.import(
      {
        people: [{ id: "x", name: "Ora Pell" }],
        ties: [{ from: "cho", to: "x", evidence: { closeness: 1 } }],
      },
      { owner: "cho", visibility: "private" },
    );
    network.addTie({ from: "x", to: "bob", owner: "x", visibility: "private", evidence: { closeness: 1 } });
    expect(persons()).not.toContain("x");
    const ask = (more: object) => () => planner.tieToMake({ seeker: "me", now: MONDAY, ...more } as never);
    for (const more of [{ limit: 0 }, { targets: 3 }, { target: ["bob"] }, { seeker: [] }])
      expect(ask(more)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});
