import { type Issue, type IssueCode, safeText } from "../base/index.js";
import { joinName, normalizeEmail, normalizeProfileUrl, type Person, type Spell } from "../people/index.js";
import { feed, type ReadInput, type Reading } from "./bytes/feed.js";
import { markNamedOnly } from "./named-only.js";
import { sourceOf } from "./owned-rows.js";
import { checkReaderOptions, isOwner } from "./owner.js";
import { idOfRow } from "./reader-id.js";
import { skipRow } from "./skip-row.js";
import { readMonth } from "./table/calendar-date.js";
import type { ContactsOptions } from "./table/contact-table.js";
import type { TableSpec } from "./table/find-header.js";
import { foldedAliases, PERSON_NAMES } from "./table/header-words.js";
import { TableReader, type TableRow } from "./table/table-reader.js";

type Column =
  | "id"
  | "name"
  | "first"
  | "last"
  | "email"
  | "url"
  | "company"
  | "title"
  | "from"
  | "to"
  | "headcount";

/** A table of who worked where and when, a row for each stretch. */
export const CAREERS: TableSpec<Column> = {
  columns: {
    id: "id|person id",
    name: `${foldedAliases(PERSON_NAMES.name)}|employee|member|who`,
    first: foldedAliases(PERSON_NAMES.first),
    last: foldedAliases(PERSON_NAMES.last),
    email: "email|e mail|email address|e mail address",
    url: "linkedin url|linkedin|profile url|url",
    company: "company|company name|employer|organization|organisation|firma|unternehmen|arbeitgeber",
    title: "title|job title|position|role|funktion",
    from: "from|start|start date|started on|since|started|begin|date from|von|beginn|seit|debut|desde|inicio|dal|inizio|van",
    to: "to|end|end date|finished on|until|ended|ended on|date to|bis|ende|fin|hasta|al|fine|tot",
    headcount:
      "headcount|company size|employees|employee count|size|company headcount|number of employees|mitarbeiter",
  },
  isHeader: (found) =>
    found.has("company") &&
    found.has("from") &&
    ((["name", "email", "url", "id"] as const).some((column) => found.has(column)) ||
      (found.has("first") && found.has("last") && found.has("to"))),
  guesses: { email: "email", company: "company", title: "title", url: "url", link: "url" },
  expected: ["person", "company", "title", "from", "to", "headcount"],
};

/**
 * Reads a table of careers: `person`, `company`, `title`, `from`, `to` (empty: until now) and `headcount`, under these names or their usual
 * ones. Each row is an affiliation of the person, none is a tie: who worked where tells nothing of whom the owner knows. Dates are
 * years, months or days, and so is what is kept of them. A row whose beginning or end cannot be read keeps its person, without it.
 * @throws WarmpathError as `readLinkedInConnections` does.
 * @example
 * readCareers("person,company,title,from,to,headcount\nBob Smith,Acme,VP,2016-03,2019-11,400", { owner: { id: "me" } });
 */
export function readCareers<Input extends ReadInput>(input: Input, options: ContactsOptions): Reading<Input> {
  const owner = checkReaderOptions(options);
  const issues: Issue[] = [];
  const people: Person[] = [];
  const own: Spell[] = [];
  const reader = new TableReader(CAREERS, options, issues, (row) => {
    const person = readWho(row, options, issues);
    if (person === undefined) return;
    const spell = readSpell(row, owner.id, issues);
    if (isOwner(person, owner)) {
      if (spell !== undefined) own.push(spell);
      people.push({ id: owner.id });
    } else people.push({ ...person, ...(spell !== undefined && { spells: [spell] }) });
  });
  return feed(input, options, issues, reader, () => {
    const rowsKept = people.length;
    const others = people.filter(({ id }) => id !== owner.id);
    const me = own.length === 0 ? owner : { ...owner, spells: [...(owner.spells ?? []), ...own] };
    return {
      people: markNamedOnly([me, ...others], { ties: [], interactions: [] }, owner.id),
      ties: [],
      interactions: [],
      issues,
      report: { rowsRead: reader.rowsRead, rowsKept, rowsSkipped: reader.rowsRead - rowsKept },
    };
  });
}

function readWho(
  { row, cell }: TableRow<Column>,
  options: ContactsOptions,
  issues: Issue[],
): Person | undefined {
  const isParted = cell("first") !== "" && cell("last") !== "";
  const name = isParted ? joinName(cell("first"), cell("last"), safeText) : safeText(cell("name"));
  const profileUrl = normalizeProfileUrl(cell("url")) ?? normalizeProfileUrl(name);
  const email = [cell("email"), name].find((text) => normalizeEmail(text) !== undefined);
  const isName = name !== "" && name !== email && normalizeProfileUrl(name) === undefined;
  if (!isName && profileUrl === undefined && email === undefined && cell("id") === "") {
    skipRow(issues, row, "ROW_WITHOUT_NAME", "Row skipped: it names nobody.");
    return undefined;
  }
  const fields = {
    ...(isName && { name }),
    ...(email !== undefined && { emails: [email] }),
    ...(profileUrl !== undefined && { profileUrl }),
  };
  const id = idOfRow({ row, ...fields }, (one) => options.idOf?.(one) ?? (cell("id") || undefined));
  return { id, ...fields, sources: [sourceOf(options.owner, options.file, row)] };
}

/** The row's affiliation. It is undefined where its company or one of its dates cannot be read, so that a past one never looks like one of today. */
function readSpell({ row, cell }: TableRow<Column>, owner: string, issues: Issue[]): Spell | undefined {
  const tell = (code: IssueCode, column: string, message: string) => {
    issues.push({ code, severity: "warning", message, row, column });
    return undefined;
  };
  const organization = safeText(cell("company"));
  if (organization === "")
    return tell("COMPANY_MISSING", "company", "No company; no affiliation from this row.");
  const [from, to] = [dayOf(cell("from")), dayOf(NOW.test(cell("to")) ? "" : cell("to"))];
  if (from === undefined) return tell("DATE_UNREADABLE", "from", "Not a day, month or year; no affiliation.");
  if (to === undefined) return tell("DATE_UNREADABLE", "to", "Not a day, month or year; no affiliation.");
  if (from !== "" && to !== "" && from.slice(0, to.length) > to.slice(0, from.length))
    return tell("DATES_REVERSED", "to", "It ends before it begins; no affiliation.");
  const size = cell("headcount");
  const headcount = headcountOf(size);
  if (size !== "" && headcount === undefined)
    tell("NUMBER_UNREADABLE", "headcount", "Not a number; dropped.");
  return {
    kind: "work",
    organization,
    ...(cell("title") && { title: cell("title") }),
    ...(from && { from }),
    ...(to && { to }),
    ...(headcount !== undefined && { headcount }),
    owner,
  };
}

/** Empty for an empty cell, undefined for one that cannot be read. */
function dayOf(cell: string): string | undefined {
  return cell === "" ? "" : readMonth(cell);
}

/** `1,200`, `1 200`, `1.200` and `500+` as they stand, a range (`51-200`) by its geometric mean, as sizes of firms spread. */
function headcountOf(text: string): number | undefined {
  const [low, high, ...more] = text
    .replace(/(?<=\d)[,.\s’'](?=\d{3}(?!\d))/g, "")
    .split(/[-–]|to|bis/)
    .map((part) => (/^\d{1,8}(?=(?:\s*(?:\+|employees|people|mitarbeiter))?$)/i.exec(part.trim()) ?? [])[0]);
  if (low === undefined || more.length > 0) return undefined;
  const count = Math.round(high === undefined ? Number(low) : Math.sqrt(Number(low) * Number(high)));
  return count >= 1 ? count : undefined;
}

const NOW = /^(?:present|now|today|current|currently|heute|actuel|actualidad|aujourd'hui|oggi|-|–)$/i;
