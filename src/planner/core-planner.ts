import { checkKeys } from "../base/index.js";
import type { AskMessage } from "../drafts/index.js";
import { Journal } from "../journal/index.js";
import { ERASE_KEYS, type EraseOptions } from "../journal/journal-options.js";
import type { LearnedProfile } from "../learning/index.js";
import type { Ledger, Standing } from "../ledger/index.js";
import { Network } from "../network/network.js";
import type { TargetMatch } from "../people/index.js";
import type { AccountPlan, AccountRequest } from "./account-plan.js";
import { draftAskOf, type PlanDraftOptions } from "./draft-planned.js";
import { erasePerson } from "./erase-person.js";
import type { IntroductionPlan, PlanAsk } from "./introduction-plan.js";
import { nameOf } from "./name-of.js";
import type { NextAction } from "./next-action.js";
import { nextActions } from "./next-actions.js";
import * as KEYS from "./option-keys.js";
import { planAccount } from "./plan-account.js";
import { planIntroduction } from "./plan-introduction.js";
import { settingsFrom0_1 } from "./plan-policy.js";
import type { PlanRequest, TargetQuery } from "./plan-request.js";
import type * as Given from "./planner-options.js";
import { type PlannerSnapshot, plannerParts, plannerSnapshot } from "./planner-snapshot.js";
import { PlannerState } from "./planner-state.js";
import { type PlannerEvent, recordEvents } from "./record-events.js";
import { type GivenSettings, plannerSettings, type Settings } from "./settings.js";
import { standingBetween } from "./standing-between.js";
import { viewersOf } from "./viewers-of.js";
import { withoutRules } from "./without-rules.js";

/**
 * What every use of a planner needs: plans for a buyer or a company, drafts, the record, what to do today, state as JSON. `warmpath/lite` offers it as `IntroductionPlanner`; the whole planner of `warmpath` adds to it.
 */
export class CorePlanner {
  readonly network: Network;
  readonly journal: Journal;
  readonly #state: PlannerState;
  /** What was given in place of the defaults. */
  #given: GivenSettings;

  /** @throws WarmpathError `INVALID_ARGUMENT` for a network that is none or a setting that is unknown or out of its range. */
  constructor(options: Given.PlannerOptions) {
    checkKeys(options, KEYS.PLANNER_KEYS, "options");
    const { network, journal = new Journal(), settings, tieModel, policy, ...more } = options;
    const given = settingsFrom0_1(policy, tieModel, settings);
    this.#state = PlannerState.of(network, journal, plannerSettings(given), more);
    STATES.set(this, this.#state);
    this.network = network;
    this.journal = journal;
    this.#given = JSON.parse(JSON.stringify(given)) as GivenSettings;
  }

  /** Every number in force, the defaults and what was learned among them. */
  get settings(): Settings {
    return this.#state.settings;
  }

  /** What outcomes taught, where `planner.learn` was called or a profile handed in: plain JSON. */
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
   * Writes the message for one of a plan's asks. It is the note to the connector, the text to forward, the subject, and what our
   * own lint says of them.
   * @throws WarmpathError `INVALID_ASK`, `UNKNOWN_PERSON`, `INVALID_ARGUMENT` for an unknown channel.
   */
  draft(ask: PlanAsk | undefined, options: PlanDraftOptions = {}): AskMessage {
    checkKeys(options, KEYS.PLAN_DRAFT_KEYS, "options");
    return draftAskOf(this.#state, ask, options);
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

  /**
   * What a seeker may draw on from somebody, through that one's eyes, with the strength and common friends of the network.
   * @throws WarmpathError `UNKNOWN_PERSON`, `INVALID_DATE`, `INVALID_ARGUMENT` for one person twice.
   */
  standing(query: Given.StandingRequest): Standing {
    checkKeys(query, KEYS.STANDING_KEYS, "query");
    return standingBetween(this.#state, query);
  }

  /**
   * Removes a person: their record and all that they told, their name as a buyer, what was set for them or learned of them. Words go too
   * that are theirs or hold one of their names or of `names`, in the journal and in others' records. They are kept out of later imports (`Network.suppress`). Ids, numbers and the journal's chain stay. Plans and copies made before are the caller's to destroy.
   * @returns The number of texts erased from the journal.
   */
  erase(personId: string, options: EraseOptions = {}): number {
    checkKeys(options, ERASE_KEYS, "options");
    const { erased, gone } = erasePerson(this.#state, personId, options.names ?? []);
    this.#given = withoutRules(this.#given, gone);
    return erased;
  }

  /** The whole state as plain JSON: the same bytes for the same state. */
  toJSON(): PlannerSnapshot {
    return plannerSnapshot(this.#state, this.#given);
  }

  /**
   * The planner that a snapshot holds.
   * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`, and what network and journal throw.
   */
  static fromJSON(snapshot: unknown, options: Given.RestoreOptions = {}): CorePlanner {
    return restored(CorePlanner, snapshot, options);
  }
}

const STATES = new WeakMap<CorePlanner, PlannerState>();

/** What a planner holds from call to call, for the methods that other classes add. */
export function stateOf(planner: CorePlanner): PlannerState {
  return STATES.get(planner) as PlannerState;
}

/** A planner of the class, as a snapshot holds it. @throws WarmpathError as {@link CorePlanner.fromJSON}. */
export function restored<Planner extends CorePlanner>(
  Class: new (options: Given.PlannerOptions) => Planner,
  snapshot: unknown,
  options: Given.RestoreOptions,
): Planner {
  checkKeys(options, KEYS.RESTORE_KEYS, "options");
  const { compiled, askKey, ...suppression } = options;
  const { network, journal, buyers, ...given } = plannerParts(snapshot);
  const planner = new Class({
    ...given,
    network: Network.fromJSON(network),
    journal: Journal.fromJSON(journal, suppression),
    compiled,
    askKey,
  });
  const state = stateOf(planner);
  for (const buyer of buyers) state.buyers.set(buyer.id, buyer);
  state.takeFacts();
  return planner;
}
