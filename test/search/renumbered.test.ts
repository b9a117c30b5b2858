import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArcIndex, renumbered } from "../../src/search/index.js";

const arcs = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(0.2, 0.5, 0.9)), { maxLength: 30 });

describe("renumbered", () => {
  it("is, byte for byte, the index that is built of the same arcs by their new numbers", () => {
    fc.assert(
      fc.property(
        arcs,
        fc.boolean(),
        fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
        (given, bothWays, steps) => {
          let last = -1;
          // Each node some places behind the one before it.
          const numbers = Int32Array.from(steps, (step) => {
            last += 1 + step;
            return last;
          });
          const back = bothWays ? given.map(([a, b, p]) => [b, a, p] as const) : [];
          const built = (nodeCount: number, numberOf: (node: number) => number) =>
            ArcIndex.build({
              nodeCount,
              sources: [...given, ...back].map(([a]) => numberOf(a)),
              targets: [...given, ...back].map(([, b]) => numberOf(b)),
              probabilities: [...given, ...back].map(([, , p]) => p),
            });
          const index = renumbered(
            built(8, (node) => node),
            numbers,
            last + 2,
          );
          const anew = built(last + 2, (node) => numbers[node] as number);
          expect(new Uint8Array(index.buffer)).toEqual(new Uint8Array(anew.buffer));
        },
      ),
    );
  });

  it("refuses numbers that do not rise, are too great or are too few", () => {
    const index = ArcIndex.build({ nodeCount: 3, sources: [0], targets: [2], probabilities: [0.5] });
    const wrong = [
      [0, 0, 1],
      [2, 1, 0],
      [0, 1, 5],
      [0, 1],
      [-1, 0, 1],
    ];
    for (const numbers of wrong)
      expect(() => renumbered(index, Int32Array.from(numbers), 4)).toThrow("numbers");
    expect(() => renumbered(index, [0, 1, 2] as never, 4)).toThrow("numbers");
  });
});
