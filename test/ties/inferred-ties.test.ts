import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JobRank, titleLikeness } from "../../src/people/index.js";
import { type Colleagues, colleagueTie, inferredConsent } from "../../src/ties/index.js";
import { logOdds, sigma } from "../support/ties-oracle.js";

const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });

/** Expectation by a fine midpoint grid over ln n, straight from the definition. */
function expectedByGrid(seen: number): number {
  const [mu, width] = [Math.log(200), 1.8];
  const from = seen > 0 ? Math.max(Math.log(seen), mu - 10 * width) : mu - 10 * width;
  const to = Math.max(from, mu) + 10 * width;
  const cells = 400_000;
  const step = (to - from) / cells;
  const shift = ((Math.max(from, mu) - mu) / width) ** 2 / 2;
  let [mass, sum] = [0, 0];
  for (let k = 0; k < cells; k++) {
    const x = from + (k + 0.5) * step;
    const density = Math.exp(shift - ((x - mu) / width) ** 2 / 2);
    mass += density;
    sum += density * Math.min(0.5, 3.7 * Math.exp(-0.63 * x));
  }
  return sum / mass;
}

describe("colleagueTie", () => {
  it("is the fitted law: 50 people .31, 200 .131, 457 .078, 1,000 .048, 10,000 .011", () => {
    const at = (headcount: number) => colleagueTie({ headcount });
    expect([1, 10, 50, 200, 457, 1000, 10_000].map((n) => Number(at(n).toFixed(3)))).toEqual([
      0.5, 0.5, 0.315, 0.131, 0.078, 0.048, 0.011,
    ]);
  });

  it("shifts in log-odds by what two share and who they are, and only nears its cap", () => {
    const ranks: (JobRank | undefined)[] = ["chief", "vp", "director", "manager", "junior", undefined];
    const ends: Record<string, number> = { chief: 0.5, vp: 0.5, director: 0.25, junior: -0.5 };
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e6 }),
        fc.record({
          sameOffice: fc.boolean(),
          sameFunction: fc.boolean(),
          sameRank: fc.boolean(),
          isAssistant: fc.boolean(),
        }),
        fc.constantFrom(...ranks),
        fc.constantFrom(...ranks),
        (headcount, shared, rank, otherRank) => {
          const business = (people: number): number =>
            shared.sameFunction
              ? 1.3 + 1.2 * Math.min(1, Math.max(0, Math.log(people / 200) / Math.log(5)))
              : -0.5;
          const equal =
            (shared.sameOffice ? 2.2 : 0) + (shared.sameRank ? 0.2 : 0) + (shared.isAssistant ? 1 : 0);
          const told = equal + business(headcount) + (ends[rank ?? ""] ?? 0) + (ends[otherRank ?? ""] ?? 0);
          const odds = logOdds(3.7 * headcount ** -0.63);
          const isLeader = (one: JobRank | undefined): boolean => one === "chief" || one === "vp";
          const lead = isLeader(otherRank) && (isLeader(rank) || shared.isAssistant);
          const few = 0.03 * headcount;
          const circle = logOdds(Math.min(0.5, 3.7 * few ** -0.63)) + equal + business(few);
          const shift = lead ? Math.max(told, circle - odds) : told;
          const shifted = sigma(odds + shift);
          const tie = colleagueTie({
            headcount,
            ...shared,
            ...(rank && { rank }),
            ...(otherRank && { otherRank }),
          });
          if (shifted <= 0.45) expect(tie).toBeCloseTo(shifted, 12);
          else {
            expect(tie).toBeGreaterThanOrEqual(0.45);
            expect(tie).toBeLessThanOrEqual(0.5);
          }
        },
      ),
    );
  });

  it.each([50, 500, 50_000])(
    "ranks eight people of a firm of %i as those who know its VP Operations",
    (headcount) => {
      const odds = (title: string) => colleagueTie({ headcount, ...titleLikeness(title, "VP Operations") });
      const falling = [
        "Executive Assistant to the VP Operations",
        "COO",
        "Director of Logistics",
        "Purchasing Manager",
        "VP Sales",
        "Engineer",
      ].map(odds);
      for (const [i, one] of falling.entries()) if (i > 0) expect(one).toBeLessThan(falling[i - 1] as number);
      expect(odds("CEO")).toBeLessThanOrEqual(odds("COO"));
      expect(odds("CEO")).toBeGreaterThan(odds("Director of Logistics"));
      expect(odds("Intern")).toBeCloseTo(odds("Engineer"), 12);
    },
  );

  it("takes chiefs and vice presidents for a circle of their own, of a share of the firm", () => {
    const peers = titleLikeness("VP Sales", "VP Operations");
    const odds = (headcount: number, leaders?: number) =>
      colleagueTie(
        { headcount, ...peers },
        leaders === undefined ? {} : { model: { inference: { leaders } } },
      );
    expect([500, 50_000].map((size) => Number(odds(size).toFixed(3)))).toEqual([0.426, 0.028]);
    expect([500, 50_000].map((size) => Number(odds(size, 0).toFixed(3)))).toEqual([0.138, 0.008]);
    // The buyer's own assistant and the CEO of 50,000 know them far oftener than a purchasing manager does.
    const far = ["Executive Assistant to the VP Operations", "CEO", "Purchasing Manager"].map((title) =>
      colleagueTie({ headcount: 50_000, ...titleLikeness(title, "VP Operations") }),
    );
    expect(far.map((one) => Number(one.toFixed(3)))).toEqual([0.494, 0.221, 0.076]);
    expect(colleagueTie({ headcount: 500, rank: "founder", otherRank: "founder" })).toBeCloseTo(
      sigma(logOdds(3.7 * 500 ** -0.63) + 1),
      12,
    );
  });

  it("falls with the headcount and with the number seen, never above its cap (T6)", () => {
    const people = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 1e9 }));
    fc.assert(
      fc.property(people, people, fc.boolean(), (a, b, sameOffice) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        for (const field of ["headcount", "colleaguesSeen"]) {
          const few = colleagueTie({ [field]: small, sameOffice });
          const many = colleagueTie({ [field]: large, sameOffice });
          expect(many).toBeLessThanOrEqual(few + 1e-12);
          expect(few).toBeLessThanOrEqual(0.5);
          expect(many).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("takes the expectation over the prior where nobody gave a headcount", () => {
    for (const seen of [0, 1, 2, 5, 9, 10, 11, 40, 200, 1000, 30_000, 1e6, 1e9]) {
      const exact = expectedByGrid(seen);
      const error = Math.abs(colleagueTie({ colleaguesSeen: seen }) - exact);
      expect(error).toBeLessThan(Math.min(1e-8, 2e-6 * exact));
    }
    expect(colleagueTie()).toBe(colleagueTie({ colleaguesSeen: 0 }));
    expect(colleagueTie({ headcount: 30, colleaguesSeen: 5 })).toBe(colleagueTie({ headcount: 30 }));
  });

  it.each([
    [{ headcount: 0 }],
    [{ headcount: Number.NaN }],
    [{ headcount: 1 / 0 }],
    [{ colleaguesSeen: -1 }],
  ])("refuses %j", (colleagues) => {
    expect(() => colleagueTie(colleagues as Colleagues)).toThrow(refused);
  });
});

describe("inferredConsent", () => {
  it("lies between a willing stranger's and a friend's", () => {
    expect(inferredConsent({ tieProbability: 0.25, consentIfTied: 0.4 })).toBeCloseTo(
      0.25 * 0.4 + 0.75 * 0.25 * 0.08,
      12,
    );
    expect(inferredConsent({ tieProbability: 0, consentIfTied: 0.4 })).toBe(0.02);
    expect(inferredConsent({ tieProbability: 0, consentIfTied: 0.4, willing: 1 })).toBe(0.08);
    expect(
      inferredConsent({ tieProbability: 0, consentIfTied: 0.4 }, { model: { inference: { willing: 0.5 } } }),
    ).toBe(0.04);
    expect(inferredConsent({ tieProbability: 1, consentIfTied: 0.4 })).toBe(0.4);
    expect(inferredConsent({ tieProbability: 0.5, consentIfTied: 0.4, consentIfNot: 0 })).toBe(0.2);
    expect(() => inferredConsent({ tieProbability: 1.2, consentIfTied: 0.4 })).toThrow(refused);
  });
});
