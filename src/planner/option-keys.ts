import { keysOf } from "../base/index.js";
import type { LintFacts } from "../drafts/index.js";
import type { ScheduleOptions, UnaskedOptions } from "../planning/index.js";
import type { AccountRequest } from "./account-plan.js";
import type { CampaignRequest } from "./campaign-for-people.js";
import type { PlanDraftOptions } from "./draft-planned.js";
import type { GiveFirstRequest } from "./give-first.js";
import type { PairsRequest } from "./list-pairs.js";
import type { ReviewsRequest } from "./open-reviews.js";
import type { PlanFromRequest } from "./plan-from.js";
import type { ReachRequest } from "./plan-reach.js";
import type { PlanRequest } from "./plan-request.js";
import type {
  CompileRequest,
  LearnRequest,
  NextRequest,
  PlannerOptions,
  RestoreOptions,
  StandingRequest,
  TouchPlanRequest,
  ViewerOptions,
} from "./planner-options.js";
import type { ProspectsRequest } from "./prospects.js";
import type { RevealOptions } from "./reveal-ties.js";
import type { TieToMakeRequest } from "./tie-to-make.js";

// What each method of the planner takes; the compiler holds each list to its type.

export const PLANNER_KEYS: readonly string[] = keysOf<PlannerOptions>({
  network: true,
  journal: true,
  settings: true,
  tieModel: true,
  policy: true,
  profile: true,
  compiled: true,
  askKey: true,
});
export const COMPILE_KEYS: readonly string[] = keysOf<CompileRequest>({ now: true, signal: true });
export const LEARN_KEYS: readonly string[] = keysOf<LearnRequest>({ now: true });
export const VIEWER_KEYS: readonly string[] = keysOf<ViewerOptions>({ seeker: true });
export const PLAN_KEYS: readonly string[] = keysOf<PlanRequest>({
  seeker: true,
  target: true,
  value: true,
  k: true,
  maxHops: true,
  diversity: true,
  exclude: true,
  headcount: true,
  decisions: true,
  inferTies: true,
  maskKey: true,
  now: true,
  signal: true,
});
export const PLAN_FROM_KEYS: readonly string[] = [
  ...PLAN_KEYS,
  ...keysOf<Omit<PlanFromRequest, keyof PlanRequest>>({ maxArcs: true }),
];
export const REVIEWS_KEYS: readonly string[] = keysOf<ReviewsRequest>({
  seeker: true,
  sought: true,
  decisions: true,
  now: true,
});
export const ACCOUNT_KEYS: readonly string[] = keysOf<AccountRequest>({
  seeker: true,
  company: true,
  roles: true,
  value: true,
  k: true,
  maxHops: true,
  exclude: true,
  maskKey: true,
  now: true,
  signal: true,
});
export const REACH_KEYS: readonly string[] = keysOf<ReachRequest>({
  seeker: true,
  targets: true,
  maxHops: true,
  joint: true,
  now: true,
});
export const PROSPECTS_KEYS: readonly string[] = keysOf<ProspectsRequest>({
  seeker: true,
  profile: true,
  limit: true,
  maxHops: true,
  now: true,
});
export const TIES_TO_MAKE_KEYS: readonly string[] = keysOf<TieToMakeRequest>({
  seeker: true,
  targets: true,
  limit: true,
  now: true,
});
export const PAIRS_KEYS: readonly string[] = keysOf<PairsRequest>({
  seeker: true,
  among: true,
  event: true,
  limit: true,
  now: true,
});
export const CAMPAIGN_KEYS: readonly string[] = keysOf<CampaignRequest>({
  seeker: true,
  targets: true,
  capacity: true,
  budget: true,
  asksPerWeek: true,
  asksPerDay: true,
  horizonDays: true,
  goal: true,
  profile: true,
  k: true,
  maxHops: true,
  limits: true,
  now: true,
  onProgress: true,
  signal: true,
});
export const TEAM_KEYS: readonly string[] = CAMPAIGN_KEYS.map((key) => (key === "seeker" ? "seekers" : key));
export const UNASKED_KEYS: readonly string[] = keysOf<UnaskedOptions>({ seeker: true, notNow: true });
export const SCHEDULE_KEYS: readonly string[] = keysOf<ScheduleOptions>({
  from: true,
  calendar: true,
  medium: true,
  warmFirst: true,
  delays: true,
  model: true,
});
export const GIVE_FIRST_KEYS: readonly string[] = keysOf<GiveFirstRequest>({
  signal: true,
  seeker: true,
  targets: true,
  contacts: true,
  among: true,
  now: true,
});
export const PLAN_DRAFT_KEYS: readonly string[] = keysOf<
  PlanDraftOptions & Omit<LintFacts, "me" | "seeker" | "connector" | "target">
>({
  context: true,
  connectorReason: true,
  namedBy: true,
  reluctance: true,
  readiness: true,
  private: true,
  reason: true,
  offer: true,
  gift: true,
  about: true,
  minutes: true,
  channel: true,
  tone: true,
  connectorStyle: true,
  seekerStyle: true,
  locale: true,
  seed: true,
  limits: true,
  now: true,
  kind: true,
  keeper: true,
  via: true,
  issue: true,
  topic: true,
  gate: true,
  unmet: true,
  readyAt: true,
  cooldownUntil: true,
  openAsks: true,
  asksThisYear: true,
  reminders: true,
  sendOn: true,
  attachments: true,
  thanksDays: true,
  updateDays: true,
  followThroughDays: true,
  incentive: true,
  strength: true,
  optedIn: true,
});
export const TOUCH_PLAN_KEYS: readonly string[] = keysOf<TouchPlanRequest>({ seeker: true, now: true });
export const NEXT_KEYS: readonly string[] = keysOf<NextRequest>({
  seeker: true,
  limit: true,
  goals: true,
  profile: true,
  changes: true,
  locale: true,
  now: true,
  value: true,
  k: true,
  maxHops: true,
  diversity: true,
  exclude: true,
  headcount: true,
  decisions: true,
  inferTies: true,
  signal: true,
});
export const STANDING_KEYS: readonly string[] = keysOf<StandingRequest>({
  seeker: true,
  counterpart: true,
  now: true,
});

export const RESTORE_KEYS: readonly string[] = keysOf<RestoreOptions>({
  suppression: true,
  compiled: true,
  askKey: true,
});
export const REVEAL_KEYS: readonly string[] = keysOf<RevealOptions>({ maskKey: true });
