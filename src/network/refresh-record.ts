import type { Person, Spell } from "../people/index.js";
import { mergePerson } from "./merge-person.js";
import {
  formerEmployer,
  type KeptPerson,
  type PersonRecord,
  personOfRecords,
  reachKeyOf,
  recordsOfPerson,
  withRecords,
} from "./person-records.js";
import { mergeSourced, withItems } from "./provenance.js";

/**
 * A record in place of what the same one, with the same reach, told of the person before. Its texts and addresses replace theirs, and what they do not
 * tell stays. Tags, meetings and conversations are those that it tells now. An employer that it no longer names becomes one of before.
 */
export function refreshRecord(known: KeptPerson | undefined, record: PersonRecord): KeptPerson {
  const all = known === undefined ? [] : recordsOfPerson(known);
  const before = all.find((one) => reachKeyOf(one) === reachKeyOf(record));
  if (before === undefined || record.owner === undefined) return withRecords(known, [record]);
  const person = refreshed(before.person, record.person, record.owner);
  return personOfRecords([...all.filter((one) => one !== before), { ...record, person }]) as KeptPerson;
}

function refreshed(before: Person, now: Person, owner: string): Person {
  const files = new Set(now.sources?.map(({ file }) => file));
  const sources = [...(before.sources ?? []).filter(({ file }) => !files.has(file)), ...(now.sources ?? [])];
  const jobs = (before.spells ?? []).filter(({ kind }) => !OCCASIONS.has(kind));
  const spells = mergeSourced([...jobs, ...formerEmployer(before, now, owner)], now.spells ?? []);
  const { kind: _, ...rest } = before;
  const told = withItems(
    // Whoever is told to have a name anew is what that name is of.
    { ...(now.name === undefined ? before : rest), ...now },
    spells?.length === 0 ? undefined : spells,
    now.tags,
  );
  // Joined to nothing, it has its fields in the order that every record has.
  return mergePerson({ id: now.id }, { ...told, ...(sources.length > 0 && { sources }) });
}

const OCCASIONS: ReadonlySet<Spell["kind"]> = new Set(["meeting", "conversation"]);
