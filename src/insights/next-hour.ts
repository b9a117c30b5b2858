import { checkShape, compareCodeUnits, roundForPlan } from "../base/index.js";
import type { InsightsSettings } from "./insights-settings.js";
import type { SourceResult } from "./source-results.js";

/** What one more hour in a source is expected to bring, and where it goes best. */
export interface NextHour {
  /** Expected leads for one more hour, of sources with hours on record, best first. */
  readonly yields: readonly {
    readonly source: string;
    readonly leadsPerHour: number;
    readonly winsPerHour: number;
  }[];
  /** Absent where fewer than two sources have hours, or too few leads tell anything. */
  readonly best?: { readonly source: string; readonly insteadOf: string };
}

/**
 * The yield of one more hour: leads an
 * hour, times the share of leads that is won. Constant returns are an assumption.
 */
export function nextHour(
  sources: readonly SourceResult[],
  settings: Pick<InsightsSettings, "leastLeads" | "yieldPriorLeads">,
): NextHour {
  checkShape(sources, [{ source: "text", hours: "finite", leads: "finite", won: "finite" }], "sources");
  checkShape(settings, { leastLeads: "finite", yieldPriorLeads: "finite" }, "settings");
  const worked = sources.filter(({ hours }) => hours > 0);
  const leads = worked.reduce((sum, row) => sum + row.leads, 0);
  const hours = worked.reduce((sum, row) => sum + row.hours, 0);
  if (worked.length === 0 || leads === 0) return { yields: [] };
  const mean = leads / hours;
  const yields = worked
    .map((row) => {
      const leadsPerHour =
        (row.leads + settings.yieldPriorLeads) / (row.hours + settings.yieldPriorLeads / mean);
      const wins = (row.won + 1) / (row.leads + 2);
      return {
        source: row.source,
        leadsPerHour: roundForPlan(leadsPerHour),
        winsPerHour: roundForPlan(leadsPerHour * wins),
      };
    })
    .sort((a, b) => b.winsPerHour - a.winsPerHour || compareCodeUnits(a.source, b.source));
  const [best, worst] = [yields[0], yields.at(-1)];
  if (best === undefined || worst === undefined || best === worst || leads < settings.leastLeads)
    return { yields };
  return { yields, best: { source: best.source, insteadOf: worst.source } };
}
