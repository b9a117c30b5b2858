import { checkId, checkShape, safeText, unfit } from "../base/index.js";
import { joinName, type Person, type Spell, TEXT_FIELDS } from "../people/index.js";
import { mergePerson } from "./merge-person.js";
import {
  formerEmployer,
  type KeptPerson,
  type PersonRecord,
  personOfRecords,
  reachKeyOf,
  recordsOfPerson,
  viewed,
  withRecords,
} from "./person-records.js";
import { mergeSourced, withItems } from "./provenance.js";

/** Fields of a person that a record tells to be empty, by the record's id; never their name. */
export interface EmptiedFields {
  readonly id: string;
  /** Of texts and `emails`. */
  readonly fields: readonly (keyof Person)[];
}

/** EmptiedFields fields by the ids of records. @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID`. */
export function emptiedFields(
  emptied: readonly EmptiedFields[],
): ReadonlyMap<string, ReadonlySet<keyof Person>> {
  checkShape(emptied, [{ fields: ["text"] }], "emptied");
  if (!emptied.every(({ fields }) => fields.every((field) => FIELDS.has(field))))
    throw unfit("emptied", "of texts or emails");
  return new Map(emptied.map(({ id, fields }) => [checkId(id), new Set(fields)]));
}

const FIELDS: ReadonlySet<keyof Person> = new Set([
  ...TEXT_FIELDS.filter((field) => field !== "name"),
  "emails",
]);

/**
 * A record in place of what the same one, with the same reach, told of the person before. Its texts and addresses replace theirs, and what they do not
 * tell stays, but for what they tell to be empty. Tags, meetings and conversations are those that it tells now. An employer that it no longer names becomes one of before.
 */
export function refreshRecord(
  known: KeptPerson | undefined,
  record: PersonRecord,
  emptied: ReadonlySet<keyof Person> = new Set(),
): KeptPerson {
  const all = known === undefined ? [] : recordsOfPerson(known);
  const before = all.find((one) => reachKeyOf(one) === reachKeyOf(record));
  if (before === undefined || record.owner === undefined) return withRecords(known, [record]);
  const person = refreshed(before.person, record.person, record.owner, emptied);
  const others = all.filter((one) => one !== before);
  return personOfRecords([...others, viewed({ ...record, person }, before.inView)]) as KeptPerson;
}

function refreshed(before: Person, now: Person, owner: string, emptied: ReadonlySet<keyof Person>): Person {
  const isLeft = emptied.has("company");
  const files = new Set(now.sources?.map(({ file }) => file));
  const sources = [...(before.sources ?? []).filter(({ file }) => !files.has(file)), ...(now.sources ?? [])];
  const jobs = (before.spells ?? []).filter(({ kind }) => !OCCASIONS.has(kind));
  const spells = mergeSourced([...jobs, ...formerEmployer(before, now, owner, isLeft)], now.spells ?? []);
  const kept = Object.entries(before).filter(([field]) => !emptied.has(field as keyof Person));
  const { kind, ...rest } = Object.fromEntries(kept) as unknown as Person;
  const items = withItems(
    // Whoever is told to have a name anew is what that name is of.
    { ...rest, ...(now.name === undefined && kind !== undefined && { kind }), ...now },
    spells?.length === 0 ? undefined : spells,
    now.tags,
  );
  const told = { ...items, ...nameIn(before, now, items), ...(sources.length > 0 && { sources }) };
  // Joined to itself, it has its fields in the order that every record has.
  return mergePerson(told, told);
}

/** The whole name, where a record tells anew only a part of it. Of one that is more than its parts these alone change. */
function nameIn(before: Person, now: Person, items: Person): Pick<Person, "name"> {
  if (now.name !== undefined) return {};
  const { name = "" } = before;
  const joined = ({ firstName = "", lastName = "" }: Person): string =>
    joinName(firstName, lastName, safeText);
  const changed = (text: string, part: "firstName" | "lastName"): string =>
    before[part] === undefined ? text : text.replace(before[part], () => items[part] ?? "");
  const whole =
    joined(before) === name ? joined(items) : safeText(changed(changed(name, "lastName"), "firstName"));
  return whole === "" ? {} : { name: whole };
}

const OCCASIONS: ReadonlySet<Spell["kind"]> = new Set(["meeting", "conversation"]);
