export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./plan-policy.js";
export { IntroductionPlanner, type PlannerOptions } from "./planner.js";
export type { PlannerEvent } from "./record-events.js";
