import { describe, expect, it } from "vitest";
import type { NextAction } from "../../src/index.js";
import { DEFAULT_NEXT_SETTINGS } from "../../src/planner/next-settings.js";
import { practiceWorld } from "../support/practice-world.js";

const GOALS = ["prospects", "mailing-list", "support-network", "hub"] as const;

/** What may be done after a sale and with contacts gone quiet; `pair`: two of them have what the other needs. */
function worldOf(pair: boolean) {
  const { planner, network } = practiceWorld();
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
});
