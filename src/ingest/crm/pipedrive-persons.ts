import type { Issue } from "../../base/index.js";
import type { InteractionRecord } from "../../people/index.js";
import type { ReadInput, Reading } from "../bytes/feed.js";
import { checkOwner } from "../owner.js";
import { readDate } from "../table/calendar-date.js";
import { type ContactColumn, contactSpec } from "../table/contact-table.js";
import type { TableSpec } from "../table/table-reader.js";
import { DATE_UNREADABLE } from "./crm-side-table.js";
import { type CrmOptions, readCrmTable, withColumns, withSides } from "./crm-table.js";
import { type ToldRole, tagsOf } from "./crm-tags.js";
import { rolesOf } from "./crm-words.js";

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
  const owner = checkOwner(options?.owner);
  const own: Issue[] = [];
  const mails: (Pick<InteractionRecord, "at" | "direction"> & { readonly key: string })[] = [];
  return readCrmTable(
    input,
    options,
    PIPEDRIVE,
    ({ row, cell }) => {
      const key = String(row);
      for (const [column, direction] of MAILS) {
        const at = readDate(cell(column), options.dateOrder)?.instant;
        if (at !== undefined) mails.push({ key, at, direction });
        else if (cell(column) !== "") own.push({ ...DATE_UNREADABLE, row, column });
      }
      const roles = rolesOf(cell("labels").replaceAll(",", ";")).map(
        (role): ToldRole => ({ ...role, by: "label" }),
      );
      return { key, tags: tagsOf({ deals: [], roles }) };
    },
    (read, people) => {
      const interactions = mails.flatMap(({ key, at, direction }): InteractionRecord[] => {
        const to = people.get(key);
        return to === undefined ? [] : [{ from: owner.id, to, at, direction, kind: "message" }];
      });
      return withSides({ ...read, interactions }, own, []);
    },
  );
}

const MAILS = [
  ["sent", "out"],
  ["received", "in"],
] as const;

const PIPEDRIVE: TableSpec<ContactColumn | "labels" | "sent" | "received"> = withColumns(
  contactSpec(
    {
      id: "person id",
      name: "person name",
      first: "person first name",
      last: "person last name",
      company: "person organization|organization name",
      title: "person job title",
      email: "person email work|person email",
      email2: "person email home",
      email3: "person email other",
    },
    ["Person - Name", "Person - Email - Work", "Person - Organization"],
  ),
  {
    labels: "person labels|person label",
    sent: "person last email sent",
    received: "person last email received",
  },
  (found) =>
    (found.has("name") || found.has("last")) &&
    (["email", "company", "id"] as const).some((column) => found.has(column)),
);
