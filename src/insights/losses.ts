import { compareCodeUnits } from "../base/index.js";
import type { LossReason } from "../journal/index.js";
import type { SalesCase } from "./sales-case.js";

/** Why deals were lost, and from which sources they had come. `no-decision` is the status quo. */
export interface Loss {
  readonly reason: LossReason | "unknown";
  readonly count: number;
  readonly bySource: Readonly<Record<string, number>>;
}

/** One row a reason, the most frequent first, then by code. */
export function losses(cases: readonly SalesCase[]): readonly Loss[] {
  const rows = new Map<Loss["reason"], Map<string, number>>();
  for (const { lost, reason = "unknown", source } of cases) {
    if (lost === undefined) continue;
    const row = rows.get(reason) ?? new Map<string, number>();
    row.set(source, (row.get(source) ?? 0) + 1);
    rows.set(reason, row);
  }
  return [...rows]
    .map(([reason, sources]) => ({
      reason,
      count: [...sources.values()].reduce((sum, count) => sum + count, 0),
      bySource: Object.fromEntries([...sources].sort(([a], [b]) => compareCodeUnits(a, b))),
    }))
    .sort((a, b) => b.count - a.count || compareCodeUnits(a.reason, b.reason));
}
