import { checkShape, compareCodeUnits, roundForPlan, soundOf, type UtcDay } from "../base/index.js";
import { DayCounts } from "./day-counts.js";
import type { InsightsSettings } from "./insights-settings.js";
import { rateOf } from "./rate.js";

/** How steadily prospecting is done. */
export interface Cadence {
  /** Prospecting acts of each week, oldest first; the last is the seven days that end today. */
  readonly weeks: readonly number[];
  /** Acts that a week is to have: as given, else by the settings. */
  readonly goal: number;
  /** Share of weeks that reached the goal, with its 90% interval, as if one week told nothing of the next. */
  readonly hitRate: number;
  readonly hitInterval: readonly [number, number];
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
  options: CadenceOptions,
): Cadence {
  return soundOf("acts", () => {
    checkShape(acts, ["finite"], "acts");
    checkShape(pipeline, [{ from: "finite", to: "finite?" }], "pipeline");
    checkShape(options, { today: "finite", first: "finite", settings: "object" }, "options");
    const tally = new CadenceTally();
    for (const day of acts) tally.addAct(day, 1);
    for (const { from, to } of pipeline) tally.addDeal(from, to, 1);
    return tally.result(options);
  });
}

/** Up to which day the cadence is told, and from the first day on record. */
export interface CadenceOptions {
  readonly today: UtcDay;
  readonly first: UtcDay;
  readonly settings: InsightsSettings;
}

/** {@link cadence} of what was added and not taken away again. */
export class CadenceTally {
  readonly #acts = new DayCounts();
  readonly #events = new Map<UtcDay, string[]>();
  readonly #begun = new DayCounts();
  readonly #ended = new DayCounts();

  addAct(day: UtcDay, sign: 1 | -1, event?: string): void {
    this.#acts.add(day, sign);
    if (event === undefined) return;
    const events = this.#events.get(day);
    if (events === undefined) this.#events.set(day, [event]);
    else if (sign === 1) events.push(event);
    else events.splice(events.indexOf(event), 1);
  }

  /** Ids of the last acts before the longest gap and of the first ones after it. */
  aroundGap({ weeks, longestGap }: Cadence, today: UtcDay): readonly string[] {
    const empty = weeks.map((acts) => acts === 0);
    const start = empty.findIndex(
      (_, i) => empty.slice(i, i + longestGap).filter(Boolean).length === longestGap,
    );
    if (longestGap === 0 || start < 0) return [];
    const from = today - 7 * (weeks.length - start) + 1;
    let [before, after] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    this.#acts.forEach((day) => {
      if (day < from) before = Math.max(before, day);
      else after = Math.min(after, day);
    });
    return [before, after].flatMap((day) => [...(this.#events.get(day) ?? [])].sort(compareCodeUnits));
  }

  addDeal(from: UtcDay, to: UtcDay | undefined, sign: 1 | -1): void {
    this.#begun.add(from, sign);
    if (to !== undefined) this.#ended.add(Math.max(from, to), sign);
  }

  result({ today, first, settings }: CadenceOptions): Cadence {
    const { cadenceWeeks, weeklyGoal, counterCyclical, counterCyclicalWeeks } = settings;
    const count = Math.min(cadenceWeeks, Math.max(1, Math.ceil((today - first + 1) / 7)));
    const weeks = new Array<number>(count).fill(0);
    this.#acts.forEach((day, acts) => {
      const week = count - 1 - Math.floor((today - day) / 7);
      if (day <= today && week >= 0) weeks[week] = (weeks[week] as number) + acts;
    });
    const held = new Array<number>(count).fill(0);
    for (const [days, sign] of [[this.#begun, 1] as const, [this.#ended, -1] as const])
      days.forEach((day, deals) => {
        const week = Math.max(0, count - 1 - Math.floor((today - day) / 7));
        if (day <= today) held[week] = (held[week] as number) + sign * deals;
      });
    for (let week = 1; week < count; week++) held[week] = (held[week] as number) + (held[week - 1] as number);
    const correlation = count < counterCyclicalWeeks ? undefined : correlationOf(weeks, held);
    const mean = meanOf(weeks);
    const hits = rateOf(weeks.filter((acted) => acted >= weeklyGoal).length, count);
    return {
      weeks,
      goal: weeklyGoal,
      hitRate: hits.rate,
      hitInterval: hits.interval,
      longestGap: longestRun(weeks),
      variation: mean === 0 ? 0 : roundForPlan(Math.sqrt(covariance(weeks, weeks)) / mean),
      counterCyclical: correlation !== undefined && correlation < counterCyclical,
    };
  }
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

/** Pearson's correlation; undefined where either does not vary. */
function correlationOf(xs: readonly number[], ys: readonly number[]): number | undefined {
  const spread = Math.sqrt(covariance(xs, xs) * covariance(ys, ys));
  return spread === 0 ? undefined : covariance(xs, ys) / spread;
}

function covariance(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [meanOf(xs), meanOf(ys)];
  return meanOf(xs.map((value, i) => (value - x) * ((ys[i] as number) - y)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
