import { checkShape, madeOf } from "../base/index.js";
import type { InsightsSettings } from "./insights-settings.js";
import { REQUESTS, type Request } from "./requests-of.js";
import { CASES, isLead, type SalesCase } from "./sales-case.js";

/**
 * Parts on which too little is on record: fewer leads, requests or ended deals than `leastLeads`, or weeks than `leastWeeks`, in order.
 * @param weeks Of the cadence.
 */
export function notEnoughData(
  cases: readonly SalesCase[],
  requests: readonly Request[],
  weeks: readonly number[],
  settings: Pick<InsightsSettings, "leastLeads" | "leastWeeks">,
): readonly string[] {
  return madeOf("cases", () => {
    checkShape(cases, CASES, "cases");
    checkShape(requests, REQUESTS, "requests");
    checkShape(weeks, "list", "weeks");
    checkShape(settings, { leastLeads: "finite", leastWeeks: "finite" }, "settings");
    const leads = cases.filter(isLead);
    const closed = leads.filter(({ days, lost }) => days.won !== undefined || lost !== undefined).length;
    const sent = requests.filter(({ kind }) => kind !== "unasked").length;
    return partsWithout({ leads: leads.length, closed, requests: sent, weeks: weeks.length }, settings);
  });
}

/** {@link notEnoughData} of what is counted already. */
export function partsWithout(
  counts: Readonly<Record<"leads" | "closed" | "requests" | "weeks", number>>,
  { leastLeads, leastWeeks }: Pick<InsightsSettings, "leastLeads" | "leastWeeks">,
): readonly string[] {
  const { leads, closed, requests, weeks } = counts;
  return [
    ...(leads < leastLeads ? ["concentration", "control", "sources"] : []),
    ...(requests < leastLeads ? ["adoption", "funnel", "load"] : []),
    ...(closed < leastLeads ? ["forecast", "losses"] : []),
    ...(weeks < leastWeeks ? ["cadence"] : []),
  ].sort();
}
