import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legKey, planAsks, readinessKey, whatWouldFlip, withConsents } from "../../src/planning/index.js";
import { guess, leg, path, pathCases } from "../support/planning-paths.js";
import { seededRandom } from "../support/random.js";

/** Pricings of one leg by two plans and one solve. */
const PLANS = 9;
const base = { target: "bob", day: "2026-03-02" };
const paths = [
  path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
  path(leg("me", "cai", 0.5), leg("cai", "dov", 0.4), leg("dov", "bob", 0.3)),
  path(leg("me", "eva", 0.4), leg("eva", "bob", 0.1, 0.3)),
];

describe("whatWouldFlip", () => {
  it("finds a change that flips the first two asks, and no smaller one on the same leg does", () => {
    fc.assert(
      fc.property(pathCases(), (cases) => {
        const [first, second] = planAsks({ ...base, paths: cases }).asks;
        const flip = whatWouldFlip({ ...base, paths: cases });
        if (first === undefined || second === undefined) {
          expect(flip).toBeUndefined();
          return;
        }
        if (flip === undefined) return;
        expect(flip.first).toBe(second.connector);
        const at = (consent: number) =>
          planAsks({
            ...base,
            paths: cases.map((one) =>
              path(
                ...one.legs.map((l) =>
                  l.asker === flip.asker && l.asked === flip.asked
                    ? leg(
                        l.asker,
                        l.asked,
                        consent,
                        Math.min(1, l.inferred ? (l.consentIfTied * consent) / l.consent : consent),
                      )
                    : l,
                ),
              ),
            ),
          }).asks[0]?.connector;
        expect(at(flip.to)).toBe(second.connector);
        expect(at(flip.from)).toBe(first.connector);
        const short = flip.from + (flip.to - flip.from) * 0.999;
        if (Math.abs(flip.to - flip.from) > 1e-6) expect(at(short)).not.toBe(second.connector);
      }),
      { numRuns: 30, seed: 52 },
    );
  });

  it("reads the gate between the seeker and the connector", () => {
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const flip = (seeker: string) =>
      whatWouldFlip({ ...base, paths, readiness: new Map([[readinessKey(seeker, "eva"), closed]]) });
    expect(flip("you")).toEqual(whatWouldFlip({ ...base, paths }));
    expect(flip("me")).toEqual(whatWouldFlip({ ...base, paths: paths.slice(0, 2) }));
    expect(flip("me")).not.toEqual(flip("you"));
  });

  it("seeks the change among the foremost: a route far behind them is priced by the plans alone", () => {
    let priced = 0;
    const costs = {
      priceOf: ({ size }: { size: number }) => {
        priced++;
        return size;
      },
    };
    const pricings = (count: number) => {
      priced = 0;
      const found = Array.from({ length: count }, (_, i) =>
        path(leg("me", `c${i}`, 0.6 - i / 1000), leg(`c${i}`, "bob", 0.5)),
      );
      expect(whatWouldFlip({ ...base, paths: found, costs })).toBeDefined();
      return priced;
    };
    const [few, many] = [pricings(100), pricings(200)];
    expect(few).toBeGreaterThan(0);
    // Two legs more for each route more, by the plan and the last check.
    expect(many - few).toBeLessThanOrEqual(2 * PLANS * 100);
  });

  it("does bounded work where many routes cross", () => {
    let priced = 0;
    const costs = {
      priceOf: ({ asked, size }: { asked: string; size: number }) => {
        if (asked === "c0") priced++;
        return size;
      },
    };
    const crossing = (count: number) => {
      const found = Array.from({ length: count }, (_, i) =>
        path(
          leg("me", `c${i}`, 0.3 + i / 50),
          leg(`c${i}`, `d${i}`, 0.6 - i / 40),
          leg(`d${i}`, "bob", 0.5, 0.6),
        ),
      );
      found.push(path(leg("me", "c0", 0.3), leg("c0", "d1", 0.7), leg("d1", "bob", 0.5, 0.6)));
      return { ...base, paths: found, costs };
    };
    const plan = planAsks(crossing(4));
    expect([plan.method, plan.pricesExact]).toEqual(["exact", false]);
    priced = 0;
    expect(whatWouldFlip(crossing(4))).toMatchObject({ first: plan.asks[1]!.connector });
    // One leg of c0 is priced in each solve: those of the plan and of the last check, and at most 20 for each of at most 8 legs.
    expect(priced).toBeGreaterThan(20);
    expect(priced).toBeLessThanOrEqual(PLANS + 20 * 8);
    priced = 0;
    whatWouldFlip(crossing(10));
    expect(priced).toBeLessThanOrEqual(PLANS + 20 * 8);
  });

  it("says of level asks that they are level (W12)", () => {
    const level = (consent: number) => [
      path(leg("me", "ann", 0.5), leg("ann", "bob", 0.4)),
      path(leg("me", "cai", consent), leg("cai", "bob", 0.4)),
    ];
    for (const consent of [0.5, 0.5 - 5e-7]) {
      const flip = whatWouldFlip({ ...base, paths: level(consent) })!;
      expect(flip).toMatchObject({ first: "cai", why: expect.stringMatching(/^The two are level: /) });
      expect(Math.abs(flip.to - flip.from)).toBeLessThanOrEqual(1e-6);
    }
    const flip = whatWouldFlip({ ...base, paths: level(0.4999) })!;
    const change = Math.abs(flip.to - flip.from);
    expect(change).toBeGreaterThan(1e-6);
    expect(change).toBeLessThanOrEqual(1e-4);
  });

  it("finds one over guesses too, at 3 and at 20 of them, near the smallest that does", () => {
    const random = seededRandom(14);
    let found = 0;
    for (let world = 0; world < 12; world++) {
      const count = world % 2 === 0 ? 3 : 20;
      const list = Array.from({ length: count }, (_, i) =>
        path(
          leg("me", `c${i}`, 0.1 + 0.6 * random.next()),
          guess(`c${i}`, "bob", { odds: 0.02 + 0.4 * random.next(), consentIfTied: 0.3 }),
        ),
      );
      const input = { ...base, maxStates: 2_000, value: 100 };
      const [first, second] = planAsks({ ...input, paths: list }).asks.map(({ connector }) => connector);
      const flip = whatWouldFlip({ ...input, paths: list });
      if (flip === undefined) continue;
      found++;
      expect(flip.first).toBe(second);
      const firstAt = (consent: number) => {
        const key = legKey(flip);
        const changed = withConsents(list, (one) => (one === key ? consent : undefined));
        return planAsks({ ...input, paths: changed }).asks[0]?.connector;
      };
      expect(firstAt(flip.to)).toBe(second);
      expect(firstAt(flip.from + 0.7 * (flip.to - flip.from))).toBe(first);
    }
    expect(found).toBeGreaterThan(8);
  });

  it("is silent where somebody was named, who comes first whatever the consents are", () => {
    const named = new Map([["eva", "ann"]]);
    expect(planAsks({ ...base, paths, named }).asks.map(({ connector }) => connector)[0]).toBe("eva");
    expect(whatWouldFlip({ ...base, paths, named })).toBeUndefined();
  });

  it("takes consents of 0 and 1 as they are", () => {
    const certain = [
      path(leg("me", "ann", 1), leg("ann", "bob", 1)),
      path(leg("me", "cai", 0.5), leg("cai", "bob", 0.5)),
      path(leg("me", "cai", 0.5), leg("cai", "dov", 0), leg("dov", "bob", 0, 0.3)),
    ];
    expect(whatWouldFlip({ ...base, paths: certain })).toMatchObject({ from: 1, first: "cai" });
  });

  it("says it in a sentence with the numbers", () => {
    const flip = whatWouldFlip({ ...base, paths: [paths[0]!, paths[2]!] })!;
    expect(flip).toMatchObject({ first: "eva" });
    expect(flip.why).toMatch(
      /^Were the chance of the (?:buyer's yes to the )?(?:first|second) one(?:'s yes)? [\d.]+% instead of [\d.]+%, you would ask the second one first\.$/,
    );
    expect(whatWouldFlip({ ...base, paths: [paths[0]!] })).toBeUndefined();
  });
});
