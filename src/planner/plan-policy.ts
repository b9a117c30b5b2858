import {
  checkKeys,
  isRecord,
  madeOf,
  type PartialSettings,
  type TimingSettings,
  unfit,
  type WarmpathError,
  type WorkCalendar,
} from "../base/index.js";
import { DEFAULT_LEDGER_MODEL, type LedgerModel } from "../ledger/index.js";
import type { AskCostModel, ReadinessRules } from "../planning/index.js";
import type { ConsentInput, PartialTieModel } from "../ties/index.js";
import { DEFAULT_SETTINGS, type GivenSettings } from "./settings.js";

/** What one connector has asked for themselves. */
export interface ConnectorRule {
  readonly connector: string;
  /** Least worth of a target, in favor points, that they are to be bothered for. */
  readonly minimumValue?: number;
  /** Windows in which they are not to be asked, days included. */
  readonly blackouts?: readonly { readonly from: string; readonly to: string }[];
  /** How reluctant they are to refer, 0 to 1. */
  readonly reluctance?: number;
  /** The user's own estimate that they say yes, 0 to 1: taken as evidence, corrected for known pessimism, shown as theirs. */
  readonly ownEstimate?: number;
  /** Who gets a reward for an introduction through them, if one is offered. */
  readonly incentive?: ConsentInput["incentive"];
  /** Log-odds that `learnedTerms` of `warmpath/learning` gave for them, their source and their method. */
  readonly learned?: ConsentInput["learned"];
}

/** How the planner decides, as 0.1 had it. @deprecated Every name is a part of `Settings`. */
export interface PlanPolicy {
  /** `settings.ledger.gate`. */
  readonly gate: "recorded" | "strict";
  /** `settings.asking.parallel`. */
  readonly parallel: boolean;
  /** `settings.asking.recentAskDays`. */
  readonly recentAskDays: number;
  /** `settings.timing.lapseDays`. */
  readonly lapseDays?: number;
  /** `settings.timing.promiseDays`. */
  readonly promiseDays: number;
  /** `settings.search.maxStates`. */
  readonly maxStates: number;
  /** `settings.ledger`. */
  readonly ledger: Partial<LedgerModel>;
  /** `settings.asking.costs`. */
  readonly costs: Partial<AskCostModel>;
  /** `settings.asking.readiness`. */
  readonly readiness: Partial<ReadinessRules>;
  /** `settings.timing`. */
  readonly timing: PartialSettings<TimingSettings>;
  /** `settings.timing` too. */
  readonly followUps: PartialSettings<TimingSettings>;
  /** `settings.timing.calendar`. */
  readonly calendar: WorkCalendar;
  /** `settings.asking.connectors`. */
  readonly connectors: readonly ConnectorRule[];
}

/** Defaults of {@link PlanPolicy}. @deprecated See `DEFAULT_SETTINGS`. */
export const DEFAULT_PLAN_POLICY: PlanPolicy = {
  gate: DEFAULT_LEDGER_MODEL.gate,
  parallel: DEFAULT_SETTINGS.asking.parallel,
  recentAskDays: DEFAULT_SETTINGS.asking.recentAskDays,
  promiseDays: DEFAULT_SETTINGS.timing.promiseDays,
  maxStates: DEFAULT_SETTINGS.search.maxStates,
  ledger: {},
  costs: {},
  readiness: {},
  timing: {},
  followUps: {},
  calendar: {},
  connectors: [],
};

/**
 * The settings that 0.1's two options mean, `settings` itself standing over them.
 * @throws WarmpathError `INVALID_ARGUMENT` for a name that no policy has, or what is no object.
 */
export function settingsFrom0_1(
  policy: Partial<PlanPolicy> = {},
  tieModel: PartialTieModel = {},
  settings?: GivenSettings,
): GivenSettings {
  return madeOf("policy", () => {
    checkKeys(policy, [...Object.keys(DEFAULT_PLAN_POLICY), "lapseDays"], "policy");
    if (settings !== undefined) checkKeys(settings, Object.keys(DEFAULT_SETTINGS), "settings");
    for (const value of Object.values(policy)) if (value === undefined || value === null) throw bad();
    if (policy.connectors !== undefined && !Array.isArray(policy.connectors)) throw bad();
    const { gate, parallel, recentAskDays, lapseDays, promiseDays, maxStates } = policy;
    const { ledger, costs, readiness, timing, followUps, calendar, connectors } = policy;
    const { halfLives, ...ties } = tieModel as PartialTieModel & {
      readonly halfLives?: { readonly mail?: number; readonly linkedIn?: number };
    };
    const { mail, linkedIn, ...mood } = halfLives ?? {};
    const old = {
      ties: { ...ties, halfLives: mood },
      ledger: { ...ledger, gate },
      asking: { parallel, recentAskDays, costs, readiness, connectors },
      timing: {
        halfLife: { email: mail, linkedin: linkedIn, inmail: linkedIn },
        lapseDays,
        promiseDays,
        calendar,
      },
      search: { maxStates },
    };
    const parts: readonly unknown[] = [filled(old), { timing }, { timing: followUps }, settings];
    return (parts.reduce(laidOver) ?? {}) as GivenSettings;
  });
}

/** One object laid over another, at every depth. */
function laidOver(below: unknown, above: unknown): unknown {
  if (above === undefined) return filled(below);
  if (!isRecord(below) || !isRecord(above)) return above;
  const laid = Object.entries(above).map(([name, value]) => [name, laidOver(below[name], value)] as const);
  return { ...below, ...Object.fromEntries(laid.filter(([, value]) => value !== undefined)) };
}

/** Without what holds nothing. */
function filled(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, filled(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function bad(): WarmpathError {
  return unfit("policy", "of values of the kind of its defaults");
}
