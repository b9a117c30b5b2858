import {
  type TimingSettings,
  timingSettings,
  utcDay,
  WarmpathError,
  type WorkCalendar,
} from "../base/index.js";
import { type LedgerModel, ledgerModel } from "../ledger/index.js";
import type { AskCostModel, ReadinessRules } from "../planning/index.js";
import type { ConsentInput } from "../ties/index.js";

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
  /** Days without an answer after which an ask has lapsed. @defaultValue by the timing's half-lives */
  readonly lapseDays?: number;
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
  /** When to remind, to move on, to thank and to tell. @defaultValue `DEFAULT_TIMING_SETTINGS` */
  readonly timing: Partial<TimingSettings>;
  /** More of `timing`, as 0.1 had it. */
  readonly followUps: Partial<TimingSettings>;
  /** Which days count as working days. @defaultValue Monday to Friday */
  readonly calendar: WorkCalendar;
  readonly connectors: readonly ConnectorRule[];
}

/** Defaults of {@link PlanPolicy}. */
export const DEFAULT_PLAN_POLICY: PlanPolicy = {
  gate: "recorded",
  parallel: false,
  recentAskDays: 90,
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
      : OPTIONAL[name];
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
  if (!(policy.promiseDays > 0) || !(policy.maxStates >= 1)) throw bad();
  for (const group of NUMBERS_ONLY) {
    if (Object.values(policy[group]).some((value) => typeof value !== "number")) throw bad();
  }
  ledgerModel(policy.ledger);
  timingOf(policy);
  for (const { connector, blackouts = [] } of policy.connectors) {
    if (typeof connector !== "string") throw bad();
    for (const { from, to } of blackouts) if (utcDay(from, "from") > utcDay(to, "to")) throw bad();
  }
  return policy;
}

/** The timing of a policy, of its five parts. @throws WarmpathError `INVALID_ARGUMENT`. */
export function timingOf(policy: PlanPolicy): TimingSettings {
  const { timing, followUps, calendar, lapseDays, promiseDays } = policy;
  return timingSettings({
    promiseDays,
    ...timing,
    ...followUps,
    calendar,
    ...(lapseDays === undefined ? {} : { lapseDays }),
  });
}

const NUMBERS_ONLY = ["costs", "readiness"] as const;

/** Names without a default, each with a value of its kind. */
const OPTIONAL: Readonly<Record<string, unknown>> = { lapseDays: 0 };

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
