import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConsentRequest,
  consent,
  incentiveEffect,
  silencePosterior,
  timingAfter,
} from "../../src/ties/index.js";
import { logOdds, sigma } from "../support/ties-oracle.js";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const shift = fc.double({ min: -2, max: 2, noNaN: true });
const role = fc.constantFrom("first" as const, "relay" as const, "last" as const);
const medium = fc.constantFrom("in-person", "phone", "email", "linkedin", "inmail", "cold-email");
const requestArb: fc.Arbitrary<ConsentRequest> = fc.record(
  {
    strength: share,
    role,
    medium,
    standing: fc.double({ min: -5, max: 5, noNaN: true }),
    reluctance: share,
    timing: share,
    quality: share,
    recentAsks: fc.nat(6),
    risk: share,
    thanked: fc.boolean(),
    taught: fc.boolean(),
    reminded: fc.boolean(),
    effort: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    incentive: fc.constantFrom("giver" as const, "receiver" as const),
    endorsement: fc.constantFrom(
      "name-drop" as const,
      "forward" as const,
      "introduction" as const,
      "ringing" as const,
    ),
    learned: fc.record({ source: shift, method: shift, connector: shift }, { requiredKeys: [] }),
    ownEstimate: share,
  },
  { requiredKeys: ["strength", "role"] },
);
const p = (request: ConsentRequest) => consent(request).probability;
const runs = { numRuns: 500 };

function oracle(r: ConsentRequest): number {
  const {
    strength: s,
    standing = 0,
    reluctance = 0.5,
    timing = 0,
    quality = 0.5,
    recentAsks = 0,
    risk = 0,
  } = r;
  let prior = { first: 0.45, relay: 0.33, last: s >= 0.5 ? 0.45 : 0.3 }[r.role];
  if (r.role === "first" && r.medium === "in-person") prior = 0.6;
  if (r.role !== "relay" && r.medium === "inmail") prior = 0.1;
  if (r.role !== "relay" && r.medium === "cold-email") prior = 0.045;
  const reward = { giver: 0.6 * (1 - s), receiver: 0.2 };
  const heard = { "name-drop": -0.8, forward: -0.3, introduction: 0, ringing: 0.4 };
  const cold = r.medium === "inmail" || r.medium === "cold-email";
  const introduced =
    r.role === "last" && !cold && r.endorsement !== "name-drop" && r.endorsement !== "forward";
  const plain =
    logOdds(prior) +
    3 * (s - 0.5) +
    0.8 * Math.tanh(standing) +
    1.5 * (0.5 - reluctance) +
    0.5 * timing +
    0.5 * (quality - 0.5) -
    0.7 * recentAsks -
    0.5 * risk +
    (r.thanked ? 0.4 : 0) +
    (r.taught ? 0.3 : 0) +
    (r.reminded ? 0.3 : 0) -
    0.5 * (r.effort ?? 0) +
    (r.incentive ? reward[r.incentive] : 0) +
    (r.endorsement && r.role === "last" ? heard[r.endorsement] : 0);
  const taught = (r.learned?.source ?? 0) + (r.learned?.method ?? 0) + (r.learned?.connector ?? 0);
  const formula = introduced ? Math.max(logOdds(0.25), plain) : plain;
  if (r.ownEstimate === undefined) return sigma(formula + taught);
  const own = Math.min(Math.max(r.ownEstimate, 0.01), 0.99);
  return sigma(0.5 * formula + 0.5 * (logOdds(own) + 0.5) + taught);
}

describe("consent", () => {
  it("is the logit of the README", () => {
    fc.assert(
      fc.property(requestArb, (request) => {
        expect(p(request)).toBeCloseTo(oracle(request), 12);
      }),
      runs,
    );
  });

  it("gives the published priors where nothing else is known", () => {
    expect(p({ strength: 0.5, role: "first", medium: "in-person" })).toBeCloseTo(0.6, 12);
    expect(p({ strength: 0.5, role: "first", medium: "email" })).toBeCloseTo(0.45, 12);
    expect(p({ strength: 0.5, role: "first" })).toBeCloseTo(0.45, 12);
    expect(p({ strength: 0.5, role: "relay" })).toBeCloseTo(0.33, 12);
    expect(p({ strength: 0.5, role: "last" })).toBeCloseTo(0.45, 12);
    expect(p({ strength: 0.5 - 1e-9, role: "last" })).toBeCloseTo(0.3, 8);
    expect(p({ strength: 0.5, role: "last", medium: "inmail" })).toBeCloseTo(0.1, 12);
    expect(p({ strength: 0.5, role: "first", medium: "cold-email" })).toBeCloseTo(0.045, 12);
  });

  it("rises with strength, standing, timing, quality; falls with reluctance, recent asks, risk", () => {
    fc.assert(
      fc.property(requestArb, share, share, fc.nat(9), (request, a, b, more) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        for (const field of ["strength", "standing", "timing", "quality"] as const) {
          expect(p({ ...request, [field]: high })).toBeGreaterThanOrEqual(p({ ...request, [field]: low }));
        }
        for (const field of ["reluctance", "risk"] as const) {
          expect(p({ ...request, [field]: high })).toBeLessThanOrEqual(p({ ...request, [field]: low }));
        }
        const asked = request.recentAsks ?? 0;
        expect(p({ ...request, recentAsks: asked + more })).toBeLessThanOrEqual(p(request));
      }),
      { numRuns: 1500 },
    );
    expect(p({ strength: 0.6, role: "relay" })).toBeGreaterThan(p({ strength: 0.59, role: "relay" }));
  });

  it("adds its factors up to the log-odds, and says what is not known", () => {
    fc.assert(
      fc.property(requestArb, (request) => {
        const { probability, factors } = consent(request);
        const sum = factors.reduce((total, { contribution }) => total + contribution, 0);
        expect(sum).toBeCloseTo(logOdds(probability), 9);
      }),
      runs,
    );
    const missing = consent({ strength: 0.5, role: "relay" }).factors.filter(
      ({ detail }) => detail === "not known",
    );
    expect(missing.map(({ name, contribution }) => [name, contribution])).toEqual(
      ["standing", "reluctance", "timing", "quality", "recent-asks", "risk"].map((name) => [name, 0]),
    );
  });

  it("names the field that is wrong", () => {
    const whatOf = (extra: object) => {
      try {
        consent({ strength: 0.5, role: "last", ...extra } as ConsentRequest);
      } catch (error) {
        return (error as { details: { what: string } }).details.what;
      }
      return "accepted";
    };
    for (const field of [
      "strength",
      "standing",
      "reluctance",
      "timing",
      "quality",
      "recentAsks",
      "risk",
      "ownEstimate",
    ]) {
      expect(whatOf({ [field]: Number.NaN })).toBe(field);
    }
    for (const field of ["role", "medium", "incentive", "endorsement"])
      expect(whatOf({ [field]: 7 })).toBe(field);
    for (const level of ["source", "method", "connector"]) {
      expect(whatOf({ learned: { [level]: Number.NaN } })).toBe("learned");
    }
    expect(() => consent("text" as never)).toThrow("the request is to be within its range");
  });

  it("puts the probability inside the interval; knowing more narrows it", () => {
    fc.assert(
      fc.property(requestArb, (request) => {
        const { probability, interval } = consent(request);
        expect(interval[0]).toBeGreaterThan(0);
        expect(interval[0]).toBeLessThan(probability);
        expect(interval[1]).toBeGreaterThan(probability);
        expect(interval[1]).toBeLessThan(1);
      }),
      runs,
    );
    const width = (request: ConsentRequest) => {
      const [low, high] = consent(request).interval;
      return high - low;
    };
    const plain = { strength: 0.6, role: "first" } as const;
    expect(width({ ...plain, strengthInterval: [0.58, 0.62] })).toBeLessThan(width(plain));
    expect(width({ ...plain, reluctance: 0.5 })).toBeLessThan(width(plain));
    expect(width({ ...plain, strengthInterval: [0.1, 0.95] })).toBeGreaterThan(width(plain));
  });

  it("takes the user's own estimate as evidence: up for known pessimism, between both, shown as theirs", () => {
    const plain = { strength: 0.5, role: "relay" } as const;
    const said = consent({ ...plain, ownEstimate: 0.33 });
    expect(said.probability).toBeGreaterThan(0.33);
    expect(logOdds(said.probability)).toBeCloseTo(logOdds(0.33) + 0.25, 12);
    expect(said.factors.find(({ name }) => name === "own-estimate")?.detail).toBe("your own estimate: 0.33");
    fc.assert(
      fc.property(requestArb, share, share, (request, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(p({ ...request, ownEstimate: high })).toBeGreaterThanOrEqual(
          p({ ...request, ownEstimate: low }),
        );
      }),
    );
  });

  it("lifts with thanks, with a reward by who gets it, and with the warmth of the endorsement", () => {
    const at = (strength: number, extra: Partial<ConsentRequest>, role: "first" | "last" = "first") =>
      logOdds(p({ strength, role, ...extra })) - logOdds(p({ strength, role }));
    expect(at(0.4, { thanked: true })).toBeCloseTo(0.4, 9);
    expect(at(0.4, { taught: true, reminded: true })).toBeCloseTo(0.6, 9);
    expect(at(0.4, { effort: 1 })).toBeCloseTo(-0.5, 9);
    expect(at(0, { incentive: "giver" })).toBeCloseTo(0.6, 9);
    expect(at(1, { incentive: "giver" })).toBeCloseTo(0, 9);
    expect(at(0, { incentive: "receiver" })).toBeCloseTo(0.2, 9);
    expect(at(1, { incentive: "receiver" })).toBeCloseTo(0.2, 9);
    const kinds = ["name-drop", "forward", "introduction", "ringing"] as const;
    const lifts = kinds.map((endorsement) => at(0.4, { endorsement }, "last"));
    expect(lifts).toEqual([...lifts].sort((a, b) => a - b));
    expect(new Set(lifts).size).toBe(4);
    expect(at(0.4, { endorsement: "ringing" }, "first")).toBe(0);
    expect(incentiveEffect(0, "giver").logOdds).toBeCloseTo(0.6, 12);
    expect(incentiveEffect(1, "receiver").logOdds).toBeCloseTo(0.2, 12);
    expect([incentiveEffect(0.5, "giver").quality, incentiveEffect(0.5, "receiver").quality]).toEqual([
      0.7, 1,
    ]);
  });

  it("rises with strength even where a reward would fade faster", () => {
    const model = { consent: { strength: 0.5 }, incentive: { weakGiver: 3 } };
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const at = (strength: number) =>
          consent({ strength, role: "first", incentive: "giver" }, { model }).probability;
        expect(at(high)).toBeGreaterThanOrEqual(at(low));
      }),
    );
  });

  it("applies a learned calibration last, and shows it", () => {
    const model = { calibration: { slope: 0.5, intercept: -1 } };
    fc.assert(
      fc.property(requestArb, (request) => {
        const { probability, factors } = consent(request, { model });
        expect(logOdds(probability)).toBeCloseTo(0.5 * logOdds(p(request)) - 1, 9);
        const sum = factors.reduce((total, { contribution }) => total + contribution, 0);
        expect(sum).toBeCloseTo(logOdds(probability), 9);
      }),
    );
  });

  it("says in words what each term rests on", () => {
    const { factors } = consent({
      strength: 0.25,
      role: "last",
      medium: "email",
      timing: -0.5,
      recentAsks: 2,
      risk: 0.3,
    });
    const details = factors.map(({ detail }) => detail);
    expect(details).toEqual([
      "the target's own yes by email",
      "tie strength 0.25",
      "not known",
      "not known",
      "after a failure",
      "not known",
      "2 asked of them lately",
      "risk to their name 0.3",
      "an introduced request is seldom refused outright",
    ]);
    const more = consent({
      strength: 0.25,
      role: "last",
      timing: 0.5,
      standing: 1,
      thanked: true,
      endorsement: "forward",
    });
    expect(more.factors.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        "after a success",
        "in credit with them: 100% of what may be owed",
        "thanked for the last favor",
        "comes as forward",
      ]),
    );
  });

  it.each([
    [0, "even with them"],
    [0.25, "in credit with them: 25% of what may be owed"],
    [-0.69, "in their debt: 69% of what may be owed"],
  ])("says of a standing of %s how the two stand", (standing, words) => {
    const { factors } = consent({ strength: 0.5, role: "first", standing });
    expect(factors.find(({ name }) => name === "standing")?.detail).toBe(words);
  });

  it("takes other numbers where the model gives them", () => {
    const model = { priors: { relay: 0.5 }, consent: { strength: 0 } };
    expect(consent({ strength: 0.9, role: "relay" }, { model }).probability).toBeCloseTo(0.5, 12);
  });

  it.each([
    [{ strength: Number.NaN, role: "first" }],
    [{ strength: 1.1, role: "first" }],
    [{ strength: -0.1, role: "first" }],
    [{ role: "first" }],
    [{ strength: "1", role: "first" }],
    [{ strength: 0.5 }],
    [{ strength: 0.5, role: "constructor" }],
    [{ strength: 0.5, role: "first", medium: 3 }],
    [{ strength: 0.5, role: "first", standing: Number.NaN }],
    [{ strength: 0.5, role: "first", standing: Number.POSITIVE_INFINITY }],
    [{ strength: 0.5, role: "first", reluctance: 2 }],
    [{ strength: 0.5, role: "first", timing: 1.5 }],
    [{ strength: 0.5, role: "first", quality: -1 }],
    [{ strength: 0.5, role: "first", recentAsks: -1 }],
    [{ strength: 0.5, role: "first", risk: Number.NaN }],
    [{ strength: 0.5, role: "first", incentive: "both" }],
    [{ strength: 0.5, role: "last", endorsement: "loud" }],
    [{ strength: 0.5, role: "first", ownEstimate: 1.2 }],
    [{ strength: 0.5, role: "first", learned: { source: Number.NaN } }],
    [{ strength: 0.5, role: "first", strengthInterval: [0.6, 0.7] }],
    [null],
  ])("refuses %j", (request) => {
    expect(() => consent(request as unknown as ConsentRequest)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});

describe("hope and timing", () => {
  it("an unanswered ask starts at p, falls to 0, and never rises", () => {
    const days = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(share, days, days, fc.constantFrom("email", "linkedin"), (chance, a, b, by) => {
        const [sooner, later] = a < b ? [a, b] : [b, a];
        expect(silencePosterior(chance, 0, by)).toBeCloseTo(chance, 12);
        expect(silencePosterior(chance, later, by)).toBeLessThanOrEqual(silencePosterior(chance, sooner, by));
        expect(silencePosterior(chance, later, by)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
    expect(silencePosterior(0.5, 3, "linkedin")).toBeCloseTo(1 / 3, 12);
    expect(silencePosterior(0.5, 3, "email")).toBeCloseTo(1 / 9, 12);
    expect(silencePosterior(1, 5)).toBe(1);
    expect(silencePosterior(1, Number.POSITIVE_INFINITY)).toBe(0);
    expect(silencePosterior(0.6, 1e6)).toBe(0);
    expect(() => silencePosterior(0.5, -1)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });

  it("timing is 1 on the day and halves every 30 days", () => {
    expect(timingAfter(0)).toBe(1);
    expect(timingAfter(30)).toBe(0.5);
    expect(timingAfter(10, { model: { halfLives: { timing: 10 } } })).toBe(0.5);
  });
});
