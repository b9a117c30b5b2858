import type { Person, Visibility } from "../people/index.js";
import { checkTold } from "./check-records.js";
import { type PersonRecord, toldOfSelf } from "./person-records.js";
import type { NetworkImport } from "./prepare-import.js";
import { type Tellers, withItems, withoutItems } from "./provenance.js";

/**
 * A person's record as one of whose import it is, and one of each other owner whose stays and tags stand in it. What people tell
 * of themselves is everybody's; of what an owner who has opted out told, nothing is left but the id.
 */
export function recordsByTeller(
  person: Person,
  teller: string | undefined,
  visibility: Visibility,
  isOptedOut: Tellers["isOptedOut"],
): PersonRecord[] {
  const { id } = person;
  const others = new Set<string>();
  for (const { owner } of person.spells ?? []) if (owner !== undefined) others.add(owner);
  for (const { owner } of person.tags ?? []) if (owner !== undefined) others.add(owner);
  others.delete(teller ?? id);
  const own =
    others.size === 0
      ? person
      : withoutItems(person, ({ owner }) => owner !== undefined && others.has(owner));
  const record = (told: Person, owner: string | undefined): PersonRecord =>
    owner === id ? toldOfSelf(told) : { person: told, visibility, ...(owner && { owner }) };
  const isOut = teller !== undefined && teller !== id && isOptedOut(teller);
  const rest = [...others].map((owner) => {
    const { spells, tags } = withoutItems(person, (item) => item.owner !== owner);
    return record(withItems({ id }, spells, tags), owner);
  });
  if (isOut) return [{ person: { id }, visibility: "private" }, ...rest];
  return [record(own, teller), ...rest];
}

/** The one who told of all ties and interactions, `undefined` where that is not one. */
export function soleTeller(
  { ties, interactions = [] }: NetworkImport,
  canonical: Tellers["canonical"],
): string | undefined {
  for (const tie of ties) checkTold(tie);
  const tellers = new Set(ties.map(({ owner, from }) => canonical(owner ?? from)));
  for (const { from } of interactions) tellers.add(canonical(from));
  const [sole] = tellers;
  return tellers.size === 1 ? sole : undefined;
}
