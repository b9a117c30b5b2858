import { isoDay, logit, percents, roundForPlan, sigmoid } from "../base/index.js";
import { type ConsentRole, spreadInterval, type TieScore } from "../ties/index.js";
import type { CompiledView } from "./compiled-view.js";
import type { IntroductionPath, Leg } from "./introduction-path.js";
import { roleAt } from "./score-leg.js";

/** A path from its legs: its probability, its weakest leg, and what would help it most. No names: ids are in `people`. */
export function explainPath(
  view: CompiledView,
  people: readonly string[],
  legs: readonly Leg[],
): IntroductionPath {
  const { probability, interval } = spreadInterval(
    legs.map((leg) => ({ probability: leg.consent, interval: leg.interval })),
    (consents) => consents.reduce((product, consent) => product * consent, 1),
  );
  const weakestLeg = legs.reduce(
    (weakest, leg, i) => (leg.consent < (legs[weakest] as Leg).consent ? i : weakest),
    0,
  );
  return {
    people,
    legs,
    probability: roundForPlan(probability),
    interval: [roundForPlan(interval[0]), roundForPlan(interval[1])],
    weakestLeg,
    whatWouldHelp: legs.length === 0 ? "" : whatWouldHelp(view, legs, weakestLeg, probability),
  };
}

/** The one step that would lift the weakest leg, with what it would do to the leg and to the path, recomputed. */
function whatWouldHelp(
  view: CompiledView,
  legs: readonly Leg[],
  weakestLeg: number,
  probability: number,
): string {
  const leg = legs[weakestLeg] as Leg;
  const fromTo = (before: number, after: number): string => percents(before, after).join(" to ");
  const lifted = (consent: number) =>
    `this step from ${fromTo(leg.consent, consent)} and the path from ${fromTo(probability, (probability / leg.consent) * consent)}`;
  if (leg.inferred) {
    const who =
      ["you know", "the one asked really knows"][legs.length - 1] ?? "the last one on the way really knows";
    return `Find out whether ${who} the target: that would lift ${lifted(leg.consentIfTied)}.`;
  }
  const consent = consentAfterMeeting(view, leg, roleAt(legs, weakestLeg), legs.length === 1);
  const who =
    weakestLeg === 0
      ? "A meeting with the first one asked"
      : `A meeting of the two in step ${weakestLeg + 1}`;
  if (consent <= leg.consent) return "The weakest step is as good as a meeting could make it.";
  return `${who} would lift ${lifted(consent)} while it is fresh.`;
}

/** Consent of a leg if its two people had met today, all other terms as they are. */
function consentAfterMeeting(
  { compiled }: CompiledView,
  leg: Leg,
  role: ConsentRole,
  isDirect: boolean,
): number {
  const today = isoDay(compiled.day);
  const meeting = { at: today, direction: "both", kind: "meeting" } as const;
  const interactions = [...(leg.evidence.interactions ?? []), meeting];
  const left = compiled.penaltyOf(leg.asker, leg.asked);
  const { scorer } = compiled;
  const after = scorer.score({ ...leg.evidence, interactions });
  const { neverSpoken } = scorer.score(leg.evidence);
  const terms = (score: TieScore) => logit(scorer.consent({ ...score, role, isDirect }));
  const met = terms({ ...after, strength: after.strength * left });
  return sigmoid(logit(leg.consent) + met - terms({ strength: leg.strength, neverSpoken }));
}
