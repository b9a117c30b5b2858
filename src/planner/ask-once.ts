import type { IntroductionPath } from "../paths/index.js";
import { type IdentityDecision, likelyPairs } from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Paths in which nobody is asked under two ids, and no buyer to introduce themselves. Of people who may be one human, as `resolvePeople`
 * would ask about, the one on the best path stays, until the caller decides. Whom the seekers may not name is not looked at.
 */
export function askedOnce(
  day: PlanningDay,
  paths: readonly IntroductionPath[],
  asking: { readonly seekers: readonly string[]; readonly decisions: readonly IdentityDecision[] },
): readonly IntroductionPath[] {
  const view = day.network.seenBy(asking.seekers);
  const order = new Map<string, number>();
  const target = paths[0]?.people.at(-1);
  for (const id of [target, ...paths.flatMap(({ people }) => people.slice(1, -1))]) {
    if (id !== undefined && !order.has(id) && view.mayName(id)) order.set(id, order.size);
  }
  const people = [...order.keys()].map((id) => view.person(id)).filter((one) => one !== undefined);
  const gone = new Set<string>();
  for (const { a, b } of likelyPairs(people, asking.decisions)) {
    const [x, y] = [order.get(a) ?? 0, order.get(b) ?? 0];
    // The better one may itself be gone for a third; whoever is left of the three comes first on the paths.
    gone.add(x < y ? b : a);
  }
  return gone.size === 0
    ? paths
    : paths.filter((path) => !path.people.slice(1, -1).some((id) => gone.has(id)));
}
