import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import type { TieEvidence } from "../../src/people/index.js";
import { describePlan } from "../../src/report/index.js";

const NOW = "2026-11-22";
const met = (at: string): TieEvidence => ({ interactions: [{ at, direction: "both", kind: "meeting" }] });
const BUYER = { id: "bob", name: "Bob Smith", company: "Acme", title: "VP Operations" };
const CONTACT = { id: "ben", name: "Ben Axe", company: "Northwind", title: "Account Executive" };
/** Who is on the way behind the contact, the last of whom may know the buyer. */
const BEHIND = [
  { id: "carl", name: "Carl Coo", company: "Acme", title: "COO" },
  { id: "dora", name: "Dora Day" },
];

/** A seeker who knows the first of some people well; each knows the next, and the last the buyer if it was seen. */
function chain(people: readonly { readonly id: string; readonly name: string }[], isSeen: boolean) {
  const network = new Network();
  for (const person of [{ id: "me", name: "Ada Park", company: "Northwind" }, BUYER, ...people])
    network.addPerson(person);
  network.addTie({ from: "me", to: people[0]!.id, evidence: { closeness: 0.9 } });
  people.slice(1).forEach(({ id }, i) => {
    network.addTie({ from: people[i]!.id, to: id, evidence: met("2026-10-05") });
  });
  if (isSeen) network.addTie({ from: people.at(-1)!.id, to: "bob", evidence: met("2026-11-10") });
  const planner = new IntroductionPlanner({ network });
  const plan = planner.plan({ seeker: "me", target: "bob", now: NOW, headcount: 500, maxHops: 4 });
  return { planner, plan, ask: plan.asks.find(({ connector }) => connector === people[0]!.id) };
}

/** What `next` says of asking for a buyer who was sought before, in each language. */
function nextWhys(planner: IntroductionPlanner): readonly (string | undefined)[] {
  planner.network.addPerson({ id: "old", name: "Olga Old" });
  const leg = { consent: 0.5, inferred: false };
  const legs = [
    { ...leg, asker: "me", asked: "old" },
    { ...leg, asker: "old", asked: "bob" },
  ];
  const ask = { id: "a1", connector: "old", target: "bob", legs, cost: 1, price: 1 };
  planner.record({ id: "s", type: "ask.sent", at: "2025-01-07", ask });
  planner.record({ id: "d", type: "ask.declined", at: "2025-01-08", ask: "a1" });
  return [undefined, GERMAN, SPANISH].map(
    (locale) =>
      planner
        .next({ seeker: "me", now: NOW, headcount: 500, ...(locale && { locale }) })
        .find(({ kind, person }) => kind === "ask" && person === "ben")?.why,
  );
}

describe("the reasons of an ask over somebody else", () => {
  it("tell a position behind the one asked as somebody else's, in plans, in what to do next and on the page", () => {
    const { planner, plan, ask } = chain([CONTACT, BEHIND[0]!], false);
    expect(ask?.why).toMatch(/^You know them well; they know somebody who is COO, the buyer's field\. /);
    expect(describePlan(plan, planner).cards).toMatchObject([
      { because: expect.arrayContaining(["Carl Coo is COO at Bob Smith's company: the same field."]) },
    ]);
    const [english, german, spanish] = nextWhys(planner);
    expect(english).toMatch(/^You know them well; they know somebody who is COO, the buyer's field\. /);
    expect(german).toContain("Carl Coo ist COO in der Firma von Bob Smith");
    expect(spanish).toContain("Carl Coo es COO en la empresa de Bob Smith");
  });

  it("tell who was seen with the buyer as somebody else, in plans, in what to do next and on the page", () => {
    const { planner, plan, ask } = chain([CONTACT, BEHIND[1]!], true);
    const words =
      /^You know them well; they know somebody who knows the buyer, last in touch in November 2026\. /;
    expect(ask?.why).toMatch(words);
    expect(describePlan(plan, planner).cards[0]?.because).toContain(
      "Dora Day and Bob Smith were last in touch on 10 November 2026.",
    );
    const [english, german, spanish] = nextWhys(planner);
    expect(english).toMatch(words);
    expect(german).toContain("Dora Day und Bob Smith hatten zuletzt");
    expect(spanish).toContain("entre Dora Day y Bob Smith");
  });

  it("claim of no longer way that the one asked knows its last", () => {
    const { ask } = chain([CONTACT, BEHIND[1]!, BEHIND[0]!], true);
    expect(ask?.legs).toHaveLength(4);
    expect(ask?.why).toMatch(/^You know them well; they can reach somebody who knows the buyer, /);
  });

  it("set the one asked apart from whoever knows the buyer themselves", () => {
    const { planner } = chain([CONTACT, BEHIND[1]!], true);
    planner.network.addPerson({ id: "eve", name: "Eve Ely" });
    planner.network.addTie({ from: "me", to: "eve", evidence: { closeness: 0.9 } });
    planner.network.addTie({ from: "eve", to: "bob", evidence: met("2026-11-10") });
    const { asks } = planner.plan({ seeker: "me", target: "bob", now: NOW });
    const whys = Object.fromEntries(asks.map(({ connector, why }) => [connector, why]));
    expect(whys["eve"]).toMatch(/^They know the buyer, /);
    expect(whys["ben"]).toMatch(/they know somebody who knows the buyer, /);
  });

  it("tell a guess about the seeker as one, and of a tie that nobody saw not that it is there", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park", company: "Acme", title: "COO" });
    network.addPerson(BUYER);
    const planner = new IntroductionPlanner({ network });
    const { asks } = planner.plan({ seeker: "me", target: "bob", now: NOW, headcount: 500 });
    expect(asks.map(({ why }) => why)).toEqual([expect.stringMatching(/^You are COO, the buyer's field\. /)]);
  });
});
