// By file, not by room: a room's index also leads to what `.` leaves out (other readers, templates, graph formats).

export type { Ask, AskRoutes } from "./ask-order/ask-problem.js";
export type { AskPolicyInput, AskPolicyMethod } from "./ask-order/index.js";
export type { AbortSignalLike } from "./base/abort.js";
export type { ErrorDetails } from "./base/error.js";
export {
  type Issue,
  isWarmpathError,
  type PartialSettings,
  type Severity,
  WarmpathError,
  type WarmpathErrorCode,
} from "./base/index.js";
export type {
  BooksIssueCode,
  FileIssueCode,
  ImportIssueCode,
  IssueCode,
  PlanIssueCode,
  RowIssueCode,
  TextIssueCode,
} from "./base/issue-code.js";
export type { HalfLives } from "./base/silence.js";
export type { SuppressionList } from "./base/suppression-list.js";
export type { TimingSettings } from "./base/timing.js";
export type { WorkCalendar } from "./base/working-days.js";
export type { CampaignAsk, CampaignInput, CampaignPlan } from "./campaign/campaign.js";
export type { CampaignLimits } from "./campaign/campaign-limits.js";
export type { CampaignCandidate, CampaignConnector, CampaignTarget } from "./campaign/campaign-problem.js";
export type { Channel, ChannelLimits } from "./drafts/channel.js";
export type { AskOptions } from "./drafts/draft-ask.js";
export { draftAsk } from "./drafts/draft-ask.js";
export type { DraftOptions } from "./drafts/draft-base.js";
export type { FollowUpOptions } from "./drafts/draft-follow-up.js";
export { draftFollowUp } from "./drafts/draft-follow-up.js";
export type { ForwardableOptions } from "./drafts/draft-forwardable.js";
export { draftForwardable } from "./drafts/draft-forwardable.js";
export type { IntroductionOptions } from "./drafts/draft-introduction.js";
export { draftIntroduction } from "./drafts/draft-introduction.js";
export type { DraftLeg } from "./drafts/draft-leg.js";
export type { ReciprocityOptions } from "./drafts/draft-reciprocity.js";
export { draftReciprocity } from "./drafts/draft-reciprocity.js";
export type { ThankedFor, ThankYouOptions } from "./drafts/draft-thank-you.js";
export { draftThankYou } from "./drafts/draft-thank-you.js";
export type { TouchOptions } from "./drafts/draft-touch.js";
export type { UpdateOptions, UpdateStatus } from "./drafts/draft-update.js";
export { draftUpdate } from "./drafts/draft-update.js";
export type { LanguagePack, LintWords } from "./drafts/language-pack.js";
export type { LintFacts, LintInput, LintThresholds } from "./drafts/lint-input.js";
export { lintMessage } from "./drafts/lint-message.js";
export type { AskMessage, LintFinding, MessageField, MessagePart, TextEdit, Tone } from "./drafts/message.js";
export type { NamedPerson } from "./drafts/shown-name.js";
export type { FileBytes } from "./ingest/bytes/as-bytes.js";
export type { TextEncodingName } from "./ingest/bytes/encodings.js";
export type { Chunks, ReadControl, ReadInput, Reading } from "./ingest/bytes/feed.js";
export type { Import, ImportReport, ReadLimits } from "./ingest/import.js";
export type { LinkedInConnectionsOptions } from "./ingest/linkedin/linkedin-connections.js";
export { readLinkedInConnections } from "./ingest/linkedin/linkedin-connections.js";
export type { IdOf, ReadRow } from "./ingest/reader-id.js";
export type { DateOrder } from "./ingest/table/calendar-date.js";
export type {
  ActivityDone,
  AskAgreed,
  AskDeclined,
  AskSent,
  AskStep,
  BalanceAsserted,
  ContactStated,
  Courtesy,
  DealLost,
  DealWon,
  EntryReversed,
  EventHead,
  EventType,
  FavorGiven,
  GiftGiven,
  IntroductionBrokered,
  IntroductionMade,
  IntroductionOffered,
  IntroductionReceived,
  LeadReceived,
  LossReason,
  MeetingHeld,
  OpportunityOpened,
  PersonPrepared,
  QuestionSent,
  RecordedAsk,
  RecordedLeg,
  SaleDelivered,
  StepOf,
} from "./journal/event.js";
export type { AskInput, GivenHead, InputOf } from "./journal/event-input.js";
export { type EventInput, Journal, type JournalEvent } from "./journal/index.js";
export type {
  AppendOptions,
  EraseOptions,
  JournalOptions,
  JournalSnapshot,
} from "./journal/journal-options.js";
export type { Recovery } from "./journal/read-lines.js";
export type { AppendInput, SplitEvent } from "./journal/store-event.js";
export type { Vault, VaultSnapshot } from "./journal/vault.js";
export type {
  Calibration,
  ForecastScores,
  LearnedProfile,
  LearnedRate,
  LearningSettings,
  RateLevel,
} from "./learning/index.js";
export { Ledger, type Standing } from "./ledger/index.js";
export type { LedgerOptions, SaleQuery, StandingQuery, TieQuery } from "./ledger/ledger.js";
export type { EntryFavor, LedgerEntry } from "./ledger/ledger-entry.js";
export type { LedgerModel } from "./ledger/ledger-model.js";
export type { PeopleOfIds } from "./ledger/same-people.js";
export type { Favor, PricedStanding } from "./ledger/standing.js";
export type { Statement, StatementLine, StatementOptions } from "./ledger/statement.js";
export type { TiePenalty } from "./ledger/tie-penalties.js";
export type { GraphLike } from "./network/graph-like.js";
export type { IdTeller } from "./network/id-tellers.js";
export type { InView } from "./network/in-view.js";
export type { JobChange } from "./network/job-changes.js";
export type { KeptTie, KnownTie, Sighting, TieChange } from "./network/kept-tie.js";
export { Network } from "./network/network.js";
export type { PersonRecord } from "./network/person-records.js";
export type { ImportOptions, ImportResult, NetworkImport } from "./network/prepare-import.js";
export type { EmptiedFields } from "./network/refresh-record.js";
export type { NetworkSnapshot, SharingPreference } from "./network/snapshot.js";
export type { Suppressed } from "./network/suppression-keys.js";
export type { RemovedPerson } from "./network/take-back.js";
export type { ToldRecord } from "./network/told-records.js";
export type { Fact, SeenTie, Viewpoint, ViewpointOptions } from "./network/viewpoint.js";
export type { Guess, IntroductionPath, Leg } from "./paths/index.js";
export type { InferenceLimits } from "./paths/inference-limits.js";
export type { MaskedPerson } from "./paths/mask-path.js";
export type { CompanyAliases } from "./people/company-aliases.js";
export type { CoverageRow, PeopleHolder } from "./people/coverage.js";
export {
  type Coverage,
  coverage,
  type Person,
  type TargetMatch,
  type Tie,
  type TieEvidence,
} from "./people/index.js";
export type { PersonKind, Source, Spell, SpellKind, Tag } from "./people/person.js";
export type { ReferralMethod, ReferralSource } from "./people/referral-codes.js";
export type { IdentityDecision, IdentityReview, MergedPair, Resolution } from "./people/resolve-people.js";
export type { TargetFit, TargetFitSettings, TargetProfile } from "./people/target-fit.js";
export type { ToldTie } from "./people/tellers-of.js";
export type {
  Interaction,
  InteractionKind,
  InteractionRecord,
  TieKind,
  Visibility,
  Vouch,
} from "./people/tie.js";
export type { AccountInsider, AccountPerson, AccountPlan, AccountRequest } from "./planner/account-plan.js";
export type { AskingSettings } from "./planner/asking-settings.js";
export type { CampaignRequest, IntroductionCampaign, TeamRequest } from "./planner/campaign-for-people.js";
export type { CampaignReach } from "./planner/campaign-reach.js";
export type { CorePlanner } from "./planner/core-planner.js";
export type { PlanDraftOptions } from "./planner/draft-planned.js";
export type { GiveFirstRequest } from "./planner/give-first.js";
export type {
  AskReveal,
  IntroductionPlan,
  NearbyPerson,
  PlanAsk,
  PlanTarget,
  Refusal,
  RefusalCode,
} from "./planner/introduction-plan.js";
export type { ListedPair, PairsRequest } from "./planner/list-pairs.js";
export type { DoneEvent, NextAction, NextKind } from "./planner/next-action.js";
export type { LeadGoal, NextSettings } from "./planner/next-settings.js";
export type { ReviewsRequest } from "./planner/open-reviews.js";
export type { FittingPair } from "./planner/pair-actions.js";
export type { PlanFromRequest } from "./planner/plan-from.js";
export type { ConnectorRule } from "./planner/plan-policy.js";
export { DEFAULT_PLAN_POLICY, type PlanPolicy } from "./planner/plan-policy.js";
export type { PlanQuestion } from "./planner/plan-questions.js";
export type { ReachRequest, ReachRow } from "./planner/plan-reach.js";
export type { PlanRequest, TargetQuery } from "./planner/plan-request.js";
export type { PlanWarming } from "./planner/plan-warming.js";
export { IntroductionPlanner } from "./planner/planner.js";
export type {
  CompileRequest,
  LearnRequest,
  NextRequest,
  PlannerOptions,
  RestoreOptions,
  StandingRequest,
  TouchPlanRequest,
  ViewerOptions,
} from "./planner/planner-options.js";
export type { PlannerSnapshot } from "./planner/planner-snapshot.js";
export type { Prospect, ProspectsRequest } from "./planner/prospects.js";
export type { PlannerEvent } from "./planner/record-events.js";
export type { RecordKind } from "./planner/records-checked.js";
export type { ReluctanceSettings } from "./planner/reluctance.js";
export type { RevealedTie, RevealOptions } from "./planner/reveal-ties.js";
export type {
  GiveFirstSettings,
  IdentitySettings,
  SearchSettings,
} from "./planner/settings.js";
export { DEFAULT_SETTINGS, type GivenSettings, type Settings } from "./planner/settings.js";
export type { ContactStage, LadderRow, StageEvidence } from "./planner/stage-ladder.js";
export type { RequestStyle } from "./planner/style-of.js";
export type { TieToMake, TieToMakeRequest } from "./planner/tie-to-make.js";
export type { PlannedTouch } from "./planner/touch-plan.js";
export type { Workflow, WorkflowRequest, WorkflowRow, WorkflowStep } from "./planner/workflow.js";
export type { AskCostModel } from "./planning/ask-cost.js";
export type { ReadinessRules } from "./planning/ask-readiness.js";
export type { ScheduledStep, ScheduleOptions } from "./planning/ask-schedule.js";
export type { DiversityOptions } from "./planning/diverse-paths.js";
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
export type { Readiness } from "./planning/planned-ask.js";
export type { GiftEffect, PossibleGift, RankedGift } from "./planning/rank-gifts.js";
export type { TrustSettings } from "./planning/trust-loss.js";
export type { AskEvents, ContactsOf, UnaskedOptions } from "./planning/unasked.js";
export type { OrderFlip } from "./planning/what-would-flip.js";
export type { Arc, Cap, NeighborSource } from "./remote/neighbor-source.js";
export type { ArcOverlay } from "./search/arc-overlay.js";
export type { BestPathQuery } from "./search/best-path.js";
export type { ArcInput, ArcList, BuildOptions } from "./search/build-arcs.js";
export {
  ArcIndex,
  bestPath,
  type KBestResult,
  kBestPaths,
  type RawPath,
  reach,
} from "./search/index.js";
export type { KBestQuery } from "./search/k-best-paths.js";
export type { SearchBudget, SearchOptions } from "./search/query.js";
export type { Reach, ReachQuery } from "./search/reach.js";
export type { SearchScratch } from "./search/search-scratch.js";
export type {
  ConsentInput,
  ConsentMedium,
  ConsentRole,
  Endorsement,
  Incentive,
} from "./ties/consent-terms.js";
export type { Factor, TieState } from "./ties/factor.js";
export type { InferenceModel } from "./ties/inference-model.js";
export type { PartialTieModel } from "./ties/partial-tie-model.js";
export type { TieModel } from "./ties/tie-model.js";
export type { WarmingStep } from "./ties/tie-to-warm.js";
export type { AccountabilityModel } from "./tracking/accountability.js";
export type { FollowUp, FollowUpModel } from "./tracking/follow-ups.js";
