import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTargets, type Person, parseTargetQuery, TargetIndex } from "../../src/people/index.js";
import { inventContacts } from "../support/exports-connections.js";

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
  ])("reads %j", (query, expected) => {
    expect(parseTargetQuery(query)).toEqual(expected);
  });

  it("takes any text without throwing, and quickly", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(typeof parseTargetQuery(text)).toBe("object");
      }),
    );
    const start = performance.now();
    for (const text of [
      "a at ".repeat(20_000),
      "(".repeat(100_000),
      ", ".repeat(50_000),
      " of".repeat(50_000),
    ]) {
      parseTargetQuery(text);
    }
    expect(performance.now() - start).toBeLessThan(300);
  });
});

describe("TargetIndex", () => {
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

  it("does not call different names alike", () => {
    expect(ids("Wei Zhang")).toEqual([]);
    expect(ids("Ann Smith at Initech")).not.toContain("bob");
    expect(
      findTargets([{ id: "a", name: "Wei Zheng" }], "Wei Zhang").every(({ score }) => score < 0.97),
    ).toBe(true);
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
