import type { Leg } from "../paths/index.js";
import type { IntroductionPlan } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/** Consent of a leg of a plan as a function of its tie's strength, all else as it is. */
export function consentAt(
  day: PlanningDay,
  plan: IntroductionPlan,
  leg: Leg,
): (strength: number, neverSpoken: number) => number {
  const compiled = day.compiled;
  const { scorer } = compiled;
  const left = compiled.penaltyOf(leg.asker, leg.asked);
  const last = leg.asked === plan.target.id;
  const own = plan.seekers.includes(leg.asker);
  const known = own ? day.askContext(leg.asker, leg.asked) : undefined;
  return (strength, neverSpoken) =>
    scorer.consent({
      ...known,
      strength: strength * left,
      neverSpoken,
      role: last ? "last" : own ? "first" : "relay",
      isDirect: last && own,
    });
}
