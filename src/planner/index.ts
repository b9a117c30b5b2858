export type { AccountPerson, AccountPlan } from "./account-plan.js";
export type { AskingSettings } from "./asking-settings.js";
export type { IntroductionPlan, PlanAsk } from "./introduction-plan.js";
export type { ListedPair, PairsRequest } from "./list-pairs.js";
export type { DoneEvent, NextAction, NextKind } from "./next-action.js";
export type { LeadGoal, NextSettings } from "./next-settings.js";
export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./plan-policy.js";
export { IntroductionPlanner } from "./planner.js";
export type { PlannerOptions } from "./planner-options.js";
export type { Prospect, ProspectsRequest } from "./prospects.js";
export type { PlannerEvent } from "./record-events.js";
export {
  DEFAULT_SETTINGS,
  type GiveFirstSettings,
  type IdentitySettings,
  type SearchSettings,
  type Settings,
} from "./settings.js";
export type { ContactStage, LadderRow, StageEvidence } from "./stage-ladder.js";
export type { TieToMake, TieToMakeRequest } from "./tie-to-make.js";
export type { PlannedTouch } from "./touch-plan.js";
export type { Workflow, WorkflowRequest, WorkflowRow, WorkflowStep } from "./workflow.js";
