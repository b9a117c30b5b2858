export type { Ask, AskRoutes } from "../ask-order/index.js";
export {
  type AskPolicy,
  type AskPolicyInput,
  type AskPolicyMethod,
  type AskPrices,
  askPrices,
  DEFAULT_MAX_STATES,
  JOINT_SUCCESS_MAX_SPLITS,
  jointSuccess,
  jointSuccessBounds,
  solveAskPolicy,
} from "../ask-order/index.js";
export {
  addWorkingDays,
  answerHalfLife,
  chanceAfterSilence,
  DEFAULT_TIMING_SETTINGS,
  type TimingSettings,
  type Waiting,
  type WaitingDays,
  type WorkCalendar,
  waitingDays,
} from "../base/index.js";
export {
  type CampaignAsk,
  type CampaignCandidate,
  type CampaignConnector,
  type CampaignInput,
  type CampaignLimits,
  type CampaignPlan,
  type CampaignTarget,
  DEFAULT_CAMPAIGN_LIMITS,
  EXACT_CAMPAIGN_CANDIDATES,
  planCampaign,
} from "../campaign/index.js";
export { type AskCostModel, type AskCosts, DEFAULT_ASK_COSTS, type LegFavor } from "./ask-cost.js";
export {
  type AskReadiness,
  askReadiness,
  DEFAULT_READINESS_RULES,
  isReady,
  type PastAsk,
  type ReadinessInput,
  type ReadinessRules,
  type UnmetCondition,
} from "./ask-readiness.js";
export { type ScheduledStep, type ScheduleOptions, scheduleAsks } from "./ask-schedule.js";
export { DEFAULT_TIMING, type TimingModel } from "./ask-timing.js";
export { chanceThrough } from "./chance-through.js";
export { legKey, legsOf, withConsents } from "./consents.js";
export { beatsDirect, type DirectWay } from "./direct-way.js";
export { type DiversePaths, type DiversityOptions, diversePaths } from "./diverse-paths.js";
export type { LegAnswer } from "./leg-answers.js";
export { type AskPlan, type PlanAsksInput, planAsks, planAsksForAny } from "./plan-asks.js";
export { COLD_ASK, type PlanRoute, type PlanRoutes, planRoutes, tieAsk, willingAsk } from "./plan-routes.js";
export type { PlannedAsk, Readiness } from "./planned-ask.js";
export { plannedAskFor } from "./planned-ask-for.js";
export {
  type BrokerablePair,
  brokerablePairs,
  type GiftEffect,
  MOST_PAIRED,
  type PossibleGift,
  type RankedGift,
  type RankGiftsInput,
  rankGifts,
} from "./rank-gifts.js";
export { readinessKey } from "./readiness-key.js";
export { DEFAULT_TRUST_SETTINGS, expectedTrustLoss, type TrustSettings } from "./trust-loss.js";
export { type AskEvents, type ContactsOf, type UnaskedOptions, unasked } from "./unasked.js";
export { valueOfDeal } from "./value-of-deal.js";
export { type OrderFlip, whatWouldFlip } from "./what-would-flip.js";
