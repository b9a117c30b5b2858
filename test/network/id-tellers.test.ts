import fc from "fast-check";
import { expect, it } from "vitest";
import { type IdTeller, IdTellers } from "../../src/network/id-tellers.js";

const id = fc.constantFrom("x", "y", "z");
const owner = fc.constantFrom(undefined, "o", "p", "x");
const teller: fc.Arbitrary<IdTeller> = fc
  .tuple(owner, fc.constantFrom("shared" as const, "masked" as const, "private" as const))
  .map(([by, visibility]) => ({ ...(by === undefined ? {} : { owner: by }), visibility }));
const step = fc.oneof(
  fc.record({ note: id, tellers: fc.array(teller, { maxLength: 3 }) }),
  fc.record({ forget: id }),
  fc.record({ back: fc.constantFrom("o", "p", "x") }),
);

/** Under their present ids: `p` is `o` by now. */
const canonical = (one: string): string => (one === "p" ? "o" : one);
const keyOf = ({ owner: by, visibility }: IdTeller): string =>
  JSON.stringify(by === undefined ? [null, visibility] : [by, visibility]);

it("who told of people under ids that were merged is kept, taken back, forgotten and saved as in a plain list", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 12 }), (steps) => {
      const tellers = new IdTellers();
      const plain = new Map<string, IdTeller[]>();
      for (const one of steps) {
        if ("note" in one) {
          tellers.note(one.note, one.tellers);
          const all = [...(plain.get(one.note) ?? []), ...one.tellers];
          if (all.length > 0) plain.set(one.note, all);
        } else if ("forget" in one) {
          tellers.forget(one.forget);
          plain.delete(one.forget);
        } else {
          tellers.takeBack(new Set([one.back]), canonical);
          for (const [of, all] of plain)
            plain.set(
              of,
              all.filter(
                ({ owner: by }) =>
                  by === undefined || canonical(by) !== one.back || canonical(by) === canonical(of),
              ),
            );
        }
      }
      const each = (all: readonly IdTeller[]) =>
        [...new Map(all.map((one) => [keyOf(one), one]))]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, one]) => one);
      for (const of of ["x", "y", "z"]) {
        const all = plain.get(of);
        expect(tellers.of(of)).toEqual(all && each(all));
      }
      const saved = [...plain]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([of, all]) => {
          const renamed = all.map((one): IdTeller => {
            if (one.owner === undefined) return one;
            return canonical(one.owner) === of
              ? { visibility: "shared" }
              : { owner: canonical(one.owner), visibility: one.visibility };
          });
          return [of, each(renamed)];
        });
      expect(JSON.stringify(tellers.toJSON(canonical))).toBe(JSON.stringify(saved));
      const back = IdTellers.fromJSON(tellers.toJSON(canonical));
      expect(JSON.stringify(back.toJSON(canonical))).toBe(JSON.stringify(saved));
    }),
  );
});

it("a saved list of them is refused where it is none", () => {
  const bad: readonly [unknown, string][] = [
    [["x", 7], "INVALID_SNAPSHOT"],
    ["xy", "INVALID_SNAPSHOT"],
    [["x", [{ visibility: "open" }]], "INVALID_TIE"],
    [["x", [{ owner: 7, visibility: "shared" }]], "INVALID_ID"],
    [[7, [{ visibility: "shared" }]], "INVALID_ID"],
  ];
  for (const [entry, code] of bad)
    expect(() => IdTellers.fromJSON([entry] as never)).toThrow(expect.objectContaining({ code }));
  const extra = [["x", [{ visibility: "shared", note: "CANARY" }]]];
  expect(JSON.stringify(IdTellers.fromJSON(extra as never).toJSON(canonical))).not.toContain("CANARY");
});
