import { fromUnits, madeOf, unfit, WarmpathError } from "../base/index.js";
import type { Person } from "../people/index.js";
import { readContacts, readGoogleContacts, readOutlookContacts } from "./address-books.js";
import { type ArchiveLimits, zippedTables } from "./bytes/archive-files.js";
import { asBytes, type FileBytes } from "./bytes/as-bytes.js";
import { StreamDecoder } from "./bytes/decode.js";
import type { ReadControl } from "./bytes/feed.js";
import { encodingFault, HEAD_LENGTH, headOf } from "./bytes/head-of.js";
import { readCalendar } from "./calendar/read-calendar.js";
import { CAREERS, readCareers } from "./careers.js";
import { readApolloContacts } from "./crm/apollo-contacts.js";
import { readHubSpotContacts } from "./crm/hubspot-contacts.js";
import { HUBSPOT_MARKS } from "./crm/hubspot-words.js";
import { readPipedrivePersons } from "./crm/pipedrive-persons.js";
import { readSalesforceContacts } from "./crm/salesforce-contacts.js";
import { isSalesforceExport, readSalesforceExport } from "./crm/salesforce-export.js";
import type { Import, ReadLimits } from "./import.js";
import { readInteractions } from "./interactions.js";
import { isLinkedInArchive } from "./linkedin/archive-classify.js";
import { CONNECTIONS, KINDS, POSITIONS } from "./linkedin/archive-tables.js";
import { readLinkedInArchive } from "./linkedin/linkedin-archive.js";
import { readLinkedInConnections } from "./linkedin/linkedin-connections.js";
import { readMessages } from "./linkedin/linkedin-messages.js";
import { isSnapshot, readLinkedInPortability } from "./linkedin/linkedin-portability.js";
import { MESSAGES } from "./linkedin/message-rows.js";
import { readMailHeaders } from "./mail/mail-headers.js";
import { checkReaderOptions } from "./owner.js";
import type { IdOf } from "./reader-id.js";
import { fromRecords } from "./records/from-records.js";
import { sideOf } from "./side-files.js";
import { ANY_CONTACTS } from "./table/contact-table.js";
import { type HeadRecords, headRecords } from "./table/find-header.js";
import { beginsAs, headerOf } from "./table/header-marks.js";
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
  | "careers"
  | "linkedin-portability"
  | "records"
  | "mail"
  | "calendar"
  | "contacts";

/** How to read a file whose format is not known before. */
export interface ExportOptions extends ReadLimits, ReadControl, ArchiveLimits {
  /** Whose export this is. */
  readonly owner: Person;
  /** Ids of the caller's own. @defaultValue ids that hold no name */
  readonly idOf?: IdOf;
  /** Day up to which meetings and activities have happened, of calendars and of CRMs' records. @defaultValue as their readers say */
  readonly now?: Date | string;
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
  return madeOf("options", () => {
    const options = given ?? {};
    const input = typeof file === "string" ? file : asBytes(file);
    if (input === undefined) {
      throw unfit("input", "a string or bytes");
    }
    if (isZip(input)) {
      const files = zippedTables(input as Uint8Array, options, []);
      if (isSalesforceExport(files, options)) return "salesforce-export";
      return isLinkedInArchive(files, options) ? "linkedin-archive" : undefined;
    }
    const head = headOf([input], options.encoding);
    // A card may tell for each of its lines in which encoding it is.
    const card = head ?? (typeof input === "string" ? "" : fromUnits(input.subarray(0, HEAD_LENGTH)));
    if (/^[A-Z][A-Za-z-]{1,40}:? /.test(card) && MAIL.every((header) => header.test(card))) return "mail";
    if (/^BEGIN:VCARD\s*$/im.test(card)) return "vcard";
    if (/^BEGIN:VCALENDAR\s*$/im.test(card)) return "calendar";
    if (head === undefined) return undefined;
    if (isSnapshot(head)) return "linkedin-portability";
    if (/^\s*[[{]/.test(head)) {
      if (MAIL_JSON.test(head)) return "mail";
      return RECORDS_JSON.test(head) ? "records" : undefined;
    }
    const records = headRecords(head, options);
    return TABLES.find(([, isKind]) => isKind(records))?.[0];
  });
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
  checkReaderOptions(options, "now");
  const format = formatOf(input, options);
  if (format === undefined) throw whyUnknown(input, options);
  const { now: _, ...undated } = options;
  return { ...READERS[format](input, DATED.has(format) ? options : undated), format };
}

/** Formats that tell of what is still to come. */
const DATED: ReadonlySet<ExportFormat> = new Set(["calendar", "records"]);

/** The text of a whole file. */
function textOf(file: string | Uint8Array, { encoding }: ExportOptions): string {
  const decoder = new StreamDecoder(encoding, []);
  return decoder.push(file) + decoder.end();
}

/** Headers that every mail has, and fields that the messages of mail programs' APIs have and records of a CRM do not. */
const MAIL = [/^From: /m, /^(?:Date|Received): /m];
const MAIL_JSON = /"(?:internetMessageHeaders|toRecipients|labelIds)"/;
/** Keys that the records of a CRM have, or the list that names them. Other JSON is given to `fromRecords` by hand. */
const RECORDS_JSON =
  /"(?:properties|attributes|contacts|people|persons|companies|deals|org_id|person_id|record_id|owner_id|primaryEmail)":/;

/** Why no reader knows a file. Its bytes are of another encoding, it is a further table of a CRM, or it is none of ours. */
function whyUnknown(input: string | Uint8Array, options: ExportOptions): WarmpathError {
  const formats = Object.keys(READERS).length;
  const file = options.file === undefined ? {} : { file: options.file };
  const fault = typeof input === "string" ? undefined : encodingFault(input, options.encoding);
  if (fault !== undefined) return fault;
  const head = headOf([input], options.encoding);
  const side = head === undefined ? undefined : sideOf(headRecords(head, options));
  if (side !== undefined) {
    const cure =
      side.option === undefined
        ? `the column "${side.lacks}" is missing`
        : `it is read together with ${side.main}, by readExports or the option "${side.option}"`;
    const needs = side.lacks ?? side.needs;
    return new WarmpathError("FORMAT_UNKNOWN", `this is ${side.what}; ${cure}`, { ...file, needs, formats });
  }
  const message = "no reader knows this file; readContacts takes a column map";
  return new WarmpathError("FORMAT_UNKNOWN", message, { ...file, formats });
}

/** "PK" and a control character, with which a zip's first entry or its directory begins. */
function isZip(input: string | Uint8Array): boolean {
  return typeof input !== "string" && input[0] === 0x50 && input[1] === 0x4b && (input[2] ?? 32) < 32;
}

/** The most telling headers first; one that several have last. */
const TABLES: readonly (readonly [ExportFormat, (head: HeadRecords) => boolean])[] = [
  ["linkedin-messages", beginsAs(MESSAGES)],
  ["linkedin-connections", beginsAs(CONNECTIONS)],
  // Positions of somebody else than the owner are told with a name.
  ["careers", (head) => beginsAs(CAREERS)(head) && beginsAs(POSITIONS)(head)],
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
  ["careers", beginsAs(CAREERS)],
  ["contacts", beginsAs(ANY_CONTACTS)],
];

const READERS: Readonly<
  Record<ExportFormat, (input: string | Uint8Array, options: ExportOptions) => Import>
> = {
  "linkedin-archive": (file, options) =>
    isZip(file)
      ? readLinkedInArchive(file as Uint8Array, options)
      : readLinkedInArchive([{ name: options.file ?? "", text: file }], options),
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
  careers: readCareers,
  "linkedin-portability": readLinkedInPortability,
  records: (file, options) => fromRecords(textOf(file, options), options),
  mail: (file, options) => readMailHeaders(textOf(file, options), options),
  calendar: readCalendar,
  contacts: readContacts,
};
