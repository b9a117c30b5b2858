export {
  type Issue,
  isWarmpathError,
  type Severity,
  WarmpathError,
  type WarmpathErrorCode,
} from "./base/index.js";
export type { PlanDraftOptions } from "./draft-planned.js";
export {
  type AskMessage,
  draftAsk,
  draftFollowUp,
  draftForwardable,
  draftIntroduction,
  draftReciprocity,
  draftThankYou,
  draftUpdate,
  type LintFinding,
  lintMessage,
} from "./drafts/index.js";
export type { GiveFirstRequest } from "./give-first.js";
export { type Import, readLinkedInConnections } from "./ingest/index.js";
export type {
  IntroductionPlan,
  PlanAsk,
  PlanRequest,
  PlanTarget,
  Refusal,
  TargetQuery,
} from "./introduction-plan.js";
export { type EventInput, Journal, type JournalEvent } from "./journal/index.js";
export { Ledger, type Standing } from "./ledger/index.js";
export { type GraphLike, Network } from "./network/index.js";
export type { NextAction } from "./next-actions.js";
export type { IntroductionPath, Leg } from "./paths/index.js";
export type { Person, TargetMatch, Tie, TieEvidence } from "./people/index.js";
export type { CampaignRequest, IntroductionCampaign } from "./plan-campaign.js";
export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./plan-policy.js";
export type { PlanQuestion, PlanWarming } from "./plan-questions.js";
export type { ReachRequest, ReachRow } from "./plan-reach.js";
export { IntroductionPlanner, type PlannerEvent, type PlannerOptions } from "./planner.js";
export {
  type AskPolicy,
  jointSuccess,
  jointSuccessBounds,
  type PlannedAsk,
  solveAskPolicy,
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
