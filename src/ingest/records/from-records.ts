import { type Issue, isoDay, utcDay, WarmpathError } from "../../base/index.js";
import type { InteractionRecord, Person, Tag } from "../../people/index.js";
import { withSides } from "../crm/crm-table.js";
import { type CustomerHistory, tagsOf } from "../crm/crm-tags.js";
import { managerTies } from "../crm/salesforce-managers.js";
import type { Import, ReadLimits } from "../import.js";
import { Occasions, withSpells } from "../occasions.js";
import { sourceOf } from "../owned-rows.js";
import { checkReaderOptions } from "../owner.js";
import type { IdOf } from "../reader-id.js";
import { checkLimits } from "../table/limits.js";
import { readActivities } from "./record-activities.js";
import { personId, type RecordContact, readRecordCompanies, readRecordContacts } from "./record-contacts.js";
import { readDeals } from "./record-deals.js";
import { keyOf } from "./record-identity.js";
import { readLinks } from "./record-links.js";
import { forEachRecord, type GivenRecord, type RecordsInput } from "./record-lists.js";
import type { LastContact, RecordFormat } from "./record-shape.js";
import { dateOf, RecordTable } from "./record-table.js";

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
  /** Who is known already, such as the network: deals and activities of contacts that do not come again find them there. */
  readonly known?: { readonly has: (id: string) => boolean };
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
  /** Ids of those whose records the system no longer has: the network takes back what the owner told of them. */
  readonly deleted: readonly string[];
}

/**
 * Takes in records as the APIs of HubSpot, Salesforce, Pipedrive, Twenty and Attio give them, or plain objects of one's own. They come in lists by their kind
 * (`{ contacts, companies, deals, activities, associations }`, or its own names), as pages, or as JSON text.
 * One list will do where each record tells its kind. An id is made of the system and the record's own id. So the same record again updates
 * its person. A record that is marked deleted (`archived`, `IsDeleted`, `deletedAt`, …) is skipped and named in `deleted`.
 * Contacts are counted in `report`, the rest in `sides`. `issue.row` is the record's place among all that were given, from 1.
 * Tags come of deals, stages and types as in `readHubSpotContacts`, interactions as in `readSalesforceContacts`.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID` as `readLinkedInConnections` does, `FORMAT_UNKNOWN` for text that is no JSON.
 * @example
 * fromRecords({ contacts: [{ id: "7", name: "Ben Ito", company: "Acme" }] }, { owner: { id: "me" } });
 */
export function fromRecords(records: RecordsInput, options: RecordsOptions): RecordsImport {
  const owner = checkReaderOptions(options, "format", "known", "userId", "now");
  checkOptions(options);
  const issues: Issue[] = [];
  const { contacts: given, sides, format } = gather(records, options, issues);
  const links = readLinks(sides.associations);
  const context = {
    owner,
    idOf: options.idOf,
    file: options.file ?? format,
    maxFieldLength: checkLimits(options).maxFieldLength,
    companies: readRecordCompanies(sides.companies),
    companiesOf: links.companiesOfContact,
  };
  const { read, contacts, lines, deleted } = readRecordContacts(given, context, issues);
  const people = new Map(
    contacts.flatMap(({ key, person }) => (key === "" ? [] : [[key, person.id] as const])),
  );
  const known = new Map<string, string>();
  const personOf = (key: string): string | undefined => {
    const here = people.get(key) ?? known.get(key);
    if (here !== undefined || key === "" || options.known === undefined) return here;
    const id = personId(format, key, 0, options.idOf);
    if (deleted.has(id) || !options.known.has(id)) return undefined;
    known.set(key, id);
    return id;
  };
  const deals = readDeals(sides.deals, links.contactsOfDeal, personOf);
  const occasions = new Occasions(owner.id);
  const activities = readActivities(
    sides.activities,
    links.contactsOfActivity,
    {
      personOf,
      owner: owner.id,
      user: keyOf(options.userId ?? ""),
      today: options.now === undefined ? undefined : isoDay(utcDay(options.now)),
    },
    occasions,
  );
  const spells = occasions.spells();
  const tagged = (person: Person, history: CustomerHistory): Person => {
    const tags = tagsOf(history).map((tag): Tag => ({ ...tag, owner: owner.id }));
    return withSpells(tags.length === 0 ? person : { ...person, tags }, spells.get(person.id));
  };
  const sources = [sourceOf(owner, context.file)];
  const whole: Import = {
    ...read,
    people: [
      withSpells(owner, spells.get(owner.id)),
      ...contacts.map(({ key, person, roles, since }) =>
        tagged(person, { deals: deals.get(key), roles, since }),
      ),
      // Of whom only a deal or an activity comes again: what else is known of them stays.
      ...[...known].map(([key, id]) => tagged({ id, sources }, { deals: deals.get(key), roles: [] })),
    ],
    ties: [...read.ties, ...managerTies(lines, people, owner.id, issues)],
    interactions: [...lastContacts(contacts, owner.id), ...activities],
    issues: [],
  };
  const tables = Object.values(sides).filter((table) => table.given.length > 0);
  return {
    ...withSides(whole, issues, tables),
    owner: owner.id,
    refresh: true,
    deleted: [...deleted].sort(),
  };
}

interface Gathered {
  readonly contacts: readonly GivenRecord[];
  readonly sides: Readonly<
    Record<"companies" | "deals" | "activities" | "associations" | "others", RecordTable>
  >;
  readonly format: RecordFormat;
}

/** Records by their kind, as many as the limit allows. */
function gather(records: RecordsInput, options: RecordsOptions, issues: Issue[]): Gathered {
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
  forEachRecord(records, options.format, (given) => {
    if (given.place > maxRows) isFull = true;
    else if (given.kind === "contacts") contacts.push(given);
    else sides[given.kind ?? "others"].given.push(given);
    format = given.shape.format;
    return !isFull;
  });
  for (const { place, isUnreadable } of sides.others.given) {
    if (isUnreadable) sides.others.skip(place, "RECORD_UNREADABLE", "it is no object.", "warning");
    else sides.others.skip(place, "RECORD_NOT_USED", "records of this kind are not read.");
  }
  if (isFull) {
    const message = `Only the first ${maxRows} records were read.`;
    issues.push({ code: "ROW_LIMIT", severity: "error", message, row: maxRows });
  }
  return { contacts, sides, format: format ?? "generic" };
}

/** The days on which contacts' own records say that the owner and they last wrote or met. */
function lastContacts(contacts: readonly RecordContact[], from: string): InteractionRecord[] {
  return contacts.flatMap(({ one, person }) =>
    LAST_CONTACTS.flatMap(([field, direction, kind]): InteractionRecord[] => {
      const at = dateOf(one.cell(field))?.instant;
      return at === undefined ? [] : [{ from, to: person.id, at, direction, kind }];
    }),
  );
}

function checkOptions({ known, format, userId }: RecordsOptions): void {
  const fault = (what: string, expected: string): never => {
    throw new WarmpathError("INVALID_ARGUMENT", `${what} is to be ${expected}`, { what });
  };
  if (known !== undefined && typeof known?.has !== "function")
    fault("known", "something with a method `has`");
  if (format !== undefined && !FORMATS.includes(format)) fault("format", `one of ${FORMATS.join(", ")}`);
  if (userId !== undefined && typeof userId !== "string") fault("userId", "a text");
}

const FORMATS: readonly RecordFormat[] = ["hubspot", "salesforce", "pipedrive", "twenty", "attio", "generic"];
const LAST_CONTACTS: readonly (readonly [
  LastContact,
  InteractionRecord["direction"],
  InteractionRecord["kind"],
])[] = [
  ["mailOut", "out", "message"],
  ["mailIn", "in", "message"],
  ["mail", "both", "message"],
  ["meeting", "both", "meeting"],
];
