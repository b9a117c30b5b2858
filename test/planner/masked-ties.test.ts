import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import type { Visibility } from "../../src/people/index.js";

const NOW = "2026-11-22";
const KEY = "a secret of the app's own";
const CANARY = "ZZCANARY";

/** me - open - t, and me - ben - hidden - t where ben masks their tie to the hidden one, which is the warmer way. */
function pooled(): IntroductionPlanner {
  const network = new Network();
  for (const id of ["me", "open", "ben", "t"])
    network.addPerson({ id, name: `Person ${id}`, company: `Co ${id}` });
  network.addPerson({ id: `${CANARY}-1`, name: `${CANARY} Smith`, company: "Hidden Co", title: "VP Sales" });
  const tie = (from: string, to: string, closeness: number, visibility: "shared" | "masked" = "shared") =>
    network.addTie({ from, to, evidence: { closeness }, visibility });
  tie("me", "open", 0.1);
  tie("open", "t", 0);
  tie("me", "ben", 1);
  tie("ben", `${CANARY}-1`, 1, "masked");
  tie(`${CANARY}-1`, "t", 1);
  return new IntroductionPlanner({ network });
}

describe("masked ties of others", () => {
  it("leave no trace in plans, reach, campaigns and next actions of others", () => {
    const planner = pooled();
    const plan = planner.plan({ seeker: "me", target: "t", now: NOW });
    expect(plan.paths.map(({ people }) => people)).toEqual([["me", "open", "t"]]);
    planner.record({ id: "e", type: "ask.sent", at: NOW, ask: plan.asks[0] });
    const all = [
      plan,
      planner.reach({ seeker: "me", targets: ["t"], now: NOW }),
      planner.campaign({ seeker: "me", targets: [{ target: "t", value: 100 }], now: NOW }),
      planner.next({ seeker: "me", now: "2026-12-22" }),
    ];
    expect(JSON.stringify(all)).not.toContain(CANARY);
  });

  it("come without names where the app asks for them, and with names to the one who told them", () => {
    const planner = pooled();
    const plan = planner.plan({ seeker: "me", target: "t", now: NOW, maskKey: KEY });
    expect(plan.paths).toHaveLength(2);
    expect(plan.masked?.length).toBeGreaterThan(0);
    expect(JSON.stringify(plan)).not.toContain(CANARY);
    expect(JSON.stringify(planner.plan({ seeker: "me", target: "t", now: NOW, maskKey: KEY }))).toBe(
      JSON.stringify(plan),
    );
    const own = planner.plan({ seeker: "ben", target: "t", now: NOW });
    expect(own.paths[0]?.people).toEqual(["ben", `${CANARY}-1`, "t"]);
    expect(() => planner.plan({ seeker: "me", target: "t", now: NOW, maskKey: "short" })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("are named once their owner agrees", () => {
    const planner = pooled();
    planner.network.reveal("ben", `${CANARY}-1`);
    expect(planner.plan({ seeker: "me", target: "t", now: NOW }).paths).toHaveLength(2);
  });
});

describe("a hidden tie of two contacts", () => {
  const team = (visibility?: Visibility, owner?: string): IntroductionPlanner => {
    const network = new Network();
    const companies = { ann: "Acme", ben: "Beta", cho: "Gamma" };
    network.addPerson({ id: "sam", name: "Sam Park" });
    for (const [id, company] of Object.entries(companies)) {
      network.addPerson({ id, name: `Person ${id}`, company, title: "VP Sales" });
      // With an overlap on record the strength does not look at the circle.
      network.addTie({ from: "sam", to: id, evidence: { closeness: 0.5, overlap: 0.2 } });
    }
    if (visibility !== undefined) {
      const between = { from: "ann", to: "ben", evidence: { closeness: 0.5 }, visibility };
      network.addTie({ ...between, ...(owner && { owner }) });
    }
    return new IntroductionPlanner({ network });
  };
  const seen = (planner: IntroductionPlanner) => {
    const pairs = planner
      .giveFirst({ seeker: "sam", now: NOW })
      .filter(({ kind }) => kind === "introduction");
    const standings = ["ann", "ben", "cho"].map((counterpart) =>
      planner.standing({ seeker: "sam", counterpart, now: NOW }),
    );
    return { pairs, standings };
  };

  it("changes neither a standing nor who could be introduced, while a shared one changes both", () => {
    const plain = seen(team());
    expect(plain.pairs).toHaveLength(3);
    for (const visibility of ["masked", "private"] as const) {
      expect(seen(team(visibility))).toEqual(plain);
      expect(seen(team(visibility, "cho"))).toEqual(plain);
    }
    const shared = seen(team("shared"));
    expect(shared.pairs).toHaveLength(2);
    expect(shared.standings[0]?.limit).toBeGreaterThan(plain.standings[0]?.limit as number);
    expect(shared.standings[2]).toEqual(plain.standings[2]);
    // They know of it where they told of it themselves.
    expect(seen(team("private", "sam")).pairs).toHaveLength(2);
    const planner = team("private", "sam");
    planner.network.mergePeople([["sam", "sam@old"]]);
    expect(
      planner.giveFirst({ seeker: "sam@old", now: NOW }).filter(({ kind }) => kind === "introduction"),
    ).toHaveLength(2);
  });
});
