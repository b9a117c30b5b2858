import { utcDay, WarmpathError } from "../base/index.js";
import { type LedgerModel, ledgerModel } from "../ledger/index.js";
import type { AskCostModel, ReadinessRules, TimingModel, WorkCalendar } from "../planning/index.js";
import type { ConsentInput } from "../ties/index.js";
import type { FollowUpModel } from "../tracking/index.js";

/** What one connector has asked for himself. */
export interface ConnectorRule {
  readonly connector: string;
  /** Least worth of a target, in favor points, that he is to be bothered for. */
  readonly minimumValue?: number;
  /** Windows in which he is not to be asked, days included. */
  readonly blackouts?: readonly { readonly from: string; readonly to: string }[];
  /** How reluctant he is to refer, 0 to 1. */
  readonly reluctance?: number;
  /** The user's own estimate that he says yes, 0 to 1: taken as evidence, corrected for known pessimism, shown as his. */
  readonly ownEstimate?: number;
  /** Who gets a reward for an introduction through him, if one is offered. */
  readonly incentive?: ConsentInput["incentive"];
  /** Log-odds that `learnedTerms` of `warmpath/learning` gave for him, his source and his method. */
  readonly learned?: ConsentInput["learned"];
}

/** How the planner decides: numbers that no evidence fixes, each overridable (READMEs of `planning` and `ledger`). */
export interface PlanPolicy {
  /** `strict`: nobody is asked without a deposit on record. @defaultValue "recorded" */
  readonly gate: "recorded" | "strict";
  /** True: several asks for one target may be open at once; say so to those who are asked. @defaultValue false */
  readonly parallel: boolean;
  /** Days within which an earlier ask of the same person counts as recent. @defaultValue 90 */
  readonly recentAskDays: number;
  /** Days without an answer after which an ask has lapsed. @defaultValue 7 */
  readonly lapseDays: number;
  /** Days without any step after which a promise counts as lapsed. @defaultValue 30 */
  readonly promiseDays: number;
  /** States of the exact order of asks before it is approximated; 200,000 by `solveAskPolicy` itself. @defaultValue 50,000 */
  readonly maxStates: number;
  /** Sizes and curves of the ledger. @defaultValue `DEFAULT_LEDGER_MODEL` */
  readonly ledger: Partial<LedgerModel>;
  /** What asks cost. @defaultValue `DEFAULT_ASK_COSTS` */
  readonly costs: Partial<AskCostModel>;
  /** How often and how soon somebody may be asked. @defaultValue `DEFAULT_READINESS_RULES` */
  readonly readiness: Partial<ReadinessRules>;
  /** When to nudge and to move on. @defaultValue `DEFAULT_TIMING` */
  readonly timing: Partial<TimingModel>;
  /** When thanks and updates are due. @defaultValue `DEFAULT_FOLLOW_UPS` */
  readonly followUps: Partial<FollowUpModel>;
  /** Which days count as working days. @defaultValue all */
  readonly calendar: WorkCalendar;
  readonly connectors: readonly ConnectorRule[];
}

/** Defaults of {@link PlanPolicy}. */
export const DEFAULT_PLAN_POLICY: PlanPolicy = {
  gate: "recorded",
  parallel: false,
  recentAskDays: 90,
  lapseDays: 7,
  promiseDays: 30,
  maxStates: 50_000,
  ledger: {},
  costs: {},
  readiness: {},
  timing: {},
  followUps: {},
  calendar: {},
  connectors: [],
};

/**
 * The whole policy of some overrides, as a copy: later changes of the caller's object change nothing.
 * @throws WarmpathError `INVALID_ARGUMENT` for a name that no policy has, a value of another kind than its default, a number
 * that is negative or not finite (JSON could not hold it); `INVALID_DATE` for a blackout.
 */
export function planPolicy(overrides: Partial<PlanPolicy> = {}): PlanPolicy {
  for (const [name, value] of Object.entries(overrides)) {
    const standard: unknown = Object.hasOwn(DEFAULT_PLAN_POLICY, name)
      ? DEFAULT_PLAN_POLICY[name as keyof PlanPolicy]
      : undefined;
    const fits =
      typeof value === typeof standard &&
      value !== null &&
      Array.isArray(value) === Array.isArray(standard) &&
      (name !== "gate" || value === "recorded" || value === "strict") &&
      numbersFit(value);
    if (!fits) throw bad();
  }
  const policy = {
    ...DEFAULT_PLAN_POLICY,
    ...(JSON.parse(JSON.stringify(overrides)) as Partial<PlanPolicy>),
  };
  if (!(policy.lapseDays > 0) || !(policy.promiseDays > 0) || !(policy.maxStates >= 1)) throw bad();
  for (const group of NUMBERS_ONLY) {
    if (Object.values(policy[group]).some((value) => typeof value !== "number")) throw bad();
  }
  ledgerModel(policy.ledger);
  for (const { connector, blackouts = [] } of policy.connectors) {
    if (typeof connector !== "string") throw bad();
    for (const { from, to } of blackouts) if (utcDay(from, "from") > utcDay(to, "to")) throw bad();
  }
  return policy;
}

const NUMBERS_ONLY = ["costs", "readiness", "followUps"] as const;

/** True where every number inside is finite and at least 0; learned log-odds may be negative. */
function numbersFit(value: unknown, least = 0): boolean {
  if (typeof value === "number") return Number.isFinite(value) && value >= least;
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, inner]) =>
    numbersFit(inner, name === "learned" ? Number.NEGATIVE_INFINITY : least),
  );
}

function bad(): WarmpathError {
  return new WarmpathError("INVALID_ARGUMENT", "policy has an unknown name or a bad value", {
    what: "policy",
  });
}
