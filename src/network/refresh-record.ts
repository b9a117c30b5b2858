import type { Person, Spell, Tag } from "../people/index.js";
import { sameCompany } from "../people/index.js";
import { mergePerson } from "./merge-person.js";
import {
  joinRecord,
  type KeptPerson,
  type PersonRecord,
  personOfRecords,
  reachKeyOf,
  recordsOfPerson,
} from "./person-records.js";
import { mergeSourced, withItems } from "./provenance.js";

/**
 * A record in place of what the same owner, with the same reach, told of the person before. Its texts and addresses
 * replace theirs, a tag that of its code. An employer that it no longer names becomes one of before. What it does not tell stays.
 */
export function refreshRecord(known: KeptPerson | undefined, record: PersonRecord): KeptPerson {
  const all = known === undefined ? [] : recordsOfPerson(known);
  const before = all.find((one) => reachKeyOf(one) === reachKeyOf(record));
  if (before === undefined || record.owner === undefined) return joinRecord(known, record);
  const person = refreshed(before.person, record.person, record.owner);
  return personOfRecords([...all.filter((one) => one !== before), { ...record, person }]) as KeptPerson;
}

function refreshed(before: Person, now: Person, owner: string): Person {
  const codes = new Set(now.tags?.map(({ code }) => code));
  const tags: readonly Tag[] = (before.tags ?? []).filter(({ code }) => !codes.has(code));
  const files = new Set(now.sources?.map(({ file }) => file));
  const sources = [...(before.sources ?? []).filter(({ file }) => !files.has(file)), ...(now.sources ?? [])];
  const left = formerEmployer(before, now, owner);
  const spells = mergeSourced([...(before.spells ?? []), ...left], now.spells ?? []);
  const allTags = [...tags, ...(now.tags ?? [])];
  const { kind: _, ...rest } = before;
  const told = withItems(
    // Whoever is told to have a name anew is what that name is of.
    { ...(now.name === undefined ? before : rest), ...now },
    spells?.length === 0 ? undefined : spells,
    allTags.length === 0 ? undefined : allTags,
  );
  // Joined to nothing, it has its fields in the order that every record has.
  return mergePerson({ id: now.id }, { ...told, ...(sources.length > 0 && { sources }) });
}

/** The company that somebody is no longer told to be at. */
function formerEmployer({ company, title }: Person, now: Person, owner: string): readonly Spell[] {
  if (company === undefined || now.company === undefined || sameCompany(company, now.company)) return [];
  return [{ kind: "work", organization: company, ...(title !== undefined && { title }), past: true, owner }];
}
