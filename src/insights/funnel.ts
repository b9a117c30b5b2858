import type { UtcDay } from "../base/index.js";
import { type Rate, rateOf } from "./rate.js";
import { type CaseStage, type SalesCase, STAGES, stageReached } from "./sales-case.js";

/** One stage of the funnel. */
export interface FunnelStage extends Rate {
  readonly stage: CaseStage;
  /** Cases that reached it, or a later one. */
  readonly reached: number;
  /** Median days from the stage before it, of those with both days on record. */
  readonly medianDays?: number;
}

/**
 * The way of the cases from stage to stage. Each `rate` is of the cases that reached the stage before, of the first stage 1, so that
 * the rates multiply to the share that was won. Leads that came without an ask begin at `introduced`: give cases of one kind.
 */
export function funnel(cases: readonly SalesCase[], from: CaseStage = "asked"): readonly FunnelStage[] {
  const stages = STAGES.slice(STAGES.indexOf(from));
  const reachedOf = (stage: CaseStage): SalesCase[] =>
    cases.filter((one) => {
      const furthest = stageReached(one);
      return furthest !== undefined && STAGES.indexOf(furthest) >= STAGES.indexOf(stage);
    });
  return stages.map((stage, i) => {
    const reached = reachedOf(stage);
    const before = stages[i - 1];
    const rate =
      before === undefined
        ? rateOf(reached.length, reached.length)
        : rateOf(reached.length, reachedOf(before).length);
    const median = before === undefined ? undefined : medianOf(waitsOf(reached, before, stage));
    return {
      stage,
      reached: reached.length,
      ...rate,
      ...(median === undefined ? {} : { medianDays: median }),
    };
  });
}

/** The middle of some numbers, of an even count the mean of the two in the middle; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function waitsOf(cases: readonly SalesCase[], before: CaseStage, stage: CaseStage): number[] {
  const dayOf = ({ days }: SalesCase, which: CaseStage): UtcDay | undefined => days[which];
  return cases.flatMap((one) => {
    const [start, end] = [dayOf(one, before), dayOf(one, stage)];
    return start === undefined || end === undefined ? [] : [Math.max(0, end - start)];
  });
}
