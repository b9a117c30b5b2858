import { checkShape, compareCodeUnits, roundForPlan } from "../base/index.js";
import { gammaInterval } from "./count-interval.js";
import type { InsightsSettings } from "./insights-settings.js";
import type { SourceResult } from "./source-results.js";

/** What one more hour in a source is expected to bring, and where it goes best. */
export interface NextHour {
  /** Expected leads for one more hour, of sources with hours on record, best first. */
  readonly yields: readonly {
    readonly source: string;
    readonly leadsPerHour: number;
    readonly winsPerHour: number;
    /** 90% intervals of the two. */
    readonly leadsInterval: readonly [number, number];
    readonly winsInterval: readonly [number, number];
  }[];
  /**
   * The source whose whole interval of deals lies above those of all others, and the one that brings least. Absent where fewer than
   * two sources have hours, where too few leads tell anything, and where several may be best.
   */
  readonly best?: { readonly source: string; readonly insteadOf: string };
  /** In place of `best`: the sources that may each be best, since their intervals of deals overlap with that of the first. */
  readonly tied?: readonly string[];
}

/**
 * The yield of one more hour: leads an hour, times the share of leads that is won. Constant returns are an assumption. A source is
 * called best only where its interval overlaps with no other.
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
      const seen = row.leads + settings.yieldPriorLeads;
      const leadsPerHour = seen / (row.hours + settings.yieldPriorLeads / mean);
      const wins = (row.won + 1) / (row.leads + 2);
      return {
        source: row.source,
        leadsPerHour: roundForPlan(leadsPerHour),
        winsPerHour: roundForPlan(leadsPerHour * wins),
        leadsInterval: gammaInterval(leadsPerHour, 1 / seen),
        winsInterval: gammaInterval(
          leadsPerHour * wins,
          (1 + 1 / seen) * (1 + (1 - wins) / (wins * (row.leads + 3))) - 1,
        ),
      };
    })
    .sort((a, b) => b.winsPerHour - a.winsPerHour || compareCodeUnits(a.source, b.source));
  const [first, last] = [yields[0], yields.at(-1)];
  if (first === undefined || last === undefined || first === last || leads < settings.leastLeads)
    return { yields };
  const mayBeBest = yields.filter(({ winsInterval }) => winsInterval[1] >= first.winsInterval[0]);
  return mayBeBest.length > 1
    ? { yields, tied: mayBeBest.map(({ source }) => source) }
    : { yields, best: { source: first.source, insteadOf: last.source } };
}
