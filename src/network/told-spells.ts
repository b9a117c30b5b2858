import { compareCodeUnits } from "../base/index.js";
import type { Person, Spell } from "../people/index.js";
import type { OwnerWords } from "./owner-words.js";

/** What says which ids are one person, and who has opted out. */
export type Tellers = Pick<OwnerWords, "canonical" | "isOptedOut">;

/**
 * Somebody's spells in the one form in which the network holds them: those without an owner as they were given, then those
 * that owners told, each once, in code-unit order, under the owners' present ids; none of an owner who has opted out but of
 * the person himself. `undefined` where none is left of some.
 */
export function keepSpells(
  spells: readonly Spell[],
  person: string,
  tellers: Tellers,
): readonly Spell[] | undefined {
  const kept = spells
    .filter((spell) => !isTakenBack(spell, person, tellers))
    .map((spell) =>
      spell.owner === undefined ? spell : { ...spell, owner: tellers.canonical(spell.owner) },
    );
  return kept.length === 0 && spells.length > 0 ? undefined : [...ownOf(kept), ...each(toldOf(kept))];
}

/** True for a spell that somebody else told who has opted out. */
export function isTakenBack({ owner }: Spell, person: string, { canonical, isOptedOut }: Tellers): boolean {
  if (owner === undefined) return false;
  const teller = canonical(owner);
  return teller !== canonical(person) && isOptedOut(teller);
}

/** True for somebody of whom an owner told a spell: he is known by more than his ties. */
export function isToldOf(person: Person | undefined): boolean {
  return person?.spells?.some(({ owner }) => owner !== undefined) === true;
}

/** A person without those spells for which `isOut` holds; himself where it holds for none. */
export function withoutSpells(person: Person, isOut: (spell: Spell) => boolean): Person {
  const { spells, ...rest } = person;
  if (spells?.some(isOut) !== true) return person;
  const left = spells.filter((spell) => !isOut(spell));
  return withSpells(rest, left.length === 0 ? undefined : left);
}

/** A person with these spells in place of his, at the place where every record holds them. */
export function withSpells(person: Person, spells: readonly Spell[] | undefined): Person {
  const { spells: _, tags, ...rest } = person;
  return { ...rest, ...(spells && { spells }), ...(tags && { tags }) };
}

/**
 * All spells of both lists. Commutative, associative and idempotent: lists that are the same stay as they are; else those
 * without an owner are joined among themselves, so that no owner's word changes their order, and those told follow in
 * code-unit order.
 */
export function mergeSpells(
  a: readonly Spell[] | undefined,
  b: readonly Spell[] | undefined,
): readonly Spell[] | undefined {
  if (a === undefined || b === undefined || areSame(a, b)) return a ?? b;
  const [own, others] = [ownOf(a), ownOf(b)];
  const joined = own.length === 0 ? others : others.length === 0 || areSame(own, others) ? own : undefined;
  return [...(joined ?? each([...own, ...others])), ...each([...toldOf(a), ...toldOf(b)])];
}

function ownOf(spells: readonly Spell[]): readonly Spell[] {
  return spells.filter(({ owner }) => owner === undefined);
}

function toldOf(spells: readonly Spell[]): readonly Spell[] {
  return spells.filter(({ owner }) => owner !== undefined);
}

/** Each different one once, in code-unit order. */
function each(spells: readonly Spell[]): Spell[] {
  const byKey = new Map(spells.map((spell) => [spellKey(spell), spell]));
  return [...byKey].sort(([x], [y]) => compareCodeUnits(x, y)).map(([, spell]) => spell);
}

function areSame(a: readonly Spell[], b: readonly Spell[]): boolean {
  return a.length === b.length && a.every((spell, i) => spellKey(spell) === spellKey(b[i] as Spell));
}

function spellKey({ organization, kind, from, to, title, owner }: Spell): string {
  return JSON.stringify([organization, kind, from, to, title, owner]);
}
