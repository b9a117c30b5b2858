import { WarmpathError } from "../base/index.js";
import type { Person } from "../people/index.js";
import { readContacts, readGoogleContacts, readOutlookContacts } from "./address-books.js";
import { type ArchiveLimits, zippedTables } from "./bytes/archive-files.js";
import { asBytes, type FileBytes } from "./bytes/as-bytes.js";
import type { ReadControl } from "./bytes/feed.js";
import { headOf } from "./bytes/head-of.js";
import { readApolloContacts } from "./crm/apollo-contacts.js";
import { readHubSpotContacts } from "./crm/hubspot-contacts.js";
import { HUBSPOT_MARKS } from "./crm/hubspot-words.js";
import { readPipedrivePersons } from "./crm/pipedrive-persons.js";
import { readSalesforceContacts } from "./crm/salesforce-contacts.js";
import { isSalesforceExport, readSalesforceExport } from "./crm/salesforce-export.js";
import type { Import, ReadLimits } from "./import.js";
import { readInteractions } from "./interactions.js";
import { isLinkedInArchive } from "./linkedin/archive-classify.js";
import { CONNECTIONS, KINDS } from "./linkedin/archive-tables.js";
import { readLinkedInArchive } from "./linkedin/linkedin-archive.js";
import { readLinkedInConnections } from "./linkedin/linkedin-connections.js";
import { MESSAGES, readMessages } from "./linkedin/linkedin-messages.js";
import type { IdOf } from "./reader-id.js";
import { beginsAs, headerOf } from "./table/header-marks.js";
import { type HeadRecords, headRecords } from "./table/table-reader.js";
import { readVCards } from "./vcards.js";

/** What a file is. Each has a reader of its own; a single table of a LinkedIn archive counts as one. */
export type ExportFormat =
  | "linkedin-archive"
  | "linkedin-connections"
  | "linkedin-messages"
  | "google"
  | "outlook"
  | "vcard"
  | "hubspot"
  | "salesforce"
  | "salesforce-export"
  | "pipedrive"
  | "apollo"
  | "interactions"
  | "contacts";

/** How to read a file whose format is not known before. */
export interface ExportOptions extends ReadLimits, ReadControl, ArchiveLimits {
  /** Whose export this is. */
  readonly owner: Person;
  /** Ids of the caller's own. @defaultValue ids that hold no name */
  readonly idOf?: IdOf;
}

/**
 * What a file is, by its bytes and its header and never by its name; undefined where no reader knows it. Enough of its beginning
 * will do, but for a zip.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is neither text nor bytes, `ARCHIVE_CORRUPT`, `LIMIT_EXCEEDED`.
 */
export function formatOf(
  file: string | FileBytes,
  given: ReadLimits & ArchiveLimits & Pick<ReadControl, "encoding"> = {},
): ExportFormat | undefined {
  const options = given ?? {};
  const input = asBytes(file) ?? file;
  if (typeof input !== "string" && !(input instanceof Uint8Array)) {
    throw new WarmpathError("INVALID_ARGUMENT", "the input is to be a string or bytes", {
      type: typeof input,
    });
  }
  if (isZip(input)) {
    const files = zippedTables(input, options, []);
    if (isSalesforceExport(files, options)) return "salesforce-export";
    return isLinkedInArchive(files, options) ? "linkedin-archive" : undefined;
  }
  const head = headOf([input], options.encoding);
  if (head === undefined) return undefined;
  if (/^BEGIN:VCARD\s*$/im.test(head)) return "vcard";
  const records = headRecords(head, options);
  return TABLES.find(([, isKind]) => isKind(records))?.[0];
}

/**
 * Reads a whole file of any format that a reader knows; `format` tells which it was. Further tables of a CRM, and a column map, are
 * its own reader's to take.
 * @throws WarmpathError `FORMAT_UNKNOWN` for a file that no reader knows, and as the format's own reader does.
 * @example
 * for (const file of files) network.import(readExport(file, { owner: me }));
 */
export function readExport(
  file: string | FileBytes,
  options: ExportOptions,
): Import & { readonly format: ExportFormat } {
  const input = asBytes(file) ?? (file as string);
  const format = formatOf(input, options);
  if (format === undefined) {
    throw new WarmpathError("FORMAT_UNKNOWN", "no reader knows this file; readContacts takes a column map", {
      formats: Object.keys(READERS).length,
    });
  }
  return { ...READERS[format](input, options), format };
}

/** "PK" and a control character, with which a zip's first entry or its directory begins. */
function isZip(input: string | Uint8Array): input is Uint8Array {
  return typeof input !== "string" && input[0] === 0x50 && input[1] === 0x4b && (input[2] ?? 32) < 32;
}

/** The most telling headers first; one that several have last. */
const TABLES: readonly (readonly [ExportFormat, (head: HeadRecords) => boolean])[] = [
  ["linkedin-messages", beginsAs(MESSAGES)],
  ["linkedin-connections", beginsAs(CONNECTIONS)],
  ...KINDS.map(([, isKind]) => ["linkedin-archive", isKind] as const),
  ["pipedrive", beginsAs(headerOf(["person name"], ["deal title", "deal id"]))],
  ["apollo", beginsAs(headerOf(["person linkedin url", "last name"]))],
  ["google", beginsAs(headerOf(["e mail 1 value"]))],
  ["google", beginsAs(headerOf(["phonetic first name", "last name"]))],
  ["google", beginsAs(headerOf(["given name", "family name", "yomi name|group membership"]))],
  ["salesforce", beginsAs(headerOf(["lastname", "accountid"], ["username"]))],
  ["salesforce", beginsAs(headerOf(["account name", "last name|name|full name"]))],
  ["hubspot", beginsAs(headerOf(HUBSPOT_MARKS))],
  ["outlook", beginsAs(headerOf(["last name|nachname", "e mail address|e mail adresse"]))],
  ["interactions", beginsAs(headerOf(["who|person|contact|with", "when|date|at"]))],
  [
    "contacts",
    beginsAs(
      headerOf(
        [
          "name|full name|last name|lastname|family name",
          "email|e mail|email address|company|organization|linkedin url",
        ],
        ["username"],
      ),
    ),
  ],
];

const READERS: Readonly<
  Record<ExportFormat, (input: string | Uint8Array, options: ExportOptions) => Import>
> = {
  "linkedin-archive": (file, options) =>
    isZip(file)
      ? readLinkedInArchive(file, options)
      : readLinkedInArchive([{ name: "", text: file }], options),
  "linkedin-connections": readLinkedInConnections,
  "linkedin-messages": readMessages,
  google: readGoogleContacts,
  outlook: readOutlookContacts,
  vcard: readVCards,
  hubspot: readHubSpotContacts,
  salesforce: readSalesforceContacts,
  "salesforce-export": (zip, options) => readSalesforceExport(zip as Uint8Array, options),
  pipedrive: readPipedrivePersons,
  apollo: readApolloContacts,
  interactions: readInteractions,
  contacts: readContacts,
};
