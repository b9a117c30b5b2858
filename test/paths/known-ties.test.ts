import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnownTies } from "../../src/paths/known-ties.js";

describe("KnownTies", () => {
  it("finds each tie again and tells which are gone, in whatever order it is asked", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const pair = fc.record({ from: fc.nat(5), to: fc.nat(5) }).filter(({ from, to }) => from !== to);
    const pairs = fc.uniqueArray(pair, { selector: ({ from, to }) => 6 * from + to, maxLength: 20 });
    /** People in any order, all ties of one side by side, in any order. */
    const listed = fc
      .record({ pairs, people: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }) })
      .map(({ pairs, people }) => people.flatMap((node) => pairs.filter(({ from }) => from === node)));
    const asked = fc.oneof(listed, pairs);
    fc.assert(
      fc.property(listed, asked, fc.boolean(), (before, now, same) => {
        const ties = new KnownTies({
          ids,
          numbers: new Map(ids.map((id, node) => [id, node])),
          from: Uint32Array.from(before, ({ from }) => from),
          to: Uint32Array.from(before, ({ to }) => to),
        });
        const some = same ? before.filter(({ to }) => to % 2 === 0) : now;
        const places = some.map(({ from, to }) =>
          before.findIndex((tie) => tie.from === from && tie.to === to),
        );
        expect(some.map(({ from, to }) => ties.find(ids[from] as string, ids[to] as string))).toEqual(places);
        expect(ties.find("nobody", "a")).toBe(-1);
        expect(ties.gone()).toEqual(
          before.map((_, place) => place).filter((place) => !places.includes(place)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
