import type { Person, TitlesOf } from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/** Positions as the seekers may see them; of the buyers as they were named, where that tells one. */
export function titlesFor(
  { network }: Pick<PlanningDay, "network">,
  seekers: readonly string[],
  buyers: readonly Pick<Person, "id" | "title">[],
): TitlesOf {
  const view = network.seenBy(seekers);
  const named = new Map(buyers.map(({ id, title }) => [id, title]));
  return (id) => named.get(id) ?? (view.mayName(id) ? view.person(id)?.title : undefined);
}
