import type { Issue } from "../../base/index.js";
import type { ReadInput, Reading } from "../bytes/feed.js";
import { checkReaderOptions } from "../owner.js";
import { type Company, readCompanies } from "./crm-companies.js";
import { chanceReader, DealBook, outcomeOf, REPEATED_DEAL, splitIds } from "./crm-deals.js";
import { industriesOf } from "./crm-industry.js";
import {
  type CheckedCuts,
  checkCuts,
  type Marks,
  marksOf,
  SatisfactionColumns,
  satisfactionOf,
} from "./crm-satisfaction.js";
import { type SideInput, SideTable } from "./crm-side-table.js";
import { type CrmExtra, type CrmOptions, type CrmPeople, readCrmTable, withSides } from "./crm-table.js";
import { type ClosedDeal, type DealsTold, type ToldRole, tagsOf, toldRoles } from "./crm-tags.js";
import { yesOrNo } from "./crm-words.js";
import { DateColumn } from "./date-column.js";
import { HUBSPOT, HUBSPOT_COMPANIES, HUBSPOT_DEALS, type HubSpotDealColumn } from "./hubspot-words.js";

/** A HubSpot export's further files. */
export interface HubSpotOptions extends CrmOptions {
  /** The deals of the same account, with the column `Associated Contact IDs`. */
  readonly deals?: SideInput;
  /** The companies of the same account: names for contacts that have none, and types. */
  readonly companies?: SideInput;
}

/**
 * Reads HubSpot's export of contacts, any columns in any order. Headers may be English, German, Spanish, French, Portuguese, Italian,
 * Dutch or Japanese (`hubspot-words.ts` says which words were seen and which are guessed). Tags tell clients and since when, lost
 * prospects, partners, vendors, competitors and satisfaction, by deals, lifecycle stage, type and survey columns. Which brings which
 * stands in `crm-words.ts` and at `tagsOf`. Deals and companies are counted in `sides`. A row may not be used (an open
 * deal, one whose contacts are not in the table). It has an issue whose `source` is `deals` or `companies`.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readHubSpotContacts<Input extends ReadInput>(
  input: Input,
  options: HubSpotOptions,
): Reading<Input> {
  checkReaderOptions(options, "dateOrder", "satisfaction", "deals", "companies");
  const cuts = checkCuts(options.satisfaction);
  const deals = options.deals === undefined ? undefined : readDeals(options.deals, options, cuts);
  const companies =
    options.companies === undefined
      ? undefined
      : readCompanies("companies", options.companies, HUBSPOT_COMPANIES, options, cuts);
  const own: Issue[] = [];
  const content = new SatisfactionColumns(cuts, (issue) => own.push(issue));
  const days = new DateColumn("since", options.dateOrder, (issue) => own.push(issue));
  return readCrmTable(input, options, {
    spec: HUBSPOT,
    extraOf: (one): HubSpotExtra => {
      const { row, cell } = one;
      const [since, marks] = [cell("since"), marksOf(one)];
      days.take(since);
      content.take(marks);
      const ids = [...splitIds(cell("primaryId")), ...splitIds(cell("companyIds"))];
      const employer = ids.map((id) => companies?.known.get(id)).find((found) => found !== undefined);
      const name = cell("company") || employer?.name || (cell("associated").split(";")[0] ?? "").trim();
      const stage = toldRoles(cell("lifecycle"), "lifecycle stage");
      const type = toldRoles(cell("contactType"), "contact type");
      const industries = industriesOf(cell("industry"));
      const told = { row, key: cell("id"), stage, type, industries, employer, since, marks };
      return { ...told, company: name || undefined };
    },
    tagsOf: ({ row, key, stage, type, industries, employer, since, marks }) =>
      tagsOf({
        deals: deals?.ofContact.get(key),
        roles: [...stage, ...type, ...(employer?.roles ?? [])],
        industries: industries.length > 0 ? industries : employer?.industries,
        since: days.read(row, since)?.day,
        own: content.read(marks),
        company: employer?.satisfaction,
      }),
    finish: (read, people) => {
      if (deals !== undefined) tellUnknown(deals, people);
      return withSides(read, own, [deals?.table, companies?.table]);
    },
  });
}

/** What a row of contacts tells, with the cells that the whole column decides as they are written. */
interface HubSpotExtra extends CrmExtra {
  readonly row: number;
  readonly key: string;
  readonly stage: readonly ToldRole[];
  readonly type: readonly ToldRole[];
  readonly industries: readonly string[];
  readonly employer: Company | undefined;
  readonly since: string;
  readonly marks: Marks | undefined;
}

interface HubSpotDeals {
  readonly table: SideTable<HubSpotDealColumn>;
  readonly ofContact: ReadonlyMap<string, DealsTold>;
  readonly closed: readonly { readonly row: number; readonly contacts: readonly string[] }[];
}

function readDeals(input: SideInput, options: CrmOptions, cuts: CheckedCuts): HubSpotDeals {
  const table = new SideTable("deals", input, HUBSPOT_DEALS, options);
  const book = new DealBook();
  const closed: { row: number; contacts: string[] }[] = [];
  const dateOf = table.dateOf("closed", options.dateOrder);
  const contentOf = satisfactionOf(table.rows, cuts, (issue) => table.tell(issue));
  const chanceOf = chanceReader(table.rows.map(({ cell }) => cell("probability")));
  for (const one of table.rows) {
    const { row, cell } = one;
    const contacts = splitIds(cell("contacts"));
    const outcome = outcomeOf({
      won: yesOrNo(cell("isWon")),
      lost: yesOrNo(cell("isLost")),
      stage: cell("stage"),
      chance: chanceOf(cell("probability")),
    });
    if (outcome === undefined) table.skip(row, "DEAL_OPEN", "neither won nor lost, as far as it tells.");
    else if (contacts.length === 0) table.skip(row, "DEAL_WITHOUT_CONTACT", "it names no contact.");
    else {
      const satisfaction = contentOf(one);
      const day = dateOf(one)?.day;
      const deal: ClosedDeal = { outcome, ...(day && { day }), ...(satisfaction && { satisfaction }) };
      closed.push({ row, contacts });
      if (book.add(cell("id"), deal, contacts)) table.tell({ ...REPEATED_DEAL, row });
    }
  }
  return { table, ofContact: book.ofContact, closed };
}

/** Tells of deals whose contacts, all or some, are not among those that were kept. */
function tellUnknown({ table, closed }: HubSpotDeals, people: CrmPeople): void {
  for (const { row, contacts } of closed) {
    const known = contacts.filter((id) => people.has(id)).length;
    if (known === 0) table.skip(row, "CONTACT_UNKNOWN", "none of its contacts is in the table of contacts.");
    else if (known < contacts.length) {
      const message = "Some of its contacts are not in the table of contacts.";
      table.tell({ code: "CONTACT_UNKNOWN", severity: "info", message, row, column: "contacts" });
    }
  }
}
