import { pairKey, type UtcDay, utcDay } from "../base/index.js";
import type { PlanningDay } from "./planning-day.js";

/** How the question whether two contacts want to meet stands. */
export interface PairOffer {
  readonly between: readonly [string, string];
  /** Day of the last word about it. */
  readonly since: UtcDay;
  /** Who of the two said yes. */
  readonly agreed: ReadonlySet<string>;
  readonly isRefused: boolean;
}

/** What a seeker asked pairs of contacts, and what they said, up to the day; the last answer of each counts. */
export function pairOffers(day: PlanningDay, seeker: string): ReadonlyMap<string, PairOffer> {
  const offers = new Map<string, PairOffer>();
  const said = new Map<string, Map<string, "yes" | "no">>();
  const canonical = (id: string): string => day.network.canonical(id);
  for (const event of day.events) {
    if (event.type !== "introduction.offered" || canonical(event.broker) !== seeker) continue;
    const on = utcDay(event.at);
    const between = event.between.map(canonical) as [string, string];
    const key = pairKey(...between);
    const answers = said.get(key) ?? new Map<string, "yes" | "no">();
    if (event.by !== undefined && event.answer !== undefined) answers.set(canonical(event.by), event.answer);
    said.set(key, answers);
    offers.set(key, {
      between,
      since: Math.max(on, offers.get(key)?.since ?? on),
      agreed: new Set([...answers].flatMap(([id, answer]) => (answer === "yes" ? [id] : []))),
      isRefused: [...answers.values()].includes("no"),
    });
  }
  return offers;
}
