export { type ColumnMap, readContacts, readGoogleContacts, readOutlookContacts } from "./address-books.js";
export type { ArchiveFile, ArchiveLimits } from "./bytes/archive-files.js";
export type { FileBytes } from "./bytes/as-bytes.js";
export type { TextEncodingName } from "./bytes/encodings.js";
export type { Chunks, ReadControl, ReadInput, Reading } from "./bytes/feed.js";
export { type CalendarOptions, readCalendar } from "./calendar/read-calendar.js";
export { readCareers } from "./careers.js";
export { readApolloContacts } from "./crm/apollo-contacts.js";
export type { SatisfactionCuts } from "./crm/crm-satisfaction.js";
export type { SideInput } from "./crm/crm-side-table.js";
export type { CrmOptions } from "./crm/crm-table.js";
export { type HubSpotOptions, readHubSpotContacts } from "./crm/hubspot-contacts.js";
export { readPipedrivePersons } from "./crm/pipedrive-persons.js";
export { readSalesforceContacts, type SalesforceOptions } from "./crm/salesforce-contacts.js";
export { readSalesforceExport, type SalesforceExportOptions } from "./crm/salesforce-export.js";
export type { Import, ImportReport, ReadLimits } from "./import.js";
export { type InteractionsOptions, readInteractions } from "./interactions.js";
export {
  type Archived,
  type ArchiveInput,
  type LinkedInArchiveOptions,
  readLinkedInArchive,
} from "./linkedin/linkedin-archive.js";
export { type LinkedInConnectionsOptions, readLinkedInConnections } from "./linkedin/linkedin-connections.js";
export { type LinkedInMessagesOptions, readLinkedInMessages } from "./linkedin/linkedin-messages.js";
export { readLinkedInPortability } from "./linkedin/linkedin-portability.js";
export { type MailOptions, readMailHeaders } from "./mail/mail-headers.js";
export type { MailInput } from "./mail/mail-messages.js";
export { type ExportFormat, type ExportOptions, formatOf, readExport } from "./read-export.js";
export { type FileImport, readExports } from "./read-exports.js";
export type { IdOf, ReadRow } from "./reader-id.js";
export { fromRecords, type RecordsImport, type RecordsOptions } from "./records/from-records.js";
export type { KeptRecords } from "./records/record-book.js";
export type { RecordsInput } from "./records/record-lists.js";
export type { RecordFormat } from "./records/record-shape.js";
export type { NamedFile } from "./side-files.js";
export type { DateOrder } from "./table/calendar-date.js";
export type { ContactColumn, ContactsOptions } from "./table/contact-table.js";
export { readVCards } from "./vcards.js";
