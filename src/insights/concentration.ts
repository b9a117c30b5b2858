import { checkShape, compareCodeUnits, madeOf, roundForPlan } from "../base/index.js";
import type { InsightsSettings } from "./insights-settings.js";
import { rateOf } from "./rate.js";

/** How much of the leads hangs on few sources. */
export interface Concentration {
  /** Herfindahl-Hirschman index, the sum of squared shares: 1/N for N equal sources up to 1; 0 without leads. */
  readonly hhi: number;
  /** 1/hhi: how many equal sources would be as concentrated; 0 without leads. */
  readonly effectiveSources: number;
  /** The source of most leads, with its share and the 90% interval of that. */
  readonly top?: {
    readonly source: string;
    readonly share: number;
    readonly interval: readonly [number, number];
  };
  /** True where the top share is too large or the effective sources too few, on enough leads. */
  readonly alert: boolean;
}

/**
 * Concentration of leads over sources (Hirschman 1964). The thresholds of competition law do not carry over: nine equal sources give .111
 * already.
 */
export function concentration(
  leadsBySource: ReadonlyMap<string, number>,
  settings: Pick<InsightsSettings, "leastLeads" | "topShare" | "leastEffectiveSources">,
): Concentration {
  return madeOf("leadsBySource", () => {
    checkShape(
      settings,
      { leastLeads: "finite", topShare: "finite", leastEffectiveSources: "finite" },
      "settings",
    );
    checkShape(leadsBySource, { keys: "function", values: "function" }, "leadsBySource");
    checkShape([...leadsBySource.keys()], ["text"], "sources");
    checkShape([...leadsBySource.values()], ["finite"], "leads");
    const rows = [...leadsBySource].filter(([, leads]) => leads > 0);
    const total = rows.reduce((sum, [, leads]) => sum + leads, 0);
    if (total === 0) return { hhi: 0, effectiveSources: 0, alert: false };
    const hhi = rows.reduce((sum, [, leads]) => sum + (leads / total) ** 2, 0);
    const [source, most] = rows.sort((a, b) => b[1] - a[1] || compareCodeUnits(a[0], b[0]))[0] as [
      string,
      number,
    ];
    const { rate: share, interval } = rateOf(most, total);
    const tooFew = 1 / hhi < settings.leastEffectiveSources;
    return {
      hhi: roundForPlan(hhi),
      effectiveSources: roundForPlan(1 / hhi),
      top: { source, share, interval },
      alert: total >= settings.leastLeads && (share > settings.topShare || tooFew),
    };
  });
}
