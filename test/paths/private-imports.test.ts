import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { findPaths, inferTies, reachTargets } from "../../src/paths/index.js";
import type { Person, Spell } from "../../src/people/index.js";
import { assertUntil } from "../support/assert-until.js";
import { NOW, worlds } from "../support/paths-world.js";

type Visibility = "shared" | "private";

/** What an owner's records of one occasion tell: their own place in it, everybody else's, and their ties with them. */
function tellOfOccasion(
  network: Network,
  told: {
    readonly owner: string;
    readonly who: readonly string[];
    readonly spell: Omit<Spell, "owner">;
    readonly visibility: Visibility;
  },
): void {
  const { owner, who, spell, visibility } = told;
  for (const id of [owner, ...who]) {
    const { spells = [] } = network.person(id) ?? {};
    network.addPerson({ id, spells: [...spells, { ...spell, owner }] });
  }
  for (const to of who) network.addTie({ from: owner, to, evidence: {}, visibility, owner });
}

const chat: Omit<Spell, "owner"> = { kind: "conversation", organization: "c1", from: "2024" };

function inferred(network: Network, seeker: string, target: string) {
  const compiled = CompiledNetwork.compile(network, { now: NOW });
  const found = inferTies(compiled, { seekers: [seeker], target: network.person(target) as Person });
  return found.map(({ from, tieProbability }) => [from, Number(tieProbability.toFixed(9))]);
}

/** Odds of a pair who met in one occasion of n people. */
const oddsOf = (n: number): number => Number((1 - 0.99 * Math.exp(-1 / (n - 1) / 2)).toFixed(9));

describe("an occasion that owners told of", () => {
  it("ties no two owners for a third where both keep it to themselves", () => {
    for (const [hers, other] of [
      ["private", "private"],
      ["private", "shared"],
      ["shared", "private"],
    ] as const) {
      const network = new Network();
      for (const id of ["olga", "pia", "rob", "sam"]) network.addPerson({ id });
      tellOfOccasion(network, { owner: "olga", who: ["pia", "rob"], spell: chat, visibility: hers });
      tellOfOccasion(network, { owner: "pia", who: ["olga", "rob"], spell: chat, visibility: other });
      network.addTie({ from: "sam", to: "olga", evidence: {} });
      const paths = findPaths(CompiledNetwork.compile(network, { now: NOW }), {
        seekers: ["sam"],
        target: network.person("pia") as Person,
        k: 10,
        maxHops: 4,
      });
      expect(paths, `${hers} ${other}`).toEqual([]);
    }
  });

  it("is of as many as were there: those told of, who told of them, and the target", () => {
    const network = new Network();
    for (const id of ["olga", "pia", "rob", "sam", "tom"]) network.addPerson({ id });
    tellOfOccasion(network, { owner: "olga", who: ["rob", "tom"], spell: chat, visibility: "shared" });
    expect(inferred(network, "sam", "tom")).toEqual([["rob", oddsOf(3)]]);
    expect(inferred(network, "sam", "olga")).toEqual([]);
    expect(inferred(network, "olga", "tom")).toEqual([["rob", oddsOf(3)]]);
    // Another owner whom the first had no tie with, and one who told of the target alone.
    tellOfOccasion(network, { owner: "pia", who: ["tom"], spell: chat, visibility: "shared" });
    expect(inferred(network, "sam", "tom")).toEqual([["rob", oddsOf(4)]]);
    network.setVisibility("pia", ["pia", "tom"], "private");
    expect(inferred(network, "sam", "tom")).toEqual([["rob", oddsOf(3)]]);
    // She met olga, and knows of both.
    expect(inferred(network, "pia", "tom")).toEqual([["rob", oddsOf(4)]]);
  });

  it("is none of those too many where the owner makes it one too many", () => {
    const network = new Network();
    const who = Array.from({ length: 7 }, (_, n) => `w${n}`);
    for (const id of ["sam", "olga", ...who]) network.addPerson({ id });
    tellOfOccasion(network, { owner: "olga", who, spell: chat, visibility: "shared" });
    expect(inferred(network, "sam", "w0")).toHaveLength(6);
    tellOfOccasion(network, { owner: "w1", who: ["w2"], spell: chat, visibility: "shared" });
    expect(inferred(network, "sam", "w0")).toHaveLength(6);
    network.addPerson({ id: "pia" });
    tellOfOccasion(network, { owner: "pia", who: ["w2"], spell: chat, visibility: "shared" });
    expect(inferred(network, "sam", "w0")).toEqual([]);
  });

  it("changes not a byte of others' paths where it was told in private, whatever else was shared: canaries", async () => {
    const telling = fc.record({
      owner: fc.nat(6).map((n) => `n${n}`),
      who: fc.uniqueArray(
        fc.nat(6).map((n) => `n${n}`),
        { minLength: 1, maxLength: 4 },
      ),
      spell: fc.record({
        kind: fc.constantFrom("meeting" as const, "conversation" as const),
        organization: fc.constantFrom("c1", "c2", "fresh"),
        from: fc.constant("2024"),
      }),
      visibility: fc.constantFrom("shared" as const, "private" as const, "private" as const),
    });
    let secrets = 0;
    let inferences = 0;
    await assertUntil(
      () => secrets > 40 && inferences > 1,
      fc.property(worlds, fc.array(telling, { minLength: 2, maxLength: 5 }), (world, tellings) => {
        const seekers = ["n0"];
        const [bare, whole] = [copyOf(world.network), copyOf(world.network)];
        const inBoth = (one: (typeof tellings)[number]) => ({
          ...one,
          who: one.who.filter((id) => id !== one.owner && bare.has(id)),
        });
        const known = tellings.filter(({ owner }) => bare.has(owner)).map(inBoth);
        for (const one of known.filter(({ visibility }) => visibility === "shared"))
          for (const network of [bare, whole]) tellOfOccasion(network, one);
        for (const one of known.filter(({ visibility }) => visibility === "private")) {
          if (seekers.includes(one.owner) || !isKnown(bare, one.owner)) continue;
          // A tie that is there stays as it is; whoever had none that others may use would be hidden by this one.
          const isFree = (id: string) =>
            !seekers.includes(id) &&
            !whole.tie(one.owner, id) &&
            isKnown(bare, id) &&
            isKnown(bare, one.owner);
          tellOfOccasion(whole, { ...one, who: one.who.filter(isFree) });
          secrets++;
        }
        const found = (network: Network) => {
          const compiled = CompiledNetwork.compile(network, { now: NOW });
          const targets = [...network.people().filter(({ id }) => !seekers.includes(id))];
          const paths = targets.map((target) => findPaths(compiled, { seekers, target, k: 50, maxHops: 3 }));
          return JSON.stringify([paths, reachTargets(compiled, { seekers, targets, maxHops: 3 })]);
        };
        expect(found(whole)).toBe(found(bare));
        if (found(bare).includes("same small")) inferences++;
      }),
      { numRuns: 300 },
    );
    expect(secrets).toBeGreaterThan(40);
    expect(inferences).toBeGreaterThan(1);
  });
});

function isKnown(network: Network, id: string): boolean {
  return network.neighbors(id).some((other) => network.tie(id, other)?.visibility !== "private");
}

function copyOf(network: Network): Network {
  const copy = new Network();
  for (const person of network.people()) copy.addPerson(person);
  for (const tie of network.ties()) copy.addTie(tie);
  for (const id of network.doNotAsk()) copy.setDoNotAsk(id, true);
  return copy;
}
