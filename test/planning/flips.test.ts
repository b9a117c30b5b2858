import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percent } from "../../src/base/index.js";
import type { IntroductionPath } from "../../src/paths/index.js";
import {
  legKey,
  legsOf,
  type OrderFlip,
  planAsks,
  whatWouldFlip,
  withConsents,
} from "../../src/planning/index.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const base = { target: "bob", day: "2026-03-02" };

/** Who comes first where one leg has another consent. */
function firstAt(paths: readonly IntroductionPath[], key: string, consent: number): string | undefined {
  const changed = withConsents(paths, (one) => (one === key ? consent : undefined));
  return planAsks({ ...base, paths: changed }).asks[0]?.connector;
}

/** The sentence by its rules. */
function sentenceOf(
  { asker, asked, from, to }: OrderFlip,
  paths: readonly IntroductionPath[],
  first: string,
): string {
  const isOfFirst = paths.some(
    ({ people }) => people[1] === first && people.join().includes(`${asker},${asked}`),
  );
  const place = isOfFirst ? "first" : "second";
  const isSeeker = asker === "me" || asker === "you";
  const whose =
    asked === "bob"
      ? isSeeker
        ? "the buyer's yes to you"
        : `the buyer's yes to the ${place} one`
      : isSeeker
        ? `the ${place} one's yes`
        : `a yes on the way over the ${place} one`;
  const then = "you would ask the second one first";
  if (percent(from) === percent(to))
    return `The two are level: were the chance of ${whose} just ${from < to ? "above" : "below"} ${percent(from)}, ${then}.`;
  if (percent(to) === "0%") return `Only without any chance of ${whose} would the second one come first.`;
  return `Were the chance of ${whose} ${percent(to)} instead of ${percent(from)}, ${then}.`;
}

describe("what would flip the first two asks", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    "is the least change of any leg of theirs, and none where none does (%i)",
    (seed) => {
      for (const paths of fc.sample(pathCases({ seekers: 2, direct: seed % 2 === 0 }), {
        numRuns: 3,
        seed,
      })) {
        const [first, second] = planAsks({ ...base, paths }).asks.map(({ connector }) => connector);
        const flip = whatWouldFlip({ ...base, paths });
        if (first === undefined || second === undefined) {
          expect(flip).toBeUndefined();
          continue;
        }
        const through = paths.filter(({ people }) => people[1] === first || people[1] === second);
        const legs = [...legsOf(through).values()];
        if (flip === undefined) {
          for (const one of legs)
            for (const end of [0, 1]) expect(firstAt(paths, legKey(one), end)).not.toBe(second);
          continue;
        }
        expect(flip.first).toBe(second);
        expect(firstAt(paths, legKey(flip), flip.to)).toBe(second);
        const changed = legs.find((one) => legKey(one) === legKey(flip))!;
        expect(flip.from).toBe(changed.consent);
        const change = Math.abs(flip.to - flip.from);
        for (const one of legs)
          for (const way of [-0.98, -0.5, 0.5, 0.98]) {
            const consent = Math.min(1, Math.max(0, one.consent + way * change));
            if (consent !== one.consent) expect(firstAt(paths, legKey(one), consent)).not.toBe(second);
          }
        expect(flip.why).toBe(sentenceOf(flip, through, first));
      }
    },
  );

  it("is told in words where two are level, and where one has next to no chance", () => {
    const two = (first: readonly [number, number], second: readonly [number, number]) => [
      path(leg("me", "ann", first[0]), leg("ann", "bob", first[1])),
      path(leg("me", "cai", second[0]), leg("cai", "bob", second[1])),
    ];
    const words = new Set<string>();
    for (const paths of [
      two([0.5, 0.4], [0.5, 0.4]),
      two([0.5, 0.4], [0.5 - 5e-7, 0.4]),
      two([0.5 + 5e-7, 0.4], [0.5, 0.4]),
      two([0.5, 0.4 + 4e-7], [1, 0.2]),
      two([0.9, 0.9], [0.9, 0.004]),
      two([0.9, 0.9], [0.02, 0.02]),
      two([1, 1], [1, 1]),
      two([1, 1], [1, 0.003]),
      two([0.004, 1], [0.003, 0.2]),
    ]) {
      const [first, second] = planAsks({ ...base, paths }).asks.map(({ connector }) => connector);
      const flip = whatWouldFlip({ ...base, paths });
      if (flip === undefined) continue;
      expect(flip.first).toBe(second);
      expect(flip.why).toBe(sentenceOf(flip, paths, first!));
      words.add(flip.why.replace(/[\d.]+%/g, "%"));
    }
    expect(words.size).toBe(6);
  });
});
