import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calibration,
  type LearnedProfile,
  learnedModel,
  learnedTerms,
  learnProfile,
  type Outcome,
  readProfile,
} from "../../src/learning/index.js";
import { consent, defaultTieModel, type PartialTieModel } from "../../src/ties/index.js";
import { uniforms } from "../support/learning-oracle.js";

const now = "2026-11-22";
const options = { now, halfLifeDays: Number.POSITIVE_INFINITY };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (p: number) => Math.log(p / (1 - p));

/** A world in which relays answer by 1.2 log-odds less than the formula says, clients by 0.8 more than others. */
function world(n: number, seed = 1): Outcome[] {
  const random = uniforms(seed);
  return Array.from({ length: n }, () => {
    const strength = random();
    const source = random() < 0.5 ? "clients" : "friends";
    const predicted = consent({ strength, role: "relay" }).probability;
    const truth = sigmoid(logit(predicted) - 1.2 + (source === "clients" ? 0.8 : 0));
    return { kind: "relay", source, predicted, at: now, result: random() < truth ? "yes" : "no" };
  });
}

describe("learnProfile", () => {
  it("says that there is not enough data, and then learns", () => {
    expect(learnProfile([], options)).toEqual({
      version: 1,
      day: now,
      status: "not-enough-data",
      outcomes: 0,
      rates: [],
      calibration: { method: "none" },
      lastCalibration: { method: "none" },
    });
    expect(learnProfile(world(29), options).status).toBe("not-enough-data");
    expect(learnProfile(world(30), options).status).toBe("learned");
  });

  it("applied to a fresh network, gives the consents of the world it was learned in", () => {
    const error = (n: number) => {
      let sum = 0;
      for (let seed = 1; seed <= 5; seed++) {
        const profile = learnProfile(world(n, seed), options);
        const model: PartialTieModel = learnedModel(profile, { ...defaultTieModel.priors });
        for (const strength of [0.1, 0.3, 0.5, 0.7, 0.9]) {
          for (const source of ["clients", "friends"]) {
            const learned = learnedTerms(profile, { source });
            const said = consent({ strength, role: "relay", learned }, { model }).probability;
            const plain = consent({ strength, role: "relay" }).probability;
            sum += Math.abs(said - sigmoid(logit(plain) - 1.2 + (source === "clients" ? 0.8 : 0)));
          }
        }
      }
      return sum / 50;
    };
    const [few, some, many] = [error(20), error(400), error(6000)];
    expect(some).toBeLessThan(few);
    expect(many).toBeLessThan(some);
    expect(many).toBeLessThan(0.02);
  });

  it("is the same whatever the order, and survives JSON byte for byte", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(60), (n, cut) => {
        const outcomes = world(n, n + 1);
        const profile = learnProfile(outcomes, options);
        const text = JSON.stringify(profile);
        expect(
          JSON.stringify(learnProfile([...outcomes.slice(cut), ...outcomes.slice(0, cut)], options)),
        ).toBe(text);
        expect(JSON.stringify(readProfile(text))).toBe(text);
        expect(readProfile(JSON.parse(text))).toEqual(profile);
      }),
      { numRuns: 40 },
    );
  });

  it("learns nothing of what it has not seen", () => {
    const profile = learnProfile(world(100), options);
    expect(learnedTerms(profile, { source: "strangers", connector: "x" })).toEqual({
      source: 0,
      method: 0,
      connector: 0,
    });
    expect(learnedTerms(profile, {})).toEqual({ source: 0, method: 0, connector: 0 });
    expect(learnedModel(profile, { ...defaultTieModel.priors }).calibration.relay).not.toBe(0);
    const byRole = learnProfile(
      [...Array(40)].map(() => ({ kind: "first", predicted: 0.45, at: now, result: "no" })),
      options,
    );
    const { priors, calibration } = learnedModel(byRole, { ...defaultTieModel.priors });
    expect(priors).toEqual({});
    expect(calibration.first).toBeLessThan(-1);
    expect(learnedModel(learnProfile([], options), {})).toEqual({
      priors: {},
      calibration: defaultTieModel.calibration,
    });
  });
});

describe("readProfile", () => {
  const good = learnProfile(world(1500), options);
  const changed = (path: readonly (string | number)[], value: unknown) => {
    const copy = JSON.parse(JSON.stringify(good)) as Record<string | number, unknown>;
    let at = copy;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
    at[path.at(-1) as string] = value;
    return copy as unknown as LearnedProfile;
  };

  it.each([
    [["version"], 2],
    [["day"], "today"],
    [["status"], "fine"],
    [["outcomes"], -1],
    [["outcomes"], "9"],
    [["rates"], {}],
    [["rates", 0], null],
    [["rates", 0, "level"], "team"],
    [["rates", 0, "key"], 1],
    [["rates", 0, "shift"], null],
    [["rates", 0, "mean"], 1.5],
    [["rates", 0, "trials"], -2],
    [["rates", 0, "interval"], [0.1]],
    [["calibration"], undefined],
    [["calibration", "method"], "guess"],
    [["calibration", "slope"], -1],
    [["calibration", "intercept"], "0"],
    [["scores"], 3],
    [["scores", "brier"], null],
  ])("refuses %j = %j", (path, value) => {
    expect(() => readProfile(changed(path, value))).toThrow(
      expect.objectContaining({ code: "PROFILE_INVALID" }),
    );
  });

  it("takes slope and intercept of an isotonic profile that version 0.1 saved", () => {
    const { slope, intercept } = good.calibration as Extract<Calibration, { method: "platt" }>;
    const old = { method: "isotonic", slope, intercept, forecasts: [0.2, 0.4], values: [0.3, 0.5] };
    expect(readProfile(changed(["calibration"], old))).toEqual(good);
  });

  it.each([["{"], ["[]"], ["null"], [null], [3], [undefined]])("refuses %j", (value) => {
    expect(() => readProfile(value)).toThrow(expect.objectContaining({ code: "PROFILE_INVALID" }));
  });

  it("teaches nothing where answers come as often as forecast, whatever the asks", () => {
    const ask = fc.record({
      kind: fc.constantFrom("first", "relay", "last"),
      predicted: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      connector: fc.constantFrom("a", "b", "c", undefined),
      source: fc.constantFrom("clients", "friends", undefined),
    });
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 400 }), (asks) => {
        // Each ask both ways, each way by its own chance: the record agrees to the last bit.
        const outcomes = asks.flatMap(({ predicted, ...rest }): Outcome[] => [
          { ...rest, predicted, at: now, result: "yes", weight: predicted },
          { ...rest, predicted, at: now, result: "no", weight: 1 - predicted },
        ]);
        const profile = learnProfile(outcomes, options);
        for (const { shift } of profile.rates) expect(Math.abs(shift)).toBeLessThan(1e-9);
        const { calibration } = learnedModel(profile);
        for (const name of ["firstSlope", "lastSlope"] as const)
          expect(Math.abs(calibration[name] - 1)).toBeLessThan(1e-6);
        for (const name of ["firstIntercept", "lastIntercept"] as const)
          expect(Math.abs(calibration[name])).toBeLessThan(1e-6);
      }),
    );
  });

  it("never gives a slope beyond [.5, 1.5] to forecasts without spread, whatever the answers", () => {
    const answers = fc.array(fc.boolean(), { minLength: 150, maxLength: 600 });
    fc.assert(
      fc.property(
        answers,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.nat(100),
        (yes, p, jitter) => {
          const outcomes = yes.map((isYes, i): Outcome => {
            const predicted = sigmoid(logit(p) + ((i % 3) - 1) * jitter * 1e-4);
            return { kind: "first", predicted, at: now, result: isYes ? "yes" : "no" };
          });
          const { calibration } = learnProfile(outcomes, options);
          expect(calibration.method).toBe("platt");
          const slope = calibration.method === "platt" ? calibration.slope : Number.NaN;
          expect(slope).toBeGreaterThan(0.5);
          expect(slope).toBeLessThan(1.5);
        },
      ),
    );
  });
});
