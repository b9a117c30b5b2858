import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Network } from "../../src/network/index.js";
import { arcOf } from "../../src/paths/compile-ties.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import {
  findPaths,
  findPathsSharing,
  inferTies,
  newSharedWork,
  reachTargets,
} from "../../src/paths/index.js";
import type { Person } from "../../src/people/index.js";
import { TieScorer } from "../../src/ties/index.js";
import { assertUntil } from "../support/assert-until.js";
import { inferByHand } from "../support/paths-inference.js";
import { crowdedNetwork, NOW, worlds } from "../support/paths-world.js";

type Step = (network: Network) => void;

const evidence = fc.constantFrom({}, { closeness: 0.9 }, { connectedOn: "2019-01-02" }, { overlap: 0.25 });
const visibility = fc.constantFrom("shared" as const, "masked" as const, "private" as const);
const known = fc.nat(6).map((n) => `n${n}`);
/** `late` sorts before all others, so that every number moves; `z` after them. */
const anybody = fc.oneof(known, fc.constantFrom("late", "m1", "z"));
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ id: anybody, company: fc.constantFrom("Acme", "Beta") }).map(
    (person): Step =>
      (network) =>
        network.addPerson(person),
  ),
  fc.record({ from: anybody, to: anybody, evidence, visibility }).map(
    (tie): Step =>
      (network) => {
        // Two ids may be one person, who was merged.
        const [from, to] = [tie.from, tie.to].map((id) => network.person(id)?.id);
        if (from !== undefined && to !== undefined && from !== to) network.addTie(tie);
      },
  ),
  fc.record({ a: known, b: known, visibility }).map(
    ({ a, b, visibility }): Step =>
      (network) => {
        if (network.tieRecords(a, b).some(({ from, owner }) => (owner ?? from) === a))
          network.setVisibility(a, [a, b], visibility);
      },
  ),
  anybody.map(
    (id): Step =>
      (network) =>
        network.removePerson(id),
  ),
  fc.record({ a: known, b: known }).map(
    ({ a, b }): Step =>
      (network) => {
        if (network.has(a) && network.has(b) && a !== b) network.mergePeople([[a, b]]);
      },
  ),
  known.map(
    (id): Step =>
      (network) =>
        network.optOut(id),
  ),
);

/** Every arc that a query sees, by the ids of its two ends: of the index, and what lies over it. */
function arcsOf(compiled: CompiledNetwork): Map<string, string> {
  const { changed, index } = compiled.ties(false);
  const arcs = compiled.ids.flatMap((id, source) =>
    [...compiled.neighbors.of(source)].map((target): [string, string] => {
      const probability = changed.get(arcOf(source, target)) ?? index.probability(source, target);
      return [`${id} ${compiled.ids[target]}`, probability.toPrecision(12)];
    }),
  );
  const gone = [...changed.values()].filter((consent) => consent === 0).length;
  expect(index.arcCount - gone).toBeLessThanOrEqual(arcs.length);
  return new Map(arcs);
}

describe("CompiledNetwork.compile", () => {
  it("takes over from a previous one what still holds: the same bytes as from nothing", async () => {
    let kept = 0;
    await assertUntil(
      () => kept > 10,
      fc.property(worlds, fc.array(fc.array(steps, { maxLength: 3 }), { maxLength: 5 }), (world, rounds) => {
        const { network } = world;
        let previous = CompiledNetwork.compile(network, { now: NOW });
        for (const round of rounds) {
          for (const step of round) step(network);
          if (previous.serves(previous.day)) previous.takeInChanges();
          const next = CompiledNetwork.compile(network, { now: NOW, previous });
          const fresh = CompiledNetwork.compile(network, { now: NOW });
          expect(next.ids).toEqual(fresh.ids);
          kept += next.index === previous.index ? 1 : 0;
          for (const a of fresh.ids) {
            for (const b of fresh.ids) expect(next.strength(a, b)).toBe(fresh.strength(a, b));
          }
          const [seeker] = fresh.ids;
          if (seeker !== undefined) {
            const seekers = [seeker];
            const targets = network.people();
            const answers = (compiled: CompiledNetwork) => [
              reachTargets(compiled, { seekers, targets, maxHops: 3 }),
              targets.map((target) => findPaths(compiled, { seekers, target, k: 50, maxHops: 3 })),
            ];
            expect(JSON.stringify(answers(next))).toBe(JSON.stringify(answers(fresh)));
          }
          previous = next;
        }
      }),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(10);
  });

  it("builds its index anew where more than a few arcs are new", () => {
    const network = crowdedNetwork(1);
    const previous = CompiledNetwork.compile(network, { now: NOW });
    network.addPerson({ id: "p7", company: "Elsewhere" });
    const same = CompiledNetwork.compile(network, { now: NOW, previous });
    expect(same.index).toBe(previous.index);
    for (let n = 0; n < 200; n++) {
      network.addTie({ from: `p${n}`, to: `p${n + 50}`, evidence: { closeness: 1 } });
    }
    const other = CompiledNetwork.compile(network, { now: NOW, previous: same });
    const fresh = CompiledNetwork.compile(network, { now: NOW });
    expect(new Uint8Array(other.index.buffer)).toEqual(new Uint8Array(fresh.index.buffer));
  });

  it("scores nothing that nothing new bears on, however many ties are gone and wherever they stood", () => {
    const scored = vi.spyOn(TieScorer.prototype, "scores");
    try {
      for (const gone of ["a", "p050", "z"]) {
        const network = new Network();
        const ids = [
          "a",
          ...Array.from({ length: 300 }, (_, n) => `p${String(n).padStart(3, "0")}`),
          "y",
          "z",
        ];
        for (const id of ids) network.addPerson({ id });
        // A ring, and one who knows 200 of them; whom they told of stays.
        const ring = ids.slice(1, -2);
        for (const [n, from] of ring.entries())
          network.addTie({ from, to: ring.at(n - 1) as string, evidence: {}, owner: "y" });
        for (const to of ring.slice(60, 260)) network.addTie({ from: gone, to, evidence: {} });
        const previous = CompiledNetwork.compile(network, { now: NOW });
        network.optOut(gone);
        network.addPerson({ id: "b" });
        scored.mockClear();
        const next = CompiledNetwork.compile(network, { now: NOW, previous });
        // Those of the ring whose circles are smaller now: 200 people, their 201 ties; of p050 none more.
        expect(scored.mock.calls.length, gone).toBeLessThanOrEqual(203);
        expect(scored.mock.calls.length, gone).toBeGreaterThanOrEqual(201);
        const fresh = CompiledNetwork.compile(network, { now: NOW });
        expect(arcsOf(next)).toEqual(arcsOf(fresh));
      }
    } finally {
      scored.mockRestore();
    }
  });

  it("works out no consent anew that nothing new bears on, though a new person changes all numbers", () => {
    const network = new Network();
    const count = 1500;
    for (let n = 0; n < count; n++) network.addPerson({ id: `p${n}` });
    for (let n = 1; n < count; n++)
      network.addTie({ from: `p${n}`, to: `p${n - 1}`, evidence: { closeness: (n % 10) / 10 } });
    const before = CompiledNetwork.compile(network, { now: NOW });
    network.addPerson({ id: "p" });
    network.addTie({ from: "p", to: "p7", evidence: { closeness: 1 } });
    const consents = vi.spyOn(TieScorer.prototype, "ofTie");
    try {
      const after = CompiledNetwork.compile(network, { now: NOW, previous: before });
      // The new tie and the two of its end that is known, from both sides each.
      expect(consents).toHaveBeenCalledTimes(6);
      const anew = CompiledNetwork.compile(network, { now: NOW });
      expect(arcsOf(after)).toEqual(arcsOf(anew));
    } finally {
      consents.mockRestore();
    }
  });

  it("scores anew on another day and under another model, whatever the previous one held", () => {
    const network = new Network();
    for (const id of ["a", "b"]) network.addPerson({ id });
    const interactions = [{ at: "2026-11-20", direction: "both", kind: "call" }] as const;
    network.addTie({ from: "a", to: "b", evidence: { interactions } });
    const previous = CompiledNetwork.compile(network, { now: NOW });
    for (const options of [{ now: "2027-03-01" }, { now: NOW, tieModel: { strength: { base: -1 } } }]) {
      const next = CompiledNetwork.compile(network, { ...options, previous });
      const fresh = CompiledNetwork.compile(network, options);
      expect(new Uint8Array(next.index.buffer)).toEqual(new Uint8Array(fresh.index.buffer));
      expect(new Uint8Array(next.index.buffer)).not.toEqual(new Uint8Array(previous.index.buffer));
    }
  });
});

describe("a crowd of people who may know the target", () => {
  const seekers = ["p0"];

  it("gives the k best paths whether those who cannot matter are left out or not", () => {
    let crowds = 0;
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, k, maxHops) => {
          const network = crowdedNetwork(seed);
          const compiled = CompiledNetwork.compile(network, { now: NOW });
          const known = network.person(`p${seed % 300}`) as Person;
          const shared = newSharedWork();
          for (const target of [known, { id: "buyer", company: "Giant", title: "VP Sales" }]) {
            if (target.id === "p0") continue;
            if (inferTies(compiled, { seekers, target }).length > 128) crowds++;
            const all = findPaths(compiled, { seekers, target, k: ALL, maxHops: Math.min(2, maxHops) });
            const best = findPaths(compiled, { seekers, target, k, maxHops: Math.min(2, maxHops) });
            expect(JSON.stringify(best)).toBe(JSON.stringify(all.slice(0, k)));
            const far = findPaths(compiled, { seekers, target, k: 400, maxHops });
            const near = findPathsSharing(compiled, { seekers, target, k, maxHops }, shared).map((path) =>
              path.describe(),
            );
            expect(JSON.stringify(near)).toBe(JSON.stringify(far.slice(0, k)));
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(crowds).toBeGreaterThan(20);
  });

  it("infers what plain enumeration infers", () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const network = crowdedNetwork(seed);
        const compiled = CompiledNetwork.compile(network, { now: NOW });
        const request = { seekers, target: network.person(`p${1 + (seed % 299)}`) as Person };
        const byHand = inferByHand(network, request, NOW);
        const ties = inferTies(compiled, request);
        expect(ties.map(({ from }) => from)).toEqual([...byHand.keys()].sort());
        for (const { from, tieProbability, ground } of ties) {
          expect(tieProbability).toBeCloseTo(byHand.get(from)?.probability as number, 10);
          expect(byHand.get(from)?.grounds).toContain(ground);
        }
      }),
      { numRuns: 3 },
    );
  });

  it("gives reach the same best path as a query for each target", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 4 }), (seed, maxHops) => {
        const network = crowdedNetwork(seed);
        const compiled = CompiledNetwork.compile(network, { now: NOW });
        const strangers = [{ id: "buyer", company: "Giant", title: "VP Sales" }, { id: "nobody" }];
        const targets = [...network.people().slice(1, 40), ...strangers];
        const rows = reachTargets(compiled, { seekers, targets, maxHops });
        for (const [i, target] of targets.entries()) {
          const best = findPaths(compiled, { seekers, target, k: 1, maxHops })[0];
          expect(rows[i]?.probability).toBeCloseTo(best?.probability ?? 0, 10);
          expect(rows[i]?.people?.length).toBe(best?.people.length);
        }
      }),
      { numRuns: 10 },
    );
  });
});

/** More than there are paths of two hops. */
const ALL = 5000;
