/** Numbers of learning, as plain JSON. All are assumptions but the slope's spread (README, Calibration). */
export interface LearningSettings {
  /** Days in which an outcome loses half its weight. @defaultValue 365 */
  readonly halfLifeDays: number;
  /** How many outcomes the prior of a rate weighs, until eight groups of a level teach it. @defaultValue 10 */
  readonly priorStrength: number;
  /** The same of single connectors: one answer is to tell little of a person. @defaultValue 40 */
  readonly connectorPriorStrength: number;
  /** From how many outcomes on forecasts are calibrated, connectors and targets each for themselves. @defaultValue 150 */
  readonly calibrateFrom: number;
  /** Standard deviation of the prior of the calibration's slope and shift. @defaultValue 0.3 */
  readonly calibrationSpread: number;
  /** From how many outcomes on a profile calls itself learned. @defaultValue 30 */
  readonly enough: number;
}

/** Defaults of {@link LearningSettings}. */
export const DEFAULT_LEARNING_SETTINGS: LearningSettings = {
  halfLifeDays: 365,
  priorStrength: 10,
  connectorPriorStrength: 40,
  calibrateFrom: 150,
  calibrationSpread: 0.3,
  enough: 30,
};
