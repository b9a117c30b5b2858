import { describe, expect, it } from "vitest";
import { reasonSentence } from "../../src/drafts/index.js";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { describePlan, planText } from "../../src/report/index.js";
import { MONTHS } from "../../src/report/person-views.js";
import { reportWords } from "../../src/report/report-words.js";

const LANGUAGES = [undefined, GERMAN, SPANISH];
/** "You" with a verb of the third person, in the three languages. */
const WRONG =
  /\byou (is|was|works|knows|has|gets)\b|\bdu (ist|war|hat|arbeitet|kennt)\b|\btú (es|trabaja|conoce|conozca)\b/i;
const CODES =
  "assistant field runs senior customers other junior title company worked school meeting conversation common".split(
    " ",
  );

describe("a guess about the one who reads", () => {
  it("is told in the second person, whatever it rests on", () => {
    for (const locale of LANGUAGES) {
      const words = reportWords(locale, MONTHS);
      const people = {
        name: (id: string) => (id === "me" ? words.say("you") : "Vera Roth"),
        isYou: (id: string) => id === "me",
      };
      const legs = [{ asker: "me", asked: "vera", inferred: true }];
      for (const code of CODES)
        for (const n of [1, 3]) {
          const titled = !/company|worked|school|meeting|conversation|common/.test(code);
          const reason = { code: `guess.${code}`, leg: 0, n, ...(titled ? { title: "AE" } : {}) };
          const said = reasonSentence(reason as never, legs, people, words);
          expect(said).not.toMatch(WRONG);
          expect(said).toMatch(/^(You|Du|Vera Roth y tú|Eres|Trabajas) /);
          expect(said).toContain("Vera Roth");
        }
    }
  });

  it("is so on the page of a plan for a buyer at one's own company", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park", company: "Acme", title: "AE" });
    network.addPerson({ id: "ann", name: "Ann Reed", company: "Acme", title: "Head of Operations" });
    network.addTie({ from: "me", to: "ann", evidence: { connectedOn: "2020-01-01" } });
    const planner = new IntroductionPlanner({ network });
    const target = { name: "Vera Roth", company: "Acme", title: "VP Operations" };
    const plan = planner.plan({ seeker: "me", target, now: "2026-11-27" });
    expect(plan.paths[0]?.whatWouldHelp).toContain("whether you know the target");
    for (const locale of LANGUAGES) {
      const text = planText(describePlan(plan, planner, locale === undefined ? {} : { locale })).replace(
        /\s+/g,
        " ",
      );
      expect(text).not.toMatch(WRONG);
      expect(text).toMatch(/You are AE|Du bist AE|Eres AE/);
    }
  });
});
