import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byEnds,
  endsOf,
  joinTies,
  type KeptTie,
  keepTie,
  recordsOf,
  sightingsOf,
  statedTie,
} from "../../src/network/kept-tie.js";
import { hasNewUsers, type Pool, ReachRules } from "../../src/network/reach-rules.js";
import type { Visibility } from "../../src/people/index.js";

interface Told {
  readonly owner: string;
  readonly source: string | undefined;
  readonly visibility: Visibility;
  readonly closeness: number | undefined;
  readonly how: "given" | "read";
  readonly isTurned: boolean;
}

const REACHES: readonly Visibility[] = ["shared", "masked", "private"];
const told: fc.Arbitrary<Told> = fc.record({
  owner: fc.constantFrom("a", "b", "c", "d"),
  source: fc.constantFrom(undefined, undefined, "s", "t"),
  visibility: fc.constantFrom(...REACHES),
  closeness: fc.constantFrom(undefined, 0.2, 0.8),
  how: fc.constantFrom("given", "read"),
  isTurned: fc.boolean(),
});

/** Whoever tells a record saw a mail that went out from whoever stands first, in a place of their own. */
function recordOf({ owner, source, visibility, closeness, isTurned }: Told): KeptTie {
  const [from, to] = isTurned ? ["b", "a"] : ["a", "b"];
  const mail = { at: "2026-01-02", direction: "out" as const, kind: "message" as const };
  const contexts = [`${owner} ${source ?? ""}`];
  const evidence = { interactions: [mail], contexts, ...(closeness === undefined ? {} : { closeness }) };
  return keepTie({ from, to, evidence, visibility, source }, owner);
}

function joined(tie: KeptTie, one: Told): KeptTie {
  return one.how === "given" ? statedTie(tie, recordOf(one)) : joinTies(tie, [recordOf(one)]);
}

function tieOf([first, ...more]: readonly Told[]): KeptTie {
  return more.reduce((tie, one) => joined(tie, one), recordOf(first as Told));
}

describe("a tie of which several tell", () => {
  it("keeps each one's records by their sources, the strictest wish of each, and the closeness that was given last", () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 6 }), (all) => {
        const records = new Map<
          string,
          { reach: number; closeness: number | undefined; ways: Set<string> }
        >();
        for (const [i, { owner, source, visibility, closeness, how, isTurned }] of all.entries()) {
          const key = JSON.stringify([owner, source ?? ""]);
          const one = records.get(key) ?? { reach: 0, closeness: undefined, ways: new Set() };
          one.reach = Math.max(one.reach, REACHES.indexOf(visibility));
          one.ways.add(isTurned ? "in" : "out");
          if (closeness !== undefined) {
            const isStated = i > 0 && how === "given";
            if (isStated) for (const other of records.values()) other.closeness = undefined;
            one.closeness = isStated ? closeness : Math.max(closeness, one.closeness ?? 0);
          }
          records.set(key, one);
        }
        const tie = tieOf(all);
        const wanted = [...records].sort(([x], [y]) => (x < y ? -1 : 1));
        expect([tie.from, tie.to]).toEqual(["a", "b"]);
        expect(
          sightingsOf(tie).map(({ owner, source, visibility, evidence }) => [
            JSON.stringify([owner, source ?? ""]),
            {
              reach: REACHES.indexOf(visibility),
              closeness: evidence.closeness,
              ways: new Set(evidence.interactions?.map(({ direction }) => direction)),
            },
          ]),
        ).toEqual(wanted);
        for (const one of sightingsOf(tie)) expect("source" in one).toBe(one.source !== undefined);
        expect(tie.visibility).toBe(REACHES[Math.max(...wanted.map(([, { reach }]) => reach))]);
        const stated = wanted.flatMap(([, { closeness = [] }]) => closeness);
        expect(tie.evidence.closeness).toBe(stated.length === 0 ? undefined : Math.max(...stated));
        expect(tie.sightings === undefined).toBe(wanted.length === 1);
        // Told from their own sides, they make the same tie again.
        const again = recordsOf(tie).map((record) => keepTie(record, record.owner ?? record.from));
        expect(again.reduce((one, other) => joinTies(one, [other]))).toEqual(tie);
        expect(joinTies(undefined, again)).toEqual(tie);
        for (const { from, to, owner = from, source } of recordsOf(tie)) {
          expect(from).toBe(owner === "b" ? "b" : "a");
          expect(to).toBe(from === "a" ? "b" : "a");
          expect(all).toContainEqual(expect.objectContaining({ owner, source }));
        }
      }),
    );
  });

  it("has the smaller id first, and stands in the order of its ids", () => {
    const ids = ["a", "b", "c"];
    const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })));
    for (const one of pairs) {
      expect(endsOf(one)).toEqual([one.from, one.to].sort());
      for (const other of pairs) {
        const [x, y] = [endsOf(one).join(), endsOf(other).join()];
        expect(Math.sign(byEnds(one, other))).toBe(x === y ? 0 : x < y ? -1 : 1);
      }
    }
  });

  it("has new users where one more may use it, and none where the same one tells the same again", () => {
    const pool = { canonical: (id: string) => id, common: new WeakMap() } as unknown as Pool;
    const usersOf = (tie: KeptTie) =>
      [[], ["a"], ["b"], ["c"], ["d"]].flatMap((viewers) =>
        [true, false].map(
          (masks) => new ReachRules(pool, new Set(viewers), masks).evidenceOf(tie) !== undefined,
        ),
      );
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 4 }), told, (all, one) => {
        const known = tieOf(all);
        const tie = joined(known, one);
        const isNew = known.visibility !== tie.visibility || hasNewUsers(known, tie);
        if (JSON.stringify(usersOf(known)) !== JSON.stringify(usersOf(tie))) expect(isNew).toBe(true);
        const isEnd = (owner: string): boolean => owner === "a" || owner === "b";
        const isKnown = sightingsOf(known).some(
          ({ owner, source, visibility }) =>
            owner === one.owner &&
            source === one.source &&
            REACHES.indexOf(visibility) >= REACHES.indexOf(one.visibility),
        );
        const hasEnd = sightingsOf(known).some(({ owner }) => isEnd(owner));
        const mark = (of: KeptTie) =>
          Math.max(
            ...sightingsOf(of).map(({ owner, visibility }) =>
              isEnd(owner) ? REACHES.indexOf(visibility) : 0,
            ),
          );
        const isOther = isEnd(one.owner) ? !hasEnd || mark(known) !== mark(tie) : !isKnown;
        expect(hasNewUsers(known, tie)).toBe(tie.visibility !== "shared" && isOther);
      }),
    );
  });
});
