import { describe, expect, it } from "vitest";
import { jointSuccess, planAsks, planRoutes } from "../../src/planning/index.js";
import { jointOracle } from "../support/planning-oracle.js";
import { guess, leg, path } from "../support/planning-paths.js";

/** `count` contacts at the buyer's company of whom nobody saw a tie, all alike. */
function alike(count: number, odds: number, willing: number, first = 0.297) {
  return Array.from({ length: count }, (_, i) =>
    path(leg("me", `c${i}`, first), guess(`c${i}`, "bob", { odds, consentIfTied: 0.26, willing })),
  );
}

/** The closed form: weigh how the target takes a note from a stranger, which all guesses share. */
function closedForm(count: number, odds: number, willing: number, first = 0.297, t = 0.26, stranger = 0.08) {
  const q = stranger / t;
  const tie = (odds * (1 - willing * q)) / (1 - willing * q);
  const all = (each: number) => 1 - (1 - first * each) ** count;
  return t * (q * all(1 - (1 - tie) * (1 - willing)) + (1 - q) * all(tie));
}

const joint = (paths: ReturnType<typeof alike>) => {
  const { asks, ways } = planRoutes(paths);
  return jointSuccess({ asks, routes: ways.map(({ route }) => route) });
};

describe("guesses about one target", () => {
  it("share how the target takes a note from a stranger: ten of them are no ten chances", () => {
    // Of 5,000 people: .161 if each had luck of its own, .081 as it is; at 200 people .173 and .108.
    expect(joint(alike(10, 0.006, 1))).toBeCloseTo(0.081, 3);
    expect(joint(alike(10, 0.061, 1))).toBeCloseTo(0.108, 3);
    // Most who do not know the target do not write: .0241 becomes .0064, .081 becomes .047.
    expect(joint(alike(1, 0.006, 1))).toBeCloseTo(0.0241, 3);
    expect(joint(alike(1, 0.006, 0.25))).toBeCloseTo(0.0064, 4);
    expect(joint(alike(10, 0.006, 0.25))).toBeCloseTo(0.047, 3);
  });

  it("have the joint success of the closed form, at 50 of them too", () => {
    for (const willing of [1, 0.25, 0.6, 0])
      for (const odds of [0, 0.006, 0.061, 0.5, 1])
        for (const count of [1, 2, 7, 50]) {
          expect(joint(alike(count, odds, willing))).toBeCloseTo(closedForm(count, odds, willing), 10);
        }
  });

  it("leave a single path at its own consents", () => {
    for (const willing of [1, 0.25]) {
      const [one] = alike(1, 0.061, willing);
      expect(joint([one!])).toBeCloseTo(one!.probability, 12);
      expect(one!.legs[1]!.consent).toBeCloseTo(0.061 * 0.26 + 0.939 * willing * 0.08, 12);
    }
  });

  it("share it across grounds with other consents of strangers, and beside a seen tie", () => {
    const paths = [
      path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
      path(leg("me", "cai", 0.5), guess("cai", "bob", { odds: 0.1, consentIfTied: 0.3 })),
      path(
        leg("me", "dov", 0.4),
        guess("dov", "bob", { odds: 0.2, consentIfTied: 0.26, consentIfNot: 0.045 }),
      ),
    ];
    const { asks, ways } = planRoutes(paths);
    expect(asks.find(({ id }) => id === "cold")!.probability).toBeCloseTo(0.08 / 0.45, 12);
    const routes = ways.map(({ route }) => route);
    expect(jointSuccess({ asks, routes })).toBeCloseTo(jointOracle({ asks, routes }), 12);
    for (const one of paths) {
      const own = ways.filter(({ path: of }) => of === one).map(({ route }) => route);
      expect(jointSuccess({ asks, routes: own })).toBeCloseTo(one.probability, 12);
    }
    expect(planAsks({ paths, target: "bob", day: "2026-03-02" }).asks.map((ask) => ask.connector)).toEqual([
      "ann",
      "dov",
      "cai",
    ]);
  });
});
