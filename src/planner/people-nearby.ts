import { compareCodeUnits, maxOf } from "../base/index.js";
import { type Person, pastEmployers, taggedWith } from "../people/index.js";
import { workedAt } from "./company-staff.js";
import type { NearbyPerson, PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Whom the seekers may name near a buyer to whom no tie is known. First people at a branch of their company, then contacts who once worked there,
 * then contacts in their trade. People of one trade often know each other, rivals too (1.17 of examples/guides/practice.md). No record says so of these.
 */
export function peopleNearby(
  day: PlanningDay,
  target: PlanTarget,
  seekers: readonly string[],
): readonly NearbyPerson[] {
  return [
    ...atBranches(day, target, seekers),
    ...onceThere(day, target, seekers),
    ...inTrade(day, target, seekers),
  ];
}

/** Contacts who once worked at the buyer's company and are not seen to know the buyer, the closest first. */
function onceThere(
  day: PlanningDay,
  { id, company }: PlanTarget,
  seekers: readonly string[],
): readonly NearbyPerson[] {
  if (company === undefined) return [];
  const { version } = day.network.seenBy(seekers);
  const once = day.state.pure(["worked", version, company, ...seekers], () =>
    contactsWithPast(day, seekers).filter((person) => workedAt(person, company, day.settings.identity)),
  );
  if (once.length === 0) return [];
  const there = new Set(day.compiled.seenBy(seekers).worksAt(company));
  const closeness = ({ id: one }: Person) =>
    maxOf(seekers.map((seeker) => day.compiled.strength(seeker, one, seekers)));
  return once
    .filter(({ id: one }) => !there.has(one) && isNear(day, one, id, seekers))
    .map((person) => ({ person, close: closeness(person) }))
    .sort((a, b) => b.close - a.close)
    .slice(0, MOST_NEARBY)
    .map(({ person }) => person)
    .map((person) => ({ person: person.id, company: person.company ?? "", former: true }));
}

/** Contacts whose records tell of an earlier employer, which are few: only they are read as the seekers hear them. */
function contactsWithPast(day: PlanningDay, seekers: readonly string[]): readonly Person[] {
  return day.once(["past", ...seekers], () => {
    const view = day.network.seenBy(seekers);
    const tellsPast = ({ spells = [], title }: Person) =>
      spells.length > 0 || pastEmployers(title).length > 0;
    return contactsOf(day, seekers)
      .filter((id) => tellsPast(day.network.person(id) ?? { id }))
      .flatMap((id) => view.person(id) ?? []);
  });
}

function contactsOf(day: PlanningDay, seekers: readonly string[]): readonly string[] {
  const view = day.network.seenBy(seekers);
  return [...new Set(seekers.flatMap((seeker) => [...view.eachNeighbor(seeker)]))].sort(compareCodeUnits);
}

/** True for a contact who may be named, is no seeker, and is not seen to know the buyer. */
function isNear(day: PlanningDay, contact: string, buyer: string, seekers: readonly string[]): boolean {
  const view = day.network.seenBy(seekers);
  return (
    contact !== buyer && !seekers.includes(contact) && view.mayName(contact) && !view.mayUse(contact, buyer)
  );
}

/** Contacts who share a tag `industry:x` with the buyer and are not seen to know them. */
function inTrade(day: PlanningDay, { id }: PlanTarget, seekers: readonly string[]): readonly NearbyPerson[] {
  const view = day.network.seenBy(seekers);
  const trades = new Set(view.mayName(id) ? tradesOf(view.person(id)) : []);
  if (trades.size === 0) return [];
  return contactsOf(day, seekers)
    .filter((one) => isNear(day, one, id, seekers))
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
  const contacts = new Set(contactsOf(day, seekers));
  return near
    .sort((a, b) => Number(contacts.has(b)) - Number(contacts.has(a)) || compareCodeUnits(a, b))
    .slice(0, MOST_NEARBY)
    .map((person) => ({ person, company: view.person(person)?.company ?? "" }));
}

const MOST_NEARBY = 5;
