import type { Journal } from "../journal/index.js";
import type { LearnedProfile } from "../learning/index.js";
import type { Network } from "../network/index.js";
import type { PartialTieModel } from "../ties/index.js";
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

/** How the next asks are planned; the same as in a plan. */
export type NextOptions = Omit<PlanRequest, "seeker" | "target" | "now" | "maskKey">;

/** For whom `next` says what to do, and when. */
export interface NextRequest extends NextOptions {
  readonly seeker: string;
  readonly now: Date | string;
}

/** Between whom a standing is told, and when. */
export interface StandingRequest {
  readonly seeker: string;
  readonly counterpart: string;
  readonly now: Date | string;
}
