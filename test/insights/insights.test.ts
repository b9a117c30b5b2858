import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cadence,
  concentration,
  DEFAULT_INSIGHTS_SETTINGS,
  funnel,
  insights,
  sourceResults,
  stressTest,
} from "../../src/insights/index.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { eventsOf, fullHistory } from "../support/insights-history.js";
import { codeOf } from "../support/journal-codes.js";

const NOW = "2026-11-28";
const journalOf = (events: readonly EventInput[]): Journal => {
  const journal = new Journal();
  journal.appendAll(events);
  return journal;
};

describe("insights", () => {
  it("do not depend on the order of recording, nor on the events' ids", () => {
    fc.assert(
      fc.property(
        fullHistory.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          const own = new Set<unknown>(events.map(({ id }) => id));
          // A question is named by the id of the event that sent it.
          const renamed = shuffled.map((event) => ({
            ...event,
            id: `x${event.id}`,
            ...("ask" in event && own.has(event.ask) ? { ask: `x${event.ask}` } : {}),
          })) as EventInput[];
          const strip = ({ alerts, unthanked, ...rest }: ReturnType<typeof insights>): unknown => ({
            ...rest,
            unthanked: unthanked.map((id) => id.replace(/^x(?=m)/, "")).sort(),
            alerts: alerts.map(({ evidence, people, ...alert }) => ({
              ...alert,
              evidence: evidence.length,
              people: [...people].sort(),
            })),
          });
          expect(strip(insights(journalOf(renamed), { now: NOW }))).toEqual(
            strip(insights(journalOf(events), { now: NOW })),
          );
        },
      ),
    );
  });

  it("lose with a source exactly the leads that are missing without it, and no other source loses any", () => {
    fc.assert(
      fc.property(fullHistory, (events) => {
        const told = insights(journalOf(events), { now: NOW });
        const shares = told.sources.map(({ source, leads }) => {
          const gone = new Set(
            events.flatMap((event) =>
              event.type === "lead.received" && event.source === source
                ? [event.lead]
                : source === "referral" &&
                    (event.type === "introduction.received" || event.type === "ask.sent")
                  ? ["lead" in event ? event.lead : "ask" in event && event.ask ? event.ask.id : event.id]
                  : [],
            ),
          );
          const isGone = (event: EventInput): boolean =>
            [
              "lead" in event && event.lead,
              "ask" in event && (typeof event.ask === "object" ? event.ask.id : event.ask),
            ].some((id) => gone.has(id as string)) || gone.has(event.id);
          const left = insights(journalOf(events.filter((event) => !isGone(event))), { now: NOW });
          const { lostLeads, share } = stressTest(told, source);
          const all = told.initiated + told.received;
          expect(lostLeads).toBe(leads);
          expect(lostLeads).toBe(all - left.initiated - left.received);
          for (const row of left.sources)
            if (row.source !== source)
              expect(row.leads).toBe(told.sources.find((one) => one.source === row.source)?.leads);
          return share;
        });
        if (told.initiated + told.received > 0) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(stressTest(told, "never")).toMatchObject({ lostLeads: 0, share: 0 });
      }),
    );
  });

  it("have funnel rates that multiply to the whole", () => {
    fc.assert(
      fc.property(fullHistory, (events) => {
        for (const rows of [
          insights(journalOf(events), { now: NOW }).funnel,
          insights(journalOf(events), { now: NOW }).leadFunnel,
        ]) {
          const [first, last] = [rows[0], rows.at(-1)];
          if (first === undefined || last === undefined || first.reached === 0) continue;
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
    expect(told.hub).toMatchObject({ brokered: 0, accepted: 0, share: 0 });
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

  it("say where one more hour goes, and name who is tied where the intervals overlap", () => {
    const told = (leads: number, others: number) =>
      insights(
        journalOf([
          { id: "a", type: "activity.done", at: "2026-09-01", source: "trade-show", hours: 40, cost: 2000 },
          { id: "b", type: "activity.done", at: "2026-09-01", source: "networking", hours: 10 },
          { id: "c", type: "activity.done", at: "2026-09-01", source: "cold-call", hours: 400 },
          ...Array.from({ length: leads + others }, (_, i): EventInput[] => [
            {
              id: `l${i}`,
              type: "lead.received",
              at: "2026-09-09",
              source: i < leads ? "networking" : "trade-show",
              lead: `l${i}`,
            },
            ...(i < leads
              ? [{ id: `w${i}`, type: "deal.won", at: "2026-09-20", lead: `l${i}`, value: 1 } as const]
              : []),
          ]).flat(),
        ]),
        { now: NOW },
      );
    const clear = told(40, 3);
    expect(clear.nextHour.best).toEqual({ source: "networking", insteadOf: "cold-call" });
    expect(clear.nextHour.tied).toBeUndefined();
    expect(clear.sources.find(({ source }) => source === "trade-show")).toMatchObject({
      costPerLead: 666.666666667,
      hours: 40,
      leadsPerHour: 0.075,
    });
    const unclear = told(3, 8).nextHour;
    expect(unclear.best).toBeUndefined();
    expect(unclear.tied).toEqual(["networking", "trade-show"]);
    const few = told(3, 3).nextHour;
    expect([few.best, few.tied]).toEqual([undefined, undefined]);
    fc.assert(
      fc.property(fullHistory, (events) => {
        const { best, tied, yields } = insights(journalOf(events), { now: NOW }).nextHour;
        const [first, ...others] = yields;
        const overlaps = others.filter(
          ({ winsInterval }) => winsInterval[1] >= (first?.winsInterval[0] ?? 0),
        );
        if (best !== undefined) expect([best.source, overlaps]).toEqual([first?.source, []]);
        if (tied !== undefined) expect(tied).toEqual([first, ...overlaps].map((row) => row?.source));
        expect(best !== undefined && tied !== undefined).toBe(false);
      }),
    );
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
        // A lead that moves to a smaller source, so that it does not overtake, always lowers it.
        for (const [i, more] of some.entries())
          for (const [j, less] of some.entries()) {
            if (more - 1 < less + 1) continue;
            const moved = some.map((n, k) => (k === i ? more - 1 : k === j ? less + 1 : n));
            expect(of(moved).hhi).toBeLessThan(hhi);
          }
      }),
    );
  });
});

describe("cadence", () => {
  const options = { today: 20_000, first: 20_000 - 26 * 7 + 1, settings: DEFAULT_INSIGHTS_SETTINGS };

  it("is perfect for constant activity, and more activity never lowers it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: DEFAULT_INSIGHTS_SETTINGS.weeklyGoal, max: 9 }),
        fc.integer({ min: 1, max: 26 }),
        fc.array(fc.tuple(fc.integer({ min: 19_800, max: 20_000 }), fc.nat(90)), { maxLength: 9 }),
        (each, weeks, deals) => {
          const acts = Array.from({ length: weeks * each }, (_, i) => 20_000 - 7 * (i % weeks) - (i % 7));
          const first = 20_000 - 7 * weeks + 1;
          const pipeline = deals.map(([from, days]) => ({ from, to: from + days }));
          expect(cadence(acts, pipeline, { ...options, first })).toMatchObject({
            weeks: Array(weeks).fill(each),
            hitRate: 1,
            longestGap: 0,
            variation: 0,
            counterCyclical: false,
          });
        },
      ),
    );
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
    const cases = (source: string, leads: number, won: number) =>
      Array.from({ length: leads }, (_, i) => ({
        id: `${source}${i}`,
        source,
        active: true,
        initiated: true,
        isAsk: false,
        days: { introduced: 1, ...(i < won ? { won: 2 } : {}) },
        cost: 0,
        consents: [],
        open: false,
        state: "won",
        events: [],
      }));
    const row = fc.record({ leads: fc.nat(9), won: fc.nat(9), hours: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), fc.nat(9), (given, cost) => {
        const some = given.map(({ leads, won, hours }) => ({ leads: Math.max(leads, won), won, hours }));
        const rows = sourceResults(
          some.flatMap(({ leads, won }, i) => cases(`s${i}`, leads, won)),
          some.map(({ hours }, i) => ({ source: `s${i}`, hours, cost })),
        );
        const index = (i: number) => rows.findIndex(({ source }) => source === `s${i}`);
        for (const [i, a] of some.entries())
          for (const [j, b] of some.entries()) if (a.won > b.won) expect(index(i)).toBeLessThan(index(j));
      }),
    );
    expect(funnel([], "introduced").map(({ reached }) => reached)).toEqual([0, 0, 0, 0]);
  });
});
