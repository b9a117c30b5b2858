import { expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner } from "../../src/planner.js";
import { unasked } from "../../src/planning/index.js";

/** What another owner's records tell over ties that are not shared moves no number of a seeker's: each was wrong once. */
const now = "2026-11-22";
const named = (id: string, more: object = {}) => ({ id, name: `N ${id}`, ...more });

it("a tag over a private tie changes neither who may be asked nor a plan", () => {
  const outputs = [false, true].map((withOlga) => {
    const network = new Network();
    const sold = { code: "source:clients", evidence: "won deal", at: "2026-11-18", owner: "sam" };
    network.import({
      people: [named("sam"), named("ann", { tags: [sold] }), named("bob"), named("olga")],
      ties: [
        { from: "sam", to: "ann", evidence: { closeness: 0.5 } },
        { from: "ann", to: "bob", evidence: { closeness: 0.5 } },
      ],
    });
    if (withOlga) {
      const low = { code: "satisfaction:low", evidence: "NPS 1 of 10", owner: "olga" };
      network.import({
        visibility: "private",
        people: [named("olga"), named("ann", { tags: [low] })],
        ties: [{ from: "olga", to: "ann", evidence: {} }],
      });
    }
    const planner = new IntroductionPlanner({ network });
    return [
      unasked(network, planner.journal, { seeker: "sam" }),
      planner.plan({ seeker: "sam", target: "bob", now }),
    ];
  });
  expect(outputs[1]).toEqual(outputs[0]);
});

it("a masked tie of two others prices no favor between them", () => {
  const outputs = [false, true].map((withOlga) => {
    const network = new Network();
    network.import({
      people: [
        named("sam"),
        named("ann", { company: "Acme" }),
        named("bob", { company: "Acme" }),
        named("ben"),
        named("olga"),
      ],
      ties: [
        { from: "sam", to: "ann", evidence: { closeness: 0.8 } },
        { from: "bob", to: "ben", evidence: {} },
      ],
    });
    if (withOlga) {
      const ties = [{ from: "ann", to: "bob", evidence: { closeness: 0.9 } }];
      network.import({ owner: "olga", visibility: "masked", people: [], ties });
    }
    const planner = new IntroductionPlanner({ network });
    for (let n = 0; n < 6; n++) {
      const favor = { giver: "bob", receiver: "ann", kind: "advice", size: 3 };
      planner.record({ id: `f${n}`, type: "favor.given", at: `2026-10-0${n + 1}`, ...favor });
    }
    return planner.plan({ seeker: "sam", target: "bob", now });
  });
  expect(outputs[1]).toEqual(outputs[0]);
  expect(outputs[0]?.paths[0]?.legs.at(-1)?.inferred).toBe(true);
});
