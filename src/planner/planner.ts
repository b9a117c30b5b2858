import { checkKeys, checkShape } from "../base/index.js";
import { standingEvents } from "../journal/index.js";
import type { LearnedProfile } from "../learning/index.js";
import type { IdentityReview } from "../people/index.js";
import {
  type RankedGift,
  type ScheduledStep,
  type ScheduleOptions,
  scheduleAsks,
  type UnaskedOptions,
  unasked,
} from "../planning/index.js";
import type { NeighborSource } from "../remote/neighbor-source.js";
import {
  type CampaignRequest,
  type IntroductionCampaign,
  planIntroductions,
  planTeam,
  type TeamRequest,
} from "./campaign-for-people.js";
import { CorePlanner, restored, stateOf } from "./core-planner.js";
import { type GiveFirstRequest, giveFirst } from "./give-first.js";
import type { IntroductionPlan, PlanAsk } from "./introduction-plan.js";
import { learnAndUse } from "./learn-from-asks.js";
import { type ListedPair, listPairs, type PairsRequest } from "./list-pairs.js";
import { openReviews, type ReviewsRequest } from "./open-reviews.js";
import * as KEYS from "./option-keys.js";
import { type PlanFromRequest, planFrom } from "./plan-from.js";
import { type PlanQuestion, questionsOf } from "./plan-questions.js";
import { planReach, type ReachRequest, type ReachRow } from "./plan-reach.js";
import type { PlanRequest } from "./plan-request.js";
import { type PlanWarming, warmingOf } from "./plan-warming.js";
import type * as Given from "./planner-options.js";
import { type Prospect, type ProspectsRequest, prospectsOf } from "./prospects.js";
import { type RevealedTie, type RevealOptions, revealTies } from "./reveal-ties.js";
import { type LadderRow, stageLadder } from "./stage-ladder.js";
import { type TieToMake, type TieToMakeRequest, tiesToMake } from "./tie-to-make.js";
import { type PlannedTouch, touchPlan } from "./touch-plan.js";
import { type Workflow, type WorkflowRequest, workflowOf } from "./workflow.js";

/**
 * Plans warm introductions over a network and a journal of what happened. It reads no clock: `now` comes with each call, and
 * plans of one UTC day are the same to the byte. Plans and actions are plain JSON.
 * @example new IntroductionPlanner({ network }).plan({ seeker: "me", target: "Bob Smith at Acme", now: "2026-11-23" });
 */
export class IntroductionPlanner extends CorePlanner {
  /**
   * Plans over ties that only a store holds (`warmpath/remote`), beside the planner's own network; the plan is as from {@link plan}. Up to 3
   * hops no way over the store is missing. The planner's network is copied for each call: what is large belongs in the store.
   * @throws WarmpathError as {@link plan}, `INVALID_ARC`, and what the source rejects with: as a rejected promise.
   */
  planFrom(source: NeighborSource, request: PlanFromRequest): Promise<IntroductionPlan> {
    return planFrom(stateOf(this), source, request);
  }

  /** How well each of many targets can be reached, the warmest first, equal ones by id. @throws WarmpathError as {@link plan}. */
  reach(request: ReachRequest): ReachRow[] {
    return planReach(stateOf(this).dayOf(request, KEYS.REACH_KEYS), request);
  }

  /**
   * People of the network who fit a profile and to whom a way leads, where no buyer is named. The best chance times fit comes first.
   * @throws WarmpathError as {@link plan}.
   */
  prospects(request: ProspectsRequest): readonly Prospect[] {
    return prospectsOf(stateOf(this).dayOf(request, KEYS.PROSPECTS_KEYS), request);
  }

  /** Plans asks over many buyers under the connectors' capacities, with a bound. @throws WarmpathError as {@link plan}. */
  campaign(request: CampaignRequest): IntroductionCampaign {
    return planIntroductions(stateOf(this).dayOf(request, KEYS.CAMPAIGN_KEYS), request);
  }

  /** A campaign of several seekers: who takes which buyer; nobody is asked by two. @throws WarmpathError as {@link plan}. */
  team(request: TeamRequest): IntroductionCampaign {
    return planTeam(stateOf(this).dayOf(request, KEYS.TEAM_KEYS), request);
  }

  /**
   * Which question, put to somebody before asking, would change the plan most ("how well do you know them?"), by the expected
   * value of its answers. Best first. @throws WarmpathError as {@link plan}.
   */
  worthAsking(request: PlanRequest): readonly PlanQuestion[] {
    const plan = this.plan(request);
    return questionsOf(stateOf(this).on(request.now), plan);
  }

  /** Which single tie to warm before asking, by what, and what that would do. @throws WarmpathError as {@link plan}. */
  tieToWarm(request: PlanRequest): PlanWarming | undefined {
    const plan = this.plan(request);
    return warmingOf(stateOf(this).on(request.now), plan);
  }

  /** Which new ties would bring the seeker nearest to the buyers, recomputed. @throws WarmpathError as {@link plan}. */
  tieToMake(request: TieToMakeRequest): readonly TieToMake[] {
    return tiesToMake(stateOf(this).dayOf(request, KEYS.TIES_TO_MAKE_KEYS), request);
  }

  /**
   * Which records may be one human, in the order of what an answer would change in plans. People at sought companies come first, then the
   * strongest ties, then the likeliest. Ask it after `network.merge`. @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`, `INVALID_DATE`.
   */
  reviews(request: ReviewsRequest): readonly IdentityReview[] {
    return openReviews(stateOf(this).dayOf(request, KEYS.REVIEWS_KEYS), request);
  }

  /** Contacts who could be asked and never were, by id: `unasked` of planning. @throws WarmpathError `UNKNOWN_PERSON`. */
  unasked(options: UnaskedOptions = {}): string[] {
    checkKeys(options, KEYS.UNASKED_KEYS, "options");
    return unasked(this.network, { events: () => standingEvents(this.journal) }, options);
  }

  /** A plan's asks by day: when to ask, to remind once, to turn to the next. @throws WarmpathError `INVALID_ARGUMENT` for a calendar. */
  schedule(
    plan: Pick<IntroductionPlan, "asks" | "day">,
    options: Partial<ScheduleOptions> = {},
  ): ScheduledStep[] {
    checkShape(plan, "object", "plan");
    checkKeys(options, KEYS.SCHEDULE_KEYS, "options");
    return scheduleAsks(plan.asks, { from: plan.day, model: this.settings.timing, ...options });
  }

  /** What to do for whom, by how much it lowers the price of asks to come. @throws WarmpathError as {@link plan}. */
  giveFirst(request: GiveFirstRequest): readonly RankedGift[] {
    return giveFirst(stateOf(this).dayOf(request, KEYS.GIVE_FIRST_KEYS), request);
  }

  /** Pairs of contacts to bring together, at an event or anywhere, and how far each has come. @throws WarmpathError as {@link giveFirst}. */
  pairs(request: PairsRequest): readonly ListedPair[] {
    return listPairs(stateOf(this).dayOf(request, KEYS.PAIRS_KEYS), request);
  }

  /** Opens the masked ties behind a request once their owners agreed. @throws WarmpathError `INVALID_ASK`, `UNKNOWN_PERSON`. */
  reveal(ask: PlanAsk | undefined, options: RevealOptions): readonly RevealedTie[] {
    checkKeys(options, KEYS.REVEAL_KEYS, "options");
    return revealTies(stateOf(this), ask, options);
  }

  /** When each contact is next to be heard from, the earliest first. @throws WarmpathError `INVALID_DATE`, `UNKNOWN_PERSON`. */
  touchPlan(request: Given.TouchPlanRequest): readonly PlannedTouch[] {
    return touchPlan(stateOf(this).dayOf(request, KEYS.TOUCH_PLAN_KEYS), request.seeker);
  }

  /** How near each contact has come, from contact to advocate, with what shows it. @throws WarmpathError `INVALID_DATE`, `UNKNOWN_PERSON`. */
  ladder(request: Given.TouchPlanRequest): readonly LadderRow[] {
    return stageLadder(stateOf(this).dayOf(request, KEYS.TOUCH_PLAN_KEYS), request.seeker);
  }

  /** In which of the five steps of work a seeker or a team stands, and what is missing for the next. @throws WarmpathError as {@link plan}. */
  workflow(request: WorkflowRequest): Workflow {
    return workflowOf(stateOf(this).dayOf(request, KEYS.TOUCH_PLAN_KEYS), request);
  }

  /**
   * Learns from all asks on record as of `now`, anew each time, and plans by it from then on. It is how far people answer
   * otherwise than the formula says. @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`.
   */
  learn(request: Given.LearnRequest): LearnedProfile {
    checkKeys(request, KEYS.LEARN_KEYS, "request");
    return learnAndUse(stateOf(this), request.now);
  }

  /** Goes back to the formula's own priors; the record of asks stays. */
  forget(): void {
    stateOf(this).use(undefined);
  }

  /**
   * The network compiled for a day, as one buffer. It is for the option `compiled` of a planner of the same network and settings, in a worker
   * or after a restart. @throws WarmpathError `INVALID_DATE`, `INVALID_ARGUMENT` without `now` before the first plan.
   */
  compile(request: Partial<Given.CompileRequest> = {}): ArrayBuffer {
    checkKeys(request, KEYS.COMPILE_KEYS, "request");
    return stateOf(this).compile(request.now, request.signal);
  }

  /**
   * The planner that a snapshot holds, of `warmpath/lite` too.
   * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`, and what network and journal throw.
   */
  static override fromJSON(snapshot: unknown, options: Given.RestoreOptions = {}): IntroductionPlanner {
    return restored(IntroductionPlanner, snapshot, options);
  }
}
