import { logit, roundForPlan, sigmoid } from "../base/index.js";
import type { FoundPath, LegNumbers, RatedPath } from "../paths/index.js";
import { type Factor, sourceOf, type TieModel } from "../ties/index.js";
import { type AskStatus, broughtHow } from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * The paths with what the connector does for the request, the most probable first. A prize for the giver lowers the quality of
 * what they refer (Ryu and Feick 2007), so the next one's yes is worth less. A name lent, a note passed on or a recommendation
 * on record weighs as such with the target, in place of an introduction.
 */
export function legsAsBrought(
  day: PlanningDay,
  paths: readonly FoundPath[],
  history: readonly AskStatus[],
): readonly FoundPath[] {
  const changed = paths.map((path) => {
    const brought = asBrought(day, path, history);
    return brought === path ? path : { ...brought, describe: () => asBrought(day, path.describe(), history) };
  });
  return changed.some((path, i) => path !== paths[i])
    ? [...changed].sort((a, b) => b.probability - a.probability)
    : paths;
}

/** One path, in numbers or as it is told. */
function asBrought<P extends RatedPath>(day: PlanningDay, path: P, history: readonly AskStatus[]): P {
  const { ties } = day.settings;
  const rewarded = day.state.ruleOf(path.people[1] ?? "")?.incentive === "giver";
  const legs = path.legs.map((leg, index) => {
    if (index === 0) return leg;
    const brought = index === path.legs.length - 1 ? broughtBy(leg, path, history, ties) : leg;
    return rewarded && index === 1 ? lessQuality(brought, ties.incentive.giverQuality) : brought;
  });
  if (legs.every((leg, index) => leg === path.legs[index])) return path;
  const probability = roundForPlan(legs.reduce((product, leg) => product * leg.consent, 1));
  return { ...path, legs, probability };
}

/** The target's yes by how the last connector brought the request, as far as it is on record. */
function broughtBy(
  leg: BroughtLeg,
  { people }: RatedPath,
  history: readonly AskStatus[],
  ties: TieModel,
): BroughtLeg {
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
  const consents = { consent: shifted(leg.consent), consentIfTied: shifted(leg.consentIfTied) };
  return changedBy(leg, consents, {
    name: "endorsement",
    contribution: roundForPlan(contribution),
    detail: `comes as ${words[how]}`,
    source: sourceOf("endorsement"),
  });
}

function lessQuality(leg: BroughtLeg, quality: number): BroughtLeg {
  const consent = roundForPlan(leg.consent * quality);
  const contribution = roundForPlan(logit(consent) - logit(leg.consent));
  return changedBy(
    leg,
    { consent, consentIfTied: roundForPlan(leg.consentIfTied * quality) },
    {
      name: "referral-quality",
      source: sourceOf("referral-quality"),
      contribution,
      detail: "a prize for whoever refers lowers the quality of what they refer",
    },
  );
}

/** A leg that may be told in words, and then with the reason for what has changed. */
type BroughtLeg = LegNumbers & { readonly factors?: readonly Factor[] };

function changedBy(
  leg: BroughtLeg,
  consents: Pick<LegNumbers, "consent" | "consentIfTied">,
  factor: Factor,
): BroughtLeg {
  const { factors } = leg;
  return { ...leg, ...consents, ...(factors === undefined ? {} : { factors: [...factors, factor] }) };
}
