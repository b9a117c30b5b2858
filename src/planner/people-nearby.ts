import { compareCodeUnits } from "../base/index.js";
import { type Person, taggedWith } from "../people/index.js";
import type { NearbyPerson, PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Whom the seekers may name near a buyer to whom no tie is known: at a branch of their company, then contacts in their trade. People of one trade
 * often know each other, rivals too (1.17 of examples/guides/practice.md), but no record says so of these.
 */
export function peopleNearby(
  day: PlanningDay,
  target: PlanTarget,
  seekers: readonly string[],
): readonly NearbyPerson[] {
  return [...atBranches(day, target, seekers), ...inTrade(day, target, seekers)];
}

/** Contacts who share a tag `industry:x` with the buyer and are not seen to know them. */
function inTrade(day: PlanningDay, { id }: PlanTarget, seekers: readonly string[]): readonly NearbyPerson[] {
  const view = day.network.seenBy(seekers);
  const trades = new Set(view.mayName(id) ? tradesOf(view.person(id)) : []);
  if (trades.size === 0) return [];
  return [...new Set(seekers.flatMap((seeker) => view.neighbors(seeker)))]
    .filter((one) => one !== id && !seekers.includes(one) && view.mayName(one) && !view.mayUse(one, id))
    .sort(compareCodeUnits)
    .flatMap((person) => {
      const { company = "", ...record } = view.person(person) ?? {};
      const trade = tradesOf(record).find((one) => trades.has(one));
      return trade === undefined ? [] : [{ person, company, trade }];
    })
    .slice(0, MOST_NEARBY);
}

function tradesOf({ tags = [] }: Pick<Person, "tags"> = {}): readonly string[] {
  return taggedWith(tags, "industry:");
}

/** Only the names of the companies tell of a branch, hence these people count as no colleagues; the seekers' own contacts come first. */
function atBranches(
  day: PlanningDay,
  { id, company }: PlanTarget,
  seekers: readonly string[],
): readonly NearbyPerson[] {
  if (company === undefined) return [];
  const view = day.network.seenBy(seekers);
  const near = day.compiled
    .seenBy(seekers)
    .worksNear(company)
    .filter((one) => one !== id && !seekers.includes(one) && view.mayName(one));
  if (near.length === 0) return [];
  const contacts = new Set(seekers.flatMap((seeker) => view.neighbors(seeker)));
  return near
    .sort((a, b) => Number(contacts.has(b)) - Number(contacts.has(a)) || compareCodeUnits(a, b))
    .slice(0, MOST_NEARBY)
    .map((person) => ({ person, company: view.person(person)?.company ?? "" }));
}

const MOST_NEARBY = 5;
