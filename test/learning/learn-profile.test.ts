import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calibration,
  DEFAULT_LEARNING_SETTINGS,
  type LearnedProfile,
  learnedModel,
  learnedTerms,
  learnProfile,
  learnWith,
  type Outcome,
  readProfile,
  scoreForecasts,
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

/** Asks that were answered as often as a chance says that is off by a shift, each both ways. */
function shifted(kind: string, shift: number, extra: Partial<Outcome> = {}, copies = 12): Outcome[] {
  return Array.from({ length: 20 * copies }, (_, i): Outcome[] => {
    const predicted = (1 + (i % 20)) / 22;
    const truth = sigmoid(logit(predicted) + shift);
    return [
      { ...extra, kind, predicted, at: now, result: "yes", weight: truth },
      { ...extra, kind, predicted, at: now, result: "no", weight: 1 - truth },
    ];
  }).flat();
}

describe("what a profile holds", () => {
  const first = shifted("first", -0.8, { source: "clients", connector: "relay" });
  const last = shifted("lastWeak", 0.6, {}, 10);
  const guesses = [...shifted("knows", 1, {}, 1), ...shifted("cold", -1, {}, 1)];
  const profile = learnProfile([...first, ...last, ...guesses], options);
  const rate = (level: string, key: string) =>
    profile.rates.find((one) => one.level === level && one.key === key);

  it("counts and scores consents as they were forecast, and no guess at a tie", () => {
    const consents = [...first, ...last].map(({ predicted, result, weight }) => ({
      predicted,
      success: result === "yes" ? (1 as const) : (0 as const),
      weight,
    }));
    expect(profile.outcomes).toBeCloseTo(440, 9);
    expect(profile.scores?.brier).toBeCloseTo(scoreForecasts(consents)?.brier ?? 0, 9);
    expect(profile.scores?.skill).toBeCloseTo(scoreForecasts(consents)?.skill ?? 0, 9);
    expect(rate("kind", "knows")?.shift).toBeGreaterThan(0.3);
    const enough = (count: number) => learnProfile(first, { ...options, enough: count }).status;
    expect([enough(239.9), enough(240.1)]).toEqual(["learned", "not-enough-data"]);
  });

  it("calibrates what the rates leave over, connectors and targets each by their own answers", () => {
    expect(learnProfile([...first, ...guesses], options).calibration).toEqual(profile.calibration);
    expect(learnProfile(last, options).lastCalibration).toEqual(profile.lastCalibration);
    expect(learnProfile(first, options).lastCalibration).toEqual({ method: "none" });
    for (const calibration of [profile.calibration, profile.lastCalibration]) {
      if (calibration?.method !== "platt") throw new Error("platt expected");
      expect(calibration.slope).toBeCloseTo(1, 1);
      expect(Math.abs(calibration.intercept)).toBeLessThan(0.2);
    }
  });

  it("goes into the model: roles by their rates, single priors by their names, slopes as they are", () => {
    const { priors, calibration } = learnedModel(profile, { lastWeak: 0.4, first: 0.5 });
    const shift = rate("kind", "lastWeak")?.shift ?? 0;
    expect(shift).toBeGreaterThan(0.3);
    expect(Object.keys(priors)).toEqual(["lastWeak"]);
    expect(priors["lastWeak"]).toBeCloseTo(sigmoid(logit(0.4) + shift), 12);
    // The connector's id is no role.
    expect(rate("connector", "relay")?.shift).not.toBe(0);
    expect(calibration).toMatchObject({
      first: rate("kind", "first")?.shift,
      relay: 0,
      last: 0,
      knows: rate("kind", "knows")?.shift,
      cold: rate("kind", "cold")?.shift,
    });
    const line = ({ slope, intercept }: { slope: number; intercept: number }) => [slope, intercept];
    expect([calibration.firstSlope, calibration.firstIntercept]).toEqual(line(profile.calibration as never));
    expect([calibration.lastSlope, calibration.lastIntercept]).toEqual(
      line(profile.lastCalibration as never),
    );
    const { lastCalibration: _, ...old } = profile;
    expect(learnedModel(old).calibration.lastSlope).toBe(calibration.firstSlope);
  });

  it("gives a request the shifts of its own source, method and connector", () => {
    const source = rate("source", "clients")?.shift;
    expect(source).toBeLessThan(-0.001);
    expect(learnedTerms(profile, { source: "clients", connector: "relay", method: "clients" })).toEqual({
      source,
      method: 0,
      connector: rate("connector", "relay")?.shift,
    });
    const odd = learnProfile(shifted("first", 1, { source: "undefined" }, 1), options);
    expect(learnedTerms(odd, {}).source).toBe(0);
  });

  it("takes the silence of targets for a lesson only where one of their answers was written down", () => {
    const silent = (kind: string): Outcome[] =>
      Array(40).fill({ kind, predicted: 0.5, at: "2026-01-01", result: "pending" });
    for (const kind of ["last", "lastStrong", "cold"]) {
      const untold = learnProfile([...first, ...silent(kind)], options);
      expect(untold).toEqual(learnProfile(first, options));
      const answer: Outcome = { kind: "last", predicted: 0.5, at: now, result: "yes" };
      const { rates } = learnProfile([...first, ...silent(kind), answer], options);
      expect(rates.find(({ key }) => key === kind)?.trials).toBeGreaterThan(39);
    }
    const waiting = learnProfile(silent("first"), options);
    expect(waiting.rates[0]?.shift).toBeLessThan(-1);
  });

  it("is learned by the settings given", () => {
    const set = { ...DEFAULT_LEARNING_SETTINGS, halfLifeDays: Number.POSITIVE_INFINITY };
    const all = [...first, ...last, ...guesses];
    expect(learnWith(set, all, { now })).toEqual(profile);
    expect(learnWith({ ...set, calibrateFrom: 241 }, all, { now }).calibration.method).toBe("none");
    expect(learnWith({ ...set, priorStrength: 90 }, all, { now }).rates[0]?.priorStrength).toBe(90);
    expect(learnWith({ ...set, enough: 441 }, all, { now }).status).toBe("not-enough-data");
    const stiff = learnWith({ ...set, calibrationSpread: 1e-3 }, shifted("first", 2), { now });
    expect((stiff.calibration as { slope: number }).slope).toBeCloseTo(1, 3);
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
    [["day"], 20_261_122],
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
    [
      ["rates", 0, "interval"],
      [0.1, "0.2"],
    ],
    [
      ["rates", 0, "interval"],
      ["0.1", 0.2],
    ],
    [["rates", 0, "interval"], "ab"],
    [["rates", 0, "prior"], "0.5"],
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

  it("says what is wrong, and takes a mean of 1", () => {
    expect(() => readProfile("{")).toThrow(expect.objectContaining({ details: { what: "json" } }));
    expect(() => readProfile(changed(["rates"], {}))).toThrow(
      expect.objectContaining({ details: { what: "rates" } }),
    );
    expect(readProfile(changed(["rates", 0, "mean"], 1)).rates[0]?.mean).toBe(1);
  });

  it("reads the calibration of targets, which older profiles have not", () => {
    const own = { method: "platt", slope: 0.7, intercept: 0.2 };
    expect(readProfile(changed(["lastCalibration"], own)).lastCalibration).toEqual(own);
    expect("lastCalibration" in readProfile(changed(["lastCalibration"], undefined))).toBe(true);
    for (const bad of [null, { method: "platt", slope: "1", intercept: 0 }])
      expect(() => readProfile(changed(["lastCalibration"], bad))).toThrow(
        expect.objectContaining({ code: "PROFILE_INVALID" }),
      );
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
