import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { IntroductionPlanner, Journal, Network } from "../../src/index.js";
import { Viewpoint } from "../../src/network/viewpoint.js";
import { NameIndex } from "../../src/people/name-index.js";
import { ArcIndex } from "../../src/search/index.js";
import { TieScorer } from "../../src/ties/index.js";

const NOW = "2026-11-22";
const MASK_KEY = "a key of some length";

const ids = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
const id = fc.constantFrom(...ids);
const visibility = fc.constantFrom(
  "shared" as const,
  "shared" as const,
  "masked" as const,
  "private" as const,
);
const company = fc.constantFrom("Acme", "Beta GmbH", "Beta Berlin");
const name = fc.constantFrom("Bob Smith", "Robert Smith", "Ann Lee", "Info Desk", "Sales Department");
const evidence = fc.constantFrom(
  {},
  { closeness: 0.9 },
  { connectedOn: "2019-01-02" },
  { contexts: ["team"] },
);
const spells = fc.array(
  fc.record({
    kind: fc.constantFrom("work" as const, "school" as const, "meeting" as const),
    organization: fc.constantFrom("Acme", "MIT", "m1"),
    from: fc.constantFrom("2015", "2020-03"),
    owner: fc.option(id, { nil: undefined }),
  }),
  { maxLength: 2 },
);
const person = fc.record({ id, name, company, spells }, { requiredKeys: ["id", "name"] });

interface World {
  network: Network;
  planner: IntroductionPlanner;
  seq: number;
}
type Step = (world: World) => void;

/** Whatever may be done to a network: what is refused changes nothing and is left at that. */
const steps: fc.Arbitrary<Step> = fc.oneof(
  person.map(
    (one): Step =>
      ({ network }) =>
        network.addPerson(one as Parameters<Network["addPerson"]>[0]),
  ),
  fc.record({ from: id, to: id, evidence, visibility, owner: fc.option(id, { nil: undefined }) }).map(
    ({ owner, ...tie }): Step =>
      ({ network }) =>
        network.addTie({ ...tie, ...(owner && { owner }) }),
  ),
  fc
    .record({ people: fc.array(person, { minLength: 1, maxLength: 3 }), owner: id, visibility, evidence })
    .map(
      ({ people, owner, visibility, evidence }): Step =>
        ({ network }) =>
          network.import(
            {
              people: [{ id: owner }, ...(people as { id: string }[])],
              ties: people.flatMap(({ id: to }) => (to === owner ? [] : [{ from: owner, to, evidence }])),
            } as Parameters<Network["import"]>[0],
            { owner, visibility },
          ),
    ),
  fc.record({ by: id, a: id, b: id, visibility }).map(
    ({ by, a, b, visibility }): Step =>
      ({ network }) =>
        network.setVisibility(by, [a, b], visibility),
  ),
  fc.record({ keep: id, gone: id }).map(
    (pair): Step =>
      ({ network }) =>
        network.merge({ merged: [pair] as never }),
  ),
  fc
    .constantFrom("optOut" as const, "optIn" as const, "removePerson" as const, "suppress" as const)
    .chain((what) =>
      id.map(
        (one): Step =>
          ({ network }) =>
            network[what](one),
      ),
    ),
  id.map(
    (one): Step =>
      ({ network }) =>
        network.setDoNotAsk(one, !network.isDoNotAsk(one)),
  ),
  id.map(
    (one): Step =>
      ({ planner }) =>
        void planner.erase(one),
  ),
  fc.record({ giver: id, receiver: id }).map(
    (favor): Step =>
      (world) =>
        void world.planner.record({
          id: `r${world.seq++}`,
          type: "favor.given",
          at: NOW,
          kind: "article",
          ...favor,
        }),
  ),
);

const questions = fc.record({
  seeker: id,
  target: fc.oneof(
    id,
    fc.record({ name, company }),
    fc.constantFrom("Bob Smith at Acme", "Ann Lee at Beta", "Zed Poe at Acme"),
  ),
  masked: fc.boolean(),
});
type Question = typeof questions extends fc.Arbitrary<infer T> ? T : never;

function answers(planner: IntroductionPlanner, asked: readonly Question[]): string[] {
  return asked.flatMap(({ seeker, target, masked }) => {
    const request = { seeker, now: NOW, ...(masked && { maskKey: MASK_KEY }) };
    return [
      () => planner.plan({ ...request, target, maxHops: 3 }),
      () => planner.find(target, { seeker }),
      () => planner.find(target),
      () => planner.account({ ...request, company: "Acme" }),
    ].map(told);
  });
}

function told(work: () => unknown): string {
  try {
    return JSON.stringify(work()) ?? "";
  } catch (error) {
    return String(error);
  }
}

/** `WARMPATH_LONG_CHANGES=1000` for many more. */
const CASES = Number(process.env["WARMPATH_LONG_CHANGES"] ?? 12);

describe("a planner whose network and journal change", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("says what one made anew of them says, byte for byte, whatever changed and whoever asks", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            steps: fc.array(steps, { maxLength: 4 }),
            asked: fc.array(questions, { maxLength: 2 }),
          }),
          {
            minLength: 2,
            maxLength: 5,
          },
        ),
        (rounds) => {
          const network = new Network();
          // Two of them at the firm that is asked about: an account of eight who know their neighbors alone takes as long as a thousand plans.
          for (const [i, one] of ids.entries())
            network.addPerson({ id: one, name: `Person ${one}`, company: i % 4 === 2 ? "Acme" : "Beta" });
          for (const [i, one] of ids.slice(1).entries())
            network.addTie({ from: ids[i] as string, to: one, evidence: { closeness: 0.5 } });
          const journal = new Journal();
          const world = { network, planner: new IntroductionPlanner({ network, journal }), seq: 0 };
          answers(world.planner, [{ seeker: "a", target: "c", masked: true }]);
          for (const round of rounds) {
            for (const step of round.steps) told(() => step(world));
            const anew = new IntroductionPlanner({ network, journal });
            const expected = answers(anew, round.asked);
            for (const [i, answer] of answers(world.planner, round.asked).entries()) {
              // Where the two part, and not pages of plans.
              const at = [...answer].findIndex((letter, j) => letter !== expected[i]?.[j]);
              const part = (text = ""): string => text.slice(Math.max(0, at - 60), at + 60);
              expect(part(answer)).toBe(part(expected[i]));
              expect(answer.length).toBe(expected[i]?.length);
            }
          }
        },
      ),
      { numRuns: CASES },
    );
  });

  it("works out anew what a change touches and no more: ties scored, people heard and found, indexes built", () => {
    const network = new Network();
    const size = 300;
    for (let n = 0; n < size; n++)
      network.addPerson({ id: `p${n}`, name: `Person Number${n}`, company: n % 3 === 0 ? "Acme" : "Beta" });
    for (let n = 0; n < size; n++)
      for (const step of [1, 2, 7])
        network.addTie({ from: `p${n}`, to: `p${(n + step) % size}`, evidence: { closeness: 0.5 } });
    const planner = new IntroductionPlanner({ network });
    const plan = () => planner.plan({ seeker: "p0", target: "Person Number50 at Beta", now: NOW });
    plan();
    const spies = {
      scored: vi.spyOn(TieScorer.prototype, "scores"),
      heard: vi.spyOn(Viewpoint.prototype, "person"),
      found: vi.spyOn(NameIndex.prototype, "add"),
      built: vi.spyOn(ArcIndex, "build"),
    };
    const counted = (work: () => void) => {
      for (const spy of Object.values(spies)) spy.mockClear();
      work();
      plan();
      return Object.fromEntries(Object.entries(spies).map(([what, spy]) => [what, spy.mock.calls.length]));
    };
    // What a plan looks at each time, though nothing changed.
    const same = counted(() => undefined);
    const favor = (id: string) => () =>
      void planner.record({ id, type: "favor.given", at: NOW, giver: "p9", receiver: "p8", kind: "article" });
    // What it looks at anew where something changed that does not bear on it.
    const least = counted(favor("r"));
    expect(least).toMatchObject({ found: 0, built: 0 });
    expect(same["heard"]).toBeLessThan(least["heard"] as number);
    expect(counted(favor("s"))).toEqual(least);
    const tie = counted(() => network.addTie({ from: "p100", to: "p200", evidence: { closeness: 0.9 } }));
    expect(tie["scored"]).toBeGreaterThan(least["scored"] as number);
    // The new tie and six others of each of its two people, alike from both sides; the two people themselves.
    expect(tie["scored"]).toBeLessThanOrEqual((least["scored"] as number) + 13);
    expect(tie["heard"]).toBeLessThanOrEqual((least["heard"] as number) + 4);
    expect(tie).toMatchObject({ found: 2, built: 0 });
    const person = counted(() => network.addPerson({ id: "p100a", name: "New Person", company: "Beta" }));
    expect(person["scored"]).toBe(least["scored"]);
    expect(person["heard"]).toBeLessThanOrEqual((least["heard"] as number) + 4);
    // With the two from before, who stand beside the index of all.
    expect(person).toMatchObject({ found: 3, built: 0 });
  });
});
