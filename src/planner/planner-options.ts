import type { AbortSignalLike } from "../base/index.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import type { Journal, JournalOptions } from "../journal/index.js";
import type { LearnedProfile } from "../learning/index.js";
import type { JobChange, Network } from "../network/index.js";
import type { TargetProfile } from "../people/index.js";
import type { PartialTieModel } from "../ties/index.js";
import type { LeadGoal } from "./next-settings.js";
import type { PlanPolicy } from "./plan-policy.js";
import type { PlanRequest } from "./plan-request.js";
import type { GivenSettings } from "./settings.js";

/** What a planner is made of; only the network is needed. */
export interface PlannerOptions {
  readonly network: Network;
  /** What happened so far. @defaultValue an empty one */
  readonly journal?: Journal;
  /** Numbers to use in place of the defaults, any of them, at any depth. @defaultValue `DEFAULT_SETTINGS` */
  readonly settings?: GivenSettings | undefined;
  /** @deprecated `settings.ties`. */
  readonly tieModel?: PartialTieModel | undefined;
  /** @deprecated Its parts stand in `settings`. */
  readonly policy?: Partial<PlanPolicy> | undefined;
  /** What was learned elsewhere (`planner.learn`, `learnProfile`), to plan by from the start. @defaultValue none */
  readonly profile?: LearnedProfile | undefined;
  /**
   * A secret of 16 characters or more: ids of asks are keyed by it. Without it they are plain hashes of seeker, connector, target and
   * day, so who can guess these can tell from an id who was asked. Never saved. @defaultValue none
   */
  readonly askKey?: string | undefined;
  /** What `compile` gave for this network: the first plan of its day need not score the ties. Left aside where it does not fit. @defaultValue none */
  readonly compiled?: ArrayBuffer | undefined;
}

/** What a planner is restored with beside its snapshot. */
export type RestoreOptions = Pick<JournalOptions, "suppression"> &
  Pick<PlannerOptions, "compiled" | "askKey">;

/** As of which day the network is compiled. */
export interface CompileRequest {
  readonly now: Date | string;
  /** Looked at every thousand ties or so; aborting throws its reason and changes nothing. */
  readonly signal?: AbortSignalLike | undefined;
}

/** As of when the planner learns. */
export interface LearnRequest {
  readonly now: Date | string;
}

/** For whom a result is: absent, the keeper's view of everybody. */
export interface ViewerOptions {
  /** Id of the one who asks, or several. */
  readonly seeker?: string | readonly string[];
}

/** For whom `next` says what to do, and when; how the next asks are planned is as in a plan. */
export interface NextRequest extends Omit<PlanRequest, "target" | "maskKey"> {
  /** Actions at most. @defaultValue `settings.next.limit` */
  readonly limit?: number;
  /** What leads are gathered for, one or several, or acts of prospecting a week: what serves the goal counts for more. @defaultValue none */
  readonly goals?: LeadGoal | readonly LeadGoal[] | { readonly weekly?: number };
  /** Whom one can help best: contacts and candidates who fit come first. @defaultValue nobody in particular */
  readonly profile?: TargetProfile;
  /** Job changes between two exports (`jobChanges` of `warmpath/network`), for congratulations. @defaultValue none */
  readonly changes?: readonly JobChange[];
  /** Language of the drafts. @defaultValue English */
  readonly locale?: LanguagePack;
}

/** Whose touch plan, and as of when. */
export interface TouchPlanRequest {
  readonly seeker: string;
  readonly now: Date | string;
}

/** Between whom a standing is told, and when. */
export interface StandingRequest {
  readonly seeker: string;
  readonly counterpart: string;
  readonly now: Date | string;
}
