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
    /** 90% intervals of the two. */
    readonly leadsInterval: readonly [number, number];
    readonly winsInterval: readonly [number, number];
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
  const [best, worst] = [yields[0], yields.at(-1)];
  if (best === undefined || worst === undefined || best === worst || leads < settings.leastLeads)
    return { yields };
  return { yields, best: { source: best.source, insteadOf: worst.source } };
}

/** 5% to 95% of a Gamma distribution of a mean and a variance over its square (Wilson & Hilferty 1931). */
function gammaInterval(mean: number, spread: number): readonly [number, number] {
  const at = (z: number): number =>
    roundForPlan(mean * Math.max(0, 1 - spread / 9 + (z * Math.sqrt(spread)) / 3) ** 3);
  return [at(-Z90), at(Z90)];
}

/** Standard deviations within which nine tenths of a normal distribution lie. */
const Z90 = 1.6449;
