import { chanceAfterSilence, compareCodeUnits, roundForPlan, type UtcDay } from "../base/index.js";
import { betaQuantile } from "../learning/index.js";
import { DayCounts } from "./day-counts.js";
import type { InsightsSettings } from "./insights-settings.js";
import { isReferral, REFERRAL } from "./lead-source.js";
import { type CaseStage, type SalesCase, STAGES, stageReached } from "./sales-case.js";
import { sumInterval } from "./sum-interval.js";

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

/** The share of a source's cases that go on from one stage to the next, as the forecast takes it. */
export interface StageRate {
  readonly source: string;
  readonly stage: "introduced" | "met" | "opportunity";
  /** What the rate is before own data. */
  readonly prior: number;
  /** Own cases that went on, of those that went on or were lost there. */
  readonly wentOn: number;
  readonly of: number;
  /** The prior shrunk by own cases, with its 90% interval. */
  readonly rate: number;
  readonly interval: readonly [number, number];
}

/**
 * Deals to come out of what was asked or is planned; whatever is not asked counts nothing. A case's chance is the product of the
 * rates of the stages before it, each a prior shrunk by the source's own cases (Beta-Binomial). Open cases that have been silent count
 * less, and of all only what comes within the horizon counts (README, Forecast).
 */
export function forecast(
  cases: readonly SalesCase[],
  planned: readonly PlannedCase[],
  settings: InsightsSettings,
  today: UtcDay,
): readonly ForecastRow[] {
  const tally = new ForecastTally();
  for (const one of cases) tally.add(one, 1);
  return tally.result(planned, settings, today);
}

interface SourceCounts {
  /** Cases that went on from each stage, and cases lost there. */
  readonly wentOn: [number, number, number];
  readonly lost: [number, number, number];
  /** Open cases by the day of their furthest stage. */
  readonly open: readonly [DayCounts, DayCounts, DayCounts];
  /** Open requests by the chance of an introduction, in billionths. */
  readonly asked: DayCounts;
  /** What was told of it last; absent where a case has changed since. */
  told?:
    | (Omit<AsOf, "within"> & {
        readonly groups: readonly (readonly [ForecastRow["stage"], readonly Chance[]])[];
      })
    | undefined;
  rates?: { readonly settings: InsightsSettings; readonly rows: readonly StageRate[] } | undefined;
}

/** A chance of a deal and how many cases have it. */
type Chance = readonly [chance: number, count: number];

/** As of when a forecast is told: days in which half of the deals come, and the share of them within the horizon. */
interface AsOf {
  readonly days: number;
  readonly within: number;
  readonly today: UtcDay;
  readonly settings: InsightsSettings;
}

/** {@link forecast} of what was added and not taken away again. */
export class ForecastTally {
  readonly #sources = new Map<string, SourceCounts>();
  readonly #daysToWin = new DayCounts();

  add(one: SalesCase, sign: 1 | -1): void {
    const stage = stageReached(one);
    if (stage === undefined) return;
    const row = this.#row(one.source);
    [row.told, row.rates] = [undefined, undefined];
    const reached = STAGES.indexOf(stage) - FIRST;
    for (let place = 0; place < reached; place++) row.wentOn[place as 0 | 1 | 2] += sign;
    const { introduced, won } = one.days;
    if (won !== undefined && introduced !== undefined)
      this.#daysToWin.add(Math.max(0, won - introduced), sign);
    if (stage === "won") return;
    const place = reached as 0 | 1 | 2;
    if (reached >= 0 && (one.lost !== undefined || one.state === "target-declined")) row.lost[place] += sign;
    if (!one.open || one.lost !== undefined) return;
    if (reached >= 0) row.open[place].add(one.days[stage] as UtcDay, sign);
    else row.asked.add(Math.round(introductionChance(one) * BILLION), sign);
  }

  /** The rates by source and stage, in order of sources. */
  rates(settings: InsightsSettings): readonly StageRate[] {
    return this.#inOrder().flatMap(([source, row]) => {
      if (row.rates?.settings !== settings) {
        const rows = LEAD_STAGES.map((stage, place) => rateOfStage(source, stage, place, row, settings));
        row.rates = { settings, rows };
      }
      return row.rates.rows;
    });
  }

  result(planned: readonly PlannedCase[], settings: InsightsSettings, today: UtcDay): readonly ForecastRow[] {
    const days = this.#halfOfDeals(settings);
    const within = 1 - 2 ** (-settings.horizonDays / days);
    const asOf = { days, within, today, settings };
    const groups = new Map<ForecastRow["stage"], Chance[]>(ORDER.map((stage) => [stage, []]));
    for (const { probability, source = REFERRAL } of planned)
      groups.get("planned")?.push([probability * this.#chanceFrom(source, 0, settings) * within, 1]);
    for (const [source, row] of this.#inOrder()) {
      const { told } = row;
      if (told?.days !== days || told.today !== today || told.settings !== settings)
        row.told = { days, today, settings, groups: this.#chancesOf(source, row, asOf) };
      for (const [stage, chances] of row.told?.groups ?? []) groups.get(stage)?.push(...chances);
    }
    return [...groups].flatMap(([stage, chances]) => {
      if (chances.length === 0) return [];
      const { mean, interval } = sumInterval(chances);
      return [{ stage, mean: roundForPlan(mean), interval, horizonDays: settings.horizonDays }];
    });
  }

  /** The chances of a source's open cases, each with how many have it. */
  #chancesOf(
    source: string,
    { open, asked }: SourceCounts,
    { days, within, today, settings }: AsOf,
  ): readonly (readonly [ForecastRow["stage"], readonly Chance[]])[] {
    const first = this.#chanceFrom(source, 0, settings) * within;
    const requests: Chance[] = [];
    asked.forEach((billionths, count) => {
      requests.push([(billionths / BILLION) * first, count]);
    });
    const stages = LEAD_STAGES.map((stage, place) => {
      const chance = this.#chanceFrom(source, place, settings);
      const chances: Chance[] = [];
      open[place as 0 | 1 | 2].forEach((day, count) => {
        chances.push([chanceAfterSilence(chance, Math.max(0, today - day), days) * within, count]);
      });
      return [stage, chances] as const;
    });
    return [["asked", requests], ...stages];
  }

  /** Days in which half of the deals come: the own median, drawn to the prior by as many outcomes as every rate is. */
  #halfOfDeals({ closeDays, priorOutcomes }: InsightsSettings): number {
    const wins = this.#daysToWin.total;
    const own = this.#daysToWin.median() ?? closeDays;
    return Math.max(1, (closeDays * priorOutcomes + own * wins) / (priorOutcomes + wins));
  }

  /** The chance of a deal from a stage on. */
  #chanceFrom(source: string, from: number, settings: InsightsSettings): number {
    const row = this.#sources.get(source) ?? nothingYet();
    return LEAD_STAGES.slice(from).reduce(
      (product, _, i) => product * shrunk(row, from + i, priorOf(source, from + i, settings), settings),
      1,
    );
  }

  #inOrder(): readonly (readonly [string, SourceCounts])[] {
    return [...this.#sources].sort(([a], [b]) => compareCodeUnits(a, b));
  }

  #row(source: string): SourceCounts {
    const held = this.#sources.get(source) ?? nothingYet();
    this.#sources.set(source, held);
    return held;
  }
}

function rateOfStage(
  source: string,
  stage: StageRate["stage"],
  place: number,
  row: SourceCounts,
  settings: InsightsSettings,
): StageRate {
  const prior = priorOf(source, place, settings);
  const wentOn = row.wentOn[place] as number;
  const of = wentOn + (row.lost[place] as number);
  const [yes, no] = [
    prior * settings.priorOutcomes + wentOn,
    (1 - prior) * settings.priorOutcomes + of - wentOn,
  ];
  return {
    source,
    stage,
    prior,
    wentOn,
    of,
    rate: roundForPlan(yes / (yes + no)),
    interval: [roundForPlan(betaQuantile(0.05, yes, no)), roundForPlan(betaQuantile(0.95, yes, no))],
  };
}

function priorOf(source: string, place: number, settings: InsightsSettings): number {
  if (place === 0) return settings.meetRate;
  if (place === 1) return settings.opportunityRate;
  return isReferral(source) ? settings.referralClose : settings.otherClose;
}

function shrunk(
  row: SourceCounts,
  place: number,
  prior: number,
  { priorOutcomes }: InsightsSettings,
): number {
  const wentOn = row.wentOn[place] as number;
  return (prior * priorOutcomes + wentOn) / (priorOutcomes + wentOn + (row.lost[place] as number));
}

/** The chance of an introduction: the consents that are still to be given. */
function introductionChance({ state, consents }: SalesCase): number {
  const left = state === "agreed" || state === "claimed" ? consents.slice(1) : consents;
  return left.reduce((product, consent) => product * consent, 1);
}

function nothingYet(): SourceCounts {
  return {
    wentOn: [0, 0, 0],
    lost: [0, 0, 0],
    open: [new DayCounts(), new DayCounts(), new DayCounts()],
    asked: new DayCounts(),
  };
}

const LEAD_STAGES = ["introduced", "met", "opportunity"] as const satisfies readonly CaseStage[];
const FIRST = STAGES.indexOf("introduced");
const BILLION = 1e9;
const ORDER: readonly ForecastRow["stage"][] = ["planned", "asked", "introduced", "met", "opportunity"];
