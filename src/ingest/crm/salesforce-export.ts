import { type Issue, isWarmpathError, madeOf, WarmpathError } from "../../base/index.js";
import {
  type ArchiveFile,
  type ArchiveLimits,
  type ArchiveTable,
  givenTables,
  zippedTables,
} from "../bytes/archive-files.js";
import { asBytes, type FileBytes } from "../bytes/as-bytes.js";
import { StreamDecoder } from "../bytes/decode.js";
import { headOf } from "../bytes/head-of.js";
import type { Import, ReadLimits } from "../import.js";
import { hasHeader, headRecords, type TableSpec } from "../table/find-header.js";
import { headerOf } from "../table/header-marks.js";
import type { CrmOptions } from "./crm-table.js";
import { readSalesforceContacts, type SalesforceOptions } from "./salesforce-contacts.js";

/** How to read a whole export of Salesforce. */
export interface SalesforceExportOptions extends CrmOptions, ArchiveLimits {
  /** As for `readSalesforceContacts`. */
  readonly userId?: string;
}

/**
 * Reads the zip of Salesforce's data export, or its files already unpacked. Contacts, accounts, opportunities, their contact roles,
 * tasks and events are known by their headers and not by their names. Each of the other files, and a second one of a kind, has an issue
 * with its place in the list (`source`). One with bytes that are no text an error. All else is as `readSalesforceContacts` does it.
 * @throws WarmpathError `COLUMNS_NOT_FOUND` where no file holds contacts, `ARCHIVE_CORRUPT`, `LIMIT_EXCEEDED`, and as
 * `readSalesforceContacts` does.
 */
export function readSalesforceExport(
  input: FileBytes | readonly ArchiveFile[],
  options: SalesforceExportOptions,
): Import {
  return madeOf("input", () => readTables(input, options));
}

function readTables(input: FileBytes | readonly ArchiveFile[], options: SalesforceExportOptions): Import {
  const issues: Issue[] = [];
  const zip = asBytes(input);
  const files =
    zip === undefined
      ? givenTables(input as readonly ArchiveFile[])
      : zippedTables(zip, options ?? {}, issues);
  const found: Partial<Record<SalesforceKind, ArchiveTable>> = {};
  files.forEach((file, source) => {
    const kind = kindOf(file, options ?? {});
    if (kind !== undefined && kind !== "no text" && found[kind] === undefined) {
      found[kind] = file;
      return;
    }
    // To its end, where its checksum tells whether this is what the file was.
    for (const _ of file.pieces());
    issues.push({ ...(kind === undefined ? NOT_USED : kind === "no text" ? NO_TEXT : REPEATED), source });
  });
  const { contacts, ...others } = found;
  if (contacts === undefined) {
    throw new WarmpathError("COLUMNS_NOT_FOUND", "no file of the export holds contacts", {
      files: files.length,
    });
  }
  const sides: Partial<Record<keyof typeof others, string>> = {};
  for (const [kind, file] of Object.entries(others)) {
    const text = textIfAny(file, options, issues, kind);
    if (text !== undefined) sides[kind as keyof typeof others] = text;
  }
  const all: SalesforceOptions = { ...options, ...sides };
  const read = readSalesforceContacts(textOf(contacts, options, issues), all);
  return { ...read, issues: [...issues, ...read.issues] };
}

/** True where one of the files is a data export's table of contacts. */
export function isSalesforceExport(
  files: readonly ArchiveTable[],
  options: ReadLimits & Pick<CrmOptions, "encoding">,
): boolean {
  return files.some((file) => kindOf(file, options) === "contacts");
}

/** What a file of the export is. */
export type SalesforceKind = "contacts" | "accounts" | "opportunities" | "roles" | "tasks" | "events";

function kindOf(
  file: ArchiveTable,
  options: ReadLimits & Pick<CrmOptions, "encoding">,
): SalesforceKind | "no text" | undefined {
  const head = headOf(file.pieces(), options.encoding);
  if (head === undefined) return "no text";
  const records = headRecords(head, options);
  return SALESFORCE_KINDS.find(([, spec]) => hasHeader(spec, records))?.[0];
}

/** The text of a table beside the contacts; where its bytes are no text it is left out whole, and an issue says so. */
function textIfAny(
  file: ArchiveTable,
  options: CrmOptions,
  issues: Issue[],
  source: string,
): string | undefined {
  try {
    return textOf(file, options, issues);
  } catch (error) {
    if (!isWarmpathError(error) || error.code !== "ENCODING_UNKNOWN") throw error;
    issues.push({ ...NO_TEXT, source });
    return undefined;
  }
}

function textOf(file: ArchiveTable, options: CrmOptions, issues: Issue[]): string {
  const decoder = new StreamDecoder(options?.encoding, issues);
  const parts: string[] = [];
  for (const piece of file.pieces()) parts.push(decoder.push(piece));
  return [...parts, decoder.end()].join("");
}

/** Each kind by columns that only its object has, without those of objects that are alike (users, leads, histories, quotes). */
export const SALESFORCE_KINDS: readonly (readonly [SalesforceKind, TableSpec<string>])[] = [
  ["roles", headerOf(["opportunityid", "contactid", "isprimary"])],
  ["tasks", headerOf(["whoid", "activitydate", "status"])],
  ["events", headerOf(["whoid", "startdatetime"])],
  ["opportunities", headerOf(["id", "stagename", "closedate"], ["opportunityid"])],
  ["contacts", headerOf(["id", "lastname", "accountid"], ["username"])],
  ["accounts", headerOf(["id", "name", "industry"], ["company", "accountid", "isconverted"])],
];
const NOT_USED: Issue = {
  code: "FILE_NOT_USED",
  severity: "info",
  message: "Nothing in this file tells of contacts.",
};
const NO_TEXT: Issue = {
  code: "ENCODING_UNKNOWN",
  severity: "error",
  message: "A file with bytes that are no text was left out.",
};
const REPEATED: Issue = {
  code: "FILE_REPEATED",
  severity: "warning",
  message: "A second file of this kind; the first one was read.",
};
