import type { AskStatus } from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Whom those who were asked for a buyer named instead of themselves, the next ones to ask, and who named them last. What the
 * seekers may not hear of is left out.
 */
export function namedInstead(
  day: PlanningDay,
  history: readonly AskStatus[],
  seekers: readonly string[],
): ReadonlyMap<string, string> {
  const view = day.network.seenBy(seekers);
  const named = history.flatMap(({ ask, state, suggestedPerson }) =>
    state === "declined" && suggestedPerson !== undefined && view.mayName(ask.connector)
      ? [[day.network.canonical(suggestedPerson), ask.connector] as const]
      : [],
  );
  return new Map(named);
}
