import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consent,
  defaultTieModel,
  type PartialTieModel,
  resolveTieModel,
  TieScorer,
  tieStrength,
} from "../../src/ties/index.js";
import { evidenceArb, NOW } from "../support/ties-arbitraries.js";
import { oracleStrength } from "../support/ties-oracle.js";

describe("TieModel", () => {
  it("keeps every default that is not overridden, and changes no default", () => {
    const before = JSON.stringify(defaultTieModel);
    const model = resolveTieModel({ strength: { base: -1, days: 0.9 }, weights: { like: 0 } });
    expect(model).toEqual({
      ...defaultTieModel,
      strength: { ...defaultTieModel.strength, base: -1, days: 0.9 },
      weights: { ...defaultTieModel.weights, like: 0 },
    });
    expect(JSON.stringify(defaultTieModel)).toBe(before);
    expect(resolveTieModel()).toBe(defaultTieModel);
    expect(resolveTieModel({ strength: undefined, weights: { like: undefined } } as never)).toEqual(
      defaultTieModel,
    );
    expect(resolveTieModel(model)).toEqual(model);
    expect(resolveTieModel(JSON.parse(JSON.stringify(model)) as PartialTieModel)).toEqual(model);
  });

  it.each([
    [{ unheard: {} }],
    [{ strength: { unheard: 1 } }],
    [{ strength: 3 }],
    [JSON.parse('{"__proto__":{"a":1}}')],
    [JSON.parse('{"strength":{"constructor":1}}')],
    [{ strength: { days: -1 } }],
    [{ strength: { base: Number.NaN } }],
    [{ strength: { base: "1" } }],
    [{ strength: { bond: 0.9 } }],
    [{ priors: { relay: 0 } }],
    [{ priors: { relay: 1 } }],
    [{ priors: { lastWeak: 0.9 } }],
    [{ inference: { cap: 1.5 } }],
    [{ halfLives: { mail: 0 } }],
    [{ rhythm: { activeGaps: 9 } }],
    [{ inference: { cap: 0 } }],
    [{ inference: { cap: 1 } }],
    [{ rhythm: { minimumDays: 1 } }],
    [{ inference: { strength: 1.5 } }],
    [{ endorsement: { forward: 0.1 } }],
    [{ calibration: { slope: -0.1 } }],
    [{ consent: { ownEstimate: 1.1 } }],
    ["text"],
  ])("refuses %j", (model) => {
    expect(() => resolveTieModel(model as PartialTieModel)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("drives the strength: fitted numbers go where the formula has them", () => {
    const overrides = {
      weights: { message: 3, like: 0.7 },
      strength: { base: -1, days: 0.5, silence: 0.2, reciprocity: 2, duration: 1, contactWeight: 0.6 },
    };
    const model = resolveTieModel(overrides);
    fc.assert(
      fc.property(evidenceArb(), (evidence) => {
        const { strength } = tieStrength(evidence, { now: NOW, model: overrides });
        expect(strength).toBeCloseTo(oracleStrength(evidence, NOW, model).used, 12);
      }),
    );
  });

  it("can let the odds of a tie halve instead of fading by the power law", () => {
    const model = {
      strength: { silence: 0, silencePerDay: Math.LN2 / 110, bond: 0, bondOverlap: 0, base: 0 },
    };
    const at = (now: string) => {
      const interactions = Array.from({ length: 9 }, (_, k) => ({
        at: `2026-01-0${k + 1}`,
        direction: "both" as const,
        kind: "meeting" as const,
      }));
      const { strength } = tieStrength({ interactions }, { now, model });
      return strength / (1 - strength);
    };
    expect(at("2026-01-09") / at("2026-04-29")).toBeCloseTo(2, 9);
  });
});

describe("TieScorer", () => {
  it("gives the bits of the explained forms", () => {
    const models: PartialTieModel[] = [{}, { strength: { days: 0.7 }, priors: { relay: 0.2 } }];
    fc.assert(
      fc.property(
        evidenceArb({ minAge: -5 }),
        fc.constantFrom(...models),
        fc.constantFrom("first" as const, "relay" as const, "last" as const),
        (evidence, model, role) => {
          const scorer = new TieScorer({ now: NOW, model });
          const { strength } = tieStrength(evidence, { now: NOW, model });
          expect(scorer.strength(evidence)).toBe(strength);
          expect(scorer.consent({ strength, role })).toBe(consent({ strength, role }, { model }).probability);
        },
      ),
      { numRuns: 600 },
    );
  });
});
