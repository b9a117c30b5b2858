import { addWorkingDays, compareCodeUnits, isoDay, minOf, type UtcDay } from "../base/index.js";
import { type Contact, contactsOf } from "./contact.js";
import type { PlanningDay } from "./planning-day.js";

/** When one contact is next to be heard from. */
export interface PlannedTouch {
  readonly person: string;
  /** ISO day of the last contact on record; absent where nothing dated is. */
  readonly last?: string;
  /** Days between touches, by the strength of the tie and the part of the contact. */
  readonly every: number;
  /** ISO day, a working day; of who was never heard from the day of the plan. */
  readonly due: string;
}

/** The next touch of every contact of a seeker, the earliest first, then by id. @throws WarmpathError `UNKNOWN_PERSON`. */
export function touchPlan(day: PlanningDay, of: string): readonly PlannedTouch[] {
  return contactsOf(day, of)
    .map((contact) => {
      const { person, last } = contact;
      return {
        person: person.id,
        ...(last === undefined ? {} : { last: isoDay(last) }),
        every: daysBetweenTouches(contact),
        due: isoDay(touchDue(contact)),
      };
    })
    .sort((a, b) => compareCodeUnits(a.due, b.due) || compareCodeUnits(a.person, b.person));
}

/** Days between touches of a contact. */
export function daysBetweenTouches({ day, isClient, isSource, strength, evidence }: Contact): number {
  const { clientDays, sourceDays, strongDays, otherDays, strangerDays, strong } = day.settings.next;
  if (isClient || isSource)
    return minOf([...(isClient ? [clientDays] : []), ...(isSource ? [sourceDays] : [])]);
  if (strength >= strong) return strongDays;
  const isKnown = (evidence.interactions ?? []).length > 0 || evidence.closeness !== undefined;
  return isKnown ? otherDays : strangerDays;
}

/** The day on which a touch is due. */
export function touchDue(contact: Contact): UtcDay {
  const { day, last } = contact;
  if (last === undefined) return day.today;
  return addWorkingDays(last + daysBetweenTouches(contact), 0, day.settings.timing.calendar);
}
