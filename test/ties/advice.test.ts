import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closenessQuestion,
  consent,
  explainLeg,
  type Question,
  tieStrength,
  tieToWarm,
  worthAsking,
} from "../../src/ties/index.js";
import { evidenceArb, isoOf, NOW } from "../support/ties-arbitraries.js";

const now = NOW;
const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });

/** Best single ask: its value is a maximum of linear functions, as that of every optimal plan. */
const bestOf =
  (present: Record<string, number>, value = 10, cost = 2) =>
  (changed: Readonly<Record<string, number>>): number =>
    Math.max(0, ...Object.keys(present).map((id) => value * (changed[id] ?? present[id] ?? 0) - cost));

/** "How likely is a yes?": one of two answers, weighted so that their mean is the present probability. */
const consentQuestion = (id: string, probability: number, low: number, high: number): Question => {
  const [below, above] = [(probability - low) / 1.645, (high - probability) / 1.645];
  if (below + above === 0) return { id, answers: [{ weight: 1, consents: { [id]: probability } }] };
  return {
    id,
    answers: [
      { weight: above / (below + above), consents: { [id]: probability - below } },
      { weight: below / (below + above), consents: { [id]: probability + above } },
    ],
  };
};

describe("worthAsking", () => {
  it("values a question by what its answer would change", () => {
    const plan = bestOf({ bob: 0.5, eve: 0.45 });
    const worth = worthAsking(
      [consentQuestion("eve", 0.45, 0.1, 0.8), consentQuestion("bob", 0.5, 0.48, 0.52)],
      plan,
    );
    expect(worth.map(({ id }) => id)).toEqual(["eve", "bob"]);
    expect(worth[0]?.worth).toBeCloseTo(0.5 * 10 * (0.45 + 0.35 / 1.645 - 0.5), 9);
    expect(worth[1]?.worth).toBe(0);
  });

  it("is never negative, zero where the plan stays the same, and order-free", () => {
    const asks = fc.array(fc.tuple(unit, unit, unit), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(asks, (list) => {
        const questions = list.map((three, k) => {
          const [low, probability, high] = [...three].sort((a, b) => a - b) as [number, number, number];
          return consentQuestion(`${k}`, probability, low, high);
        });
        const present = Object.fromEntries(
          list.map((three, k) => [`${k}`, [...three].sort((a, b) => a - b)[1] ?? 0]),
        );
        const worth = worthAsking(questions, bestOf(present));
        for (const each of worth) expect(each.worth).toBeGreaterThanOrEqual(0);
        expect(worthAsking([...questions].reverse(), bestOf(present))).toEqual(worth);
        for (const each of worthAsking(questions, () => 3)) expect(each.worth).toBeCloseTo(0, 12);
      }),
    );
  });

  it("expects nothing of a question whose answer is known", () => {
    const sure = consentQuestion("a", 0.4, 0.4, 0.4);
    expect(sure.answers).toHaveLength(1);
    expect(worthAsking([sure], bestOf({ a: 0.4, b: 0.39 }))).toEqual([{ id: "a", worth: 0 }]);
  });

  it("asks how well one knows somebody: answers rise with closeness, their mean is the assumed one, of which three quarters count", () => {
    fc.assert(
      fc.property(evidenceArb(), (evidence) => {
        const { closeness: _, ...rest } = evidence;
        const { answers } = closenessQuestion(
          { id: "__proto__", evidence: rest, consentAt: (s) => s },
          { now },
        );
        const strengths = answers.map(({ consents }) => Object.values(consents)[0] as number);
        expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
        const unknown = tieStrength(rest, { now }).strength;
        expect(strengths[0]).toBeLessThanOrEqual(unknown);
        expect(strengths[3]).toBeGreaterThanOrEqual(unknown);
        expect(answers.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
    );
    expect(() => worthAsking([{ id: "a", answers: [] }], () => 0)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});

describe("tieToWarm", () => {
  const consentAt = (strength: number) => consent({ strength, role: "first" }).probability;

  it("names the tie and the contact that raise the joint probability most, recomputed", () => {
    fc.assert(
      fc.property(fc.array(evidenceArb({ maxLength: 5 }), { minLength: 1, maxLength: 4 }), (list) => {
        const ties = list.map((evidence, k) => ({ id: `t${k}`, evidence, consentAt }));
        const strengths = list.map((evidence) => tieStrength(evidence, { now }).strength);
        const joint = (changed: Readonly<Record<string, number>>) =>
          1 - strengths.reduce((none, s, k) => none * (1 - 0.4 * (changed[`t${k}`] ?? consentAt(s))), 1);
        const step = tieToWarm(ties, joint, { now });
        const all = ties.flatMap(({ id, evidence }) =>
          (["message", "call", "meeting"] as const).map((kind) => {
            const interactions = [
              ...(evidence.interactions ?? []),
              { at: now, direction: "both" as const, kind },
            ];
            return joint({ [id]: consentAt(tieStrength({ ...evidence, interactions }, { now }).strength) });
          }),
        );
        expect(step?.jointProbability[1]).toBe(Math.max(...all));
        expect(step?.jointProbability[0]).toBe(joint({}));
        expect(step?.strength[1]).toBeGreaterThan(step?.strength[0] ?? 1);
      }),
      { numRuns: 200 },
    );
  });

  it("prefers the lighter of what does the same, and says nothing where nothing helps", () => {
    const ties = [{ id: "a", evidence: {}, consentAt }];
    const capped = (changed: Readonly<Record<string, number>>) => (changed["a"] === undefined ? 0.1 : 0.2);
    expect(tieToWarm(ties, capped, { now })?.by).toBe("message");
    expect(tieToWarm(ties, () => 0.3, { now })).toBeUndefined();
  });
});

describe("explainLeg", () => {
  const leg = (
    evidence: Parameters<typeof tieStrength>[0],
    extra: Partial<Parameters<typeof consent>[0]> = {},
  ) => {
    const tie = tieStrength(evidence, { now });
    const answer = consent({ strength: tie.strength, role: "first", ...extra });
    return {
      consent: answer.probability,
      interval: answer.interval,
      strength: tie.strength,
      state: tie.state,
      factors: [...tie.factors.map((f) => ({ ...f, name: `tie.${f.name}` })), ...answer.factors],
      evidence,
      inferred: false,
    };
  };

  it("gives likelihood, standing with its date, and the strongest reasons", () => {
    const interactions = Array.from({ length: 12 }, (_, k) => ({
      at: isoOf(20 + 14 * k),
      direction: "both" as const,
      kind: "call" as const,
    }));
    const sentence = explainLeg(leg({ interactions, closeness: 0.8 }, { recentAsks: 1 }));
    expect(sentence).toMatch(/^About \d+% \(\d+ to \d+%\): in touch, last contact 2026-11-02, 20 days ago; /);
    expect(sentence).toContain("for it: contact on 12 days, closeness stated as 0.8");
    expect(sentence).toContain("against it: 1 asked of them lately.");
  });

  it("claims nothing that is not known", () => {
    const cold = explainLeg(leg({ connectedOn: "2019-05-06T10:00:00Z" }));
    expect(cold).toMatch(/^About \d+% \(\d+ to \d+%\): never spoken, connected 2019-05-06\.$/);
    expect(explainLeg(leg({}))).toMatch(/: never spoken\.$/);
    const bare = {
      ...leg({}),
      consent: 0.004,
      inferred: true,
      factors: [{ name: "risk", contribution: -2 }],
    };
    expect(explainLeg(bare)).toMatch(/^About 0\.\d% \(\d+ to \d+%\): inferred, nobody has seen this tie\.$/);
    const inferred = { ...leg({}), inferred: true, tieProbability: 0.061 };
    expect(explainLeg(inferred)).toContain(
      "inferred, nobody has seen this tie, odds that they know each other 6.1%",
    );
    fc.assert(
      fc.property(evidenceArb(), (evidence) => {
        expect(explainLeg(leg(evidence))).not.toMatch(/not known|undefined|NaN/);
      }),
    );
  });
});
