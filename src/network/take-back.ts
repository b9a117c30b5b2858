import { sightingsOf, tieOfSightings } from "./kept-tie.js";
import type { OwnerWords } from "./owner-words.js";
import type { PeopleGraph } from "./people-graph.js";
import { isToldOf, withoutItems } from "./told-items.js";

/**
 * Takes out what an owner told: ties of theirs alone go, the spells and tags they told of others, and people who then are tied to
 * nobody and of whom no owner tells a spell or a tag, but for those who have opted out themselves (the owner among them) and those in `keep`.
 * Returns who went.
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
  for (const id of takeItemsBack(graph, owner)) touched.add(id);
  const isNeeded = (id: string): boolean => graph.degree(id) > 0 || isToldOf(graph.person(id));
  const gone = [...touched].filter((id) => !isNeeded(id) && !words.isOptedOut(id) && !keep.has(id));
  for (const id of gone) graph.drop(id);
  return gone;
}

/** Takes out the spells and tags that an owner told of others, and returns of whom. */
export function takeItemsBack(graph: PeopleGraph, owner: string): readonly string[] {
  const touched: string[] = [];
  for (const person of graph.people()) {
    if (person.id === owner) continue;
    const left = withoutItems(person, (item) => item.owner === owner);
    if (left === person) continue;
    graph.setPerson(left);
    touched.push(person.id);
  }
  return touched;
}
