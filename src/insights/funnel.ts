import { checkShape, soundOf, unfit } from "../base/index.js";
import { DayCounts } from "./day-counts.js";
import { type Rate, rateOf } from "./rate.js";
import { CASES, type CaseStage, type SalesCase, STAGES, stageReached } from "./sales-case.js";

/** One stage of the funnel. */
export interface FunnelStage extends Rate {
  readonly stage: CaseStage;
  /** Cases that reached it, or a later one. */
  readonly reached: number;
  /** Median days from the stage before it, of those with both days on record. */
  readonly medianDays?: number;
}

/**
 * The way of the cases from stage to stage. Each `rate` is of the cases that reached the stage before, of the first stage 1. So the
 * rates multiply to the share that was won. Leads that came without an ask begin at `introduced`: give cases of one kind.
 */
export function funnel(cases: readonly SalesCase[], from: CaseStage = "asked"): readonly FunnelStage[] {
  return soundOf("cases", () => {
    checkShape(cases, CASES, "cases");
    if (!STAGES.includes(from)) throw unfit("from", "a stage");
    const tally = new FunnelTally(from);
    for (const one of cases) tally.add(one, 1);
    return tally.result();
  });
}

/** {@link funnel} of what was added and not taken away again. */
export class FunnelTally {
  readonly #stages: readonly CaseStage[];
  /** Cases by their furthest stage. */
  readonly #furthest = new Map<CaseStage, number>();
  /** Days from the stage before, of cases with both on record. */
  readonly #waits: readonly DayCounts[];

  constructor(from: CaseStage) {
    this.#stages = STAGES.slice(STAGES.indexOf(from));
    this.#waits = this.#stages.map(() => new DayCounts());
  }

  add(one: SalesCase, sign: 1 | -1): void {
    const furthest = stageReached(one);
    if (furthest === undefined) return;
    this.#furthest.set(furthest, (this.#furthest.get(furthest) ?? 0) + sign);
    for (let i = 1; i < this.#stages.length; i++) {
      const start = one.days[this.#stages[i - 1] as CaseStage];
      const end = one.days[this.#stages[i] as CaseStage];
      if (start !== undefined && end !== undefined) this.#waits[i]?.add(Math.max(0, end - start), sign);
    }
  }

  result(): readonly FunnelStage[] {
    const reached = this.#stages.map((stage) =>
      STAGES.slice(STAGES.indexOf(stage)).reduce((sum, later) => sum + (this.#furthest.get(later) ?? 0), 0),
    );
    return this.#stages.map((stage, i) => {
      const median = this.#waits[i]?.median();
      const here = reached[i] as number;
      return {
        stage,
        reached: here,
        ...rateOf(here, reached[i - 1] ?? here),
        ...(median === undefined ? {} : { medianDays: median }),
      };
    });
  }
}

/** The middle of some numbers, of an even count the mean of the two in the middle; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
