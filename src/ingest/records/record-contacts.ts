import type { Issue } from "../../base/index.js";
import { foldCompany, type InteractionRecord, type Person } from "../../people/index.js";
import { industriesOf } from "../crm/crm-industry.js";
import { toldRoles } from "../crm/crm-tags.js";
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
  readonly deleted: ReadonlySet<string>;
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
  for (const one of given) takeOwnLinks(one, "contacts", idIn(one.record, one.shape), book);
  const companiesOf = book.linked("contacts", "companies");
  const rows = new OwnedRows(owner, issues, file);
  const kept: Omit<RecordContact, "person">[] = [];
  const deleted = new Set<string>();
  const newest = new Map(
    given.map(({ record, shape, index }) => [`${shape.format} ${idIn(record, shape)}`, index]),
  );
  for (const one of given) {
    const { index, record, shape } = one;
    const row = rowOf<ContactField>(record, index, shape.contact);
    const key = keyOf(row.cell("id"));
    if (key !== "" && newest.get(`${shape.format} ${key}`) !== index)
      skipRow(issues, index, "ID_REPEATED", "Record skipped: a later one of the same id counts.");
    else if (isDeleted(one)) {
      if (key !== "") deleted.add(book.contacts.get(key)?.id ?? personId(shape.format, key, index, idOf));
      book.contacts.delete(key);
      const message = "Record skipped: it was deleted.";
      issues.push({ code: "ROW_DELETED", severity: "info", message, row: index });
    } else if (
      CONTACT_TEXTS.some((field) => row.cells(field).some(({ length }) => length > context.maxFieldLength))
    )
      skipRow(issues, index, "FIELD_TOO_LONG", "Record skipped: a text is longer than allowed.");
    else keep(row, key, one);
  }
  const read = rows.toImport(given.length);
  // The owner comes first.
  const contacts = kept.map((one, at) => ({ ...one, person: read.people[at + 1] as Person }));
  for (const { key, person, told } of contacts)
    if (key !== "") book.contacts.set(key, { id: person.id, ...told });
  return { read, contacts, deleted };

  function keep(row: TableRow<ContactField>, key: string, { record, shape }: GivenRecord): void {
    const { cell, cells } = row;
    const { format } = shape;
    const companies = cells("companyId").map(keyOf);
    const named = [...companies, ...(companiesOf.get(key) ?? [])];
    const employer = named.map((id) => book.companies.get(id)).find((company) => company !== undefined);
    const company = cell("company") || employer?.name || "";
    // The record's own id goes before its addresses, which may change and come later.
    const ownId: IdOf = (read) =>
      idOf?.(read) ?? (key === "" ? undefined : personId(format, key, row.row, undefined));
    const person = readContact(row, company || undefined, { owner, idOf: ownId, format }, issues);
    if (person === undefined) return;
    if (key === "") issues.push({ ...WITHOUT_ID, row: row.row });
    if (!rows.keep(person, row.row)) return;
    const since = dateOf(cell("since"))?.day;
    const told = {
      roles: [...toldRoles(cell("stage"), "lifecycle stage"), ...toldRoles(cell("type"), "contact type")],
      ...industriesIn(cells("industry")),
      ...(since !== undefined && { since }),
      companies,
      company: foldCompany(cell("company")),
      manager: keyOf(cell("manager")),
      seen: seenIn(row),
    };
    const emptied = EMPTIED.flatMap(([field, of]) => {
      const isHeld = person[of] !== undefined || (of === "company" && named.length > 0);
      return !isHeld && isEmptiedAt(record, shape.contact[field] ?? "") ? [of] : [];
    });
    kept.push({ key, row: row.row, told, emptied });
  }
}

function industriesIn(cells: readonly string[]): { readonly industries?: readonly string[] } {
  const industries = industriesOf(cells.join(";"));
  return industries.length === 0 ? {} : { industries };
}

/** The days on which a contact's own record says that the owner and they last wrote or met. */
function seenIn({ cell }: TableRow<ContactField>): KeptContact["seen"] {
  return LAST_CONTACTS.flatMap(([field, direction, kind]) => {
    const at = dateOf(cell(field))?.instant;
    return at === undefined ? [] : [{ at, direction, kind }];
  });
}

/** The id of the person whose record has an id in a system: the same on every reading. */
function personId(format: string, key: string, row: number, idOf: IdOf | undefined): string {
  return idOfRow({ row, recordId: `${format}:${key}` }, idOf);
}

/** Takes companies into a book; the last record of one id counts. */
export function takeCompanies(table: RecordTable, book: RecordBook): void {
  for (const given of table.given) {
    const { cell, cells } = rowOf(given.record, given.index, given.shape.company);
    const key = keyOf(cell("id"));
    book.companies.delete(key);
    if (isDeleted(given)) table.skip(given.index, "ROW_DELETED", "it was deleted.");
    else if (key === "") table.skip(given.index, "ROW_WITHOUT_ID", "no other record can name it.");
    else {
      const type = toldRoles(cell("type"), "company type");
      const stage = toldRoles(cell("stage"), "company's lifecycle stage");
      const roles = [...type, ...stage];
      book.companies.set(key, { name: cell("name"), roles, ...industriesIn(cells("industry")) });
      takeOwnLinks(given, "companies", key, book);
    }
  }
}

function idIn(record: GivenRecord["record"], shape: GivenRecord["shape"]): string {
  return keyOf(rowOf<ContactField>(record, 0, { id: shape.contact.id ?? "" }).cell("id"));
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
