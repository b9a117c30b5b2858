import { describe, expect, it, vi } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { PlanningDay } from "../../src/planner/planning-day.js";
import { effectsTheLongWay } from "../support/gifts-oracle.js";
import { pooledWorld } from "../support/pooled-worlds.js";
import { seededRandom } from "../support/random.js";

const NOW = "2026-11-22";

/** A planner of a made-up network with asks, thanks and favors on record. */
function worldOf(seed: number) {
  const random = seededRandom(seed);
  const { network, ids } = pooledWorld(random);
  const planner = new IntroductionPlanner({ network });
  const seeker = random.pick(ids);
  for (let step = 0; step < 4; step++) {
    const at = `2026-${random.pick(["03", "08", "11"])}-0${1 + step}`;
    const [asked] = planner.plan({
      seeker,
      target: random.pick(ids.filter((id) => id !== seeker)),
      now: at,
    }).asks;
    const id = `e${step}`;
    if (asked === undefined) continue;
    const { connector } = asked;
    const favor = { id, type: "favor.given", at, giver: connector, receiver: seeker, kind: "lunch" } as const;
    if (random.chance(0.3)) {
      planner.record(favor);
      continue;
    }
    planner.record({ id, type: "ask.sent", at, ask: asked });
    const answer = { id: `${id}-answer`, at, ask: asked.id };
    if (random.chance(0.4)) planner.record({ ...answer, type: "ask.declined", answer: "no" });
    else planner.record({ ...answer, type: "introduction.made" });
  }
  return { planner, seeker, ids };
}

describe("giveFirst", () => {
  it("says of each gift what planning every buyer anew on a day after it says", () => {
    let [effects, courtesies] = [0, 0];
    for (let seed = 0; seed < 10; seed++) {
      const { planner, seeker, ids } = worldOf(seed);
      const request = { seeker, targets: ids, now: NOW };
      const gifts = planner.giveFirst(request);
      expect(gifts.map((gift) => gift.effects)).toEqual(effectsTheLongWay(planner, request, gifts));
      effects += gifts.flatMap((gift) => gift.effects).length;
      courtesies += gifts.filter(({ kind, effects }) => kind === "thanks" && effects.length > 0).length;
    }
    expect(effects).toBeGreaterThan(50);
    expect(courtesies).toBeGreaterThan(0);
  });

  it("looks for paths once a buyer, and again only for who leads to them: in step with the buyers, whatever their number", () => {
    const searches = (buyers: number): number => {
      const spied = vi.spyOn(PlanningDay.prototype, "workFor");
      starOf(40, { maxPlans: 1e6 }).giveFirst({ seeker: "me", targets: idsOf(buyers), now: NOW });
      const { length } = spied.mock.calls;
      spied.mockRestore();
      return length;
    };
    const [few, many] = [searches(5), searches(20)];
    expect(few).toBeGreaterThan(10);
    expect(many).toBeLessThanOrEqual(4.2 * few);
  });

  it("says of which gifts it did not work out all, where the plans that it may make are used up", () => {
    const request = { seeker: "me", targets: idsOf(10), now: NOW };
    const all = starOf(20, {}).giveFirst(request);
    expect(all.some(({ stopped }) => stopped !== undefined)).toBe(false);
    for (const [maxPlans, isAll] of [
      [30, false],
      [10, true],
      [5, true],
    ] as const) {
      const spied = vi.spyOn(PlanningDay.prototype, "workFor");
      const some = starOf(20, { maxPlans }).giveFirst(request);
      expect(spied.mock.calls.length).toBeLessThanOrEqual(maxPlans);
      spied.mockRestore();
      const left = some.filter(({ stopped }) => stopped === "budget");
      expect(left.length).toBeGreaterThan(0);
      expect(left.length === some.length).toBe(isAll);
      for (const gift of some.filter(({ stopped }) => stopped === undefined))
        expect(all).toContainEqual(gift);
    }
  });

  it("ends with the signal's reason, before and while it works", () => {
    const reason = new Error("enough");
    for (const looks of [0, 3, 200]) {
      let seen = 0;
      const signal = {
        get aborted() {
          return seen++ >= looks;
        },
        reason,
      };
      const request = { seeker: "me", targets: idsOf(40), now: NOW, signal };
      expect(() => starOf(40, {}).giveFirst(request)).toThrow(reason);
      expect(seen).toBeLessThan(looks + 5);
    }
  });
});

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}`);

/** A seeker with contacts of five companies, all known alike. */
function starOf(contacts: number, giveFirst: { readonly maxPlans?: number }): IntroductionPlanner {
  const ids = idsOf(contacts);
  const network = new Network();
  network.import({
    people: [
      { id: "me", name: "Me Self" },
      ...ids.map((id, n) => ({ id, name: `Per Son${n}`, company: `Firm ${n % 5}` })),
    ],
    ties: ids.map((id) => ({ from: "me", to: id, evidence: { closeness: 0.5 } })),
  });
  return new IntroductionPlanner({ network, settings: { giveFirst } });
}
