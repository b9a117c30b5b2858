export { type Colleagues, colleagueTie } from "./colleague-tie.js";
export { type Consent, type ConsentRequest, consent } from "./consent.js";
export type { ConsentInput, ConsentMedium, ConsentRole, Endorsement, Incentive } from "./consent-terms.js";
export { contactDays } from "./contact-days.js";
export { type ExplainableLeg, explainLeg } from "./explain-leg.js";
export type { Factor, TieState } from "./factor.js";
export { sourceOf } from "./factor-source.js";
export { type IncentiveEffect, incentiveEffect } from "./incentive-effect.js";
export {
  guessInterval,
  type InferredLeg,
  inferredConsent,
  learnedGuess,
} from "./inferred-tie.js";
export type { PartialTieModel } from "./partial-tie-model.js";
export { resolveTieModel } from "./resolve-tie-model.js";
export {
  areLevel,
  type Estimate,
  type LegEstimate,
  spreadInterval,
} from "./spread-interval.js";
export { defaultTieModel, type TieModel } from "./tie-model.js";
export { type TieScore, TieScorer } from "./tie-scorer.js";
export { type TieStrength, type TieStrengthOptions, tieStrength } from "./tie-strength.js";
export { tieToWarm, type WarmableTie, type WarmingStep } from "./tie-to-warm.js";
export { silencePosterior, timingAfter } from "./timing-after.js";
export {
  type Answer,
  closenessQuestion,
  type Question,
  type QuestionWorth,
  worthAsking,
} from "./worth-asking.js";
