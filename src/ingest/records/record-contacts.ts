import type { Issue } from "../../base/index.js";
import { foldCompany, type Person } from "../../people/index.js";
import { type ToldRole, toldRoles } from "../crm/crm-tags.js";
import type { ReportLine } from "../crm/salesforce-managers.js";
import type { Import } from "../import.js";
import { OwnedRows } from "../owned-rows.js";
import { type IdOf, idOfRow } from "../reader-id.js";
import { skipRow } from "../skip-row.js";
import { readContact } from "../table/contact-table.js";
import type { TableRow } from "../table/table-reader.js";
import { rowOf } from "./fields-of.js";
import { isDeleted, keyOf } from "./record-identity.js";
import type { GivenRecord } from "./record-lists.js";
import type { ContactField, RecordFormat } from "./record-shape.js";
import { dateOf, type RecordTable } from "./record-table.js";

/** A contact who was kept, with what else their record tells. */
export interface RecordContact {
  readonly key: string;
  readonly person: Person;
  readonly one: TableRow<ContactField>;
  readonly roles: readonly ToldRole[];
  readonly since: string | undefined;
}

/** All contacts of some records. */
export interface RecordContacts {
  readonly read: Import;
  readonly contacts: readonly RecordContact[];
  readonly lines: readonly ReportLine[];
  /** Ids of those whose records are marked deleted. */
  readonly deleted: ReadonlySet<string>;
}

/** What contacts' records are read with. */
export interface ContactsContext {
  readonly owner: Person;
  readonly idOf: IdOf | undefined;
  readonly file: string;
  readonly maxFieldLength: number;
  readonly companies: ReadonlyMap<string, RecordCompany>;
  readonly companiesOf: ReadonlyMap<string, readonly string[]>;
}

/** A person and a tie for each contact's record; of several with one id the last one counts, as it is the newest. */
export function readRecordContacts(
  given: readonly GivenRecord[],
  context: ContactsContext,
  issues: Issue[],
): RecordContacts {
  const { owner, idOf, file } = context;
  const rows = new OwnedRows(owner, issues, file);
  const kept: Omit<RecordContact, "person">[] = [];
  const lines: ReportLine[] = [];
  const deleted = new Set<string>();
  const newest = new Map(
    given.map(({ record, shape, place }) => [`${shape.format} ${idIn(record, shape)}`, place]),
  );
  for (const one of given) {
    const { place, record, shape } = one;
    const row = rowOf<ContactField>(record, place, shape.contact);
    const key = keyOf(row.cell("id"));
    if (key !== "" && newest.get(`${shape.format} ${key}`) !== place)
      skipRow(issues, place, "ID_REPEATED", "Record skipped: a later one of the same id counts.");
    else if (isDeleted(one)) {
      if (key !== "") deleted.add(personId(shape.format, key, place, idOf));
      const message = "Record skipped: it was deleted.";
      issues.push({ code: "ROW_DELETED", severity: "info", message, row: place });
    } else if (
      CONTACT_TEXTS.some((field) => row.cells(field).some(({ length }) => length > context.maxFieldLength))
    )
      skipRow(issues, place, "FIELD_TOO_LONG", "Record skipped: a text is longer than allowed.");
    else keep(row, key, shape.format);
  }
  const read = rows.toImport(given.length);
  // The owner comes first.
  const contacts = kept.map((one, at) => ({ ...one, person: read.people[at + 1] as Person }));
  return { read, contacts, lines, deleted };

  function keep(row: TableRow<ContactField>, key: string, format: RecordFormat): void {
    const { cell, cells } = row;
    const employers = [...cells("companyId").map(keyOf), ...(context.companiesOf.get(key) ?? [])];
    const employer = employers
      .map((id) => context.companies.get(id))
      .find((company) => company !== undefined);
    const company = cell("company") || employer?.name || "";
    // The record's own id goes before its addresses, which may change and come later.
    const ownId: IdOf = (read) =>
      idOf?.(read) ?? (key === "" ? undefined : personId(format, key, row.row, undefined));
    const person = readContact(row, company || undefined, { owner, idOf: ownId, format }, issues);
    if (person === undefined) return;
    if (key === "") issues.push({ ...WITHOUT_ID, row: row.row });
    if (!rows.keep(person, row.row)) return;
    const account = employers[0] ?? "";
    lines.push({
      row: row.row,
      key,
      manager: keyOf(cell("manager")),
      account,
      company: foldCompany(company),
    });
    const stage = toldRoles(cell("stage"), "lifecycle stage");
    const type = toldRoles(cell("type"), "contact type");
    const roles = [...stage, ...type, ...(employer?.roles ?? [])];
    kept.push({ key, one: row, roles, since: dateOf(cell("since"))?.day });
  }
}

/** The id of the person whose record has an id in a system: the same on every reading. */
export function personId(format: string, key: string, row: number, idOf: IdOf | undefined): string {
  return idOfRow({ row, recordId: `${format}:${key}` }, idOf);
}

/** A company's name and roles, for all contacts who are of it. */
export interface RecordCompany {
  readonly name: string;
  readonly roles: readonly ToldRole[];
}

/** Companies by the keys of their ids; the last record of one id counts. */
export function readRecordCompanies(table: RecordTable): ReadonlyMap<string, RecordCompany> {
  const known = new Map<string, RecordCompany>();
  for (const given of table.given) {
    const { cell } = rowOf(given.record, given.place, given.shape.company);
    const key = keyOf(cell("id"));
    if (isDeleted(given)) table.skip(given.place, "ROW_DELETED", "it was deleted.");
    else if (key === "") table.skip(given.place, "ROW_WITHOUT_ID", "no other record can name it.");
    else {
      const type = toldRoles(cell("type"), "company type");
      const stage = toldRoles(cell("stage"), "company's lifecycle stage");
      known.set(key, { name: cell("name"), roles: [...type, ...stage] });
    }
  }
  return known;
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
const WITHOUT_ID = {
  code: "ROW_WITHOUT_ID",
  severity: "warning",
  message: "Kept, but without an id of its own it cannot be updated or deleted later.",
} as const;
