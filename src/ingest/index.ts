export { type ColumnMap, readContacts, readGoogleContacts, readOutlookContacts } from "./address-books.js";
export type { ArchiveFile, ArchiveLimits } from "./archive-files.js";
export type { DateOrder } from "./calendar-date.js";
export type { ContactsOptions } from "./contact-table.js";
export {
  type HubSpotOptions,
  readHubSpotContacts,
  readSalesforceContacts,
  type SalesforceOptions,
} from "./crm-contacts.js";
export type { TextEncodingName } from "./decode.js";
export type { Chunks, ReadControl, ReadInput, Reading } from "./feed.js";
export type { Import, ImportReport, ReadLimits } from "./import.js";
export { type InteractionsOptions, readInteractions } from "./interactions.js";
export { type LinkedInArchiveOptions, readLinkedInArchive } from "./linkedin-archive.js";
export { type LinkedInConnectionsOptions, readLinkedInConnections } from "./linkedin-connections.js";
export { type LinkedInMessagesOptions, readLinkedInMessages } from "./linkedin-messages.js";
export type { IdOf, ReadRow } from "./reader-id.js";
export { readVCards } from "./vcards.js";
