import { type Issue, type IssueCode, safeText } from "../../base/index.js";
import {
  compareNames,
  foldName,
  joinName,
  normalizeEmail,
  normalizeProfileUrl,
  type Person,
} from "../../people/index.js";
import { affiliationsOf, splitCompanies } from "../affiliations-of.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "../bytes/feed.js";
import type { Import, ReadLimits } from "../import.js";
import { OwnedRows } from "../owned-rows.js";
import { checkReadOptions } from "../owner.js";
import { type IdOf, idOfRow } from "../reader-id.js";
import type { TableSpec } from "./find-header.js";
import { foldedAliases, PERSON_NAMES } from "./header-words.js";
import { decodeEntities } from "./html-entities.js";
import { TableReader, type TableRow } from "./table-reader.js";

/** How to read an address book or a CRM's list of contacts. */
export interface ContactsOptions extends ReadLimits, ReadControl {
  /** Name of the file, which its people keep as where they were read. @defaultValue the name of the format */
  readonly file?: string;
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
  | "suffix"
  | "company"
  | "title"
  | "company2"
  | "title2"
  | "email"
  | "url"
  | "link"
  | "location";

/** What a reader makes of a row beside the person. */
export interface ContactExtra {
  /** The code with which the row is skipped. */
  readonly skip?: IssueCode | undefined;
  /** The contact's company, where the column of that name is not to be taken. */
  readonly company?: string | undefined;
}

/** Aliases of the columns that have the same names everywhere; a reader gives those that differ. */
export function contactSpec(
  columns: Partial<Record<ContactColumn, string>>,
  expected: readonly string[],
  format?: string,
): TableSpec<ContactColumn> {
  return {
    ...(format === undefined ? {} : { format }),
    columns: {
      id: "record id|id",
      name: foldedAliases(PERSON_NAMES.name),
      first: foldedAliases(PERSON_NAMES.first),
      middle: foldedAliases(PERSON_NAMES.middle),
      last: foldedAliases(PERSON_NAMES.last),
      suffix: foldedAliases(PERSON_NAMES.suffix),
      company:
        "company|company name|organization|organization name|organization 1 name|related company|parent company|" +
        "parent id name|parentcustomeridname|lead name",
      title: "job title|title|organization title|organization 1 title|position",
      company2: "organization 2 name|company 2|second company|secondary company|second organization",
      title2: "organization 2 title|job title 2|title 2|second job title",
      email: "email|e mail|email address|e mail address|e mail 1 value|primary email|e mail adresse",
      url: "linkedin url|linkedin|person linkedin url|profile url|profileurl|public profile url|profile link|linkedin profile",
      link: "",
      location: "location|city|mailing city",
      ...columns,
    },
    guesses: { email: "email", company: "company", title: "title", url: "url", link: "link" },
    textOf: decodeEntities,
    isHeader: (found) =>
      (found.has("name") || found.has("first") || found.has("last")) &&
      (["email", "company", "title", "url"] as const).some((column) => found.has(column)),
    expected,
  };
}

/** Any table with a name and a company or an address, which is no list of a system's own users. */
export const ANY_CONTACTS: TableSpec<ContactColumn | "username"> = {
  ...contactSpec({}, ["Name", "Email", "Company"]),
  columns: { ...contactSpec({}, []).columns, username: "username" },
  isHeader: (found) =>
    (["name", "first", "last"] as const).some((column) => found.has(column)) &&
    (["email", "company", "url"] as const).some((column) => found.has(column)) &&
    (!found.has("username") || found.has("url")),
};

/**
 * Reads a table of contacts; each row that names a person becomes a person and a tie of the owner's. `finish` may add to the
 * import what was read beside it. It gets what `extraOf` made of each contact's row, in the order of the contacts.
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
  const owner = checkReadOptions(options);
  const issues: Issue[] = [];
  const contacts = new OwnedRows(owner, issues, options.file ?? spec.format);
  const extras: Extra[] = [];
  const reader = new TableReader(spec, options, issues, (row) => {
    const extra = extraOf?.(row);
    if (extra?.skip !== undefined) {
      issues.push({ code: extra.skip, severity: "info", message: "Row skipped: no contact.", row: row.row });
      return;
    }
    const person = readContact(
      row,
      extra?.company,
      { owner, idOf: options.idOf, format: spec.format },
      issues,
    );
    if (person !== undefined && contacts.keep(person, row.row) && extra !== undefined) extras.push(extra);
  });
  return feed(input, options, issues, reader, () => {
    tellMissing(reader, issues);
    return finish(contacts.toImport(reader.rowsRead), extras);
  });
}

/** A table of people of whom neither company nor address is known, though columns that nothing reads may hold them, is of little use. */
function tellMissing(
  reader: { has(column: ContactColumn): boolean; readonly notUsed: readonly string[] },
  issues: Issue[],
): void {
  const { notUsed } = reader;
  const isKnown = (["company", "email", "url", "link"] as const).some((column) => reader.has(column));
  if (isKnown || notUsed.length === 0) return;
  issues.push({
    code: "COLUMNS_NOT_FOUND",
    severity: "error",
    message: "Neither a company nor an address column was understood; readContacts takes a column map.",
    details: { headers: notUsed },
  });
}

/** Addresses of one or several cells; Google joins them with ` ::: `, others with `;` or `,`. */
function splitEmails(cells: readonly string[]): { emails: string[]; unreadable: boolean } {
  const parts = cells
    .flatMap((cell) => cell.split(/(?:\s*:::\s*|[;,\s]+)/))
    // Twenty writes further addresses as a JSON list.
    .map((part) => part.replace(/[["\]]+/g, ""))
    .filter((part) => part !== "");
  const emails = parts.filter((part) => normalizeEmail(part) !== undefined);
  return { emails: [...new Set(emails)], unreadable: emails.length < parts.length };
}

/** The person of a row, `undefined` with an issue for one without a name; `isPart`: what changed of one who has theirs. */
export function readContact(
  one: TableRow<ContactColumn>,
  ownCompany: string | undefined,
  {
    idOf,
    owner,
    format,
    isPart = false,
  }: Pick<ContactsOptions, "owner"> &
    Readonly<Record<"idOf", IdOf | undefined> & Record<"format", string | undefined>> & {
      readonly isPart?: boolean;
    },
  issues: Issue[],
): Person | undefined {
  const { row, cell, cells } = one;
  const warn = (code: IssueCode, message: string, column?: string) =>
    issues.push({ code, severity: "warning", message, row, ...(column === undefined ? {} : { column }) });
  const { name: whole, ...parts } = readName(one);
  // Half of a name is none.
  const name = isPart && cell("name") === "" && (cell("first") === "" || cell("last") === "") ? "" : whole;
  if (name === "" && !isPart) {
    warn("ROW_WITHOUT_NAME", "Row skipped: it names no person.");
    return undefined;
  }
  const { emails, unreadable } = splitEmails(cells("email"));
  if (unreadable) warn("EMAIL_UNREADABLE", "Not a plain e-mail address; dropped.", "email");
  const urls = cells("url");
  const profileUrl = [...urls, ...cells("link")].map(normalizeProfileUrl).find((url) => url !== undefined);
  if (urls.length > 0 && profileUrl === undefined)
    warn("URL_UNREADABLE", "Not a profile's address; dropped.", "url");
  const title = cells("title").find((text) => !SALUTATION.test(text)) ?? "";
  const companies = [ownCompany ?? "", ...cells("company")].flatMap(splitCompanies);
  const more = splitCompanies(cell("company2")).map((organization) => ({
    organization,
    ...(cell("title2") && { title: cell("title2") }),
  }));
  const { company, spells } = affiliationsOf({ companies, title, more }, owner.id);
  const read = {
    row,
    ...(name !== "" && { name }),
    ...textFields({ ...parts, company, title, location: cell("location") }),
    ...(emails.length === 0 ? {} : { emails }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
  };
  const { row: _, ...fields } = read;
  const record = cell("id") === "" ? {} : { recordId: `${format ?? "contacts"}:${cell("id")}` };
  return { id: idOfRow({ ...read, ...record }, idOf), ...fields, ...(spells.length > 0 && { spells }) };
}

/**
 * The name of a row. One column may hold the whole name or a part of it, whatever its header says ("Nome", "Name" beside
 * "Vorname"): the other columns tell.
 */
function readName({ cell }: TableRow<ContactColumn>): { name: string; firstName: string; lastName: string } {
  const whole = safeText(cell("name"));
  let [firstName, lastName] = [cell("first"), cell("last")];
  // One column under a word that means either: it is the whole name.
  if (firstName === cell("name") && (lastName === "" || lastName === firstName)) firstName = "";
  if (lastName === cell("name") && firstName === "") lastName = "";
  if (firstName !== "" && lastName === "" && whole !== "") {
    const [given, all] = [foldName(firstName).split(" "), foldName(whole).split(" ")];
    if (!given.every((word) => all.includes(word))) lastName = cell("name");
  }
  const given = [firstName, cell("middle")].filter((part) => part !== "").join(" ");
  const suffixed = cell("suffix") === "" ? lastName : `${lastName}, ${cell("suffix")}`;
  const parts = joinName(given, suffixed, safeText);
  const joined = whole !== "" && (lastName === "" || hasSuffixBehind(whole, parts)) ? whole : parts;
  return { name: withoutCompany(joined || whole, cell("company")), firstName, lastName };
}

/** Google's old layout says `Jr` in the whole name alone. */
function hasSuffixBehind(whole: string, parts: string): boolean {
  const [long, short] = [foldName(whole), foldName(parts)];
  return long.startsWith(`${short} `) && compareNames(long, short).level === "suffix";
}

/** Odoo shows a contact as "Acme, Bob Smith". */
function withoutCompany(name: string, company: string): string {
  const isBefore = company !== "" && name.toLowerCase().startsWith(`${company.toLowerCase()}, `);
  return isBefore ? name.slice(company.length + 2) : name;
}

function textFields<Name extends string>(texts: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")) as Partial<
    Record<Name, string>
  >;
}

/** A column "Title" is a position in most tables and a form of address in Outlook's. */
const SALUTATION =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|hr|fr|m|mme|mlle|monsieur|madame|sr|sra|srta|señor|señora|sig|sig\.ra|signor|signora|dott|dottssa|dott\.ssa|ing|med|phil|jur|rer|nat|dipl|mag|pan|pani|dhr|mevr|г-н|г-жа)(?:[.\s-]+|$))+$/i;
