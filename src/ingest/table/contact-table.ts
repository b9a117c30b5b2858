import { type Issue, safeText } from "../../base/index.js";
import { joinName, normalizeEmail, normalizeProfileUrl, type Person } from "../../people/index.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "../bytes/feed.js";
import type { Import, ReadLimits } from "../import.js";
import { OwnedRows } from "../owned-rows.js";
import { checkOptions } from "../owner.js";
import { type IdOf, idOfRow } from "../reader-id.js";
import { TableReader, type TableRow, type TableSpec } from "./table-reader.js";

/** How to read an address book or a CRM's list of contacts. */
export interface ContactsOptions extends ReadLimits, ReadControl {
  /** Whose contacts these are; each makes a tie of theirs, without dated evidence where the file has none. */
  readonly owner: Person;
  /** Ids of the caller's own. @defaultValue ids made of profile URL, e-mail or name, which hold no name */
  readonly idOf?: IdOf;
}

/** Our own names of the columns that tables of contacts have. */
export type ContactColumn =
  | "id"
  | "name"
  | "first"
  | "middle"
  | "last"
  | "company"
  | "title"
  | "email"
  | "email2"
  | "email3"
  | "url"
  | "location";

/** What a reader makes of a row beside the person. */
export interface ContactExtra {
  /** The code with which the row is skipped. */
  readonly skip?: string | undefined;
  /** Their company, where the column of that name is not to be taken. */
  readonly company?: string | undefined;
}

/** Aliases of the columns that have the same names everywhere; a reader gives those that differ. */
export function contactSpec(
  columns: Partial<Record<ContactColumn, string>>,
  expected: readonly string[],
): TableSpec<ContactColumn> {
  return {
    columns: {
      id: "record id|id",
      name: "name|full name|display name",
      first: "first name|given name|firstname",
      middle: "middle name|additional name",
      last: "last name|family name|lastname",
      company: "company|company name|organization|organization name|organization 1 name",
      title: "job title|title|organization title|organization 1 title|position",
      email: "email|e mail|email address|e mail address|e mail 1 value",
      email2: "e mail 2 value|e mail 2 address",
      email3: "e mail 3 value|e mail 3 address",
      url: "linkedin url|linkedin|person linkedin url|profile url",
      location: "location|city|mailing city",
      ...columns,
    },
    isHeader: (found) =>
      (found.has("name") || found.has("first") || found.has("last")) &&
      (found.has("email") || found.has("company") || found.has("title") || found.has("url")),
    expected,
  };
}

/**
 * Reads a table of contacts; each row that names a person becomes a person and a tie of the owner's. `finish` may add to the
 * import what was read beside it: it gets what `extraOf` made of each contact's row, in the order of the contacts.
 */
export function readContactTable<
  Input extends ReadInput,
  Column extends string,
  Extra extends ContactExtra = ContactExtra,
>(
  input: Input,
  options: ContactsOptions,
  spec: TableSpec<ContactColumn | Column>,
  extraOf?: (row: TableRow<ContactColumn | Column>) => Extra,
  finish: (read: Import, extras: readonly Extra[]) => Import = (read) => read,
): Reading<Input> {
  const owner = checkOptions(options);
  const issues: Issue[] = [];
  const contacts = new OwnedRows(owner, issues);
  const extras: Extra[] = [];
  const reader = new TableReader(spec, options, issues, (row) => {
    const extra = extraOf?.(row);
    if (extra?.skip !== undefined) {
      issues.push({ code: extra.skip, severity: "info", message: "Row skipped: no contact.", row: row.row });
      return;
    }
    const person = readContact(row, extra?.company, options.idOf, issues);
    if (person !== undefined && contacts.keep(person, row.row) && extra !== undefined) extras.push(extra);
  });
  return feed(input, options, issues, reader, () => finish(contacts.import(reader.rowsRead), extras));
}

/** Addresses of one or several cells; Google joins them with ` ::: `, others with `;` or `,`. */
function splitEmails(cells: readonly string[]): { emails: string[]; unreadable: boolean } {
  const parts = cells.flatMap((cell) => cell.split(/(?:\s*:::\s*|[;,\s]+)/)).filter((part) => part !== "");
  const emails = parts.filter((part) => normalizeEmail(part) !== undefined);
  return { emails: [...new Set(emails)], unreadable: emails.length < parts.length };
}

function readContact(
  { row, cell }: TableRow<ContactColumn>,
  ownCompany: string | undefined,
  idOf: IdOf | undefined,
  issues: Issue[],
): Person | undefined {
  const warn = (code: string, message: string, column?: string) =>
    issues.push({ code, severity: "warning", message, row, ...(column === undefined ? {} : { column }) });
  const firstName = cell("first");
  const lastName = cell("last");
  const given = [firstName, cell("middle")].filter((part) => part !== "").join(" ");
  const name = joinName(given, lastName, safeText) || safeText(cell("name"));
  if (name === "") {
    warn("ROW_WITHOUT_NAME", "Row skipped: it names no person.");
    return undefined;
  }
  const { emails, unreadable } = splitEmails([cell("email"), cell("email2"), cell("email3")]);
  if (unreadable) warn("EMAIL_UNREADABLE", "Not a plain e-mail address; dropped.", "email");
  const profileUrl = normalizeProfileUrl(cell("url"));
  if (cell("url") !== "" && profileUrl === undefined)
    warn("URL_UNREADABLE", "Not a profile's address; dropped.", "url");
  const company = ownCompany ?? cell("company");
  const read = {
    row,
    name,
    ...textFields({ firstName, lastName, company, title: cell("title"), location: cell("location") }),
    ...(emails.length === 0 ? {} : { emails }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
  };
  const { row: _, ...fields } = read;
  return { id: idOfRow(read, idOf), ...fields };
}

function textFields<Name extends string>(texts: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")) as Partial<
    Record<Name, string>
  >;
}
