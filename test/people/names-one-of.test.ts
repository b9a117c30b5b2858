import fc from "fast-check";
import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { namesOneOf } from "../../src/people/index.js";

const GIVEN = ["Jean-Luc", "Seán", "Søren", "Zoë", "María José", "Владимир", "Ольга", "Jürgen", "Li", "Thuý"];
const FAMILY = [
  "Müller",
  "O’Brien",
  "Ærø",
  "van der Berg",
  "Groß",
  "Кузнецов",
  "Núñez Ruiz",
  "McKay",
  "Aagaard",
];
const HAN = ["李小龍", "欧阳娜娜", "김민수"];

const unmarked = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "");
const typed = (name: string) =>
  name
    .replace(/[äöüø]/g, (one) => ({ ä: "ae", ö: "oe", ü: "ue", ø: "oe" })[one] as string)
    .replace(/ß/g, "ss");

/** Ways of writing one name that a look-up is to hold the same. */
const WAYS: readonly ((given: string, family: string) => string)[] = [
  (given, family) => `${given} ${family}`,
  (given, family) => `${family}, ${given}`,
  (given, family) => `${family} ${given}`,
  (given, family) => `Dr. ${given} ${family}, MBA`,
  (given, family) => `${family}, Dr. ${given}`,
  (given, family) => `${given} ${family}`.toUpperCase(),
  (given, family) => unmarked(`${given} ${family}`),
  (given, family) => typed(`${given} ${family}`),
  (given, family) => `${given} ${family}`.replaceAll("-", " ").replaceAll("’", "'"),
  (given, family) => `${given} ${family}`.replaceAll("-", "\u2011").replaceAll("’", ""),
  (given, family) => `${given} ${family}`.replaceAll("-", "–").replaceAll(" ", "\u00a0"),
  (given, family) => `${given} ${family}`.replaceAll("-", "\u00ad").replaceAll("’", " "),
  (given, family) => `${given.slice(0, 2)}\u200b${given.slice(2)} ${family}`,
  (given, family) => `${given} (they/them) ${family}`,
];
const names = fc.oneof(
  fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)),
  fc.constantFrom(...HAN).map((name) => [name.slice(1), name.slice(0, 1)] as const),
);
const ways = fc.constantFrom(...WAYS);
const AROUND = [
  (name: string) => name,
  (name: string) => `assistant to ${name}`,
  (name: string) => `${name}'s chief`,
  (name: string) => `asked: ${name}, by mail`,
];

it("whoever is erased goes from others' texts, and comes back with no import, in each form that a look-up is sure of", () => {
  let sure = 0;
  fc.assert(
    fc.property(names, ways, ways, fc.constantFrom(...AROUND), ([given, family], kept, told, around) => {
      const [name, form] = [kept(given, family), told(given, family)];
      const network = new Network();
      for (const id of ["me", "ann"]) network.addPerson({ id, name: `Own ${id}` });
      network.addPerson({ id: "gone", name, company: "Acme" });
      const planner = new IntroductionPlanner({ network });
      if (planner.find({ name: form, company: "Acme" })[0]?.isSure !== true) return;
      sure++;
      const text = around(form);
      network.addPerson({
        id: "ann",
        title: text,
        location: text,
        tags: [{ code: "source:clients", evidence: text }],
        spells: [{ kind: "event", organization: text }],
      });
      network.addTie({ from: "me", to: "ann", evidence: { contexts: [text] } });
      planner.journal.append({
        id: "a",
        type: "activity.done",
        at: "2026-03-02",
        person: "me",
        source: text,
      } as never);
      planner.erase("gone");
      expect(JSON.stringify(planner)).not.toContain(JSON.stringify(text).slice(1, -1));
      const { issues } = network.import({ people: [{ id: "new", name: form, company: "Acme" }], ties: [] });
      expect(issues.map(({ code }) => code)).toEqual(["SUPPRESSED"]);
    }),
    { numRuns: 150 },
  );
  expect(sure).toBeGreaterThan(0);
});

it("a name that differs, a part of a name, and a name within other words are no mention", () => {
  fc.assert(
    fc.property(names, names, ways, ways, ([given, family], [other, others], kept, told) => {
      fc.pre(given !== other && family !== others);
      const isNaming = namesOneOf([], [kept(given, family)]);
      for (const text of [told(other, others), told(given, others), told(other, family)])
        expect(isNaming(text), text).toBe(false);
    }),
    { numRuns: 300 },
  );
  const isNaming = namesOneOf(["id-7"], ["Bob Smith", "Dr. Lee", "An Na", "Le An"]);
  for (const text of ["Bob", "Smith & Sons", "Jacob Smith", "Lee", "Anna", "lean work", "Robert Smith"])
    expect(isNaming(text), text).toBe(false);
  // An ending may be another name's: rather a text too many than one too few.
  for (const text of ["Bob Smithson", "Bob Smiths", "Smith, Bob", "dr. lee", "An-Na", "about id-7"])
    expect(isNaming(text), text).toBe(true);
});

it("the time for a text grows with its length alone", () => {
  const isNaming = namesOneOf([], ["Bob Smith", "Jean-Luc Müller"]);
  expect(isNaming(`${"bob (\"' smit ".repeat(40_000)}`)).toBe(false);
  expect(isNaming(`${"bob smit ".repeat(40_000)} Smith, Bob`)).toBe(true);
});

it("names that the caller gives are kept out too with each of their companies", () => {
  const network = new Network();
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme" });
  const planner = new IntroductionPlanner({ network });
  planner.erase("bob", { names: ["Robert Smith"] });
  const people = [
    { id: "a", name: "Smith, Robert", company: "Acme Inc." },
    { id: "b", name: "Robert Smith", company: "Beta" },
  ];
  expect(network.import({ people, ties: [] }).issues.map(({ code }) => code)).toEqual(["SUPPRESSED"]);
  expect(network.has("b")).toBe(true);
});
