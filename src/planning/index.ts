export { type AskCostModel, type AskCosts, costOfLeg, DEFAULT_ASK_COSTS, type LegFavor } from "./ask-cost.js";
export {
  type AskPolicy,
  type AskPolicyInput,
  type AskPolicyMethod,
  DEFAULT_MAX_STATES,
  solveAskPolicy,
} from "./ask-policy.js";
export { type AskPrices, askPrices } from "./ask-prices.js";
export type { Ask, AskRoutes } from "./ask-problem.js";
export { JOINT_SUCCESS_MAX_SPLITS, jointSuccess, jointSuccessBounds } from "./joint-success.js";
export { type AskPlan, type PlanAsksInput, planAsks } from "./plan-asks.js";
export { type PlanRoute, type PlanRoutes, planRoutes } from "./plan-routes.js";
export type { PlannedAsk, Readiness } from "./planned-ask.js";
export { valueOfDeal } from "./value-of-deal.js";
