import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Network, IntroductionPlanner as Whole } from "../../src/index.js";
import { readLinkedInConnections } from "../../src/ingest/index.js";
import { IntroductionPlanner as Lite } from "../../src/planner/lite.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

const csv = readFileSync(new URL("../../examples/data/Connections.csv", import.meta.url), "utf8");

/** The same calls on a planner of either entry, as text. */
function week(planner: Lite, buyer: string, company: string): string {
  const plan = planner.plan({ seeker: "me", target: buyer, now: MONDAY, value: 50 });
  const account = planner.account({ seeker: "me", company, now: MONDAY });
  const words = { channel: "email", reason: "Acme opens a second plant.", offer: "our checklist" } as const;
  const draft = planner.draft(plan.asks[0], words);
  planner.record({ id: "e1", type: "ask.sent", at: MONDAY, ask: plan.asks[0], reason: words.reason });
  const next = planner.next({ seeker: "me", now: "2026-12-02" });
  return JSON.stringify([plan, account, draft, next, planner]);
}

describe("the small entry", () => {
  it("gives the same bytes as the root, of plan, account, draft, actions and state", () => {
    const imported = (): Network => {
      const network = new Network();
      network.import(
        readLinkedInConnections(csv, { owner: { id: "me", name: "Ada Park", company: "Northwind" } }),
      );
      return network;
    };
    const worlds = [
      [imported, "Bob Smith at Acme", "Falconbridge Capital"],
      [() => practiceWorld().network, "bob", "Delta Foods"],
    ] as const;
    for (const [networkOf, buyer, company] of worlds) {
      const lite = week(new Lite({ network: networkOf() }), buyer, company);
      expect(lite).toBe(week(new Whole({ network: networkOf() }), buyer, company));
      expect(JSON.parse(lite)[0].asks).not.toEqual([]);
    }
  });

  it("reads what the whole planner saved and learned, and the other way round", () => {
    const { planner } = practiceWorld({ settings: { learning: { priorStrength: 5 } } });
    const asks = planner.plan({ seeker: "me", target: "bob", now: MONDAY }).asks;
    planner.record({ id: "e1", type: "ask.sent", at: MONDAY, ask: asks[0] });
    planner.record({ id: "e2", type: "ask.declined", at: MONDAY, ask: asks[0]?.id as string });
    planner.learn({ now: "2026-12-20" });
    const lite = Lite.fromJSON(JSON.parse(JSON.stringify(planner)));
    expect(lite).not.toBeInstanceOf(Whole);
    expect(JSON.stringify(lite)).toBe(JSON.stringify(planner));
    const request = { seeker: "me", target: "dan", now: "2026-12-21" };
    expect(JSON.stringify(lite.plan(request))).toBe(JSON.stringify(planner.plan(request)));
    const whole = Whole.fromJSON(JSON.parse(JSON.stringify(lite)));
    expect(whole.reach({ seeker: "me", targets: ["dan"], now: "2026-12-21" })).toHaveLength(1);
  });
});
