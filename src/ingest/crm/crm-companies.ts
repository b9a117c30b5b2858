import type { TableSpec } from "../table/find-header.js";
import { industriesOf } from "./crm-industry.js";
import {
  type CheckedCuts,
  type Satisfaction,
  type SatisfactionColumn,
  satisfactionOf,
} from "./crm-satisfaction.js";
import { type SideInput, SideTable } from "./crm-side-table.js";
import type { CrmOptions, SideReport } from "./crm-table.js";
import { type ToldRole, toldRoles } from "./crm-tags.js";
import { yesOrNo } from "./crm-words.js";

/** Our own names of the columns of companies; a CRM that does not have one gives it no alias. */
export type CompanyColumn =
  | SatisfactionColumn
  | "id"
  | "name"
  | "type"
  | "lifecycle"
  | "industry"
  | "deleted";

/** What a CRM tells of a company, for all contacts who are of it. */
export interface Company {
  readonly name: string;
  readonly roles: readonly ToldRole[];
  readonly industries: readonly string[];
  readonly satisfaction: Satisfaction | undefined;
}

/** A CRM's companies by the keys of their ids; of several rows with one id one counts, whatever their order. */
export function readCompanies(
  source: string,
  input: SideInput,
  spec: TableSpec<CompanyColumn>,
  options: CrmOptions,
  cuts: CheckedCuts,
  keyOf: (id: string) => string = (id) => id,
): { readonly table: SideReport; readonly known: ReadonlyMap<string, Company> } {
  const table = new SideTable(source, input, spec, options);
  const known = new Map<string, Company>();
  const contentOf = satisfactionOf(table.rows, cuts, (issue) => table.tell(issue));
  for (const one of table.rows) {
    const { row, cell } = one;
    const key = keyOf(cell("id"));
    if (yesOrNo(cell("deleted"))) table.skip(row, "ROW_DELETED", "it was deleted.");
    else if (key === "") table.skip(row, "ROW_WITHOUT_ID", "no other table can name it.");
    else {
      const company: Company = {
        name: cell("name"),
        roles: [
          ...toldRoles(cell("type"), "company type"),
          ...toldRoles(cell("lifecycle"), "company's lifecycle stage"),
        ],
        industries: industriesOf(cell("industry")),
        satisfaction: contentOf(one),
      };
      const before = known.get(key);
      if (before === undefined || JSON.stringify(company) < JSON.stringify(before)) known.set(key, company);
      if (before !== undefined) {
        const message = "A row with this id came before; one of the two counts.";
        table.tell({ code: "ID_REPEATED", severity: "warning", message, row });
      }
    }
  }
  return { table, known };
}
