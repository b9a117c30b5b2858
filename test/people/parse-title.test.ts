import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTitles, parseTitle, titleCode, titleLikeness, titleOfCode } from "../../src/people/index.js";
import { confusionTable } from "../support/title-confusion.js";
import { TITLES } from "../support/titles.js";

describe("parseTitle", () => {
  it("takes what it takes for what by the table of the room's README, of over 400 real-shaped titles in four languages", () => {
    expect(TITLES.length).toBeGreaterThan(400);
    const table = confusionTable();
    const printed = [
      ...readFileSync(README, "utf8").matchAll(/^\| (?:rank|function) +\|[^\n]*\n(?:\|[^\n]*\n)+/gm),
    ]
      .map(([text]) => text.replace(/ +/g, " ").replace(/-+/g, "-"))
      .join("\n");
    expect(table.text.replace(/ +/g, " ").replace(/-+/g, "-")).toBe(printed);
    // Named beside what they were taken for, so that a fall is seen.
    expect(table.wrong.length / TITLES.length, JSON.stringify(table.wrong)).toBeLessThan(0.02);
  });

  it.each([
    [
      "Executive Assistant to the VP Operations",
      { function: "operations", rank: "assistant", assistantTo: "vp" },
    ],
    ["Assistentin des Vertriebsleiters", { function: "sales", rank: "assistant", assistantTo: "director" }],
    ["Directeur d’Exploitation", { function: "operations", rank: "director" }],
    ["CTO @ Sales Hackers", { function: "engineering", rank: "chief" }],
    ["ex-VP Sales | Head of Procurement", { function: "operations", rank: "director" }],
    ["", {}],
    ["Dad of three", {}],
  ])("%s", (title, read) => {
    expect(parseTitle(title)).toEqual(read);
  });

  it("reads any text, and its code tells the same", () => {
    const word = fc.constantFrom(...TITLES.flatMap(({ title }) => title.split(" ")));
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 9 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (title) => {
        const read = parseTitle(title);
        expect(titleOfCode(titleCode(read))).toEqual(read);
        expect(titleCode(read)).toBeLessThan(4096);
      }),
    );
  });

  it("puts who assists the head of a firm next to whoever runs it, chief or founder", () => {
    for (const title of [
      "EA to CEO",
      "Assistant to the Founder",
      "Assistenz der Geschäftsführung",
      "Secretaria de dirección",
    ])
      for (const head of ["CEO", "Founder & CEO", "Geschäftsführerin", "Director General"])
        expect(titleLikeness(title, head)).toMatchObject({ isAssistant: true });
    for (const other of ["VP Sales", "CFO", "Head of Operations", undefined])
      expect(titleLikeness("Assistenz der Geschäftsführung", other)).toMatchObject({ isAssistant: false });
  });

  it("takes what is over for nothing", () => {
    for (const title of [
      "Geschäftsführer i. R.",
      "CEO a. D.",
      "VP Sales (retired)",
      "CEO (until 2023)",
      "Aspiring CEO",
    ])
      expect(parseTitle(title)).toEqual({});
  });

  it("takes a Sales Director for one whatever the language", () => {
    for (const title of [
      "Vertriebsleiterin",
      "Directrice commerciale",
      "Directora de Ventas",
      "Head of Sales",
    ])
      expect(titleLikeness(title, "Sales Director")).toMatchObject({ sameFunction: true, sameRank: true });
  });
});

describe("compareTitles", () => {
  const pair = (one: string, other: string) => compareTitles(parseTitle(one), parseTitle(other));

  it("tells one function, two functions, and nothing told apart", () => {
    expect(pair("Purchasing Manager", "VP Operations").sameFunction).toBe(true);
    expect(pair("VP Sales", "VP Operations")).toMatchObject({ sameFunction: false, sameRank: true });
    expect(pair("Nurse", "VP Operations").sameFunction).toBeUndefined();
    expect(pair("CEO", "VP Operations")).toMatchObject({ runsFirm: true });
    expect(pair("CEO", "VP Operations").sameFunction).toBeUndefined();
  });

  it("knows whom an assistant assists", () => {
    expect(pair("Executive Assistant to the VP Operations", "VP Operations").isAssistant).toBe(true);
    expect(pair("Executive Assistant to the VP Sales", "VP Operations").isAssistant).toBe(false);
    expect(pair("Executive Assistant to the COO", "VP Operations").isAssistant).toBe(false);
  });
});

const README = new URL("../../src/people/README.md", import.meta.url);
