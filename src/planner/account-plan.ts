import type { IntroductionPath } from "../paths/index.js";
import type { AskPolicyMethod } from "../planning/index.js";
import type { PlanAsk, Refusal } from "./introduction-plan.js";

/** Which company is to be reached, and whom of it. */
export interface AccountRequest {
  /** Id of the one who wants the introduction, or of several who share the plan. */
  readonly seeker: string | readonly string[];
  /** A company as people write it, another name of it, or its mail domain. */
  readonly company: string;
  /** Positions of which any is wanted ("VP Operations"). @defaultValue anybody who is known there */
  readonly roles?: readonly string[];
  /** Worth of reaching any of them, in favor points; absent: every way is tried until one succeeds. */
  readonly value?: number;
  /** Paths to each person at most, 1 to 1,000. @defaultValue 5 */
  readonly k?: number;
  readonly now: Date | string;
}

/** Somebody at the company who is wanted. */
export interface AccountPerson {
  /** Id; absent for a role that nobody known holds. */
  readonly person?: string;
  readonly name?: string;
  readonly title?: string;
  /** The wanted position that they hold, or that is still without a name. */
  readonly role?: string;
  readonly company: string;
  /** Of the best path, 0 where none leads there. */
  readonly probability: number;
  readonly path?: IntroductionPath;
}

/** A contact of the seekers who works at the company or worked there. */
export interface AccountInsider {
  readonly person: string;
  readonly title?: string;
  /** True where they have left. */
  readonly former: boolean;
  /** Strength of the seekers' best tie to them, in [0, 1]. */
  readonly strength: number;
  /** Ids of wanted people whom they may know. */
  readonly mayKnow: readonly string[];
}

/** Who is known at a company, and one plan for reaching any of those who are wanted. Plain JSON. */
export interface AccountPlan {
  readonly day: string;
  /** The company as the records write it, else as it was asked for. */
  readonly company: string;
  /** Best first. */
  readonly people: readonly AccountPerson[];
  /** The strongest first. */
  readonly insiders: readonly AccountInsider[];
  /** The seekers' own requests in their order; a consent that serves several people counts once. */
  readonly asks: readonly PlanAsk[];
  readonly waiting: readonly PlanAsk[];
  /** Probability that at least one of the wanted is reached. */
  readonly jointProbability: number;
  readonly expectedCost: number;
  readonly expectedValue: number;
  readonly method: AskPolicyMethod;
  readonly stop: string;
  /** Which kinds of record were there to look at, and which were not. */
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
  readonly refusal?: Refusal;
}
