import { type ContactColumn, contactSpec } from "../table/contact-table.js";
import type { TableSpec } from "../table/find-header.js";
import type { CompanyColumn } from "./crm-companies.js";
import { INDUSTRY_HEADERS } from "./crm-industry.js";
import { SATISFACTION_COLUMNS, type SatisfactionColumn } from "./crm-satisfaction.js";
import { withColumns } from "./crm-table.js";

/** Our own names of Salesforce's columns of contacts beside those of every table of contacts. */
export type SalesforceColumn =
  | SatisfactionColumn
  | "accountId"
  | "contactType"
  | "industry"
  | "managerId"
  | "deleted";

/** Contacts: a report (labels) or `Contact.csv` of a data export (API names). A report's `Reports To` is a name, and is not read. */
export const SALESFORCE: TableSpec<ContactColumn | SalesforceColumn> = withColumns(
  contactSpec(
    { id: "id|contact id|contactid", company: "account name", location: "mailing city|mailingcity" },
    ["First Name", "Last Name", "Account Name", "Email"],
    "salesforce",
  ),
  {
    ...SATISFACTION_COLUMNS,
    accountId: "accountid|account id",
    contactType: "contact type|contact type c",
    industry: `account industry|${INDUSTRY_HEADERS}`,
    managerId: "reportstoid|reports to id",
    deleted: "isdeleted",
  },
  (found) =>
    (found.has("name") || found.has("first") || found.has("last")) &&
    (["email", "company", "title", "url", "accountId"] as const).some((column) => found.has(column)),
);

/** `Account.csv`. */
export const ACCOUNTS: TableSpec<CompanyColumn> = {
  columns: {
    ...SATISFACTION_COLUMNS,
    id: "id|account id",
    name: "name|account name",
    type: "type|account type",
    lifecycle: "",
    industry: INDUSTRY_HEADERS,
    deleted: "isdeleted",
  },
  isHeader: (found) => found.has("id") && found.has("name"),
  expected: ["Id", "Name"],
};

/** Our own names of the columns of opportunities. */
export type OpportunityColumn =
  | SatisfactionColumn
  | "id"
  | "stage"
  | "closed"
  | "isClosed"
  | "isWon"
  | "contact"
  | "deleted";

/** `Opportunity.csv`. */
export const OPPORTUNITIES: TableSpec<OpportunityColumn> = {
  columns: {
    ...SATISFACTION_COLUMNS,
    id: "id|opportunity id",
    stage: "stagename|stage",
    closed: "closedate|close date",
    isClosed: "isclosed|closed",
    isWon: "iswon|won",
    contact: "contactid",
    deleted: "isdeleted",
  },
  isHeader: (found) => found.has("id") && (found.has("stage") || found.has("isWon")),
  expected: ["Id", "StageName", "CloseDate", "IsClosed", "IsWon"],
};

/** `OpportunityContactRole.csv`. What the role is called is not read. */
export const ROLES: TableSpec<"opportunity" | "contact" | "deleted"> = {
  columns: { opportunity: "opportunityid", contact: "contactid", deleted: "isdeleted" },
  isHeader: (found) => found.has("opportunity") && found.has("contact"),
  expected: ["OpportunityId", "ContactId"],
};

/** Our own names of the columns of activities; of subject and description nothing is kept. */
export type ActivityColumn =
  | "contact"
  | "owner"
  | "day"
  | "completedAt"
  | "start"
  | "status"
  | "isClosed"
  | "type"
  | "subtype"
  | "callType"
  | "subject"
  | "body"
  | "deleted";

const ACTIVITY: Readonly<Record<ActivityColumn, string>> = {
  contact: "whoid",
  owner: "ownerid",
  day: "activitydate",
  completedAt: "completeddatetime",
  start: "startdatetime|activitydatetime",
  status: "status",
  isClosed: "isclosed",
  type: "type",
  subtype: "tasksubtype",
  callType: "calltype",
  subject: "subject",
  body: "description",
  deleted: "isdeleted",
};

/** `Task.csv`: calls, mails and other work that was done or is to be done. Its column names are of the vendor's API; no export was seen. */
export const TASKS: TableSpec<ActivityColumn> = {
  columns: ACTIVITY,
  isHeader: (found) =>
    found.has("contact") && found.has("day") && (found.has("status") || found.has("isClosed")),
  expected: ["WhoId", "ActivityDate", "Status", "OwnerId", "Type"],
};

/** `Event.csv`: what stood in calendars. Its column names are of the vendor's API; no export was seen. */
export const EVENTS: TableSpec<ActivityColumn> = {
  columns: ACTIVITY,
  isHeader: (found) => found.has("contact") && found.has("start"),
  expected: ["WhoId", "StartDateTime", "OwnerId"],
};

/** An id of Salesforce's as a key: one of 18 characters is that of 15 with a checksum behind it, and case matters. */
export function idKey(id: string): string {
  return id.length === 18 ? id.slice(0, 15) : id;
}
