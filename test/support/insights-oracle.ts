import { CHANNELS } from "../../src/insights/index.js";
import type { EventInput } from "../../src/journal/index.js";

/** Insights told slowly: plain loops over events whose ids name their ask (`k…`) or lead (`l…`), all asks by connectors without tags. */
export function slowInsights(events: readonly EventInput[], now: string) {
  const past = events.filter(({ at }) => String(at) <= now);
  const has = (name: object, type: string): boolean =>
    past.some(
      (event) =>
        event.type === type && Object.entries(name).every(([key, id]) => (event as never)[key] === id),
    );
  const sources: Record<
    string,
    { leads: number; meetings: number; won: number; lost: number; cost: number }
  > = {};
  const losses: Record<string, number> = {};
  const funnel = [0, 0, 0, 0, 0];
  const leadFunnel = [0, 0, 0, 0];
  const asks365: Record<string, number> = {};
  const weeks = new Map<number, number>();
  let [leads, active, unthanked] = [0, 0, 0];
  const today = Date.parse(now) / 86_400_000;
  const take = (source: string, name: object, cost: number): number => {
    const stage = has(name, "deal.won")
      ? 3
      : has(name, "opportunity.opened")
        ? 2
        : has(name, "meeting.held")
          ? 1
          : 0;
    sources[source] ??= { leads: 0, meetings: 0, won: 0, lost: 0, cost: 0 };
    const row = sources[source];
    row.leads++;
    if (stage > 0) row.meetings++;
    if (stage === 3) row.won++;
    if (has(name, "deal.lost")) row.lost++;
    row.cost += cost;
    leads++;
    return stage;
  };
  for (const event of past) {
    if (event.type === "lead.received") {
      const name = { lead: event.lead };
      const stage = take(event.source, name, event.cost ?? 0);
      for (let i = 0; i <= stage; i++) leadFunnel[i]!++;
      if (CHANNELS[event.source] === true) active++;
    }
    if (event.type === "ask.sent" && event.ask !== undefined) {
      const name = { ask: event.ask.id };
      const age = today - Math.floor(Date.parse(String(event.at)) / 86_400_000);
      weeks.set(Math.floor(age / 7), (weeks.get(Math.floor(age / 7)) ?? 0) + 1);
      asks365[event.ask.connector] ??= 0;
      if (age < 365) asks365[event.ask.connector]!++;
      funnel[0]!++;
      if (!has(name, "introduction.made")) continue;
      active++;
      const stage = take("referral", name, 0);
      for (let i = 0; i <= stage; i++) funnel[i + 1]!++;
      if (!has(name, "thanks.sent")) unthanked++;
    }
    if (event.type === "deal.lost")
      losses[event.reason ?? "unknown"] = (losses[event.reason ?? "unknown"] ?? 0) + 1;
  }
  const first = Math.min(today, ...past.map(({ at }) => Math.floor(Date.parse(String(at)) / 86_400_000)));
  const count = Math.min(26, Math.max(1, Math.ceil((today - first + 1) / 7)));
  const shares = Object.values(sources).map((row) => row.leads / Math.max(1, leads));
  return {
    sources,
    losses,
    funnel,
    leadFunnel,
    leads,
    control: leads === 0 ? 0 : active / leads,
    hhi: shares.reduce((sum, share) => sum + share * share, 0),
    weeks: Array.from({ length: count }, (_, i) => weeks.get(count - 1 - i) ?? 0),
    unthanked,
    asks365,
  };
}
