import { WarmpathError } from "../base/index.js";
import type { FileBytes } from "./bytes/as-bytes.js";
import type { TextEncodingName } from "./bytes/encodings.js";
import { headOf } from "./bytes/head-of.js";
import { HUBSPOT_COMPANIES, HUBSPOT_DEALS, HUBSPOT_MARKS } from "./crm/hubspot-words.js";
import { SALESFORCE_KINDS } from "./crm/salesforce-export.js";
import type { ReadLimits } from "./import.js";
import { type HeadRecords, headRecords } from "./table/find-header.js";
import { beginsAs, headerOf } from "./table/header-marks.js";

/** A further table of a CRM, which tells of people only together with the table of them. */
export interface SideFile {
  /** What it is, in words. */
  readonly what: string;
  /** The format of its main table. */
  readonly needs: "hubspot" | "salesforce";
  /** What the main table is, in words. */
  readonly main: string;
  /** The option of the main table's reader that takes it; none where a column is missing that it cannot be read without. */
  readonly option?: string;
  /** The column that is missing. */
  readonly lacks?: string;
}

/** What a further table is, by its header; undefined for all else. Of several that it may be, one whose main table is there. */
export function sideOf(records: HeadRecords, mains: readonly string[] = []): SideFile | undefined {
  const all = SIDES.filter(([isKind]) => isKind(records)).map(([, side]) => side);
  return all.find(({ needs }) => mains.includes(needs)) ?? all[0];
}

/** The same of a file's bytes or text. */
export function sideOfFile(
  input: string | Uint8Array,
  options: ReadLimits & { readonly encoding?: TextEncodingName },
  mains: readonly string[],
): SideFile | undefined {
  const head = headOf([input], options.encoding);
  return head === undefined ? undefined : sideOf(headRecords(head, options), mains);
}

/** @throws WarmpathError `FORMAT_UNKNOWN` always: why this further table cannot be read. */
export function refuseSide(name: string, side: SideFile, mains: number): never {
  const why =
    side.lacks !== undefined
      ? `the column "${side.lacks}" is missing, without which it tells of nobody`
      : mains === 0
        ? `${side.main} is missing, which it is read together with`
        : `there are ${mains} tables that it may belong to; read them one by one`;
  const details = { file: name, needs: side.lacks ?? side.needs };
  throw new WarmpathError("FORMAT_UNKNOWN", `${name}: this is ${side.what}; ${why}`, details);
}

/** A file as callers hand it over. */
export interface NamedFile {
  readonly name: string;
  readonly text: string | FileBytes;
  /** Where it differs from that of the others. */
  readonly encoding?: TextEncodingName;
}

const HUBSPOT = { needs: "hubspot", main: "HubSpot's table of contacts" } as const;
const SALESFORCE = { needs: "salesforce", main: "Salesforce's table of contacts" } as const;
const LABELS: Readonly<Record<string, string>> = {
  accounts: "Salesforce's table of accounts",
  opportunities: "Salesforce's table of opportunities",
  roles: "Salesforce's table of opportunity contact roles",
  tasks: "Salesforce's table of tasks",
  events: "Salesforce's table of events",
};
const [, person = ""] = HUBSPOT_MARKS;

/** The most telling headers first. */
const SIDES: readonly (readonly [(head: HeadRecords) => boolean, SideFile])[] = [
  [beginsAs(HUBSPOT_DEALS), { ...HUBSPOT, what: "HubSpot's table of deals", option: "deals" }],
  [
    beginsAs(
      headerOf([
        "deal name|deal stage|dealname|dealstage",
        "amount|close date|pipeline|deal owner|record id",
      ]),
    ),
    { ...HUBSPOT, what: "HubSpot's table of deals", lacks: "Associated Contact IDs" },
  ],
  ...SALESFORCE_KINDS.filter(([kind]) => kind !== "contacts").map(
    ([kind, spec]) => [beginsAs(spec), { ...SALESFORCE, what: LABELS[kind] ?? kind, option: kind }] as const,
  ),
  [
    beginsAs({
      ...HUBSPOT_COMPANIES,
      columns: { ...HUBSPOT_COMPANIES.columns, deleted: person },
      isHeader: (found) => !found.has("deleted") && HUBSPOT_COMPANIES.isHeader(found),
    }),
    { ...HUBSPOT, what: "HubSpot's table of companies", option: "companies" },
  ],
  [
    beginsAs(headerOf(["id", "name"])),
    { ...SALESFORCE, what: "Salesforce's table of accounts", option: "accounts" },
  ],
];
