import { describe, expect, expectTypeOf, it } from "vitest";
import type { NextAction } from "../../src/index.js";
import {
  concentration,
  DEFAULT_INSIGHTS_SETTINGS,
  hub as hubOf,
  type Insights,
  insights,
  stressTest,
  warmPaths,
} from "../../src/insights/index.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Network } from "../../src/network/index.js";

const NOW = "2026-11-28";
let n = 0;

const told = (events: readonly object[], request: object = {}): Insights => {
  const journal = new Journal();
  journal.appendAll(events as EventInput[]);
  return insights(journal, { now: NOW, ...request });
};

/** A lead of a source that took some steps, the first on a day. */
function lead(source: string, steps: readonly object[] = [], more: object = {}): object[] {
  const id = `l${n++}`;
  return [
    { id, type: "lead.received", lead: id, at: "2026-09-01", source, ...more },
    ...steps.map((step, i) => ({ id: `${id}-${i}`, at: `2026-09-${10 + i}`, lead: id, ...step })),
  ];
}

/** A request to a connector with the steps that follow it. */
function ask(connector: string, steps: readonly object[] = [], more: object = {}, seeker = "me"): object[] {
  const id = `k${n++}`;
  const legs = [
    { asker: seeker, asked: connector, consent: 0.5 },
    { asker: connector, asked: `b${id}`, consent: 0.4 },
  ];
  return [
    {
      id: `${id}-s`,
      type: "ask.sent",
      at: "2026-09-01",
      ask: { id, connector, target: `b${id}`, legs, cost: 1, price: 1 },
      ...more,
    },
    ...steps.map((step, i) => ({ id: `${id}-${i}`, at: `2026-09-${10 + i}`, ask: id, ...step })),
  ];
}

const times = (count: number, make: () => object[]): object[] => Array.from({ length: count }, make).flat();
const met = { type: "meeting.held" };
const opened = { type: "opportunity.opened" };
const won = { type: "deal.won", value: 5 };
const lost = (reason: string) => ({ type: "deal.lost", reason });
const made = { type: "introduction.made" };

describe("practice that insights answer", () => {
  it("opens every alert with a kind of action that the planner's next gives", () => {
    expectTypeOf<Insights["alerts"][number]["openWith"]>().toExtend<NextAction["kind"]>();
    const { alerts } = told([
      { id: "act", type: "activity.done", at: "2026-08-01", source: "networking", hours: 1 },
      ...times(12, () => lead("clients")),
    ]);
    expect(alerts.map(({ openWith }) => openWith)).toEqual(["soft-ask", "ask-after-success", "ask"]);
  });

  it("0.1 each source has its cost of a lead, a meeting and a win", () => {
    const [row] = told([
      { id: "a", type: "activity.done", at: "2026-08-01", source: "trade-show", hours: 10, cost: 600 },
      ...times(2, () => lead("trade-show", [met, won])),
      ...lead("trade-show", [met]),
      ...lead("trade-show"),
    ]).sources;
    expect(row).toMatchObject({ costPerLead: 150, costPerMeeting: 200, costPerWin: 300, leadsPerHour: 0.4 });
  });

  it("0.2 a referral is expected to close better than a cold lead, and own data take over", () => {
    const meanOf = (source: string, more: object[] = []) =>
      told([...lead(source, [met, opened]), ...more]).forecast.find(({ stage }) => stage === "opportunity")
        ?.mean ?? 0;
    expect(meanOf("clients")).toBeGreaterThan(meanOf("cold-call"));
    expect(
      meanOf(
        "clients",
        times(200, () => lead("clients", [met, opened, lost("price")])),
      ),
    ).toBeLessThan(
      meanOf(
        "cold-call",
        times(200, () => lead("cold-call", [met, opened, won])),
      ),
    );
  });

  it("0.3 the status quo is counted as a reason of its own, by source", () => {
    const { losses, alerts } = told([
      ...times(6, () => lead("clients", [met, lost("no-decision")])),
      ...times(4, () => lead("tender", [met, lost("price")])),
    ]);
    expect(losses[0]).toMatchObject({ reason: "no-decision", count: 6, bySource: { clients: 6 } });
    expect(alerts.find(({ code }) => code === "STATUS_QUO")?.why).toContain("6 of 10");
  });

  it("0.4 one more ask on record is one fewer that is still fair", () => {
    const left = (asks: number) => told(times(asks, () => ask("ann"))).load[0]?.left;
    expect([1, 2, 3].map(left)).toEqual([3, 2, 1]);
  });

  it("0.5 and 0.8 the share of leads that one brings about rises with each active lead", () => {
    const controlOf = (active: number) =>
      told([...times(4, () => lead("clients")), ...times(active, () => lead("networking"))]).control;
    expect(controlOf(0)).toBe(0);
    expect(controlOf(4)).toBe(0.5);
    expect(controlOf(5)).toBeGreaterThan(controlOf(4));
  });

  it("0.6 and 0.7 nobody has fewer than no requests left, and who is spent is named", () => {
    const { load, alerts } = told(times(6, () => ask("ann")));
    expect(load[0]).toMatchObject({ connector: "ann", asks365: 6, left: 0 });
    const spent = alerts.find(({ code }) => code === "CONNECTOR_SPENT");
    expect(spent).toMatchObject({ openWith: "touch", people: ["ann"] });
    expect(spent?.evidence).toHaveLength(1);
  });

  it("2.15 whoever does not know the target, or names somebody else, has refused nothing", () => {
    const no = (more: object) => told(ask("ann", [{ type: "ask.declined", ...more }])).load[0];
    const neither = [{ answer: "not-tied" }, { answer: "ask-someone-else" }, { suggestedPerson: "cho" }];
    for (const more of neither) expect(no(more)).toMatchObject({ answered: 0, agreed: 0 });
    for (const more of [{}, { answer: "no" }, { answer: "not-this-kind" }])
      expect(no(more)).toMatchObject({ answered: 1, agreed: 0 });
  });

  it("0.9 channels beside referrals count in the same measure", () => {
    const { sources } = told(
      ["telemarketing", "inbound-web", "clients", "my-own-channel"].flatMap((one) => lead(one)),
    );
    expect(sources.map(({ source, active }) => [source, active])).toEqual([
      ["clients", false],
      ["inbound-web", true],
      ["my-own-channel", false],
      ["telemarketing", true],
    ]);
  });

  it("0.10 hours in and results out say where the next hour goes", () => {
    const { nextHour } = told([
      { id: "a", type: "activity.done", at: "2026-08-01", source: "networking", hours: 10 },
      { id: "b", type: "activity.done", at: "2026-08-01", source: "cold-call", hours: 40 },
      ...times(20, () => lead("networking", [met, won])),
      ...times(20, () => lead("cold-call")),
    ]);
    expect(nextHour.best).toEqual({ source: "networking", insteadOf: "cold-call" });
    for (const { leadsPerHour, winsPerHour, leadsInterval, winsInterval } of nextHour.yields) {
      expect(leadsInterval[0]).toBeLessThan(leadsPerHour);
      expect(leadsInterval[1]).toBeGreaterThan(leadsPerHour);
      // A share that is itself not known makes the interval of deals the wider one.
      expect(winsInterval[1] / winsPerHour).toBeGreaterThan(leadsInterval[1] / leadsPerHour);
    }
  });

  it("0.11 a source that dries up takes exactly its leads", () => {
    const figures = told([...times(6, () => lead("clients")), ...times(2, () => lead("tender"))]);
    expect(stressTest(figures, "clients")).toMatchObject({ lostLeads: 6, share: 0.75 });
  });

  it("0.12 and tension 4: hanging on one source is an alert and no ban, from ten leads on", () => {
    const alertsOf = (leads: number) =>
      told(times(leads, () => lead("clients"))).alerts.map(({ code }) => code);
    expect(alertsOf(9)).not.toContain("CONCENTRATION");
    expect(alertsOf(10)).toContain("CONCENTRATION");
    const even = new Map(["a", "b", "c", "d"].map((source) => [source, 5]));
    expect(concentration(even, DEFAULT_INSIGHTS_SETTINGS)).toMatchObject({
      effectiveSources: 4,
      alert: false,
    });
  });

  it("0.13 leads that one began are counted apart from those that came", () => {
    const figures = told([
      ...ask("ann", [made]),
      ...lead("networking"),
      { id: "i", type: "introduction.received", at: "2026-09-01", seeker: "me", connector: "ann" },
    ]);
    expect(figures).toMatchObject({ initiated: 2, received: 1 });
  });

  it("0.14 weeks without any prospecting are told, with the acts around them", () => {
    const act = (id: string, at: string) => ({
      id,
      type: "activity.done",
      at,
      source: "networking",
      hours: 1,
    });
    const { cadence, alerts } = told([act("before", "2026-09-14"), act("after", "2026-11-23")]);
    expect(cadence.longestGap).toBe(9);
    expect(alerts.find(({ code }) => code === "LONG_GAP")).toMatchObject({
      openWith: "ask",
      evidence: ["before", "after"],
    });
  });

  it("0.15 one ask goes from the request to the deal under one id, stage by stage", () => {
    const { funnel } = told(ask("ann", [made, met, opened, won]));
    expect(funnel.map(({ stage, reached }) => [stage, reached])).toEqual([
      ["asked", 1],
      ["introduced", 1],
      ["met", 1],
      ["opportunity", 1],
      ["won", 1],
    ]);
  });

  it("2.2 every activity is listed with what it brings", () => {
    const { sources } = told([
      { id: "a", type: "activity.done", at: "2026-08-01", source: "content", hours: 12 },
      ...lead("networking"),
    ]);
    expect(sources.map(({ source, hours, leads }) => [source, hours, leads])).toEqual([
      ["networking", 0, 1],
      ["content", 12, 0],
    ]);
  });

  it("2.15 introductions made for others are weighed against those received", () => {
    const brokered = { type: "introduction.brokered", broker: "me", between: ["ann", "bob"] };
    const { hub } = told([
      { id: "b", at: "2026-08-01", ...brokered },
      { id: "t", type: "thanks.sent", at: "2026-08-20", giver: "ann", receiver: "me" },
      ...times(3, () => ask("cho", [made])),
    ]);
    expect(hub).toMatchObject({ brokered: 1, accepted: 1, share: 0.25 });
    const day = 20_000;
    const once = { broker: "me", between: ["ann", "bob"] as [string, string], day };
    const thanks = [{ giver: "bob", receiver: "me", day: day + 1 }];
    expect(hubOf({ brokered: [once], thanks, received: 3 })).toEqual(hub);
    expect(
      hubOf({ brokered: [once], dealings: [{ between: ["bob", "ann"], day: day - 1 }], received: 0 }),
    ).toMatchObject({ brokered: 1, accepted: 0, share: 1 });
  });

  it("3.3 requests with a playbook are told apart from those without", () => {
    const [row] = told([
      ...ask("ann", [made, met], { playbook: "Client ask" }),
      ...ask("bob", [], { playbook: "Client ask" }),
      ...ask("cho"),
    ]).adoption;
    expect(row).toMatchObject({ asks: 3, withPlaybook: 2, conversionWith: 0.5, conversionWithout: 0 });
    expect(row?.intervalWith?.[0]).toBeGreaterThan(0);
    expect(row?.intervalWithout).toMatchObject([0, expect.closeTo(0.73, 2)]);
  });

  it("3.5 the net is as wide as who is one introduction away, with how many further ways", () => {
    const network = new Network();
    for (const id of ["me", "ann", "cho", "bob", "dan"]) network.addPerson({ id, name: id });
    for (const [from, to] of [
      ["me", "ann"],
      ["me", "cho"],
      ["ann", "bob"],
      ["cho", "bob"],
      ["cho", "dan"],
    ] as const)
      network.addTie({ from, to, evidence: { closeness: 0.5 } });
    const { reached, rows } = warmPaths(network, { seeker: "me", now: NOW });
    expect(reached).toBe(2);
    expect(rows.find(({ person }) => person === "bob")?.others).toBe(1);
  });

  it("3.26 each member's asking and following through are told", () => {
    const { adoption } = told([
      ...ask("ann", [made, met, { type: "thanks.sent" }]),
      ...ask("ann", [made], {}, "eve"),
      { id: "q", type: "ask.sent", at: "2026-09-01", kind: "soft", seeker: "eve", connector: "cho" },
    ]);
    expect(
      adoption.map(({ member, asks, specificity, followedThrough, thanked }) => [
        member,
        asks,
        specificity,
        followedThrough,
        thanked,
      ]),
    ).toEqual([
      ["eve", 2, 0.5, 0, 0],
      ["me", 1, 1, 1, 1],
    ]);
  });

  it("4.3 and tension 5: .6 and .1 are priors of the last step alone, shown with what own data say", () => {
    const { stageRates } = told([
      ...lead("clients", [met, opened]),
      ...lead("cold-call", [met, opened, lost("price")]),
    ]);
    const last = stageRates.filter(({ stage }) => stage === "opportunity");
    expect(last.map(({ source, prior, wentOn, of }) => [source, prior, wentOn, of])).toEqual([
      ["clients", 0.6, 0, 0],
      ["cold-call", 0.1, 0, 1],
    ]);
    const whole = stageRates
      .filter(({ source }) => source === "clients")
      .reduce((product, { prior }) => product * prior, 1);
    expect(whole).toBeCloseTo(0.15, 9);
    for (const { rate, interval } of stageRates) expect(interval[0] < rate && rate < interval[1]).toBe(true);
    expect(
      told(lead("clients", [met, opened]), { settings: { referralClose: 0.147 } }).stageRates[2]?.prior,
    ).toBe(0.147);
  });

  it("4.5 what is neither asked nor planned counts nothing in a forecast", () => {
    expect(told([]).forecast).toEqual([]);
    const planned = [{ probability: 0.2 }];
    expect(told([], { planned }).forecast.map(({ stage }) => stage)).toEqual(["planned"]);
  });

  it("a forecast is the sum of plain chances, and an older open lead counts less than a fresh one", () => {
    const meanOn = (now: string) => {
      const journal = new Journal();
      journal.appendAll(lead("clients", [met]) as EventInput[]);
      return insights(journal, { now }).forecast[0]?.mean ?? 0;
    };
    const days = ["2026-09-10", "2026-10-10", "2026-12-10", "2027-12-10"].map(meanOn);
    expect([...days].sort((a, b) => b - a)).toEqual(days);
    const chance = 0.5 * 0.6;
    const within = 1 - 2 ** (-90 / 90);
    // Of the steps still to come nothing is on record, so both rates stand at their priors.
    expect(days[0]).toBeCloseTo(chance * within, 9);
  });
});

describe("how buyers are brought", () => {
  it("introductions are counted by kind in order of effect, those nobody asked for apart (4.1, 4.6)", () => {
    const how = (kind: string) => ({ ...made, how: kind });
    const { introductions } = told([
      ...ask("ann", [{ type: "ask.agreed", answer: "use-my-name" }]),
      ...ask("ann", [how("forwarded"), met]),
      ...ask("ann", [how("forwarded")]),
      ...ask("cho", [made, met, opened, won]),
      ...ask("cho", [how("recommended"), met]),
      ...ask("dan"),
      {
        id: "u",
        type: "introduction.received",
        at: "2026-09-01",
        seeker: "me",
        connector: "eve",
        target: "z",
      },
      ...lead("trade-show", [met]),
    ]);
    expect(introductions.map(({ kind, made, met, won, rate }) => [kind, made, met, won, rate])).toEqual([
      ["name-lent", 1, 0, 0, 0],
      ["forwarded", 2, 1, 0, 0.5],
      ["introduced", 1, 1, 1, 1],
      ["recommended", 1, 1, 0, 1],
      ["unasked", 1, 0, 0, 0],
    ]);
  });

  it("answers and load are told by channel, from the record alone (3.19)", () => {
    const by = (channel: string) => ({ channel });
    const { channels } = told([
      ...ask("ann", [{ type: "ask.agreed" }], by("email")),
      ...ask("cho", [], by("email")),
      ...ask("dan", [{ type: "ask.declined" }], by("linkedin-message")),
      ...ask("eve"),
      {
        id: "q",
        type: "ask.sent",
        kind: "soft",
        seeker: "me",
        connector: "ann",
        at: "2026-11-20",
        channel: "email",
      },
    ]);
    expect(channels).toMatchObject([
      { channel: "email", asks: 3, answered: 1, agreed: 1, asks30: 1, medianDays: 9 },
      { channel: "linkedin-message", asks: 1, answered: 1, agreed: 0, asks30: 0, medianDays: 9 },
    ]);
    expect(channels[0]?.rate).toBeCloseTo(1 / 3, 9);
    expect(told(ask("ann")).channels).toEqual([]);
  });
});
