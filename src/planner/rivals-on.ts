import type { Issue } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import { isTieOf, TAG_CODES } from "../people/index.js";
import { hasTag } from "../people/referral-codes.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Whether two people on a way compete, as their tie says, or one of them with the seekers' own firm, as a tag says. Nobody is to be asked
 * about a rival without a word about it.
 */
export function rivalsOn(
  day: PlanningDay,
  seekers: readonly string[],
  paths: readonly IntroductionPath[],
): readonly Issue[] {
  const view = day.network.seenBy(seekers);
  const compete = (a: string, b: string): boolean => isTieOf(view.tie(a, b)?.evidence ?? {}, "competitor");
  const isOwnRival = (id: string): boolean =>
    view.mayName(id) && hasTag(view.person(id), TAG_CODES.competitor);
  const isMarked = paths.some(({ people }) =>
    people.some((id, i) => isOwnRival(id) || people.slice(i + 1).some((other) => compete(id, other))),
  );
  if (!isMarked) return [];
  return [
    {
      code: "COMPETITORS_ON_WAY",
      severity: "warning",
      message:
        "Two people on a way compete, or one of them competes with you. Say in the request that you know it, and leave it to them.",
    },
  ];
}
