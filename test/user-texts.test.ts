import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { JournalEvent } from "warmpath";
import { IntroductionPlanner, Network } from "warmpath";
import type { AskOptions, LanguagePack } from "warmpath/drafts";
import { GERMAN } from "../src/drafts/locales/de.js";
import { ENGLISH_MORE } from "../src/drafts/locales/en-more.js";
import { ENGLISH_REPORT } from "../src/drafts/locales/en-report.js";
import { SPANISH } from "../src/drafts/locales/es.js";
import { gallery } from "./support/drafts-gallery.js";
import { CHANNELS, TONES } from "./support/drafts-input.js";
import { KINDS } from "./support/drafts-kinds.js";
import { ENGLISH_WORDS, GERMAN_WORDS, SPANISH_WORDS } from "./support/gendered-words.js";

const PACKS: readonly (readonly [string, LanguagePack, RegExp])[] = [
  ["English", ENGLISH_MORE, ENGLISH_WORDS],
  ["German", GERMAN, GERMAN_WORDS],
  ["Spanish", SPANISH, SPANISH_WORDS],
];

const ask: AskOptions = {
  me: { id: "me", name: "Ada Park", company: "Northwind", title: "Head of Sales" },
  connector: { id: "c", name: "Carol Jones", company: "Beta" },
  target: { id: "t", name: "Bob Smith", company: "Acme" },
  reason: "Acme",
  offer: "Beta",
  now: "2026-06-01",
};

describe("no text that a user can see takes anybody for a man or a woman", () => {
  it.each(PACKS)("the sentences of the language pack: %s", (_, pack, words) => {
    const gendered = Object.entries({ ...pack.texts, ...(pack.report ?? ENGLISH_REPORT) }).flatMap(
      ([key, texts]) =>
        [texts]
          .flat()
          .filter((text) => words.test(String(text)))
          .map((text) => `${key}: ${text}`),
    );
    expect(gendered).toEqual([]);
  });

  it.each(PACKS)("every kind of draft in every channel and tone: %s", (_, locale, words) => {
    for (const draft of Object.values(KINDS)) {
      for (const channel of CHANNELS) {
        for (const tone of TONES) {
          const { subject = "", note, forwardable } = draft({ ...ask, locale, channel, tone });
          expect(`${subject}\n${note}\n${forwardable}`).not.toMatch(words);
        }
      }
    }
  });

  it.each(PACKS)("no sentence ends in two full stops where a company does in one: %s", (_, locale) => {
    const ended = {
      ...ask,
      target: { ...ask.target, company: "Acme Inc." },
      reason: "they buy from Beta Inc.",
    };
    for (const draft of Object.values(KINDS)) {
      for (const channel of CHANNELS) {
        const { subject = "", note, forwardable } = draft({ ...ended, locale, channel });
        expect(`${subject}\n${note}\n${forwardable}`).not.toMatch(/(?<!\.)\.\.(?!\.)/);
      }
    }
  });

  it("the page of example drafts, its headings and lint included", () => {
    const [english = ""] = gallery().split("\n## German");
    expect(english).not.toMatch(ENGLISH_WORDS);
  });

  it("the words of plans, next actions and refusals, where a name was lent and a buyer is new", () => {
    const planner = new IntroductionPlanner({ network: smallWorld() });
    const now = "2026-11-23";
    const plan = planner.plan({ seeker: "me", target: "bob", now });
    const texts = [plan, planner.plan({ seeker: "me", target: { name: "Jane Roe", company: "Acme" }, now })];
    const said: unknown[] = [...texts, planner.plan({ seeker: "me", target: { name: "Jo" }, now })];
    const about = { at: now, ask: plan.asks[0]!.id };
    planner.record({ id: "e1", type: "ask.sent", at: now, ask: plan.asks[0]! });
    const steps: readonly JournalEvent[][] = [
      [{ id: "e2", type: "ask.agreed", ...about, answer: "use-my-name" }],
      [
        { id: "e3", type: "introduction.made", ...about },
        { id: "e4", type: "meeting.held", ...about },
      ],
    ];
    for (const events of [[], ...steps]) {
      planner.recordAll(events);
      for (const day of ["2026-11-23", "2026-11-27", "2026-12-02", "2026-12-20"]) {
        said.push(planner.next({ seeker: "me", now: day }));
      }
      said.push(planner.plan({ seeker: "me", target: "bob", now }));
    }
    expect(JSON.stringify(said)).not.toMatch(ENGLISH_WORDS);
  });

  it("every sentence that stands in the source, of the library and of the examples", () => {
    const gendered = [...sentencesOf("src"), ...sentencesOf("examples")].filter(({ text }) =>
      ENGLISH_WORDS.test(text),
    );
    expect(gendered).toEqual([]);
  });
});

function smallWorld(): Network {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park" });
  network.addPerson({ id: "ann", name: "Ann Lee", company: "Acme" });
  network.addPerson({ id: "bob", name: "Bea Smith", company: "Acme" });
  const evidence = { interactions: [{ at: "2026-09-20", direction: "both", kind: "meeting" }] } as const;
  network.addTie({ from: "me", to: "ann", evidence });
  network.addTie({ from: "ann", to: "bob", evidence });
  return network;
}

/** Files of words that are looked for in what others wrote, which nobody reads as ours. */
const WORDS_READ = /people.(given-name|title-vocabulary)\.ts$/;

/** The string literals of two words and more; the Spanish language packs stand apart, since "he" means "I have" there. */
function sentencesOf(folder: string): readonly { file: string; text: string }[] {
  const root = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/locales.es/.test(file) && !WORDS_READ.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(
        file,
        readFileSync(new URL(file, root), "utf8"),
        ts.ScriptTarget.ES2022,
      );
      const found: { file: string; text: string }[] = [];
      const visit = (node: ts.Node): void => {
        if (
          ts.isStringLiteralLike(node) ||
          ts.isTemplateHead(node) ||
          ts.isTemplateMiddleOrTemplateTail(node)
        ) {
          if (/\s/.test(node.text.trim())) found.push({ file, text: node.text });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}
