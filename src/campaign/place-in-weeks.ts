import type { CampaignProblem } from "./campaign-problem.js";
import type { Tick } from "./campaign-search.js";

/**
 * Problem: weeks for all of these candidates that keep every limit, or `undefined` where there are none. Asks are placed by rising week,
 * each as soon as it can be after those before it. That loses nothing: in any plan of weeks, the asks moved forward in the order of
 * their weeks break no gap and no weekly limit. So only orders are tried, and none from a state that has failed before.
 */
export function placeInWeeks(
  problem: CampaignProblem,
  chosen: readonly number[],
  tick: Tick,
): ReadonlyMap<number, number> | undefined {
  if (!isAllowed(problem, chosen)) return undefined;
  const { candidates, readyWeek, weeks, cooldownWeeks, gapWeeks, limits, seekerPlaces } = problem;
  const placed = new Map<number, number>();
  const left = new Set(chosen);
  const failed = new Set<string>();
  const last = (kind: "connector" | "target", number: number): number => {
    let week = Number.NEGATIVE_INFINITY;
    for (const [other, at] of placed) if (candidates[other]![kind] === number) week = Math.max(week, at);
    return week;
  };
  const countIn = (week: number, seeker: number | undefined): number => {
    let count = 0;
    for (const [other, at] of placed)
      if (at === week && (seeker === undefined || candidates[other]!.seeker === seeker)) count++;
    return count;
  };
  const earliest = (candidate: number, now: number): number => {
    const { connector, target, seeker, readyWeek: ready } = candidates[candidate]!;
    const week = Math.max(
      now,
      ready,
      readyWeek[connector]!,
      last("connector", connector) + cooldownWeeks,
      last("target", target) + gapWeeks,
    );
    // Later weeks than the last one placed are empty.
    const isFull =
      countIn(week, undefined) + 1 > limits.asksPerWeek || countIn(week, seeker) + 1 > seekerPlaces;
    return isFull ? week + 1 : week;
  };
  /** True where the asks that are left, the gaps between those to one connector or about one target or the weekly limit, end too late. */
  const isLate = (next: ReadonlyMap<number, number>, now: number): boolean =>
    next.size + countIn(now, undefined) > (weeks - now) * Math.floor(limits.asksPerWeek) ||
    (["connector", "target"] as const).some((kind) => {
      const gap = kind === "connector" ? cooldownWeeks : gapWeeks;
      const firsts = new Map<number, readonly [first: number, count: number]>();
      for (const [candidate, week] of next) {
        const key = candidates[candidate]![kind];
        const [first, count] = firsts.get(key) ?? [week, 0];
        firsts.set(key, [Math.min(first, week), count + 1]);
      }
      return [...firsts.values()].some(([first, count]) => first + (count - 1) * gap >= weeks);
    });
  const from = (now: number): boolean => {
    tick();
    if (left.size === 0) return true;
    const next = new Map([...left].map((candidate) => [candidate, earliest(candidate, now)]));
    const inWeek = problem.seekerIds.map((_, seeker) => countIn(now, seeker));
    const key = JSON.stringify([[...next].sort(([a], [b]) => a - b), inWeek]);
    if (failed.has(key)) return false;
    failed.add(key);
    if ([...next.values()].some((week) => week >= weeks) || isLate(next, now)) return false;
    for (const [candidate, week] of [...next].sort(([a, x], [b, y]) => x - y || a - b)) {
      left.delete(candidate);
      placed.set(candidate, week);
      if (from(week)) return true;
      placed.delete(candidate);
      left.add(candidate);
    }
    return false;
  };
  return from(0) ? placed : undefined;
}

/** True where no limit that knows no weeks is broken. The budget is the caller's to look at. */
function isAllowed(
  { candidates, capacity, limits, seekerPlaces }: CampaignProblem,
  chosen: readonly number[],
): boolean {
  if (chosen.length > 0 && (limits.asksPerWeek < 1 || seekerPlaces < 1)) return false;
  return chosen.every((one) => {
    const { connector, target, seeker } = candidates[one]!;
    const alike = (kind: "connector" | "target", number: number) =>
      chosen.filter((other) => candidates[other]![kind] === number);
    const [mine, about] = [alike("connector", connector), alike("target", target)];
    return (
      mine.length <= capacity[connector]! &&
      about.length <= limits.perTarget &&
      [...mine, ...about].every((other) => candidates[other]!.seeker === seeker)
    );
  });
}
