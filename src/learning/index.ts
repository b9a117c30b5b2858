export { betaQuantile } from "./beta-quantile.js";
export {
  type Calibration,
  type CalibrationThresholds,
  type ForecastOutcome,
  fitCalibration,
} from "./calibration.js";
export { fitLogistic, type LogisticData, type LogisticFit, type LogisticOptions } from "./fit-logistic.js";
export type { TaughtOfGuesses } from "./knowing-told.js";
export {
  type LearnedProfile,
  learnedModel,
  learnedShifts,
  learnedTerms,
  learnProfile,
  type ProfileOptions,
} from "./learn-profile.js";
export { type LearnedRate, learnRates, type RateLevel, type RateOptions } from "./learn-rates.js";
export { learnRatesWith, learnWith } from "./learn-with.js";
export { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from "./learning-settings.js";
export { type Outcome, type OutcomeWeighing, type WeighedOutcome, weighOutcomes } from "./outcome.js";
export { type AskedVia, outcomesOfAsks } from "./outcomes-of-asks.js";
export { readProfile } from "./read-profile.js";
export {
  type ForecastScores,
  type ReliabilityRow,
  reliabilityTable,
  scoreForecasts,
  wilsonInterval,
} from "./score-forecasts.js";
