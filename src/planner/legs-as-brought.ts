import { logit, roundForPlan, sigmoid } from "../base/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";
import { sourceOf, type TieModel } from "../ties/index.js";
import { type AskStatus, broughtHow } from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * The paths with what the connector does for the request, the most probable first. A prize for the giver lowers the quality of
 * what they refer (Ryu and Feick 2007), so the next one's yes is worth less. A name lent, a note passed on or a recommendation
 * on record weighs as such with the target, in place of an introduction.
 */
export function legsAsBrought(
  day: PlanningDay,
  paths: readonly IntroductionPath[],
  history: readonly AskStatus[],
): readonly IntroductionPath[] {
  const { ties } = day.settings;
  const changed = paths.map((path) => {
    const rewarded = day.state.ruleOf(path.people[1] ?? "")?.incentive === "giver";
    const legs = path.legs.map((leg, index) => {
      if (index === 0) return leg;
      const brought = index === path.legs.length - 1 ? broughtBy(leg, path, history, ties) : leg;
      return rewarded && index === 1 ? lessQuality(brought, ties.incentive.giverQuality) : brought;
    });
    if (legs.every((leg, index) => leg === path.legs[index])) return path;
    const probability = roundForPlan(legs.reduce((product, leg) => product * leg.consent, 1));
    return { ...path, legs, probability };
  });
  return changed.some((path, i) => path !== paths[i])
    ? [...changed].sort((a, b) => b.probability - a.probability)
    : paths;
}

/** The target's yes by how the last connector brought the request, as far as it is on record. */
function broughtBy(
  leg: Leg,
  { people }: IntroductionPath,
  history: readonly AskStatus[],
  ties: TieModel,
): Leg {
  const status = history.find(
    ({ ask, state }) => ask.connector === people[1] && ask.connector === leg.asker && state !== "declined",
  );
  const how = status && broughtHow(status);
  if (how === undefined || how === "introduced") return leg;
  const { nameDrop, forward, ringing } = ties.endorsement;
  const words = {
    "name-lent": "a lent name",
    forwarded: "a note passed on",
    recommended: "a recommendation",
  };
  const weight = { "name-lent": nameDrop, forwarded: forward, recommended: ringing }[how];
  const contribution = weight * ties.calibration.slope;
  const shifted = (p: number): number => roundForPlan(sigmoid(logit(p) + contribution));
  return {
    ...leg,
    consent: shifted(leg.consent),
    consentIfTied: shifted(leg.consentIfTied),
    factors: [
      ...leg.factors,
      {
        name: "endorsement",
        contribution: roundForPlan(contribution),
        detail: `comes as ${words[how]}`,
        source: sourceOf("endorsement"),
      },
    ],
  };
}

function lessQuality(leg: Leg, quality: number): Leg {
  const consent = roundForPlan(leg.consent * quality);
  const contribution = roundForPlan(logit(consent) - logit(leg.consent));
  const factor = {
    name: "referral-quality",
    source: sourceOf("referral-quality"),
    contribution,
    detail: "a prize for whoever refers lowers the quality of what they refer",
  };
  return {
    ...leg,
    consent,
    consentIfTied: roundForPlan(leg.consentIfTied * quality),
    factors: [...leg.factors, factor],
  };
}
