import { describe, expect, it } from "vitest";
import { consultantPage, eightAnswers, twoYears } from "../../examples/stories/consultant-insights.js";

describe("the consultant's eight questions", () => {
  const text = eightAnswers(twoYears());

  it("are all answered from two years of record, the same every time", () => {
    for (let question = 1; question <= 8; question++)
      expect(text).toMatch(new RegExp(`^${question}\\. .*\\?\\n {3}\\S`, "m"));
    expect(text).not.toMatch(/undefined|NaN|Infinity|\bhe\b|\bhis\b/);
    expect(eightAnswers(twoYears())).toBe(text);
    expect(eightAnswers(twoYears(8))).not.toBe(text);
  });

  it("say what to do: the source that everything hangs on, and the weeks without any prospecting", () => {
    expect(text).toMatch(/\d+% of the leads come from one source \(clients\)/);
    expect(text).toMatch(/Networking: expect one lead in \d+ hours \(likely \d+ to \d+\)/);
    expect(text).toMatch(/Not enough is on record to tell which is best: it may be networking, .* or /);
    expect(text).toMatch(
      /Longest pause without any prospecting, in weeks: \d+\. Begin here: Ask \S+ \S+ for a piece of advice\./,
    );
    expect(text).toMatch(/Begin here: Ask \S+ \S+ for a piece of advice\./);
  });

  it("are a page without script that names only people of the story", () => {
    const page = consultantPage(twoYears());
    expect(page).toContain("Ada Brook");
    expect(page).not.toMatch(/<script|undefined|NaN|c\d<|somebody/);
  });
});
