export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./plan-policy.js";
export { IntroductionPlanner, type PlannerOptions } from "./planner.js";
export type { PlannerEvent } from "./record-events.js";
export {
  type AskingSettings,
  DEFAULT_SETTINGS,
  type GiveFirstSettings,
  type IdentitySettings,
  type SearchSettings,
  type Settings,
} from "./settings.js";
