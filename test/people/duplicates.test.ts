import { describe, expect, it } from "vitest";
import { resolvePeople } from "../../src/people/index.js";
import { inventDuplicates } from "../support/people-duplicates.js";

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

describe("corrupted copies of records", () => {
  it.each([13, 77])("are never merged with another human's, and most are found (seed %i)", (seed) => {
    const { people, humanOf, corruptionsOf } = inventDuplicates(seed, 900);
    const { merged, reviews } = resolvePeople(people);
    const isRight = (a: string, b: string) => humanOf.get(a) === humanOf.get(b);
    const wrong = merged.filter(({ keep, gone }) => !isRight(keep, gone));
    const right = reviews.filter(({ a, b }) => isRight(a, b));
    const answered = resolvePeople(people, { decisions: right.map(({ a, b }) => ({ a, b, same: true })) });
    const precision = [
      (merged.length - wrong.length) / merged.length,
      (merged.length + right.length) / (merged.length + reviews.length),
    ] as const;
    const recall = [merged.length / corruptionsOf.size, answered.merged.length / corruptionsOf.size] as const;
    console.log(
      `duplicates, seed ${seed}: ${people.length} records, ${corruptionsOf.size} corrupted copies; merged: precision ` +
        `${percent(precision[0])}, recall ${percent(recall[0])}; merged or asked: precision ${percent(precision[1])}, recall ${percent(recall[1])}`,
    );
    console.log(perCorruption(corruptionsOf, [merged, answered.merged]));
    expect(wrong).toEqual([]);
    for (const { keep, gone } of answered.merged) expect(isRight(keep, gone)).toBe(true);
    expect(recall[0]).toBeGreaterThan(0.55);
    expect(recall[1]).toBeGreaterThan(0.75);
    expect(precision[1]).toBeGreaterThan(0.9);
  });
});

/** Of the copies with each corruption the share that was merged, and that was merged or asked about. */
function perCorruption(
  corruptionsOf: ReadonlyMap<string, readonly string[]>,
  [merged, answered]: readonly (readonly { readonly keep: string; readonly gone: string }[])[],
): string {
  const shares = [merged, answered].map((pairs) => {
    const joined = new Set(pairs?.flatMap(({ keep, gone }) => [keep, gone]));
    return (kind: string) => {
      const copies = [...corruptionsOf].filter(([, kinds]) => kinds.includes(kind)).map(([id]) => id);
      return copies.filter((id) => joined.has(id)).length / copies.length;
    };
  });
  const kinds = [...new Set([...corruptionsOf.values()].flat())].sort();
  return kinds
    .map((kind) => `  ${kind}: ${shares.map((share) => percent(share(kind))).join(", ")}`)
    .join("\n");
}
