import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintMessage, targetBrief } from "../../src/drafts/index.js";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { type Person, type TargetProfile, targetFit } from "../../src/people/index.js";

const PROFILE: TargetProfile = {
  industries: ["Cold Storage", "food"],
  size: [50, 500],
  titles: ["Head of Operations", "VP Operations"],
  issue: "late supplier audits",
};
const tag = (code: string) => ({ code, evidence: "own list" });
const BEST: Person = {
  id: "b",
  title: "Vice President, Operations",
  company: "Acme",
  tags: [tag("industry:cold storage"), tag("issue:Late supplier audits")],
  spells: [
    { kind: "work", organization: "Other", headcount: 9 },
    { kind: "work", organization: "ACME Inc.", headcount: 200 },
  ],
};

describe("1.4: whether a name fits what one sells", () => {
  it("counts each part alike: 1 where it fits, 0 where it does not, one half where nothing is known", () => {
    expect(targetFit(BEST, PROFILE)).toEqual({
      score: 1,
      parts: { industries: 1, size: 1, titles: 1, issue: 1 },
    });
    expect(targetFit({ id: "x" }, PROFILE).score).toBe(0.5);
    const none = { ...BEST, title: "Head of Finance", tags: [tag("industry:banking"), tag("issue:payroll")] };
    const small = { ...none, spells: [{ kind: "work", organization: "Acme", headcount: 49 } as const] };
    // Another issue is no sign that ours is not there.
    expect(targetFit(small, PROFILE)).toEqual({
      score: 0.125,
      parts: { industries: 0, size: 0, titles: 0, issue: 0.5 },
    });
    expect(
      targetFit({ ...BEST, title: "Director of Operations" }, { titles: ["Logistics Director"] }).score,
    ).toBe(targetFit({ id: "y", title: "Head of Supply Chain" }, { titles: ["Logistics Director"] }).score);
  });

  it("counts what is not known, and what is alike, by its settings", () => {
    const settings = { unknown: 0.2, alike: 0.6 };
    const scoreOf = (title?: string) =>
      targetFit({ id: "x", ...(title && { title }) }, { titles: ["Logistics Director"] }, settings).score;
    expect([scoreOf(), scoreOf("Head of Supply Chain"), scoreOf("Logistics Director")]).toEqual([
      0.2, 0.6, 1,
    ]);
  });

  it("lies in [0, 1], rises with what fits, and refuses a profile that holds nothing", () => {
    const part = fc.constantFrom<string[]>("industries", "size", "titles", "issue");
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1 }), (parts) => {
        const profile = Object.fromEntries(Object.entries(PROFILE).filter(([key]) => parts.includes(key)));
        expect(targetFit(BEST, profile).score).toBe(1);
        expect(targetFit({ id: "x" }, profile).score).toBe(0.5);
      }),
      { numRuns: 20 },
    );
    for (const bad of [
      {},
      { titles: [] },
      { size: [9, 3] },
      { size: [-1, 3] },
      { titles: [3] },
      { title: ["x"] },
    ])
      expect(() => targetFit(BEST, bad as never)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
  });
});

describe("1.11: tell customers whom you look for", () => {
  it.each([undefined, GERMAN, SPANISH])(
    "writes it in a few sentences that beg for nothing (%#)",
    (locale) => {
      const text = targetBrief(PROFILE, { ...(locale && { locale }) });
      for (const word of ["Head of Operations", "Cold Storage", "50", "500", "late supplier audits"])
        expect(text).toContain(word);
      expect(text.split(" ").length).toBeLessThan(70);
      const me = { id: "me", name: "Ada Park" };
      const found = lintMessage({
        note: text,
        channel: "email",
        mode: "issue",
        facts: { me },
        ...(locale && { locale }),
      } as never);
      expect(found.filter(({ rule }) => rule === "L08" || rule === "L07" || rule === "L10")).toEqual([]);
      expect(targetBrief({ titles: ["COO"] }, { ...(locale && { locale }) })).not.toContain("500");
    },
  );
});
