import { pairKey } from "../base/index.js";
import type { TieAdjustment } from "../paths/index.js";
import type { PlanningDay } from "./planning-day.js";

/** What the journal says of ties: a wasted meeting lowers one, and what a seeker said of one of late stands for its closeness. */
export function tieAdjustmentsOf(day: PlanningDay): readonly TieAdjustment[] {
  const penalties = day.ledger.tiePenalties({ now: day.date });
  const stated = day.facts.stated();
  if (stated.length === 0) return penalties;
  const all = new Map<string, TieAdjustment>();
  for (const one of [...penalties, ...stated]) {
    const key = pairKey(...one.between);
    all.set(key, { ...all.get(key), ...one });
  }
  return [...all.values()];
}
