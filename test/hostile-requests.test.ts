import { describe, expect, it } from "vitest";
import type { IntroductionPlanner } from "../src/index.js";
import { readLinkedInConnections } from "../src/ingest/index.js";
import { insights, networkReadings, stressTest } from "../src/insights/index.js";
import * as report from "../src/report/index.js";
import { goodThings } from "./support/garbage.js";
import { HOSTILE } from "./support/spoilt/hostile.js";
import { partAt, placesOf, withPart } from "./support/spoilt/places.js";

const NOW = "2026-06-15";

/** What the language itself fails on, and values of another form; `long/spoilt-calls` tries the others too. */
const TRIED = HOSTILE.filter(({ name }) =>
  /^(a revoked|a proxy with|a list of null|null|minus zero|an object of)/.test(name),
);

const { csv, planner } = goodThings() as { csv: string; planner: IntroductionPlanner };
const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
const actions = planner.next({ seeker: "me", now: NOW, limit: 5 });
const told = insights(planner.journal, { now: NOW });
const view = report.describePlan(plan, planner);
const on = (method: string) => (given: unknown) =>
  (planner as unknown as Record<string, (given: unknown) => unknown>)[method]?.(given);
const seen = { seeker: "me", now: NOW };

/** Functions with an argument that each takes. */
const CALLS: readonly (readonly [name: string, call: (given: never) => unknown, good: object])[] = [
  ["plan", on("plan"), { ...seen, target: { name: "A", company: "B" }, exclude: ["cy"], value: 1 }],
  ["account", on("account"), { ...seen, company: "Acme", roles: ["CEO"] }],
  [
    "next",
    on("next"),
    {
      ...seen,
      goals: { weekly: 3 },
      profile: { titles: ["CEO"], size: [1, 5] },
      changes: [{ person: "ann", to: "b", seenBetween: ["2026-01-01", "2026-05-01"] }],
    },
  ],
  ["prospects", on("prospects"), { ...seen, profile: { titles: ["CEO"] }, limit: 3 }],
  ["reach", on("reach"), { ...seen, targets: ["bob", { name: "A B", company: "C" }] }],
  ["campaign", on("campaign"), { ...seen, targets: [{ target: "bob", value: 3 }] }],
  ["team", on("team"), { seekers: ["me"], targets: [{ target: "bob", value: 3 }], now: NOW }],
  ["tieToMake", on("tieToMake"), { ...seen, targets: ["bob"] }],
  ["reviews", on("reviews"), { ...seen, sought: ["A"], decisions: [{ a: "ann", b: "bob", same: false }] }],
  ["giveFirst", on("giveFirst"), { ...seen, targets: ["bob"] }],
  ["pairs", on("pairs"), { ...seen, among: ["ann", "cy"], event: "Fair" }],
  ["ladder", on("ladder"), seen],
  ["standing", on("standing"), { ...seen, counterpart: "ann" }],
  [
    "insights",
    (given) => insights(planner.journal, given),
    { now: NOW, team: ["me"], planned: [{ probability: 1 }] },
  ],
  [
    "networkReadings",
    (given) => networkReadings(planner.network, given),
    { ...seen, journal: planner.journal },
  ],
  ["stressTest", (given) => stressTest(given, "fair"), told],
  [
    "readLinkedInConnections",
    (given) => readLinkedInConnections(csv, given),
    { owner: { id: "me", name: "M" } },
  ],
  ["describePlan", (given) => report.describePlan(given, planner), plan],
  ["describeActions", (given) => report.describeActions(given, planner), actions],
  ["describeInsights", (given) => report.describeInsights(given, planner), told],
  ["planPage", report.planPage, view],
  ["planText", report.planText, view],
  ["planMarkdown", report.planMarkdown, view],
  ["planMermaid", report.planMermaid, view],
  ["asksToCsv", report.asksToCsv, view],
  ["weekPage", report.weekPage, report.describeActions(actions, planner)],
  ["insightsPage", report.insightsPage, report.describeInsights(told, planner)],
  ["calendarOf", report.calendarOf, actions],
];

describe("whatever stands in one part of an argument", () => {
  it.each(CALLS)("%s works or refuses with a code of its own", (_, call, good) => {
    const faults: string[] = [];
    call(good as never);
    for (const place of placesOf(good)) {
      for (const { name, put } of TRIED) {
        const part = put(partAt(good, place));
        if (part === undefined) continue;
        try {
          call(withPart(good, place, part) as never);
        } catch (error) {
          if ((error as Error).name !== "WarmpathError")
            faults.push(`${name} at ${place.join(".")}: ${error}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
