import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logit, sigmoid } from "../../src/base/index.js";
import { IntroductionPlanner, Network, type PlannerEvent } from "../../src/index.js";
import { mostLikely } from "../support/learning-oracle.js";
import { MONDAY } from "../support/practice-world.js";

/** What is forecast of each connector: that they know the buyer, would write to a stranger, and say yes. */
interface Forecast {
  readonly knows: number;
  readonly willing: number;
  readonly first: number;
}
/** How many said yes, no without a reason, that they do not know the buyer, and nothing until the ask lapsed. */
interface Answers {
  readonly yes: number;
  readonly no: number;
  readonly untied: number;
  readonly silent?: number;
}

/** So long ago that who has not answered is given up. */
const LONG_AGO = "2026-10-20";

/** Odds of the guess and the connectors' consent as learned from such a record. */
function learned({ knows, willing, first }: Forecast, answers: Answers): { knows: number; first: number } {
  const planner = new IntroductionPlanner({ network: new Network() });
  const guess = { tieProbability: knows, willing, consentIfTied: 0.3, consentIfNot: 0.1 };
  const events: PlannerEvent[] = [];
  const at = answers.silent === undefined ? MONDAY.slice(0, 10) : LONG_AGO;
  const add = (count: number, answer?: object) => {
    for (let k = 0; k < count; k++) {
      const n = events.length;
      const [id, connector, target] = [`ask${n}`, `c${n}`, `t${n}`];
      const legs = [
        { asker: "me", asked: connector, consent: first, inferred: false },
        { asker: connector, asked: target, consent: 0.1, inferred: true, guess },
      ];
      const ask = { id, seeker: "me", connector, target, legs, cost: 1, price: 1 };
      events.push({ id: `s${n}`, type: "ask.sent", at, ask } as PlannerEvent);
      if (answer !== undefined) events.push({ id: `a${n}`, at, ask: id, ...answer } as PlannerEvent);
    }
  };
  add(answers.yes, { type: "ask.agreed" });
  add(answers.no, { type: "ask.declined" });
  add(answers.untied, { type: "ask.declined", answer: "not-tied" });
  add(answers.silent ?? 0);
  planner.recordAll(events);
  const { rates } = planner.learn({ now: MONDAY });
  const shiftOf = (kind: string) =>
    rates.find(({ level, key }) => level === "kind" && key === kind)?.shift ?? 0;
  return {
    knows: sigmoid(logit(knows) + shiftOf("knows")),
    first: sigmoid(logit(first) + shiftOf("first")),
  };
}

const HALF: Forecast = { knows: 0.49, willing: 0.25, first: 0.45 };
const forecasts = fc.record({
  knows: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
  willing: fc.double({ min: 0.2, max: 0.5, noNaN: true }),
  first: fc.double({ min: 0.3, max: 0.7, noNaN: true }),
});
const counts = fc.record({
  yes: fc.integer({ min: 0, max: 15 }),
  no: fc.integer({ min: 0, max: 40 }),
  untied: fc.integer({ min: 0, max: 15 }),
});

describe("planner.learn of ties that nobody has seen", () => {
  it("finds what a slow search over all three unknowns finds most likely", () => {
    fc.assert(
      fc.property(forecasts, counts, (forecast, answers) => {
        const [found, best] = [learned(forecast, answers), mostLikely(forecast, answers)];
        expect(Math.abs(found.knows - best.knows)).toBeLessThan(0.02);
        expect(Math.abs(found.first - best.first)).toBeLessThan(0.02);
      }),
      { numRuns: 10, seed: 14 },
    );
  });

  it("takes a lone “I do not know them” among plain noes for what it is: odds fall, and no less with more of them", () => {
    const odds = [0, 1, 2, 5, 10, 20, 29, 30].map(
      (untied) => learned(HALF, { yes: 0, no: 30 - untied, untied }).knows,
    );
    expect(learned(HALF, { yes: 0, no: 0, untied: 1 }).knows).toBeLessThan(0.47);
    expect(odds[1]).toBeLessThan(HALF.knows);
    for (const [k, chance] of odds.slice(1).entries()) expect(chance).toBeLessThan(odds[k]! + 1e-3);
  });

  it("never raises odds by one more “I do not know them”, in addition or in place of a plain no", () => {
    fc.assert(
      fc.property(forecasts, counts, (forecast, answers) => {
        const { knows } = learned(forecast, answers);
        const untied = answers.untied + 1;
        expect(learned(forecast, { ...answers, untied }).knows).toBeLessThan(knows + 1e-3);
        const no = Math.max(0, answers.no - 1);
        expect(learned(forecast, { ...answers, no, untied }).knows).toBeLessThan(knows + 1e-3);
      }),
      { numRuns: 12, seed: 15 },
    );
  });

  it("stays where it was after a record that agrees, whatever share of the untied says so, and where they are silent", () => {
    fc.assert(
      fc.property(
        forecasts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (forecast, told, isSilent) => {
          const { knows, willing, first } = forecast;
          const able = knows + (1 - knows) * willing;
          const [yes, untied] = [Math.round(300 * able * first), Math.round(300 * (1 - able) * told)];
          const rest = 300 - yes - untied;
          const after = learned(forecast, {
            yes,
            untied,
            no: isSilent ? 0 : rest,
            silent: isSilent ? rest : 0,
          });
          expect(Math.abs(after.knows - knows)).toBeLessThan(0.02);
          expect(Math.abs(after.first - first)).toBeLessThan(0.02);
        },
      ),
      { numRuns: 8, seed: 16 },
    );
  });
});
