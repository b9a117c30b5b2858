import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Journal, Network } from "../../src/index.js";
import { alertActions, insights } from "../../src/insights/index.js";
import { describeBook, describeInsights, insightsPage } from "../../src/report/index.js";
import { reportWords } from "../../src/report/report-words.js";
import { fullHistory } from "../support/insights-history.js";

const NOW = "2026-11-28";
const LANGUAGES = [
  { code: "en", locale: undefined, half: "2.5", many: "12,345.5", share: "42%" },
  { code: "de", locale: GERMAN, half: "2,5", many: "12.345,5", share: "42 %" },
  { code: "es", locale: SPANISH, half: "2,5", many: "12.345,5", share: "42 %" },
] as const;

describe("numbers that a user sees", () => {
  it.each(LANGUAGES)("are written as $code writes them, by the words of the report alone", (row) => {
    const words = reportWords(row.locale, []);
    const said = (n: number): string => words.say("price.some", { n });
    expect(said(2.5)).toContain(row.half);
    expect(said(12_345.5)).toContain(row.many);
    expect(said(1500)).toContain("1500");
    expect(words.percent(0.42)).toBe(row.share);
    expect(words.percent(0)).toMatch(/^0/);
    for (const share of [0.001, 0.999]) expect(words.percent(share)).not.toMatch(/^(0|100)/);
  });

  it.each(LANGUAGES)("never stand in another language's form in a view: $code", ({ code, locale }) => {
    const foreign = code === "en" ? /\d,\d(?!\d\d)|\d %/ : /\d\.\d(?!\d\d)|\d%/;
    let told = 0;
    fc.assert(
      fc.property(fullHistory, (events) => {
        const network = new Network();
        for (const id of ["me", "eve", "ann", "cho", "dan"]) network.addPerson({ id, name: `Name ${id}` });
        for (const id of ["ann", "cho"]) network.addTie({ from: "me", to: id, evidence: { closeness: 0.5 } });
        const journal = new Journal();
        journal.appendAll(events);
        const planner = new IntroductionPlanner({ network, journal });
        const figures = insights(journal, { now: NOW, network, planned: [{ probability: 0.3 }] });
        const actions = planner.next({ seeker: "me", now: NOW, limit: 1_000_000 });
        const answers = figures.alerts.map((alert) => alertActions(alert, actions, network));
        const options = { seeker: "me", ...(locale && { locale }) };
        const view = describeInsights(figures, planner, { ...options, answers });
        const book = describeBook(planner, { ...options, now: NOW });
        const texts = JSON.stringify([
          view.summary,
          view.alerts,
          view.cadence.text,
          view.parts.map(({ note, rows }) => [note, rows.map(({ share, text }) => [share, text])]),
          book.rows.map(({ text }) => text),
        ]);
        expect(texts).not.toMatch(foreign);
        expect(texts).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
        told += (texts.match(/\d[.,]\d|\d ?%/g) ?? []).length;
        expect(insightsPage(view)).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
    expect(told).toBeGreaterThan(100);
  });
});
