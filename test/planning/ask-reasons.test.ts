import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { reasonsOf, type TieEvidence } from "../../src/people/index.js";
import { planAsks } from "../../src/planning/index.js";
import { levelAsks } from "../../src/planning/level-asks.js";
import { whyAsk } from "../../src/planning/plan-words.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const NOW = "2026-11-22";
const TITLES = [
  "Intern",
  "Purchasing Manager | Speaker",
  "COO",
  "CEO",
  "VP Sales",
  "Engineer",
  "Executive Assistant to the VP Operations",
  "Director of Logistics",
];

/** A seeker with one contact at Acme for each position; what is known of a tie by its place. */
function acme(evidence: Readonly<Record<number, TieEvidence>> = {}): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  TITLES.forEach((title, i) => {
    network.addPerson({ id: `c${i}`, name: `Name ${i}`, company: "Acme", title });
    network.addTie({ from: "me", to: `c${i}`, evidence: evidence[i] ?? { connectedOn: "2021-03-03" } });
  });
  return new IntroductionPlanner({ network });
}

const buyer = { name: "Bob Smith", company: "Acme", title: "VP Operations" };
const whys = (planner: IntroductionPlanner, target: object = buyer): Readonly<Record<string, string>> => {
  const { asks } = planner.plan({ seeker: "me", target: target as never, now: NOW, headcount: 500, k: 10 });
  return Object.fromEntries(asks.map(({ connector, why }) => [connector, why]));
};

describe("why somebody is asked", () => {
  it("says what they are to the buyer and to the seeker, and numbers after it", () => {
    const why = whys(
      acme({
        7: {
          interactions: [
            { at: "2026-05-03", direction: "out", kind: "message" },
            { at: "2026-05-04", direction: "in", kind: "message" },
          ],
        },
        1: { vouches: [{ kind: "recommendation", direction: "in", at: "2022-03-03" }] },
        5: { interactions: [{ at: "2026-05-03", direction: "out", kind: "message" }] },
        4: { interactions: [{ at: "2026-05-03", direction: "in", kind: "message", automatic: true }] },
      }),
    );
    expect(why["c7"]).toMatch(
      /^Director of Logistics, the buyer's field; you last wrote to each other in May 2026\. (?:First|Then): [\d.]+% chance for /,
    );
    expect(why["c1"]).toMatch(/^Purchasing Manager, the buyer's field; they recommended you in 2022\. /);
    expect(why["c6"]).toMatch(/^Executive Assistant to the VP Operations, next to the buyer/);
    expect(why["c3"]).toMatch(/^CEO, who runs the firm/);
    expect(why["c5"]).toMatch(
      /^Engineer, another field than the buyer's; you wrote once without an answer\. /,
    );
    expect(why["c4"]).toMatch(/^VP Sales, senior there; nothing tells how well you know them\. /);
    for (const one of Object.values(why))
      expect(one).toMatch(/\. \S.*% chance for .* favors for each success/);
  });

  it("of those without a buyer's position: seniors first, then who deals with customers, and the plan asks for it", () => {
    const planner = acme();
    const request = {
      seeker: "me",
      target: { name: "Bob Smith", company: "Acme" },
      now: NOW,
      headcount: 500,
      k: 10,
    };
    const plan = planner.plan(request);
    expect(plan.asks[0]?.connector).toBe("c4");
    expect(plan.asks.slice(1, 3).map(({ connector }) => connector)).toEqual(["c2", "c3"]);
    expect(plan.issues.map(({ code }) => code)).toContain("TITLE_UNKNOWN");
    const question = planner.worthAsking(request).find(({ about }) => about === "title");
    expect(question).toMatchObject({ asker: "me", asked: plan.target.id });
    expect(question?.worth).toBeGreaterThan(0);
    const told = { ...request, target: buyer };
    expect(planner.plan(told).issues.map(({ code }) => code)).not.toContain("TITLE_UNKNOWN");
    expect(planner.worthAsking(told).map(({ about }) => about)).not.toContain("title");
  });

  it("tells of no position that the seeker may not hear", () => {
    const planner = acme();
    planner.network.import({
      people: [{ id: "c5", title: "Secret Keeper" }],
      ties: [],
      owner: "eve",
      visibility: "private",
    });
    expect(JSON.stringify(whys(planner))).not.toContain("Secret");
  });

  it("tells what only the next one lacks, of any two ways", () => {
    fc.assert(
      fc.property(pathCases(), (paths) => {
        for (const { legs } of paths)
          for (const { leg: place } of reasonsOf(legs, () => undefined))
            expect(place).toBeLessThan(legs.length);
      }),
    );
    const [one, other] = ["2026-05-04", "2026-06-04"].map((at) => ({
      ...leg("me", "ann", 0.5),
      evidence: {
        connectedOn: "2020-01-01",
        closeness: 0.9,
        interactions: [{ at, direction: "both" as const, kind: "meeting" as const }],
      },
    }));
    const { asks } = planAsks({
      paths: [path(one as never, leg("ann", "bob", 0.5))],
      target: "bob",
      day: NOW,
    });
    const next = { ...(asks[0] as never as { legs: never[] }), legs: [other, leg("ann", "bob", 0.5)] };
    expect(whyAsk(asks[0] as never, { index: 0, next: next as never })).toMatch(
      /^You met in May 2026\. First: /,
    );
    expect(whyAsk(asks[0] as never)).toMatch(/^You know them well; you met in May 2026\. 25% chance/);
  });

  it("says who wrote: both, they alone, or the seeker alone where they were heard of otherwise", () => {
    const sides = fc.array(fc.constantFrom("in" as const, "out" as const, "both" as const), { minLength: 1 });
    fc.assert(
      fc.property(sides, (list) => {
        const interactions: TieEvidence["interactions"] = [
          { at: "2026-01-01", direction: "in", kind: "like" },
          ...list.map((direction) => ({ at: "2026-05-04", direction, kind: "message" as const })),
        ];
        const told = reasonsOf([{ ...leg("me", "ann", 0.5), evidence: { interactions } }], () => undefined);
        const [isIn, isOut] = ["in", "out"].map((side) => list.some((one) => one === side || one === "both"));
        const code = isIn && isOut ? "message" : isIn ? "message.in" : "message.out";
        expect(told.filter(({ at }) => at === "2026-05-04").map((one) => one.code)).toEqual([code]);
      }),
    );
    const words = (direction: "in" | "out"): string =>
      whys(
        acme({
          7: {
            interactions: [
              { at: "2026-01-01", direction: "in", kind: "like" },
              { at: "2026-05-04", direction, kind: "message" },
            ],
          },
        }),
      )["c7"] ?? "";
    expect(words("in")).toContain("; they wrote to you in May 2026. ");
    expect(words("out")).toContain("; you wrote to them in May 2026. ");
  });

  it("says once for the plan who is level", () => {
    const level = acme({ 7: { closeness: 0.5 }, 1: { closeness: 0.5 } });
    const plan = level.plan({ seeker: "me", target: buyer, now: NOW, headcount: 500, k: 10 });
    const said = plan.issues.filter(({ code }) => code === "ASKS_LEVEL");
    expect(said.map(({ message }) => message)).toEqual([
      "The first 2 asks are level: nothing on record sets them apart by much. Begin with whom you like best.",
    ]);
    expect(levelAsks(plan.asks, 0.05).map(({ connector }) => connector)).toEqual(["c7", "c1"]);
    const ask = (price: number, probability: number) => ({ price, probability });
    expect(levelAsks([ask(1, 0.5), ask(1.2, 0.5)], 0.05)).toEqual([]);
    expect(levelAsks([ask(1, 0.5), ask(1, 0.4)], 0.05)).toEqual([]);
    expect(levelAsks([ask(0, 0), ask(0, 0)], 0.05)).toHaveLength(2);
    expect(levelAsks([], 0.05)).toEqual([]);
    expect(levelAsks([ask(1, 0.5), ask(1.2, 0.5)], 0.25)).toHaveLength(2);
  });
});

describe("which tie to warm", () => {
  it("is a seeker's own, or that of a connector who can be asked for it, and says which", () => {
    const network = new Network();
    for (const id of ["me", "ann", "cai", "bob"]) network.addPerson({ id, name: id });
    const met = (at: string): TieEvidence => ({ interactions: [{ at, direction: "both", kind: "meeting" }] });
    network.addTie({ from: "me", to: "ann", evidence: { ...met("2026-11-21"), closeness: 1 } });
    network.addTie({ from: "ann", to: "cai", evidence: { ...met("2026-11-21"), closeness: 1 } });
    network.addTie({ from: "cai", to: "bob", evidence: { connectedOn: "2015-01-01" } });
    const planner = new IntroductionPlanner({ network });
    const request = { seeker: "me", target: "bob", now: NOW };
    // Of the three ties the last one has most to gain; nobody whom the seeker asks is an end of it.
    const own = planner.tieToWarm(request);
    expect(own?.asker).not.toBe("cai");
    network.addTie({ from: "ann", to: "bob", evidence: { connectedOn: "2015-01-01" } });
    const step = planner.tieToWarm(request);
    expect(step).toMatchObject({ asker: "ann", asked: "bob", whose: "connector" });
    expect(step?.why).toMatch(
      /^Ask your connector to (?:write to|call|meet) the buyer first: that would lift their yes from \d+% to \d+%, and the chance of the plan from /,
    );
    const seeker = planner.tieToWarm({ ...request, target: "ann" });
    expect(seeker === undefined || seeker.whose === "seeker").toBe(true);
  });
});
