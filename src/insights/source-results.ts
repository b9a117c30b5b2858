import { addTo, compareCodeUnits, roundForPlan } from "../base/index.js";
import { type Rate, rateOf } from "./rate.js";
import { isLead, type SalesCase, stageReached } from "./sales-case.js";

/** What was put into a source apart from its leads. */
export interface Effort {
  readonly source: string;
  readonly hours: number;
  readonly cost: number;
}

/** What one source of leads brought and took; `rate` is the share of its leads that was won. Costs are in the caller's own unit. */
export interface SourceResult extends Rate {
  readonly source: string;
  /** True where one's own effort brought at least half of its leads. */
  readonly active: boolean;
  readonly leads: number;
  readonly meetings: number;
  readonly won: number;
  readonly lost: number;
  readonly hours: number;
  readonly cost: number;
  /** Absent where no cost, or nothing to divide it by, is on record. */
  readonly costPerLead?: number;
  readonly costPerMeeting?: number;
  readonly costPerWin?: number;
  /** Leads and wins for each hour put in; absent without hours. */
  readonly leadsPerHour?: number;
  readonly winsPerHour?: number;
}

/** One row a source: most wins first, of as many the cheaper, then the more leads, then by code. */
export function sourceResults(
  cases: readonly SalesCase[],
  efforts: readonly Effort[],
): readonly SourceResult[] {
  const leads = new Map<string, SalesCase[]>();
  for (const one of cases) if (isLead(one)) addTo(leads, one.source, one);
  const spent = new Map<string, Effort[]>();
  for (const effort of efforts) addTo(spent, effort.source, effort);
  const sources = new Set([...leads.keys(), ...spent.keys()]);
  return [...sources]
    .map((source) => resultOf(source, leads.get(source) ?? [], spent.get(source) ?? []))
    .sort(
      (a, b) => b.won - a.won || a.cost - b.cost || b.leads - a.leads || compareCodeUnits(a.source, b.source),
    );
}

function resultOf(source: string, leads: readonly SalesCase[], efforts: readonly Effort[]): SourceResult {
  const count = (test: (one: SalesCase) => boolean): number => leads.filter(test).length;
  const met = count((one) => ["met", "opportunity", "won"].includes(stageReached(one) ?? ""));
  const won = count(({ days }) => days.won !== undefined);
  const sum = (values: readonly number[]): number => roundForPlan(values.reduce((a, b) => a + b, 0));
  const hours = sum(efforts.map((effort) => effort.hours));
  const cost = sum([...efforts.map((effort) => effort.cost), ...leads.map((one) => one.cost)]);
  return {
    source,
    active: 2 * count(({ active }) => active) >= leads.length && (leads.length > 0 || efforts.length > 0),
    leads: leads.length,
    meetings: met,
    won,
    lost: count(({ lost }) => lost !== undefined),
    hours,
    cost,
    ...ratio("costPerLead", cost, leads.length),
    ...ratio("costPerMeeting", cost, met),
    ...ratio("costPerWin", cost, won),
    ...(hours > 0
      ? { leadsPerHour: roundForPlan(leads.length / hours), winsPerHour: roundForPlan(won / hours) }
      : {}),
    ...rateOf(won, leads.length),
  };
}

function ratio<Name extends string>(
  name: Name,
  cost: number,
  count: number,
): { readonly [Key in Name]?: number } {
  if (cost === 0 || count === 0) return {};
  return { [name]: roundForPlan(cost / count) } as { readonly [Key in Name]?: number };
}
