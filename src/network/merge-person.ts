import { compareCodeUnits } from "../base/index.js";
import { nameKind, type Person, richerText, type Source, TEXT_FIELDS } from "../people/index.js";
import { mergeEmployers } from "./merge-employers.js";
import { keepSourced, mergeSourced, type Tellers } from "./provenance.js";

/**
 * A person in the one form in which the network holds them: known fields only, in one order, lists of their own. What `person`
 * does not give is as in `known`; spells and tags that are not to come in are left out.
 */
export function keepPerson(person: Person, tellers: Tellers, known?: Person): Person {
  const given =
    known === undefined ? person : { ...known, ...only(Object.keys(person) as (keyof Person)[], person) };
  const told = given.spells && keepSourced(given.spells, given.id, tellers);
  // As if joined to a record that tells nothing: bare stays have one order.
  const spells = told && mergeEmployers({ ...given, spells: told }, { id: given.id });
  const tags = given.tags && keepSourced(given.tags, given.id, tellers);
  const kept: { -readonly [Field in keyof Person]: Person[Field] } = { id: given.id };
  for (const field of TEXT_FIELDS) {
    const text = given[field];
    if (text !== undefined) kept[field] = text;
  }
  if (given.emails !== undefined) kept.emails = [...given.emails];
  if (spells !== undefined) kept.spells = spells.map((spell) => only(SPELL_FIELDS, spell));
  if (tags !== undefined) kept.tags = tags.map((tag) => only(TAG_FIELDS, tag));
  const sources = keptSources(given.sources, tellers);
  if (sources !== undefined) kept.sources = sources;
  // What is no person is marked when it comes in, whoever tells of it.
  const kind = (person.name === undefined ? given : person).kind ?? nameKind(given.name);
  if (kind !== "person") kept.kind = kind;
  return kept;
}

/**
 * Two records of one person as one. Commutative, associative and idempotent, so that the order of imports never matters.
 * Of two different texts the longer one stays (it says more), of two equally long ones the later in code-unit order. Of two
 * different lists of addresses one that stands first in either stays first, the earlier in code-unit order of the two. Of two
 * employers the other one stays as a stay ({@link mergeEmployers}).
 */
export function mergePerson(a: Person, b: Person): Person {
  const merged: Record<string, unknown> = { id: a.id };
  for (const field of TEXT_FIELDS) {
    const value = richerText(a[field], b[field]);
    if (value !== undefined) merged[field] = value;
  }
  const emails = mergeEmails(a.emails, b.emails);
  if (emails !== undefined) merged["emails"] = emails;
  const spells = mergeEmployers(a, b);
  if (spells !== undefined) merged["spells"] = spells;
  const tags = mergeSourced(a.tags, b.tags);
  if (tags !== undefined) merged["tags"] = tags;
  const sources = mergeSources(a.sources, b.sources);
  if (sources !== undefined) merged["sources"] = sources;
  // Whoever is a person in one record is one.
  const kinds = [a.kind, b.kind].filter((kind) => kind !== undefined);
  if (kinds.length === 2) merged["kind"] = kinds.includes("organization") ? "organization" : "unknown";
  return merged as unknown as Person;
}

/** Files of owners who have not opted out, each once, in one order; `undefined` where there are none. */
export function keptSources(
  sources: readonly Source[] | undefined,
  { canonical, isOptedOut }: Tellers,
): readonly Source[] | undefined {
  const kept = sources
    ?.map((source) => ({ ...only(SOURCE_FIELDS, source), owner: canonical(source.owner) }))
    .filter(({ owner }) => !isOptedOut(owner));
  return kept === undefined || kept.length === 0 ? undefined : mergeSources(kept, []);
}

function mergeSources(
  a: readonly Source[] | undefined,
  b: readonly Source[] | undefined,
): readonly Source[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length < 2 && b.length === 0) return a;
  const byKey = new Map([...a, ...b].map((one) => [JSON.stringify([one.owner, one.file, one.row]), one]));
  return [...byKey].sort(([x], [y]) => compareCodeUnits(x, y)).map(([, one]) => one);
}

const SPELL_FIELDS = ["kind", "organization", "title", "from", "to", "past", "headcount", "owner"] as const;
const SOURCE_FIELDS = ["owner", "file", "row"] as const;
const TAG_FIELDS = ["code", "evidence", "at", "private", "owner"] as const;

/** Those fields of a record that hold something, in the order of `fields`. */
function only<T>(fields: readonly (keyof T)[], record: T): T {
  const held: Partial<T> = {};
  for (const field of fields) {
    const value = record[field];
    if (value !== undefined) held[field] = value;
  }
  return held as T;
}

/** All addresses of both, first the smaller of the two that were first: whoever is joined in which order, it is one of theirs. */
function mergeEmails(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  const all = union(a, b);
  if (all === a || all === b || all === undefined) return all;
  const [first] = [...(a ?? []).slice(0, 1), ...(b ?? []).slice(0, 1)].sort(compareCodeUnits);
  return [...all.filter((email) => email === first), ...all.filter((email) => email !== first)];
}

/** All different texts of both lists; a list that is the same as the other stays as it is. */
function union(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length === b.length && a.every((text, i) => text === b[i])) return a;
  return [...new Set([...a, ...b])].sort(compareCodeUnits);
}
