import { compareCodeUnits } from "../base/index.js";
import type { NearbyPerson, PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Whom the seekers may name at a branch of the buyer's company, or at the company whose branch it is; the seekers' own contacts first.
 * Only the names of the companies tell so, hence these people count as no colleagues of the buyer.
 */
export function peopleNearby(
  day: PlanningDay,
  { id, company }: PlanTarget,
  seekers: readonly string[],
): readonly NearbyPerson[] {
  if (company === undefined) return [];
  const view = day.network.seenBy(seekers);
  const contacts = new Set(seekers.flatMap((seeker) => view.neighbors(seeker)));
  return day.compiled
    .seenBy(seekers)
    .worksNear(company)
    .filter((one) => one !== id && !seekers.includes(one) && view.mayName(one))
    .sort((a, b) => Number(contacts.has(b)) - Number(contacts.has(a)) || compareCodeUnits(a, b))
    .slice(0, MOST_NEARBY)
    .map((person) => ({ person, company: view.person(person)?.company ?? "" }));
}

const MOST_NEARBY = 5;
