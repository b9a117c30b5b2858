import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import {
  findPaths,
  type IntroductionPath,
  type Leg,
  maskId,
  maskPath,
  replaceIds,
} from "../../src/paths/index.js";
import { NOW, worlds } from "../support/paths-world.js";

const key = "a secret of sixteen";

function pathOf(network: Network, seeker: string, target: string): [CompiledNetwork, IntroductionPath] {
  const compiled = CompiledNetwork.compile(network, { now: NOW });
  const [path] = findPaths(compiled, { seekers: [seeker], target: { id: target }, k: 1, maxHops: 3 });
  return [compiled, path as IntroductionPath];
}

function team(): Network {
  const network = new Network();
  for (const n of [1, 2, 3, 4]) {
    network.addPerson({ id: `s${n}`, name: `CANARY ${n}`, company: "Acme", title: "Sales Manager" });
  }
  network.addPerson({ id: "me", company: "ACME Inc." });
  network.addPerson({ id: "buyer", company: "Other" });
  network.addTie({ from: "me", to: "s1", evidence: { connectedOn: "2020-01-02" } });
  network.addTie({ from: "s1", to: "buyer", evidence: { closeness: 0.83 }, visibility: "masked" });
  return network;
}

describe("maskPath", () => {
  it("tells of a colleague in Sales until the owner reveals the tie", () => {
    const network = team();
    const [compiled, path] = pathOf(network, "me", "buyer");
    const masked = maskPath(compiled, path, { viewers: ["me"], key });
    expect(masked.masked).toEqual([{ id: maskId("s1", key), label: "a colleague in Sales" }]);
    expect(masked.people).toEqual(["me", maskId("s1", key), "buyer"]);
    expect(JSON.stringify(masked)).not.toMatch(/"s1"|CANARY|2020|0\.83/);
    expect(masked.probability).toBeCloseTo(
      masked.legs.reduce((all, leg) => all * leg.consent, 1),
      12,
    );
    expect(maskPath(compiled, path, { viewers: ["s1"], key }).masked).toEqual([]);
    network.reveal("s1", "buyer");
    const open = maskPath(...pathOf(network, "me", "buyer"), { viewers: ["me"], key });
    expect(open.people).toEqual(["me", "s1", "buyer"]);
    expect(open.masked).toEqual([]);
  });

  it("keeps one digit of a guess behind a masked tie", () => {
    const network = new Network();
    for (const id of ["me", "ann"]) network.addPerson({ id });
    for (const id of ["s1", "buyer"]) network.addPerson({ id, company: "Tiny Acme" });
    network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.9 } });
    network.addTie({ from: "ann", to: "s1", evidence: { closeness: 0.83 }, visibility: "masked" });
    const compiled = CompiledNetwork.compile(network, { now: NOW });
    const request = { seekers: ["me"], target: { id: "buyer", company: "Tiny Acme" }, k: 1, maxHops: 3 };
    const [path] = findPaths(compiled, request);
    const masked = maskPath(compiled, path as IntroductionPath, { viewers: ["me"], key });
    const guess = masked.legs.at(-1) as Leg;
    expect([masked.people.length, guess.inferred]).toEqual([4, true]);
    const [exact, told] = [path?.legs.at(-1)?.tieProbability as number, guess.tieProbability as number];
    expect(exact).not.toBe(Number(exact.toPrecision(1)));
    expect(told).toBe(Number(told.toPrecision(1)));
  });

  it("tells less where fewer share it", () => {
    const network = team();
    network.addPerson({ id: "s2", title: "Engineer" });
    network.addPerson({ id: "s3", title: "Engineer" });
    const label = (viewer: string) => {
      const [compiled, path] = pathOf(network, "me", "buyer");
      return maskPath(compiled, path, { viewers: [viewer], key }).masked[0]?.label;
    };
    expect(label("me")).toBe("a colleague");
    const mask = (leastCrowd: number) =>
      maskPath(...pathOf(network, "me", "buyer"), { viewers: ["me"], key, leastCrowd }).masked[0]?.label;
    expect([1, 50].map(mask)).toEqual(["a colleague in Sales", "somebody"]);
    network.addPerson({ id: "far", company: "Other" });
    expect(label("far")).toBe("somebody");
    // The other end of a masked tie knows whose it is.
    expect(label("buyer")).toBeUndefined();
    for (const id of ["s2", "s3", "s4", "me"]) network.addPerson({ id, company: "Elsewhere" });
    expect(label("me")).toBe("somebody");
  });

  it("lets no id or name of a hidden person out, whatever the network", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { network } = world;
        for (const person of network.people())
          network.addPerson({ id: person.id, name: `CANARY-${person.id}-` });
        const compiled = CompiledNetwork.compile(network, { now: NOW });
        const request = { seekers: ["n0"], target: { id: world.ids.at(-1) as string }, k: 50, maxHops: 4 };
        for (const path of findPaths(compiled, request)) {
          const masked = maskPath(compiled, path, { viewers: ["n0"], key });
          const text = JSON.stringify(masked);
          for (const [i, id] of path.people.entries()) {
            const inner = i > 0 && i < path.people.length - 1;
            const isHidden = [path.legs[i - 1], path.legs[i]].some((leg) => {
              if (leg === undefined || !inner) return false;
              const tie = network.tie(leg.asker, leg.asked);
              const told = network.tieRecords(leg.asker, leg.asked).map(({ from }) => from);
              const isOwn = [...told, leg.asker, leg.asked].includes("n0");
              return tie?.visibility === "masked" && !isOwn;
            });
            expect(masked.people[i]).toBe(isHidden ? maskId(id, key) : id);
            if (!isHidden) continue;
            expect(text).not.toContain(`"${id}"`);
            expect(text).not.toContain(`CANARY-${id}-`);
            for (const leg of [masked.legs[i - 1], masked.legs[i]]) {
              expect(leg).toMatchObject({ evidence: {}, factors: [], state: "unknown" });
              const { consent, strength, interval, tieProbability, consentIfTied, consentIfNot } = leg as Leg;
              for (const number of [
                consent,
                strength,
                ...interval,
                tieProbability,
                consentIfTied,
                consentIfNot,
              ])
                expect(number).toBe(number === undefined ? undefined : Number(number.toPrecision(1)));
            }
          }
          expect(masked.legs[masked.weakestLeg]?.consent).toBe(
            Math.min(...masked.legs.map((leg) => leg.consent)),
          );
          expect(masked.interval[0]).toBeLessThanOrEqual(masked.probability);
          expect(masked.interval[1]).toBeGreaterThanOrEqual(masked.probability);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("needs a secret, and says nothing personal where it is missing", () => {
    const [compiled, path] = pathOf(team(), "me", "buyer");
    for (const bad of ["", "short", undefined as never]) {
      expect(() => maskPath(compiled, path, { viewers: ["me"], key: bad })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT", details: { what: "maskKey" } }),
      );
    }
    expect(maskId("s1", key)).not.toBe(maskId("s1", `${key}!`));
    expect(maskId("s1", key)).toMatch(/^masked_[0-9a-f]{16}$/);
  });
});

describe("replaceIds", () => {
  it("replaces whole strings and keys, and leaves the rest", () => {
    const names = new Map([["a", "x"]]);
    expect(replaceIds({ a: ["a", "ab", 1, null, { k: "a" }] }, names)).toEqual({
      x: ["x", "ab", 1, null, { k: "x" }],
    });
    const odd = JSON.parse('{"__proto__":"a"}') as object;
    expect(JSON.stringify(replaceIds(odd, names))).toBe('{"__proto__":"x"}');
  });
});
