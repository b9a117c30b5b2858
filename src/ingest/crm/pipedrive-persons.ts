import type { Issue } from "../../base/index.js";
import type { InteractionRecord } from "../../people/index.js";
import type { ReadInput, Reading } from "../bytes/feed.js";
import { checkReaderOptions } from "../owner.js";
import { type ContactColumn, contactSpec } from "../table/contact-table.js";
import type { TableSpec } from "../table/find-header.js";
import { industriesOf } from "./crm-industry.js";
import { type CrmExtra, type CrmOptions, readCrmTable, withColumns, withSides } from "./crm-table.js";
import { type ToldRole, tagsOf, toldRoles } from "./crm-tags.js";
import { DateColumn } from "./date-column.js";

/**
 * Reads Pipedrive's export of persons (`Person - Name`, …; English, the older layout and the one with an address for each place). The
 * days of the last mail sent and received become interactions, as the owner's own: whoever exports a colleague's persons gives that
 * colleague as owner. Labels that are plain (`Customer`) become tags.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readPipedrivePersons<Input extends ReadInput>(
  input: Input,
  options: CrmOptions,
): Reading<Input> {
  const owner = checkReaderOptions(options, "dateOrder", "satisfaction");
  const own: Issue[] = [];
  const columns = MAILS.map(([column, direction]) => ({
    column,
    direction,
    dates: new DateColumn(column, options.dateOrder, (issue) => own.push(issue)),
  }));
  const mails: { readonly row: number; readonly texts: readonly string[] }[] = [];
  return readCrmTable(input, options, {
    spec: PIPEDRIVE,
    extraOf: ({ row, cell }): PipedriveExtra => {
      const texts = columns.map(({ column }) => cell(column));
      columns.forEach(({ dates }, at) => {
        dates.take(texts[at] ?? "");
      });
      if (texts.some(Boolean)) mails.push({ row, texts });
      const roles = toldRoles(cell("labels").replaceAll(",", ";"), "label");
      return { key: String(row), roles, industries: industriesOf(cell("industry")) };
    },
    tagsOf: ({ roles, industries }) => tagsOf({ roles, industries }),
    finish: (read, people) => {
      const interactions = mails.flatMap(({ row, texts }) => {
        const to = people.get(String(row));
        if (to === undefined) return [];
        return columns.flatMap(({ direction, dates }, at): InteractionRecord[] => {
          const mail = dates.read(row, texts[at] ?? "")?.instant;
          return mail === undefined ? [] : [{ from: owner.id, to, at: mail, direction, kind: "message" }];
        });
      });
      return withSides({ ...read, interactions }, own, []);
    },
  });
}

interface PipedriveExtra extends CrmExtra {
  readonly roles: readonly ToldRole[];
  readonly industries: readonly string[];
}

const MAILS = [
  ["sent", "out"],
  ["received", "in"],
] as const;

const PIPEDRIVE: TableSpec<ContactColumn | "labels" | "industry" | "sent" | "received"> = withColumns(
  contactSpec(
    {
      id: "person id",
      name: "person name",
      first: "person first name",
      last: "person last name",
      company: "person organization|organization name",
      title: "person job title",
      email: "person email work|person email",
    },
    ["Person - Name", "Person - Email - Work", "Person - Organization"],
    "pipedrive",
  ),
  {
    labels: "person labels|person label",
    industry: "organization industry|person organization industry|person industry",
    sent: "person last email sent",
    received: "person last email received",
  },
  (found) =>
    (found.has("name") || found.has("last")) &&
    (["email", "company", "id"] as const).some((column) => found.has(column)),
);
