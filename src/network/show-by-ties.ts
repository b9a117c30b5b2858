import type { Person, Tie } from "../people/index.js";
import type { InView } from "./in-view.js";
import type { PeopleGraph } from "./people-graph.js";
import { type KeptPerson, shownByTies } from "./person-records.js";
import { hasSources } from "./provenance.js";
import type { Viewpoint } from "./viewpoint.js";

/** How one added by hand comes into view. Whoever is known and not in everybody's view stays so: to add them is to know more of them. */
export function viewOfAdded(person: Person, graph: PeopleGraph, everybody: Viewpoint): InView | undefined {
  if (hasSources(person)) return "tied";
  return !graph.has(person.id) || everybody.mayName(person.id) ? "added" : undefined;
}

/** Whoever was added by hand, and then tied by what is not everybody's, is in view by ties alone. */
export function showByTies(graph: PeopleGraph, { from, to }: Pick<Tie, "from" | "to">): void {
  for (const id of [from, to]) {
    const kept = graph.kept(id) as KeptPerson;
    const left = shownByTies(kept);
    if (left === kept) continue;
    graph.setPerson(left);
    graph.changes.ofShape();
  }
}
