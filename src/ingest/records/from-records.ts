import { type Issue, isoDay, madeOf, unfit, utcDay, withCallersOwn } from "../../base/index.js";
import type { MergedPair, Person, Tag } from "../../people/index.js";
import { withSides } from "../crm/crm-table.js";
import { tagsOf } from "../crm/crm-tags.js";
import type { Import, ReadLimits } from "../import.js";
import { withSpells } from "../occasions.js";
import { sourceOf } from "../owned-rows.js";
import { checkReaderOptions } from "../owner.js";
import type { IdOf } from "../reader-id.js";
import { checkLimits } from "../table/limits.js";
import { takeActivities } from "./record-activities.js";
import { type KeptRecords, RecordBook } from "./record-book.js";
import { personId, type RecordContact, readRecordContacts, takeCompanies } from "./record-contacts.js";
import { takeDeals } from "./record-deals.js";
import { OF_UNKNOWN_KIND } from "./record-events.js";
import { type ContactFacts, factsOf } from "./record-facts.js";
import { keyOf } from "./record-identity.js";
import { takeLinks } from "./record-links.js";
import { forEachRecord, type GivenRecord, type RecordsInput } from "./record-lists.js";
import { keyIn, TO_FETCH, takeMerges, withKind } from "./record-parts.js";
import type { RecordFormat, RecordKind } from "./record-shape.js";
import { RecordTable } from "./record-table.js";

/** How to take in a CRM's records. */
export interface RecordsOptions extends Pick<ReadLimits, "maxRows" | "maxFieldLength"> {
  /** Whose contacts these are; each makes a tie of theirs, and all is told by them. */
  readonly owner: Person;
  /** Ids of the caller's own. @defaultValue ids made of the system's name and the record's own id, which hold no name */
  readonly idOf?: IdOf;
  /** Name under which people keep where they came from. @defaultValue the name of the system */
  readonly file?: string;
  /** Which system's JSON it is; to be given where records say no more than that they are deleted. @defaultValue what the first telling record shows */
  readonly format?: RecordFormat;
  /** `kept` of the call before: what its records told is known, so deals, activities and companies find their contacts, and may change or go. @defaultValue these are all records */
  readonly before?: KeptRecords;
  /** Id of the system's user who the owner is: activities of others are not theirs. @defaultValue the only user of the records */
  readonly userId?: string;
  /** Activities of a later day have not happened. @defaultValue all have */
  readonly now?: Date | string;
}

/** What came of records, ready for `network.import`: people come in place of what the same owner's records told of them before. */
export interface RecordsImport extends Import {
  /** Who told it all. */
  readonly owner: string;
  readonly refresh: true;
  /** Ids of those whose records the system no longer has: the network takes back what these records told. */
  readonly deleted: readonly string[];
  /** People whose records the system has merged: the network makes one of two. */
  readonly mergedPeople: readonly MergedPair[];
  /** Fields that records tell to be empty (null, "" or an empty list), by people: what these records told there before goes. A field that a record does not have stays. */
  readonly emptied: readonly { readonly id: string; readonly fields: readonly (keyof Person)[] }[];
  /** Records that events name without telling them whole: fetch each from its system, and read it. By the system's own ids; no kind where the event tells none. */
  readonly toFetch: readonly { readonly kind?: RecordKind; readonly id: string }[];
  /** What all records told so far, for the option `before` of the next call. */
  readonly kept: KeptRecords;
}

/**
 * Takes in records as the APIs of HubSpot, Salesforce, Pipedrive, Twenty and Attio give them, or plain objects of one's own. They come in lists by their kind
 * (`{ contacts, companies, deals, activities, associations }`, or its own names), as pages, or as one record. A webhook's events will do too, and JSON text of any of these.
 * One list will do where each record tells its kind. An id is made of the system and the record's own id. So the same record again updates
 * its person. A record that is marked deleted (`archived`, `IsDeleted`, `deletedAt`, …) is skipped and named in `deleted`.
 * With `before` records may come in pages and in any order: the network is in the end as if all had come at once. Without it these are all that
 * there are, and what earlier records of these contacts told beside them goes.
 * An event with a whole record is that record; one of some fields changes the record that `before` holds. Any other is named in `toFetch`.
 * Contacts are counted in `report`, the rest in `sides`. `issue.row` is the record's place among all that were given, from 1.
 * Tags come of deals, stages and types as in `readHubSpotContacts`, interactions as in `readSalesforceContacts`.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID` as `readLinkedInConnections` does, `FORMAT_UNKNOWN` for text that is no JSON, `INVALID_SNAPSHOT`,
 * `SNAPSHOT_NEWER` for a `before` that no call gave.
 * @example
 * fromRecords({ contacts: [{ id: "7", name: "Ben Ito", company: "Acme" }] }, { owner: { id: "me" } });
 */
export function fromRecords(records: RecordsInput, options: RecordsOptions): RecordsImport {
  return madeOf("records", () => importOf(records, withCallersOwn(options, "idOf")));
}

function importOf(records: RecordsInput, options: RecordsOptions): RecordsImport {
  const owner = checkReaderOptions(options, "format", "before", "userId", "now");
  checkOptions(options);
  const { userId = "", before, now } = options;
  const book = new RecordBook(before);
  const user = keyOf(userId);
  const { ofContact: was } = factsOf(book, owner.id, user);
  const issues: Issue[] = [];
  const { contacts: given, sides, format } = gather(records, { ...options, ...formatOf(book) }, book, issues);
  const { idOf } = options;
  const everything = [...given, ...Object.values(sides).flatMap((table) => table.given)];
  takeMerges(everything, book, (key, { shape, index }) => personId(shape.format, key, index, idOf));
  takeLinks(sides.associations, book);
  takeCompanies(sides.companies, book);
  const { maxFieldLength } = checkLimits(options);
  const file = options.file ?? format;
  const context = { owner, idOf, file, maxFieldLength, book };
  const { read, contacts, deleted } = readRecordContacts(given, context, issues);
  takeDeals(sides.deals, book);
  const today = now === undefined ? undefined : isoDay(utcDay(now));
  takeActivities(sides.activities, book, { user, today });

  const came = new Map(contacts.map(({ key, row }) => [key, row]));
  const told = factsOf(book, owner.id, user, came);
  for (const issue of told.issues) issues.push(issue);
  // A page has no rows to go back to: the same records are the same in whichever page they come.
  const sources = [sourceOf(owner, file)];
  const alone = contacts.map(({ key, person, told: own }) => {
    const facts = told.ofContact.get(key) ?? factsAlone(person.id, own, owner.id);
    return { facts, person: withFacts({ ...person, sources }, facts) };
  });
  // Of whom only a deal, an activity or a company comes: what else is known of them stays.
  const others = [...told.ofContact].flatMap(([key, facts]) => {
    if (came.has(key) || JSON.stringify(facts) === JSON.stringify(was.get(key))) return [];
    const { id, company } = facts;
    return [{ facts, person: withFacts({ id, ...(company !== "" && { company }), sources }, facts) }];
  });
  const all = [...alone, ...others];
  const whole: Import = {
    ...read,
    people: [withSpells(owner, told.ownSpells), ...all.map(({ person }) => person)],
    ties: [
      ...read.ties,
      ...others.map(({ person }) => ({ from: owner.id, to: person.id, evidence: {} })),
      ...all.flatMap(({ facts }) => facts.ties),
    ],
    interactions: all.flatMap(({ facts }) => facts.interactions),
    issues: [],
  };
  const mergedPeople = book.takeMerged();
  for (const { gone } of mergedPeople) deleted.add(gone);
  const tables = Object.values(sides).filter((table) => table.given.length > 0);
  const accounted = withSides(whole, issues, tables);
  return {
    ...accounted,
    owner: owner.id,
    refresh: true,
    deleted: [...deleted].sort(),
    emptied: contacts.flatMap(({ person: { id }, emptied: fields }) =>
      fields.length === 0 ? [] : [{ id, fields }],
    ),
    mergedPeople,
    toFetch: toFetch(everything, accounted.issues, book),
    kept: book.kept(format),
  };
}

/** Each once, by the issues that say so. */
function toFetch(
  given: readonly GivenRecord[],
  issues: readonly Issue[],
  book: RecordBook,
): RecordsImport["toFetch"] {
  const rows = new Set(issues.flatMap(({ code, row }) => (code === "RECORD_TO_FETCH" ? [row] : [])));
  const named = given.flatMap((one) => {
    const id = keyIn(one, book);
    return rows.has(one.index) && id !== "" ? [{ ...(one.kind && { kind: one.kind }), id }] : [];
  });
  return [...new Map(named.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}

/** What the record of a contact without an id tells by itself. */
function factsAlone(id: string, { roles, since, seen }: RecordContact["told"], owner: string): ContactFacts {
  const tags = tagsOf({ roles, since }).map((tag): Tag => ({ ...tag, owner }));
  const interactions = seen.map((one) => ({ ...one, from: owner, to: id }));
  return { id, company: "", tags, spells: [], interactions, ties: [] };
}

function withFacts(person: Person, { tags, spells }: ContactFacts): Person {
  return withSpells(tags.length === 0 ? person : { ...person, tags }, spells);
}

/** All records of a book are of one system. */
function formatOf({ system }: RecordBook): { readonly format?: RecordFormat } {
  return system === undefined ? {} : { format: system };
}

interface Gathered {
  readonly contacts: readonly GivenRecord[];
  readonly sides: Readonly<
    Record<"companies" | "deals" | "activities" | "associations" | "others", RecordTable>
  >;
  readonly format: RecordFormat;
}

/** Records by their kind, as many as the limit allows. */
function gather(records: RecordsInput, options: RecordsOptions, book: RecordBook, issues: Issue[]): Gathered {
  const { maxRows } = checkLimits(options);
  const contacts: GivenRecord[] = [];
  const sides: Gathered["sides"] = {
    companies: new RecordTable("companies"),
    deals: new RecordTable("deals"),
    activities: new RecordTable("activities"),
    associations: new RecordTable("associations"),
    others: new RecordTable("others"),
  };
  let isFull = false;
  let format: RecordFormat | undefined;
  forEachRecord(records, options.format, (one) => {
    const given = withKind(one, book);
    if (given.index > maxRows) isFull = true;
    else if (given.kind === "contacts") contacts.push(given);
    else sides[given.kind ?? "others"].given.push(given);
    format = given.shape.format;
    return !isFull;
  });
  for (const list of [contacts, ...Object.values(sides).map((side) => side.given)]) inTime(list);
  for (const { index, isUnreadable, list, tells } of sides.others.given) {
    if (list === OF_UNKNOWN_KIND && tells !== "all") sides.others.skip(index, ...TO_FETCH);
    else if (isUnreadable) sides.others.skip(index, "RECORD_UNREADABLE", "it is no object.", "warning");
    else sides.others.skip(index, "RECORD_NOT_USED", "records of this kind are not read.");
  }
  if (isFull) {
    const message = `Only the first ${maxRows} records were read.`;
    issues.push({ code: "ROW_LIMIT", severity: "error", message, row: maxRows });
  }
  return { contacts, sides, format: format ?? "generic" };
}

/** Events are sent in no order: where all tell when they happened, the later one comes later. */
function inTime(list: GivenRecord[]): void {
  if (list.every(({ at }) => at !== undefined)) list.sort((a, b) => (a.at as number) - (b.at as number));
}

function checkOptions({ before, format, userId }: RecordsOptions): void {
  const fault = (what: string, expected: string): never => {
    throw unfit(what, expected);
  };
  if (format !== undefined && !FORMATS.includes(format)) fault("format", `one of ${FORMATS.join(", ")}`);
  if (format !== undefined && before !== undefined && before?.system !== format)
    fault("format", "that of the records before");
  if (userId !== undefined && typeof userId !== "string") fault("userId", "a text");
}

const FORMATS: readonly RecordFormat[] = ["hubspot", "salesforce", "pipedrive", "twenty", "attio", "generic"];
