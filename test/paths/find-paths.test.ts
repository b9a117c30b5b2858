import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import {
  findPaths,
  findPathsSharing,
  inferTies,
  newSharedWork,
  reachTargets,
} from "../../src/paths/index.js";
import { InferenceSpace } from "../../src/paths/inference-space.js";
import { scoreInferredLeg } from "../../src/paths/score-leg.js";
import type { Person } from "../../src/people/index.js";
import { assertUntil } from "../support/assert-until.js";
import { allPathsByHand, NOW, worlds } from "../support/paths-world.js";

const asLast = { asLast: { role: "last" }, shown: undefined } as const;
const stranger: Person = { id: "t_stranger", name: "Bob Smith", company: "ACME" };

function inferredFor(
  compiled: CompiledNetwork,
  request: { seekers: readonly string[]; target: Person },
): Map<string, number> {
  return new Map(
    inferTies(compiled, request).map((tie) => [
      tie.from,
      scoreInferredLeg(compiled.seenBy(request.seekers), tie, request.target.id, asLast).consent,
    ]),
  );
}

describe("findPaths", () => {
  it("finds what plain enumeration finds, in the same order, for one or two seekers", () => {
    fc.assert(
      fc.property(
        worlds,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.boolean(),
        (world, maxHops, unseen, two) => {
          const compiled = CompiledNetwork.compile(world.network, { now: NOW });
          const target = unseen ? stranger : (world.network.person(world.ids.at(-1) as string) as Person);
          const seekers = two && world.ids.length > 3 ? ["n0", "n1"] : ["n0"];
          const request = { seekers, target, k: 1000, maxHops };
          const expected = allPathsByHand(compiled, request, inferredFor(compiled, request));
          const paths = findPaths(compiled, request);
          expect(paths.length).toBe(expected.length);
          for (const [i, path] of paths.entries()) {
            expect(path.probability).toBeCloseTo((expected[i] as { probability: number }).probability, 10);
            const own = expected.find(({ people }) => people.join() === path.people.join());
            expect(path.probability).toBeCloseTo(own?.probability as number, 10);
            const product = path.legs.reduce((all, leg) => all * leg.consent, 1);
            expect(path.probability).toBeCloseTo(product, 10);
            expect(path.interval[0]).toBeLessThanOrEqual(path.probability);
            expect(path.interval[1]).toBeGreaterThanOrEqual(path.probability);
            expect(path.legs.map(({ asker }) => asker)).toEqual(path.people.slice(0, -1));
            expect(path.legs.map(({ asked }) => asked)).toEqual(path.people.slice(1));
            const least = Math.min(...path.legs.map(({ consent }) => consent));
            expect(path.legs[path.weakestLeg]?.consent).toBe(least);
          }
          expect(findPaths(compiled, { ...request, k: 3 })).toEqual(paths.slice(0, 3));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("gives a list of targets that share the seekers' side the same bytes as single queries, and asks once of each contact", () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 4 }), fc.boolean(), (world, maxHops, two) => {
        const compiled = CompiledNetwork.compile(world.network, { now: NOW });
        const seekers = two && world.ids.length > 3 ? ["n0", "n1"] : ["n0"];
        const targets = world.ids.map((id) => world.network.person(id) as Person);
        const shared = newSharedWork();
        const asked: string[] = [];
        const askContext = (seeker: string, one: string) => {
          asked.push(JSON.stringify([seeker, one]));
          return { standing: one.length % 3 };
        };
        const request = { seekers, k: 3, maxHops };
        for (const target of [...targets, stranger]) {
          const single = findPaths(compiled, {
            ...request,
            target,
            askContext: (_, one) => ({ standing: one.length % 3 }),
          });
          const before = asked.length;
          const found = findPathsSharing(compiled, { ...request, target, askContext }, shared);
          const listed = found.map((path) => path.describe());
          for (const [i, { describe, ...numbers }] of found.entries())
            expect(listed[i]).toMatchObject(numbers);
          expect(JSON.stringify(listed)).toBe(JSON.stringify(single));
          const toOthers = asked.slice(before).filter((pair) => !pair.endsWith(`"${target.id}"]`));
          asked.length = before;
          asked.push(...toOthers);
        }
        // Once for the consent, once for the leg as it is told.
        const contacts = seekers.reduce((sum, id) => sum + world.network.neighbors(id).length, 0);
        expect(asked.length).toBeLessThanOrEqual(2 * contacts);
        expect(new Set(shared.firstAsks.keys()).size).toBeLessThanOrEqual(contacts);
        expect(shared.laid.size).toBe(1);
        // What shares nothing but finds the same asks takes them, and the passes over the index, as they are.
        const [laid] = shared.laid.values();
        for (const [standing, isSame] of [
          [(one: string) => one.length % 3, true],
          [() => 3, false],
        ] as const) {
          const other = newSharedWork();
          const changed = (_: string, one: string) => ({ standing: standing(one) });
          findPathsSharing(compiled, { ...request, target: stranger, askContext: changed }, other);
          expect([...other.laid.values()][0] === laid).toBe(isSame || contacts === 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives reach the same best path as a query for each target", () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 4 }), (world, maxHops) => {
        const compiled = CompiledNetwork.compile(world.network, { now: NOW });
        const targets = [...world.ids.map((id) => world.network.person(id) as Person), stranger];
        const rows = reachTargets(compiled, { seekers: ["n0"], targets, maxHops });
        for (const [i, target] of targets.entries()) {
          const best = findPaths(compiled, { seekers: ["n0"], target, k: 1, maxHops })[0];
          expect(rows[i]?.probability).toBeCloseTo(best?.probability ?? 0, 10);
          expect(rows[i]?.hops).toBe(
            best === undefined ? undefined : (rows[i]?.people?.length as number) - 1,
          );
          expect(rows[i]?.target).toBe(target.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leads through nobody who is excluded, blocked, or not to be asked by the seeker themselves", () => {
    fc.assert(
      fc.property(worlds, fc.nat(6), fc.nat(6), (world, a, b) => {
        const compiled = CompiledNetwork.compile(world.network, { now: NOW });
        const request = {
          seekers: ["n0"],
          target: stranger,
          k: 1000,
          maxHops: 4,
          exclude: new Set([`n${a}`, "nobody"]),
          notAskedBySeekers: new Set([`n${b}`]),
        };
        const expected = allPathsByHand(compiled, request, inferredFor(compiled, request));
        const paths = findPaths(compiled, request).map(({ people }) => people.join());
        expect(new Set(paths)).toEqual(new Set(expected.map(({ people }) => people.join())));
      }),
      { numRuns: 200 },
    );
  });

  it("marks an inferred leg as such, with its odds, and never where the tie was seen", () => {
    const network = new Network();
    for (const id of ["me", "ann", "bob"])
      network.addPerson({ id, company: id === "me" ? "Northwind" : "Acme, Inc." });
    network.addTie({ from: "me", to: "ann", evidence: { connectedOn: "2020-01-01" } });
    const target = network.person("bob") as Person;
    const request = { seekers: ["me"], target, k: 5, maxHops: 3, headcount: 200 };
    const [path] = findPaths(CompiledNetwork.compile(network, { now: NOW }), request);
    expect(path?.legs[1]).toMatchObject({
      inferred: true,
      asker: "ann",
      evidence: { contexts: ["work:acme"] },
    });
    expect(path?.legs[1]?.tieProbability).toBeCloseTo(0.1314, 3);
    expect(path?.legs[1]?.consent as number).toBeLessThan(path?.legs[1]?.consentIfTied as number);
    expect(path?.whatWouldHelp).toContain("really knows the target");
    const off = findPaths(CompiledNetwork.compile(network, { now: NOW }), { ...request, inferTies: false });
    expect(off).toEqual([]);
    network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.9 } });
    const seen = findPaths(CompiledNetwork.compile(network, { now: NOW }), request);
    expect(seen.map(({ legs }) => legs.some(({ inferred }) => inferred))).toEqual([false]);
    expect(seen[0]?.whatWouldHelp).toMatch(/A meeting .* would lift this step from \d+% to \d+%/);
  });

  it("takes in changed evidence without being built again, and says when it no longer serves", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const compiled = CompiledNetwork.compile(world.network, { now: NOW });
        const tie = world.network.ties()[0];
        if (tie === undefined) return;
        const meeting = { at: "2026-11-20", direction: "both" as const, kind: "meeting" as const };
        world.network.addTie({ from: tie.to, to: tie.from, evidence: { interactions: [meeting] } });
        expect(compiled.serves(compiled.day)).toBe(true);
        expect(compiled.serves(compiled.day + 1)).toBe(false);
        const request = { seekers: ["n0"], target: stranger, k: 50, maxHops: 3 };
        const fresh = CompiledNetwork.compile(world.network, { now: NOW });
        expect(findPaths(compiled, request)).toEqual(findPaths(fresh, request));
        const targets = [...world.ids.slice(1).map((id) => world.network.person(id) as Person), stranger];
        const leads = { seekers: ["n0"], targets, maxHops: 3 };
        expect(reachTargets(compiled, leads)).toEqual(reachTargets(fresh, leads));
        for (const target of targets) {
          expect(findPaths(compiled, { ...request, target })).toEqual(
            findPaths(fresh, { ...request, target }),
          );
        }
        world.network.addPerson({ id: "late" });
        expect(compiled.serves(compiled.day)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("answers nothing from a network that has changed since: no withdrawn tie comes out", () => {
    const changes: Record<string, (network: Network) => void> = {
      "made private": (network) => network.setVisibility("ann", ["ann", "bob"], "private"),
      "opted out": (network) => network.optOut("ann"),
      removed: (network) => network.removePerson("ann"),
      merged: (network) => network.mergePeople([["ann", "bob"]]),
      marked: (network) => network.setDoNotAsk("ann", true),
      "a new tie": (network) => network.addTie({ from: "me", to: "cid", evidence: {} }),
    };
    for (const [what, change] of Object.entries(changes)) {
      const network = new Network();
      for (const id of ["me", "ann", "bob", "cid"]) network.addPerson({ id });
      network.addTie({ from: "me", to: "ann", evidence: {} });
      network.addTie({ from: "ann", to: "bob", evidence: {} });
      network.addTie({ from: "cid", to: "ann", evidence: {} });
      const compiled = CompiledNetwork.compile(network, { now: NOW });
      const request = { seekers: ["me"], target: { id: "bob" }, k: 5, maxHops: 3 };
      const queries = [
        () => findPaths(compiled, request),
        () => reachTargets(compiled, { seekers: ["me"], targets: [{ id: "bob" }], maxHops: 3 }),
        () => inferTies(compiled, { seekers: ["me"], target: { id: "bob" } }),
      ];
      expect(queries.map((query) => query().length)).toEqual([1, 1, 0]);
      change(network);
      expect(compiled.serves(compiled.day)).toBe(false);
      for (const query of queries) {
        const refusal = expect.objectContaining({ code: "NETWORK_CHANGED", details: {} });
        expect(query, what).toThrow(refusal);
      }
      const anew = CompiledNetwork.compile(network, { now: NOW, previous: compiled });
      expect(() => findPaths(anew, request)).not.toThrow();
    }
  });

  it("keeps one working memory, and gives a query within a query another", () => {
    const space = new InferenceSpace(3);
    const basis = {
      ground: "same-school",
      consentIfNot: 0.1,
      evidence: { contexts: ["school:mit"] },
    } as const;
    const first = space.withFound((found) => {
      found.offer(2, 0.5, found.addBasis(basis));
      const inner = space.withFound((other) => other);
      expect(inner).not.toBe(found);
      expect(found.basisOf(2)).toBe(basis);
      return found;
    });
    const fail = () =>
      space.withFound((found) => {
        expect(found).toBe(first);
        expect([found.has(2), found.nodes]).toEqual([false, []]);
        found.offer(1, 0.5, found.addBasis(basis));
        throw new Error("enough");
      });
    expect(fail).toThrow("enough");
    expect(space.withFound((found) => [found, found.has(1)])).toEqual([first, false]);
  });

  it("answers as a network compiled for one query does, whatever was asked before and while it is asked", async () => {
    let nested = 0;
    await assertUntil(
      () => nested > 50,
      fc.property(worlds, fc.integer({ min: 1, max: 4 }), (world, maxHops) => {
        const compile = () => CompiledNetwork.compile(world.network, { now: NOW });
        const compiled = compile();
        const targets = [stranger, ...world.ids.slice(1).map((id) => world.network.person(id) as Person)];
        const query = (on: () => CompiledNetwork, target: Person, other?: Person) => {
          // A caller who looks up more while they are asked.
          const askContext = () => {
            if (other === undefined) return undefined;
            nested++;
            inferTies(on(), { seekers: ["n0"], target: other });
            findPaths(on(), { seekers: ["n0"], target: other, k: 9, maxHops });
            return undefined;
          };
          return findPaths(on(), { seekers: ["n0"], target, k: 99, maxHops, askContext });
        };
        for (const [i, target] of targets.entries()) {
          const other = targets[(i + 1) % targets.length] as Person;
          const alone = JSON.stringify(query(compile, target));
          expect(JSON.stringify(query(() => compiled, target))).toBe(alone);
          expect(JSON.stringify(query(() => compiled, target, other))).toBe(alone);
        }
        const leads = { seekers: ["n0"], targets, maxHops };
        expect(reachTargets(compiled, leads)).toEqual(reachTargets(compile(), leads));
      }),
      { numRuns: 60 },
    );
    expect(nested).toBeGreaterThan(50);
  });

  it("refuses a bad request with a code", () => {
    const network = new Network();
    network.addPerson({ id: "me" });
    const compiled = CompiledNetwork.compile(network, { now: NOW });
    const request = { seekers: ["me"], target: stranger, k: 1, maxHops: 3 };
    for (const bad of [{ k: 0 }, { k: 1.5 }, { maxHops: 0 }, { maxHops: 5 }, { seekers: [] }]) {
      expect(() => findPaths(compiled, { ...request, ...bad })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => findPaths(compiled, { ...request, seekers: ["x"] })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_PERSON" }),
    );
    const leads = { seekers: ["me"], targets: [stranger], maxHops: 3 };
    expect(reachTargets(compiled, leads)).toEqual([{ target: stranger.id, probability: 0 }]);
    const shared = [
      { maxHops: 0 },
      { maxHops: 2.5 },
      { maxHops: 5 },
      { maxHops: 9 },
      { seekers: [] },
      { seekers: ["x"] },
      { inference: { leastCommon: 0 } },
      { inference: { leastCommon: 0 }, inferTies: false },
    ];
    for (const bad of shared) {
      const code = bad.seekers?.length === 1 ? "UNKNOWN_PERSON" : "INVALID_ARGUMENT";
      const refusal = expect.objectContaining({ code });
      expect(() => findPaths(compiled, { ...request, ...bad })).toThrow(refusal);
      for (const targets of [[stranger], []])
        expect(() => reachTargets(compiled, { ...leads, ...bad, targets })).toThrow(refusal);
    }
    const aborted = { aborted: true, reason: new Error("enough") };
    expect(() => findPaths(compiled, { ...request, signal: aborted })).toThrow("enough");
    for (const maxHops of [1, 3])
      expect(() => reachTargets(compiled, { ...leads, maxHops, signal: aborted })).toThrow("enough");
    expect(() => CompiledNetwork.compile(network, { now: "2024-02-30" })).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
    expect(() => CompiledNetwork.compile(network, { now: NOW, signal: aborted })).toThrow("enough");
  });
});
