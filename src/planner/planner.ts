import { checkKeys } from "../base/index.js";
import type { AskMessage } from "../drafts/index.js";
import { Journal } from "../journal/index.js";
import { ERASE_KEYS, type EraseOptions } from "../journal/journal-options.js";
import type { LearnedProfile } from "../learning/index.js";
import type { Ledger, Standing } from "../ledger/index.js";
import { Network } from "../network/network.js";
import type { TargetMatch } from "../people/index.js";
import {
  type RankedGift,
  type ScheduledStep,
  type ScheduleOptions,
  scheduleAsks,
  type UnaskedOptions,
  unasked,
} from "../planning/index.js";
import type { NeighborSource } from "../remote/neighbor-source.js";
import type { AccountPlan, AccountRequest } from "./account-plan.js";
import {
  type CampaignRequest,
  type IntroductionCampaign,
  planIntroductions,
  planTeam,
  type TeamRequest,
} from "./campaign-for-people.js";
import { draftAskOf, type PlanDraftOptions } from "./draft-planned.js";
import { erasePerson } from "./erase-person.js";
import { type GiveFirstRequest, giveFirst } from "./give-first.js";
import type { IntroductionPlan, PlanAsk } from "./introduction-plan.js";
import { nameOf } from "./name-of.js";
import type { NextAction } from "./next-action.js";
import { nextActions } from "./next-actions.js";
import * as KEYS from "./option-keys.js";
import { planAccount } from "./plan-account.js";
import { type PlanFromRequest, planFrom } from "./plan-from.js";
import { planIntroduction } from "./plan-introduction.js";
import { settingsFrom0_1 } from "./plan-policy.js";
import { type PlanQuestion, questionsOf } from "./plan-questions.js";
import { planReach, type ReachRequest, type ReachRow } from "./plan-reach.js";
import type { PlanRequest, TargetQuery } from "./plan-request.js";
import { type PlanWarming, warmingOf } from "./plan-warming.js";
import type * as Given from "./planner-options.js";
import { type PlannerSnapshot, plannerParts, plannerSnapshot } from "./planner-snapshot.js";
import { PlannerState } from "./planner-state.js";
import { type PlannerEvent, recordEvents } from "./record-events.js";
import { type RevealedTie, type RevealOptions, revealTies } from "./reveal-ties.js";
import { type GivenSettings, plannerSettings, type Settings } from "./settings.js";
import { standingBetween } from "./standing-between.js";
import { type PlannedTouch, touchPlan } from "./touch-plan.js";
import { viewersOf } from "./viewers-of.js";

/**
 * Plans warm introductions over a network and a journal of what happened. It reads no clock: `now` comes with each call, and
 * plans of one UTC day are the same to the byte. Plans and actions are plain JSON.
 * @example new IntroductionPlanner({ network }).plan({ seeker: "me", target: "Bob Smith at Acme", now: "2026-11-23" });
 */
export class IntroductionPlanner {
  readonly network: Network;
  readonly journal: Journal;
  readonly #state: PlannerState;
  /** What was given in place of the defaults. */
  readonly #given: GivenSettings;

  /** @throws WarmpathError `INVALID_ARGUMENT` for a network that is none or a setting that is unknown or out of its range. */
  constructor(options: Given.PlannerOptions) {
    checkKeys(options, KEYS.PLANNER_KEYS, "options");
    const { network, journal = new Journal(), settings, tieModel, policy, ...more } = options;
    const given = settingsFrom0_1(policy, tieModel, settings);
    this.#state = PlannerState.of(network, journal, plannerSettings(given), more);
    this.network = network;
    this.journal = journal;
    this.#given = JSON.parse(JSON.stringify(given)) as GivenSettings;
  }

  /** Every number in force, the defaults and what was learned among them. */
  get settings(): Settings {
    return this.#state.settings;
  }

  /** What outcomes taught, where {@link learn} was called or a profile handed in: plain JSON. */
  get profile(): LearnedProfile | undefined {
    return this.#state.profile;
  }

  /** The social debt on record. */
  get ledger(): Ledger {
    return this.#state.ledger;
  }

  /**
   * Who may be meant, best first, each with why: "Bob Smith at Acme", "VP Operations at Acme", a profile address, an e-mail. To a
   * `seeker` (or several) whoever is known by others' hidden records alone is not there; without one all are: the keeper's view.
   * @throws WarmpathError `INVALID_ARGUMENT` for a query or a seeker that says nothing, `UNKNOWN_PERSON` for the seeker.
   */
  find(query: TargetQuery, options: Given.ViewerOptions = {}): TargetMatch[] {
    return this.#state.find(query, viewersOf(this.#state, options));
  }

  /**
   * The name of anybody that a result names, a buyer outside the network too. To a `seeker` (or several) only whom they may
   * see, and only buyers whom they asked or planned for. Undefined where there is none to tell.
   * @throws WarmpathError `INVALID_ID`, `INVALID_ARGUMENT`, `UNKNOWN_PERSON` for the seeker.
   */
  name(id: string, options: Given.ViewerOptions = {}): string | undefined {
    return nameOf(this.#state, id, viewersOf(this.#state, options));
  }

  /**
   * Plans the introduction to one target.
   * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`, `UNKNOWN_PERSON` for a seeker; the signal's reason when aborted.
   */
  plan(request: PlanRequest): IntroductionPlan {
    return planIntroduction(this.#state.dayOf(request, KEYS.PLAN_KEYS), request);
  }

  /**
   * Who do we know at Acme? The people known there, the contacts who are or were inside, and one plan for reaching any who is wanted.
   * @throws WarmpathError as {@link plan}.
   */
  account(request: AccountRequest): AccountPlan {
    return planAccount(this.#state.dayOf(request, KEYS.ACCOUNT_KEYS), request);
  }

  /**
   * Plans over ties that only a store holds (`warmpath/remote`), beside the planner's own network; the plan is as from {@link plan}. Up to 3
   * hops no way over the store is missing. The planner's network is copied for each call: what is large belongs in the store.
   * @throws WarmpathError as {@link plan}, `INVALID_ARC`, and what the source rejects with: as a rejected promise.
   */
  planFrom(source: NeighborSource, request: PlanFromRequest): Promise<IntroductionPlan> {
    return planFrom(this.#state, source, request);
  }

  /** How well each of many targets can be reached, the warmest first, equal ones by id. @throws WarmpathError as {@link plan}. */
  reach(request: ReachRequest): ReachRow[] {
    return planReach(this.#state.dayOf(request, KEYS.REACH_KEYS), request);
  }

  /** Plans asks over many buyers under the connectors' capacities, with a bound. @throws WarmpathError as {@link plan}. */
  campaign(request: CampaignRequest): IntroductionCampaign {
    return planIntroductions(this.#state.dayOf(request, KEYS.CAMPAIGN_KEYS), request);
  }

  /** A campaign of several seekers: who takes which buyer; nobody is asked by two. @throws WarmpathError as {@link plan}. */
  team(request: TeamRequest): IntroductionCampaign {
    return planTeam(this.#state.dayOf(request, KEYS.TEAM_KEYS), request);
  }

  /**
   * Which question, put to somebody before asking, would change the plan most ("how well do you know them?"), by the expected
   * value of its answers. Best first. @throws WarmpathError as {@link plan}.
   */
  worthAsking(request: PlanRequest): readonly PlanQuestion[] {
    const plan = this.plan(request);
    return questionsOf(this.#state.on(request.now), plan);
  }

  /** Which single tie to warm before asking, by what, and what that would do. @throws WarmpathError as {@link plan}. */
  tieToWarm(request: PlanRequest): PlanWarming | undefined {
    const plan = this.plan(request);
    return warmingOf(this.#state.on(request.now), plan);
  }

  /** Contacts who could be asked and never were, by id: `unasked` of planning. @throws WarmpathError `UNKNOWN_PERSON`. */
  unasked(options: UnaskedOptions = {}): string[] {
    checkKeys(options, KEYS.UNASKED_KEYS, "options");
    return unasked(this.network, this.journal, options);
  }

  /** A plan's asks by day: when to ask, to remind once, to turn to the next. @throws WarmpathError `INVALID_ARGUMENT` for a calendar. */
  schedule(
    plan: Pick<IntroductionPlan, "asks" | "day">,
    options: Partial<ScheduleOptions> = {},
  ): ScheduledStep[] {
    checkKeys(options, KEYS.SCHEDULE_KEYS, "options");
    return scheduleAsks(plan?.asks, { from: plan?.day, model: this.settings.timing, ...options });
  }

  /** What to do for whom, by how much it lowers the price of asks to come. @throws WarmpathError `UNKNOWN_PERSON`, `INVALID_DATE`. */
  giveFirst(request: GiveFirstRequest): readonly RankedGift[] {
    return giveFirst(this.#state, request);
  }

  /**
   * Writes the message for one of a plan's asks. It is the note to the connector, the text to forward, the subject, and what our
   * own lint says of them.
   * @throws WarmpathError `INVALID_ASK`, `UNKNOWN_PERSON`, `INVALID_ARGUMENT` for an unknown channel.
   */
  draft(ask: PlanAsk | undefined, options: PlanDraftOptions = {}): AskMessage {
    checkKeys(options, KEYS.PLAN_DRAFT_KEYS, "options");
    return draftAskOf(this.#state, ask, options);
  }

  /** Opens the masked ties behind a request once their owners agreed. @throws WarmpathError `INVALID_ASK`, `UNKNOWN_PERSON`. */
  reveal(ask: PlanAsk | undefined, options: RevealOptions): readonly RevealedTie[] {
    checkKeys(options, KEYS.REVEAL_KEYS, "options");
    return revealTies(this.#state, ask, options);
  }

  /**
   * Records what happened. Words that come with an event (the `reason` and `offer` of a sent ask) are kept in the journal's
   * vault and used again for reminders.
   * @returns `exists` where the very same event is on record already; nothing changes then.
   * @throws WarmpathError `INVALID_EVENT`, `INVALID_TRANSITION`, `JOURNAL_ID_CONFLICT` and what else the journal, the asks'
   * states and the books do not allow; nothing is changed then.
   */
  record(event: PlannerEvent): "appended" | "exists" {
    return this.recordAll([event])[0] as "appended" | "exists";
  }

  /** Records all of several events, or none. @throws WarmpathError as {@link record}. */
  recordAll(events: readonly PlannerEvent[]): readonly ("appended" | "exists")[] {
    return recordEvents(this.#state, events);
  }

  /**
   * What to do today, with or without any request on record, each with its draft; what is worth most for its time comes first.
   * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`, `UNKNOWN_PERSON`.
   */
  next(request: Given.NextRequest): readonly NextAction[] {
    return nextActions(this.#state.dayOf(request, KEYS.NEXT_KEYS), request);
  }

  /** When each contact is next to be heard from, the earliest first. @throws WarmpathError `INVALID_DATE`, `UNKNOWN_PERSON`. */
  touchPlan(request: Given.TouchPlanRequest): readonly PlannedTouch[] {
    return touchPlan(this.#state.dayOf(request, KEYS.TOUCH_PLAN_KEYS), request.seeker);
  }

  /**
   * What a seeker may draw on from somebody, through that one's eyes, with the strength and common friends of the network.
   * @throws WarmpathError `UNKNOWN_PERSON`, `INVALID_DATE`, `INVALID_ARGUMENT` for one person twice.
   */
  standing(query: Given.StandingRequest): Standing {
    checkKeys(query, KEYS.STANDING_KEYS, "query");
    return standingBetween(this.#state, query);
  }

  /**
   * Removes a person: their record and ties, their name as a buyer, and their words in the journal (those that hold one of `names`
   * too). They are kept out of later imports (`Network.suppress`). Ids, numbers and the journal's chain stay. Plans and copies made before are the caller's to destroy.
   * @returns The number of texts erased from the journal.
   */
  erase(personId: string, options: EraseOptions = {}): number {
    checkKeys(options, ERASE_KEYS, "options");
    return erasePerson(this.#state, personId, options.names ?? []);
  }

  /**
   * Learns from all asks on record as of `now`, anew each time, and plans by it from then on. It is how far people answer
   * otherwise than the formula says. @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`.
   */
  learn(request: Given.LearnRequest): LearnedProfile {
    checkKeys(request, KEYS.LEARN_KEYS, "request");
    return this.#state.learn(request.now);
  }

  /** Goes back to the formula's own priors; the record of asks stays. */
  forget(): void {
    this.#state.use(undefined);
  }

  /**
   * The network compiled for a day, as one buffer. It is for the option `compiled` of a planner of the same network and settings, in a worker
   * or after a restart. @throws WarmpathError `INVALID_DATE`, `INVALID_ARGUMENT` without `now` before the first plan.
   */
  compile(request: Partial<Given.CompileRequest> = {}): ArrayBuffer {
    checkKeys(request, KEYS.COMPILE_KEYS, "request");
    return this.#state.compile(request.now);
  }

  /** The whole state as plain JSON: the same bytes for the same state. */
  toJSON(): PlannerSnapshot {
    return plannerSnapshot(this.#state, this.#given);
  }

  /**
   * The planner that a snapshot holds.
   * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`, and what network and journal throw.
   */
  static fromJSON(snapshot: unknown, options: Given.RestoreOptions = {}): IntroductionPlanner {
    checkKeys(options, KEYS.RESTORE_KEYS, "options");
    const { compiled, askKey, ...suppression } = options;
    const { network, journal, buyers, ...given } = plannerParts(snapshot);
    const planner = new IntroductionPlanner({
      ...given,
      network: Network.fromJSON(network),
      journal: Journal.fromJSON(journal, suppression),
      compiled,
      askKey,
    });
    for (const buyer of buyers) planner.#state.buyers.set(buyer.id, buyer);
    planner.#state.takeFacts();
    return planner;
  }
}
