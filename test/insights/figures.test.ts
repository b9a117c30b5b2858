import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoption,
  alerts,
  cadence,
  casesOf,
  channelResults,
  concentration,
  connectorLoad,
  control,
  DEFAULT_INSIGHTS_SETTINGS as DEFAULTS,
  forecast,
  funnel,
  hub,
  type Insights,
  insights,
  introductionResults,
  losses,
  nextHour,
  notEnoughData,
  requestsOf,
  sourceResults,
  stageRates,
  stressTest,
  unthanked,
} from "../../src/insights/index.js";
import { type EventInput, Journal, type JournalEvent } from "../../src/journal/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { assertUntil } from "../support/assert-until.js";
import { fullHistory } from "../support/insights-history.js";
import { slowInsights } from "../support/insights-oracle.js";
import { slowOutlook } from "../support/insights-outlook.js";
import { slowRecords } from "../support/insights-records.js";

const NOW = "2026-11-28";
const TODAY = Date.parse(NOW) / 86_400_000;
const dayOf = ({ at }: JournalEvent): number => Math.floor(Date.parse(at) / 86_400_000);
const PLANNED = [{ probability: 0.3 }, { probability: 0.2, source: "cold-call" }];
/** Small journals are to raise most kinds of alert. */
const EAGER = {
  ...DEFAULTS,
  leastLeads: 3,
  leastControl: 0.9,
  statusQuoShare: 0.1,
  yearlyAsks: 2,
  counterCyclical: 0.1,
};
const journalOf = (events: readonly EventInput[]): Journal => {
  const journal = new Journal();
  journal.appendAll(events);
  return journal;
};

/** Both alike but for the last digits of a number. */
const alike = (value: unknown): unknown =>
  typeof value === "number"
    ? Number(value.toPrecision(7)) || 0
    : Array.isArray(value)
      ? value.map(alike)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, alike(one)]))
        : value;
const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, unknown> =>
  Object.fromEntries(rows.map((row) => [key(row), alike(row)]));

/** Keys of insights, each to be named by whoever compares them all. */
const PARTS = Object.keys(insights(new Journal(), { now: NOW })).sort();

describe("every figure", () => {
  it("is what plain loops over the events say", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fullHistory, (events) => {
        const journal = journalOf(events);
        const told = insights(journal, { now: NOW, planned: PLANNED });
        const tracker = new AskTracker(journal);
        const open = new Map<string, boolean>([
          ...tracker.asks({ now: NOW }).map(({ ask, open }) => [ask.id, open] as const),
          ...tracker.leads({ now: NOW }).map(({ lead, open }) => [lead, open] as const),
        ]);
        const records = slowRecords(events, NOW);
        const slow = slowInsights(records);
        const outlook = slowOutlook(records, PLANNED, (id) => open.get(id) === true);
        const compared: Record<string, readonly [unknown, unknown]> = {
          day: [told.day, NOW],
          sources: [byKey(told.sources, (row) => row.source), byKey(slow.sources, (row) => row.source)],
          control: [told.control, slow.control.control],
          controlInterval: [told.controlInterval, slow.control.controlInterval],
          initiated: [told.initiated, slow.control.initiated],
          received: [told.received, slow.control.received],
          concentration: [told.concentration, slow.concentration],
          cadence: [told.cadence, slow.cadence],
          funnel: [told.funnel, slow.funnel],
          leadFunnel: [told.leadFunnel, slow.leadFunnel],
          introductions: [told.introductions, outlook.introductions],
          channels: [
            byKey(told.channels, (row) => row.channel),
            byKey(outlook.channels, (row) => row.channel),
          ],
          losses: [byKey(told.losses, (row) => row.reason), byKey(slow.losses, (row) => row.reason)],
          forecast: [
            told.forecast.map(({ stage, mean }) => ({ stage, mean })),
            outlook.forecast.map(({ stage, mean }) => ({ stage, mean })),
          ],
          stageRates: [told.stageRates, outlook.stageRates],
          load: [byKey(told.load, (row) => row.connector), byKey(slow.load, (row) => row.connector)],
          adoption: [byKey(told.adoption, (row) => row.member), byKey(slow.adoption, (row) => row.member)],
          hub: [told.hub, outlook.hub],
          nextHour: [told.nextHour.yields, outlook.yields],
          unthanked: [told.unthanked, outlook.unthanked],
          notEnoughData: [told.notEnoughData, outlook.notEnoughData],
          alerts: [told.alerts.map(({ code }) => code), alertsOf(told, outlook.helped, hasActed(events))],
        };
        expect(Object.keys(compared).sort()).toEqual(PARTS);
        for (const [part, [one, other]] of Object.entries(compared))
          expect({ [part]: alike(one) }).toEqual({ [part]: alike(other) });
        for (const [i, { interval, horizonDays }] of told.forecast.entries()) {
          const upTo = outlook.forecast[i]?.upTo as (most: number) => number;
          const [low, high] = interval;
          expect(horizonDays).toBe(90);
          for (const [end, share] of [[low, 0.05] as const, [high, 0.95] as const]) {
            expect(upTo(end)).toBeGreaterThanOrEqual(share - 1e-9);
            expect(upTo(end - 1)).toBeLessThanOrEqual(share + 1e-9);
          }
        }
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
        for (const [key, value] of Object.entries(told))
          if (Array.isArray(value) && value.length > 0) met.add(key);
      }),
    );
    // No part was compared of nothing alone.
    for (const key of [
      "sources",
      "channels",
      "losses",
      "forecast",
      "load",
      "adoption",
      "unthanked",
      "alerts",
    ])
      expect(met).toContain(key);
  });

  it("is said by a function of its own too, the alerts not left out", async () => {
    const codes = new Set<string>();
    await assertUntil(
      () => codes.size >= 4,
      fc.property(fullHistory, (events) => {
        const journal = journalOf(events);
        const told = insights(journal, { now: NOW, planned: PLANNED, settings: EAGER });
        const tracker = new AskTracker(journal);
        const cases = casesOf(journal, tracker, EAGER, { now: NOW });
        const requests = requestsOf(tracker, { now: NOW });
        const past = journal.events().filter(({ at }) => at <= NOW);
        const efforts = past.flatMap((event) =>
          event.type === "activity.done" ? [{ hours: 0, cost: 0, ...event }] : [],
        );
        const work = [...past]
          .filter(({ type }) => type === "activity.done" || type === "introduction.brokered")
          .map((event) => ({ day: dayOf(event), event: event.id }));
        const sent = requests.flatMap(({ kind, steps }) =>
          kind === "unasked" ? [] : [Math.floor(Date.parse(steps[0]?.at as string) / 86_400_000)],
        );
        const pipeline = cases.flatMap(({ days: { met, opportunity, won }, lost }) => {
          const from = met ?? opportunity;
          return from === undefined
            ? []
            : [{ from, to: won ?? lost ?? (opportunity ?? from) + EAGER.staleDays }];
        });
        const { alerts: _, ...figures } = told;
        const { control: share, controlInterval, initiated, received } = told;
        const first = Math.min(TODAY, ...past.map(dayOf));
        const sources = sourceResults(cases, efforts);
        const counts = new Map(told.sources.map(({ source, leads }) => [source, leads]));
        const parts: { readonly [Part in keyof Insights]: unknown } = {
          day: NOW,
          sources,
          ...control(cases),
          concentration: concentration(counts, EAGER),
          cadence: cadence([...sent, ...work.map(({ day }) => day)], pipeline, {
            today: TODAY,
            first,
            settings: EAGER,
          }),
          funnel: funnel(cases.filter(({ isAsk }) => isAsk)),
          leadFunnel: funnel(
            cases.filter(({ isAsk }) => !isAsk),
            "introduced",
          ),
          introductions: introductionResults(cases),
          channels: channelResults(requests, TODAY),
          losses: losses(cases),
          forecast: forecast(cases, PLANNED, EAGER, TODAY),
          stageRates: stageRates(cases, EAGER),
          load: connectorLoad(requests, { today: TODAY, yearlyAsks: EAGER.yearlyAsks }),
          adoption: adoption(requests),
          hub: hub(hubRecord(past, cases)),
          nextHour: nextHour(sources, EAGER),
          unthanked: unthanked(requests),
          notEnoughData: notEnoughData(cases, requests, told.cadence.weeks, EAGER),
          alerts: alerts(figures, { cases, requests, acts: work }, EAGER),
        };
        expect(Object.keys(parts).sort()).toEqual(PARTS);
        expect(parts).toEqual(told);
        expect({ control: share, controlInterval, initiated, received }).toEqual(control(cases));
        for (const { code, evidence } of told.alerts) {
          codes.add(code);
          expect([code, evidence.length > 0]).toEqual([code, true]);
          expect(evidence.length).toBeLessThanOrEqual(20);
          for (const id of evidence) expect(journal.get(id)).toBeDefined();
        }
      }),
    );
    expect(codes.size).toBeGreaterThanOrEqual(4);
  });
});

function hubRecord(
  past: readonly JournalEvent[],
  cases: ReturnType<typeof casesOf>,
): Parameters<typeof hub>[0] {
  const shown = new AskTracker(journalOf(past)).courtesies({ now: NOW });
  return {
    brokered: past.flatMap((event) =>
      event.type === "introduction.brokered" ? [{ ...event, day: dayOf(event) }] : [],
    ),
    dealings: [
      ...past.flatMap((event) =>
        event.type === "favor.given"
          ? [{ between: [event.giver, event.receiver] as const, day: dayOf(event) }]
          : [],
      ),
      ...cases.flatMap(({ seeker, target, days: { won, opportunity, met } }) => {
        const day = won ?? opportunity ?? met;
        return seeker === undefined || target === undefined || day === undefined
          ? []
          : [{ between: [seeker, target] as const, day }];
      }),
    ],
    thanks: shown.map((one) => ({ ...one, day: Math.floor(Date.parse(one.at) / 86_400_000) })),
    received: cases.filter(
      ({ connector, days: { introduced, met, opportunity, won } }) =>
        connector !== undefined && (introduced ?? met ?? opportunity ?? won) !== undefined,
    ).length,
  };
}

/** True where any act of prospecting is on record by the day. */
function hasActed(events: readonly EventInput[]): boolean {
  const acts = new Set(["ask.sent", "activity.done", "introduction.brokered"]);
  return events.some(({ type, at }) => acts.has(type) && String(at) <= NOW);
}

/** The alerts that the thresholds of the README give for some figures. */
function alertsOf(told: Insights, helped: number, acted: boolean): string[] {
  const leads = told.initiated + told.received;
  const lost = told.losses.reduce((sum, { count }) => sum + count, 0);
  const quo = told.losses.find(({ reason }) => reason === "no-decision")?.count ?? 0;
  const owed = told.unthanked.length;
  const rules: readonly (readonly [string, boolean])[] = [
    ["CONCENTRATION", told.concentration.alert],
    ["LOW_CONTROL", leads >= 10 && told.control < 0.3],
    ["LONG_GAP", acted && told.cadence.longestGap >= 3],
    ["COUNTER_CYCLICAL", told.cadence.counterCyclical],
    ["STATUS_QUO", lost >= 10 && quo / lost >= 0.4],
    ["CONNECTOR_SPENT", told.load.some(({ left }) => left === 0)],
    ["UNTHANKED", owed >= 2 && owed / helped >= 0.25],
  ];
  return rules.filter(([, holds]) => holds).map(([code]) => code);
}

describe("every rate", () => {
  /** Rates, shares and ratios by cost or time, each with where its interval stands. */
  const RATES: Readonly<Record<string, string>> = {
    rate: "interval",
    control: "controlInterval",
    share: "shareInterval or interval",
    hitRate: "hitInterval",
    specificity: "specificityInterval",
    conversion: "interval",
    followThrough: "followThroughInterval",
    conversionWith: "intervalWith",
    conversionWithout: "intervalWithout",
    costPerLead: "costPerLeadInterval",
    costPerMeeting: "costPerMeetingInterval",
    costPerWin: "costPerWinInterval",
    leadsPerHour: "leadsPerHourInterval or leadsInterval",
    winsPerHour: "winsPerHourInterval or winsInterval",
    mean: "interval",
  };
  /** What is no rate: counts, sums, days, what the settings say, and indices that describe the record alone. */
  const OTHERS = new Set(
    "accepted agreed answered asks asks30 asks365 asks90 brokered claimed cost count effectiveSources followedThrough goal helped hhi horizonDays hours initiated introduced leads left longestGap lost lostLeads made medianDays meetings met of prior proved reached received thanked variation weeks withPlaybook wentOn won".split(
      " ",
    ),
  );

  it("has a 90% interval about it, and nothing else is called one", () => {
    const seen = new Set<string>();
    const walk = (value: object, path: string): void => {
      for (const [key, one] of Object.entries(value)) {
        if (key === "bySource" || /interval/i.test(key)) continue;
        if (typeof one === "object" && one !== null && !Array.isArray(one)) walk(one, `${path}.${key}`);
        if (Array.isArray(one))
          for (const row of one) if (typeof row === "object") walk(row, `${path}.${key}`);
        const isNumber = typeof one === "number" || (Array.isArray(one) && typeof one[0] === "number");
        if (!isNumber || (OTHERS.has(key) && !Object.hasOwn(RATES, key))) continue;
        const at = `${path}.${key}`;
        const names = RATES[key]?.split(" or ") ?? [];
        const ends = names.flatMap((name) => {
          const found = (value as Record<string, unknown>)[name];
          return found === undefined ? [] : [found as [number, number]];
        })[0];
        expect({ at, hasInterval: ends !== undefined }).toEqual({ at, hasInterval: true });
        const [low, high] = ends as [number, number];
        const isAbout = low <= (one as number) + 1e-9 && (one as number) <= high + 1e-9;
        // A mean of few deals may lie outside of whole numbers of them.
        expect({ at, one, low, high, isAbout }).toMatchObject({
          at,
          isAbout: key === "mean" ? isAbout : true,
        });
        if (key !== "mean") expect(high).toBeGreaterThan(low);
        seen.add(key);
      }
    };
    const walkAll = (events: Parameters<typeof journalOf>[0]): void => {
      const told = insights(journalOf(events), { now: NOW, planned: PLANNED });
      walk(told, "insights");
      for (const { source } of told.sources) walk(stressTest(told, source), "stressTest");
    };
    fc.assert(fc.property(fullHistory, walkAll));
    // Always the same ones, among which each kind of rate is.
    for (const events of fc.sample(fullHistory, { numRuns: 25, seed: 1 })) walkAll(events);
    expect([...seen].sort()).toEqual(Object.keys(RATES).sort());
  });

  it("by hours or cost lies within what a Poisson count of those leads allows", () => {
    /** Chance of at most so many where a mean is expected. */
    const upTo = (count: number, mean: number): number => {
      let [term, sum] = [Math.exp(-mean), 0];
      for (let k = 0; k <= count; k++) {
        sum += term;
        term *= mean / (k + 1);
      }
      return sum;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 200 }), (leads, hours) => {
        const events = [
          { id: "a", type: "activity.done", at: "2026-09-01", source: "networking", hours, cost: 5 * hours },
          ...Array.from({ length: leads }, (_, i) => ({
            id: `l${i}`,
            type: "lead.received",
            at: "2026-09-02",
            source: "networking",
          })),
        ];
        const row = insights(journalOf(events as EventInput[]), { now: NOW }).sources[0];
        const [low, high] = row?.leadsPerHourInterval ?? [Number.NaN, Number.NaN];
        expect(upTo(leads, high * hours)).toBeCloseTo(0.05, 2);
        if (leads === 0) expect(low).toBe(0);
        else {
          expect(1 - upTo(leads - 1, low * hours)).toBeCloseTo(0.05, leads > 3 ? 2 : 1);
          const [least = 0, most = 0] = row?.costPerLeadInterval ?? [];
          expect([least * high, most * low]).toEqual([expect.closeTo(5, 6), expect.closeTo(5, 6)]);
        }
      }),
    );
  });
});
