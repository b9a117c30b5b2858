import type { Person, Visibility } from "../people/index.js";
import { checkTold } from "./check-records.js";
import { type PersonRecord, toldOfSelf } from "./person-records.js";
import type { NetworkImport } from "./prepare-import.js";
import { hasItem, type SourcedItem, type Tellers, withItems, withoutItems } from "./provenance.js";

/**
 * Gives a person's record as one of whose import it is, and one of each other owner whose stays and tags stand in it. What people tell
 * of themselves is everybody's; of what an owner who has opted out told, nothing is left but the id.
 */
export function recordsByTeller(
  teller: string | undefined,
  visibility: Visibility,
  isOptedOut: Tellers["isOptedOut"],
): (person: Person) => PersonRecord[] {
  const isOut = teller !== undefined && isOptedOut(teller);
  const record = (told: Person, owner: string | undefined): PersonRecord => {
    if (owner === told.id) return toldOfSelf(told);
    return owner ? { person: told, visibility, owner } : { person: told, visibility };
  };
  const ownOf = (told: Person): PersonRecord =>
    isOut && teller !== told.id ? { person: { id: told.id }, visibility: "private" } : record(told, teller);
  const mayBeOthers = ({ owner }: SourcedItem): boolean => owner !== undefined && owner !== teller;
  return (person) => {
    const { id } = person;
    if (!hasItem(person, mayBeOthers)) return [ownOf(person)];
    const isOthers = (item: SourcedItem): boolean => mayBeOthers(item) && item.owner !== (teller ?? id);
    const items: readonly SourcedItem[] = [...(person.spells ?? []), ...(person.tags ?? [])];
    const others = new Set(items.filter(isOthers).map(({ owner }) => owner));
    const rest = [...others].map((owner) => {
      const { spells, tags } = withoutItems(person, (item) => item.owner !== owner);
      return record(withItems({ id }, spells, tags), owner);
    });
    return [ownOf(withoutItems(person, isOthers)), ...rest];
  };
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
