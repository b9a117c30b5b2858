import { expect, it } from "vitest";
import {
  formerEmployer,
  isOfSources,
  joined,
  type PersonRecord,
  personOfRecords,
  reachKeyOf,
  shownByTies,
  toldOfSelf,
  viewed,
  withCommon,
  withoutTellers,
  withoutTexts,
} from "../../src/network/person-records.js";
import { hasSources, isPrivate, keepSourced, mergeSourced } from "../../src/network/provenance.js";
import type { Person, Tag } from "../../src/people/index.js";

const x = (more: object = {}): Person => ({ id: "x", ...more }) as Person;
const record = (person: Person, more: object = {}): PersonRecord => ({
  person,
  visibility: "shared",
  ...more,
});

it("records of one teller, reach and source are one, the others stay apart in order of these", () => {
  const common = record(x({ name: "Ann" }));
  const listed = record(x({ title: "CEO" }), { source: "s" });
  expect(personOfRecords([common, listed])?.records).toEqual([listed, common]);
  const open = record(x({ name: "Ann" }), { owner: "a" });
  const hidden = record(x({ title: "CEO" }), { owner: "a", visibility: "private" });
  expect(personOfRecords([open, hidden])?.records).toEqual([hidden, open]);
  expect(personOfRecords([common, record(x({ title: "CEO" }))])).toStrictEqual({
    person: x({ name: "Ann", title: "CEO" }),
  });
  expect(personOfRecords([])).toBeUndefined();
  expect(reachKeyOf({ owner: "a", visibility: "private" })).not.toBe(
    reachKeyOf({ owner: "a", visibility: "private", source: "s" }),
  );
});

it("what adds nothing leaves a record as it is", () => {
  const added = record(x(), { inView: "added" });
  expect(viewed(added, undefined)).toBe(added);
  expect(viewed(added, "listed").inView).toBe("listed");
  const own = x({ tags: [{ code: "c", evidence: "e", private: true, owner: "b" }] });
  expect(toldOfSelf(own).person).toBe(own);
  const plain = x({ tags: [{ code: "c", evidence: "e" }] });
  expect(toldOfSelf(plain).person).toBe(plain);
  const mixed = x({
    tags: [
      { code: "d", evidence: "e" },
      { code: "c", evidence: "e", private: true },
    ],
  });
  expect(toldOfSelf(mixed).person.tags?.map(({ code, owner }) => [code, owner])).toEqual([
    ["d", undefined],
    ["c", "x"],
  ]);
  const whole = { person: x(), records: [added, record(x({ name: "Ann" }), { owner: "a" })] };
  expect(shownByTies(whole).records?.map(({ inView }) => inView)).toEqual([undefined, "tied"]);
  const tied = { person: x(), records: [record(x({ name: "Ann" }), { owner: "a" })] };
  expect(shownByTies(tied)).toBe(tied);
});

it("the person of several records is what they tell together", () => {
  const ann = x({ name: "Ann" });
  expect(joined([])).toBeUndefined();
  expect(joined([record(ann), record(ann, { owner: "a" })])).toBe(ann);
  expect(joined([record(ann), record(x({ title: "CEO" }), { owner: "a" })])).toEqual(
    x({ name: "Ann", title: "CEO" }),
  );
  // Nobody in particular has no records that come again.
  const nobody = [record(x({ location: "Bern" })), record(x({ location: "Basel" }), { source: "s" })];
  expect(joined(nobody)).toEqual(
    joined([record(x({ location: "Bern" })), record(x({ location: "Basel" }), { owner: "a" })]),
  );
});

it("an employer of before has a title where one was told", () => {
  const stay = { kind: "work", organization: "Acme", past: true, owner: "a" };
  expect(formerEmployer(x({ company: "Acme" }), x(), "a", true)).toStrictEqual([stay]);
  expect(formerEmployer(x({ company: "Acme", title: "CEO" }), x({ company: "Beta" }), "a")).toStrictEqual([
    { ...stay, title: "CEO" },
  ]);
  expect(formerEmployer(x({ company: "Acme" }), x(), "a")).toEqual([]);
});

it("a common record comes beside those of owners", () => {
  const owned = record(x({ title: "CEO" }), { owner: "a" });
  const known = personOfRecords([owned, record(x({ name: "Old" }), { inView: "listed" })]);
  const now = withCommon(known, x({ name: "Ann" }), "added");
  expect(now.records).toEqual([owned, record(x({ name: "Ann" }), { inView: "listed" })]);
});

it("one teller's word goes, or that of some of their records alone", () => {
  const told = (name: string, more: object) =>
    record(x({ tags: [{ code: name, evidence: "e", owner: "a" }] }), more);
  const kept = personOfRecords([
    told("file", { owner: "a" }),
    told("list", { owner: "a", source: "s" }),
    record(x({ name: "Ann" }), { owner: "b" }),
  ])!;
  const codes = (one: { person: Person }) => (one.person.tags ?? []).map(({ code }) => code);
  expect(codes(withoutTellers(kept, new Set(["a"])))).toEqual([]);
  expect(codes(withoutTellers(kept, new Set(["a"]), new Set(["s"])))).toEqual(["file"]);
  expect(codes(withoutTellers(kept, new Set(["a"]), new Set([""])))).toEqual(["list"]);
  expect(withoutTellers(kept, new Set(["c"]))).toBe(kept);
  expect(withoutTellers(kept, new Set(["x"]))).toBe(kept);
  expect([
    isOfSources({ owner: "a" }, new Set(["b"]), undefined),
    isOfSources({ owner: "a", source: "s" }, new Set(["a"]), new Set(["t"])),
  ]).toEqual([false, false]);
});

it("texts that name somebody go, names of files too", () => {
  const isNaming = (text: string): boolean => text.includes("Bob");
  const kept = {
    person: x({
      name: "Ann",
      sources: [
        { file: "Bob.csv", format: "csv" },
        { file: "all.csv", format: "csv" },
      ],
    }),
  };
  expect(withoutTexts(kept as never, isNaming).person.sources?.map(({ file }) => file)).toEqual([
    "all.csv",
    undefined,
  ]);
  expect(withoutTexts(kept as never, () => false)).toBe(kept);
  const two = personOfRecords([
    record(x({ title: "of Bob" }), { owner: "a" }),
    record(x({ name: "Ann" }), { owner: "b" }),
  ])!;
  expect(withoutTexts(two, isNaming).person).toEqual(x({ name: "Ann" }));
});

it("items without an owner are nobody's, and lists that are the same stay so", () => {
  const tellers = { canonical: (id: string) => id, isOptedOut: () => true };
  const tag = (code: string, more: object = {}): Tag => ({ code, evidence: "e", ...more }) as Tag;
  expect(keepSourced([tag("c"), tag("d", { owner: "a" })], "x", tellers)).toEqual([tag("c")]);
  expect(keepSourced([tag("d", { owner: "a" })], "x", tellers)).toBeUndefined();
  expect(keepSourced([], "x", tellers)).toEqual([]);
  expect([
    hasSources(undefined),
    hasSources(x({ tags: [tag("c")] })),
    hasSources(x({ tags: [tag("c", { owner: "a" })] })),
  ]).toEqual([false, false, true]);
  expect([tag("c", { private: false }), tag("c", { private: true }), tag("c")].map(isPrivate)).toEqual([
    false,
    true,
    false,
  ]);
  const [one, other] = [
    [tag("b"), tag("a", { owner: "o" })],
    [tag("a"), tag("b")],
  ];
  expect(mergeSourced(one, other)).toEqual(mergeSourced(other, one));
  expect(mergeSourced(one, [tag("b")])).toEqual(one);
  expect(mergeSourced(one, [])).toEqual(one);
});
