import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { type EventInput, IntroductionPlanner, Network } from "../../src/index.js";
import { alertActions, insights } from "../../src/insights/index.js";
import { describeInsights, type InsightsView, insightsPage } from "../../src/report/index.js";

const NOW = "2026-11-28";
const daysAgo = (days: number): string =>
  new Date(Date.parse(NOW) - days * 86_400_000).toISOString().slice(0, 10);

function lead(id: string, source: string, days: number, steps: readonly object[] = []): EventInput[] {
  const all = [{ type: "lead.received", source }, ...steps];
  return all.map((step, i) => ({ id: `${id}-${i}`, lead: id, at: daysAgo(days), ...step }) as EventInput);
}

function ask(id: string, days: number, isMade = false): EventInput[] {
  const target = `t-${id}`;
  const legs = [
    { asker: "me", asked: "ann", consent: 0.5 },
    { asker: "ann", asked: target, consent: 0.4 },
  ];
  const sent = { type: "ask.sent", ask: { id, connector: "ann", target, legs, cost: 1, price: 1 } };
  const steps = isMade ? [sent, { type: "introduction.made", ask: id }] : [sent];
  return steps.map((step, i) => ({ id: `${id}-${i}`, at: daysAgo(days), ...step }) as EventInput);
}

const many = (count: number, make: (i: number) => EventInput[]): EventInput[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat();
const work = (id: string, source: string, hours: number, cost: number): EventInput[] => [
  { id, type: "activity.done", at: daysAgo(9), source, hours, cost },
];
const won = { type: "deal.won", value: 1 };
const lost = { type: "deal.lost" };

/** Journals of somebody who records little, oddly, or far too much. */
const JOURNALS: Readonly<Record<string, EventInput[]>> = {
  empty: [],
  "one lead": lead("a", "clients", 3),
  "one ask": ask("a", 3),
  "hours and no lead": work("h", "content", 500, 0),
  "one source": many(14, (i) => lead(`l${i}`, "clients", 30 * i)),
  "two equal sources and no win": many(12, (i) => [
    ...lead(`l${i}`, i % 2 ? "clients" : "tender", 20 * i, [lost]),
    ...work(`h${i}`, "networking", 3, 1),
  ]),
  "all on one day": many(12, (i) => [...lead(`l${i}`, `s${i % 3}`, 0, [won]), ...ask(`k${i}`, 0, true)]),
  "the future alone": [...lead("a", "clients", -30), ...ask("k", -3)],
  "little time, much money": [...work("h", "content", 0.001, 1_000_000), ...lead("a", "content", 3, [won])],
  "two years ago": many(20, (i) => lead(`l${i}`, "clients", 800 + i)),
  "sources without end": many(300, (i) => [
    ...lead(`l${i}`, `s-${i}`, i % 300),
    ...work(`h${i}`, `s-${i}`, 1, 1),
  ]),
};

function viewOf(events: readonly EventInput[], locale: typeof GERMAN | undefined): InsightsView {
  const network = new Network();
  for (const id of ["me", "ann"]) network.addPerson({ id, name: `Name ${id}` });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.7 } });
  const planner = new IntroductionPlanner({ network });
  planner.recordAll(events);
  const told = insights(planner.journal, { now: NOW, network, viewer: "me" });
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  const actions = planner.next({ seeker: "me", now: NOW, limit: 1_000_000 });
  const answers = told.alerts.map((alert) => alertActions(alert, actions, network));
  return describeInsights(told, planner, { seeker: "me", answers, ...(locale && { locale }) });
}

describe("insights of any journal", () => {
  for (const [name, events] of Object.entries(JOURNALS))
    it(`are sentences without nonsense, and no more rows than a person looks through: ${name}`, () => {
      for (const locale of [undefined, GERMAN, SPANISH]) {
        const view = viewOf(events, locale);
        const texts = JSON.stringify(view);
        expect(texts).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|\b0 (of|von|de) 0 (went|weiter|avan)/);
        expect(texts).not.toMatch(/(Only|Nur|Solo) (el )?0 ?%|1 equal ones|1 gleich|1 iguales/);
        expect(texts).not.toMatch(/(likely|wahrscheinlich|probablemente de) (\d+) (to|bis|a) \2\)/);
        for (const { rows } of view.parts) {
          expect(rows.length).toBeLessThanOrEqual(12);
          for (const { value, interval = [0, 1] } of rows)
            expect([0 <= value && value <= 1, 0 <= interval[0], interval[1] <= 1 + 1e-9]).toEqual([
              true,
              true,
              true,
            ]);
        }
        expect(insightsPage(view).length).toBeLessThan(60_000);
      }
    });

  it("show as following through the share of introductions that led to a meeting, whatever was asked beside", () => {
    const met = (id: string): EventInput => ({
      id: `met ${id}`,
      type: "meeting.held",
      at: daysAgo(2),
      ask: id,
    });
    const made = many(3, (i) => ask(`made${i}`, 20, true));
    const view = viewOf(
      [...made, met("made0"), met("made1"), ...many(5, (i) => ask(`open${i}`, 9))],
      undefined,
    );
    const rows = view.parts.find(({ key }) => key === "adoption")?.rows;
    expect(rows).toMatchObject([{ share: "67%", text: expect.stringContaining("a meeting: 2 of 3;") }]);
    const none = viewOf(ask("open", 9), undefined).parts.find(({ key }) => key === "adoption")?.rows[0];
    expect([none?.value, none?.share]).toEqual([0, undefined]);
  });

  it("say of what too little is on record, and of an empty one that there is nothing", () => {
    const empty = viewOf([], undefined);
    expect([empty.summary, empty.alerts.items, empty.parts]).toEqual([
      ["No leads are on record yet."],
      [],
      [],
    ]);
    expect(empty.cadence.text).toBe("Too few weeks are on record to say how steadily you work.");
    const one = viewOf(JOURNALS["one lead"] ?? [], undefined);
    expect(one.summary[0]).toContain("(likely 0% to 73%)");
    expect(one.summary.at(-1)).toMatch(/^Too little is on record .*how much hangs on one source/);
    const equal = viewOf(JOURNALS["two equal sources and no win"] ?? [], undefined);
    expect(equal.alerts.items[0]).toContain("they weigh as much as 2 equal ones");
    const endless = viewOf(JOURNALS["sources without end"] ?? [], undefined);
    expect(endless.parts[0]?.note).toBe("And 288 more.");
  });
});
