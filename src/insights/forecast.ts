import {
  chanceAfterSilence,
  checkShape,
  compareCodeUnits,
  madeOf,
  roundForPlan,
  type UtcDay,
} from "../base/index.js";
import { betaQuantile } from "../learning/index.js";
import { DayCounts } from "./day-counts.js";
import { type InsightsSettings, insightsSettings } from "./insights-settings.js";
import { isReferral, REFERRAL } from "./lead-source.js";
import { CASES, type CaseStage, type SalesCase, STAGES, stageReached } from "./sales-case.js";
import { type Chance, type ChanceSum, chanceSum, sumInterval } from "./sum-interval.js";

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
  return madeOf("cases", () => {
    checkShape(cases, CASES, "cases");
    checkShape(planned, [{ probability: "finite", source: "text?" }], "planned");
    checkShape(settings, "object", "settings");
    insightsSettings(settings);
    checkShape(today, "finite", "today");
    const tally = new ForecastTally();
    for (const one of cases) tally.add(one, 1);
    return tally.result(planned, settings, today);
  });
}

/** What a forecast of these cases rests on, by source and stage. */
export function stageRates(cases: readonly SalesCase[], settings: InsightsSettings): readonly StageRate[] {
  return madeOf("cases", () => {
    checkShape(cases, CASES, "cases");
    checkShape(settings, "object", "settings");
    insightsSettings(settings);
    const tally = new ForecastTally();
    for (const one of cases) tally.add(one, 1);
    return tally.rates(settings);
  });
}

interface SourceCounts {
  /** Cases that went on from each stage, and cases lost there. */
  readonly wentOn: [number, number, number];
  readonly lost: [number, number, number];
  /** Open cases by the day of their furthest stage. */
  readonly open: readonly [DayCounts, DayCounts, DayCounts];
  /** Open requests by the chance of an introduction, in billionths. */
  readonly asked: DayCounts;
  /** What was summed last of the requests and of each stage; absent where a case there has changed since. */
  readonly sums: (Summed | undefined)[];
  readonly rates: ({ readonly settings: InsightsSettings; readonly row: StageRate } | undefined)[];
}

/** A sum of chances and what it was made for. */
interface Summed extends Omit<AsOf, "settings"> {
  readonly chance: number;
  readonly sum: ChanceSum;
}

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
  #made = 0;

  /** How many sums and rates were made so far. */
  get made(): number {
    return this.#made;
  }

  add(one: SalesCase, sign: 1 | -1): void {
    const stage = stageReached(one);
    if (stage === undefined) return;
    const row = this.#row(one.source);
    const reached = STAGES.indexOf(stage) - FIRST;
    for (let index = 0; index < reached; index++) row.wentOn[index as 0 | 1 | 2] += sign;
    const { introduced, won } = one.days;
    if (won !== undefined && introduced !== undefined)
      this.#daysToWin.add(Math.max(0, won - introduced), sign);
    if (stage === "won") return;
    const stageIndex = reached as 0 | 1 | 2;
    if (reached >= 0 && (one.lost !== undefined || one.state === "target-declined"))
      row.lost[stageIndex] += sign;
    if (!one.open || one.lost !== undefined) return;
    row.sums[reached + 1] = undefined;
    if (reached >= 0) row.open[stageIndex].add(one.days[stage] as UtcDay, sign);
    else row.asked.add(Math.round(introductionChance(one) * BILLION), sign);
  }

  /** The rates by source and stage, in order of sources; made anew where their counts have changed. */
  rates(settings: InsightsSettings): readonly StageRate[] {
    return this.#inOrder().flatMap(([source, row]) =>
      LEAD_STAGES.map((stage, index) => {
        const [told, counts] = [row.rates[index], countsAt(row, index)];
        if (told?.settings === settings && told.row.wentOn === counts.wentOn && told.row.of === counts.of)
          return told.row;
        this.#made++;
        const rate = rateOfStage({ source, stage, ...counts }, priorOf(source, index, settings), settings);
        row.rates[index] = { settings, row: rate };
        return rate;
      }),
    );
  }

  result(planned: readonly PlannedCase[], settings: InsightsSettings, today: UtcDay): readonly ForecastRow[] {
    const days = this.#halfOfDeals(settings);
    const within = 1 - 2 ** (-settings.horizonDays / days);
    const asOf = { days, within, today, settings };
    const sources = this.#inOrder();
    return ORDER.flatMap((stage, i) => {
      const sums =
        i === 0
          ? [chanceSum(planned.map((one) => this.#chanceOfPlanned(one, asOf)))]
          : sources.map(([source, row]) => this.#sumOf(source, row, i - 1, asOf));
      if (sums.every(({ total }) => total === 0)) return [];
      const { mean, interval } = sumInterval(sums);
      return [{ stage, mean: roundForPlan(mean), interval, horizonDays: settings.horizonDays }];
    });
  }

  #chanceOfPlanned({ probability, source = REFERRAL }: PlannedCase, { within, settings }: AsOf): Chance {
    return [probability * this.#chanceFrom(source, 0, settings) * within, 1];
  }

  /** The chances of a source's open requests (index 0), or of its open cases at a stage of leads (from 1 on). */
  #sumOf(source: string, row: SourceCounts, index: number, asOf: AsOf): ChanceSum {
    const { days, within, today, settings } = asOf;
    const chance = this.#chanceFrom(source, Math.max(0, index - 1), settings);
    const held = row.sums[index];
    if (held?.chance === chance && held.days === days && held.within === within && held.today === today)
      return held.sum;
    this.#made++;
    const chances: Chance[] = [];
    if (index === 0)
      row.asked.forEach((billionths, count) => {
        chances.push([(billionths / BILLION) * (chance * within), count]);
      });
    else
      row.open[(index - 1) as 0 | 1 | 2].forEach((day, count) => {
        chances.push([chanceAfterSilence(chance, Math.max(0, today - day), days) * within, count]);
      });
    const sum = chanceSum(chances);
    row.sums[index] = { chance, days, within, today, sum };
    return sum;
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
    const held = this.#sources.get(source);
    if (held !== undefined) return held;
    const row = nothingYet();
    this.#sources.set(source, row);
    return row;
  }
}

function rateOfStage(
  counts: Pick<StageRate, "source" | "stage" | "wentOn" | "of">,
  prior: number,
  { priorOutcomes }: InsightsSettings,
): StageRate {
  const { wentOn, of } = counts;
  const [yes, no] = [prior * priorOutcomes + wentOn, (1 - prior) * priorOutcomes + of - wentOn];
  return {
    ...counts,
    prior,
    rate: roundForPlan(yes / (yes + no)),
    interval: [roundForPlan(betaQuantile(0.05, yes, no)), roundForPlan(betaQuantile(0.95, yes, no))],
  };
}

function countsAt({ wentOn, lost }: SourceCounts, index: number): Pick<StageRate, "wentOn" | "of"> {
  const went = wentOn[index] as number;
  return { wentOn: went, of: went + (lost[index] as number) };
}

function priorOf(source: string, index: number, settings: InsightsSettings): number {
  if (index === 0) return settings.meetRate;
  if (index === 1) return settings.opportunityRate;
  return isReferral(source) ? settings.referralClose : settings.otherClose;
}

function shrunk(
  row: SourceCounts,
  index: number,
  prior: number,
  { priorOutcomes }: InsightsSettings,
): number {
  const { wentOn, of } = countsAt(row, index);
  return (prior * priorOutcomes + wentOn) / (priorOutcomes + of);
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
    sums: [undefined, undefined, undefined, undefined],
    rates: [undefined, undefined, undefined],
  };
}

const LEAD_STAGES = ["introduced", "met", "opportunity"] as const satisfies readonly CaseStage[];
const FIRST = STAGES.indexOf("introduced");
const BILLION = 1e9;
const ORDER: readonly ForecastRow["stage"][] = ["planned", "asked", "introduced", "met", "opportunity"];
