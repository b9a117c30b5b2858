import { utcDay } from "../base/index.js";
import { unaskedIntroductions, withCourtesies } from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";

/** How often each connector was asked of late. Of seeker and connector as JSON: who was thanked for the last introduction, and who introduced how often. */
export interface AskedLately {
  readonly recent: ReadonlyMap<string, number>;
  readonly thanked: ReadonlySet<string>;
  readonly introduced: ReadonlyMap<string, number>;
}

/** Reads the requests and introductions on record once. */
export function askedLately({ asks, leads, dealings, today, settings }: PlanningDay): AskedLately {
  const introduced = new Map<string, number>();
  const recent = new Map<string, number>();
  const thanked = new Set<string>();
  for (const { ask, steps: own } of [...asks, ...unaskedIntroductions(leads)]) {
    const steps = withCourtesies(ask, own, dealings.courtesiesTo(ask.connector));
    const pair = JSON.stringify([ask.seeker, ask.connector]);
    const { type } =
      steps.filter((step) => step.type === "introduction.made" || COURTESIES.has(step.type)).at(-1) ?? {};
    if (type !== undefined && COURTESIES.has(type)) thanked.add(pair);
    if (steps.some((step) => step.type === "introduction.made"))
      introduced.set(pair, (introduced.get(pair) ?? 0) + 1);
    const [sent] = own;
    if (sent?.type !== "ask.sent" || today - utcDay(sent.at) > settings.asking.recentAskDays) continue;
    recent.set(ask.connector, (recent.get(ask.connector) ?? 0) + 1);
  }
  return { recent, thanked, introduced };
}

/** What tells somebody that a favor was seen. */
const COURTESIES: ReadonlySet<string> = new Set(["thanks.sent", "update.sent"]);
