import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { findPaths, reachTargets, type TieAdjustment } from "../../src/paths/index.js";
import { assertUntil } from "../support/assert-until.js";
import { allPathsByHand, NOW, worlds } from "../support/paths-world.js";

const id = fc.nat(7).map((n) => `n${n}`);
const adjustments: fc.Arbitrary<TieAdjustment[]> = fc.uniqueArray(
  fc.record({ between: fc.tuple(id, id), factor: fc.constantFrom(0.9, 0.81, 0.3, 1) }),
  { maxLength: 8, selector: ({ between }) => [...between].sort().join() },
);

function factorOf(list: readonly TieAdjustment[], a: string, b: string): number {
  const found = list.find(({ between }) => [...between].sort().join() === [a, b].sort().join());
  return found?.factor ?? 1;
}

/** Everything that queries tell of a compiled network. */
function told(compiled: CompiledNetwork, network: Network): string {
  const targets = network.people().filter(({ id }) => id !== "n0");
  return JSON.stringify([
    targets.map((target) => findPaths(compiled, { seekers: ["n0"], target, k: 50, maxHops: 3 })),
    reachTargets(compiled, { seekers: ["n0"], targets, maxHops: 3 }),
  ]);
}

describe("ties that are handed in as lowered", () => {
  it("count for their factor of what the evidence says, in every path that plain enumeration finds", async () => {
    let lowered = 0;
    await assertUntil(
      () => lowered > 0,
      fc.property(worlds, adjustments, ({ network, ids }, list) => {
        const plain = CompiledNetwork.compile(network, { now: NOW });
        const compiled = CompiledNetwork.compile(network, { now: NOW });
        compiled.adjust(list);
        for (const a of ids) {
          for (const b of ids)
            expect(compiled.strength(a, b)).toBe(plain.strength(a, b) * factorOf(list, a, b));
        }
        for (const target of network.people().slice(1)) {
          const request = { seekers: ["n0"], target, k: 1000, maxHops: 4 };
          const inferred = new Map(
            findPaths(compiled, request)
              .flatMap(({ legs }) => legs)
              .filter((leg) => leg.inferred)
              .map((leg) => [leg.asker, leg.consent]),
          );
          const found = findPaths(compiled, request);
          const expected = allPathsByHand(compiled, request, inferred);
          expect(found.map(({ people }) => people.join()).sort()).toEqual(
            expected.map(({ people }) => people.join()).sort(),
          );
          found.forEach(({ probability }, i) => {
            expect(probability).toBeCloseTo(expected[i]?.probability as number, 10);
          });
          // Less strength never makes a path likelier (P8).
          const before = findPaths(plain, request)[0]?.probability ?? 0;
          expect(found[0]?.probability ?? 0).toBeLessThanOrEqual(before * (1 + 1e-11));
          if ((found[0]?.probability ?? 0) < before * (1 - 1e-9)) lowered++;
          for (const leg of found.flatMap(({ legs }) => legs).filter((one) => !one.inferred)) {
            const sum = leg.factors
              .filter(({ name }) => name.startsWith("tie."))
              .reduce((total, { contribution }) => total + contribution, 0);
            expect(sum).toBeCloseTo(Math.log(leg.strength / (1 - leg.strength)), 6);
            expect(leg.interval[0]).toBeLessThanOrEqual(leg.consent);
            expect(leg.interval[1]).toBeGreaterThanOrEqual(leg.consent);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(lowered).toBeGreaterThan(0);
  });

  it("are the same whatever was handed in before, and however the network was compiled", () => {
    fc.assert(
      fc.property(
        worlds,
        adjustments,
        adjustments,
        fc.tuple(id, id),
        fc.boolean(),
        (world, first, second, [a, b], merges) => {
          const { network } = world;
          const compiled = CompiledNetwork.compile(network, { now: NOW });
          compiled.adjust(first);
          compiled.adjust(second);
          const fresh = CompiledNetwork.compile(network, { now: NOW });
          const unadjusted = told(fresh, network);
          fresh.adjust(second);
          expect(told(compiled, network)).toBe(told(fresh, network));
          compiled.adjust([]);
          expect(told(compiled, network)).toBe(unadjusted);
          compiled.adjust(second);
          // Evidence that changes, a person who comes, and people who are merged, are taken in on the adjusted network.
          if (network.has(a) && network.has(b) && a !== b)
            network.addTie({ from: a, to: b, evidence: { closeness: 0.9 } });
          if (compiled.serves(compiled.day)) {
            const anew = CompiledNetwork.compile(network, { now: NOW });
            anew.adjust(second);
            expect(told(compiled, network)).toBe(told(anew, network));
          }
          network.addPerson({ id: "a-new-one" });
          for (const other of ["n0", "n1", "n2"].filter((id) => network.has(id)))
            network.addTie({ from: "a-new-one", to: other, evidence: {} });
          if (merges && network.has("n1") && network.has("n2")) network.mergePeople([["n2", "n1"]]);
          const next = CompiledNetwork.compile(network, { now: NOW, previous: compiled });
          const again = CompiledNetwork.compile(network, { now: NOW });
          for (const list of [second, first]) {
            for (const one of [next, again]) one.adjust(list);
            expect(told(next, network)).toBe(told(again, network));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("say so in the leg", () => {
    const world = fc.sample(
      worlds.filter(({ network }) => network.tie("n0", "n1") !== undefined),
      { numRuns: 1, seed: 7 },
    );
    const { network } = world[0] as (typeof world)[0];
    const compiled = CompiledNetwork.compile(network, { now: NOW });
    compiled.adjust([{ between: ["n1", "n0"], factor: 0.3 }]);
    const target = { id: "n1" };
    const [path] = findPaths(compiled, { seekers: ["n0"], target, k: 1, maxHops: 1 });
    expect(path?.legs[0]?.factors.map(({ name }) => name)).toContain("tie.wasted-meetings");
    const meeting = { at: NOW, direction: "both", kind: "meeting" } as const;
    const evidence = compiled.seenBy(["n0", "n1"]).evidence("n0", "n1");
    const interactions = [...(evidence.interactions ?? []), meeting];
    const strength = compiled.scorer.strength({ ...evidence, interactions }) * 0.3;
    const lifted = compiled.scorer.consent({ strength, role: "last", isDirect: true });
    // The meeting counts for no more than the tie's factor leaves of it.
    expect(path?.whatWouldHelp).toContain(`from 10% to ${Math.round(lifted * 100)}%`);
  });
});
