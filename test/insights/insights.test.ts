import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoption,
  cadence,
  casesOf,
  concentration,
  connectorLoad,
  control,
  DEFAULT_INSIGHTS_SETTINGS,
  forecast,
  funnel,
  insights,
  losses,
  nextHour,
  sourceResults,
  stressTest,
} from "../../src/insights/index.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { eventsOf, history } from "../support/insights-history.js";
import { slowInsights } from "../support/insights-oracle.js";
import { codeOf } from "../support/journal-codes.js";

const NOW = "2026-11-28";
const TODAY = Date.parse(NOW) / 86_400_000;
const journalOf = (events: readonly EventInput[]): Journal => {
  const journal = new Journal();
  journal.appendAll(events);
  return journal;
};

describe("insights", () => {
  it("say what plain loops over the events say", () => {
    fc.assert(
      fc.property(history, (events) => {
        const told = insights(journalOf(events), { now: NOW });
        const slow = slowInsights(events, NOW);
        expect(
          Object.fromEntries(
            told.sources.map(({ source, leads, meetings, won, lost, cost }) => [
              source,
              { leads, meetings, won, lost, cost },
            ]),
          ),
        ).toEqual(slow.sources);
        expect(told.control).toBeCloseTo(slow.control, 10);
        expect(told.initiated + told.received).toBe(slow.leads);
        expect(told.concentration.hhi).toBeCloseTo(slow.hhi, 10);
        expect(told.funnel.map(({ reached }) => reached)).toEqual(slow.funnel);
        expect(told.leadFunnel.map(({ reached }) => reached)).toEqual(slow.leadFunnel);
        expect(Object.fromEntries(told.losses.map(({ reason, count }) => [reason, count]))).toEqual(
          slow.losses,
        );
        expect(told.cadence.weeks).toEqual(slow.weeks);
        expect(told.unthanked.length).toBe(slow.unthanked);
        expect(Object.fromEntries(told.load.map(({ connector, asks365 }) => [connector, asks365]))).toEqual(
          slow.asks365,
        );
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
      }),
    );
  });

  it("have parts that are functions of their own and say the same, and alerts that rest on events on record", () => {
    const all = DEFAULT_INSIGHTS_SETTINGS;
    fc.assert(
      fc.property(history, (events) => {
        const journal = journalOf(events);
        const told = insights(journal, { now: NOW });
        const tracker = new AskTracker(journal);
        const cases = casesOf(journal, tracker, all, { now: NOW });
        const requests = tracker.asks({ now: NOW }).map(({ ask, ...record }) => ({
          ...record,
          id: ask.id,
          connector: ask.connector,
          seeker: ask.seeker,
          kind: "introduction" as const,
        }));
        const sources = sourceResults(cases, []);
        const { control: share, controlInterval, initiated, received } = told;
        expect(control(cases)).toEqual({ control: share, controlInterval, initiated, received });
        expect(sources).toEqual(told.sources);
        expect(funnel(cases.filter(({ isAsk }) => isAsk))).toEqual(told.funnel);
        expect(
          funnel(
            cases.filter(({ isAsk }) => !isAsk),
            "introduced",
          ),
        ).toEqual(told.leadFunnel);
        expect(losses(cases)).toEqual(told.losses);
        expect(forecast(cases, [], all, TODAY)).toEqual(told.forecast);
        expect(connectorLoad(requests, { today: TODAY, yearlyAsks: all.yearlyAsks })).toEqual(told.load);
        expect(adoption(requests)).toEqual(told.adoption);
        expect(nextHour(sources, all)).toEqual(told.nextHour);
        for (const { code, evidence } of told.alerts) {
          // A gap that nothing ever ended or began has no event to show.
          if (code !== "LONG_GAP") expect(evidence.length).toBeGreaterThan(0);
          expect(evidence.length).toBeLessThanOrEqual(20);
          for (const id of evidence) expect(journal.get(id)).toBeDefined();
        }
      }),
    );
  });

  it("do not depend on the order of recording, nor on the events' ids", () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          const renamed = shuffled.map((event) => ({ ...event, id: `x${event.id}` }));
          const strip = ({ alerts, ...rest }: ReturnType<typeof insights>): unknown => ({
            ...rest,
            alerts: alerts.map(({ evidence: _, ...alert }) => alert),
          });
          expect(strip(insights(journalOf(renamed), { now: NOW }))).toEqual(
            strip(insights(journalOf(events), { now: NOW })),
          );
        },
      ),
    );
  });

  it("lose with a source exactly its leads", () => {
    fc.assert(
      fc.property(history, (events) => {
        const told = insights(journalOf(events), { now: NOW });
        const shares = told.sources.map(({ source, leads }) => {
          expect(stressTest(told, source).lostLeads).toBe(leads);
          return stressTest(told, source).share;
        });
        if (told.initiated + told.received > 0) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(stressTest(told, "never")).toEqual({ lostLeads: 0, share: 0 });
      }),
    );
  });

  it("have funnel rates that multiply to the whole", () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const rows of [
          insights(journalOf(events), { now: NOW }).funnel,
          insights(journalOf(events), { now: NOW }).leadFunnel,
        ]) {
          const [first, last] = [rows[0], rows.at(-1)];
          if (first === undefined || last === undefined || last.reached === 0) continue;
          const product = rows.reduce((value, { rate }) => value * rate, 1);
          expect(product).toBeCloseTo(last.reached / first.reached, 9);
          for (const { rate, interval } of rows)
            expect(interval[0] <= rate + 1e-9 && rate <= interval[1] + 1e-9).toBe(true);
        }
      }),
    );
  });

  it("tell of a team only its own requests", () => {
    const events = Array.from({ length: 6 }, (_, i) =>
      eventsOf(
        {
          isAsk: true,
          source: "x",
          connector: "ann",
          day: 20_700,
          steps: 2,
          gaps: [0, 1, 1, 1, 1, 1],
          end: "open",
          reason: "price",
          thanked: false,
        },
        i,
      ),
    ).flat();
    const told = insights(journalOf(events), { now: NOW, team: ["me"] });
    expect(told.adoption.map(({ member }) => member)).toEqual(["me"]);
    expect(told.funnel[0]?.reached).toBe(3);
  });

  it("count introductions nobody asked for as received, under the connector's source", () => {
    const journal = journalOf([
      {
        id: "i",
        type: "introduction.received",
        at: "2026-10-01",
        seeker: "me",
        connector: "ann",
        target: "bob",
      },
      { id: "m", type: "meeting.held", at: "2026-10-05", lead: "i" },
    ]);
    const network = {
      person: (id: string) => (id === "ann" ? { tags: [{ code: "source:clients" }] } : undefined),
    };
    const told = insights(journal, { now: NOW, network });
    expect(told).toMatchObject({ initiated: 0, received: 1, control: 0 });
    expect(told.sources).toMatchObject([{ source: "clients", leads: 1, meetings: 1, won: 0 }]);
    expect(told.hub).toEqual({ brokered: 0, accepted: 0, share: 0 });
  });

  it("forecast nothing of what was not asked, and more of what stands further", () => {
    const at = "2026-11-20";
    const lead = (id: string, more: EventInput[]): EventInput[] => [
      { id, type: "lead.received", at, source: "clients", active: false } as EventInput,
      ...more,
    ];
    const empty = insights(new Journal(), { now: NOW });
    expect(empty.forecast).toEqual([]);
    expect(empty.notEnoughData).toContain("concentration");
    const early = insights(journalOf(lead("a", [])), { now: NOW }).forecast[0];
    const late = insights(
      journalOf(lead("a", [{ id: "m", type: "meeting.held", at, lead: "a" } as EventInput])),
      { now: NOW },
    ).forecast[0];
    expect(early?.stage).toBe("introduced");
    expect(late?.stage).toBe("met");
    expect(late?.mean as number).toBeGreaterThan(early?.mean as number);
    const planned = insights(new Journal(), { now: NOW, planned: [{ probability: 0.5 }] }).forecast;
    expect(planned[0]?.mean as number).toBeLessThan(0.3);
  });

  it("alert to one source, to little control, and to thanks that are owed, each with evidence or figures", () => {
    const events = Array.from(
      { length: 12 },
      (_, i) =>
        ({
          id: `l${i}`,
          type: "lead.received",
          at: "2026-10-05",
          source: i < 9 ? "clients" : "vendor",
        }) as EventInput,
    );
    const told = insights(journalOf(events), { now: NOW });
    expect(told.alerts.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["CONCENTRATION", "LOW_CONTROL"]),
    );
    const [alert] = told.alerts;
    expect(alert?.why).toContain("75%");
    expect(alert?.evidence).toHaveLength(9);
    expect(told.alerts.every(({ openWith }) => openWith.length > 0)).toBe(true);
    expect(
      insights(journalOf(events.slice(0, 8)), { now: NOW }).alerts.map(({ code }) => code),
    ).not.toContain("CONCENTRATION");
  });

  it("say where one more hour goes", () => {
    const events: EventInput[] = [
      { id: "a", type: "activity.done", at: "2026-09-01", source: "trade-show", hours: 40, cost: 2000 },
      { id: "b", type: "activity.done", at: "2026-09-01", source: "networking", hours: 10 },
      ...Array.from(
        { length: 12 },
        (_, i) =>
          ({
            id: `l${i}`,
            type: "lead.received",
            at: "2026-09-09",
            source: i < 9 ? "networking" : "trade-show",
            lead: `l${i}`,
          }) as EventInput,
      ),
    ];
    const told = insights(journalOf(events), { now: NOW });
    expect(told.nextHour.best).toEqual({ source: "networking", insteadOf: "trade-show" });
    expect(told.sources.find(({ source }) => source === "trade-show")).toMatchObject({
      costPerLead: 666.666666667,
      hours: 40,
      leadsPerHour: 0.075,
    });
  });

  it("refuse what is no journal, unknown keys and bad settings", () => {
    const bad = (run: () => unknown): string => codeOf(run);
    expect(bad(() => insights({} as Journal, { now: NOW }))).toBe("INVALID_ARGUMENT");
    expect(bad(() => insights(new Journal(), { now: "soon" }))).toBe("INVALID_DATE");
    expect(bad(() => insights(new Journal(), { now: NOW, form: "2026-01-01" } as never))).toBe(
      "INVALID_ARGUMENT",
    );
    expect(bad(() => insights(new Journal(), { now: NOW, settings: { topShare: 2 } }))).toBe(
      "INVALID_ARGUMENT",
    );
    expect(bad(() => stressTest({} as never, "x"))).toBe("INVALID_ARGUMENT");
  });
});

describe("concentration", () => {
  const counts = fc.array(fc.nat(30), { minLength: 1, maxLength: 12 });
  const of = (leads: readonly number[]) =>
    concentration(new Map(leads.map((n, i) => [`s${i}`, n])), DEFAULT_INSIGHTS_SETTINGS);

  it("lies between 1/N and 1, is N for equal shares, and never falls when two sources become one", () => {
    fc.assert(
      fc.property(counts, (leads) => {
        const some = leads.filter((n) => n > 0);
        const { hhi, effectiveSources } = of(leads);
        if (some.length === 0) {
          expect(hhi).toBe(0);
          return;
        }
        expect(hhi).toBeGreaterThanOrEqual(1 / some.length - 1e-9);
        expect(hhi).toBeLessThanOrEqual(1);
        expect(effectiveSources).toBeCloseTo(1 / hhi, 6);
        expect(of(some.map(() => 7)).effectiveSources).toBeCloseTo(some.length, 9);
        const [a = 0, b = 0, ...rest] = leads;
        expect(of([a + b, ...rest]).hhi).toBeGreaterThanOrEqual(hhi - 1e-9);
        const last = Math.min(...some);
        const first = Math.max(...some);
        if (first - 1 >= last + 1) {
          const moved = [...some];
          moved[some.indexOf(first)] = first - 1;
          moved[some.indexOf(last)] = last + 1;
          expect(of(moved).hhi).toBeLessThan(of(some).hhi);
        }
      }),
    );
  });
});

describe("cadence", () => {
  const options = { today: 20_000, first: 20_000 - 26 * 7 + 1, settings: DEFAULT_INSIGHTS_SETTINGS };

  it("is perfect for constant activity, and more activity never lowers it", () => {
    const weekly = Array.from({ length: 26 }, (_, week) =>
      [0, 1, 2].map((n) => 20_000 - 7 * week - n),
    ).flat();
    expect(cadence(weekly, [], options)).toMatchObject({
      hitRate: 1,
      longestGap: 0,
      variation: 0,
      counterCyclical: false,
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 19_700, max: 20_000 })),
        fc.integer({ min: 19_700, max: 20_000 }),
        (days, more) => {
          const before = cadence(days, [], options);
          const after = cadence([...days, more], [], options);
          expect(after.hitRate).toBeGreaterThanOrEqual(before.hitRate);
          expect(after.longestGap).toBeLessThanOrEqual(before.longestGap);
        },
      ),
    );
  });

  it("notices activity that falls when the pipeline is full", () => {
    const acts = Array.from({ length: 26 }, (_, week) =>
      week % 2 ? [0, 1, 2, 3].map((n) => 20_000 - 7 * week - n) : [],
    ).flat();
    const pipeline = Array.from({ length: 26 }, (_, week) =>
      week % 2 ? [] : [{ from: 20_000 - 7 * week - 6, to: 20_000 - 7 * week + 1 }],
    ).flat();
    expect(cadence(acts, pipeline, options).counterCyclical).toBe(true);
  });
});

describe("sources", () => {
  it("put more wins at the same cost never lower", () => {
    const won = (source: string, n: number) =>
      Array.from({ length: n }, (_, i) => ({
        id: `${source}${i}`,
        source,
        active: true,
        initiated: true,
        isAsk: false,
        days: { introduced: 1, won: 2 },
        cost: 0,
        consents: [],
        open: false,
        state: "won",
        events: [],
      }));
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (a, b) => {
        const rows = sourceResults(
          [...won("a", a), ...won("b", b)],
          ["a", "b"].map((source) => ({ source, hours: 1, cost: 5 })),
        );
        const index = (source: string) => rows.findIndex((row) => row.source === source);
        if (a > b) expect(index("a")).toBeLessThan(index("b"));
        if (b > a) expect(index("b")).toBeLessThan(index("a"));
      }),
    );
    expect(funnel([], "introduced").map(({ reached }) => reached)).toEqual([0, 0, 0, 0]);
  });
});
