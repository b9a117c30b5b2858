import type { InteractionRecord, Person, Tag, Tie } from "../people/index.js";

/**
 * People whom an export names without any tie to its owner (an invitation without a note, a round too large to count) get a tag. It tells
 * whose records named them. So they go when they opt out, and nobody else finds them by their records.
 */
export function markNamedOnly(
  people: readonly Person[],
  told: { readonly ties: readonly Tie[]; readonly interactions: readonly InteractionRecord[] },
  owner: string,
): Person[] {
  const tied = new Set<string>([owner]);
  for (const { from, to } of told.ties) tied.add(from).add(to);
  for (const { from, to } of told.interactions) tied.add(from).add(to);
  const tag: Tag = { code: "named", evidence: "named in an export, without a tie", private: true, owner };
  return people.map((person) => {
    if (tied.has(person.id)) return person;
    tied.add(person.id);
    return { ...person, tags: [...(person.tags ?? []), tag] };
  });
}
