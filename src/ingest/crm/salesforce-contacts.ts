import type { Issue } from "../../base/index.js";
import { foldCompany } from "../../people/index.js";
import type { ReadInput, Reading } from "../bytes/feed.js";
import { checkReaderOptions } from "../owner.js";
import type { ContactColumn } from "../table/contact-table.js";
import type { TableRow } from "../table/table-reader.js";
import { type Company, readCompanies } from "./crm-companies.js";
import { industriesOf } from "./crm-industry.js";
import { checkCuts, type Marks, marksOf, SatisfactionColumns } from "./crm-satisfaction.js";
import type { SideInput } from "./crm-side-table.js";
import { type CrmExtra, type CrmOptions, readCrmTable, withSides } from "./crm-table.js";
import { type ToldRole, tagsOf, toldRoles } from "./crm-tags.js";
import { yesOrNo } from "./crm-words.js";
import { readSalesforceActivities } from "./salesforce-activities.js";
import { readSalesforceDeals } from "./salesforce-deals.js";
import { managerTies, type ReportLine } from "./salesforce-managers.js";
import { ACCOUNTS, idKey, SALESFORCE, type SalesforceColumn } from "./salesforce-tables.js";

/** A Salesforce export's further files, by the objects of its data export. */
export interface SalesforceOptions extends CrmOptions {
  /** `Account.csv`: companies of contacts by id, and their types. */
  readonly accounts?: SideInput;
  /** `Opportunity.csv`. */
  readonly opportunities?: SideInput;
  /** `OpportunityContactRole.csv`: which contacts have a part in which opportunity. */
  readonly roles?: SideInput;
  /** `Task.csv`: calls and mails. */
  readonly tasks?: SideInput;
  /** `Event.csv`: meetings. */
  readonly events?: SideInput;
  /** Id of the Salesforce user who the owner is (`005…`): tasks and events of others are not theirs. @defaultValue the only user whose rows can be used */
  readonly userId?: string;
}

/**
 * Reads contacts of Salesforce with the other objects of the export. The table is a report (`First Name`, `Account Name`, …; its footer is skipped) or `Contact.csv` of a data export
 * (`FirstName`, `AccountId`, …). Ids of 15 and 18 characters are the same up to the fifteenth;
 * deleted rows are skipped. Opportunities bring the same tags as HubSpot's deals, types of accounts as those of its companies.
 * Where one contact reports to another of the same company, a tie between the two is told, which is the owner's to take back. No
 * other export says that two contacts know each other. The further tables are counted in `sides`; each of their rows that is
 * not used has an issue whose `source` is the option's name.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readSalesforceContacts<Input extends ReadInput>(
  input: Input,
  options: SalesforceOptions,
): Reading<Input> {
  const owner = checkReaderOptions(options, ...SALESFORCE_OPTIONS);
  const cuts = checkCuts(options.satisfaction);
  const accounts =
    options.accounts === undefined
      ? undefined
      : readCompanies("accounts", options.accounts, ACCOUNTS, options, cuts, idKey);
  const deals = readSalesforceDeals(options, options, cuts);
  const activities = readSalesforceActivities(options, options);
  const own: Issue[] = [];
  const content = new SatisfactionColumns(cuts, (issue) => own.push(issue));
  const lines: ReportLine[] = [];
  const extraOf = (one: TableRow<ContactColumn | SalesforceColumn>): SalesforceExtra => {
    const { row, cell } = one;
    const [key, account] = [idKey(cell("id")), idKey(cell("accountId"))];
    const employer = accounts?.known.get(account);
    const skip = yesOrNo(cell("deleted")) ? "ROW_DELETED" : isFooter(cell) ? "ROW_FOOTER" : undefined;
    const type = toldRoles(cell("contactType"), "contact type");
    const marks = marksOf(one);
    const company = cell("company") || employer?.name || "";
    if (skip === undefined) {
      content.take(marks);
      lines.push({ row, key, manager: idKey(cell("managerId")), account, company: foldCompany(company) });
    }
    const industries = industriesOf(cell("industry"));
    return { key, type, industries, employer, marks, skip, company: company || undefined };
  };
  return readCrmTable(input, options, {
    spec: SALESFORCE,
    extraOf,
    tagsOf: ({ key, type, industries, employer, marks }) =>
      tagsOf({
        deals: deals.ofContact.get(key),
        roles: [...type, ...(employer?.roles ?? [])],
        industries: industries.length > 0 ? industries : employer?.industries,
        own: content.read(marks),
        company: employer?.satisfaction,
      }),
    finish: (read, people) => {
      deals.tellUnknown(people);
      const interactions = activities.interactions(people);
      const ties = [...read.ties, ...managerTies(lines, people, owner.id, own)];
      const tables = [accounts?.table, ...deals.tables, ...activities.tables];
      return withSides({ ...read, ties, interactions }, own, tables);
    },
  });
}

/** What this reader takes beside what every reader does. */
const SALESFORCE_OPTIONS = [
  "dateOrder",
  "satisfaction",
  "accounts",
  "opportunities",
  "roles",
  "tasks",
  "events",
  "userId",
] as const;

/** What a row of contacts tells, with the marks as they are written: their column decides. */
interface SalesforceExtra extends CrmExtra {
  readonly key: string;
  readonly type: readonly ToldRole[];
  readonly industries: readonly string[];
  readonly employer: Company | undefined;
  readonly marks: Marks | undefined;
}

/** True for the lines that a report ends in. */
function isFooter(cell: TableRow<ContactColumn>["cell"]): boolean {
  const words = cell("first") || cell("last") || cell("name");
  return cell("email") + cell("company") + cell("title") === "" && FOOTER.test(words);
}

const FOOTER = /^(?:copyright|confidential information|generated by|grand totals?)\b/i;
