export type { AskPolicy, AskPolicyMethod } from "./ask-policy.js";
export { type AskPrices, askPrices } from "./ask-prices.js";
export type { Ask, AskRoutes } from "./ask-problem.js";
export { JOINT_SUCCESS_MAX_SPLITS, jointSuccess, jointSuccessBounds } from "./joint-success.js";
export { type AskPolicyInput, checkValue, DEFAULT_MAX_STATES, solveAskPolicy } from "./solve-ask-policy.js";
