import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArcIndex, renumbered } from "../../src/search/index.js";

const arcs = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(0.2, 0.5, 0.9), fc.boolean()), {
  maxLength: 30,
});

describe("renumbered", () => {
  it("is the index that is built of the same arcs by their new numbers", () => {
    fc.assert(
      fc.property(
        arcs,
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 8, maxLength: 8 }),
        (given, steps) => {
          // Each node some places behind the one before it; -1 takes it out.
          let last = -1;
          const numbers = Int32Array.from(steps, (step) => {
            if (step < 0) return -1;
            last += 1 + step;
            return last;
          });
          const nodeCount = last + 2;
          const all = given.flatMap(([a, b, p, both]) =>
            both ? [[a, b, p] as const, [b, a, p] as const] : [[a, b, p] as const],
          );
          const built = (list: typeof all, count: number) =>
            ArcIndex.build({
              nodeCount: count,
              sources: list.map(([a]) => a),
              targets: list.map(([, b]) => b),
              probabilities: list.map(([, , p]) => p),
            });
          const kept = all
            .map(([a, b, p]) => [numbers[a] as number, numbers[b] as number, p] as const)
            .filter(([a, b]) => a >= 0 && b >= 0);
          const index = renumbered(built(all, 8), numbers, nodeCount);
          const anew = built(kept, nodeCount);
          expect([index.nodeCount, index.arcCount]).toEqual([anew.nodeCount, anew.arcCount]);
          for (const [a, b] of kept) expect(index.probability(a, b)).toBe(anew.probability(a, b));
          // Arcs that are gone may leave the others each with a mirror, which a build finds out.
          const [bytes, expected] = [index, anew].map(({ buffer }) => new Uint8Array(buffer));
          if (bytes?.length === expected?.length) expect(bytes).toEqual(expected);
          expect(ArcIndex.fromBuffer(index.buffer).arcCount).toBe(index.arcCount);
        },
      ),
    );
  });

  it("refuses numbers that do not rise, are too great or are too few", () => {
    const index = ArcIndex.build({ nodeCount: 3, sources: [0], targets: [2], probabilities: [0.5] });
    for (const numbers of [
      [0, 0, 1],
      [2, 1, 0],
      [0, 1, 5],
      [0, 1],
      [-2, 0, 1],
    ])
      expect(() => renumbered(index, Int32Array.from(numbers), 4)).toThrow("bad numbers");
    expect(() => renumbered(index, [0, 1, 2] as never, 4)).toThrow("bad numbers");
  });
});
