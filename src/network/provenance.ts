import { compareCodeUnits } from "../base/index.js";
import type { Person, Source, Spell, Tag } from "../people/index.js";
import type { SharingPreferences } from "./sharing-preferences.js";

/** What an owner's records may tell of somebody: a spell or a tag. */
export type SourcedItem = Spell | Tag;

/** What says which ids are one person, and who has opted out. */
export type Tellers = Pick<SharingPreferences, "canonical" | "isOptedOut">;

/**
 * Somebody's spells or tags in the one form in which the network holds them. First come those without an owner in the order given, then
 * those that owners told in code-unit order, each once, under the owners' present ids. None of an owner who has opted out but
 * of the person themselves. `undefined` where none is left of some.
 */
export function keepSourced<Item extends SourcedItem>(
  items: readonly Item[],
  person: string,
  tellers: Tellers,
): readonly Item[] | undefined {
  const kept = items
    .filter((item) => !isTakenBack(item, person, tellers))
    .map((item) => (item.owner === undefined ? item : { ...item, owner: tellers.canonical(item.owner) }));
  if (kept.length === 0 && items.length > 0) return undefined;
  return [...byKey(ownOf(kept)).values(), ...each(toldOf(kept))];
}

/** True for what somebody else told who has opted out. */
export function isTakenBack(
  { owner }: SourcedItem,
  person: string,
  { canonical, isOptedOut }: Tellers,
): boolean {
  if (owner === undefined) return false;
  const teller = canonical(owner);
  return teller !== canonical(person) && isOptedOut(teller);
}

/** True for somebody of whom an owner told a spell or a tag: they are known by more than their ties. */
export function hasSources(person: Person | undefined): boolean {
  return person !== undefined && hasItem(person, ({ owner }) => owner !== undefined);
}

/** True for a tag that is used for planning and stands in no text. */
export function isPrivate(item: SourcedItem): boolean {
  return "private" in item && item.private === true;
}

/** True where `holds` does for one of somebody's spells and tags. */
export function hasItem({ spells, tags }: Person, holds: (item: SourcedItem) => boolean): boolean {
  return spells?.some(holds) === true || tags?.some(holds) === true;
}

/** A person without those spells and tags for which `isOut` holds; themselves where it holds for none. */
export function withoutItems(person: Person, isOut: (item: SourcedItem) => boolean): Person {
  if (!hasItem(person, isOut)) return person;
  const left = <Item extends SourcedItem>(
    items: readonly Item[] | undefined,
  ): readonly Item[] | undefined => {
    const kept = items?.filter((item) => !isOut(item));
    return kept?.length === 0 && items?.length !== 0 ? undefined : kept;
  };
  return withItems(person, left(person.spells), left(person.tags));
}

/** A person without those files of which `isOut` holds; themselves where it holds for none. */
export function withoutSources(person: Person, isOut: (source: Source) => boolean): Person {
  if (person.sources?.some(isOut) !== true) return person;
  const { sources, ...rest } = person;
  const left = sources.filter((source) => !isOut(source));
  return left.length === 0 ? rest : { ...person, sources: left };
}

/** A person with these spells and tags in place of theirs, at the place where every record holds them. */
export function withItems(
  person: Person,
  spells: readonly Spell[] | undefined,
  tags: readonly Tag[] | undefined,
): Person {
  const { spells: _, tags: __, sources, kind, ...rest } = person;
  return {
    ...rest,
    ...(spells && { spells }),
    ...(tags && { tags }),
    ...(sources && { sources }),
    ...(kind && { kind }),
  };
}

/**
 * All items of both lists. Commutative, associative and idempotent: lists that are the same stay as they are. Else those
 * without an owner are joined among themselves, so that no owner's word changes their order, and those told follow in
 * code-unit order.
 */
export function mergeSourced<Item extends SourcedItem>(
  a: readonly Item[] | undefined,
  b: readonly Item[] | undefined,
): readonly Item[] | undefined {
  if (a === undefined || b === undefined || areSame(a, b)) return a ?? b;
  const [own, others] = [ownOf(a), ownOf(b)];
  const joined = own.length === 0 ? others : others.length === 0 || areSame(own, others) ? own : undefined;
  return [...(joined ?? each([...own, ...others])), ...each([...toldOf(a), ...toldOf(b)])];
}

function ownOf<Item extends SourcedItem>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ owner }) => owner === undefined);
}

function toldOf<Item extends SourcedItem>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ owner }) => owner !== undefined);
}

/** Each different one once, in code-unit order. */
function each<Item extends SourcedItem>(items: readonly Item[]): Item[] {
  return [...byKey(items)].sort(([x], [y]) => compareCodeUnits(x, y)).map(([, item]) => item);
}

/** Each different one once, in the order given. */
function byKey<Item extends SourcedItem>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [itemKey(item), item]));
}

/** True for lists of the same items in the same order. */
export function areSame(a: readonly SourcedItem[], b: readonly SourcedItem[]): boolean {
  return a.length === b.length && a.every((item, i) => itemKey(item) === itemKey(b[i] as SourcedItem));
}

function itemKey(item: SourcedItem): string {
  return "code" in item
    ? JSON.stringify([item.code, item.evidence, item.at, item.private, item.owner])
    : JSON.stringify([
        item.organization,
        item.kind,
        item.from,
        item.to,
        item.title,
        item.owner,
        item.past,
        item.headcount,
      ]);
}
