import type { Issue } from "../../base/index.js";
import type { ReadInput, Reading } from "../bytes/feed.js";
import type { Import, ImportReport } from "../import.js";
import { idOfRow } from "../reader-id.js";
import type { DateOrder } from "../table/calendar-date.js";
import {
  type ContactColumn,
  type ContactExtra,
  type ContactsOptions,
  readContactTable,
} from "../table/contact-table.js";
import type { TableRow, TableSpec } from "../table/table-reader.js";
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
  /** The id by which other tables name this contact; none: they cannot. */
  readonly key?: string;
}

/** Ids of the people who were kept, by the ids that the CRM has for them; the owner himself is not among them. */
export type People = ReadonlyMap<string, string>;

/** A specification with columns of its own beside those that all tables of contacts have. */
export function withColumns<Column extends string>(
  spec: TableSpec<ContactColumn>,
  columns: Readonly<Record<Column, string>>,
  isHeader: (found: ReadonlySet<ContactColumn | Column>) => boolean,
): TableSpec<ContactColumn | Column> {
  return {
    columns: { ...spec.columns, ...columns } as Record<ContactColumn | Column, string>,
    isHeader,
    expected: spec.expected,
  };
}

/**
 * Reads a CRM's table of contacts, and keeps which of its ids became which person: of several rows with one id the person with
 * the smaller id, so that the order of rows changes nothing.
 */
export function readCrmTable<Column extends string, Input extends ReadInput>(
  input: Input,
  options: ContactsOptions,
  spec: TableSpec<ContactColumn | Column>,
  extraOf: (row: TableRow<ContactColumn | Column>) => CrmExtra,
  finish: (read: Import, people: People) => Import,
): Reading<Input> {
  const made = new Map<string, string>();
  let key: string | undefined;
  const idOf = (read: Parameters<typeof idOfRow>[0]): string => {
    const id = idOfRow(read, options.idOf);
    const before = key === undefined ? undefined : made.get(key);
    if (key !== undefined && (before === undefined || id < before)) made.set(key, id);
    return id;
  };
  return readContactTable(
    input,
    { ...options, idOf },
    spec,
    (row) => {
      // The table's reader gives the cell of any column that the specification has.
      const extra = extraOf(row as TableRow<ContactColumn | Column>);
      key = extra.key === "" ? undefined : extra.key;
      return extra;
    },
    (read) => {
      const kept = new Set(read.people.slice(1).map(({ id }) => id));
      return finish(read, new Map([...made].filter(([, id]) => kept.has(id))));
    },
  );
}

/** The import with the issues and the counts of what was read beside the contacts. */
export function withSides(
  read: Import,
  own: readonly Issue[],
  tables: readonly (Side | undefined)[],
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
export interface Side {
  readonly source: string;
  readonly report: ImportReport;
  readonly issues: readonly Issue[];
}
