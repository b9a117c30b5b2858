export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./plan-policy.js";
export { IntroductionPlanner, type PlannerEvent, type PlannerOptions } from "./planner.js";
