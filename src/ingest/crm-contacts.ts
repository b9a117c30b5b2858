import type { Issue } from "../base/index.js";
import type { Tag } from "../people/index.js";
import { readDate } from "./calendar-date.js";
import {
  type ContactColumn,
  type ContactExtra,
  type ContactsOptions,
  contactSpec,
  readContactTable,
} from "./contact-table.js";
import { decodeText } from "./decode.js";
import type { ReadInput, Reading } from "./feed.js";
import { TableReader, type TableRow, type TableSpec } from "./table-reader.js";

/** A HubSpot export's further files. */
export interface HubSpotOptions extends ContactsOptions {
  /** The deals of the same account: won ones mark their contacts as clients, lost ones as people who once showed interest. */
  readonly deals?: string | Uint8Array;
}

/**
 * Reads HubSpot's export of contacts (English headers, any columns and order), and its deals: contacts of a won deal get the tag
 * `source:clients` with the month of the sale, contacts of a lost one `source:business-contacts`.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readHubSpotContacts<Input extends ReadInput>(
  input: Input,
  options: HubSpotOptions,
): Reading<Input> {
  const issues: Issue[] = [];
  const tags =
    options?.deals === undefined ? new Map<string, Tag[]>() : readDeals(options.deals, options, issues);
  const extraOf = (row: TableRow<ContactColumn>): ContactExtra => ({ tags: tags.get(row.cell("id")) ?? [] });
  return readContactTable(input, options, HUBSPOT, extraOf, (read) => ({
    ...read,
    issues: [...read.issues, ...issues],
  }));
}

/** A Salesforce export's further files. */
export interface SalesforceOptions extends ContactsOptions {
  /** `Account.csv` of the same data export, to turn account ids into companies. */
  readonly accounts?: string | Uint8Array;
}

/**
 * Reads contacts of Salesforce: a report (`First Name`, `Account Name`, …; its footer is skipped) or `Contact.csv` of a data export
 * (`FirstName`, `AccountId`, …; deleted rows are skipped). Ids of 15 and 18 characters are the same up to the fifteenth.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readSalesforceContacts<Input extends ReadInput>(
  input: Input,
  options: SalesforceOptions,
): Reading<Input> {
  const issues: Issue[] = [];
  const accounts = new Map<string, string>();
  if (options?.accounts !== undefined) {
    readTable(options.accounts, ACCOUNTS, options, issues, "accounts", ({ cell }) => {
      accounts.set(cell("id").slice(0, 15), cell("name"));
    });
  }
  const extraOf = ({ cell }: TableRow<ContactColumn>): ContactExtra => {
    if (/^(?:1|true)$/i.test(cell("deleted"))) return { skip: "ROW_DELETED" };
    const words = cell("first") || cell("last") || cell("name");
    if (cell("email") + cell("company") + cell("title") === "" && FOOTER.test(words))
      return { skip: "ROW_FOOTER" };
    const company = accounts.get(cell("accountId").slice(0, 15));
    return cell("company") === "" && company !== undefined ? { company } : {};
  };
  return readContactTable(input, options, SALESFORCE, extraOf, (read) => ({
    ...read,
    issues: [...read.issues, ...issues],
  }));
}

/** Tags by contact id. Stages are compared by their English words; "won" and "lost" are in every default pipeline. */
function readDeals(
  input: string | Uint8Array,
  options: ContactsOptions,
  issues: Issue[],
): Map<string, Tag[]> {
  const tags = new Map<string, Tag[]>();
  readTable(input, DEALS, options, issues, "deals", ({ cell }) => {
    const stage = cell("stage").toLowerCase();
    const won = /\bwon\b/.test(stage.replace(/closed(?=won)/, "closed "));
    const lost = /\blost\b/.test(stage.replace(/closed(?=lost)/, "closed "));
    if (!won && !lost) return;
    const day = readDate(cell("closed"))?.day;
    const month = day === undefined ? "" : `, ${day.slice(0, 7)}`;
    const tag: Tag = {
      code: won ? "source:clients" : "source:business-contacts",
      evidence: won ? `won deal${month}` : `lost deal${month}`,
      ...(day === undefined ? {} : { at: day }),
    };
    for (const id of cell("contacts")
      .split(/[;,\s]+/)
      .filter(Boolean))
      tags.set(id, [...(tags.get(id) ?? []), tag]);
  });
  return tags;
}

/** A side table: its issues name it as their source; its rows are not counted among the contacts. */
function readTable<Column extends string>(
  input: string | Uint8Array,
  spec: TableSpec<Column>,
  options: ContactsOptions,
  issues: Issue[],
  source: string,
  onRow: ConstructorParameters<typeof TableReader<Column>>[3],
): void {
  const own: Issue[] = [];
  const reader = new TableReader(spec, options, own, onRow);
  reader.push(decodeText(input, options.encoding, own));
  reader.end();
  issues.push(...own.map((issue) => ({ ...issue, source })));
}

const HUBSPOT = contactSpec({ company: "company name|associated company|company" }, [
  "First Name",
  "Last Name",
  "Email",
  "Associated Company",
]);
const SALESFORCE = contactSpec({ company: "account name", location: "mailing city|mailingcity" }, [
  "First Name",
  "Last Name",
  "Account Name",
  "Email",
]);
const ACCOUNTS: TableSpec<"id" | "name"> = {
  columns: { id: "id|account id", name: "name|account name" },
  isHeader: (found) => found.size === 2,
  expected: ["Id", "Name"],
};
const DEALS: TableSpec<"stage" | "closed" | "contacts"> = {
  columns: { stage: "deal stage", closed: "close date", contacts: "associated contact ids" },
  isHeader: (found) => found.has("stage") && found.has("contacts"),
  expected: ["Deal Stage", "Close Date", "Associated Contact IDs"],
};
const FOOTER = /^(?:copyright|confidential information|generated by|grand totals?)\b/i;
