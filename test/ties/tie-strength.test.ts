import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import type { Interaction, TieEvidence } from "../../src/people/index.js";
import { defaultTieModel, tieStrength } from "../../src/ties/index.js";
import { evidenceArb, interactionArb, isoOf, NOW } from "../support/ties-arbitraries.js";
import { logOdds, oracleStrength } from "../support/ties-oracle.js";

const now = NOW;
const strength = (evidence: TieEvidence, at = now) => tieStrength(evidence, { now: at }).strength;
const many = { numRuns: 600 };

const weekly = (n: number, from: number, kind: Interaction["kind"] = "message"): Interaction[] =>
  Array.from({ length: n }, (_, k) => ({ at: isoOf(from + 7 * k), direction: k % 2 ? "in" : "out", kind }));

describe("tieStrength", () => {
  it("is the formula of the README, floor and state included", () => {
    fc.assert(
      fc.property(evidenceArb({ minAge: -40 }), (evidence) => {
        const oracle = oracleStrength(evidence, now);
        const scored = tieStrength(evidence, { now });
        expect(scored.strength).toBeCloseTo(oracle.used, 12);
        expect(scored.peak).toBeCloseTo(oracle.peak, 12);
        expect(scored.state).toBe(oracle.state);
      }),
      many,
    );
  });

  it("gives the published numbers of a few plain ties", () => {
    expect(strength({})).toBeCloseTo(1 / (1 + Math.exp(1.6)), 12);
    expect(strength({ closeness: 1, overlap: 0.2 })).toBeCloseTo(1 / (1 + Math.exp(0.2 - 0.14)), 12);
    const message = (direction: "in" | "out") => ({
      interactions: [{ at: now, direction, kind: "message" as const }],
    });
    expect(strength(message("in"))).toBeCloseTo(1 / (1 + Math.exp(1.6 - 1.25 * Math.log(2))), 12);
    expect(strength(message("out"))).toBeCloseTo(1 / (1 + Math.exp(1.6 + 0.3 * Math.log(2))), 12);
  });

  it("five messages that nobody answered count less than none, an answer more", () => {
    const wrote = weekly(10, 5).filter(({ direction }) => direction === "out");
    expect(strength({ interactions: wrote })).toBeLessThan(strength({}));
    const answer: Interaction = { at: isoOf(1), direction: "in", kind: "message" };
    expect(strength({ interactions: [...wrote, answer] })).toBeGreaterThan(strength({ interactions: wrote }));
    const machine = { ...answer, automatic: true };
    expect(strength({ interactions: [...wrote, machine] })).toBe(strength({ interactions: wrote }));
  });

  it("takes a recommendation, a team and years at one company for closeness, in words", () => {
    const vouches = [{ kind: "recommendation", direction: "in", at: "2022-05-01" } as const];
    const recommended = tieStrength({ vouches }, { now });
    expect(recommended.factors.find(({ name }) => name === "recommendation")?.detail).toBe(
      "they recommended you in 2022",
    );
    expect(recommended.strength).toBeCloseTo(1 / (1 + Math.exp(2.2 - 1.4)), 12);
    expect(strength({ contexts: ["team"] })).toBeCloseTo(1 / (1 + Math.exp(2.2 - 1.2)), 12);
    expect(strength({ contexts: ["worked-together:acme"] })).toBeCloseTo(1 / (1 + Math.exp(2.2 - 1)), 12);
  });

  it("an event of theirs or of both never lowers it, not by one bit", () => {
    fc.assert(
      fc.property(evidenceArb({ minAge: -40 }), interactionArb(-40), (evidence, event) => {
        fc.pre(event.direction !== "out");
        const more = { ...evidence, interactions: [...(evidence.interactions ?? []), event] };
        expect(strength(more)).toBeGreaterThanOrEqual(strength(evidence));
      }),
      { numRuns: 3000 },
    );
  });

  it("a connection day, a setting, more closeness or overlap never lower it", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(evidenceArb(), fc.nat(5000), share, share, (evidence, age, a, b) => {
        const { connectedOn: _, ...rest } = evidence;
        expect(strength({ ...rest, connectedOn: isoOf(age) })).toBeGreaterThanOrEqual(strength(rest));
        const wider = { ...evidence, contexts: [...(evidence.contexts ?? []), "new"] };
        expect(strength(wider)).toBeGreaterThanOrEqual(strength(evidence));
        const [low, high] = a < b ? [a, b] : [b, a];
        for (const field of ["closeness", "overlap"]) {
          const more = strength({ ...evidence, [field]: high });
          expect(more).toBeGreaterThanOrEqual(strength({ ...evidence, [field]: low }));
        }
      }),
      many,
    );
  });

  it("time without an event never raises it", () => {
    fc.assert(
      fc.property(evidenceArb(), fc.nat(4000), fc.nat(4000), (evidence, a, b) => {
        const [sooner, later] = a < b ? [a, b] : [b, a];
        expect(strength(evidence, isoOf(-later))).toBeLessThanOrEqual(strength(evidence, isoOf(-sooner)));
      }),
      { numRuns: 1500 },
    );
  });

  it("day by day, a tie falls in silence and rises with every event", () => {
    fc.assert(
      fc.property(fc.array(interactionArb(0, 90), { minLength: 1, maxLength: 6 }), (interactions) => {
        const days = new Set(interactions.map(({ at }) => at.slice(0, 10)));
        let before = 0;
        for (let age = 95; age >= 0; age--) {
          const present = strength({ interactions }, isoOf(age));
          if (!days.has(isoOf(age)) && age < 95) expect(present).toBeLessThanOrEqual(before);
          before = present;
        }
      }),
      { numRuns: 100 },
    );
  });

  it("neither the order of events nor the hour of the day matters", () => {
    fc.assert(
      fc.property(evidenceArb({ minAge: -5 }), fc.infiniteStream(fc.nat()), (evidence, stream) => {
        const keyed = (evidence.interactions ?? []).map((event) => ({
          event,
          key: stream.next().value as number,
        }));
        const interactions = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
        const contexts = [...(evidence.contexts ?? [])].reverse();
        const plain = tieStrength(
          { ...evidence, contexts: evidence.contexts ?? [] },
          { now: `${NOW}T00:00:00Z` },
        );
        expect(tieStrength({ ...evidence, interactions, contexts }, { now: `${NOW}T23:59:59Z` })).toEqual(
          plain,
        );
      }),
      many,
    );
  });

  it("does not know what is dated after now", () => {
    const event = (age: number): Interaction => ({ at: isoOf(age), direction: "both", kind: "meeting" });
    expect(tieStrength({ interactions: [event(-1)], connectedOn: isoOf(-9) }, { now })).toMatchObject({
      state: "never-spoken",
      strength: strength({}),
      confidence: 0,
    });
  });

  it("stays between its bond and its peak; a wider shared circle keeps more", () => {
    fc.assert(
      fc.property(evidenceArb(), fc.nat(20000), (evidence, later) => {
        const scored = tieStrength(evidence, { now: isoOf(-later) });
        const phi = 0.35 + 0.35 * (evidence.overlap ?? 0);
        expect(scored.strength).toBeLessThanOrEqual(scored.peak);
        expect(scored.strength).toBeGreaterThanOrEqual(phi * scored.peak);
      }),
      many,
    );
    const long = { interactions: weekly(60, 3000) };
    const kept = (overlap: number) =>
      strength({ ...long, overlap }) / tieStrength({ ...long, overlap }, { now }).peak;
    expect(kept(0)).toBeCloseTo(0.35, 12);
    expect(kept(0.4)).toBeGreaterThan(kept(0.1));
  });

  it("stays inside (0, 1) at the edges", () => {
    const crowd = Array.from({ length: 10_000 }, (_, k) => ({
      at: isoOf(k % 9000),
      direction: "both" as const,
      kind: "meeting" as const,
    }));
    const top = tieStrength(
      {
        interactions: crowd,
        closeness: 1,
        overlap: 1,
        contexts: ["a", "b", "c", "d"],
        connectedOn: "1990-01-01",
      },
      { now },
    );
    expect(top.strength).toBeLessThan(1);
    expect(top.interval[1]).toBeLessThanOrEqual(1);
    const steep = { strength: { base: -900, closeness: 2000 } };
    expect(tieStrength({ closeness: 0 }, { now, model: steep }).strength).toBeGreaterThan(0);
    expect(tieStrength({ closeness: 1 }, { now, model: steep }).strength).toBeLessThan(1);
  });

  it("does not count the same setting twice, nor an empty list against the tie", () => {
    expect(strength({ contexts: ["a", "a", "b"] })).toBe(strength({ contexts: ["a", "b"] }));
    expect(strength({ contexts: [] })).toBe(strength({}));
  });
});

describe("factors, interval and confidence of tieStrength", () => {
  it("adds the factors up to the strength, and without the bond to the present score", () => {
    fc.assert(
      fc.property(evidenceArb(), (evidence) => {
        const { strength: used, factors } = tieStrength(evidence, { now });
        const sum = (list: typeof factors) =>
          list.reduce((total, { contribution }) => total + contribution, 0);
        expect(sum(factors)).toBeCloseTo(logOdds(used), 9);
        const present = sum(factors.filter(({ name }) => name !== "bond"));
        expect(present).toBeCloseTo(logOdds(oracleStrength(evidence, now).present), 9);
        for (const { detail } of factors) expect(detail).toBeTruthy();
      }),
      many,
    );
  });

  it("names what is missing", () => {
    const details = Object.fromEntries(tieStrength({}, { now }).factors.map((f) => [f.name, f]));
    expect(details["closeness"]?.detail).toBe("not known, taken as 0.3");
    for (const name of ["overlap", "contexts", "duration"]) {
      expect(details[name]).toMatchObject({ name, contribution: 0, detail: "not known" });
    }
    expect(details["silence"]?.detail).toBe("no contact on record");
    const spoken = tieStrength({ interactions: weekly(4, 20) }, { now }).factors;
    expect(spoken.find(({ name }) => name === "silence")?.detail).toEqual(
      expect.stringMatching(/^last (contact|heard from them) /),
    );
  });

  it("puts the strength inside its interval", () => {
    fc.assert(
      fc.property(evidenceArb({ minAge: -5 }), (evidence) => {
        const { strength: used, interval, confidence } = tieStrength(evidence, { now });
        expect(interval[0]).toBeGreaterThan(0);
        expect(interval[0]).toBeLessThan(used);
        expect(interval[1]).toBeGreaterThan(used);
        expect(interval[1]).toBeLessThan(1);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      many,
    );
  });

  it("narrows the interval, in log-odds, with every piece of evidence", () => {
    const width = (evidence: TieEvidence) => {
      const [low, high] = tieStrength(evidence, {
        now,
        model: { strength: { bond: 0, bondOverlap: 0 } },
      }).interval;
      return logOdds(high) - logOdds(low);
    };
    fc.assert(
      fc.property(evidenceArb(), interactionArb(), (evidence, event) => {
        const before = width(evidence) + 1e-9;
        expect(width({ ...evidence, interactions: [...(evidence.interactions ?? []), event] })).toBeLessThan(
          before,
        );
        if (evidence.closeness === undefined)
          expect(width({ ...evidence, closeness: 0.3 })).toBeLessThan(before);
        if (evidence.overlap === undefined) expect(width({ ...evidence, overlap: 0 })).toBeLessThan(before);
      }),
      many,
    );
    const span = ([low, high]: readonly [number, number]) => high - low;
    const unknown = tieStrength({}, { now });
    const stated = tieStrength({ closeness: 0.4 }, { now });
    expect(stated.strength).toBeCloseTo(unknown.strength, 12);
    expect(span(stated.interval)).toBeLessThan(0.9 * span(unknown.interval));
    expect(stated.confidence).toBe(0.2);
  });

  it("reports bridging beside strength", () => {
    expect(tieStrength({ overlap: 0.25 }, { now }).bridging).toBe(0.75);
    expect(tieStrength({}, { now })).not.toHaveProperty("bridging");
  });
});

describe("rhythm state", () => {
  const state = (evidence: TieEvidence, at = now) => tieStrength(evidence, { now: at }).state;

  it("tells never spoken from gone cold", () => {
    expect(state({ connectedOn: "2015-01-01", closeness: 1 })).toBe("never-spoken");
    expect(state({ interactions: weekly(2, 10) })).toBe("unknown");
    expect(state({ interactions: weekly(5, 10, "like") })).toBe("unknown");
    expect(state({ interactions: weekly(3, 14) })).toBe("active");
    expect(state({ interactions: weekly(3, 15) })).toBe("fading");
    expect(state({ interactions: weekly(3, 56) })).toBe("fading");
    expect(state({ interactions: weekly(3, 57) })).toBe("dormant");
    expect(state({ interactions: weekly(20, 1094) })).toBe("dormant");
    expect(state({ interactions: weekly(20, 1095) })).toBe("dormant-strong");
    expect(state({ interactions: weekly(3, 1095), closeness: 0 })).toBe("dormant");
  });

  it("counts a peak that just reaches the mark as strong", () => {
    const evidence = { interactions: weekly(20, 1500) };
    const { peak } = tieStrength(evidence, { now });
    const at = (strongPeak: number) =>
      tieStrength(evidence, { now, model: { rhythm: { strongPeak } } }).state;
    expect([at(peak), at(peak + 1e-12)]).toEqual(["dormant-strong", "dormant"]);
  });

  it("only moves one way in silence", () => {
    const order = ["active", "fading", "dormant", "dormant-strong"];
    fc.assert(
      fc.property(evidenceArb(), fc.nat(4000), fc.nat(4000), (evidence, a, b) => {
        const [sooner, later] = a < b ? [a, b] : [b, a];
        const [before, after] = [state(evidence, isoOf(-sooner)), state(evidence, isoOf(-later))];
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
      many,
    );
  });
});

describe("what tieStrength refuses", () => {
  const code = (evidence: unknown, at: unknown = now) => {
    try {
      tieStrength(evidence as TieEvidence, { now: at as string });
    } catch (error) {
      return isWarmpathError(error) ? error.code : "no coded error";
    }
    return "accepted";
  };
  const event = { at: now, direction: "out", kind: "call" };

  it.each([
    [null],
    ["text"],
    [{ closeness: Number.NaN }],
    [{ closeness: 1.01 }],
    [{ closeness: "0.5" }],
    [{ closeness: null }],
    [{ overlap: -0.1 }],
    [{ overlap: Number.POSITIVE_INFINITY }],
    [{ contexts: "work" }],
    [{ contexts: [1] }],
    [{ interactions: {} }],
    [{ interactions: [null] }],
    [{ interactions: [{ ...event, kind: "fax" }] }],
    [{ interactions: [{ ...event, kind: "__proto__" }] }],
    [{ interactions: [{ ...event, kind: "constructor" }] }],
    [{ interactions: [{ ...event, direction: "up" }] }],
  ])("evidence %j", (evidence) => {
    expect(code(evidence)).toBe("INVALID_EVIDENCE");
  });

  it.each([
    [{ interactions: [{ ...event, at: "yesterday" }] }],
    [{ interactions: [{ ...event, at: "2024-02-30" }] }],
    [{ interactions: [{ ...event, at: "2024-13-01" }] }],
    [{ interactions: [{ ...event, at: "2024-0a-01" }] }],
    [{ interactions: [{ direction: "out", kind: "call" }] }],
    [{ connectedOn: "" }],
    [{ connectedOn: "12 Mar 2020" }],
    [{ connectedOn: 20200312 }],
  ])("dates in %j", (evidence) => {
    expect(code(evidence)).toBe("INVALID_DATE");
  });

  it("a now that is none", () => {
    expect(code({}, "today")).toBe("INVALID_DATE");
    expect(code({}, new Date(Number.NaN))).toBe("INVALID_DATE");
    expect(code({}, null)).toBe("INVALID_DATE");
  });

  it("changes nothing that it is given", () => {
    const evidence = { interactions: weekly(5, 3).reverse(), contexts: ["b", "a"] };
    const copy = JSON.stringify(evidence);
    tieStrength(evidence, { now });
    expect(JSON.stringify(evidence)).toBe(copy);
    expect(defaultTieModel.weights.like).toBe(0.12);
  });
});
