import { addTo } from "../../base/index.js";
import type { TableRow } from "../table/table-reader.js";
import { DealBook, outcomeOf, REPEATED_DEAL } from "./crm-deals.js";
import { type CheckedCuts, satisfactionOf } from "./crm-satisfaction.js";
import { type SideInput, SideTable } from "./crm-side-table.js";
import type { CrmOptions, CrmPeople, SideReport } from "./crm-table.js";
import type { ClosedDeal, DealsTold } from "./crm-tags.js";
import { yesOrNo } from "./crm-words.js";
import { idKey, OPPORTUNITIES, type OpportunityColumn, ROLES } from "./salesforce-tables.js";

/** The opportunities that have ended, by the contacts who have a part in them. */
export interface SalesforceDeals {
  readonly tables: readonly (SideReport | undefined)[];
  readonly ofContact: ReadonlyMap<string, DealsTold>;
  /** Tells of rows that name no contact who was kept. */
  readonly tellUnknown: (people: CrmPeople) => void;
}

/** The files that it takes. */
export interface DealFiles {
  readonly opportunities?: SideInput;
  readonly roles?: SideInput;
}

/** Joins opportunities with the contact that each names itself and with the contacts whose roles name it. */
export function readSalesforceDeals(
  files: DealFiles,
  options: CrmOptions,
  cuts: CheckedCuts,
): SalesforceDeals {
  const parts = readRoles(files.roles, options);
  if (files.opportunities === undefined) {
    const tellUnknown = (people: CrmPeople) => parts.tellUnused(new Set(), people);
    return { tables: [parts.table], ofContact: new Map(), tellUnknown };
  }
  const table = new SideTable("opportunities", files.opportunities, OPPORTUNITIES, options);
  const book = new DealBook();
  const used = new Set<string>();
  const closed: { row: number; id: string; contact: string }[] = [];
  const dateOf = table.dateOf("closed", options.dateOrder);
  const contentOf = satisfactionOf(table.rows, cuts, (issue) => table.tell(issue));
  for (const one of table.rows) {
    const { row, cell } = one;
    const [id, contact] = [idKey(cell("id")), idKey(cell("contact"))];
    const others = parts.contactsOf(id);
    const outcome = howEnded(cell);
    if (yesOrNo(cell("deleted"))) table.skip(row, "ROW_DELETED", "it was deleted.");
    else if (outcome === undefined) table.skip(row, "DEAL_OPEN", "neither won nor lost, as far as it tells.");
    else if (contact === "" && others.length === 0)
      table.skip(row, "DEAL_WITHOUT_CONTACT", "neither it nor a role names a contact.");
    else {
      const satisfaction = contentOf(one);
      const day = dateOf(one)?.day;
      const deal: ClosedDeal = { outcome, ...(day && { day }), ...(satisfaction && { satisfaction }) };
      closed.push({ row, id, contact });
      // The contacts of its roles once, however often it comes.
      const contacts = [...(contact === "" ? [] : [contact]), ...(used.has(id) ? [] : others)];
      used.add(id);
      if (book.add(id, deal, contacts)) table.tell({ ...REPEATED_DEAL, row });
    }
  }
  const tellUnknown = (people: CrmPeople): void => {
    const known = new Set([...used].filter((id) => parts.contactsOf(id).some((other) => people.has(other))));
    for (const { row, id, contact } of closed) {
      if (people.has(contact) || known.has(id)) continue;
      table.skip(row, "CONTACT_UNKNOWN", "none of its contacts is in the table of contacts.");
    }
    parts.tellUnused(used, people);
  };
  return { tables: [table, parts.table], ofContact: book.ofContact, tellUnknown };
}

function howEnded(cell: TableRow<OpportunityColumn>["cell"]): ClosedDeal["outcome"] | undefined {
  const won = yesOrNo(cell("isWon"));
  const closed = yesOrNo(cell("isClosed"));
  const lost = closed === undefined || won === undefined ? undefined : closed && !won;
  return outcomeOf({ won, lost, stage: cell("stage") });
}

interface Roles {
  readonly table: SideReport | undefined;
  readonly contactsOf: (opportunity: string) => readonly string[];
  readonly tellUnused: (used: ReadonlySet<string>, people: CrmPeople) => void;
}

function readRoles(input: SideInput | undefined, options: CrmOptions): Roles {
  if (input === undefined) return { table: undefined, contactsOf: () => [], tellUnused: () => undefined };
  const table = new SideTable("roles", input, ROLES, options);
  const byOpportunity = new Map<string, { row: number; contact: string }[]>();
  const contacts = new Map<string, string[]>();
  for (const { row, cell } of table.rows) {
    const [opportunity, contact] = [idKey(cell("opportunity")), idKey(cell("contact"))];
    if (yesOrNo(cell("deleted"))) table.skip(row, "ROW_DELETED", "it was deleted.");
    else if (opportunity === "" || contact === "") table.skip(row, "ROW_WITHOUT_ID", "it joins nothing.");
    else {
      addTo(byOpportunity, opportunity, { row, contact });
      addTo(contacts, opportunity, contact);
    }
  }
  const tellUnused = (used: ReadonlySet<string>, people: CrmPeople): void => {
    for (const [opportunity, roles] of byOpportunity) {
      for (const { row, contact } of roles) {
        if (!used.has(opportunity))
          table.skip(row, "DEAL_UNUSED", "its opportunity is not there, open or deleted.");
        else if (!people.has(contact))
          table.skip(row, "CONTACT_UNKNOWN", "its contact is not in the table of contacts.");
      }
    }
  };
  return {
    table,
    contactsOf: (id) => contacts.get(id) ?? [],
    tellUnused,
  };
}
