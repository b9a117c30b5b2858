import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formerEmployer,
  type PersonRecord,
  personOfRecords,
  recordsOfPerson,
  retoldPerson,
  shownByTies,
  withoutTellers,
  withoutTexts,
} from "../../src/network/person-records.js";
import { refreshRecord } from "../../src/network/refresh-record.js";
import type { Person, Source, Spell, Tag } from "../../src/people/index.js";

const personOf = (records: readonly PersonRecord[]) => personOfRecords(records)?.person;
const shared = (person: Person, more: object = {}): PersonRecord => ({
  person,
  visibility: "shared",
  ...more,
});

describe("a system's record that comes again", () => {
  const file = (fields: object, owner = "o") => shared({ id: "x", ...fields }, { owner });
  const system = (fields: object, owner = "o", source = "s") =>
    shared({ id: "x", ...fields }, { owner, source });
  const formerly = (organization: string, more: object = {}) => ({
    kind: "work",
    organization,
    ...more,
    past: true,
    owner: "o",
  });

  it.each<[string, PersonRecord[], object]>([
    [
      "stands for the texts of its owner's file, and the employer there is one of before",
      [
        file({ name: "Ann Lee Long", company: "Acme", title: "CEO" }),
        system({ name: "Ann", company: "Beta" }),
      ],
      { name: "Ann", company: "Beta", title: "CEO", spells: [formerly("Acme", { title: "CEO" })] },
    ],
    [
      "leaves what it does not tell",
      [file({ company: "Acme", location: "Bern" }), system({ title: "CFO" })],
      { company: "Acme", title: "CFO", location: "Bern" },
    ],
    [
      "knows an employer written otherwise",
      [file({ company: "Acme Inc." }), system({ company: "ACME" })],
      { company: "ACME" },
    ],
    [
      "keeps the stays of the file beside the new one",
      [
        file({ company: "Acme", spells: [{ kind: "school", organization: "MIT", owner: "o" }] }),
        system({ company: "Beta" }),
      ],
      {
        company: "Beta",
        spells: [formerly("Acme"), { kind: "school", organization: "MIT", owner: "o" }],
      },
    ],
    [
      "says nothing of what another owner told",
      [file({ title: "Chief of all" }, "p"), system({ title: "CFO" })],
      { title: "Chief of all" },
    ],
    [
      "says nothing of what nobody in particular told",
      [shared({ id: "x", title: "Chief of all" }), system({ title: "CFO" })],
      { title: "Chief of all" },
    ],
    [
      "stands beside the record of another system",
      [system({ title: "Chief of all" }, "o", "t"), system({ title: "CFO" })],
      { title: "Chief of all" },
    ],
  ])("%s", (_, records, wanted) => {
    for (const all of [records, [...records].reverse()])
      expect(personOf(all)).toEqual({ id: "x", ...wanted });
  });

  it("tells of a former employer only where there is another one, or none as is told", () => {
    const [acme, beta] = [
      { id: "x", company: "Acme" },
      { id: "x", company: "Beta" },
    ];
    const was = [formerly("Acme")];
    expect(formerEmployer({ id: "x" }, beta, "o", true)).toEqual([]);
    expect(formerEmployer(acme, beta, "o")).toEqual(was);
    expect(formerEmployer(acme, { id: "x" }, "o")).toEqual([]);
    expect(formerEmployer(acme, { id: "x" }, "o", true)).toEqual(was);
    expect(formerEmployer(acme, { id: "x", company: "ACME" }, "o", true)).toEqual([]);
    expect(formerEmployer({ ...acme, title: "CEO" }, beta, "o")).toEqual([
      formerly("Acme", { title: "CEO" }),
    ]);
  });
});

const owner = fc.constantFrom(undefined, "o", "p");
const word = fc.constantFrom("Zed", "plain", undefined);
const text = (key: string) => word.map((value) => (value === undefined ? {} : { [key]: `${value} ${key}` }));
const told = fc.record({ by: owner, isPrivate: fc.boolean(), word: fc.constantFrom("Zed", "plain") });
const person: fc.Arbitrary<Person> = fc
  .tuple(
    text("title"),
    text("location"),
    fc.array(told, { maxLength: 2 }),
    fc.array(told, { maxLength: 2 }),
    fc.array(fc.record({ owner: fc.constantFrom("o", "p"), file: word, row: fc.constantFrom(1, 2) }), {
      maxLength: 2,
    }),
  )
  .map(([title, location, spells, tags, sources]): Person => {
    const owned = (by: string | undefined) => (by === undefined ? {} : { owner: by });
    const stays = spells.map(
      (one): Spell => ({
        kind: "work",
        organization: "Zed Works",
        title: one.word,
        ...owned(one.by),
      }),
    );
    const codes = tags.map(
      (one): Tag => ({
        code: "c",
        evidence: one.word,
        ...(one.isPrivate && { private: true }),
        ...owned(one.by),
      }),
    );
    const files = sources.map(({ file, ...one }): Source => ({ ...one, ...(file && { file }) }));
    return {
      id: "x",
      name: "Zed",
      company: "Zed",
      ...title,
      ...location,
      ...(stays.length > 0 && { spells: stays }),
      ...(codes.length > 0 && { tags: codes }),
      ...(files.length > 0 && { sources: files }),
      kind: "organization",
    };
  });
const record: fc.Arbitrary<PersonRecord> = fc
  .record({
    person,
    by: fc.constantFrom(undefined, "o", "p", "x"),
    visibility: fc.constantFrom("shared" as const, "masked" as const, "private" as const),
    source: fc.constantFrom(undefined, undefined, "s", "t"),
    inView: fc.constantFrom(undefined, "added" as const, "tied" as const, "listed" as const),
  })
  .map(({ person: one, by, visibility, source, inView }) => ({
    person: one,
    visibility,
    ...(by === undefined ? {} : { owner: by }),
    // A record of nobody in particular has no source: an import with one has an owner.
    ...(source === undefined || by === undefined ? {} : { source }),
    ...(inView === undefined ? {} : { inView }),
  }));
const records = fc.array(record, { minLength: 1, maxLength: 3, size: "max" });
const kept = records.map((all) => personOfRecords(all)!);
const bytes = (value: unknown): string => JSON.stringify(value);

describe("the records of a person", () => {
  it("make the same in any order, and again of themselves", () => {
    fc.assert(
      fc.property(records, (all) => {
        const made = personOfRecords(all)!;
        expect(bytes(personOfRecords([...all].reverse()))).toBe(bytes(made));
        expect(bytes(personOfRecords(recordsOfPerson(made)))).toBe(bytes(made));
        for (const one of recordsOfPerson(made))
          if (one.owner === "x") throw new Error("what people tell of themselves is everybody's");
        const tags = all.flatMap(({ person: { tags: own = [] }, owner: by }) =>
          own.map((tag) => [
            tag.evidence,
            tag.private,
            tag.owner ?? (by === "x" && tag.private ? "x" : undefined),
          ]),
        );
        expect(
          new Set((made.person.tags ?? []).map((tag) => bytes([tag.evidence, tag.private, tag.owner]))),
        ).toEqual(new Set(tags.map(bytes)));
        const common = all.filter(
          (one) => one.owner === "x" || (one.owner === undefined && one.visibility === "shared"),
        );
        expect(made.records === undefined).toBe(common.length === all.length && !hasSource(all));
      }),
    );
  });

  it("lose the texts that name somebody, each in its own record, and nothing else", () => {
    const isNaming = (one: string): boolean => one.includes("Zed");
    fc.assert(
      fc.property(kept, (one) => {
        const left = withoutTexts(one, isNaming);
        const all = recordsOfPerson(one);
        expect(withoutTexts(one, () => false)).toBe(one);
        const wanted = all.map(({ person: { title, location, spells, tags, sources, ...rest } }) => {
          const stays = spells?.filter((spell) => !isNaming(spell.title ?? ""));
          const codes = tags?.filter((tag) => !isNaming(tag.evidence));
          const files = new Set(
            sources?.map(({ file, ...source }) => bytes(isNaming(file ?? "") ? source : { ...source, file })),
          );
          return {
            ...rest,
            ...(title && !isNaming(title) && { title }),
            ...(location && !isNaming(location) && { location }),
            ...(stays?.length && { spells: stays }),
            ...(codes?.length && { tags: codes }),
            ...(files.size > 0 && { sources: files }),
          };
        });
        const found = recordsOfPerson(left).map(({ person: { sources, ...rest } }) => ({
          ...rest,
          ...(sources && {
            sources: new Set(sources.map((source) => bytes({ ...source, file: source.file }))),
          }),
        }));
        expect(found).toEqual(wanted);
        // Its fields stand in the one order of all.
        expect(bytes(personOfRecords(recordsOfPerson(left)))).toBe(bytes(left));
        for (const { person: of } of recordsOfPerson(left))
          expect(Object.keys(of)).toEqual(ORDER.filter((key) => key in of));
      }),
    );
  });

  it("lose what one owner told, in all or by some of their records, and are themselves where that is nothing", () => {
    fc.assert(
      fc.property(
        kept,
        fc.constantFrom("o", "q", "x"),
        fc.constantFrom(undefined, new Set(["s"]), new Set([""])),
        (one, by, sources) => {
          const left = withoutTellers(one, new Set([by]), sources);
          const all = recordsOfPerson(one);
          const stays = all.filter(
            (told) => told.owner !== by || (sources !== undefined && !sources.has(told.source ?? "")),
          );
          const isOwn = (item: { readonly owner?: string }) => sources === undefined && item.owner === by;
          const hasItems = stays.some(({ person: { spells = [], tags = [], sources: files = [] } }) =>
            [...spells, ...tags, ...files].some(isOwn),
          );
          if (by === "x" || (stays.length === all.length && !hasItems)) {
            expect(left).toBe(one);
            return;
          }
          if (stays.length === 0) {
            const person = { id: "x" };
            expect(left).toEqual({ person, records: [{ person, visibility: "private" }] });
            return;
          }
          const wanted = stays.map(({ person: { spells, tags, sources: files, ...rest } }) => ({
            ...rest,
            ...some("spells", spells, isOwn),
            ...some("tags", tags, isOwn),
            ...some("sources", files, isOwn),
          }));
          expect(recordsOfPerson(left).map((told) => told.person)).toEqual(wanted);
        },
      ),
    );
  });

  it("are told by the present ids of their owners, with their sources and how they bring into view", () => {
    const tellers = { canonical: (id: string) => (id === "p" ? "o" : id), isOptedOut: () => false };
    fc.assert(
      fc.property(kept, (one) => {
        const renamed = recordsOfPerson(one).map((told) =>
          told.owner === "p" ? { ...told, owner: "o" } : told,
        );
        const wanted = personOfRecords(renamed)!;
        const found = retoldPerson(one, tellers);
        const plain = ({ person: _, ...rest }: PersonRecord): object => rest;
        expect(recordsOfPerson(found).map(plain)).toEqual(recordsOfPerson(wanted).map(plain));
        expect(bytes(found)).not.toContain('"owner":"p"');
        expect(bytes(retoldPerson(found, tellers))).toBe(bytes(found));
      }),
    );
  });

  it("whom somebody added by hand are in view by ties alone from a hidden tie on, and others stay as they are", () => {
    fc.assert(
      fc.property(kept, (one) => {
        const all = recordsOfPerson(one);
        const left = shownByTies(one);
        expect(left === one).toBe(all.every(({ inView }) => inView !== "added"));
        expect(recordsOfPerson(left).map(({ inView }) => inView)).toEqual(
          all.map(({ inView }) => (inView === "added" ? "tied" : inView)),
        );
      }),
    );
  });
});

const ORDER = ["id", "name", "company", "title", "location", "spells", "tags", "sources", "kind"];

function hasSource(all: readonly PersonRecord[]): boolean {
  return all.some((one) => one.owner !== "x" && one.source !== undefined);
}

function some<Item>(key: string, items: readonly Item[] | undefined, isOut: (item: Item) => boolean): object {
  const left = items?.filter((item) => !isOut(item)) ?? [];
  return left.length > 0 ? { [key]: left } : {};
}

it("what is no person stays so when its record comes again without a name", () => {
  const club: PersonRecord = {
    person: { id: "x", name: "Acme Club", title: "club", kind: "organization" },
    visibility: "shared",
    owner: "o",
    source: "s",
  };
  const again = refreshRecord(personOfRecords([club]), { ...club, person: { id: "x", location: "Bern" } });
  expect(again.person).toEqual({ ...club.person, location: "Bern" });
});
