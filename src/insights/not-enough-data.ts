import { checkShape } from "../base/index.js";
import type { InsightsSettings } from "./insights-settings.js";
import { REQUESTS, type Request } from "./requests-of.js";
import { CASES, isLead, type SalesCase } from "./sales-case.js";

/** Parts on which fewer leads, requests or ended deals are on record than `leastLeads`, in order. */
export function notEnoughData(
  cases: readonly SalesCase[],
  requests: readonly Request[],
  settings: Pick<InsightsSettings, "leastLeads">,
): readonly string[] {
  checkShape(cases, CASES, "cases");
  checkShape(requests, REQUESTS, "requests");
  checkShape(settings, { leastLeads: "finite" }, "settings");
  const leads = cases.filter(isLead);
  const closed = leads.filter(({ days, lost }) => days.won !== undefined || lost !== undefined).length;
  const sent = requests.filter(({ kind }) => kind !== "unasked").length;
  return partsWithout({ leads: leads.length, closed, requests: sent }, settings);
}

/** {@link notEnoughData} of what is counted already. */
export function partsWithout(
  { leads, closed, requests }: { readonly leads: number; readonly closed: number; readonly requests: number },
  { leastLeads }: Pick<InsightsSettings, "leastLeads">,
): readonly string[] {
  return [
    ...(leads < leastLeads ? ["concentration", "control", "sources"] : []),
    ...(requests < leastLeads ? ["adoption", "funnel", "load"] : []),
    ...(closed < leastLeads ? ["forecast", "losses"] : []),
  ].sort();
}
