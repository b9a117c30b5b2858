import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTargets, type Person, parseTargetQuery, TargetIndex } from "../../src/people/index.js";
import { inventContacts } from "../support/exports-connections.js";
import { expectLinear } from "../support/linear.js";

const people: Person[] = [
  { id: "bob", name: "Bob Smith", company: "Acme, Inc.", title: "VP of Operations" },
  { id: "bob2", name: "Bob Smith", company: "Globex" },
  { id: "bob3", name: "Bob Smith" },
  { id: "ann", name: "Ann Smith", company: "ACME Corp", title: "Vice President, Sales" },
  { id: "zoe", name: "Zoë Müller", company: "Müller & Söhne GmbH", emails: ["Zoe.Muller@example.com"] },
  { id: "jr", name: "John Doe Jr.", company: "Initech" },
  { id: "sr", name: "John Doe Sr.", company: "Initech" },
  { id: "slug", name: "Lee Wong", profileUrl: "https://www.linkedin.com/in/lee-wong-1" },
  { id: "ops", name: "Cara Diaz", company: "Acme", title: "Vice President Operations, EMEA" },
  { id: "proto", name: "constructor __proto__", company: "toString" },
];
const index = new TargetIndex(people);
const ids = (query: Parameters<TargetIndex["find"]>[0]) => index.find(query).map((match) => match.person);

describe("parseTargetQuery", () => {
  it.each([
    ["Bob Smith at Acme", { name: "Bob Smith", company: "Acme" }],
    ["Bob Smith @Acme", { name: "Bob Smith", company: "Acme" }],
    ["Bob Smith of Acme", { name: "Bob Smith", company: "Acme" }],
    ["Smith, Bob (Acme GmbH)", { name: "Bob Smith", company: "Acme GmbH" }],
    ["Bob Smith, Acme, Inc.", { name: "Bob Smith", company: "Acme, Inc." }],
    ["Ada Park, Northwind", { name: "Ada Park", company: "Northwind" }],
    ["Smith, Bob", { name: "Bob Smith" }],
    ["de la Cruz, María (Acme)", { name: "María de la Cruz", company: "Acme" }],
    ["VP Operations at Acme", { title: "VP Operations", company: "Acme" }],
    ["Head of Operations", { title: "Head of Operations" }],
    ["VP Finance, Northwind", { title: "VP Finance", company: "Northwind" }],
    ["Bob Smith - VP Operations at Acme", { name: "Bob Smith", title: "VP Operations", company: "Acme" }],
    ["Bob Smith, VP Operations, Acme", { name: "Bob Smith", title: "VP Operations", company: "Acme" }],
    ["Bob Smith (VP Ops, Acme)", { name: "Bob Smith", title: "VP Ops", company: "Acme" }],
    ["Chris Head at Acme", { name: "Chris Head", company: "Acme" }],
    ["Head of People at Bank at Home", { title: "Head of People", company: "Bank at Home" }],
    ["BOB@acme.com", { email: "bob@acme.com" }],
    ["de.linkedin.com/in/Bob-S?x=1", { profileUrl: "https://www.linkedin.com/in/bob-s" }],
    ["王 伟", { name: "王 伟" }],
    ["", {}],
    ["Bob Smith from Acme", { name: "Bob Smith", company: "Acme" }],
    ["Bob Smith from Bank of America", { name: "Bob Smith", company: "Bank of America" }],
    ["VP of Sales from Acme", { title: "VP of Sales", company: "Acme" }],
    ["Bob Smith in Acme", { name: "Bob Smith", company: "Acme" }],
    ["bob smith in acme", { name: "bob smith", company: "acme" }],
    ["Kim In Sook", { name: "Kim In Sook" }],
    ["Kim In Sook at Acme", { name: "Kim In Sook", company: "Acme" }],
    ["VP Operations in Berlin", { title: "VP Operations in Berlin" }],
    ["Bob Smith in procurement at Acme", { name: "Bob Smith", company: "Acme" }],
    ["Bob Smith in procurement", { name: "Bob Smith", title: "procurement" }],
    ["Head of Sales in EMEA at Acme", { title: "Head of Sales in EMEA", company: "Acme" }],
    ["Bob Smith at Acme in Berlin", { name: "Bob Smith", company: "Acme" }],
    ["bob smith at acme in berlin", { name: "bob smith", company: "acme" }],
    ["Bob Smith from Acme, based in Berlin", { name: "Bob Smith", company: "Acme" }],
    ["VP Sales at Acme in the UK", { title: "VP Sales", company: "Acme" }],
    ["Bob Smith in Berlin at Acme", { name: "Bob Smith", company: "Acme" }],
    ["Bob Smith at Women in Tech", { name: "Bob Smith", company: "Women in Tech" }],
    ["Introduce me to Bob Smith at Acme", { name: "Bob Smith", company: "Acme" }],
    ["intro to Bob Smith at Acme", { name: "Bob Smith", company: "Acme" }],
    ["please introduce me to Bob Smith at Acme", { name: "Bob Smith", company: "Acme" }],
    ["Hi, could you connect us with Bob Smith (Acme)?", { name: "Bob Smith", company: "Acme" }],
    [
      "I'd like an introduction to the VP Operations at Acme, please!",
      { title: "VP Operations", company: "Acme" },
    ],
    ["Introduce me to Acme's Bob Smith in Berlin", { name: "Bob Smith", company: "Acme" }],
    ["Please introduce me to: Bob Smith at Acme.", { name: "Bob Smith", company: "Acme" }],
    ["Introduce me to Bob Smith at Acme Inc.", { name: "Bob Smith", company: "Acme Inc." }],
    ["Acme's CEO", { title: "CEO", company: "Acme" }],
    ["Domino's Pizza", { name: "Domino's Pizza" }],
    ["intro to bob@acme.com", { email: "bob@acme.com" }],
    ["Acme's Bob Smith", { name: "Bob Smith", company: "Acme" }],
    ["Acme’s VP Operations", { title: "VP Operations", company: "Acme" }],
    ["Acme's Bob Smith, VP Operations", { name: "Bob Smith", title: "VP Operations", company: "Acme" }],
    ["Bob Smith of Macy's New York", { name: "Bob Smith", company: "Macy's New York" }],
    ["Bob Smith at McDonald's", { name: "Bob Smith", company: "McDonald's" }],
    ["McDonald's", { name: "McDonald's" }],
    ["Bob O'Neil", { name: "Bob O'Neil" }],
  ])("reads %j", (query, expected) => {
    expect(parseTargetQuery(query)).toEqual(expected);
  });

  it("takes any text without throwing, in linear time", async () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(typeof parseTargetQuery(text)).toBe("object");
      }),
    );
    for (const text of ["a at ", "(", ", ", " of", "a in ", "a from ", "a's ", "intro "])
      await expectLinear((length) => () => parseTargetQuery(text.repeat(length)), 10_000);
    await expectLinear((length) => () => parseTargetQuery(`intro to a at ${" in".repeat(length)}`), 10_000);
    await expectLinear((length) => () => parseTargetQuery(`intro to a${" ".repeat(length)}?!`), 10_000);
  });
});

describe("TargetIndex", () => {
  it("reads no position before a query names one", () => {
    let reads = 0;
    const title = { enumerable: true, get: () => ++reads && "VP Sales" };
    const all = people.map((person) => Object.defineProperty({ ...person }, "title", title));
    const lazy = new TargetIndex(all);
    const checked = reads;
    expect(lazy.find("Bob Smith at Acme")[0]?.person).toBe("bob");
    expect(reads).toBe(checked);
    lazy.find("VP Sales at Acme");
    expect(reads).toBe(checked + all.length);
  });

  it("puts the named person at the named company first, without doubt", () => {
    const [first, second] = index.find("Bob Smith at Acme");
    expect(first).toMatchObject({
      person: "bob",
      score: 1,
      ambiguous: false,
      why: ["same name", "same company"],
    });
    expect(second).toMatchObject({ person: "bob3", score: 0.7, ambiguous: false });
  });

  it("tells that a bare name is several people's", () => {
    const matches = index.find("Bob Smith");
    expect(matches.map(({ person, ambiguous }) => [person, ambiguous])).toEqual([
      ["bob", true],
      ["bob2", true],
      ["bob3", true],
    ]);
  });

  it("never takes a namesake elsewhere for the one asked for", () => {
    for (const match of index.find("Bob Smith at Hooli")) expect(match.score).toBeLessThanOrEqual(0.7);
  });

  it.each([
    ["Smith, Bob (Acme GmbH)", "bob"],
    ["Bob Smtih at Acme", "bob"],
    ["Bob Smith at Acne Inc", "bob"],
    ["Robert Smith at ACME", "bob"],
    ["B. Smith, VP Operations, Acme", "bob"],
    ["bob smith acme", "bob"],
    ["Zoe Mueller", "zoe"],
    ["zoe.muller@EXAMPLE.com", "zoe"],
    ["https://uk.linkedin.com/in/Lee-Wong-1/", "slug"],
    ["John Doe Sr at Initech", "sr"],
    ["VP Sales at Acme", "ann"],
    ["constructor __proto__ at toString", "proto"],
  ])("finds %j", (query, person) => {
    expect(ids(query)[0]).toBe(person);
    expect(index.find(query)[0]?.score).toBeGreaterThanOrEqual(0.75);
  });

  it("lists everyone of a position or a company", () => {
    expect(ids("VP Operations at Acme")).toEqual(["bob", "ops"]);
    expect(ids("Acme").sort()).toEqual(["ann", "bob", "ops"]);
    expect(index.find("Acme").every((match) => match.ambiguous)).toBe(true);
  });

  it("finds everybody of a list of leads written by hand, with typing errors, and says who is not known", () => {
    const leads: readonly (readonly [string, string | undefined])[] = [
      ["Bob Smith at Acme", "bob"],
      ["Smith, Bob (Acme GmbH)", "bob"],
      ["bob smtih, acme inc.", "bob"],
      ["SMITH Bob - ACME", "bob"],
      ["Zoë Müler", "zoe"],
      ["zoe mueller", "zoe"],
      ["Cara Dias at Acme", "ops"],
      ["Lee  Wong", "slug"],
      ["linkedin.com/in/LEE-WONG-1?trk=x", "slug"],
      ["mailto:Zoe.Muller@example.com", "zoe"],
      ["Bob Smith at Hooli", undefined],
      ["Nora Nobody at Acme", undefined],
    ];
    for (const [lead, person] of leads) {
      const [best] = index.find(lead);
      expect([lead, (best?.score ?? 0) >= 0.85 ? best?.person : undefined]).toEqual([lead, person]);
      if (person !== undefined) expect(best?.ambiguous).toBe(false);
    }
  });

  it("does not call different names alike", () => {
    expect(ids("Wei Zhang")).toEqual([]);
    expect(ids("Ann Smith at Initech")).not.toContain("bob");
    expect(
      findTargets([{ id: "a", name: "Wei Zheng" }], "Wei Zhang").every(({ score }) => score < 0.97),
    ).toBe(true);
  });

  it("takes a given name with one letter more or less at its end for a candidate, never for sure", () => {
    const pairs = ["Ann Anne", "Jon John", "Eric Erik", "Sara Sarah", "Mia Miah", "Dan Dane", "Marc Mark"];
    for (const [a = "", b = ""] of pairs.map((pair) => pair.split(" "))) {
      for (const [asked, held] of [
        [a, b],
        [b, a],
      ]) {
        for (const middle of ["", " May", " May Jane"]) {
          const one = { id: "x", name: `${held}${middle} Lee`, company: "Acme" };
          const [match, ...others] = findTargets([one], `${asked}${middle} Lee at Acme`);
          expect(others).toEqual([]);
          expect(match?.score).toBeGreaterThanOrEqual(0.9);
          expect(match?.score).toBeLessThanOrEqual(0.95);
        }
      }
    }
    const near = findTargets([{ id: "a", name: "Wei Zheng", company: "Acme" }], "Wei Zhang at Acme");
    expect(near.every(({ score }) => score <= 0.95)).toBe(true);
    // A family's name and a name of two letters are not so easily forgiven.
    expect(findTargets([{ id: "a", name: "Bob Leek" }], "Bob Lee")).toEqual([]);
    expect(findTargets([{ id: "a", name: "Bob Wei" }], "Bob Weir")).toEqual([]);
    expect(findTargets([{ id: "a", name: "Joe Lee" }], "Jo Lee").every(({ score }) => score < 0.9)).toBe(
      true,
    );
    expect(
      findTargets(
        [
          { id: "b", name: "Ann Lee" },
          { id: "a", name: "Anne Lee" },
        ],
        "Ann Lee",
      ),
    ).toMatchObject([
      { person: "b", score: 1, ambiguous: false },
      { person: "a", ambiguous: false },
    ]);
  });

  it("finds a company by its whole name where its words could part a name from a company", () => {
    const staff = ["Bank of America", "St. John's Wood Capital", "Women in Data Ltd"].map(
      (company, place) => ({
        id: `p${place}`,
        name: `Ada Park${place}`,
        company,
      }),
    );
    for (const { id, company } of staff) {
      expect(findTargets(staff, company).map(({ person }) => person)).toEqual([id]);
    }
  });

  it("refuses fields and options that are of no use, with a code", () => {
    const code = expect.objectContaining({ code: "INVALID_ARGUMENT" });
    for (const field of ["name", "company", "title", "profileUrl", "email"]) {
      for (const bad of [5, null, true, {}, ["a"], Symbol("a")]) {
        expect(() => index.find({ name: "Bob", [field]: bad } as never)).toThrow(code);
      }
    }
    for (const limit of [-1, Number.NaN, "3", {}]) {
      expect(() => index.find("Bob", { limit } as never)).toThrow(code);
    }
    for (const bad of [5, null, undefined, {}]) expect(() => parseTargetQuery(bad as never)).toThrow(code);
    expect(index.find({ name: "Bob Smith", company: undefined, isNew: true } as never)).toHaveLength(3);
    expect(index.find("Bob Smith", null as never)).toHaveLength(3);
  });

  it("gives an empty list for an address that nobody has, and refuses a query that says nothing", () => {
    expect(index.find("nobody@example.com")).toEqual([]);
    for (const bad of ["", "   ", {}, null, 7]) {
      expect(() => index.find(bad as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    }
  });

  it("gives the same answer in whatever order people come, and a person once", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
        const other = new TargetIndex([...shuffled, ...shuffled]);
        for (const query of ["Bob Smith at Acme", "Bob Smith", "VP Operations at Acme", "John Doe", "Acme"]) {
          expect(other.find(query)).toEqual(index.find(query));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("finds each of 3,000 people by name and company, with one typing error too", () => {
    const many = inventContacts(5, 3000)
      .filter(({ company, first }) => company !== "" && first.length > 4)
      .map(({ first, last, company, slug }) => ({ id: slug, name: `${first} ${last}`, company }));
    const large = new TargetIndex(many);
    let missed = 0;
    many.slice(0, 400).forEach((person) => {
      const typo = person.name.slice(0, 2) + person.name.slice(3);
      const exact = large.find({ name: person.name, company: person.company });
      const near = large.find({ name: typo, company: person.company });
      expect(exact.find(({ score }) => score === 1)).toBeDefined();
      if (!near.some((match) => match.person === person.id)) missed++;
    });
    // A typing error in the second letters of a three-letter word is not forgiven.
    expect(missed).toBeLessThan(20);
  });

  it("explains without personal data", () => {
    for (const match of index.find("Bob Smtih at Acne")) {
      expect(match.why.join(" ").toLowerCase()).not.toMatch(/bob|smith|smtih|acme|acne/);
    }
  });
});
