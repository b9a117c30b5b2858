import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WarmpathError } from "../../src/base/index.js";
import { Network, type NetworkImport } from "../../src/network/index.js";
import { type IdentityDecision, resolvePeople, type Visibility } from "../../src/people/index.js";
import { stepsOf } from "../support/steps.js";

type Pair = { readonly keep: string; readonly gone: string };

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`);

/** Many who are tied to three others each, and all to the same one. */
function crowd(count: number): Network {
  const ids = idsOf(count);
  const network = new Network();
  const tied = ids.flatMap((from, i) =>
    [1, 7, 31].map((step) => ({ from, to: ids[(i + step) % count] as string, evidence: {} })),
  );
  const people = ["me", ...ids].map((id) => ({ id, name: `Name ${id}` }));
  network.import({ people, ties: [...tied, ...ids.map((to) => ({ from: "me", to, evidence: {} }))] });
  return network;
}

const inTwos = (count: number): Pair[] =>
  Array.from({ length: count / 2 }, (_, i) => ({ keep: `p${2 * i}`, gone: `p${2 * i + 1}` }));
const chain = (count: number): Pair[] =>
  Array.from({ length: count - 1 }, (_, i) => ({ keep: `p${i + 1}`, gone: `p${i}` }));

/** What is done with so many, once all is prepared. */
const WORK: Readonly<Record<string, (count: number) => () => unknown>> = {
  "a chain of merges, each into the next": (count) => {
    const network = crowd(count);
    return () => network.merge({ merged: chain(count) });
  },
  "a chain of merges, the last ones first": (count) => {
    const network = crowd(count);
    const merged = chain(count).map(({ keep, gone }) => ({ keep: gone, gone: keep }));
    return () => network.merge({ merged: merged.reverse() });
  },
  "merges of people of whose ties somebody said who may use them": (count) => {
    const network = crowd(count);
    for (const id of idsOf(count)) network.setVisibility("me", ["me", id], "masked");
    return () => network.merge({ merged: inTwos(count) });
  },
  "merges of people of whom it was said that they are no others": (count) => {
    const network = crowd(count);
    const ids = idsOf(count);
    network.decide(ids.slice(2).map((b, i) => ({ a: ids[i] as string, b, same: false })));
    return () => network.merge({ merged: inTwos(count) });
  },
  "merges of people who have opted out": (count) => {
    const network = crowd(count);
    for (const { gone } of inTwos(count)) network.optOut(gone);
    return () => network.merge({ merged: inTwos(count) });
  },
  "answers that make many one": (count) => {
    const network = crowd(count);
    return () => network.decide(chain(count).map(({ keep, gone }) => ({ a: keep, b: gone, same: true })));
  },
  "owners who all tell of one tie": (count) => {
    const people = ["a", "b", ...idsOf(count)].map((id) => ({ id }));
    const ties = idsOf(count).map((owner) => ({ from: "a", to: "b", owner, evidence: { closeness: 0.5 } }));
    return () => new Network().import({ people, ties });
  },
  "records of one owner of one tie": (count) => {
    const ties = idsOf(count).map((_, i) => {
      const at = new Date(1.7e12 + i * 1e7).toISOString();
      return {
        from: "a",
        to: "b",
        evidence: { interactions: [{ at, direction: "out", kind: "message" }] },
      } as const;
    });
    return () => new Network().import({ people: [{ id: "a" }, { id: "b" }], ties });
  },
  "companies that are sought": (count) => {
    const people = idsOf(count).map((id, i) => ({ id, name: `Ann Lee${i >> 1}`, company: `Firm ${id}` }));
    const sought = people.map(({ company }) => company);
    return () => resolvePeople(people, { sought });
  },
};

describe("work grows with what is given", () => {
  it.each(Object.entries(WORK))("%s", (_, prepared) => {
    const [few, many] = [100, 400].map((count) => stepsOf(prepared(count)) / count) as [number, number];
    expect(few).toBeGreaterThan(1);
    expect(many).toBeLessThan(1.6 * few);
  });
});

const IDS = idsOf(8);
const reach = fc.constantFrom<Visibility>("shared", "masked", "private");
const two = fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)).filter(([a, b]) => a !== b);
const world = fc.record({
  ties: fc.array(
    fc.record({
      ends: two,
      owner: fc.constantFrom(...IDS),
      visibility: reach,
      closeness: fc.constantFrom(undefined, 0.3, 0.7),
    }),
    { maxLength: 14 },
  ),
  words: fc.array(fc.tuple(fc.nat(), reach), { maxLength: 4 }),
  decisions: fc.array(
    two.map(([a, b]): IdentityDecision => ({ a, b, same: false })),
    { maxLength: 4 },
  ),
  noAsk: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }),
  merged: fc.array(
    two.map(([keep, gone]): Pair => ({ keep, gone })),
    { minLength: 1, maxLength: 7 },
  ),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const recordsOf = (ties: World["ties"]): NetworkImport => ({
  people: [],
  ties: ties.map(({ ends: [from, to], owner, visibility, closeness }) => ({
    from,
    to,
    owner,
    visibility,
    evidence: closeness === undefined ? {} : { closeness },
  })),
});

/** A drawn world, its ties in as many imports as there are lists of them. */
function networkOf(
  { ties, words, decisions, noAsk }: World,
  imports: readonly World["ties"][] = [ties],
): Network {
  const network = new Network();
  const people = IDS.map((id) => ({ id, name: `Name ${id}`, emails: [`${id}@x.example`] }));
  network.import({ people, ties: [] });
  for (const some of imports) network.import(recordsOf(some));
  for (const [place, visibility] of words) {
    const { ends, owner } = ties[place % Math.max(1, ties.length)] ?? {};
    if (ends !== undefined && owner !== undefined) network.setVisibility(owner, ends, visibility);
  }
  network.decide(decisions);
  for (const id of noAsk) network.setDoNotAsk(id, true);
  return network;
}

describe("many at once", () => {
  it("merges make the same network as one merge after the other", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const [together, inTurn] = [networkOf(drawn), networkOf(drawn)];
        together.merge({ merged: drawn.merged });
        for (const pair of drawn.merged) inTurn.merge({ merged: [pair] });
        expect(together.toJSON()).toEqual(inTurn.toJSON());
        expect(Network.fromJSON(JSON.parse(JSON.stringify(together.toJSON()))).toJSON()).toEqual(
          together.toJSON(),
        );
      }),
    );
  });

  it("records of ties make the same network as each of them imported by itself", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const alone = networkOf(
          drawn,
          drawn.ties.map((tie) => [tie]),
        );
        expect(alone.toJSON()).toEqual(networkOf(drawn).toJSON());
      }),
    );
  });

  it("of two answers that come to be about the same two, that they are two is kept", () => {
    for (const same of [true, false]) {
      const network = networkOf({ ties: [], words: [], decisions: [], noAsk: [], merged: [] });
      network.decide([
        { a: "p0", b: "late", same },
        { a: "p1", b: "late", same: !same },
      ]);
      network.merge({ merged: [{ keep: "p0", gone: "p1" }] });
      expect(network.decisions()).toEqual([{ a: "late", b: "p0", same: false }]);
    }
    expect(() => new Network().merge({ merged: [{ keep: "x", gone: "y" }] })).toThrow(WarmpathError);
  });
});
