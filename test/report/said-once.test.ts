import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { describePlan } from "../../src/report/index.js";
import { exampleWorld } from "../support/report-world.js";

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
/** Every four words in a row. */
const runs = (text: string): string[] =>
  words(text).flatMap((_, i, all) => (i + 4 > all.length ? [] : [all.slice(i, i + 4).join(" ")]));

describe("what a plan says of one person", () => {
  const { planner, plan } = exampleWorld();

  it.each([[{}], [{ locale: GERMAN }], [{ locale: SPANISH }]])(
    "does not say the reasons again as a caution",
    (options) => {
      const { cards, names } = describePlan(plan, planner, options);
      expect(cards.length).toBeGreaterThan(2);
      const plain = (text: string): string =>
        names.reduce((rest, [, name]) => rest.replaceAll(name, ""), text.replaceAll("Bob Smith", ""));
      let cautions = 0;
      for (const { because, caveat } of cards) {
        if (caveat === undefined) continue;
        cautions++;
        const said = new Set(because.map(plain).flatMap(runs));
        expect(runs(plain(caveat)).filter((run) => said.has(run))).toEqual([]);
      }
      expect(cautions).toBeGreaterThan(2);
    },
  );
});
