import { isTieOf, TAG_CODES } from "../people/index.js";
import { hasTag } from "../people/referral-codes.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Standing as a share of its limit, as whoever is asked feels it. What is owed to a vendor weighs more: who sends business and gets none back
 * stops soonest (3.8 of examples/guides/practice.md). Undefined where nothing between the two is on record: dealings of others say nothing of it.
 */
export function standingFelt(day: PlanningDay, seeker: string, asked: string): number | undefined {
  const { balance, limit } = day.standing(seeker, asked);
  if (balance === 0) return undefined;
  const view = day.network.seenBy(seeker);
  const isVendor =
    isTieOf(view.tie(seeker, asked)?.evidence ?? {}, "vendor") ||
    hasTag(view.person(asked), TAG_CODES.vendor);
  return (balance / limit) * (isVendor && balance < 0 ? day.settings.ledger.vendorDebt : 1);
}
