import { expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
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

it("people whom others know over masked ties, or name without any, are no colleagues that a seeker's plan counts", () => {
  const crew = [1, 2, 3, 4, 5].map((n) => `x${n}`);
  const outputs = ["none", "masked", "private", "named"].map((how) => {
    const network = new Network();
    network.import({
      people: [named("sam"), named("ann", { company: "Acme" }), named("olga")],
      ties: ["ann", "olga"].map((to) => ({ from: "sam", to, evidence: { closeness: 0.5 } })),
    });
    const tags =
      how === "named" ? { tags: [{ code: "named", evidence: "x", private: true, owner: "olga" }] } : {};
    if (how !== "none") {
      network.import({
        visibility: how === "masked" ? "masked" : "private",
        people: [named("olga"), ...crew.map((id) => named(id, { company: "Acme", ...tags }))],
        ties: how === "named" ? [] : crew.map((to) => ({ from: "olga", to, evidence: {} })),
      });
    }
    const planner = new IntroductionPlanner({ network });
    const target = { name: "Bob Zed", company: "Acme" };
    return [
      planner.plan({ seeker: "sam", target, now }),
      planner.reach({ seeker: "sam", targets: [target], now }),
    ];
  });
  for (const output of outputs.slice(1)) expect(output).toEqual(outputs[0]);
});

it("people of whom a seeker's own records told stay their colleagues to count after another's private import", () => {
  const crew = [1, 2, 3, 4, 5].map((n) => `x${n}`);
  const outputs = [false, true].map((withOlga) => {
    const network = new Network();
    const tags = [{ code: "lead", evidence: "a list", owner: "sam" }];
    network.import({
      people: [
        named("sam"),
        named("ann", { company: "Acme" }),
        ...crew.map((id) => named(id, { company: "Acme", tags })),
      ],
      ties: [{ from: "sam", to: "ann", evidence: { closeness: 0.5 } }],
    });
    if (withOlga) {
      network.import({
        visibility: "private",
        people: [named("olga"), ...crew.map((id) => named(id))],
        ties: crew.map((to) => ({ from: "olga", to, evidence: {} })),
      });
    }
    return new IntroductionPlanner({ network }).plan({
      seeker: "sam",
      target: { name: "Bob Zed", company: "Acme" },
      now,
    });
  });
  expect(outputs[1]).toEqual(outputs[0]);
});

it("who helped a colleague over a tie that is not shared is named in nothing that others hear, at whatever stage", () => {
  const steps = ["ask.agreed", "introduction.made", "target.agreed", "meeting.held", "deal.won"] as const;
  for (const visibility of ["private", "masked"] as const) {
    const network = new Network();
    const close = { evidence: { closeness: 0.9 } };
    network.import({
      owner: "sam",
      people: [named("sam"), named("ann"), named("bob", { company: "Acme" })],
      ties: [
        { from: "sam", to: "ann", ...close },
        { from: "ann", to: "bob", owner: "sam", ...close },
      ],
    });
    const hers = [
      { from: "olga", to: "quinn", ...close },
      { from: "quinn", to: "bob", owner: "olga", ...close },
    ];
    network.import({ owner: "olga", visibility, people: [named("olga"), named("quinn")], ties: hers });
    const planner = new IntroductionPlanner({ network });
    const [ask] = planner.plan({ seeker: "olga", target: "bob", now: "2026-11-02" }).asks;
    expect(ask?.connector).toBe("quinn");
    planner.record({ id: "s", type: "ask.sent", at: "2026-11-02", ask });
    const heardBy = (seeker: string) =>
      JSON.stringify([
        planner.plan({ seeker, target: "bob", now }),
        planner.account({ seeker, company: "Acme", now }),
        planner.reach({ seeker, targets: ["bob"], now }),
        planner.campaign({ seeker, targets: [{ target: "bob", value: 9 }], now }),
        planner.next({ seeker, now }),
      ]);
    expect(heardBy("sam")).not.toContain("quinn");
    for (const [day, type] of steps.entries()) {
      const head = { id: type, at: `2026-11-1${day}`, ask: ask?.id ?? "" };
      planner.record(type === "deal.won" ? { ...head, type, value: 5 } : { ...head, type });
      expect(heardBy("sam"), type).not.toContain("quinn");
    }
    expect(heardBy("sam")).toContain('"reached"');
    expect(planner.plan({ seeker: "olga", target: "bob", now }).refusal?.thank).toEqual(["quinn"]);
  }
});
