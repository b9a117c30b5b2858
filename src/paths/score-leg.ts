import { isoDay, logit, roundForPlan } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import {
  type ConsentInput,
  consent,
  defaultTieModel,
  explainLeg,
  type Factor,
  guessInterval,
  inferredConsent,
  learnedGuess,
  sourceOf,
  type TieModel,
  type TieStrength,
  tieStrength,
} from "../ties/index.js";
import type { CompiledView } from "./compiled-view.js";
import type { FoundTies } from "./found-ties.js";
import type { InferredTie } from "./inferred-ties.js";
import type { Leg } from "./introduction-path.js";
import type { AskContext } from "./path-request.js";

/** What is known of a target that bears on their own yes. */
export type LastLegOf = Pick<ConsentInput, "targetChief" | "targetHeadcount"> & { readonly role: "last" };

export type LegRole = "first" | "relay" | "last";

/** One leg over a seen tie with all that a person wants to know of it. */
export function scoreSeenLeg(
  view: CompiledView,
  asker: string,
  asked: string,
  role: LegRole,
  context: AskContext | undefined,
): Leg {
  const { compiled } = view;
  const evidence = view.evidence(asker, asked);
  const { model } = compiled.scorer;
  const left = compiled.penaltyOf(asker, asked);
  const tie = penalized(tieStrength(evidence, { now: isoDay(compiled.day), model }), left);
  const answer = consent(
    {
      ...context,
      role,
      strength: tie.strength,
      neverSpoken: tie.neverSpoken,
      strengthInterval: tie.interval,
    },
    { model },
  );
  return explained({
    asker,
    asked,
    consent: roundForPlan(answer.probability),
    ...(answer.predicted === undefined ? {} : { predicted: roundForPlan(answer.predicted) }),
    interval: roundPair(answer.interval),
    strength: roundForPlan(tie.strength),
    state: tie.state,
    factors: [...tie.factors.map((factor) => renamed(factor, "tie")), ...answer.factors].map(rounded),
    evidence: roundedEvidence(evidence),
    inferred: false,
    consentIfTied: roundForPlan(answer.probability),
  });
}

/** A tie's strength after wasted meetings, which scale it (README of `ledger`); the reason is one term more. */
function penalized(
  tie: TieStrength,
  left: number,
): Pick<TieStrength, "strength" | "interval" | "state" | "factors" | "neverSpoken"> {
  if (left === 1) return tie;
  const strength = tie.strength * left;
  const lost = logit(strength) - logit(tie.strength);
  return {
    ...tie,
    strength,
    interval: [tie.interval[0] * left, tie.interval[1] * left],
    factors: [
      ...tie.factors,
      {
        name: "wasted-meetings",
        contribution: lost,
        detail: "a meeting that came about over it was wasted",
        source: sourceOf("wasted-meetings"),
      },
    ],
  };
}

/** One leg over a tie that nobody has seen: its consent includes the odds that the tie exists (README of `ties`). */
export function scoreInferredLeg(
  { compiled }: CompiledView,
  tie: InferredTie,
  target: string,
  asLast: LastLegOf,
): Leg {
  const { model } = compiled.scorer;
  const { strength, willing } = model.inference;
  const tied = consent({ strength, ...asLast }, { model });
  const { tieProbability, consentIfNot } = learnedGuess(tie, model);
  const answer = inferredConsent(
    { tieProbability, consentIfTied: tied.probability, consentIfNot },
    { model },
  );
  const guess = {
    tieProbability: roundForPlan(tie.tieProbability),
    consentIfTied: roundForPlan(tied.predicted ?? tied.probability),
    consentIfNot: roundForPlan(tie.consentIfNot),
    willing,
  };
  const predicted = inferredConsent(guess, { model });
  return explained({
    asker: tie.from,
    asked: target,
    consent: roundForPlan(answer),
    ...(isLearned(model) ? { predicted: roundForPlan(predicted) } : {}),
    interval: roundPair(guessInterval({ tieProbability, tied, consentIfNot, willing }, model)),
    strength,
    state: "unknown",
    factors: [existence({ ...tie, tieProbability }), ...tied.factors].map(rounded),
    evidence: tie.evidence,
    inferred: true,
    tieProbability: roundForPlan(tieProbability),
    consentIfTied: roundForPlan(tied.probability),
    consentIfNot: roundForPlan(consentIfNot),
    willing,
    guess,
  });
}

/** True where outcomes taught anything that a guess rests on. */
function isLearned({ calibration }: TieModel): boolean {
  return (
    calibration !== defaultTieModel.calibration &&
    JSON.stringify(calibration) !== JSON.stringify(defaultTieModel.calibration)
  );
}

/** The same consents as bare numbers, for the overlay of a query (`inferredConsent` of ties, the model resolved once). */
export function inferredConsents(
  { compiled }: CompiledView,
  asLast: LastLegOf,
): (node: number, found: FoundTies) => number {
  const { model } = compiled.scorer;
  const { strength, willing } = model.inference;
  const consentIfTied = compiled.scorer.consent({ strength, ...asLast });
  return (node, found) => {
    const { consentIfNot: cold } = found.basisOf(node);
    const { tieProbability: odds, consentIfNot } = learnedGuess(
      { tieProbability: found.oddsOf(node), consentIfNot: cold },
      model,
    );
    return odds * consentIfTied + (1 - odds) * willing * consentIfNot;
  };
}

/** Numbers of a plan have 12 digits, also those that were handed in. */
function roundedEvidence(evidence: TieEvidence): TieEvidence {
  const { closeness, overlap } = evidence;
  return {
    ...evidence,
    ...(closeness === undefined ? {} : { closeness: roundForPlan(closeness) }),
    ...(overlap === undefined ? {} : { overlap: roundForPlan(overlap) }),
  };
}

function explained(leg: Omit<Leg, "why">): Leg {
  return { ...leg, why: explainLeg(leg) };
}

function existence(tie: InferredTie): Factor {
  return {
    name: "tie-exists",
    contribution: Math.log(tie.tieProbability / (1 - tie.tieProbability)),
    detail: `inferred: ${groundOf(tie)}; nobody has seen that they know each other`,
    source: sourceOf("tie-exists"),
  };
}

function groundOf({ ground, evidence }: InferredTie): string {
  switch (ground) {
    case "same-company":
      return "both work at the same company";
    case "worked-together":
      return "both worked at the same company at the same time";
    case "same-school":
      return "both were at the same school in the same years";
    case "same-meeting":
      return "both were in the same small meeting";
    case "same-conversation":
      return "both were in the same small group conversation";
    case "common-neighbors":
      return `${evidence.contexts?.[0]?.split(":")[1]} people of the network know both`;
  }
}

function renamed(factor: Factor, group: string): Factor {
  return { ...factor, name: `${group}.${factor.name}` };
}

function rounded(factor: Factor): Factor {
  return { ...factor, contribution: roundForPlan(factor.contribution) };
}

function roundPair([low, high]: readonly [number, number]): readonly [number, number] {
  return [roundForPlan(low), roundForPlan(high)];
}
