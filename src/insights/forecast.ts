import { roundForPlan, type UtcDay } from "../base/index.js";
import { medianOf } from "./funnel.js";
import type { InsightsSettings } from "./insights-settings.js";
import { isReferral } from "./lead-source.js";
import { type SalesCase, STAGES, stageReached } from "./sales-case.js";

/** How many deals the open cases of one stage are expected to bring within the horizon. */
export interface ForecastRow {
  readonly stage: "planned" | "asked" | "introduced" | "met" | "opportunity";
  readonly mean: number;
  /** 5% to 95% of the number of deals, as if the cases were independent. */
  readonly interval: readonly [number, number];
  readonly horizonDays: number;
}

/** An ask that is planned and not made yet: its chance of an introduction, as the plan says it. */
export interface PlannedCase {
  readonly probability: number;
  /** @defaultValue "referral" */
  readonly source?: string;
}

/**
 * Deals to come out of what was asked or is planned; whatever is not asked counts nothing. A lead's chance is the share of wins of its
 * source, a prior shrunk by the closed cases of that source (Beta-Binomial). The prior is .6 for referrals and .1 for other leads, which practice
 * repeats without stated data. Each of the three stages behind a lead takes an equal part of its log-chance, an assumption.
 */
export function forecast(
  cases: readonly SalesCase[],
  planned: readonly PlannedCase[],
  settings: InsightsSettings,
  today: UtcDay,
): readonly ForecastRow[] {
  const rates = new Map<string, number>();
  const closeRate = (source: string): number => {
    const held = rates.get(source) ?? closeRateOf(source, cases, settings);
    rates.set(source, held);
    return held;
  };
  const days = medianOf(cases.flatMap(daysToWin)) ?? settings.closeDays;
  const chances = new Map<ForecastRow["stage"], number[]>();
  const add = (stage: ForecastRow["stage"], chance: number, age: number): void => {
    const list = chances.get(stage) ?? [];
    list.push(chance * withinHorizon(age, days, settings.horizonDays));
    chances.set(stage, list);
  };
  for (const { probability, source = "referral" } of planned)
    add("planned", probability * closeRate(source), 0);
  for (const one of cases) {
    const stage = stageReached(one);
    if (!one.open || stage === undefined || stage === "won" || one.lost !== undefined) continue;
    add(stage, chanceFrom(one, stage, closeRate(one.source)), today - (one.days.introduced ?? today));
  }
  return ORDER.flatMap((stage) => {
    const list = chances.get(stage);
    if (list === undefined) return [];
    const mean = list.reduce((sum, chance) => sum + chance, 0);
    return [
      { stage, mean: roundForPlan(mean), interval: countInterval(list), horizonDays: settings.horizonDays },
    ];
  });
}

/** The share of a source's closed leads that was won, drawn to its prior by `priorOutcomes` outcomes. */
function closeRateOf(source: string, cases: readonly SalesCase[], settings: InsightsSettings): number {
  const prior = isReferral(source) ? settings.referralClose : settings.otherClose;
  const own = cases.filter((one) => one.source === source && stageReached(one) !== "asked");
  const won = own.filter(({ days }) => days.won !== undefined).length;
  const lost = own.filter((one) => one.lost !== undefined && one.days.won === undefined).length;
  return (prior * settings.priorOutcomes + won) / (settings.priorOutcomes + won + lost);
}

/** The chance of a deal from where a case stands. */
function chanceFrom(one: SalesCase, stage: Exclude<ForecastRow["stage"], "planned">, close: number): number {
  if (stage === "asked") {
    const left = one.state === "agreed" || one.state === "claimed" ? one.consents.slice(1) : one.consents;
    return left.reduce((product, consent) => product * consent, 1) * close;
  }
  const passed = STAGES.indexOf(stage) - STAGES.indexOf("introduced");
  return close ** ((3 - passed) / 3);
}

/** The share of deals that come within the horizon, where half of those to come have come after the median. */
function withinHorizon(age: number, median: number, horizon: number): number {
  return 1 - 2 ** (-(Math.max(0, age) + horizon) / Math.max(1, median));
}

function daysToWin({ days }: SalesCase): number[] {
  return days.won === undefined || days.introduced === undefined
    ? []
    : [Math.max(0, days.won - days.introduced)];
}

/** 5% and 95% points of the sum of independent yes-or-no chances: exact up to `EXACT` of them, normal beyond. */
function countInterval(chances: readonly number[]): readonly [number, number] {
  if (chances.length > EXACT) {
    const mean = chances.reduce((sum, chance) => sum + chance, 0);
    const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
    return [Math.max(0, Math.floor(mean - 1.645 * spread)), Math.ceil(mean + 1.645 * spread)];
  }
  let counts = [1];
  for (const chance of chances) {
    const next = new Array<number>(counts.length + 1).fill(0);
    for (const [count, probability] of counts.entries()) {
      next[count] = (next[count] as number) + probability * (1 - chance);
      next[count + 1] = (next[count + 1] as number) + probability * chance;
    }
    counts = next;
  }
  return [quantile(counts, 0.05), quantile(counts, 0.95)];
}

function quantile(counts: readonly number[], share: number): number {
  let sum = 0;
  for (const [count, probability] of counts.entries()) {
    sum += probability;
    if (sum >= share) return count;
  }
  return counts.length - 1;
}

const ORDER: readonly ForecastRow["stage"][] = ["planned", "asked", "introduced", "met", "opportunity"];
const EXACT = 1000;
