import { compareCodeUnits } from "../base/index.js";
import type { TieWear } from "../paths/index.js";
import type { PlanningDay } from "./planning-day.js";

/** What the journal says of ties: wasted meetings wear one, and what a seeker said of one of late stands for its closeness. */
export function wearOfTies(day: PlanningDay): readonly TieWear[] {
  const worn = day.ledger.wornTies({ now: day.date });
  const stated = day.facts.stated();
  if (stated.length === 0) return worn;
  const wear = new Map<string, TieWear>();
  for (const one of [...worn, ...stated]) {
    const key = JSON.stringify([...one.between].sort(compareCodeUnits));
    wear.set(key, { ...wear.get(key), ...one });
  }
  return [...wear.values()];
}
