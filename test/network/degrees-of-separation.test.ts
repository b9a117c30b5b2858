import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degreesOfSeparation, Network } from "../../src/network/index.js";

describe("degreesOfSeparation", () => {
  it("is the number of ties of a shortest chain, as plain spreading finds it", () => {
    const ties = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 10 });
    fc.assert(
      fc.property(ties, fc.nat(6), fc.nat(6), (pairs, from, to) => {
        const network = new Network();
        const ids = ["__proto__", "constructor", "c", "d", "e", "f", "g"];
        for (const id of ids) network.addPerson({ id });
        for (const [a, b] of pairs) {
          if (a !== b) network.addTie({ from: ids[a] as string, to: ids[b] as string, evidence: {} });
        }
        let circle = new Set([ids[from] as string]);
        let expected: number | undefined;
        for (let steps = 0; steps < ids.length && expected === undefined; steps++) {
          if (circle.has(ids[to] as string)) expected = steps;
          circle = new Set([...circle, ...[...circle].flatMap((id) => network.neighbors(id))]);
        }
        expect(degreesOfSeparation(network, ids[from] as string, ids[to] as string)).toBe(expected);
      }),
    );
  });

  it("knows nobody of whom it was not told", () => {
    const network = new Network();
    network.addPerson({ id: "a" });
    expect(degreesOfSeparation(network, "a", "b")).toBeUndefined();
    expect(degreesOfSeparation(network, "b", "a")).toBeUndefined();
  });
});
