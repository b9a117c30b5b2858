import { expect, test } from "vitest";
import {
  askReadiness,
  beatsDirect,
  brokerablePairs,
  chanceThrough,
  diversePaths,
  expectedTrustLoss,
  isReady,
  legKey,
  legsOf,
  planAsks,
  planAsksForAny,
  plannedAskFor,
  planRoutes,
  rankGifts,
  readinessKey,
  scheduleAsks,
  tieAsk,
  unasked,
  valueOfDeal,
  whatWouldFlip,
  willingAsk,
  withConsents,
} from "../../src/planning/index.js";
import { leg, path } from "../support/planning-paths.js";

const paths = [
  path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
  path(leg("me", "cai", 0.5), leg("cai", "bob", 0.4)),
];
const input = { paths, target: "bob", day: "2026-03-02" };
const { asks, method } = planAsks(input);
const view = { person: () => undefined, eachNeighbor: () => [], forEachEvidence: () => undefined };
const network = { seenBy: () => view, canonical: (id: string) => id, forEachTie: () => undefined };

/** Each public function with good arguments, their names, and the places in them that it looks at. */
const DOORS: readonly (readonly [
  (...args: never[]) => unknown,
  Readonly<Record<string, unknown>>,
  ...string[],
])[] = [
  [askReadiness, { input: { target: "bob", day: "2026-03-02", gate: "open" } }, "input"],
  [
    isReady,
    { readiness: { gate: "open", unmet: ["cooldown"] }, day: "2026-03-02" },
    ...["readiness", "readiness.gate", "readiness.unmet", "readiness.unmet[0]", "day"],
  ],
  [scheduleAsks, { asks, options: { from: "2026-03-02" } }, "asks", "asks[1]", "options"],
  [
    chanceThrough,
    { input, isAsked: () => true },
    ...[
      "input",
      "input.paths",
      "input.paths[1]",
      "input.paths[0].people",
      "input.paths[0].people[1]",
      "isAsked",
    ],
  ],
  [legKey, { leg: { asker: "me", asked: "ann" } }, "leg", "leg.asker", "leg.asked"],
  [
    legsOf,
    { paths },
    "paths",
    "paths[1]",
    "paths[0].legs",
    "paths[0].legs[1].asker",
    "paths[0].legs[1].asked",
  ],
  [
    withConsents,
    { paths, consentOf: () => 0.5 },
    ...["paths", "paths[1]", "paths[0].people", "paths[0].people[1]", "paths[0].legs", "paths[0].legs[1]"],
    ...["paths[1].probability", "consentOf"],
  ],
  [
    beatsDirect,
    { ask: { probability: 0.5, cost: 1 }, direct: 0.1, value: 5 },
    ...["ask", "ask.probability", "ask.cost", "direct", "value"],
  ],
  [
    diversePaths,
    { paths, options: { k: 1 } },
    ...["paths", "paths[1]", "paths[0].people", "paths[0].people[1]", "paths[0].legs", "paths[0].legs[1]"],
    ...["paths[1].probability", "options"],
  ],
  [planAsks, { input }, "input"],
  [planAsksForAny, { inputs: [input] }, "inputs", "inputs[0]"],
  [
    planRoutes,
    { paths, costs: {} },
    ...["paths", "paths[1]", "paths[0].people", "paths[0].people[1]", "paths[0].legs", "paths[0].legs[1]"],
    ...[
      "paths[0].legs[1].asker",
      "paths[0].legs[1].asked",
      "paths[0].legs[1].consent",
      "paths[1].probability",
      "costs",
    ],
  ],
  [tieAsk, { asker: "ann" }, "asker"],
  [willingAsk, { asker: "ann" }, "asker"],
  [plannedAskFor, { input, seeker: "me", connector: "ann" }, "input", "seeker", "connector"],
  [readinessKey, { seeker: "me", connector: "ann" }, "seeker", "connector"],
  [
    rankGifts,
    {
      input: {
        seeker: "me",
        day: "2026-03-02",
        gifts: [{ kind: "lunch", receivers: ["ann"], size: 1 }],
        plans: [input],
      },
    },
    ...["input", "input.gifts", "input.gifts[0]", "input.plans", "input.plans[0]"],
  ],
  [
    brokerablePairs,
    { input: { contacts: ["ann", "cai"], tied: () => false, fit: () => 1, most: 1, leastFit: 0 } },
    ...[
      "input",
      "input.contacts",
      "input.contacts[0]",
      "input.tied",
      "input.fit",
      "input.most",
      "input.leastFit",
    ],
  ],
  [
    expectedTrustLoss,
    { ask: { strength: 0.5, consent: 0.5, recentAsks: 1 }, settings: { refused: 0.1, recentAsk: 0.1 } },
    ...[
      "ask",
      "ask.strength",
      "ask.consent",
      "ask.recentAsks",
      "settings",
      "settings.refused",
      "settings.recentAsk",
    ],
  ],
  [
    unasked,
    { network, journal: { events: () => [] }, options: { notNow: [] } },
    ...["network", "network.seenBy", "network.canonical", "network.forEachTie", "journal", "journal.events"],
    "options.notNow",
  ],
  [valueOfDeal, { deal: { amount: 1, closeRate: 1, favorPointWorth: 1 } }, "deal"],
  [
    whatWouldFlip,
    { input, plan: { asks, method } },
    ...["input", "plan", "plan.asks", "plan.asks[1]", "plan.asks[0].connector", "plan.method"],
  ],
];

const named = DOORS.map(([door, args, ...places]) => ({ name: door.name, door, args, places }));

test.each(named)("$name tells which of its arguments is of another form", ({ door, args, places }) => {
  const call = door as (...given: unknown[]) => unknown;
  for (const place of places) {
    const [first, ...keys] = place.split(/[.[\]]+/).filter(Boolean) as [string, ...string[]];
    const given = Object.entries(args).map(([key, value]) => (key === first ? changed(value, keys) : value));
    expect(() => call(...given), place).toThrowError(
      expect.objectContaining({ code: "INVALID_ARGUMENT", details: { what: place } }),
    );
  }
  expect(() => call(...Object.values(args))).not.toThrow();
});

/** The same with a value of another type at a place within it. */
function changed(value: unknown, [key, ...keys]: readonly string[]): unknown {
  if (key === undefined) return typeof value === "number" ? "7" : 7;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = changed(copy[key], keys);
  return copy;
}
