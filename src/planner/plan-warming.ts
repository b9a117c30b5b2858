import { percents, roundForPlan } from "../base/index.js";
import type { Leg } from "../paths/index.js";
import { jointSuccessBounds, legKey, legsOf, planRoutes, withConsents } from "../planning/index.js";
import { tieToWarm, type WarmingStep } from "../ties/index.js";
import { consentAt } from "./consent-at.js";
import type { IntroductionPlan } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/** One contact on one tie that would raise the plan's joint probability most, recomputed. */
export interface PlanWarming extends Omit<WarmingStep, "id"> {
  /** Who is to be in touch, and with whom. */
  readonly asker: string;
  readonly asked: string;
  /** Whose tie it is: a seeker's own, or that of a connector, who has to be asked for it. */
  readonly whose: "seeker" | "connector";
  /** Who does what, and what it would change, in one sentence. */
  readonly why: string;
}

/**
 * The single tie of a plan to warm before asking, by what, and what it would do to the joint probability. It is a seeker's own, or, where
 * that would bring far more, one of a connector who can be asked today. Nobody else can be made to meet somebody.
 */
export function warmingOf(day: PlanningDay, plan: IntroductionPlan): PlanWarming | undefined {
  const legs = legsOf(plan.paths);
  const open = new Set(plan.asks.map(({ connector }) => connector));
  const isOwn = ({ asker }: Leg): boolean => plan.seekers.includes(asker);
  // Who was asked already is not to be warmed for it.
  const asked = new Set(day.asks.flatMap(({ ask }) => (plan.open.includes(ask.id) ? [ask.connector] : [])));
  const seen = [...legs.values()].filter(
    (leg) => !leg.inferred && leg.factors.length > 0 && !(isOwn(leg) && asked.has(leg.asked)),
  );
  const best = (ties: readonly Leg[]): WarmingStep | undefined =>
    tieToWarm(
      ties.map((leg) => ({
        id: legKey(leg),
        evidence: leg.evidence,
        consentAt: consentAt(day, plan, leg),
      })),
      joint,
      { now: day.date, model: day.settings.ties },
    );
  const joint = (consents: Readonly<Record<string, number>>): number => {
    const { asks, ways } = planRoutes(withConsents(plan.paths, (key) => consents[key]));
    return jointSuccessBounds({ asks, routes: ways.map(({ route }) => route) }).lower;
  };
  const own = best(seen.filter(isOwn));
  const theirs = best(seen.filter((leg) => !isOwn(leg) && open.has(leg.asker)));
  // What one can do oneself costs nobody a favor.
  const isWorth =
    theirs !== undefined &&
    gainOf(theirs) > day.settings.asking.favorOverOwn * (own === undefined ? 0 : gainOf(own));
  const step = isWorth ? theirs : own;
  if (step === undefined) return undefined;
  const { id, ...rest } = step;
  const leg = legs.get(id) as Leg;
  const pair = ([before, after]: readonly [number, number]) =>
    [roundForPlan(before), roundForPlan(after)] as const;
  const { by, strength, consent, jointProbability } = rest;
  return {
    asker: leg.asker,
    asked: leg.asked,
    whose: isOwn(leg) ? "seeker" : "connector",
    by,
    strength: pair(strength),
    consent: pair(consent),
    jointProbability: pair(jointProbability),
    why: whyWarm(isOwn(leg), leg.asked === plan.target.id, rest),
  };
}

function gainOf({ jointProbability: [before, after] }: WarmingStep): number {
  return after - before;
}

function whyWarm(
  isOwn: boolean,
  isBuyer: boolean,
  { by, consent, jointProbability }: Omit<WarmingStep, "id">,
): string {
  const whom = isBuyer ? "the buyer" : isOwn ? "them" : "the next one on the way";
  const what = `${VERBS[by] ?? "be in touch with"} ${whom}`;
  const fromTo = (numbers: readonly [number, number]): string => percents(...numbers).join(" to ");
  const first = isOwn
    ? `Before you ask, ${what} without wanting anything`
    : `Ask your connector to ${what} first`;
  return `${first}: that would lift their yes from ${fromTo(consent)}, and the chance of the plan from ${fromTo(jointProbability)} while it is fresh.`;
}

const VERBS: Readonly<Record<string, string>> = {
  message: "exchange messages with",
  call: "call",
  meeting: "meet",
};
