import { compareTitles, type Person, type TargetProfile, taggedWith, targetFit } from "../people/index.js";
import type { LeadGoal } from "./next-settings.js";
import type { PlanningDay } from "./planning-day.js";

/** What leads are gathered for, and whom one can help best. */
export interface ContactAims {
  readonly goals: readonly LeadGoal[];
  readonly profile?: TargetProfile | undefined;
}

/**
 * How many times somebody counts for what leads are gathered for (2.1 of examples/guides/practice.md). A prospect counts by the fit with the profile, .5 to
 * 1.5, for who does not fit may still know who does. On a mailing list counts who can be written to, in a support network who does the seeker's kind of work. A hub gains by those
 * who need or offer something. Of several goals the product counts.
 */
export function goalWorth(
  day: PlanningDay,
  me: Person | undefined,
  person: Person,
  { goals, profile }: ContactAims,
): number {
  const { contactFactors, fit: settings } = day.settings.next;
  const fit = profile === undefined ? 1 : contactFactors.least + targetFit(person, profile, settings).score;
  const isAlike = (): boolean =>
    compareTitles(day.compiled.titleOf(me?.title), day.compiled.titleOf(person.title)).sameFunction === true;
  const has = (prefix: string): boolean => taggedWith(person.tags ?? [], prefix).length > 0;
  const factorOf = (goal: LeadGoal): number => {
    if (goal === "prospects") return fit;
    if (goal === "mailing-list") return (person.emails ?? []).length > 0 ? 1 : contactFactors.noAddress;
    if (goal === "hub") return has("needs:") || has("offers:") ? contactFactors.needsOrOffers : 1;
    return isAlike() ? contactFactors.alikeWork : 1;
  };
  return (goals.length === 0 ? ["prospects" as const] : goals).reduce(
    (times, goal) => times * factorOf(goal),
    1,
  );
}
