import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, IntroductionPlanner, Journal, Network } from "../../src/index.js";
import { alertActions, type InsightAlert, insights } from "../../src/insights/index.js";
import { assertUntil } from "../support/assert-until.js";
import { fullHistory } from "../support/insights-history.js";

const NOW = "2026-11-28";
const ALL = 1_000_000;
/** Small journals are to raise every kind of alert. */
const EAGER = {
  leastLeads: 2,
  leastControl: 0.9,
  statusQuoShare: 0.1,
  yearlyAsks: 1,
  leastUnthanked: 1,
  counterCyclical: 0.3,
};

/** A history in which something may have been delivered to a contact of late. */
const withSales = fc.tuple(fullHistory, fc.subarray(["ann", "cho", "dan"])).map(([events, customers]) => [
  ...events,
  ...customers.map(
    (customer): EventInput => ({
      id: `sale ${customer}`,
      type: "sale.delivered",
      at: "2026-11-10",
      seller: "me",
      customer,
    }),
  ),
]);

/** A planner with contacts of two sellers; buyers of whom nobody is a contact are outside. */
function plannerOf(events: readonly EventInput[]): IntroductionPlanner {
  const network = new Network();
  for (const id of ["me", "eve", "ann", "cho", "dan", "b1", "b2"])
    network.addPerson({ id, name: `Name ${id}` });
  for (const seeker of ["me", "eve"])
    for (const [id, closeness] of [
      ["ann", 0.9],
      ["cho", 0.5],
      ["dan", 0.3],
    ] as const)
      network.addTie({ from: seeker, to: id, evidence: { closeness } });
  const journal = new Journal();
  journal.appendAll(events);
  return new IntroductionPlanner({ network, journal });
}

const CODES: readonly InsightAlert["code"][] = [
  "CONCENTRATION",
  "CONNECTOR_SPENT",
  "COUNTER_CYCLICAL",
  "LONG_GAP",
  "LOW_CONTROL",
  "STATUS_QUO",
  "UNTHANKED",
];

function answersOf(planner: IntroductionPlanner, now = NOW) {
  const { network, journal } = planner;
  const actions = planner.next({ seeker: "me", now, limit: ALL });
  const { alerts } = insights(journal, { now: NOW, network, viewer: "me", settings: EAGER });
  return alerts.map((alert) => ({ alert, ...alertActions(alert, actions, network) }));
}

describe("an alert", () => {
  it("opens with actions that next lists for its people, or says for whom there is none and why", async () => {
    const told = new Map<string, number>();
    await assertUntil(
      () => [...told.values()].filter((actions) => actions > 0).length >= CODES.length,
      fc.property(withSales, (events) => {
        const planner = plannerOf(events);
        const listed = planner.next({ seeker: "me", now: NOW, limit: ALL });
        for (const { alert, actions, without } of answersOf(planner)) {
          told.set(alert.code, (told.get(alert.code) ?? 0) + actions.length);
          for (const action of actions) expect(listed).toContainEqual(action);
          const reasons = without.map(({ reason }) => reason);
          if (alert.people.length === 0) {
            expect(reasons).toEqual(actions.length === 0 ? ["nobody-due"] : []);
            continue;
          }
          const answered = new Set(actions.map(({ person }) => person));
          const others = without.map(({ person = "" }) => person);
          expect(others.some((person) => answered.has(person))).toBe(false);
          expect([...answered, ...others].sort()).toEqual([...new Set(alert.people)].sort());
          for (const { person = "", reason } of without)
            expect(reason === "no-contact").toBe(!planner.network.has(person));
        }
      }),
    );
    expect([...told].flatMap(([code, actions]) => (actions > 0 ? [code] : [])).sort()).toEqual(CODES);
  });

  it("about weeks without prospecting opens with requests, then old ties, and with a touch where neither is due", () => {
    const kinds = fc.constantFrom(
      "ask",
      "soft-ask",
      "ask-after-success",
      "issue-question",
      "reconnect",
      "touch",
      "update",
      "thank",
    );
    fc.assert(
      fc.property(fc.array(kinds), (listed) => {
        const actions = listed.map((kind) => ({ kind, person: "ann" }));
        const alert = { openWith: "ask", people: [] } as const;
        const told = alertActions(alert, actions, new Network()).actions.map(({ kind }) => kind);
        const requests = listed.filter((kind) => /ask|question/.test(kind));
        const old = listed.filter((kind) => kind === "reconnect");
        if (requests.length + old.length > 0) expect(told).toEqual([...requests, ...old]);
        else expect([...told].sort()).toEqual(listed.filter((kind) => kind !== "thank").sort());
      }),
    );
  });

  it("to thanks that are owed names nobody whom next does not thank, once thanks are due", async () => {
    let people = 0;
    await assertUntil(
      () => people > 10,
      fc.property(withSales, (events) => {
        const planner = plannerOf(events.filter(({ at }) => String(at) <= NOW));
        const later = new Date(Date.parse(NOW) + 10 * 86_400_000).toISOString().slice(0, 10);
        for (const { alert, without } of answersOf(planner, later)) {
          if (alert.code !== "UNTHANKED") continue;
          people += alert.people.length;
          expect(without.filter(({ reason }) => reason === "nothing-due")).toEqual([]);
        }
      }),
    );
    expect(people).toBeGreaterThan(10);
  });
});
