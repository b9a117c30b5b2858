import { callersOwn, checkShape, compareCodeUnits, madeOf, unfit } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { TieScorer } from "./tie-scorer.js";

/** A question whose answer would change what is known: each possible answer with its odds and the consents it leads to. */
export interface Question {
  /** The caller's name of it: a tie, a person. */
  readonly id: string;
  readonly answers: readonly Answer[];
}

/** One answer: its probability (weights are normalised) and the consents, by ask id, that would then hold. */
export interface Answer {
  readonly weight: number;
  readonly consents: Readonly<Record<string, number>>;
}

/** What a question is worth, in the unit of the plan's value. */
export interface QuestionWorth {
  readonly id: string;
  /** Expected gain of the plan from knowing the answer before acting; 0 where no answer would change what to do. */
  readonly worth: number;
}

/**
 * Ranks questions ("how well do you know Bob?") by the expected value of their answers. That is the mean over the
 * answers of the best plan's value given that answer, less its value without one. `planValue` gives the value of the
 * best plan when these consents replace the present ones. It is an optimum, so convex in each of them, so the worth is
 * never negative beyond rounding. One call an answer and one a question. Best first, equal ones by id.
 * @throws WarmpathError `INVALID_ARGUMENT` for a question without answers or with weights that are none.
 */
export function worthAsking(
  questions: readonly Question[],
  given: (consents: Readonly<Record<string, number>>) => number,
): QuestionWorth[] {
  return madeOf("questions", () => {
    checkShape(questions, [{ id: "text", answers: [{ weight: "number", consents: "object" }] }], "questions");
    const planValue = callersOwn(given, "planValue");
    return questions
      .map(({ id, answers }) => {
        for (const { consents } of answers) checkShape(Object.values(consents), ["finite"], "consents");
        const total = answers.reduce((sum, { weight }) => sum + weight, 0);
        if (!(total > 0) || answers.some(({ weight }) => !(weight >= 0))) {
          throw unfit("answers", "given, with weights from 0");
        }
        const known = answers.reduce(
          (sum, { weight, consents }) => sum + (weight / total) * planValue(consents),
          0,
        );
        return { id, worth: Math.max(0, known - planValue(expectedConsents(answers, total))) };
      })
      .sort((a, b) => b.worth - a.worth || compareCodeUnits(a.id, b.id));
  });
}

/** The consents that hold while nobody has answered: their means over the answers. */
function expectedConsents(answers: readonly Answer[], total: number): Record<string, number> {
  const means: Record<string, number> = Object.create(null);
  for (const { weight, consents } of answers) {
    for (const [id, consent] of Object.entries(consents))
      means[id] = (means[id] ?? 0) + (weight / total) * consent;
  }
  return means;
}

/**
 * "How well do you know them?" as a question about one ask. Closeness is 0, 0.3, 0.6 or 1 with odds .25, .34, .28, .13
 * (an assumption), so 0.4 in the mean. Three quarters of that count: 0.3, as while it is not stated. Each is carried to the ask's consent.
 */
export function closenessQuestion(
  ask: {
    readonly id: string;
    readonly evidence: TieEvidence;
    readonly consentAt: (strength: number, neverSpoken: number) => number;
  },
  options: { readonly now: Date | string; readonly model?: PartialTieModel | undefined },
): Question {
  return madeOf("ask", () => {
    checkShape(ask, { id: "text", evidence: "object", consentAt: "function" }, "ask");
    checkShape(options, "object", "options");
    const scorer = new TieScorer(options);
    const consentAt = callersOwn(ask.consentAt, "consentAt");
    return {
      id: ask.id,
      answers: CLOSENESS.map(([closeness, weight]) => {
        const { strength, neverSpoken } = scorer.score({ ...ask.evidence, closeness });
        return { weight, consents: single(ask.id, consentAt(strength, neverSpoken)) };
      }),
    };
  });
}

function single(id: string, consent: number): Record<string, number> {
  const consents: Record<string, number> = Object.create(null);
  consents[id] = consent;
  return consents;
}

const CLOSENESS: readonly (readonly [number, number])[] = [
  [0, 0.25],
  [0.3, 0.34],
  [0.6, 0.28],
  [1, 0.13],
];
