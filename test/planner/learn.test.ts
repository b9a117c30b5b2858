import { describe, expect, it } from "vitest";
import { IntroductionPlanner, type LearnedProfile } from "../../src/index.js";
import { AnsweringWorld, AS_FORECAST, errorsOfRounds, type Truth } from "../support/answering-world.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

const TURNED: Truth = { ...AS_FORECAST, first: -1, last: 0.7, slope: 0.8, knows: 1, cold: 0.5 };

/** Ann and Cho were asked for many buyers outside the network; Ann always agrees, Cho never. */
function taught(): IntroductionPlanner {
  const { planner } = practiceWorld();
  const ask = planForBob(planner).asks[0]!;
  const [first, last] = ask.legs as [(typeof ask.legs)[number], (typeof ask.legs)[number]];
  for (let k = 0; k < 40; k++) {
    const connector = k % 4 === 0 ? "ann" : "cho";
    const [id, target] = [`ask${k}`, `t${k}`];
    const at = `2025-0${1 + (k % 9)}-1${k % 10}`;
    const legs = [
      { ...first, asked: connector },
      { ...last, asker: connector, asked: target },
    ];
    const answer = connector === "ann" ? "ask.agreed" : "ask.declined";
    planner.recordAll([
      { id: `s${k}`, type: "ask.sent", at, ask: { ...ask, id, connector, target, legs } },
      { id: `y${k}`, type: answer, at, ask: id },
    ]);
  }
  return planner;
}

describe("planner.learn", () => {
  it("brings forecasts nearer to the truth in every round of plan, record and learn, and keeps them there", () => {
    const errors = errorsOfRounds(TURNED, 1, true);
    expect(errors[0]).toBeGreaterThan(0.12);
    for (const [i, error] of errors.slice(1).entries()) expect(error).toBeLessThan(errors[i]! + 0.005);
    expect(errors.at(-1)).toBeLessThan(0.4 * errors[0]!);
  });

  it.each([1, 0.3])(
    "changes no probability by more than .02 where the record agrees with the forecasts, and %d of the untied say so",
    (told) => {
      const world = new AnsweringWorld(70, { ...AS_FORECAST, told }, 1, true);
      world.round(
        Array.from({ length: 60 }, (_, i) => i),
        MONDAY,
      );
      const legs = () =>
        [60, 61, 62, 63].flatMap((f) =>
          [world.planForKnown(f, MONDAY), world.planForGuessed(f, MONDAY)].flatMap(
            ({ paths, jointProbability }) => [
              jointProbability,
              ...paths.flatMap((path) => [path.probability, ...path.legs.map(({ consent }) => consent)]),
            ],
          ),
        );
      const before = legs();
      expect(world.planner.learn({ now: MONDAY }).status).toBe("learned");
      const after = legs();
      expect(after).not.toEqual(before);
      for (const [i, chance] of after.entries()) expect(Math.abs(chance - before[i]!)).toBeLessThan(0.02);
    },
  );

  it("is used by plan, reach, campaign and next from then on, and forgotten by forget", () => {
    const planner = taught();
    const chances = () => {
      const reach = planner.reach({ seeker: "me", targets: ["bob"], now: MONDAY });
      const target = { target: "bob", value: 50 };
      const campaign = planner.campaign({ seeker: "me", targets: [target], now: MONDAY });
      return [planForBob(planner).jointProbability, reach[0]?.probability, campaign.asks[0]?.ask.probability];
    };
    const before = chances();
    const text = JSON.stringify(planForBob(planner));
    const profile = planner.learn({ now: MONDAY });
    expect(planner.profile).toEqual(profile);
    const after = chances();
    for (const [i, chance] of after.entries()) expect(Math.abs(chance! - before[i]!)).toBeGreaterThan(0.0001);
    const [first] = planForBob(planner).paths[0]!.legs;
    expect(first!.predicted).not.toBe(first!.consent);
    expect(first!.factors.map(({ name }) => name)).toContain("connector");
    planner.forget();
    expect(chances()).toEqual(before);
    expect(JSON.stringify(planForBob(planner))).toBe(text);
  });

  it("tells connectors apart: who always agreed rises above who never did", () => {
    const planner = taught();
    planner.learn({ now: MONDAY });
    const shiftOf = (id: string) =>
      planner.profile?.rates.find(({ level, key }) => level === "connector" && key === id)?.shift ?? 0;
    expect(shiftOf("ann")).toBeGreaterThan(0.2);
    expect(shiftOf("cho")).toBeLessThan(-0.1);
  });

  it("is saved by toJSON, byte for byte, and teaches a planner of another team by its profile", () => {
    const planner = taught();
    const profile = planner.learn({ now: MONDAY });
    const saved = JSON.stringify(planner.toJSON());
    const again = IntroductionPlanner.fromJSON(JSON.parse(saved));
    expect(JSON.stringify(again.toJSON())).toBe(saved);
    expect(JSON.stringify(planForBob(again))).toBe(JSON.stringify(planForBob(planner)));
    const other = practiceWorld({ profile }).planner;
    const [plain, learned] = [planForBob(practiceWorld().planner), planForBob(other)];
    const firstTo = (plan: typeof plain, id: string) =>
      plan.paths.find(({ people }) => people[1] === id)?.legs[0]?.consent ?? 0;
    expect(firstTo(learned, "cho")).toBeLessThan(firstTo(plain, "cho"));
    expect(() => practiceWorld({ profile: { version: 2 } as unknown as LearnedProfile })).toThrow(
      expect.objectContaining({ code: "PROFILE_INVALID" }),
    );
  });

  it("learns the same again and again: what was learned is no lesson", () => {
    const planner = taught();
    const once = planner.learn({ now: MONDAY });
    for (let k = 0; k < 3; k++) expect(planner.learn({ now: MONDAY })).toEqual(once);
  });

  it("believes a connector by what became of their word that it is done", () => {
    const { planner } = practiceWorld();
    const [ask] = planForBob(planner).asks.filter(({ connector }) => connector === "ann");
    const consentOfAnn = () => {
      const leg = planner
        .plan({ seeker: "me", target: "dan", now: MONDAY })
        .paths.find(({ people }) => people[1] === "ann")?.legs[0];
      return [leg?.consent ?? 0, leg?.factors.find(({ name }) => name === "claims")?.contribution] as const;
    };
    planner.recordAll([
      { id: "s", type: "ask.sent", at: "2026-06-01", ask: ask! },
      { id: "c", type: "ask.claimed", at: "2026-06-02", ask: ask!.id },
    ]);
    const [unproved, shift] = consentOfAnn();
    // Prior .7 of weight 4, one claim that nothing came of.
    expect(shift).toBeCloseTo(Math.log(2.8 / 2.2) - Math.log(0.7 / 0.3), 9);
    planner.record({ id: "i", type: "introduction.made", at: "2026-06-20", ask: ask!.id });
    const [proved, after] = consentOfAnn();
    expect(after).toBeCloseTo(Math.log(3.8 / 1.2) - Math.log(0.7 / 0.3), 9);
    expect(proved).toBeGreaterThan(unproved);
  });

  it("refuses options that it does not know, and a day that is none", () => {
    const { planner } = practiceWorld();
    expect(() => planner.learn({ now: MONDAY, from: 1 } as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(() => planner.learn({ now: "soon" })).toThrow(expect.objectContaining({ code: "INVALID_DATE" }));
  });
});
