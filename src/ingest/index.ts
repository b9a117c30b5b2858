export type { DateOrder } from "./calendar-date.js";
export type { TextEncodingName } from "./decode.js";
export type { Import, ImportReport, ReadLimits } from "./import.js";
export { type LinkedInConnectionsOptions, readLinkedInConnections } from "./linkedin-connections.js";
export type { IdOf, ReadRow } from "./reader-id.js";
