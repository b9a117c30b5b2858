export {
  type AskPolicy,
  type AskPolicyInput,
  type AskPolicyMethod,
  checkedValue,
  DEFAULT_MAX_STATES,
  solveAskPolicy,
} from "./ask-policy.js";
export { type AskPrices, askPrices } from "./ask-prices.js";
export type { Ask, AskRoutes } from "./ask-problem.js";
export { JOINT_SUCCESS_MAX_SPLITS, jointSuccess, jointSuccessBounds } from "./joint-success.js";
