import type { Issue } from "../base/index.js";
import type { Favor } from "../ledger/index.js";
import type { IntroductionPath, MaskedPerson } from "../paths/index.js";
import type { Person, TargetMatch } from "../people/index.js";
import type { AskPolicyMethod, DirectWay, OrderFlip, PlannedAsk } from "../planning/index.js";
import type { RecordKind } from "./records-checked.js";
import type { RequestStyle } from "./style-of.js";

/** A request to one connector; a buyer whom the network does not hold travels with it, so that it can be drafted. */
export interface PlanAsk extends PlannedAsk {
  /** UTC day of its plan: the day as of which it is drafted. */
  readonly day: string;
  /** How whoever is asked prefers it, where anything is known: what `draft` goes by unless it is told otherwise. */
  readonly style?: RequestStyle;
  /** Minutes that the request is expected to take whoever is asked. */
  readonly minutes?: number;
  readonly buyer?: Pick<Person, "id" | "name" | "company" | "title">;
  /** Of a request over a masked tie: whom to ask that the hidden be named. `draft` writes that question in place of the request. */
  readonly reveal?: AskReveal;
}

/** The way on from a request whose people are hidden. */
export interface AskReveal {
  /** Opaque ids of those who would be named. */
  readonly hidden: readonly string[];
  /** Id of one who told of the tie and may be named; absent: the keeper of the records is to be asked. */
  readonly owner?: string;
}

/** The buyer of a plan. `known` is false where nobody of the network is meant. Then the id is made from name and company. */
export interface PlanTarget extends Pick<Person, "id" | "name" | "company" | "title"> {
  readonly known: boolean;
}

/** Every code that a {@link Refusal} can carry. */
export type RefusalCode =
  /** Nobody leads to the target, or the search for them has ended. */
  | "no-path"
  /** Several people may be meant, or a whole company is. */
  | "ambiguous-target"
  /** Name or company of the buyer is missing. */
  | "not-enough-evidence"
  /** Everybody who could be asked is owed a favor first. */
  | "invest-first"
  /** The target was won already. */
  | "reached";

/** Why there is nothing to ask, and what would help. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** With `ambiguous-target`: who may be meant, best first; with `no-path`: people at companies of nearly the same name. */
  readonly candidates?: readonly TargetMatch[];
  /**
   * With `invest-first`: the cheapest gift that opens a gate, and whose. With `ambiguous-target`, where a company and nobody
   * of it was named: `account`, for `planner.account` plans for anybody there.
   */
  readonly openWith?: Favor | "account";
  /** With `no-path`, where the buyer themselves end the search: they declined, and on which day (ISO), or are not to be asked. */
  readonly ended?: { readonly by: "declined" | "do-not-ask"; readonly on?: string };
  /** With `reached`: ids of the connectors whose help it was, to be thanked, as far as the seekers may name them. */
  readonly thank?: readonly string[];
}

/**
 * Somebody at a company whose name makes it a branch of the buyer's, or the buyer's a branch of it. Or a contact who once worked there, or one in
 * the buyer's trade.
 */
export interface NearbyPerson {
  readonly person: string;
  /** As their record names it; empty where it names none. */
  readonly company: string;
  /** The trade that both are tagged with (`industry:x`); absent for the others. */
  readonly trade?: string;
  /** True for one who once worked at the buyer's company, by a stay on record or their own title; else absent. */
  readonly former?: true;
}

/**
 * What to do to be introduced to one buyer: a value, plain JSON, with ids only but for the target as the caller named
 * them. The same network, journal and day give the same bytes.
 */
export interface IntroductionPlan {
  /** Hash of seekers, target, day and what was asked for. */
  readonly id: string;
  /** UTC day of the plan, `YYYY-MM-DD`. */
  readonly day: string;
  readonly seekers: readonly string[];
  readonly target: PlanTarget;
  /** Worth of reaching the target, in favor points, where one was given. */
  readonly value?: number;
  /** Best first. */
  readonly paths: readonly IntroductionPath[];
  /** Who stands behind the opaque ids of masked paths, as far as may be told; only with a `maskKey`. */
  readonly masked?: readonly MaskedPerson[];
  /** Places in `paths` of those that the evidence does not separate from the best one. */
  readonly level: readonly number[];
  /** The seekers' own requests in the order in which to make them, up to the stop. */
  readonly asks: readonly PlanAsk[];
  /** Requests that cannot be made today, each with what is unmet and from when on; no number here counts them. */
  readonly waiting: readonly PlanAsk[];
  /** Ids of the asks for this target that are still open. */
  readonly open: readonly string[];
  /** What writing to the buyer without anybody would bring; absent where it is not known who is meant, or the buyer declined. */
  readonly direct?: DirectWay;
  /** Probability that at least one path succeeds, every shared consent counted once; an open ask by what silence has left it. */
  readonly jointProbability: number;
  /**
   * Probability of success where one stops as the plan says. Absent where that is `jointProbability`: every way is worth trying, no value was given, or
   * an ask is open.
   */
  readonly successProbability?: number;
  /** 90% interval of `jointProbability`. */
  readonly jointInterval: readonly [number, number];
  /** Of carrying the plan out, in favor points, as of today. */
  readonly expectedCost: number;
  /** Value times success minus cost, in favor points; without a value the negative cost. */
  readonly expectedValue: number;
  /** How the order of asks was found. */
  readonly method: AskPolicyMethod;
  /** When to stop asking, in one sentence. */
  readonly stop: string;
  /** The smallest change of one consent that would put the second ask first; over guesses only where the first asks are not level. */
  readonly flip?: OrderFlip;
  readonly issues: readonly Issue[];
  /** People at branches of the buyer's company by its name, contacts who once worked there, and contacts in the buyer's trade. None counts as knowing the buyer. Absent: none. */
  readonly nearby?: readonly NearbyPerson[];
  /** Which kinds of record were there to look at, and which were not. */
  readonly checked: readonly RecordKind[];
  readonly notChecked: readonly RecordKind[];
  readonly refusal?: Refusal;
}
