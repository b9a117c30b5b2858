import fc from "fast-check";
import type { NetworkImport } from "../../src/network/index.js";
import type { Person, Spell, Tie } from "../../src/people/index.js";

export const OWNERS = ["o0", "o1", "o2"] as const;

/**
 * What one owner's file holds: himself, contacts, other owners, ties of any visibility, an interaction or two, spells that
 * somebody told (himself for the most part) or nobody in particular; now and then nothing but such spells.
 */
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

const spells: fc.Arbitrary<readonly Spell[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: spellsOf("conversation", fc.constant("teller" as const)) },
    { weight: 1, arbitrary: spellsOf("meeting", fc.constantFrom(...OWNERS, "c0", "c1")) },
    { weight: 1, arbitrary: spellsOf("work", fc.constant(undefined)) },
  ),
  { maxLength: 3 },
);

function spellsOf(kind: Spell["kind"], owner: fc.Arbitrary<string | undefined>): fc.Arbitrary<Spell> {
  return fc
    .record({ organization: fc.constantFrom("m0", "m1"), owner })
    .map(({ organization, owner: told }) => ({ kind, organization, ...(told && { owner: told }) }));
}

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
      spells,
      ownSpells: spells,
      isBare: fc.nat(4).map((number) => number === 0),
    }),
    { maxLength: 14 },
  )
  .map((rows) => rows.map(fileOf));

/** The same file with no spell but those that its owner told. */
export function toldByOwner(file: OwnerFile): OwnerFile {
  const people = file.people.map(({ spells = [], ...person }): Person => {
    const told = spells.filter(({ owner }) => owner === file.owner);
    return { ...person, ...(told.length === 0 ? {} : { spells: told }) };
  });
  return { ...file, people };
}

function fileOf(row: {
  owner: string;
  other: string;
  third: string | null;
  evidence: Tie["evidence"];
  visibility: Tie["visibility"];
  at: string | null;
  spells: readonly Spell[];
  ownSpells: readonly Spell[];
  isBare: boolean;
}): OwnerFile {
  const { owner, third, evidence, visibility, at, isBare } = row;
  const other = row.other === owner ? "c0" : row.other;
  const from = third === null || third === other ? owner : third;
  const tie: Tie = { from, to: other, evidence, owner, ...(visibility === undefined ? {} : { visibility }) };
  const interactions =
    at === null || from !== owner
      ? []
      : [{ from: owner, to: other, at, direction: "out" as const, kind: "call" as const }];
  const people = [...new Set([from, other])].map((id): Person => {
    const told = (id === other ? row.spells : row.ownSpells).map((spell) =>
      spell.owner === "teller" ? { ...spell, owner } : spell,
    );
    return { id, name: nameOf(id), ...(told.length === 0 ? {} : { spells: told }) };
  });
  if (isBare) {
    // Of a file without a tie nobody is known but by what its owner told of him.
    const met = people.filter((person) => person.spells?.some((spell) => spell.owner === owner));
    return { owner, people: met, ties: [], visibility: "private" };
  }
  return { owner, people, ties: [tie], interactions, visibility: "private" };
}

/** A name that stands for its bearer alone, so that a search for it finds every leak. */
export function nameOf(id: string): string {
  return `CANARY-${id}`;
}
