import { checkShape, soundOf, unfit } from "../base/index.js";
import type { Insights } from "./insights.js";
import { rateOf } from "./rate.js";

/**
 * What would be lost if one source dried up: its leads, over the time of which the insights tell, and their share of all. The share
 * has a 90% interval. A source without leads loses nothing.
 * @throws WarmpathError `INVALID_ARGUMENT` for what are no insights, or a source that is no text.
 */
export function stressTest(
  insights: Pick<Insights, "sources">,
  source: string,
): { readonly lostLeads: number; readonly share: number; readonly interval: readonly [number, number] } {
  return soundOf("insights", () => {
    checkShape(insights, { sources: ["object"] }, "insights");
    if (typeof source !== "string") throw unfit("source", "a source's code");
    const total = insights.sources.reduce((sum, { leads }) => sum + leads, 0);
    const lostLeads = insights.sources.find((row) => row.source === source)?.leads ?? 0;
    const { rate: share, interval } = rateOf(lostLeads, total);
    return { lostLeads, share, interval };
  });
}
