import type { Issue } from "../../base/index.js";
import { foldCompany, type InteractionRecord, type Person } from "../../people/index.js";
import { industriesOf } from "../crm/crm-industry.js";
import { type ToldRole, toldRoles } from "../crm/crm-tags.js";
import type { Import } from "../import.js";
import { OwnedRows } from "../owned-rows.js";
import { type IdOf, idOfRow } from "../reader-id.js";
import { skipRow } from "../skip-row.js";
import { readContact } from "../table/contact-table.js";
import type { TableRow } from "../table/table-reader.js";
import { isEmptiedAt, rowOf } from "./fields-of.js";
import type { KeptContact, RecordBook } from "./record-book.js";
import { isDeleted, keyOf } from "./record-identity.js";
import { takeOwnLinks } from "./record-links.js";
import type { GivenRecord } from "./record-lists.js";
import { keyIn, toldIn, whyPart, withPart } from "./record-parts.js";
import type { ContactField, LastContact } from "./record-shape.js";
import { dateOf, type RecordTable } from "./record-table.js";

/** A contact who was kept, by the key of their record; empty where it has none. */
export interface RecordContact {
  readonly key: string;
  readonly person: Person;
  readonly row: number;
  readonly told: Omit<KeptContact, "id">;
  /** Fields of the person that the record tells to be empty. */
  readonly emptied: readonly (keyof Person)[];
}

/** All contacts of some records. */
export interface RecordContacts {
  readonly read: Import;
  readonly contacts: readonly RecordContact[];
  /** Ids of those whose records are marked deleted. */
  readonly deleted: Set<string>;
}

/** What contacts' records are read with. */
export interface ContactsContext {
  readonly owner: Person;
  readonly idOf: IdOf | undefined;
  readonly file: string;
  readonly maxFieldLength: number;
  readonly book: RecordBook;
}

/** A person and a tie for each contact's record, taken into the book; of several with one id the last counts. */
export function readRecordContacts(
  given: readonly GivenRecord[],
  context: ContactsContext,
  issues: Issue[],
): RecordContacts {
  const { owner, idOf, file, book } = context;
  for (const one of given) takeOwnLinks(one, "contacts", keyIn(one, book), book);
  const companiesOf = book.linked("contacts", "companies");
  const rows = new OwnedRows(owner, issues, file);
  const kept: Omit<RecordContact, "person">[] = [];
  const deleted = new Set<string>();
  let joined = 0;
  for (const { one, key, others } of latestOf(given, book, issues)) {
    const { index, record, shape } = one;
    const row = rowOf<ContactField>(record, index, shape.contact);
    const before = kept.length;
    if (isDeleted(one)) {
      if (key !== "") deleted.add(book.contacts.get(key)?.id ?? personId(shape.format, key, index, idOf));
      book.contacts.delete(key);
      const message = "Record skipped: it was deleted.";
      issues.push({ code: "ROW_DELETED", severity: "info", message, row: index });
    } else if (
      CONTACT_TEXTS.some((field) => row.cells(field).some(({ length }) => length > context.maxFieldLength))
    )
      skipRow(issues, index, "FIELD_TOO_LONG", "Record skipped: a text is longer than allowed.");
    else keep(row, key, one);
    if (kept.length > before) joined += others.length;
    else for (const other of others) skipRow(issues, other, ...REPEATED);
  }
  const read = rows.toImport(given.length);
  // The owner comes first.
  const contacts = kept.map((one, at) => ({ ...one, person: read.people[at + 1] as Person }));
  for (const { key, person, told } of contacts)
    if (key !== "") book.contacts.set(key, { id: person.id, ...told });
  const { rowsRead, rowsKept, rowsSkipped } = read.report;
  const report = { rowsRead, rowsKept: rowsKept + joined, rowsSkipped: rowsSkipped - joined };
  return { read: { ...read, report }, contacts, deleted };

  function keep(row: TableRow<ContactField>, key: string, given: GivenRecord): void {
    const { cell, cells } = row;
    const { record, shape, tells } = given;
    const { format, contact: paths } = shape;
    // What an event of some fields does not tell stays as the book holds it.
    const held = tells === "all" ? NOTHING : (book.contacts.get(key) ?? NOTHING);
    const isTold = toldIn(given, paths);
    const companies = isTold("companyId") ? cells("companyId").map(keyOf) : held.companies;
    const named = [...companies, ...(companiesOf.get(key) ?? [])];
    const employers = named.map((id) => book.companies.get(book.standing("companies", id)));
    const employer = employers.find((company) => company !== undefined);
    const ownCompany = isTold("company") ? cell("company") : held.company;
    const isOfEmployer = ownCompany === "" && isTold("company", "companyId");
    // Where only a position changed, what it says of companies is held against the one that stays.
    const stays = isTold("company", "companyId") ? "" : held.company || employer?.name || "";
    const company = cell("company") || (isOfEmployer && employer?.name) || stays;
    // The record's own id goes before its addresses, which may change and come later.
    const ownId: IdOf = (read) =>
      idOf?.(read) ?? (key === "" ? undefined : personId(format, key, row.row, undefined));
    const isPart = tells !== "all";
    const options = { owner, idOf: isPart ? () => held.id : ownId, format, isPart };
    const read = readContact(row, company || undefined, options, issues);
    if (read === undefined) return;
    const { company: _, ...rest } = read;
    const person: Person = stays === "" ? read : rest;
    if (key === "") issues.push({ ...WITHOUT_ID, row: row.row });
    if (!rows.keep(person, row.row)) return;
    const since = isTold("since") ? dateOf(cell("since"))?.day : held.since;
    const rolesBy = (field: "stage" | "type", by: ToldRole["by"]): readonly ToldRole[] =>
      isTold(field) ? toldRoles(cell(field), by) : held.roles.filter((role) => role.by === by);
    const told = {
      roles: [...rolesBy("stage", "lifecycle stage"), ...rolesBy("type", "contact type")],
      ...(isTold("industry") ? industriesIn(cells("industry")) : industriesOfHeld(held)),
      ...(since !== undefined && { since }),
      companies,
      company: isTold("company") ? foldCompany(cell("company")) : held.company,
      manager: isTold("manager") ? keyOf(cell("manager")) : held.manager,
      seen: isPart ? held.seen : seenIn(row),
    };
    const emptied = EMPTIED.flatMap(([field, of]) => {
      const isHeld = read[of] !== undefined || (of === "company" && named.length > 0);
      // Who has no company of their own word has none once they are of none.
      const isOfNone = of === "company" && ownCompany === "" && isEmptiedAt(record, paths.companyId ?? "");
      return !isHeld && (isOfNone || isEmptiedAt(record, paths[field] ?? "")) ? [of] : [];
    });
    kept.push({ key, row: row.row, told, emptied });
  }
}

/** A record to be read, with the places of events that it was joined with. */
interface Latest {
  readonly one: GivenRecord;
  readonly key: string;
  readonly others: readonly number[];
}

/** Each contact once, as the latest record tells, with what later events of some fields do. */
function latestOf(given: readonly GivenRecord[], book: RecordBook, issues: Issue[]): Iterable<Latest> {
  const latest = new Map<string | number, Latest>();
  for (const one of given) {
    const key = keyIn(one, book);
    const place = key === "" ? one.index : `${key} `;
    const before = latest.get(place);
    const isKnown = before === undefined ? book.contacts.has(key) : !isDeleted(before.one);
    const why = whyPart(one, one.shape.contact, isKnown, book);
    if (why !== undefined) {
      const [code, text, severity] = why;
      issues.push({ code, severity, message: `Record skipped: ${text}`, row: one.index });
      continue;
    }
    const earlier = before === undefined ? [] : [...before.others, before.one.index];
    // In the order of those that are read.
    latest.delete(place);
    if (one.tells === "all" || before === undefined) {
      for (const row of earlier) skipRow(issues, row, ...REPEATED);
      latest.set(place, { one, key, others: [] });
    } else {
      const { tells, record } = before.one;
      latest.set(place, {
        one: { ...one, tells, record: withPart(record, one.record) },
        key,
        others: earlier,
      });
    }
  }
  return latest.values();
}

const REPEATED = ["ID_REPEATED", "Record skipped: a later one of the same id counts."] as const;
const NOTHING: KeptContact = { id: "", roles: [], companies: [], company: "", manager: "", seen: [] };

function industriesIn(cells: readonly string[]): { readonly industries?: readonly string[] } {
  const industries = industriesOf(cells.join(";"));
  return industries.length === 0 ? {} : { industries };
}

function industriesOfHeld(
  held: Pick<KeptContact, "industries"> | undefined,
): Pick<KeptContact, "industries"> {
  return held?.industries === undefined ? {} : { industries: held.industries };
}

/** The days on which a contact's own record says that the owner and they last wrote or met. */
function seenIn({ cell }: TableRow<ContactField>): KeptContact["seen"] {
  return LAST_CONTACTS.flatMap(([field, direction, kind]) => {
    const at = dateOf(cell(field))?.instant;
    return at === undefined ? [] : [{ at, direction, kind }];
  });
}

/** The id of the person whose record has an id in a system: the same on every reading. */
export function personId(format: string, key: string, row: number, idOf: IdOf | undefined): string {
  return idOfRow({ row, recordId: `${format}:${key}` }, idOf);
}

/** Takes companies into a book; the last record of one id counts. */
export function takeCompanies(table: RecordTable, book: RecordBook): void {
  for (const given of table.given) {
    const { company: paths } = given.shape;
    const { cell, cells } = rowOf(given.record, given.index, paths);
    const key = keyIn(given, book);
    const held = book.companies.get(key);
    const why = whyPart(given, paths, held !== undefined, book);
    if (why !== undefined) {
      table.skip(given.index, ...why);
      continue;
    }
    book.companies.delete(key);
    if (isDeleted(given)) table.skip(given.index, "ROW_DELETED", "it was deleted.");
    else if (key === "") table.skip(given.index, "ROW_WITHOUT_ID", "no other record can name it.");
    else {
      const isTold = toldIn(given, paths);
      const { name = "", roles = [] } = held ?? {};
      const rolesBy = (field: "type" | "stage", by: ToldRole["by"]): readonly ToldRole[] =>
        isTold(field) ? toldRoles(cell(field), by) : roles.filter((role) => role.by === by);
      book.companies.set(key, {
        name: isTold("name") ? cell("name") : name,
        roles: [...rolesBy("type", "company type"), ...rolesBy("stage", "company's lifecycle stage")],
        ...(isTold("industry") ? industriesIn(cells("industry")) : industriesOfHeld(held)),
      });
      takeOwnLinks(given, "companies", key, book);
    }
  }
}

const CONTACT_TEXTS = [
  "id",
  "name",
  "first",
  "middle",
  "last",
  "company",
  "title",
  "email",
  "link",
  "location",
] as const;
/** Fields that a record may empty. A name is none: who has none is no contact. */
const EMPTIED: readonly (readonly [ContactField, keyof Person])[] = [
  ["first", "firstName"],
  ["last", "lastName"],
  ["company", "company"],
  ["title", "title"],
  ["email", "emails"],
  ["link", "profileUrl"],
  ["location", "location"],
];
const WITHOUT_ID = {
  code: "ROW_WITHOUT_ID",
  severity: "warning",
  message: "Kept, but without an id of its own it cannot be updated or deleted later.",
} as const;
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
