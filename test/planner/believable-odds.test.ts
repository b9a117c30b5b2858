import { describe, expect, it } from "vitest";
import { type IntroductionPlan, IntroductionPlanner, Network, type PlannerEvent } from "../../src/index.js";
import type { TieEvidence } from "../../src/people/index.js";
import { type Random, seededRandom } from "../support/random.js";

const NOW = "2026-11-23";
const NAMES = ["Ann Adler", "Bea Brandt", "Cai Costa", "Dov Dietz", "Eve Engel", "Fay Frey", "Gus Gomez"];
const TITLES = [
  "Intern",
  "COO",
  "CEO",
  "VP Sales",
  "Engineer",
  "Director of Logistics",
  "HR Manager",
  undefined,
];
const SIZES = [20, 100, 500, 5_000, 50_000, undefined] as const;
const WORLDS = 6;

interface Tie {
  readonly from: string;
  readonly to: string;
  readonly evidence: TieEvidence;
}

/** Contacts of all kinds, most of them at the buyer's firm, some of whom were seen with the buyer or with one another. */
interface World {
  readonly people: readonly { readonly id: string; readonly company: string; readonly title?: string }[];
  readonly ties: readonly Tie[];
  readonly headcount: number | undefined;
  readonly value: number | undefined;
}

function worldOf(random: Random): World {
  const evidence = (): TieEvidence => ({
    ...(random.chance(0.6) && { connectedOn: `20${10 + random.below(15)}-03-01` }),
    ...(random.chance(0.4) && { closeness: random.below(11) / 10 }),
    interactions: Array.from({ length: random.below(4) }, () => ({
      at: `202${4 + random.below(3)}-0${1 + random.below(9)}-11`,
      direction: random.pick(["in", "out", "both"] as const),
      kind: random.pick(["meeting", "message", "call"] as const),
    })),
  });
  const people = Array.from({ length: 1 + random.below(6) }, (_, k) => {
    const title = random.pick(TITLES);
    return { id: `c${k}`, company: random.chance(0.6) ? "Acme" : `Other ${k}`, ...(title && { title }) };
  });
  const ties = people.flatMap(({ id }, k): Tie[] => [
    { from: "me", to: id, evidence: evidence() },
    ...(random.chance(0.35) ? [{ from: id, to: "bob", evidence: evidence() }] : []),
    ...(k > 0 && random.chance(0.3) ? [{ from: `c${k - 1}`, to: id, evidence: evidence() }] : []),
  ]);
  return { people, ties, headcount: random.pick(SIZES), value: random.pick([undefined, 5, 20, 100, 400]) };
}

function planner({ people, ties }: World, events: readonly PlannerEvent[] = []): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme", title: "VP Operations" });
  for (const [k, person] of people.entries()) network.addPerson({ ...person, name: NAMES[k]! });
  for (const tie of ties) network.addTie(tie);
  const made = new IntroductionPlanner({ network });
  made.recordAll(events);
  return made;
}

function plan(world: World, events: readonly PlannerEvent[] = [], now = NOW): IntroductionPlan {
  const { headcount, value } = world;
  const more = { ...(headcount && { headcount }), ...(value && { value }) };
  return planner(world, events).plan({ seeker: "me", target: "bob", k: 30, now, ...more });
}

/** The same world with more told of the seeker's tie to a contact. */
function told(world: World, contact: string, more: (evidence: TieEvidence) => TieEvidence): World {
  const isIt = ({ from, to }: Tie): boolean => from === "me" && to === contact;
  const ties = world.ties.map((tie) => (isIt(tie) ? { ...tie, evidence: more(tie.evidence) } : tie));
  return { ...world, ties };
}

const bestThrough = ({ paths }: IntroductionPlan, contact: string): number =>
  Math.max(0, ...paths.filter(({ people }) => people[1] === contact).map(({ probability }) => probability));
const SLACK = 1e-9;

describe.each(Array.from({ length: WORLDS }, (_, seed) => seed))(
  "in world %i an experienced seller finds",
  (seed) => {
    const random = seededRandom(5_000 + seed);
    const world = worldOf(random);
    const before = plan(world);
    const contact = random.pick(world.people).id;

    it("a joint chance between the best way and all ways as if they shared nothing, inside its interval", () => {
      const { paths, jointProbability: joint, jointInterval, asks, expectedValue } = before;
      const alone = 1 - paths.reduce((none, { probability }) => none * (1 - probability), 1);
      expect(joint).toBeGreaterThanOrEqual((paths[0]?.probability ?? 0) - SLACK);
      expect(joint).toBeLessThanOrEqual(alone + SLACK);
      expect(joint).toBeGreaterThanOrEqual(jointInterval[0]);
      expect(joint).toBeLessThanOrEqual(jointInterval[1]);
      for (const { probability } of asks) expect(probability).toBeLessThanOrEqual(joint + SLACK);
      if (world.value !== undefined) expect(expectedValue).toBeLessThanOrEqual(joint * world.value + SLACK);
      expect(before.flip?.why ?? "").not.toMatch(/(\S+%) instead of \1 /);
    });

    it("that a meeting, closeness and a tie seen never lower a chance, and five ignored messages never raise it", () => {
      const chance = bestThrough(before, contact);
      const met = [{ at: "2026-11-20", direction: "both", kind: "meeting" }] as const;
      const better = [
        told(world, contact, (one) => ({ ...one, interactions: [...(one.interactions ?? []), ...met] })),
        told(world, contact, (one) => ({ ...one, closeness: 1 })),
        { ...world, ties: [...world.ties, { from: contact, to: "bob", evidence: { interactions: met } }] },
      ].map((one) => plan(one));
      for (const after of better) {
        expect(bestThrough(after, contact)).toBeGreaterThanOrEqual(chance - SLACK);
        expect(after.jointProbability).toBeGreaterThanOrEqual(before.jointProbability - SLACK);
      }
      const wrote = [11, 12, 13, 14, 15].map(
        (day) => ({ at: `2026-11-${day}`, direction: "out", kind: "message" }) as const,
      );
      const ignored = plan(
        told(world, contact, (one) => ({ ...one, interactions: [...(one.interactions ?? []), ...wrote] })),
      );
      expect(bestThrough(ignored, contact)).toBeLessThanOrEqual(chance + SLACK);
    });

    it("no better chances in a firm four times as large", () => {
      if (world.headcount === undefined) return;
      const larger = plan({ ...world, headcount: 4 * world.headcount });
      // Within one function the odds rise by a tenth between 200 and 1,000 people, as was measured.
      expect(larger.jointProbability).toBeLessThanOrEqual(1.1 * before.jointProbability + SLACK);
    });

    it("the order right: what beats writing oneself first, and no ask before one that is likelier and costs less", () => {
      const beats = before.asks.map(({ beatsDirect }) => beatsDirect);
      expect(beats).toEqual([...beats].sort((a, b) => Number(b) - Number(a)));
      const [first, ...later] = before.asks;
      for (const ask of later) {
        const isBetter = ask.probability > 1.3 * first!.probability && ask.cost < first!.cost;
        expect(isBetter && ask.beatsDirect === first!.beatsDirect, `${ask.connector} before`).toBe(false);
      }
    });

    it("an ask that waits counted until silence or a no takes it, a yes above both", () => {
      const [ask] = before.asks;
      if (ask === undefined) return;
      const sent: PlannerEvent = { id: "e1", type: "ask.sent", at: NOW, ask };
      const joint = (more: readonly PlannerEvent[], day: string): number =>
        plan(world, [sent, ...more], day).jointProbability;
      const later = "2026-11-27";
      const answered = (type: "ask.agreed" | "ask.declined"): number =>
        joint([{ id: "e2", type, at: "2026-11-26", ask: ask.id }], later);
      const [today, waiting] = [joint([], NOW), joint([], later)];
      expect(today).toBeCloseTo(before.jointProbability, 6);
      expect(waiting).toBeLessThanOrEqual(today + 1e-4);
      expect(answered("ask.declined")).toBeLessThanOrEqual(waiting + 1e-4);
      expect(answered("ask.agreed")).toBeGreaterThanOrEqual(waiting - 1e-4);
    });

    it("one number in every call", () => {
      const made = planner(world);
      const [row] = made.reach({ seeker: "me", targets: ["bob"], now: NOW });
      const { headcount: _, ...unknown } = world;
      const same = plan({ ...unknown, headcount: undefined });
      expect(row!.probability).toBeCloseTo(same.paths[0]?.probability ?? 0, 9);
      const account = made.account({
        seeker: "me",
        company: "Acme",
        roles: ["VP Operations"],
        k: 30,
        now: NOW,
      });
      expect(account.jointProbability).toBeCloseTo(same.jointProbability, 6);
      const campaign = made.campaign({ seeker: "me", targets: [{ target: "bob", value: 100 }], now: NOW });
      expect(campaign.value).toBeLessThanOrEqual(100 * same.jointProbability + 1e-6);
      for (const { worth } of made.worthAsking({ seeker: "me", target: "bob", value: 100, now: NOW })) {
        expect(worth).toBeGreaterThanOrEqual(0);
        expect(worth).toBeLessThanOrEqual(100);
      }
    });
  },
);
