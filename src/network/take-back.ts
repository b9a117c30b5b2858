import { sightingsOf, tieOfSightings } from "./kept-tie.js";
import type { OwnerWords } from "./owner-words.js";
import type { PeopleGraph } from "./people-graph.js";

/**
 * Takes out what an owner told: ties of his alone go, and people who are tied to nobody then, but for those who have opted
 * out themselves (the owner among them) and those in `keep`. Returns who went.
 */
export function takeBack(
  graph: PeopleGraph,
  words: OwnerWords,
  owner: string,
  keep: ReadonlySet<string>,
): readonly string[] {
  const touched = new Set<string>();
  for (const tie of graph.ties()) {
    const sightings = sightingsOf(tie);
    const others = sightings.filter((sighting) => sighting.owner !== owner);
    if (others.length === sightings.length) continue;
    graph.setTie([tie.from, tie.to], tieOfSightings(tie, others));
    touched.add(tie.from).add(tie.to);
  }
  const gone = [...touched].filter((id) => graph.degree(id) === 0 && !words.isOptedOut(id) && !keep.has(id));
  for (const id of gone) graph.drop(id);
  return gone;
}
