import { roundForPlan } from "../base/index.js";
import { learnedGuess, type TieModel, type TieScore, type TieScorer } from "../ties/index.js";
import type { CompiledView } from "./compiled-view.js";
import type { FoundTies } from "./found-ties.js";
import type { InferredTie } from "./inferred-ties.js";
import type { LegNumbers } from "./introduction-path.js";
import type { PathRequest, TieShown } from "./path-request.js";
import type { LastLegOf } from "./score-leg.js";

/** The numbers of a leg over a seen tie, to the last bit those that `scoreSeenLeg` tells in words. */
export function seenNumbers(
  view: CompiledView,
  asker: string,
  asked: string,
  consentOf: (score: TieScore, scorer: TieScorer) => number,
): LegNumbers {
  const score = view.scoreOf(asker, asked);
  const consent = roundForPlan(consentOf(score, view.scorer));
  return { asker, asked, consent, strength: roundForPlan(score.strength), consentIfTied: consent };
}

/** The same of a tie that nobody has seen, as `scoreInferredLeg` tells it. */
export function guessNumbers(
  { compiled: { scorer } }: CompiledView,
  tie: InferredTie,
  target: string,
  { asLast, shown }: { readonly asLast: LastLegOf; readonly shown: TieShown | undefined },
): LegNumbers {
  const { strength } = scorer.model.inference;
  const tied = scorer.consent({ strength, ...asLast });
  const consentIfTied = roundForPlan(tied);
  const leg = { asker: tie.from, asked: target, strength, consentIfTied };
  if (shown?.by === "introduced") return { ...leg, consent: consentIfTied };
  const { consent, consentIfNot, willing } = guessed(tie, tied, scorer.model, shown);
  return { ...leg, consent: roundForPlan(consent), consentIfNot: roundForPlan(consentIfNot), willing };
}

/** A guess with what outcomes taught of guesses, and with what is on record of who would ask. */
export function guessed(
  guess: Pick<InferredTie, "tieProbability" | "consentIfNot">,
  consentIfTied: number,
  model: TieModel,
  shown: TieShown | undefined,
): {
  readonly tieProbability: number;
  readonly willing: number;
  readonly consentIfNot: number;
  readonly consent: number;
} {
  const { tieProbability, consentIfNot } = isTaught(model) ? learnedGuess(guess, model) : guess;
  const { odds, willing } = oddsShown(tieProbability, model.inference.willing, shown);
  const consent = odds * consentIfTied + (1 - odds) * willing * consentIfNot;
  return { tieProbability: odds, willing, consentIfNot, consent };
}

/** True where outcomes shifted guesses. Else they stay as they are, and each is spared the look at its form. */
function isTaught({ calibration }: TieModel): boolean {
  return calibration.knows !== 0 || calibration.cold !== 0;
}

/** The odds of a guess after a yes of who would ask: they know the target, or write although they do not. */
function oddsShown(
  odds: number,
  willing: number,
  shown: TieShown | undefined,
): { readonly odds: number; readonly willing: number } {
  return shown === undefined ? { odds, willing } : { odds: odds / (odds + (1 - odds) * willing), willing: 1 };
}

/** The consents alone, for the overlay of a query. */
export function inferredConsents(
  { compiled: { scorer, ids } }: CompiledView,
  asLast: LastLegOf,
  shownOf: PathRequest["tieShown"],
): (node: number, found: FoundTies) => number {
  const { model } = scorer;
  const consentIfTied = scorer.consent({ strength: model.inference.strength, ...asLast });
  return (node, found) => {
    const shown = shownOf?.(ids[node] as string);
    if (shown?.by === "introduced") return consentIfTied;
    const { consentIfNot } = found.basisOf(node);
    return guessed({ tieProbability: found.oddsOf(node), consentIfNot }, consentIfTied, model, shown).consent;
  };
}
