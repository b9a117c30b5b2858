import type { PricedStanding } from "../ledger/index.js";
import { NOT_NOW_CODES } from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * True for whoever is known to be discontent: by a tag, or by a complaint about the last sale. It holds, however long ago, until a
 * later sale without one.
 */
export function isDiscontent(day: PlanningDay, seeker: string, person: string): boolean {
  const sales = { seller: seeker, customer: person, now: day.date };
  const last = day.ledger.saleAge(sales);
  if (last !== undefined && last !== day.ledger.saleAge({ ...sales, withoutProblem: true })) return true;
  // Most have no tag at all, whoever looks.
  if (day.network.person(person)?.tags === undefined) return false;
  const { tags = [] } = day.network.seenBy(seeker).person(person) ?? {};
  return tags.some(({ code }) => NOT_NOW_CODES.includes(code));
}

/** A standing with somebody discontent: no favor opens the gate. */
export function closedTo({ openWith: _, ...standing }: PricedStanding): PricedStanding {
  return { ...standing, gate: "closed", unmet: ["discontent"] };
}
