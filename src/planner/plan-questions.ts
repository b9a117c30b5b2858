import { roundForPlan } from "../base/index.js";
import type { Leg } from "../paths/index.js";
import { jointSuccessBounds, legKey, legsOf, planAsks, planRoutes, withConsents } from "../planning/index.js";
import { closenessQuestion, type Question, tieToWarm, type WarmingStep, worthAsking } from "../ties/index.js";
import type { IntroductionPlan } from "./introduction-plan.js";
import { asksInput } from "./plan-introduction.js";
import type { PlanningDay } from "./planning-day.js";

/** A question to put to somebody before asking for the introduction, and what its answer is worth. */
export interface PlanQuestion {
  /** `closeness`: how well the asker knows the asked. `knows-target`: whether the asker knows the target at all. */
  readonly about: "closeness" | "knows-target";
  readonly asker: string;
  readonly asked: string;
  /** Expected gain of the plan from knowing the answer first, in favor points; 0 where no answer would change the plan. */
  readonly worth: number;
}

/** One contact on one tie that would raise the plan's joint probability most, recomputed. */
export interface PlanWarming extends Omit<WarmingStep, "id"> {
  readonly asker: string;
  readonly asked: string;
}

/**
 * The questions about a plan's legs, the one whose answer would change the plan most first. Each answer's plan is solved
 * anew; an order that is not exact within a few thousand states is taken as it is found.
 */
export function questionsOf(day: PlanningDay, plan: IntroductionPlan): readonly PlanQuestion[] {
  const { asking, search } = day.settings;
  const { value = asking.assumedValue } = plan;
  const input = { ...asksInput(day, value, plan.target, plan.paths, []), maxStates: search.questionStates };
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
  return worthAsking(questions, planValue).map(({ id, worth }) => {
    const { asker, asked, inferred } = legs.get(id) as Leg;
    return { about: inferred ? "knows-target" : "closeness", asker, asked, worth: roundForPlan(worth) };
  });
}

/**
 * The single tie of a plan to warm before asking, by what, and what it would do to the joint probability. Only a seeker's own ties, since
 * nobody else can be made to meet somebody.
 */
export function warmingOf(day: PlanningDay, plan: IntroductionPlan): PlanWarming | undefined {
  const legs = legsOf(plan.paths);
  const ties = [...legs.values()]
    .filter(({ inferred, asker }) => !inferred && plan.seekers.includes(asker))
    .map((leg) => ({
      id: legKey(leg),
      evidence: leg.evidence,
      consentAt: consentAt(day, plan, leg),
    }));
  const joint = (consents: Readonly<Record<string, number>>): number => {
    const { asks, ways } = planRoutes(withConsents(plan.paths, (key) => consents[key]));
    return jointSuccessBounds({ asks, routes: ways.map(({ route }) => route) }).lower;
  };
  const step = tieToWarm(ties, joint, { now: day.date, model: day.settings.ties });
  if (step === undefined) return undefined;
  const { id, ...rest } = step;
  const { asker, asked } = legs.get(id) as Leg;
  const pair = ([before, after]: readonly [number, number]) =>
    [roundForPlan(before), roundForPlan(after)] as const;
  const { by, strength, consent, jointProbability } = rest;
  return {
    asker,
    asked,
    by,
    strength: pair(strength),
    consent: pair(consent),
    jointProbability: pair(jointProbability),
  };
}

function consentAt(
  day: PlanningDay,
  plan: IntroductionPlan,
  leg: Leg,
): (strength: number, neverSpoken: number) => number {
  const compiled = day.compiled;
  const { scorer } = compiled;
  const left = compiled.wearOf(leg.asker, leg.asked);
  const last = leg.asked === plan.target.id;
  const own = plan.seekers.includes(leg.asker);
  const known = own ? day.askContext(leg.asker, leg.asked) : undefined;
  return (strength, neverSpoken) =>
    scorer.consent({
      ...known,
      strength: strength * left,
      neverSpoken,
      role: last ? "last" : own ? "first" : "relay",
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
