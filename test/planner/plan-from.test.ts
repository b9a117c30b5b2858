import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Journal, Network, type Person } from "../../src/index.js";
import { arcsOf, memoryNeighborSource, type NeighborSource } from "../../src/remote/index.js";
import { runs } from "../support/journal-runs.js";

const now = "2026-11-23";
const NAMES = [
  "Ada Park",
  "Ann Lee",
  "Ben Cho",
  "Cy Roe",
  "Dee Fox",
  "Eli Orr",
  "Fay Gunn",
  "Gus Hale",
  "Bob Smith",
];

/** A team's whole network: everybody by number, ties by pairs with how close they are. */
function whole(ties: readonly (readonly [number, number, number])[]): Network {
  const network = new Network();
  for (const [i, name] of NAMES.entries())
    network.addPerson({ id: `p${i}`, name, company: i > 5 ? "Acme" : `Firm ${i}`, title: "Engineer" });
  for (const [a, b, closeness] of ties) {
    if (a === b) continue;
    const interactions = [
      { at: `2026-0${1 + ((a + b) % 9)}-03`, direction: "out", kind: "message" },
    ] as const;
    network.addTie({ from: `p${a}`, to: `p${b}`, evidence: { closeness, interactions } });
  }
  return network;
}

/** Somebody who holds themselves alone. */
function alone(person: Person): IntroductionPlanner {
  const network = new Network();
  network.addPerson(person);
  return new IntroductionPlanner({ network });
}

const sourceOf = (network: Network) => memoryNeighborSource(arcsOf(network, { now }), network.people());
const person = fc.nat(NAMES.length - 1);
const world = fc.array(
  fc.tuple(
    person,
    person,
    fc.integer({ min: 0, max: 10 }).map((x) => x / 10),
  ),
  {
    minLength: 8,
    maxLength: 24,
  },
);
const LINE = [
  [0, 1, 0.9],
  [1, 2, 0.8],
  [2, 8, 0.9],
  [0, 3, 0.5],
  [3, 8, 0.4],
] as const;

describe("a plan over a store", () => {
  it("is, without guesses, the plan over the whole network, up to three hops", async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: 1, max: 3 }), async (ties, maxHops) => {
        const network = whole(ties);
        const request = { seeker: "p0", target: "p8", inferTies: false, maxHops, k: 10, value: 20, now };
        const wanted = new IntroductionPlanner({ network }).plan(request);
        const planner = alone(network.person("p0") as Person);
        const found = await planner.planFrom(sourceOf(network), request);
        if (wanted.paths.length === 0) {
          expect(found.refusal).toBeDefined();
          return;
        }
        expect(found.paths).toEqual(wanted.paths);
        expect(found.asks).toEqual(wanted.asks);
        expect(found.jointProbability).toBe(wanted.jointProbability);
        for (const { people } of found.paths)
          for (const id of people) expect(planner.name(id, { seeker: "p0" })).toBe(network.person(id)?.name);
      }),
      { numRuns: runs(60) },
    );
  });

  it("leaves the planner's network as it was, drafts its asks, and keeps the people of an ask that was sent", async () => {
    const network = whole(LINE);
    const planner = alone(network.person("p0") as Person);
    const before = JSON.stringify(planner.network);
    const plan = await planner.planFrom(sourceOf(network), { seeker: "p0", target: "p8", now });
    expect(JSON.stringify(planner.network)).toBe(before);
    const [ask] = plan.asks;
    const firstName = network.person(ask?.connector ?? "")?.name?.split(" ")[0] ?? "nobody";
    expect(planner.draft(ask, { reason: "they test packaging lines" }).note).toContain(firstName);
    planner.record({ id: "e1", at: now, type: "ask.sent", ask, reason: "they test packaging lines" });
    const again = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)));
    const due = again.next({ seeker: "p0", now: "2026-11-27" }).find(({ askId }) => askId === ask?.id);
    expect(due?.draft).toBeDefined();
    expect(again.name(ask?.connector as string, { seeker: "p0" })).toBe(
      network.person(ask?.connector as string)?.name,
    );
  });

  it("reads a table of nothing but ends and weights: the closeness that gives each probability", async () => {
    const bare = [...arcsOf(whole(LINE), { now })].map(({ source, target, probability }) => ({
      source,
      target,
      probability,
    }));
    const planner = alone({ id: "p0", name: "Ada Park" });
    const plan = await planner.planFrom(memoryNeighborSource(bare), { seeker: "p0", target: "p8", now });
    expect(plan.paths.map(({ people }) => people)).toContainEqual(["p0", "p1", "p2", "p8"]);
  });

  it("keeps another's private ties of the store from a seeker, by the owner column of the arcs", async () => {
    const network = whole([[0, 1, 0.9]]);
    const arcs = [...arcsOf(network, { now })];
    const evidence = { closeness: 0.9 };
    const hidden = {
      source: "p1",
      target: "p8",
      probability: 0.6,
      evidence,
      owner: "p1",
      visibility: "private",
    } as const;
    const planner = alone(network.person("p0") as Person);
    const request = { seeker: "p0", target: "p8", inferTies: false, now } as const;
    const secret = await planner.planFrom(memoryNeighborSource([...arcs, hidden], network.people()), request);
    expect(secret.paths).toEqual([]);
    const open = { ...hidden, visibility: "shared" } as const;
    const told = await planner.planFrom(memoryNeighborSource([...arcs, open], network.people()), request);
    expect(told.paths.map(({ people }) => people)).toEqual([["p0", "p1", "p8"]]);
  });

  it("says where it may have missed ties, and rejects with what the store rejects with", async () => {
    const network = whole(LINE);
    const planner = alone(network.person("p0") as Person);
    const plan = await planner.planFrom(sourceOf(network), { seeker: "p0", target: "p8", maxArcs: 2, now });
    expect(plan.notChecked).toContain("store");
    const broken: NeighborSource = {
      ...sourceOf(network),
      between: () => Promise.reject(new Error("no line")),
    };
    await expect(planner.planFrom(broken, { seeker: "p0", target: "p8", now })).rejects.toThrow("no line");
    await expect(
      planner.planFrom(sourceOf(network), { seeker: "p7", target: "p8", now }),
    ).rejects.toMatchObject({ code: "UNKNOWN_PERSON" });
    expect(planner.journal).toBeInstanceOf(Journal);
  });
});
