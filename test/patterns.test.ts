import { beforeAll, describe, expect, it, vi } from "vitest";
import { attacksOn, attackText } from "./support/pattern-attacks.js";
import { StepCounter } from "./support/pattern-steps.js";
import { patternsIn, recordBuilt, type SourcePattern } from "./support/patterns-of.js";

const SHORT = 100;
/** Texts of half the length are looked at first: most patterns pass there, at half the work, with less growth allowed. */
const LENGTHS = [
  { short: SHORT / 2, mostGrowth: 5 },
  // Four times the text may take six times the steps, where a square would take sixteen.
  { short: SHORT, mostGrowth: 6 },
];
/** Below so many steps a character, what a text begins with counts more than its length. */
const FEW_STEPS = 2;
/** Most steps for each character: bounded windows (`.{0,60}`) inside a list of words are what comes near. */
const MOST_STEPS = 400;

/** What is wrong with a pattern: the text on which its work grows faster than the text. */
function worstOf({ source, flags }: Pick<SourcePattern, "source" | "flags">): string | undefined {
  const counter = StepCounter.of(source, flags);
  for (const attack of attacksOn(counter)) {
    let fault: string | undefined;
    for (const { short: length, mostGrowth } of LENGTHS) {
      const limit = MOST_STEPS * 4 * length;
      const short = counter.steps(attackText(attack, length), limit);
      const most = Math.min(limit, mostGrowth * Math.max(short, FEW_STEPS * length));
      const long = counter.steps(attackText(attack, 4 * length), most);
      fault = long >= most ? `${JSON.stringify(attack)}: ${short} steps, then ${long} or more` : undefined;
      if (fault === undefined) break;
    }
    if (fault !== undefined) return fault;
  }
  return undefined;
}

describe("every regular expression of the package", () => {
  const { literals, builders } = patternsIn(new URL("../src/", import.meta.url));
  let built: readonly SourcePattern[] = [];
  beforeAll(async () => {
    built = await recordBuilt(new URL("../src/", import.meta.url), async () => {
      // What is built at load is built again.
      vi.resetModules();
      const { lintMessage } = await import("../src/drafts/index.js");
      const { readVCards } = await import("../src/ingest/index.js");
      const { GERMAN } = await import("../src/drafts/locales/de.js");
      await import("../src/drafts/locales/es.js");
      await import("../src/index.js");
      const { isNoCompany } = await import("../src/people/no-company.js");
      const letters = [..."abcdefghijklmnopqrstuvwxyz "];
      for (const first of letters) for (const second of letters) isNoCompany(first + second);
      for (const other of "са фр ин ча ра ελ عم اع עצ 自由 自営 自营 个体 フリ 個人 프리 자영 개인 ко пе на ст бе в  не".split(
        " ",
      ))
        isNoCompany(other);
      const target = { name: "Tom van Tar", company: "Acme" };
      lintMessage({
        channel: "email",
        mode: "named",
        note: "Könnten Sie mich Herrn Tar vorstellen?",
        forwardable: "Hi",
        target,
        locale: GERMAN,
      });
      readVCards(
        "BEGIN:VCARD\nVERSION:4.0\nN:Tar;Tom;;;\nFN:Tom Tar\nORG:Acme;Sales\nCATEGORIES:a,b\nEND:VCARD\n",
        { owner: { id: "me" } },
      );
    });
  });

  it("is found, those that are built from lists of words too", () => {
    expect(literals.length).toBeGreaterThan(300);
    expect([...new Set(built.map(({ file }) => file))].sort()).toEqual(builders);
  });

  it("takes steps in proportion to a text's length, whatever the text", () => {
    const seen = new Map([...literals, ...built].map((one) => [`/${one.source}/${one.flags}`, one]));
    const faults = [...seen].flatMap(([text, pattern]) => {
      const worst = worstOf(pattern);
      return worst === undefined ? [] : [`${pattern.file} ${text.slice(0, 80)} on ${worst}`];
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ["(a+)+$", ""],
    ["\\s*,\\s*x", ""],
    ["[,;\\s]+$", "u"],
    ["(^|[.!?]\\s*)((?!wh)\\S+[ ,]+){0,3}would\\s[^?]*\\?", "i"],
    ["<[^>]*>", ""],
    ["^(\\w|\\d)*$", ""],
    ["(?<=\\d+)x", ""],
    ["(.)\\1*z", ""],
    ["^ (?:(?:mr|dr|van|dr) )*$", ""],
    ["^AGENT[^:]*:?\\s*$", ""],
    ["^(\\s*\\d+)[.)]", "m"],
  ])("would be found: /%s/%s", (source, flags) => {
    expect(worstOf({ source, flags })).toBeDefined();
  });

  it.each([
    ["^a+$", ""],
    ["(?<!\\s)\\s+$", ""],
    ["<[^<>]*>", "g"],
    ["\\?(?<=^[^?]*\\?)", ""],
  ])("would pass: /%s/%s", (source, flags) => {
    expect(worstOf({ source, flags })).toBeUndefined();
  });
});
