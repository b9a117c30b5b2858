import { describe, expect, it } from "vitest";
import type { NextAction } from "../../src/index.js";
import { DEFAULT_NEXT_SETTINGS } from "../../src/planner/next-settings.js";
import { practiceWorld } from "../support/practice-world.js";

const GOALS = ["prospects", "mailing-list", "support-network", "hub"] as const;

/** What may be done after a sale and with contacts gone quiet; `pair`: two of them have what the other needs. */
function worldOf(pair: boolean) {
  const contactFactors = { least: 0.5, noAddress: 1, alikeWork: 1, needsOrOffers: 1 };
  const { planner, network } = practiceWorld({ settings: { next: { contactFactors } } });
  planner.record({ id: "s", type: "sale.delivered", at: "2026-11-20", seller: "me", customer: "ann" });
  if (pair) {
    network.addPerson({ id: "eve", tags: [{ code: "needs:design", evidence: "said so" }] });
    network.addPerson({ id: "cho", tags: [{ code: "offers:design", evidence: "site" }] });
  }
  return (goals?: (typeof GOALS)[number][]) =>
    planner.next({ seeker: "me", now: pair ? "2026-11-23" : "2027-02-01", ...(goals && { goals }) });
}

const keyOf = ({ kind, person, target = "" }: NextAction): string => `${kind} ${person} ${target}`;

describe("what leads are for", () => {
  it("2.1 changes what each contact is worth, by the factors of the settings", () => {
    const changed = new Set<string>();
    for (const next of [worldOf(false), worldOf(true)]) {
      const plain = new Map(next().map((action) => [keyOf(action), action.worth]));
      for (const goals of [...GOALS.map((goal) => [goal]), ["mailing-list", "support-network"] as const]) {
        for (const action of next([...goals])) {
          const times = goals.reduce(
            (all, goal) => all * (DEFAULT_NEXT_SETTINGS.goals[goal][action.kind] ?? 1),
            1,
          );
          const before = plain.get(keyOf(action));
          if (before === undefined) continue;
          expect(action.worth).toBeCloseTo(before * times, 9);
          if (times !== 1) changed.add(`${goals.join(" ")}: ${action.kind}`);
        }
      }
    }
    for (const one of ["prospects: ask-after-success", "mailing-list: touch", "hub: broker"])
      expect([...changed]).toContain(one);
    expect([...changed]).toContain("support-network: touch");
    expect([...changed]).toContain("mailing-list support-network: touch");
  });

  it("2.1 puts other people first", () => {
    const next = worldOf(true);
    const placeOf = (kind: string, goals: (typeof GOALS)[number][]) =>
      next(goals).findIndex((action) => action.kind === kind);
    expect(placeOf("broker", ["hub"])).toBeLessThanOrEqual(placeOf("broker", ["prospects"]));
    expect(next(["hub"]).map(({ worth }) => worth)).not.toEqual(
      next(["prospects"]).map(({ worth }) => worth),
    );
  });

  it("2.1 changes what each contact is worth for the goal, by who they are", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "me", title: "Head of Operations" });
    network.addPerson({ id: "ann", emails: ["ann@delta.example"], title: "Head of Finance" });
    network.addPerson({ id: "eve", tags: [{ code: "needs:design", evidence: "said so" }] });
    const worth = (person: string, more: object = {}) =>
      planner
        .next({ seeker: "me", now: "2027-06-01", ...more })
        .find((action) => action.person === person && action.kind !== "broker")?.worth ?? Number.NaN;
    const kindTimes = (goal: (typeof GOALS)[number], person: string) => {
      const { kind } =
        planner.next({ seeker: "me", now: "2027-06-01" }).find((a) => a.person === person) ?? {};
      return DEFAULT_NEXT_SETTINGS.goals[goal][kind as "touch"] ?? 1;
    };
    const times = (goal: (typeof GOALS)[number], person: string) =>
      worth(person, { goals: goal }) / worth(person) / kindTimes(goal, person);
    expect(times("mailing-list", "ann")).toBeCloseTo(1, 9);
    expect(times("mailing-list", "cho")).toBeCloseTo(0.5, 9);
    expect(times("support-network", "cho")).toBeCloseTo(1.5, 9);
    expect(times("support-network", "ann")).toBeCloseTo(1, 9);
    const profile = { titles: ["Head of Operations"] };
    expect(worth("cho", { profile }) / worth("cho")).toBeCloseTo(1.5, 9);
    expect(worth("ann", { profile }) / worth("ann")).toBeCloseTo(0.5, 9);
    expect(() => planner.next({ seeker: "me", now: "2027-06-01", profile: {} })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("2.1 changes what a campaign asks for first, and refuses a goal that is none", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "eve", emails: ["eve@gamma.example"] });
    network.addPerson({ id: "cho", title: "Plant Manager" });
    const targets = ["cho", "eve"];
    const worthOf = (more: object) =>
      planner.campaign({ seeker: "me", targets, now: "2026-11-23", ...more } as never).value;
    expect(worthOf({ goal: "mailing-list" })).toBeLessThan(worthOf({}));
    expect(worthOf({ goal: "prospects" })).toBe(worthOf({}));
    const profile = { titles: ["Head of Finance"] };
    const first = planner.campaign({ seeker: "me", targets, profile, asksPerDay: 1, now: "2026-11-23" });
    const inOrder = ({ asks }: typeof first) => [...new Set(asks.map(({ target }) => target))];
    expect(inOrder(first)).toEqual(["eve", "cho"]);
    const other = { titles: ["Plant Manager"] };
    const then = planner.campaign({
      seeker: "me",
      targets,
      profile: other,
      asksPerDay: 1,
      now: "2026-11-23",
    });
    expect(inOrder(then)).toEqual(["cho", "eve"]);
    const wrong = () => worthOf({ goal: "fame" });
    expect(wrong).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});
