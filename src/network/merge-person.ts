import { compareCodeUnits } from "../base/index.js";
import type { Person, Spell, Tag } from "../people/index.js";

/**
 * Two records of one person as one. Commutative, associative and idempotent, so that the order of imports never matters:
 * of two different texts the longer one stays (it says more), of two equally long ones the later in code-unit order.
 */
export function mergePerson(a: Person, b: Person): Person {
  const merged: Record<string, unknown> = { id: a.id };
  for (const field of TEXT_FIELDS) {
    const value = richer(a[field], b[field]);
    if (value !== undefined) merged[field] = value;
  }
  const emails = union(a.emails, b.emails, (email) => email);
  if (emails !== undefined) merged["emails"] = emails;
  const spells = union(a.spells, b.spells, spellKey);
  if (spells !== undefined) merged["spells"] = spells;
  const tags = union(a.tags, b.tags, tagKey);
  if (tags !== undefined) merged["tags"] = tags;
  return merged as unknown as Person;
}

const TEXT_FIELDS = ["name", "firstName", "lastName", "company", "title", "profileUrl", "location"] as const;

function richer(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}

/** All different items of both lists; a list that already holds them all in its order stays as it is. */
function union<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  keyOf: (item: T) => string,
): readonly T[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const aKeys = a.map(keyOf);
  const bKeys = b.map(keyOf);
  if (aKeys.length === bKeys.length && aKeys.every((key, i) => key === bKeys[i])) return a;
  const byKey = new Map<string, T>();
  for (const item of [...a, ...b]) byKey.set(keyOf(item), item);
  return [...byKey].sort(([x], [y]) => compareCodeUnits(x, y)).map(([, item]) => item);
}

function spellKey(spell: Spell): string {
  return JSON.stringify([spell.organization, spell.kind, spell.from, spell.to, spell.title]);
}

function tagKey(tag: Tag): string {
  return JSON.stringify([tag.code, tag.evidence, tag.at, tag.private]);
}
