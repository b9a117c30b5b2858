import type { AbortSignalLike, Issue } from "../base/index.js";
import type { IntroductionPath, MaskedPerson } from "../paths/index.js";
import type { AskPolicyMethod, DirectWay } from "../planning/index.js";
import type { PlanAsk, Refusal } from "./introduction-plan.js";
import type { RecordKind } from "./records-checked.js";

/** Which company is to be reached, and whom of it. */
export interface AccountRequest {
  /** Id of the one who wants the introduction, or of several who share the plan. */
  readonly seeker: string | readonly string[];
  /** A company as people write it, another name of it, or its domain. */
  readonly company: string;
  /** Positions of which any is wanted ("VP Operations"). @defaultValue anybody who is known there */
  readonly roles?: readonly string[];
  /** Worth of reaching any of them, in favor points; absent: every way is tried until one succeeds. */
  readonly value?: number;
  /** Paths to each person at most, 1 to 1,000. @defaultValue 5 */
  readonly k?: number;
  /** Ties of a path at most, 1 to 4; 3 is two connectors and the target. @defaultValue 3 */
  readonly maxHops?: number;
  /** Ids through whom no path may lead. */
  readonly exclude?: Iterable<string>;
  /** As in a plan for one buyer: paths over masked ties of others come too, without the names behind them. */
  readonly maskKey?: string;
  readonly now: Date | string;
  readonly signal?: AbortSignalLike;
}

/** Somebody at the company who is wanted. */
export interface AccountPerson {
  /** Id, also of a buyer whom only an ask on record names; absent for a role that nobody known holds. */
  readonly person?: string;
  readonly name?: string;
  readonly title?: string;
  /** The wanted position that they hold, or one like it; without `person` the one that is still to get a name. */
  readonly role?: string;
  readonly company: string;
  /** Of the best path, 0 where none leads there. */
  readonly probability: number;
  /** The best path; absent for those beyond `settings.search.accountPeople` too. */
  readonly path?: IntroductionPath;
  /** Why no path to them is looked for: they declined, were won, or are not to be asked. */
  readonly refusal?: Refusal;
}

/** A contact of the seekers who works at the company or worked there. */
export interface AccountInsider {
  readonly person: string;
  readonly title?: string;
  /** True where they have left. */
  readonly former: boolean;
  /** Strength of the seekers' best tie to them, in [0, 1]. */
  readonly strength: number;
  /** Ids of wanted people whom they know or may know, the surest first. */
  readonly mayKnow: readonly string[];
}

/** Who is known at a company, and one plan for reaching any of those who are wanted. Plain JSON. */
export interface AccountPlan {
  /** Hash of seekers, company, day and what was asked for. */
  readonly id: string;
  /** UTC day of the plan, `YYYY-MM-DD`. */
  readonly day: string;
  readonly seekers: readonly string[];
  /** The company as the records write it, else as it was asked for. */
  readonly company: string;
  /** Best first. */
  readonly people: readonly AccountPerson[];
  /** The strongest first. */
  readonly insiders: readonly AccountInsider[];
  /** The seekers' own requests in their order, one per connector; a consent that serves several people counts once. */
  readonly asks: readonly PlanAsk[];
  /** Requests that cannot be made today; no number here counts them. */
  readonly waiting: readonly PlanAsk[];
  /** Ids of the asks for any of the wanted that are still open. */
  readonly open: readonly string[];
  /**
   * What writing without anybody would bring, to the one of them who would answer best. `person` is absent for a role that nobody known
   * holds. Absent where nobody is wanted who may still be reached.
   */
  readonly direct?: DirectWay & { readonly person?: string };
  /** Who stands behind the opaque ids of masked paths, as far as may be told; only with a `maskKey`. */
  readonly masked?: readonly MaskedPerson[];
  /** Probability that at least one of the wanted is reached, if every way is tried. */
  readonly jointProbability: number;
  /** As in a plan for one buyer: where one stops as the plan says, if that is less. */
  readonly successProbability?: number;
  readonly expectedCost: number;
  readonly expectedValue: number;
  readonly method: AskPolicyMethod;
  readonly stop: string;
  /** As in a plan for one buyer. */
  readonly issues: readonly Issue[];
  /** Which kinds of record were there to look at, and which were not. */
  readonly checked: readonly RecordKind[];
  readonly notChecked: readonly RecordKind[];
  readonly refusal?: Refusal;
}
