export { type Colleagues, colleagueTie } from "./colleague-tie.js";
export { type Consent, type ConsentRequest, consent } from "./consent.js";
export type { ConsentInput, ConsentMedium, ConsentRole } from "./consent-terms.js";
export type { Factor, TieState } from "./factor.js";
export { silencePosterior, timingAfter } from "./fading-hope.js";
export { adamicAdar, type InferredLeg, inferredConsent, inferredTieProbability } from "./inferred-tie.js";
export { defaultTieModel, type PartialTieModel, resolveTieModel, type TieModel } from "./tie-model.js";
export { TieScorer } from "./tie-scorer.js";
export { type TieStrength, type TieStrengthOptions, tieStrength } from "./tie-strength.js";
