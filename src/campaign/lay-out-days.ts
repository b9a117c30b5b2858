import { addWorkingDays, type WorkCalendar } from "../base/index.js";
import type { CampaignDraft } from "./campaign-draft.js";
import type { CampaignProblem } from "./campaign-problem.js";

/**
 * Lays the asks of a draft out over the working days of their weeks, each on the first day that the limits leave. They go by week,
 * those that bring most first. Cooldowns and gaps hold in days. What finds no day within the horizon is taken out of the draft. Gives
 * days from the start by candidate.
 */
export function layOutDays(
  problem: CampaignProblem,
  draft: CampaignDraft,
  start: number,
  calendar: WorkCalendar,
): ReadonlyMap<number, number> {
  const { candidates, limits, seekerIds } = problem;
  const days: number[] = [];
  for (let day = addWorkingDays(start, 0, calendar); day < start + limits.horizonDays; ) {
    days.push(day - start);
    day = addWorkingDays(day + 1, 0, calendar);
  }
  const laid = new Map<number, number>();
  const onDay = new Map<number, number>();
  const inWeek = new Map<number, number>();
  const keyOf = (seeker: number, day: number): number => day * seekerIds.length + seeker;
  const isClear = (others: readonly number[], day: number, apart: number): boolean =>
    others.every((other) => Math.abs((laid.get(other) ?? Number.POSITIVE_INFINITY) - day) >= apart);
  const order = draft
    .chosen()
    .map((candidate) => ({ candidate, week: draft.week[candidate]!, loss: draft.loss(candidate) }))
    .sort((a, b) => a.week - b.week || b.loss - a.loss || a.candidate - b.candidate);
  for (const { candidate, week } of order) {
    const { seeker, connector, target } = candidates[candidate]!;
    const day = days.find(
      (one) =>
        one >= 7 * week &&
        (onDay.get(keyOf(seeker, one)) ?? 0) + 1 <= limits.asksPerDay &&
        (inWeek.get(Math.floor(one / 7)) ?? 0) + 1 <= limits.asksPerWeek &&
        isClear(draft.chosenOf("connector", connector), one, limits.cooldownDays) &&
        isClear(draft.chosenOf("target", target), one, limits.targetGapDays),
    );
    if (day === undefined) {
      draft.remove(candidate);
      continue;
    }
    laid.set(candidate, day);
    onDay.set(keyOf(seeker, day), (onDay.get(keyOf(seeker, day)) ?? 0) + 1);
    inWeek.set(Math.floor(day / 7), (inWeek.get(Math.floor(day / 7)) ?? 0) + 1);
  }
  return laid;
}
