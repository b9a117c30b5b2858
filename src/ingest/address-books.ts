import { foldText } from "../people/index.js";
import type { ReadInput, Reading } from "./bytes/feed.js";
import { checkReaderOptions } from "./owner.js";
import {
  type ContactColumn,
  type ContactsOptions,
  contactSpec,
  readContactTable,
} from "./table/contact-table.js";

/**
 * Reads a CSV of Google Contacts, the old layout (`Given Name`, `Organization 1 - Name`) and the new one of 2024 (`First Name`,
 * `Organization Name`). Several addresses in one cell (` ::: `) are taken apart.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readGoogleContacts<Input extends ReadInput>(
  input: Input,
  options: ContactsOptions,
): Reading<Input> {
  checkReaderOptions(options);
  return readContactTable(input, options, GOOGLE);
}

/**
 * Reads a CSV of Outlook contacts: classic desktop, Outlook.com, in the languages of README.md. X.500 addresses (type `EX`) are
 * dropped with an issue. Old files are often `windows-1252`: pass `encoding`.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readOutlookContacts<Input extends ReadInput>(
  input: Input,
  options: ContactsOptions,
): Reading<Input> {
  checkReaderOptions(options);
  return readContactTable(input, options, OUTLOOK);
}

/** The caller's own names of the columns of a table of contacts. */
export type ColumnMap = Partial<Record<Exclude<ContactColumn, "id" | "link">, string>>;

/**
 * Reads any CSV of people, with the names that its columns have.
 * @throws WarmpathError as `readLinkedInConnections` does.
 * @example
 * readContacts(text, { owner, columns: { name: "Person - Name", email: "Person - Email - Work", company: "Person - Organization" } });
 */
export function readContacts<Input extends ReadInput>(
  input: Input,
  options: ContactsOptions & { readonly columns?: ColumnMap },
): Reading<Input> {
  checkReaderOptions(options, "columns");
  const own = Object.entries(options?.columns ?? {}).map(([column, name]) => [
    column,
    foldText(String(name)),
  ]);
  const names = Object.values(options?.columns ?? {}).length;
  return readContactTable(
    input,
    options,
    contactSpec(
      Object.fromEntries(own),
      names === 0 ? ["Name", "Email", "Company"] : ["the columns of options.columns"],
    ),
  );
}

const GOOGLE = contactSpec(
  { location: "location|address 1 city" },
  ["First Name or Given Name", "Last Name or Family Name", "E-mail 1 - Value", "Organization Name"],
  "google-contacts",
);
const OUTLOOK = contactSpec(
  {
    title: "job title|position|profession|puesto|qualifica|stanowisko|cargo|должность",
    location: "business city|ort geschaftlich|work city",
  },
  ["First Name", "Last Name", "Company", "Job Title", "E-mail Address"],
  "outlook",
);
