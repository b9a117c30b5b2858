import { checkShape, compareCodeUnits } from "../base/index.js";
import type { LossReason } from "../journal/index.js";
import { type Rate, rateOf } from "./rate.js";
import type { SalesCase } from "./sales-case.js";
import { CASES } from "./sales-case.js";

/** Why deals were lost, and from which sources they had come. `no-decision` is the status quo; `rate` is the share of all that were lost. */
export interface Loss extends Rate {
  readonly reason: LossReason | "unknown";
  readonly count: number;
  readonly bySource: Readonly<Record<string, number>>;
}

/** One row a reason, the most frequent first, then by code. */
export function losses(cases: readonly SalesCase[]): readonly Loss[] {
  checkShape(cases, CASES, "cases");
  const tally = new LossTally();
  for (const one of cases) tally.add(one, 1);
  return tally.result();
}

/** {@link losses} of what was added and not taken away again. */
export class LossTally {
  readonly #rows = new Map<Loss["reason"], Map<string, number>>();

  add({ lost, reason: told, source }: SalesCase, sign: 1 | -1): void {
    if (lost === undefined) return;
    const reason: Loss["reason"] = told ?? "unknown";
    const row = this.#rows.get(reason) ?? new Map<string, number>();
    row.set(source, (row.get(source) ?? 0) + sign);
    this.#rows.set(reason, row);
  }

  result(): readonly Loss[] {
    const counts = [...this.#rows].map(([reason, row]) => {
      const sources = [...row].filter(([, count]) => count > 0);
      return { reason, sources, count: sources.reduce((sum, [, count]) => sum + count, 0) };
    });
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    return counts
      .filter(({ count }) => count > 0)
      .map(({ reason, sources, count }) => ({
        reason,
        count,
        ...rateOf(count, all),
        bySource: Object.fromEntries(sources.sort(([a], [b]) => compareCodeUnits(a, b))),
      }))
      .sort((a, b) => b.count - a.count || compareCodeUnits(a.reason, b.reason));
  }
}
