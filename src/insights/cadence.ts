import { roundForPlan, type UtcDay } from "../base/index.js";
import type { InsightsSettings } from "./insights-settings.js";

/** How steadily prospecting is done. */
export interface Cadence {
  /** Prospecting acts of each week, oldest first; the last is the seven days that end today. */
  readonly weeks: readonly number[];
  /** Share of weeks that reached the goal. */
  readonly hitRate: number;
  /** Most weeks in a row without any. */
  readonly longestGap: number;
  /** Standard deviation over mean: 0 for constant activity, and where there was none. */
  readonly variation: number;
  /** True where activity falls when much is in the pipeline: correlation below the setting, on enough weeks. */
  readonly counterCyclical: boolean;
}

/**
 * The weeks up to today, as many as the settings ask for but none before the first day on record.
 * @param acts Days of prospecting acts.
 * @param pipeline Days from and to which each open deal was in the pipeline; `to` absent: still.
 */
export function cadence(
  acts: readonly UtcDay[],
  pipeline: readonly { readonly from: UtcDay; readonly to?: UtcDay | undefined }[],
  {
    today,
    first,
    settings,
  }: { readonly today: UtcDay; readonly first: UtcDay; readonly settings: InsightsSettings },
): Cadence {
  const { cadenceWeeks, weeklyGoal, counterCyclical, counterCyclicalWeeks } = settings;
  const count = Math.min(cadenceWeeks, Math.max(1, Math.ceil((today - first + 1) / 7)));
  const weeks = new Array<number>(count).fill(0);
  for (const day of acts) {
    const week = count - 1 - Math.floor((today - day) / 7);
    if (day <= today && week >= 0) weeks[week] = (weeks[week] as number) + 1;
  }
  const held = weeks.map((_, week) => {
    const end = today - 7 * (count - 1 - week);
    return pipeline.filter(({ from, to }) => from <= end && (to === undefined || to > end)).length;
  });
  const correlation = count < counterCyclicalWeeks ? 0 : correlationOf(weeks, held);
  const mean = meanOf(weeks);
  return {
    weeks,
    hitRate: roundForPlan(weeks.filter((acted) => acted >= weeklyGoal).length / count),
    longestGap: longestRun(weeks),
    variation: mean === 0 ? 0 : roundForPlan(Math.sqrt(covariance(weeks, weeks)) / mean),
    counterCyclical: correlation < counterCyclical,
  };
}

function longestRun(weeks: readonly number[]): number {
  let longest = 0;
  let run = 0;
  for (const acted of weeks) {
    run = acted === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Pearson's correlation; 0 where either does not vary. */
function correlationOf(xs: readonly number[], ys: readonly number[]): number {
  const spread = Math.sqrt(covariance(xs, xs) * covariance(ys, ys));
  return spread === 0 ? 0 : covariance(xs, ys) / spread;
}

function covariance(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [meanOf(xs), meanOf(ys)];
  return meanOf(xs.map((value, i) => (value - x) * ((ys[i] as number) - y)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
