import fc from "fast-check";
import type { NetworkImport } from "../../src/network/index.js";
import type { Person, Spell, Tag, Tie } from "../../src/people/index.js";

export const OWNERS = ["o0", "o1", "o2"] as const;

/**
 * What one owner's file holds: themselves, contacts, other owners, ties of any visibility, an interaction or two, spells and
 * tags that somebody told (themselves for the most part) or nobody in particular; now and then nothing but those.
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

const tags: fc.Arbitrary<readonly Tag[]> = fc.array(
  fc
    .record({
      code: fc.constantFrom("source:clients", "method:vendor"),
      evidence: fc.constantFrom("won deal", "2 won deals"),
      owner: fc.constantFrom("teller", "teller", ...OWNERS, "c0", undefined),
      hidden: fc.constantFrom(false, false, true),
    })
    .map(({ owner, hidden, ...tag }) => ({
      ...tag,
      ...(hidden && { private: true }),
      ...(owner && { owner }),
    })),
  { maxLength: 2 },
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
      spells,
      ownSpells: spells,
      tags,
      ownTags: tags,
      isBare: fc.nat(4).map((number) => number === 0),
    }),
    { maxLength: 14 },
  )
  .map((rows) => rows.map(fileOf));

/** All that somebody or nobody in particular tells of a person. */
export function itemsOf({ spells = [], tags = [] }: Person): readonly (Spell | Tag)[] {
  return [...spells, ...tags];
}

/** The same file with no spell or tag but those that its owner told. */
export function toldByOwner(file: OwnerFile): OwnerFile {
  const people = file.people.map(
    ({ spells = [], tags = [], ...person }): Person => ({
      ...person,
      ...some(
        "spells",
        spells.filter(({ owner }) => owner === file.owner),
      ),
      ...some(
        "tags",
        tags.filter(({ owner }) => owner === file.owner),
      ),
    }),
  );
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
  tags: readonly Tag[];
  ownTags: readonly Tag[];
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
    const told = <T extends Spell | Tag>(items: readonly T[]): T[] =>
      items.map((item) => (item.owner === "teller" ? { ...item, owner } : item));
    return {
      id,
      name: nameOf(id),
      ...some("spells", told(id === other ? row.spells : row.ownSpells)),
      ...some("tags", told(id === other ? row.tags : row.ownTags)),
    };
  });
  if (isBare) {
    // Of a file without a tie nobody is known but by what its owner told of them.
    const met = people.filter((person) => itemsOf(person).some((item) => item.owner === owner));
    return { owner, people: met, ties: [], visibility: "private" };
  }
  return { owner, people, ties: [tie], interactions, visibility: "private" };
}

function some<Field extends string, T>(
  field: Field,
  list: readonly T[],
): { readonly [F in Field]?: readonly T[] } {
  return list.length === 0 ? {} : ({ [field]: list } as { readonly [F in Field]: readonly T[] });
}

/** A name that stands for its bearer alone, so that a search for it finds every leak. */
export function nameOf(id: string): string {
  return `CANARY-${id}`;
}
