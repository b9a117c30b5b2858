import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import {
  findPaths,
  type IntroductionPath,
  inferTies,
  maskPath,
  type PathRequest,
  reachTargets,
} from "../../src/paths/index.js";
import type { Person, Tie } from "../../src/people/index.js";
import { assertUntil } from "../support/assert-until.js";
import { NOW, worlds } from "../support/paths-world.js";

function networkOf(ties: readonly Omit<Tie, "evidence">[]): Network {
  const network = new Network();
  for (const id of new Set(ties.flatMap(({ from, to }) => [from, to]))) network.addPerson({ id });
  for (const tie of ties) network.addTie({ ...tie, evidence: {} });
  return network;
}

const compile = (network: Network) => CompiledNetwork.compile(network, { now: NOW });

/** Paths that show nobody who is hidden, each as its bytes. */
function openPaths(compiled: CompiledNetwork, request: PathRequest): readonly IntroductionPath[] {
  const key = "a secret of the app's own";
  return findPaths(compiled, request).filter(
    (path) => maskPath(compiled, path, { viewers: request.seekers, key }).masked.length === 0,
  );
}

describe("masked ties", () => {
  it("are no common acquaintances, whose number would tell of them", () => {
    const ties = [1, 2, 3].flatMap((n) => [
      { from: `m${n}`, to: "x" },
      { from: `m${n}`, to: "t" },
    ]);
    const known = { from: "sam", to: "x" };
    const inferred = (visibility: "shared" | "masked") =>
      inferTies(compile(networkOf([known, ...ties.map((tie) => ({ ...tie, visibility }))])), {
        seekers: ["sam"],
        target: { id: "t" },
      }).map(({ from, ground }) => `${from} ${ground}`);
    expect(inferred("shared")).toEqual(["x common-neighbors"]);
    expect(inferred("masked")).toEqual([]);
  });

  it("overlap no circles: what two contacts of one seeker share in secret changes no strength of their ties", () => {
    const ties = ["a", "b", "c"].map((to) => ({ from: "sam", to }));
    const consentOf = (...more: Omit<Tie, "evidence">[]) => {
      const [path] = findPaths(compile(networkOf([...ties, ...more])), {
        seekers: ["sam"],
        target: { id: "a" },
        k: 1,
        maxHops: 1,
      });
      return path?.legs[0]?.strength;
    };
    const tie = { from: "a", to: "b" };
    expect(consentOf({ ...tie, visibility: "masked" })).toBe(consentOf());
    expect(consentOf(tie)).not.toBe(consentOf());
  });

  it("give the same as from nothing where they are revealed and masked again, and lead paths all the while", () => {
    const network = networkOf([
      { from: "sam", to: "a" },
      { from: "sam", to: "b" },
      { from: "a", to: "b", visibility: "masked" },
      { from: "b", to: "t", visibility: "masked" },
    ]);
    const request = { seekers: ["sam"], target: { id: "t" }, k: 9, maxHops: 3 };
    let previous = compile(network);
    const strengths = new Set<number>();
    for (const visibility of ["shared", "masked", "shared", "private", "masked"] as const) {
      network.setVisibility("a", ["a", "b"], visibility);
      const next = CompiledNetwork.compile(network, { now: NOW, previous });
      expect(JSON.stringify(findPaths(next, request))).toBe(
        JSON.stringify(findPaths(compile(network), request)),
      );
      // Reach tells the numbers that the search itself goes by.
      const reach = { seekers: ["sam"], targets: network.people(), maxHops: 3 };
      expect(reachTargets(next, reach)).toEqual(reachTargets(compile(network), reach));
      expect(findPaths(next, request)).toHaveLength(visibility === "private" ? 1 : 2);
      strengths.add(next.strength("sam", "a"));
      previous = next;
    }
    expect(strengths.size).toBe(2);
  });

  it("leave the one whose tie is masked as likely to know the target as they were, for who asks for no masked ties", () => {
    const network = new Network();
    for (const id of ["sam", "ann", "bob"])
      network.addPerson({ id, ...(id === "sam" ? {} : { company: "Acme" }) });
    network.addTie({ from: "sam", to: "ann", evidence: {} });
    const request = {
      seekers: ["sam"],
      target: { id: "bob", company: "Acme" },
      k: 5,
      maxHops: 2,
      maskedTies: false,
    };
    const before = JSON.stringify(openPaths(compile(network), request));
    network.addTie({ from: "ann", to: "bob", evidence: { closeness: 1 }, visibility: "masked" });
    expect(JSON.stringify(openPaths(compile(network), request))).toBe(before);
    const [path] = findPaths(compile(network), { ...request, maskedTies: true });
    expect(path?.legs[1]?.inferred).toBe(false);
    // Whoever told of it themselves is kept nothing back.
    const [own] = findPaths(compile(network), { ...request, seekers: ["ann"] });
    expect(own?.people).toEqual(["ann", "bob"]);
    network.addTie({ from: "ann", to: "bob", evidence: {}, visibility: "masked", owner: "sam" });
    const [told] = openPaths(compile(network), request);
    expect(told?.legs[1]?.inferred).toBe(false);
  });

  it("change not a byte of the paths that lead over none of them: canaries", async () => {
    const added = fc.record({
      from: fc.nat(5),
      to: fc.nat(5),
      evidence: fc.constantFrom({}, { closeness: 0.9 }),
    });
    let secrets = 0;
    let paths = 0;
    let replaced = 0;
    await assertUntil(
      () => secrets > 10 && paths > 100 && replaced > 1,
      fc.property(
        worlds,
        fc.array(added, { minLength: 4, maxLength: 12 }),
        fc.boolean(),
        (world, more, two) => {
          const seekers = two && world.ids.length > 3 ? ["n0", "n1"] : ["n0"];
          const [bare, whole] = [copyOf(world.network), copyOf(world.network)];
          // Never n0, who seeks.
          const idOf = (n: number) => `n${1 + (n % (world.ids.length - 1))}`;
          for (const { evidence, ...pair } of more) {
            const tie = { from: idOf(pair.from), to: idOf(pair.to), evidence };
            const ends = [tie.from, tie.to];
            // Who is known by no shared tie comes into view or goes out of it by a masked one; all others are known as before.
            const isShared = (id: string) =>
              bare.tiesOf(id).some(({ visibility }) => visibility === "shared");
            const isFree = ends.every((id) => bare.has(id) && !seekers.includes(id) && isShared(id));
            if (!isFree || tie.from === tie.to || bare.tie(tie.from, tie.to) !== undefined) continue;
            whole.addTie({ ...tie, visibility: "masked" });
            secrets++;
          }
          const [before, after] = [compile(bare), compile(whole)];
          const targets: Person[] = [
            { id: "stranger", company: "Acme" },
            ...bare.people().filter(({ id }) => !seekers.includes(id)),
          ];
          for (const target of targets) {
            const request = { seekers, target, k: 200, maxHops: 3 };
            const bytes = (compiled: CompiledNetwork, maskedTies: boolean) =>
              openPaths(compiled, { ...request, maskedTies }).map((path) => JSON.stringify(path));
            const closed = bytes(before, false);
            expect(bytes(after, false)).toEqual(closed);
            // With a mask, masked ties stand in place of inferred ones, and all other paths stay.
            const masked = bytes(after, true);
            const open = new Set(bytes(before, true));
            expect(masked.filter((path) => !open.has(path))).toEqual([]);
            const lost = [...open].filter((path) => !masked.includes(path));
            for (const path of lost) {
              const leg = (JSON.parse(path) as IntroductionPath).legs.at(-1);
              expect(leg?.inferred).toBe(true);
              expect(whole.tie(leg?.asker as string, target.id)?.visibility).toBe("masked");
            }
            paths += closed.length;
            replaced += lost.length;
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(secrets).toBeGreaterThan(10);
    expect(paths).toBeGreaterThan(100);
    expect(replaced).toBeGreaterThan(1);
  });
});

function copyOf(network: Network): Network {
  const copy = new Network();
  for (const person of network.people()) copy.addPerson(person);
  for (const tie of network.ties()) copy.addTie(tie);
  for (const id of network.doNotAsk()) copy.setDoNotAsk(id, true);
  return copy;
}
