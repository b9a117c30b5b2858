import { logit, roundForPlan, sigmoid } from "../base/index.js";
import type { Leg } from "../paths/index.js";
import { parseTitle } from "../people/index.js";
import { JOB_FUNCTIONS } from "../people/title-words.js";
import { legKey, legsOf, planAsks, withConsents } from "../planning/index.js";
import {
  closenessQuestion,
  inferredConsent,
  type Question,
  type TieModel,
  worthAsking,
} from "../ties/index.js";
import { consentAt } from "./consent-at.js";
import type { IntroductionPlan } from "./introduction-plan.js";
import { asksInput, historyOf } from "./plan-introduction.js";
import { isFromWork, isTitleWanted } from "./plan-issues.js";
import type { PlanningDay } from "./planning-day.js";
import { titlesFor } from "./titles-for.js";

/** A question to put to somebody before asking for the introduction, and what its answer is worth. */
export interface PlanQuestion {
  /**
   * `closeness`: how well the asker knows the asked. `knows-target`: whether the asker knows the target at all. `title`: what the
   * asked, the buyer, does, for the asker, a seeker, to find out.
   */
  readonly about: "closeness" | "knows-target" | "title";
  readonly asker: string;
  readonly asked: string;
  /** Expected gain of the plan from knowing the answer first, in favor points; 0 where no answer would change the plan. */
  readonly worth: number;
}

/**
 * The questions about a plan's legs, the one whose answer would change the plan most first. Each answer's plan is solved
 * anew; an order that is not exact within a few thousand states is taken as it is found.
 */
export function questionsOf(day: PlanningDay, plan: IntroductionPlan): readonly PlanQuestion[] {
  const { asking, search } = day.settings;
  const { value = asking.assumedValue } = plan;
  // What was answered and what is under way counts as in the plan itself.
  const input = {
    ...asksInput(day, value, plan.target, plan.paths, historyOf(day, plan.target)),
    maxStates: search.questionStates,
  };
  const legs = legsOf(plan.paths);
  const seekers = new Set(plan.seekers);
  const questions = [...legs.values()].flatMap((leg): Question[] => {
    if (leg.inferred) return [knowsTarget(leg)];
    if (!seekers.has(leg.asker) || leg.evidence.closeness !== undefined) return [];
    if (day.facts.wasStated(leg.asker, leg.asked)) return [];
    const ask = { id: legKey(leg), evidence: leg.evidence, consentAt: consentAt(day, plan, leg) };
    return [closenessQuestion(ask, { now: day.date, model: day.settings.ties })];
  });
  const planValue = (consents: Readonly<Record<string, number>>): number =>
    planAsks({ ...input, paths: withConsents(plan.paths, (key) => consents[key]) }).expectedValue;
  const title = isTitleWanted(plan.target, plan.paths) ? [titleQuestion(day, plan, legs)] : [];
  return worthAsking([...questions, ...title], planValue).map(({ id, worth }) => {
    if (id === TITLE)
      return {
        about: "title",
        asker: plan.seekers[0] as string,
        asked: plan.target.id,
        worth: roundForPlan(worth),
      };
    const { asker, asked, inferred } = legs.get(id) as Leg;
    return { about: inferred ? "knows-target" : "closeness", asker, asked, worth: roundForPlan(worth) };
  });
}

/** Do they know the target? With the odds of the tie yes, and the note goes over a tie; else they may write as a stranger. */
function knowsTarget(leg: Leg): Question {
  const odds = leg.tieProbability ?? 0;
  const key = legKey(leg);
  return {
    id: key,
    answers: [
      { weight: odds, consents: { [key]: leg.consentIfTied } },
      { weight: 1 - odds, consents: { [key]: (leg.willing ?? 1) * (leg.consentIfNot ?? 0) } },
    ],
  };
}

/**
 * What does the buyer do? Every function is as likely (an assumption). Whoever is of it knows the buyer more often, others of whom
 * another one is told less.
 */
function titleQuestion(day: PlanningDay, plan: IntroductionPlan, legs: ReadonlyMap<string, Leg>): Question {
  const titleOf = titlesFor(day, plan.seekers, [plan.target]);
  const { ties } = day.settings;
  const guesses = [...legs].flatMap(([key, leg]) =>
    isFromWork(leg) ? [{ key, leg, own: parseTitle(titleOf(leg.asker)).function }] : [],
  );
  const functions = [...new Set(guesses.map(({ own }) => own))].filter(
    (own) => own !== undefined && own !== "general",
  );
  const consentsIf = (business: string | undefined): Record<string, number> => {
    const consents: Record<string, number> = Object.create(null);
    for (const { key, leg, own } of guesses) consents[key] = consentIf(leg, own, business, ties);
    return consents;
  };
  return {
    id: TITLE,
    answers: [
      ...functions.map((business) => ({ weight: 1, consents: consentsIf(business) })),
      { weight: Math.max(1, FUNCTIONS - functions.length), consents: consentsIf(undefined) },
    ],
  };
}

/** Consent over a guess, did the buyer's function turn out to be this one; undefined: one of nobody here. */
function consentIf(leg: Leg, own: string | undefined, business: string | undefined, ties: TieModel): number {
  const { sameFunction, differentFunction, cap } = ties.inference;
  const shift =
    own === undefined || own === "general" ? 0 : own === business ? sameFunction : -differentFunction;
  const tieProbability = Math.min(cap, sigmoid(logit(leg.tieProbability ?? 0) + shift));
  const { consentIfTied, consentIfNot, willing } = leg;
  return inferredConsent({ tieProbability, consentIfTied, consentIfNot, willing }, { model: ties });
}

/** Stands for the buyer's position among the ids of legs. */
const TITLE = "title";
/** Functions that a position can tell, but for the whole firm. */
const FUNCTIONS = JOB_FUNCTIONS.length - 1;
