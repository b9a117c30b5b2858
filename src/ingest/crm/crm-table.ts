import type { Issue } from "../../base/index.js";
import type { Tag } from "../../people/index.js";
import type { ReadInput, Reading } from "../bytes/feed.js";
import type { Import, ImportReport } from "../import.js";
import type { DateOrder } from "../table/calendar-date.js";
import {
  type ContactColumn,
  type ContactExtra,
  type ContactsOptions,
  readContactTable,
} from "../table/contact-table.js";
import type { TableSpec } from "../table/find-header.js";
import type { TableRow } from "../table/table-reader.js";
import type { SatisfactionCuts } from "./crm-satisfaction.js";

/** How to read what a CRM tells of customers. */
export interface CrmOptions extends ContactsOptions {
  /** Order of dates such as `5/3/2021`. @defaultValue what each column shows */
  readonly dateOrder?: DateOrder;
  /** Which marks count as content. */
  readonly satisfaction?: SatisfactionCuts;
}

/** What a CRM's reader makes of a row of contacts. */
export interface CrmExtra extends ContactExtra {
  /** The id by which other tables name this contact; none, or an empty one: they cannot. */
  readonly key?: string;
}

/** How a CRM's table of contacts is read. */
export interface CrmReader<Column extends string, Extra extends CrmExtra> {
  readonly spec: TableSpec<ContactColumn | Column>;
  /** What a row tells as it stands; what the whole column decides (dates, marks) stays as it is written. */
  readonly extraOf: (row: TableRow<ContactColumn | Column>) => Extra;
  /** The tags of a contact, asked once all rows are known. */
  readonly tagsOf: (extra: Extra) => readonly Tag[];
  /** Adds what was read beside the contacts. */
  readonly finish: (read: Import, people: CrmPeople) => Import;
}

/** Ids of the people who were kept, by the ids that the CRM has for them; the owner themselves is not among them. */
export type CrmPeople = ReadonlyMap<string, string>;

/** A specification with columns of its own beside those that all tables of contacts have. */
export function withColumns<Column extends string>(
  spec: TableSpec<ContactColumn>,
  columns: Readonly<Record<Column, string>>,
  isHeader: (found: ReadonlySet<ContactColumn | Column>) => boolean,
): TableSpec<ContactColumn | Column> {
  return {
    ...spec,
    columns: { ...spec.columns, ...columns } as Record<ContactColumn | Column, string>,
    isHeader,
  };
}

/**
 * Reads a CRM's table of contacts, and keeps which of its ids became which person. Of several rows with one id the person with
 * the smaller id, so that the order of rows changes nothing. What it tells of a contact is the owner's to take back.
 */
export function readCrmTable<Column extends string, Extra extends CrmExtra, Input extends ReadInput>(
  input: Input,
  options: ContactsOptions,
  { spec, extraOf, tagsOf, finish }: CrmReader<Column, Extra>,
): Reading<Input> {
  return readContactTable(input, options, spec, extraOf, (read, extras) => {
    const owner = options.owner.id;
    const made = new Map<string, string>();
    const people = read.people.map((person, index) => {
      // The owner comes first and has no row.
      const extra = index === 0 ? undefined : extras[index - 1];
      if (extra === undefined) return person;
      const { key = "" } = extra;
      const before = made.get(key);
      if (key !== "" && (before === undefined || person.id < before)) made.set(key, person.id);
      const tags = tagsOf(extra).map((tag): Tag => ({ ...tag, owner }));
      return tags.length === 0 ? person : { ...person, tags };
    });
    return finish({ ...read, people }, made);
  });
}

/** The import with the issues and the counts of what was read beside the contacts. */
export function withSides(
  read: Import,
  own: readonly Issue[],
  tables: readonly (SideReport | undefined)[],
): Import {
  const sides = tables.filter((table) => table !== undefined);
  const issues = [...read.issues, ...own].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  if (sides.length === 0) return { ...read, issues };
  return {
    ...read,
    issues: [...issues, ...sides.flatMap((table) => table.issues)],
    sides: Object.fromEntries(sides.map((table) => [table.source, table.report])),
  };
}

/** What an import tells of a further table. */
export interface SideReport {
  readonly source: string;
  readonly report: ImportReport;
  readonly issues: readonly Issue[];
}
