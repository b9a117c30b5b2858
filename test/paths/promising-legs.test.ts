import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { findPaths } from "../../src/paths/index.js";
import { PromisingLegs } from "../../src/paths/promising-legs.js";
import type { Person } from "../../src/people/index.js";
import { crowdedNetwork, NOW } from "../support/paths-world.js";

const shares = fc.array(fc.nat(20), { minLength: 1, maxLength: 60 });

describe("PromisingLegs", () => {
  it("keeps everybody who ends one of the k best paths, in whatever order they come, and leaves most others out", () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 8 }), (values, k) => {
        const best = Float64Array.from([0, ...values], (value) => value / 20);
        const legs = new PromisingLegs(k, best, 0);
        values.forEach((_, i) => {
          legs.expect(i + 1, 0.5);
        });
        legs.settle();
        const sorted = [...values].sort((a, b) => b - a);
        const least = Math.max(1, sorted[k - 1] ?? 0);
        values.forEach((value, i) => {
          expect(legs.isOpen(i + 1, 0.5)).toBe(value >= least);
        });
      }),
    );
  });

  it("counts nobody to whom the target themselves may lead, and shuts out who cannot be reached", () => {
    const legs = new PromisingLegs(1, Float64Array.of(0.3, 0.3, 0.2, 0), 0);
    legs.expect(1, 1);
    legs.settle();
    expect([1, 2, 3].map((node) => legs.isOpen(node, 0.1))).toEqual([true, true, false]);
  });

  it("leaves the best paths as they are where a stranger's note does better than a tie", () => {
    const network = crowdedNetwork(3);
    for (const priors of [
      { colleague: 0.9, coldMail: 0.01 },
      { colleague: 0.02, coldMail: 0.6 },
    ]) {
      const tieModel = { priors, inference: { willing: 1 } };
      const compiled = CompiledNetwork.compile(network, { now: NOW, tieModel });
      for (const id of ["p7", "p60", "p150"]) {
        const request = { seekers: ["p0"], target: network.person(id) as Person, maxHops: 2 };
        const all = findPaths(compiled, { ...request, k: 1000 });
        expect(findPaths(compiled, { ...request, k: 3 })).toEqual(all.slice(0, 3));
      }
    }
  });

  it("does not look at everybody whom a hub knows for each of the hub's contacts", () => {
    const network = new Network();
    const tie = (from: string, to: string) => ({ from, to, evidence: {} });
    const hub = Array.from({ length: 2000 }, (_, n) => tie("hub", `p${n}`));
    const others = Array.from({ length: 200 }, (_, n) => tie(`p${n}`, `p${n + 1}`));
    const people = ["me", "hub", ...hub.map(({ to }) => to)].map((id) => ({ id }));
    network.import({ people, ties: [...hub, ...others, tie("me", "p0")] });
    const compiled = CompiledNetwork.compile(network, { now: NOW });
    const asked = vi.spyOn(PromisingLegs.prototype, "isOpen");
    const guessedFor = (id: string) =>
      findPaths(compiled, { seekers: ["me"], target: network.person(id) as Person, maxHops: 3, k: 5 })
        .filter(({ legs }) => legs.at(-1)?.inferred)
        .map(({ people }) => people.at(-2));
    expect([guessedFor("p2"), guessedFor("p3")]).toEqual([["p0"], ["p1"]]);
    expect(asked.mock.calls.length).toBeLessThan(100);
    asked.mockRestore();
  });
});
