import { isoDay, logit, roundForPlan } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import {
  type ConsentInput,
  type ConsentRole,
  consent,
  defaultTieModel,
  explainLeg,
  type Factor,
  guessInterval,
  inferredConsent,
  sourceOf,
  type TieModel,
  type TieStrength,
  tieStrength,
} from "../ties/index.js";
import type { CompiledView } from "./compiled-view.js";
import type { InferredTie } from "./inferred-ties.js";
import type { Guess, Leg } from "./introduction-path.js";
import { guessed } from "./leg-numbers.js";
import type { AskContext, TieShown } from "./path-request.js";

/** What is known of a target that bears on their own yes. */
export type LastLegOf = Pick<ConsentInput, "targetChief" | "targetHeadcount"> & { readonly role: "last" };

/** What a leg asks for: the target's own yes, the first favor, or to pass on what another asks. */
export function roleAt(legs: readonly unknown[], index: number): ConsentRole {
  return index === legs.length - 1 ? "last" : index === 0 ? "first" : "relay";
}

/** One leg over a seen tie with all that a person wants to know of it. */
export function scoreSeenLeg(
  view: CompiledView,
  asker: string,
  asked: string,
  role: ConsentRole,
  context: AskContext | undefined,
): Leg {
  const { compiled } = view;
  const evidence = view.evidence(asker, asked);
  const { model } = compiled.scorer;
  const left = compiled.penaltyOf(asker, asked);
  const tie = penalized(tieStrength(evidence, { now: isoDay(compiled.day), model }), left);
  const { answered = false, ...known } = context ?? {};
  const answer = consent(
    {
      ...known,
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
    state: answered && tie.state === "never-spoken" ? "unknown" : tie.state,
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
  { asLast, shown }: { readonly asLast: LastLegOf; readonly shown: TieShown | undefined },
): Leg {
  const { model } = compiled.scorer;
  const { strength } = model.inference;
  const tied = consent({ strength, ...asLast }, { model });
  const guess = {
    tieProbability: roundForPlan(tie.tieProbability),
    consentIfTied: roundForPlan(tied.predicted ?? tied.probability),
    consentIfNot: roundForPlan(tie.consentIfNot),
    willing: model.inference.willing,
  };
  if (shown?.by === "introduced") return introducedLeg(tie, target, { strength, tied, guess, at: shown.at });
  const numbers = guessed(tie, tied.probability, model, shown);
  const { tieProbability, consentIfNot, willing } = numbers;
  const predicted = inferredConsent(guess, { model });
  return explained({
    asker: tie.from,
    asked: target,
    consent: roundForPlan(numbers.consent),
    ...(isLearned(model) ? { predicted: roundForPlan(predicted) } : {}),
    interval: roundPair(guessInterval({ tieProbability, tied, consentIfNot, willing }, model)),
    strength,
    state: "unknown",
    factors: [existence({ ...tie, tieProbability }, shown), ...tied.factors].map(rounded),
    evidence: tie.evidence,
    inferred: true,
    tieProbability: roundForPlan(tieProbability),
    consentIfTied: roundForPlan(tied.probability),
    consentIfNot: roundForPlan(consentIfNot),
    willing,
    guess,
  });
}

/** The leg of who made the introduction: that the two are in touch is on record, how well is not. */
function introducedLeg(
  { from }: InferredTie,
  target: string,
  known: {
    readonly strength: number;
    readonly tied: ReturnType<typeof consent>;
    readonly guess: Guess;
    readonly at: string;
  },
): Leg {
  const { strength, tied, guess, at } = known;
  const name = "introduction";
  const made = {
    name,
    contribution: 0,
    detail: `introduction made ${at.slice(0, 10)}`,
    source: sourceOf(name),
  };
  return explained({
    asker: from,
    asked: target,
    consent: roundForPlan(tied.probability),
    ...(tied.predicted === undefined ? {} : { predicted: guess.consentIfTied }),
    interval: roundPair(tied.interval),
    strength,
    state: "unknown",
    factors: [made, ...tied.factors].map(rounded),
    evidence: { interactions: [{ at, kind: "message", direction: "both" }] },
    inferred: false,
    consentIfTied: roundForPlan(tied.probability),
  });
}

/** True where outcomes taught anything that a guess rests on. */
function isLearned({ calibration }: TieModel): boolean {
  return (
    calibration !== defaultTieModel.calibration &&
    JSON.stringify(calibration) !== JSON.stringify(defaultTieModel.calibration)
  );
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

function existence(tie: InferredTie, shown: TieShown | undefined): Factor {
  const more = shown === undefined ? "" : ", but they agreed to pass it on";
  return {
    name: "tie-exists",
    contribution: Math.log(tie.tieProbability / (1 - tie.tieProbability)),
    detail: `inferred: ${groundOf(tie)}; nobody has seen that they know each other${more}`,
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
