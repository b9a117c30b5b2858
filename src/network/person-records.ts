import { compareCodeUnits, inHalves } from "../base/index.js";
import {
  type Person,
  type Source,
  type Spell,
  sameCompany,
  TEXT_FIELDS,
  type Visibility,
} from "../people/index.js";
import { type InView, strongestView, viewOfOld } from "./in-view.js";
import { keptSources, mergePerson } from "./merge-person.js";
import type { PeopleGraph } from "./people-graph.js";
import {
  isPrivate,
  keepSourced,
  mergeSourced,
  type Tellers,
  withItems,
  withoutItems,
  withoutSources,
} from "./provenance.js";

/** What one source told of a person, and who may hear it. */
export interface PersonRecord {
  readonly person: Person;
  readonly visibility: Visibility;
  /** Whose records told it. Absent: nobody in particular; such a record that is not shared is for nobody but the keeper. */
  readonly owner?: string;
  /** Which of their records, where that one may come again or go. Absent: none in particular. */
  readonly source?: string;
  /** Whether it brings the person into everybody's view. Absent: it does not. */
  readonly inView?: InView;
}

/** A person with all that is known of them; without `records` everybody may hear all of it, and nobody in particular told it. */
export interface KeptPerson {
  readonly person: Person;
  /** Where there are no records. */
  readonly inView?: InView | undefined;
  /** Each teller's records of one reach and source as one, in code-unit order of these. */
  readonly records?: readonly PersonRecord[];
}

/** All records of a person. */
export function recordsOfPerson(kept: KeptPerson): readonly PersonRecord[] {
  const { person, records, inView } = kept;
  return records ?? [viewed({ person, visibility: "shared" }, inView)];
}

/** The person that some records make, `undefined` where there are none. */
export function personOfRecords(records: readonly PersonRecord[]): KeptPerson | undefined {
  const alike: PersonRecord[][] = [];
  for (const told of inOrder(records)) {
    const known = alike.at(-1);
    if (known && isOfOneReach(known[0]!, told)) known.push(told);
    else alike.push([told]);
  }
  const all = alike.map((some) => inHalves(some, joinedRecord));
  const [first] = all;
  if (first === undefined) return undefined;
  if (all.length === 1 && isCommon(first)) {
    const { person, inView } = first;
    return inView === undefined ? { person } : { person, inView };
  }
  return { person: joined(all) as Person, records: all };
}

/** Records in code-unit order of their keys, what people tell of themselves for everybody. */
function inOrder(records: readonly PersonRecord[]): readonly PersonRecord[] {
  const told = records.map((record) =>
    record.owner === record.person.id ? viewed(toldOfSelf(record.person), record.inView) : record,
  );
  // Most are of one teller and reach: to write and compare keys takes longer than all else here.
  if (told.every((record) => isOfOneReach(record, told[0]!))) return told;
  const keyed = told.map((record) => [reachKeyOf(record), record] as const);
  return keyed.sort(([a], [b]) => compareCodeUnits(a, b)).map(([, record]) => record);
}

/** True for records of one key. */
function isOfOneReach(a: PersonRecord, b: PersonRecord): boolean {
  return a.owner === b.owner && a.visibility === b.visibility && a.source === b.source;
}

/** Two records of one teller, reach and source as one. */
function joinedRecord(known: PersonRecord, record: PersonRecord): PersonRecord {
  const isNews = known.person !== record.person;
  const joined = isNews ? { ...record, person: mergePerson(known.person, record.person) } : record;
  return viewed(joined, known.inView);
}

/** A record that brings its person into view at least so. */
export function viewed(record: PersonRecord, inView: InView | undefined): PersonRecord {
  const strongest = strongestView(record.inView, inView);
  return strongest === record.inView ? record : { ...record, inView: strongest as InView };
}

/** What people tell of themselves is everybody's, but for their private tags. */
export function toldOfSelf(person: Person): PersonRecord {
  const { id, spells, tags } = person;
  const isOpen = tags?.some((tag) => tag.owner === undefined && isPrivate(tag)) !== true;
  if (isOpen) return { person, visibility: "shared" };
  const own = tags.map((tag) => (isPrivate(tag) ? { ...tag, owner: tag.owner ?? id } : tag));
  return { person: withItems(person, spells, mergeSourced(own, [])), visibility: "shared" };
}

/** What some records tell together, `undefined` where there are none. */
export function joined(records: readonly PersonRecord[]): Person | undefined {
  // Many tell the same.
  const [first] = records;
  if (records.every(({ person }) => person === first?.person)) return first?.person;
  const mayOutdo = records.some(({ source }) => source !== undefined);
  const told = records.map((record) => (mayOutdo ? outdone(record, records) : record.person));
  return inHalves([...new Set(told)], mergePerson);
}

/** What a record tells where the same owner's record of a system, which comes again, tells the same texts anew. */
function outdone(record: PersonRecord, all: readonly PersonRecord[]): Person {
  const { owner, source, person } = record;
  if (owner === undefined || source !== undefined) return person;
  const newer = all.filter((one) => one.owner === owner && one.source !== undefined);
  return newer.reduce((told, { person: now }) => withoutToldAnew(told, now, owner), person);
}

function withoutToldAnew(before: Person, now: Person, owner: string): Person {
  const left = Object.entries(before).filter(
    ([key]) => !(TEXT_FIELDS as readonly string[]).includes(key) || now[key as "name"] === undefined,
  );
  const spells = mergeSourced(before.spells, formerEmployer(before, now, owner));
  return { ...(Object.fromEntries(left) as unknown as Person), ...(spells?.length && { spells }) };
}

/** The company that somebody is no longer told to be at: at another one now, or told to be at none. */
export function formerEmployer(
  { company, title }: Person,
  now: Person,
  owner: string,
  isAtNone = false,
): readonly Spell[] {
  if (company === undefined || (now.company === undefined && !isAtNone)) return [];
  if (now.company !== undefined && sameCompany(company, now.company)) return [];
  return [{ kind: "work", organization: company, ...(title !== undefined && { title }), past: true, owner }];
}

/** What is known of a person, if anything, with more records. */
export function withRecords(known: KeptPerson | undefined, more: readonly PersonRecord[]): KeptPerson {
  return personOfRecords(known === undefined ? more : [...recordsOfPerson(known), ...more]) as KeptPerson;
}

/** What nobody in particular told and everybody may hear. */
export function commonOf(kept: KeptPerson | undefined): Person | undefined {
  return kept && recordsOfPerson(kept).find(isCommon)?.person;
}

/** The same with another common record, which brings them into view at least so. */
export function withCommon(
  known: KeptPerson | undefined,
  person: Person,
  inView: InView | undefined,
): KeptPerson {
  const all = known === undefined ? [] : recordsOfPerson(known);
  const others = all.filter((record) => !isCommon(record));
  const common = viewed({ person, visibility: "shared" }, all.find(isCommon)?.inView);
  return personOfRecords([...others, viewed(common, inView)]) as KeptPerson;
}

/** Puts those in view who are so in a state that does not store it. */
export function putOldInView(graph: PeopleGraph): void {
  for (const id of graph.ids()) {
    if (graph.degree(id) > 0) continue;
    const kept = graph.kept(id) as KeptPerson;
    const records = recordsOfPerson(kept).map((record) =>
      viewed(
        record,
        viewOfOld(record, kept, () => false),
      ),
    );
    graph.setPerson(personOfRecords(records) as KeptPerson);
  }
}

/** The same where whom somebody added by hand their ties alone show from now on; itself where that is nothing new. */
export function shownByTies(kept: KeptPerson): KeptPerson {
  const records = recordsOfPerson(kept);
  const left = records.map((record) => (record.inView === "added" ? viewed(record, "tied") : record));
  return left.every((record, i) => record === records[i]) ? kept : (personOfRecords(left) as KeptPerson);
}

/**
 * The same without what some owners told of somebody else, or without some of their records alone. It is itself where that was nothing, and
 * with no more than the id where it was all.
 */
export function withoutTellers(
  kept: KeptPerson,
  owners: ReadonlySet<string>,
  sources?: ReadonlySet<string>,
): KeptPerson {
  const { id } = kept.person;
  const isTold = ({ owner }: { readonly owner?: string }): boolean =>
    sources === undefined && owner !== id && isOfOwners(owner, owners);
  const all = recordsOfPerson(kept);
  const left = all
    .filter((record) => record.owner === id || !isOfSources(record, owners, sources))
    .map((record) => ({
      ...record,
      person: withoutSources(withoutItems(record.person, isTold), isTold),
    }));
  if (left.length === all.length && left.every(({ person }, i) => person === all[i]?.person)) return kept;
  return personOfRecords(left) ?? { person: { id }, records: [{ person: { id }, visibility: "private" }] };
}

/** The same without texts that name somebody else: titles, places, names of files, schools and events, and tags that rest on such words. */
export function withoutTexts(kept: KeptPerson, isNaming: (text: string) => boolean): KeptPerson {
  const all = recordsOfPerson(kept);
  const left = all.map((record) => ({ ...record, person: personWithoutTexts(record.person, isNaming) }));
  return left.every(({ person }, i) => person === all[i]?.person)
    ? kept
    : (personOfRecords(left) as KeptPerson);
}

function personWithoutTexts(person: Person, isNaming: (text: string) => boolean): Person {
  const holds = (text: string | undefined): boolean => text !== undefined && isNaming(text);
  const told = withoutItems(person, (item) =>
    "code" in item
      ? holds(item.code) || holds(item.evidence)
      : holds(item.title) || (item.kind !== "work" && holds(item.organization)),
  );
  const { title, location, sources = [], ...rest } = told;
  if (told === person && ![title, location, ...sources.map(({ file }) => file)].some(holds)) return person;
  const files = sources.map((source): Source => {
    const { file, ...rest } = source;
    return holds(file) ? rest : source;
  });
  const left = {
    ...rest,
    ...(title && !holds(title) && { title }),
    ...(location && !holds(location) && { location }),
    ...(files.length > 0 && { sources: files }),
  };
  // Joined to itself, it has its fields in the order that every record has, and each file once.
  return mergePerson(left, left);
}

/** True for what some owners told, or of some of their records alone. */
export function isOfSources(
  told: { readonly owner?: string; readonly source?: string },
  owners: ReadonlySet<string>,
  sources: ReadonlySet<string> | undefined,
): boolean {
  return isOfOwners(told.owner, owners) && (sources === undefined || sources.has(told.source ?? ""));
}

function isOfOwners(owner: string | undefined, owners: ReadonlySet<string>): boolean {
  return owner !== undefined && owners.has(owner);
}

/** The same under the present ids of its tellers. */
export function retoldPerson(kept: KeptPerson, tellers: Tellers): KeptPerson {
  const records = recordsOfPerson(kept).map(({ owner, person, visibility, source, inView }): PersonRecord => {
    const { id, spells, tags } = person;
    const told = [
      spells && keepSourced(spells, id, tellers),
      tags && keepSourced(tags, id, tellers),
    ] as const;
    const sources = keptSources(person.sources, tellers);
    return {
      person: { ...withItems(person, ...told), ...(sources && { sources }) },
      visibility,
      ...(owner === undefined ? {} : { owner: tellers.canonical(owner) }),
      ...(source === undefined ? {} : { source }),
      ...(inView === undefined ? {} : { inView }),
    };
  });
  return personOfRecords(records) as KeptPerson;
}

/** True for what nobody in particular told and everybody may hear. */
function isCommon({ owner, visibility }: PersonRecord): boolean {
  return owner === undefined && visibility === "shared";
}

/** The same for all records of one teller, one reach and one source. */
export function reachKeyOf({ owner, visibility, source }: Omit<PersonRecord, "person">): string {
  return JSON.stringify([owner ?? null, visibility, ...(source === undefined ? [] : [source])]);
}
