// By file, not by room: a room's index also leads to what `.` leaves out (other readers, templates, graph formats).
export {
  type Issue,
  isWarmpathError,
  type PartialSettings,
  type Severity,
  WarmpathError,
  type WarmpathErrorCode,
} from "./base/index.js";
export { draftAsk } from "./drafts/draft-ask.js";
export { draftFollowUp } from "./drafts/draft-follow-up.js";
export { draftForwardable } from "./drafts/draft-forwardable.js";
export { draftIntroduction } from "./drafts/draft-introduction.js";
export { draftReciprocity } from "./drafts/draft-reciprocity.js";
export { draftThankYou } from "./drafts/draft-thank-you.js";
export { draftUpdate } from "./drafts/draft-update.js";
export { lintMessage } from "./drafts/lint-message.js";
export type { AskMessage, LintFinding } from "./drafts/message.js";
export type { Import } from "./ingest/import.js";
export { readLinkedInConnections } from "./ingest/linkedin/linkedin-connections.js";
export { type EventInput, Journal, type JournalEvent } from "./journal/index.js";
export { Ledger, type Standing } from "./ledger/index.js";
export type { GraphLike } from "./network/graph-like.js";
export { Network } from "./network/network.js";
export type { IntroductionPath, Leg } from "./paths/index.js";
export {
  type Coverage,
  coverage,
  type Person,
  type TargetMatch,
  type Tie,
  type TieEvidence,
} from "./people/index.js";
export type { CampaignRequest, IntroductionCampaign } from "./planner/campaign-for-people.js";
export type { PlanDraftOptions } from "./planner/draft-planned.js";
export type { GiveFirstRequest } from "./planner/give-first.js";
export type {
  IntroductionPlan,
  PlanAsk,
  PlanTarget,
  Refusal,
} from "./planner/introduction-plan.js";
export type { NextAction } from "./planner/next-actions.js";
export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./planner/plan-policy.js";
export type { PlanQuestion, PlanWarming } from "./planner/plan-questions.js";
export type { ReachRequest, ReachRow } from "./planner/plan-reach.js";
export type { PlanRequest, TargetQuery } from "./planner/plan-request.js";
export { IntroductionPlanner, type PlannerOptions } from "./planner/planner.js";
export type { PlannerEvent } from "./planner/record-events.js";
export { DEFAULT_SETTINGS, type Settings } from "./planner/settings.js";
export {
  type AskPolicy,
  type DirectWay,
  jointSuccess,
  jointSuccessBounds,
  type PlannedAsk,
  solveAskPolicy,
  unasked,
  valueOfDeal,
} from "./planning/index.js";
export {
  ArcIndex,
  bestPath,
  type KBestResult,
  kBestPaths,
  type RawPath,
  reach,
} from "./search/index.js";
