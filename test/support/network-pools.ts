import fc from "fast-check";
import type { NetworkImport } from "../../src/network/index.js";
import type { Tie } from "../../src/people/index.js";

export const OWNERS = ["o0", "o1", "o2"] as const;

/** What one owner's file holds: himself, contacts, other owners, ties of any visibility, an interaction or two. */
export interface OwnerFile extends NetworkImport {
  readonly owner: string;
}

const evidence = fc.record(
  {
    closeness: fc.constantFrom(0.1, 0.9),
    connectedOn: fc.constantFrom("2015-03-04", "2024-01-02"),
    contexts: fc.constantFrom(["work:acme"], ["work:acme", "school:mit"]),
  },
  { requiredKeys: [] },
);

/** Files of several owners over a few common contacts; now and then an owner tells of a tie between two others. */
export const pools: fc.Arbitrary<readonly OwnerFile[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom(...OWNERS),
      other: fc.constantFrom("c0", "c1", "c2", "c3", "c4", ...OWNERS),
      third: fc.option(fc.constantFrom("c0", "c1", "c2"), { freq: 6 }),
      evidence,
      visibility: fc.constantFrom(undefined, "shared" as const, "masked" as const, "private" as const),
      at: fc.option(fc.constantFrom("2026-01-02", "2026-02-03")),
    }),
    { maxLength: 14 },
  )
  .map((rows) => rows.map(fileOf));

function fileOf(row: {
  owner: string;
  other: string;
  third: string | null;
  evidence: Tie["evidence"];
  visibility: Tie["visibility"];
  at: string | null;
}): OwnerFile {
  const { owner, third, evidence, visibility, at } = row;
  const other = row.other === owner ? "c0" : row.other;
  const from = third === null || third === other ? owner : third;
  const tie: Tie = { from, to: other, evidence, owner, ...(visibility === undefined ? {} : { visibility }) };
  const interactions =
    at === null || from !== owner
      ? []
      : [{ from: owner, to: other, at, direction: "out" as const, kind: "call" as const }];
  const people = [...new Set([from, other])].map((id) => ({ id, name: nameOf(id) }));
  return { owner, people, ties: [tie], interactions, visibility: "private" };
}

/** A name that stands for its bearer alone, so that a search for it finds every leak. */
export function nameOf(id: string): string {
  return `CANARY-${id}`;
}
