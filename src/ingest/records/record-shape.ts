import type { ContactColumn } from "../table/contact-table.js";
import type { Json, Paths } from "./fields-of.js";

/** What a record is of. */
export type RecordKind = "contacts" | "companies" | "deals" | "activities" | "associations";

/** Systems whose JSON is known, and `generic` for plain objects of one's own. */
export type RecordFormat = "hubspot" | "salesforce" | "pipedrive" | "twenty" | "attio" | "generic";

/** Our own names of what a contact's record tells beside what every table of contacts does. */
export type ContactField =
  | ContactColumn
  | "companyId"
  | "stage"
  | "type"
  | "industry"
  | "since"
  | "manager"
  | LastContact;
/** Days on which the owner and a contact last wrote or met. */
export type LastContact = "mailOut" | "mailIn" | "mail" | "meeting";
export type CompanyField = "id" | "name" | "type" | "stage" | "industry";
export type DealField = "id" | "stage" | "won" | "lost" | "isClosed" | "chance" | "closed" | "contacts";
export type ActivityField =
  | "id"
  | "type"
  | "subtype"
  | "at"
  | "user"
  | "contacts"
  | "direction"
  | "status"
  | "done"
  | "cancelled"
  | "automatic"
  | "subject"
  | "body";

/** How one system writes its records. */
export interface RecordShape {
  readonly format: RecordFormat;
  /** True for a record that no other system writes so. */
  readonly isOne: (record: Json) => boolean;
  /** Where a record tells its own kind. */
  readonly kind?: string;
  readonly contact: Paths<ContactField>;
  readonly company: Paths<CompanyField>;
  readonly deal: Paths<DealField>;
  readonly activity: Paths<ActivityField>;
  /** A deal and a contact of it, where a record of its own joins them. */
  readonly association?: Paths<"id" | "deal" | "contact" | "company" | "activity">;
  /** The stage of a won deal, where its word says nothing of it. */
  readonly wonStage?: string;
}
